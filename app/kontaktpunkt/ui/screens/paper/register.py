"""The register of numbered papers: number, form, whom for, when, by whom; a sheet can be voided."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidgetItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kontaktpunkt.domain.commands import NoteSheetNotOnPaper, VoidSheet
from kontaktpunkt.domain.paper.exercise_number import show_number
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.layouts import GAP
from kontaktpunkt.ui.widgets.modest_list import ModestList
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import Done
from kontaktpunkt.usecases.rows import SheetRow
from kontaktpunkt.wording.times import when

_SHEET = int(Qt.ItemDataRole.UserRole) + 1
_LEAST = 3
"""So many lines are in sight at least; then the page scrolls."""


class Register(QWidget):
    """Lists the sheets, newest first, those given out together by number; voided ones stay."""

    voided = Signal()
    again_wanted = Signal(object)  # SheetRow: one that never came out

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self.heading = Text("Register", "section", wrap=False)
        self.list = ModestList(_LEAST)
        self.list.setAccessibleName("Register över numrerade blanketter")
        self.none = Text("Inga blanketter är uttagna.", "soft")
        self.reason = QLineEdit()
        self.reason.setPlaceholderText("Orsak")
        self.reason.setAccessibleName("Orsak till makulering")
        self.void = button("Makulera", "", "Den valda blanketten ska inte användas")
        self.again = button("Skriv på papper igen …", "", "Bladet kom aldrig ut: samma nummer igen")
        self.lost = button("Kom inte ut", "", "Skrivaren tog emot, men bladet kom aldrig ut")
        self.again.clicked.connect(self._want_again)
        self.lost.clicked.connect(self.note_lost)
        self.void.clicked.connect(self.void_chosen)
        self.reason.returnPressed.connect(self.void_chosen)
        self.enter = button("Inför", "", "Skriv in det som står på den valda blanketten (Enter)")
        self.enter.clicked.connect(self.enter_chosen)
        self.list.itemActivated.connect(self.enter_chosen)
        self.list.currentRowChanged.connect(self._follow)
        self.none.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._lay_out()

    def show_sheets(self, sheets: tuple[SheetRow, ...]) -> None:
        """Show the register."""
        chosen = self.chosen
        now = self._workplace.now()
        self.list.clear()
        for sheet in sorted(sheets, key=_place, reverse=True):
            item = QListWidgetItem(_said(sheet, now))
            item.setData(_SHEET, sheet)
            font = item.font()
            font.setStrikeOut(sheet.voided)
            item.setFont(font)
            self.list.addItem(item)
            if chosen is not None and sheet.sheet == chosen.sheet:
                self.list.setCurrentItem(item)
        self.none.setVisible(not sheets)
        for part in (self.list, self.reason, self.void, self.enter, self.again, self.lost):
            part.setVisible(bool(sheets))
        self.heading.setText(f"Register: {len(sheets)}")
        self._follow()

    @property
    def chosen(self) -> SheetRow | None:
        """Give the chosen sheet."""
        sheet = self.list.currentItem().data(_SHEET) if self.list.currentRow() >= 0 else None
        return sheet if isinstance(sheet, SheetRow) else None

    def enter_chosen(self) -> None:
        """Go and enter what stands on the chosen sheet."""
        sheet = self.chosen
        if sheet is not None and not sheet.voided:
            self._workplace.sheet_wanted.emit(sheet.sheet)

    def void_chosen(self) -> None:
        """Say that the chosen sheet is not to be used."""
        sheet = self.chosen
        if sheet is not None and not sheet.voided:
            self._workplace.do(
                VoidSheet(sheet=sheet.sheet, reason=self.reason.text().strip()),
                told=f"Blankett nr {show_number(sheet.number)} är makulerad",
                then=self._voided,
            )

    def note_lost(self) -> None:
        """Say that the chosen sheet never came out."""
        sheet = self.chosen
        if sheet is not None:
            self._workplace.do(
                NoteSheetNotOnPaper(sheet=sheet.sheet, note=self.reason.text().strip()),
                told=f"Blankett nr {show_number(sheet.number)} är ej på papper",
                then=self._voided,
            )

    def _want_again(self) -> None:
        if self.chosen is not None:
            self.again_wanted.emit(self.chosen)

    def _voided(self, _done: Done) -> None:
        self.reason.clear()
        self.voided.emit()

    def _follow(self) -> None:
        sheet = self.chosen
        can = sheet is not None and not sheet.voided
        self.void.setEnabled(can)
        self.reason.setEnabled(can)
        self.enter.setEnabled(can)
        left = sheet is not None and sheet.not_on_paper
        # Greyed, never hidden: a button that comes and goes puts another where a finger already is.
        self.again.setEnabled(left)
        self.lost.setEnabled(can and not left)

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GAP // 2)
        rows.addWidget(self.heading)
        rows.addWidget(self.none)
        rows.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.addWidget(self.enter)
        row.addWidget(self.reason, 1)
        row.addWidget(self.void)
        rows.addLayout(row)
        acts = QHBoxLayout()
        acts.addWidget(self.again)
        acts.addWidget(self.lost)
        acts.addStretch(1)
        rows.addLayout(acts)


def _place(sheet: SheetRow) -> tuple[Instant, str]:
    """Give where a sheet stands, the newest first: numbers rise with time, also within a packet."""
    return (sheet.issued_at, sheet.number)


def _said(sheet: SheetRow, now: Instant) -> str:
    """Say a sheet in two lines."""
    whom = "tom" if sheet.blank else sheet.name
    first = " · ".join(
        part for part in (f"{sheet.form} nr {show_number(sheet.number)}", whom) if part
    )
    by = f", {sheet.issued_by_name}" if sheet.issued_by_name else ""
    stage = " · makulerad" if sheet.voided else " · ej på papper" if sheet.not_on_paper else ""
    return f"{first}\n{when(sheet.issued_at, now)}{by}{stage}"
