"""The top of the screen: which paper, how it stands, when it happened and who wrote it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kontaktpunkt.domain.staff import OnWord
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.widgets.fields import Labelled
from kontaktpunkt.ui.widgets.layouts import GAP, Flow
from kontaktpunkt.ui.widgets.text import Elided, Text
from kontaktpunkt.ui.widgets.typed_time import TimeField
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.back_entry.rows import SheetEntryPage
from kontaktpunkt.wording.times import when
from kontaktpunkt.wording.words import word

_FIELD = 250
_NOW = "nu"
_SAY_WHEN = "Skriv när det hände: tiden på pappret är inte hel, eller har inte varit än."
_PRACTICE = "ÖVNING: inget på bladet är på riktigt"


class PaperHead(QWidget):
    """The number can be typed or scanned at any time; `at` and `for_whom` stand apart from now."""

    number_given = Signal(str)
    edited = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self.title = Text("Inför blad", "title", wrap=False)
        self.practice = Text(_PRACTICE, "refused")
        self.practice.hide()
        self.standing = Elided("", "soft")
        self.told = Text("", "soft")
        self.told.hide()
        self.number, self.who = QLineEdit(), QLineEdit()
        self.number.setPlaceholderText("001 00001 5")
        self.number_field = Labelled("Nummer, skrivet eller skannat (Ctrl+L)", self.number)
        self.at = TimeField(workplace, "När det hände", ahead=False, empty=_NOW)
        self.who_field = Labelled("För (vem som skrev pappret)", self.who)
        self.number.returnPressed.connect(lambda: self.number_given.emit(self.number.text()))
        self.at.text.textEdited.connect(self.edited)
        self.who.textEdited.connect(self.edited)
        self._lay_out()

    def show_page(self, page: SheetEntryPage | None, title: str) -> None:
        """Say which paper it is, and how it stands."""
        self.number.setText(page.number_shown if page is not None else "")
        self.title.setText(title)
        self.practice.setVisible(page is not None and page.exercise)
        self.standing.set_text(_standing(page, self._workplace.now()) if page is not None else "")
        self.say("")

    def ask_when_and_who(self, *, asked: bool) -> None:
        """Ask when it happened and who wrote it, while the paper is being entered."""
        for part in (self.at, self.who_field):
            part.setVisible(asked)

    def propose_at(self, said: str) -> None:
        """Say when it happened unless something else is typed: as the paper says, else now."""
        self.at.text.setPlaceholderText(said)
        self.at.refuse("")

    def ask_at(self) -> None:
        """Ask for the time that the paper does not tell; none is put in its place."""
        self.at.refuse(_SAY_WHEN)
        self.at.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def propose_who(self, name: str) -> None:
        """Say who wrote the paper unless somebody else is typed."""
        self.who.setPlaceholderText(name)

    def for_whom(self) -> OnWord | None:
        """Give who wrote the paper; None for the user herself."""
        name = self.who.text().strip() or self.who.placeholderText()
        return OnWord(name=name) if name and name != self._workplace.me.name else None

    def fill(self, at: str, who: str) -> None:
        """Write when and who, as typed before."""
        self.at.text.setText(at)
        self.who.setText(who)

    def say(self, words: str, *, wrong: bool = False) -> None:
        """Say what came of the last paper, or why a number was not found."""
        self.told.setText(words)
        self.told.set_role("refused" if wrong else "soft")
        self.told.setVisible(bool(words))

    def to_number(self) -> None:
        """Put focus in the number."""
        self.number.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.number.selectAll()

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GAP // 2)
        for part in (self.practice, self.title, self.standing):
            rows.addWidget(part)
        asked = QWidget()
        flow = Flow(asked, GAP)
        for part in (self.number_field, self.at, self.who_field):
            part.setMinimumWidth(_FIELD)
            flow.addWidget(part)
        rows.addWidget(asked)
        rows.addWidget(self.told)


def _standing(page: SheetEntryPage, now: Instant) -> str:
    """Say whose paper it is, which way it went, and how it stands."""
    entered = ""
    if page.entered_at is not None:
        by = f" av {page.entered_by_name}" if page.entered_by_name else ""
        entered = f"införd {when(page.entered_at, now)}{by}"
    checked = ""
    if page.checked_at is not None:
        checked = f"kontrollerad {when(page.checked_at, now)} av {page.checked_by_name}"
    parts = (page.name, word(page.direction), word(page.stage), entered, checked)
    return " · ".join(part for part in parts if part)
