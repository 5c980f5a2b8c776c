"""Where a concern is written, handed on or settled: about whom, what, who looks, by when."""

from typing import Final
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from kontaktpunkt.domain.commands import RaiseConcern, SettleConcern
from kontaktpunkt.domain.events.concern import ConcernKind
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.staff import Receiver, Role
from kontaktpunkt.domain.times import local_day
from kontaktpunkt.ui.drafted_fields import DraftedFields
from kontaktpunkt.ui.widgets.acts import act_within
from kontaktpunkt.ui.widgets.buttons import KeyHintButton, button
from kontaktpunkt.ui.widgets.fields import Labelled, TextBox, narrow_choice
from kontaktpunkt.ui.widgets.layouts import GAP, Flow
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.widgets.typed_time import DayField
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.care_request_rows import Whom
from kontaktpunkt.usecases.concerns.rows import ConcernRow, Seen
from kontaktpunkt.usecases.desk import Done
from kontaktpunkt.wording.refusals import sentence
from kontaktpunkt.wording.words import word

_NUMBER: Final = (RefusalReason.BAD_NUMBER, RefusalReason.NO_PERSON)


class ConcernForm(QWidget):
    """A new concern, or one that is handed on: then the person is fixed."""

    saved = Signal()
    left = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._row: ConcernRow | None = None
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.head = Text("", "section")
        self.number = QLineEdit()
        self.number_field = Labelled("Personnummer", self.number)
        self.name = QLineEdit()
        self.name_field = Labelled("Namn, om personen inte är känd här", self.name)
        self.about = QComboBox()
        for one in ConcernKind:
            self.about.addItem(word(one).capitalize(), one.value)
        self.text = TextBox(3)
        self.text_field = Labelled("Vad som setts", self.text)
        self.looks = narrow_choice()
        self.looks_field = Labelled("Vem tittar", self.looks)
        self.due = DayField(workplace, "Senast", "t.ex. fre eller 27/3")
        self.failure = Text("", "refused")
        self.fields = DraftedFields(
            workplace,
            self,
            {
                "number": self.number,
                "name": self.name,
                "about": self.about,
                "text": self.text,
                "looks": self.looks,
                "due": self.due.text,
            },
        )
        self.save_act = act_within(self, "Spara", "Ctrl+Return", self.save)
        self._lay_out()
        self.hide()

    def open_new(self) -> None:
        """Begin a new one."""
        self._open(None, "concern:new", {"about": ConcernKind.FALL.value})
        self.number.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_for(self, row: ConcernRow) -> None:
        """Begin to hand one on, or to change it."""
        known = {
            "about": row.about.value,
            "text": row.text,
            "looks": _key(row.to),
            "due": row.due.isoformat(),
        }
        self._open(row, f"concern:{row.concern}", known)
        self.looks.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Save it, or say what needs another look."""
        self._refuse_nothing()
        good, at = self.due.checked()
        if not good:
            return
        if at is None:
            self.due.refuse("Skriv dagen då någon senast ska ha tittat.")
            return
        typed = self.fields.typed()
        seen = Seen(
            whom=Whom(number_text=typed["number"], name=typed["name"]),
            about=ConcernKind(typed["about"]),
            text=typed["text"],
            to=_receiver(typed["looks"]),
            due=local_day(at),
        )
        row, desk = self._row, self._workplace.desk
        if row is None:
            self._workplace.settle(
                lambda: desk.raise_concern(seen),
                told=f"Noterat: {self.looks.currentText()} tittar",
                then=self._done,
                refused=self._refused,
            )
            return
        wish = RaiseConcern(
            person=row.person,
            concern=row.concern,
            about=seen.about,
            text=seen.text,
            to=seen.to,
            due=seen.due,
        )
        told = f"Lämnat vidare: {self.looks.currentText()} tittar"
        self._workplace.do(wish, told=told, then=self._done, refused=self._refused)

    def close_it(self) -> None:
        """Leave without saving; what was typed stays as a draft."""
        self.fields.flush()
        self.hide()
        self.left.emit()

    def _open(self, row: ConcernRow | None, subject: str, known: dict[str, str]) -> None:
        self._row = row
        self._refuse_nothing()
        self._offer()
        self.head.setText("Något att se över" if row is None else f"Lämna vidare: {row.name}")
        self.number_field.setVisible(row is None)
        self.name_field.setVisible(row is None)
        self.fields.open(subject, known)
        self.show()

    def _offer(self) -> None:
        """Offer units first, then colleagues and roles."""
        self.looks.clear()
        for unit in self._workplace.units:
            self.looks.addItem(unit, _key(Receiver(unit=unit)))
        for one in self._workplace.staff:
            self.looks.addItem(one.name, _key(Receiver(staff=one.staff)))
        for role in Role:
            self.looks.addItem(word(role).capitalize(), _key(Receiver(role=role)))

    def _done(self, _done: Done) -> None:
        self.fields.done()
        self.hide()
        self.saved.emit()

    def _refused(self, refused: Refused) -> None:
        if refused.reason is RefusalReason.EMPTY_TEXT:
            self.text_field.refuse(sentence(refused))
        elif refused.reason is RefusalReason.TIME_IN_PAST:
            self.due.refuse(sentence(refused))
        elif refused.reason in _NUMBER and self._row is None:
            self.number_field.refuse(sentence(refused))
        else:
            self.failure.setText(sentence(refused))
            self.failure.show()

    def _refuse_nothing(self) -> None:
        self.failure.hide()
        for field in (self.number_field, self.text_field, self.due):
            field.refuse("")

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(GAP, GAP, GAP, GAP)
        rows.setSpacing(GAP // 2)
        for part in (
            self.head,
            self.number_field,
            self.name_field,
            Labelled("Gäller", self.about),
            self.text_field,
            self.looks_field,
            self.due,
            self.failure,
        ):
            rows.addWidget(part)
        foot = QWidget()
        line = Flow(foot, GAP)
        line.addWidget(KeyHintButton(self.save_act, look="primary"))
        leave = button("Tillbaka, spara som utkast", "plain")
        leave.clicked.connect(self.close_it)
        line.addWidget(leave)
        rows.addWidget(foot)


class SettleForm(QWidget):
    """One line: what it led to."""

    saved = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._row: ConcernRow | None = None
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.text = QLineEdit()
        self.field = Labelled("Vad det ledde till", self.text)
        self.text.returnPressed.connect(self.save)
        self.fields = DraftedFields(workplace, self, {"text": self.text})
        self.done = button("Översett", "primary")
        self.done.clicked.connect(self.save)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(GAP, GAP, GAP, GAP)
        rows.addWidget(self.field)
        foot = QWidget()
        line = Flow(foot, GAP)
        line.addWidget(self.done)
        rows.addWidget(foot)
        self.hide()

    def open_for(self, row: ConcernRow) -> None:
        """Begin to settle one."""
        self._row = row
        self.field.refuse("")
        self.field.rename(f"Vad det ledde till, {row.name}" if row.name else "Vad det ledde till")
        self.fields.open(f"concern settled:{row.concern}", {})
        self.show()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Settle it in these words."""
        row = self._row
        if row is None:
            return
        wish = SettleConcern(person=row.person, concern=row.concern, text=self.text.text())
        self._workplace.do(
            wish, told="Översett och noterat", then=self._done, refused=self._refused
        )

    def close_it(self) -> None:
        """Leave without saving; what was typed stays as a draft."""
        self.fields.flush()
        self.hide()

    def _done(self, _done: Done) -> None:
        self.fields.done()
        self.hide()
        self.saved.emit()

    def _refused(self, refused: Refused) -> None:
        self.field.refuse(sentence(refused))


def _key(to: Receiver) -> str:
    """Write a receiver as a choice is kept in a draft."""
    if to.staff is not None:
        return f"staff:{to.staff}"
    return f"role:{to.role.value}" if to.role is not None else f"unit:{to.unit}"


def _receiver(key: str) -> Receiver:
    kind, _, rest = key.partition(":")
    if kind == "staff":
        return Receiver(staff=UUID(rest))
    return Receiver(role=Role(rest)) if kind == "role" else Receiver(unit=rest)
