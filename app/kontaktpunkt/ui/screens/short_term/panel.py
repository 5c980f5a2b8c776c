"""What every panel of the screen is: a box that opens, keeps what is typed, saves and closes."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.domain.staff import OnWord
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.drafted_fields import DraftedFields
from kontaktpunkt.ui.widgets.acts import act_within
from kontaktpunkt.ui.widgets.buttons import KeyHintButton, button
from kontaktpunkt.ui.widgets.fields import Labelled
from kontaktpunkt.ui.widgets.layouts import GAP, Flow
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.arriving.entry_times import Direction, TimeFault, read_time
from kontaktpunkt.usecases.care_request_rows import Whom
from kontaktpunkt.usecases.desk import Done
from kontaktpunkt.usecases.short_term.rows import ForWhom
from kontaktpunkt.wording.refusals import sentence

_PAST_FAULT = "Tiden gick inte att tolka, eller ligger framåt. Skriv till exempel 0750."
_COMING_FAULT = "Tiden gick inte att tolka. Skriv till exempel fre 1200 eller 27/3 1200."


class ShortTermPanel(QWidget):
    """A box in the column; Ctrl+Enter saves, Esc leaves and what was typed stays as a draft."""

    saved = Signal()
    left = Signal()

    def __init__(self, workplace: Workplace, save: str) -> None:
        super().__init__()
        self.workplace = workplace
        self.whom = ForWhom()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.heading = Text("", "heading")
        self.who = Text("", "strong")
        self.failure = Text("", "refused")
        self.number, self.name = QLineEdit(), QLineEdit()
        self.number_field = Labelled("Personnummer eller reservnummer", self.number)
        self.name_field = Labelled("Namn, om personen är ny här", self.name)
        self._asks = False
        for field in (self.number_field, self.name_field):
            field.setParent(self)  # not all panels lay them out: without a parent they'd be windows
            field.hide()
        self.fields: DraftedFields | None = None
        self.save_act = act_within(self, save, "Ctrl+Return", self.save)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(GAP, GAP, GAP, GAP)
        self.box.setSpacing(GAP // 2)
        for part in (self.heading, self.who):
            self.box.addWidget(part)
        self.hide()

    def save(self) -> None:
        """Do what the panel is for."""
        raise NotImplementedError

    def keep(self, fields: Mapping[str, QWidget]) -> None:
        """Keep these fields as a draft while they are typed in."""
        self.fields = DraftedFields(
            self.workplace, self, {"number": self.number, "name": self.name, **fields}
        )

    def line(self, *parts: QWidget) -> None:
        """Lay parts side by side, below the others."""
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for part in parts:
            if isinstance(part, Labelled):
                part.label.setWordWrap(True)  # large text makes the column taller, not wider
            row.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
        self.box.addLayout(row)

    def ask_whom(self) -> None:
        """Have fields for somebody who is not named yet."""
        self._asks = True
        self.line(self.number_field, self.name_field)

    def finish(self, *more: QWidget) -> None:
        """End with the failure and the buttons."""
        self.failure.hide()
        self.box.addWidget(self.failure)
        foot = QWidget()
        buttons = Flow(foot)
        leave = button("Tillbaka")
        leave.setToolTip("Tillbaka, det skrivna sparas som utkast (Esc)")
        leave.clicked.connect(self.close_it)
        for part in (KeyHintButton(self.save_act, look="primary"), *more, leave):
            buttons.addWidget(part)
        self.box.addWidget(foot)

    def open_it(self, subject: str, whom: ForWhom, who: str, known: Mapping[str, str]) -> None:
        """Open for somebody; without case the number is asked for."""
        self.whom = whom
        self.failure.hide()
        self.who.setText(who)
        self.who.setVisible(bool(who))
        for field in (self.number_field, self.name_field):
            field.setVisible(self._asks and whom.case is None)
            field.refuse("")
        if self.fields is not None:
            self.fields.open(f"short_term:{subject}", known)
        self.show()

    def close_it(self) -> None:
        """Leave without saving; what was typed stays."""
        if self.fields is not None:
            self.fields.flush()
        self.hide()
        self.left.emit()

    def for_whom(self) -> ForWhom:
        """Give for whom it is: the named case, or the number that was typed."""
        if self.whom.case is not None:
            return self.whom
        whom = Whom(number_text=self.number.text().strip(), name=self.name.text().strip())
        return ForWhom(whom=whom)

    def done(self, _done: Done) -> None:
        """Forget the draft and close: it has become an act."""
        if self.fields is not None:
            self.fields.done()
        self.hide()
        self.saved.emit()

    def refuse(self, refused: Refused) -> None:
        """Say why not, in the panel."""
        self.fail(sentence(refused))

    def fail(self, words: str) -> None:
        """Say what is wrong."""
        self.failure.setText(words)
        self.failure.show()

    def read_past(self, field: Labelled, typed: str) -> Instant | TimeFault | None:
        """Read when something was; None for now. A fault is told beside the field."""
        return self._read(field, typed, Direction.PAST, _PAST_FAULT)

    def read_coming(self, field: Labelled, typed: str) -> Instant | TimeFault | None:
        """Read a time to come; None for nothing typed. A fault is told beside the field."""
        return self._read(field, typed, Direction.COMING, _COMING_FAULT)

    def _read(
        self, field: Labelled, typed: str, direction: Direction, fault: str
    ) -> Instant | TimeFault | None:
        field.refuse("")
        if not typed.strip():
            return None
        found = read_time(typed, self.workplace.now(), direction)
        if isinstance(found, TimeFault):
            field.refuse(fault)
            field.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return found
        return found.instant


def on_word(name: str, phone: str = "") -> OnWord | None:
    """Give on whose word something is said; None for the user's own."""
    return OnWord(name=name.strip(), phone=phone.strip()) if name.strip() else None
