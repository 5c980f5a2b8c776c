"""Where a note is written and a phone call is noted, above the timeline that they go into."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from kontaktpunkt.domain.commands import AddNote, LogCall
from kontaktpunkt.domain.events.case import CallDirection
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.screens.case.drafts import CaseDrafts
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.fields import Labelled, TextBox
from kontaktpunkt.ui.widgets.layouts import GAP, Flow
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.arriving.entry_times import TimeFault, TypedTime, read_time
from kontaktpunkt.usecases.desk import Done
from kontaktpunkt.usecases.rows import CasePage
from kontaktpunkt.wording.times import when

_NOTE = "note"
_CALL = ("call.counterpart", "call.phone", "call.text", "call.at")
NOT_READ = (
    "Tiden gick inte att tolka, eller ligger framåt. Skriv till exempel 0812 eller i går 14:30."
)


class NoteAndCall(QWidget):
    """Two tabs: a note, and a phone call (also an unanswered one)."""

    saved = Signal()  # what was written is an act; the fields have gone

    def __init__(self, workplace: Workplace, drafts: CaseDrafts) -> None:
        super().__init__()
        self._workplace = workplace
        self._drafts = drafts
        self._case: UUID | None = None
        self._ward = ("", "")
        self.note = TextBox(2, "Arbetsnotering. Det som hör till journalen skrivs där.")
        self.note_field = Labelled("Notering", self.note)
        self.counterpart = QLineEdit()
        self.phone = QLineEdit()
        self.at = QLineEdit()
        self.at_field = Labelled("När", self.at)
        self.text = TextBox(2)
        self.out = QRadioButton("Vi ringde")
        self.inward = QRadioButton("De ringde")
        self.unanswered = QCheckBox("Ej svar")
        self.read_back = QCheckBox("Återläst")
        self.tabs: list[QPushButton] = []
        self.pages: tuple[QWidget, ...] = ()
        self._lay_out()
        for name, field in zip(
            (_NOTE, *_CALL),
            (self.note, self.counterpart, self.phone, self.text, self.at),
            strict=True,
        ):
            drafts.watch(name, field)
        drafts.came_back.connect(self._resume)

    def show_page(self, page: CasePage) -> None:
        """Turn to a case."""
        self._case = page.row.case
        ward = " · ".join(part for part in (page.row.hospital, page.row.ward) if part)
        self._ward = (ward, page.row.ward_phone)
        self.counterpart.setPlaceholderText(ward)
        self.phone.setPlaceholderText(page.row.ward_phone)

    @property
    def is_open(self) -> bool:
        """Say whether a page is open."""
        return any(tab.isChecked() for tab in self.tabs)

    def write_note(self) -> None:
        """Begin a note."""
        self.turn_to(0)
        self.note.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin_call(self) -> None:
        """Begin to note a call with what was said: with whom stands there already, the ward."""
        self.turn_to(1)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Save what the tab on top holds (Ctrl+Enter)."""
        if self._case is None:
            return
        if self.tabs[0].isChecked():
            self._save_note(self._case)
        elif self.tabs[1].isChecked():
            self._save_call(self._case)

    def _save_note(self, case: UUID) -> None:
        text = self.note.toPlainText().strip()
        self.note_field.refuse("" if text else "Skriv något först.")
        if text:
            self._workplace.do(
                AddNote(case=case, text=text), told="Noteringen är sparad", then=self._note_saved
            )

    def _save_call(self, case: UUID) -> None:
        at = self._typed_at()
        if isinstance(at, TimeFault):
            self.at_field.refuse(NOT_READ)
            return
        self.at_field.refuse("")
        # What stands greyed in an empty field is the ward: the call that is made most often.
        counterpart = self.counterpart.text().strip()
        phone = self.phone.text().strip()
        ward, ward_phone = self._ward
        self._workplace.do(
            LogCall(
                case=case,
                at=at.instant if at is not None else None,
                direction=CallDirection.OUT if self.out.isChecked() else CallDirection.IN,
                counterpart=counterpart or ward,
                phone=phone or ("" if counterpart else ward_phone),
                answered=not self.unanswered.isChecked(),
                read_back=self.read_back.isChecked(),
                text=self.text.toPlainText().strip(),
            ),
            told="Samtalet är noterat",
            then=self._call_saved,
        )

    def _typed_at(self) -> TypedTime | TimeFault | None:
        typed = self.at.text().strip()
        return read_time(typed, self._workplace.now()) if typed else None

    def _note_saved(self, _done: Done) -> None:
        self._drafts.done((_NOTE,))
        self.turn_to(None)
        self.saved.emit()

    def _call_saved(self, _done: Done) -> None:
        self._drafts.done(_CALL)
        for box in (self.unanswered, self.read_back):
            box.setChecked(False)
        self.turn_to(None)
        self.saved.emit()

    def _tab_clicked(self) -> None:
        """Open the page of the tab, or close it when it was open."""
        clicked = next(place for place, tab in enumerate(self.tabs) if tab is self.sender())
        self.turn_to(clicked if self.tabs[clicked].isChecked() else None)

    def _resume(self, names: frozenset[str]) -> None:
        """Go on with what was left half written."""
        if _NOTE in names:
            self.turn_to(0)
        elif not names.isdisjoint(_CALL):
            self.turn_to(1)

    def _say_time(self) -> None:
        """Say the typed time back."""
        at, now = self._typed_at(), self._workplace.now()
        self.at_field.refuse("")
        said = when(at.instant, now) if isinstance(at, TypedTime) else ""
        self.at_field.hint.setText(said)
        self.at_field.hint.setVisible(bool(said))

    def tick(self, _now: Instant) -> None:
        """Say the typed time back anew."""
        self._say_time()

    def turn_to(self, page: int | None) -> None:
        """Open a page, or close both: the room is the timeline's until somebody writes."""
        for place, tab in enumerate(self.tabs):
            tab.setChecked(place == page)
        self.save_button.setVisible(page is not None)
        # No stack: that would take the height of its tallest page for both.
        for place, part in enumerate(self.pages):
            part.setVisible(place == page)

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GAP // 2)
        tabs = QWidget()
        row = Flow(tabs, gap=0)
        for title in ("Skriv notering", "Notera samtal"):
            tab = button(title, "tab")
            tab.setCheckable(True)
            tab.clicked.connect(self._tab_clicked)
            self.tabs.append(tab)
            row.addWidget(tab)
        self.save_button = button("Spara   Ctrl+Enter", "", "Spara (Ctrl+Enter)")
        self.save_button.setAccessibleName("Spara")
        self.save_button.clicked.connect(self.save)
        row.addWidget(self.save_button)
        rows.addWidget(tabs)
        self.pages = (self._note_page(), self._call_page())
        for part in self.pages:
            rows.addWidget(part)
        self.at.textChanged.connect(self._say_time)
        self.turn_to(None)

    def _note_page(self) -> QWidget:
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GAP // 2)
        rows.addWidget(self.note_field)
        self.note_field.label.hide()
        return page

    def _call_page(self) -> QWidget:
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GAP // 2)
        ticks = QHBoxLayout()
        self.out.setChecked(True)
        for part in (self.out, self.inward, self.unanswered, self.read_back):
            ticks.addWidget(part)
        ticks.addStretch(1)
        rows.addLayout(ticks)
        who = QHBoxLayout()
        who.setSpacing(GAP)
        self.at.setPlaceholderText("nu")
        who.addWidget(Labelled("Med vem", self.counterpart), 4, Qt.AlignmentFlag.AlignTop)
        who.addWidget(Labelled("Telefon", self.phone), 3, Qt.AlignmentFlag.AlignTop)
        who.addWidget(self.at_field, 2, Qt.AlignmentFlag.AlignTop)
        rows.addLayout(who)
        rows.addWidget(Labelled("Vad som sades", self.text))
        # What was said, read back, saved: one Tab between each.
        QWidget.setTabOrder(self.text, self.read_back)
        QWidget.setTabOrder(self.read_back, self.unanswered)
        return page
