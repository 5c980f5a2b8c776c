"""What an act on numbers asks first: system, when, by whom, or words; never in a dialog."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kontaktpunkt.ui.drafted_fields import DraftedFields
from kontaktpunkt.ui.sheets.wishes import WAYS, Asked, Said, SheetAct
from kontaktpunkt.ui.widgets.acts import act_within
from kontaktpunkt.ui.widgets.buttons import KeyHintButton
from kontaktpunkt.ui.widgets.column import bring_in_sight
from kontaktpunkt.ui.widgets.fields import Labelled
from kontaktpunkt.ui.widgets.layouts import GAP, Flow
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.widgets.typed_time import TimeField
from kontaktpunkt.ui.workplace import Workplace

_NO_WORDS = "Skriv något: det står i protokollet när stoppet avslutas."
_NO_SYSTEM = "Skriv vilket system."
_FIELD = 260


class Asking(QWidget):
    """A box below the table; Enter or Ctrl+Enter does the act, Esc leaves and keeps the words.

    It stays about the numbers it was opened for, whatever is chosen or scanned meanwhile.
    """

    answered = Signal(object, object, object)  # SheetAct, tuple of sheets' UUIDs, Said
    left = Signal()
    turned = Signal(bool)  # opened, or closed again

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._act = SheetAct.FILL
        self._sheets: tuple[UUID, ...] = ()
        self._workplace = workplace
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.heading = Text("", "heading")
        self.beside = Text("", "strong")
        self.failure = Text("", "refused")
        self.system, self.who, self.words = QLineEdit(), QLineEdit(), QLineEdit()
        self.at = TimeField(workplace, "När", ahead=False, empty="nu")
        self._parts: dict[Asked, Labelled] = {
            Asked.SYSTEM: Labelled("System", self.system),
            Asked.AT: self.at,
            Asked.WHO: Labelled("Av, enligt uppgift (tomt: du själv)", self.who),
            Asked.WORDS: Labelled("", self.words),
        }
        self.done_act = act_within(self, "Notera", "Ctrl+Return", self.answer)
        self.leave_act = act_within(self, "Tillbaka", "Esc", self.leave)
        fields: dict[str, QWidget] = {
            "system": self.system,
            "who": self.who,
            "words": self.words,
            "at": self.at.text,
        }
        self._fields = DraftedFields(workplace, self, fields)
        for field in (self.system, self.who, self.words, self.at.text):
            field.returnPressed.connect(self.answer)
        self._lay_out()
        self.hide()

    def ask(self, act: SheetAct, sheets: Sequence[UUID], system: str, *, beside: str = "") -> None:
        """Ask what an act on these numbers needs; `beside` tells what it does not do."""
        way = WAYS[act]
        self._act, self._sheets = act, tuple(sheets)
        many = f", {len(sheets)} blad" if len(sheets) > 1 else ""
        self.heading.setText(f"{way.heading}{many}")
        self.beside.setText(beside)
        self.beside.setVisible(bool(beside))
        self.fail("")
        for asked, part in self._parts.items():
            part.setVisible(asked in way.asks)
            part.refuse("")
        if way.asks_words:
            self._parts[Asked.WORDS].rename(way.asks_words)
        self._fields.open(f"sheets:{act.value}", {"system": system})
        self._turn(is_open=True)
        first = self.words if Asked.WORDS in way.asks else self.at.text
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def answer(self) -> None:
        """Do it, or say what is missing beside its field."""
        way = WAYS[self._act]
        words, system = self.words.text().strip(), self.system.text().strip()
        lacking = {
            Asked.WORDS: _NO_WORDS if way.needs_words and not words else "",
            Asked.SYSTEM: _NO_SYSTEM if Asked.SYSTEM in way.asks and not system else "",
        }
        for asked, sentence in lacking.items():
            self._parts[asked].refuse(sentence)
        right, at = self.at.checked() if Asked.AT in way.asks else (True, None)
        wrong = next((self._parts[asked] for asked, said in lacking.items() if said), None)
        if wrong is None and not right:
            wrong = self.at
        if wrong is not None:
            bring_in_sight(wrong)
            return
        said = Said(at=at, system=system, who=self.who.text().strip(), words=words)
        self.answered.emit(self._act, self._sheets, said)

    def fail(self, words: str) -> None:
        """Say why the act was refused; nothing takes that away."""
        self.failure.setText(words)
        self.failure.setVisible(bool(words))

    def done(self) -> None:
        """Close: it has become an act."""
        self._fields.done()
        self._turn(is_open=False)

    def leave(self) -> None:
        """Close without doing it, and let focus go back; what was typed stays as a draft."""
        self.put_away()
        self.left.emit()

    def put_away(self) -> None:
        """Close because something else is on show now; what was typed stays as a draft."""
        self._fields.flush()
        self._turn(is_open=False)

    def flush(self) -> None:
        """Keep now what is typed."""
        self._fields.flush()

    def _turn(self, *, is_open: bool) -> None:
        if is_open is self.isHidden():
            self.setVisible(is_open)
            self.turned.emit(is_open)

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(GAP, GAP, GAP, GAP)
        rows.setSpacing(GAP // 2)
        rows.addWidget(self.heading)
        rows.addWidget(self.beside)
        asked = QWidget()
        flow = Flow(asked, GAP)
        for part in self._parts.values():
            part.setMinimumWidth(_FIELD)
            flow.addWidget(part)
        self._parts[Asked.WORDS].setMinimumWidth(_FIELD * 2)
        rows.addWidget(asked)
        self.failure.hide()
        rows.addWidget(self.failure)
        foot = QWidget()
        buttons = Flow(foot)
        buttons.addWidget(KeyHintButton(self.done_act, look="primary"))
        buttons.addWidget(KeyHintButton(self.leave_act))
        rows.addWidget(foot)
