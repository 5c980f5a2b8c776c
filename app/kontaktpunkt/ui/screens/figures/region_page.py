"""The region's own indicator beside ours by month, typed in or pasted, with why they differ."""

from decimal import Decimal
from typing import Final

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kontaktpunkt.domain.commands import NoteRegionFigure
from kontaktpunkt.ui.widgets.acts import act_within
from kontaktpunkt.ui.widgets.buttons import KeyHintButton
from kontaktpunkt.ui.widgets.fields import Labelled
from kontaktpunkt.ui.widgets.file_in import CAP, TOO_LARGE, FileIn, QtFileIn
from kontaktpunkt.ui.widgets.given_files import bytes_of
from kontaktpunkt.ui.widgets.layouts import Flow
from kontaktpunkt.ui.widgets.rows_table import RowsModel, RowsTable
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.figures.region_list import legible, read_month, read_region_list
from kontaktpunkt.usecases.figures.report_rows import RegionMonth, RegionPage
from kontaktpunkt.usecases.invoice_control import read_number
from kontaktpunkt.wording.figures.region import INDICATOR, WHY_THEY_DIFFER
from kontaktpunkt.wording.figures.saying import NOBODY, decimal

_HEADINGS: Final = (
    "Månad",
    "Regionens indikator",
    "Vi, utan dag noll",
    "Skillnad",
    "Vi, med dag noll",
    "Personer",
)


class RegionFiguresPage(QWidget):
    """A month and its value are typed, or many are pasted; ours stand beside them."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._page: RegionPage | None = None
        self.model = RowsModel(_HEADINGS, frozenset(range(1, len(_HEADINGS))), self)
        self.list = RowsTable(workplace.theme, self.model, (2, 2, 2, 2, 2, 2), tall=True)
        self.list.setAccessibleName("Regionens indikator och vår, månad för månad")
        self.why = Text(WHY_THEY_DIFFER)
        self.month, self.value = QLineEdit(), QLineEdit()
        self.month_field = Labelled("Månad (2026-02)", self.month)
        self.value_field = Labelled("Dagar i medel", self.value)
        self.keep_act = act_within(self, "Spara månaden", "Ctrl+Return", self._keep)
        self.paste_act = act_within(self, "Klistra in månader", "Ctrl+Shift+V", self._paste)
        self.file_in: FileIn = QtFileIn()
        self.open_act = act_within(self, "Öppna lista …", "Ctrl+O", self._open)
        self.fault = Text("", "refused")
        self.value.returnPressed.connect(self._keep)
        self.list.pasted.connect(self._paste)
        self._lay_out()

    def begin(self) -> None:
        """Fetch the months."""
        self._workplace.clerk.ask(self._workplace.desk.region_page, self._show, key="region")

    def focus(self) -> None:
        """Put focus on the month."""
        self.month.setFocus()

    def take(self, text: str) -> None:
        """Take pasted lines, each a month and its value, in one act."""
        if self._page is None:
            return
        read = read_region_list(text)
        lost = ", ".join(map(str, read.unread))
        self._say(f"Rader som inte gick att läsa: {lost}." if lost else "")
        if not read.figures:
            self._say("Inget att läsa: skriv rader som 2026-02; 1,9.")
            return
        wishes = [
            NoteRegionFigure(
                indicator=self._page.indicator, month=month, value=value, source=INDICATOR
            )
            for month, value in read.figures
        ]
        told = f"{len(wishes)} månader av regionens indikator är sparade"
        self._workplace.do(*wishes, told=told, then=lambda _done: self.begin())

    def _show(self, page: RegionPage) -> None:
        self._page = page
        self.model.show([_cells(one) for one in page.months])

    def _keep(self) -> None:
        month = read_month(self.month.text())
        value = read_number(self.value.text())
        self.month_field.refuse("" if month is not None else "Skriv månaden som 2026-02.")
        good = value is not None and value >= 0
        self.value_field.refuse("" if good else "Skriv ett tal, till exempel 1,9.")
        if self._page is None or month is None or value is None or not good:
            return
        self._workplace.do(
            NoteRegionFigure(
                indicator=self._page.indicator, month=month, value=value, source=INDICATOR
            ),
            told=f"Regionens indikator för {month:%Y-%m} är sparad",
            then=lambda _done: self._kept(),
        )

    def _kept(self) -> None:
        self.month.clear()
        self.value.clear()
        self.begin()

    def _paste(self) -> None:
        self.take(QGuiApplication.clipboard().text())

    def _open(self) -> None:
        self.file_in.choose(self.window(), self._read)

    def _read(self, path: str) -> None:
        self._workplace.clerk.ask(lambda: bytes_of(path, CAP, TOO_LARGE), self._take_file)

    def _take_file(self, read: bytes | str) -> None:
        """Take what a file holds; a reason in words is why it could not be read."""
        if isinstance(read, str):
            self._say(read)
        else:
            self.take(legible(read))

    def _say(self, words: str) -> None:
        self.fault.setText(words)
        self.fault.setVisible(bool(words))

    def _lay_out(self) -> None:
        typing = Flow()
        typing.addWidget(self.month_field)
        typing.addWidget(self.value_field)
        for act in (self.keep_act, self.paste_act, self.open_act):
            typing.addWidget(KeyHintButton(act))
        self.fault.hide()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        for part in (typing, self.fault, self.why):
            if isinstance(part, QWidget):
                rows.addWidget(part)
            else:
                rows.addLayout(part)
        rows.addWidget(self.list, 1)


def _cells(one: RegionMonth) -> tuple[str, ...]:
    theirs = one.region.value if one.region is not None else None
    return (
        f"{one.month:%Y-%m}",
        _said(theirs),
        _said(one.without_zero),
        _said(one.difference),
        _said(one.with_zero),
        str(one.persons),
    )


def _said(number: Decimal | None) -> str:
    if number is None:
        return NOBODY
    return decimal(number, 2).replace("-", "\N{MINUS SIGN}")
