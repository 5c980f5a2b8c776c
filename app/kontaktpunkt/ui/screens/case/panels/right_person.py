"""Puts a wrong number right, and moves a message to the person that it belongs to."""

from typing import Final
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kontaktpunkt.domain.commands import CorrectNumber
from kontaktpunkt.domain.person.facts import NumberKind, PersonNumber
from kontaktpunkt.domain.person.number import shown
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.times import local_day
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.fields import Labelled
from kontaktpunkt.ui.widgets.layouts import GAP
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import Desk, Done, PersonHit
from kontaktpunkt.usecases.joining.rows import JoiningOffer
from kontaktpunkt.usecases.rows import CasePage
from kontaktpunkt.wording.refusals import sentence

_DIGITS = 10
_Read = PersonNumber | Refused
_RESERVES: Final = (NumberKind.LOCAL_RESERVE, NumberKind.NATIONAL_RESERVE)
_ONLY_MOVED: Final = (
    "Numret hör till en annan person som redan är känd här, och de två kan inte förenas. "
    "Flytta meddelandet dit."
)


class NumberPanel(QWidget):
    """The wrong number, the right one, and what is wrong with what is typed.

    Where the right one is somebody's who is known already, the two may be one: compared here.
    """

    left = Signal()
    compare_wanted = Signal(object)  # JoiningOffer

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._person: UUID | None = None
        self._wrong: PersonNumber | None = None
        self.told = Text("")
        self.number = QLineEdit()
        self.field = Labelled("Rätt nummer", self.number)
        self._offer: JoiningOffer | None = None
        self.compare_button = button("Jämför och förena …")
        self.compare_button.clicked.connect(self._compare)
        self.compare_button.hide()
        self.save_button = button("Rätta numret", "primary")
        self.save_button.clicked.connect(self.save)
        self.number.returnPressed.connect(self.save)
        self.number.textEdited.connect(self._typed)
        _stack(self, (self.told, self.field), self.save_button, self.compare_button)

    def open_for(self, page: CasePage) -> None:
        """Begin to correct the number of a case's person."""
        self._person = page.row.person
        self._wrong = page.row.number
        today = local_day(self._workplace.now())
        now_is = shown(self._wrong, today) if self._wrong else "saknas"
        reserve = self._wrong is not None and self._wrong.kind in _RESERVES
        name = "reservnumret" if reserve else "numret"
        self.told.setText(f"Nu står {name} {now_is}.")
        kept = "Reservnumret" if reserve else "Numret som stod förut"
        self.field.hint.setText(f"{kept} finns kvar i historiken.")
        self.field.hint.show()
        self.number.clear()
        self._typed()
        self.show()
        self.number.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Read the number, then put it in place of the wrong one."""
        typed = self.number.text()
        desk = self._workplace.desk
        self._workplace.clerk.ask(lambda: desk.read_number(typed), self._correct, key="case.number")

    def _correct(self, read: _Read) -> None:
        if isinstance(read, Refused):
            self._refuse(read)
        elif self._person is not None and self._wrong is not None:
            self._workplace.do(
                CorrectNumber(person=self._person, wrong=self._wrong, right=read),
                told="Numret är rättat",
                then=self._done,
                refused=self._refuse,
            )

    def _refuse(self, refused: Refused) -> None:
        self.field.refuse(sentence(refused))
        self.number.setFocus(Qt.FocusReason.OtherFocusReason)
        if refused.reason is RefusalReason.ANOTHERS_NUMBER and self._person is not None:
            desk, person, typed = self._workplace.desk, self._person, self.number.text()
            self._workplace.clerk.ask(
                lambda: desk.joining_by_number(person, typed), self._offered, key="case.number"
            )

    def _offered(self, offer: JoiningOffer | None) -> None:
        """Offer to compare the two at once, or say that they can only be two."""
        self._offer = offer
        self.compare_button.setVisible(offer is not None)
        if offer is None:
            self.field.refuse(_ONLY_MOVED)
        else:
            self.compare_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _compare(self) -> None:
        if self._offer is not None:
            self.left.emit()
            self.compare_wanted.emit(self._offer)

    def _typed(self) -> None:
        self.field.refuse("")
        self._offer = None
        self.compare_button.hide()

    def _done(self, _done: Done) -> None:
        self.left.emit()


class MovePanel(QWidget):
    """The number and name of the person that a message belongs to."""

    left = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._message: UUID | None = None
        self.number = QLineEdit()
        self.name = QLineEdit()
        self.number_field = Labelled("Rätt persons nummer", self.number)
        self.name_field = Labelled("Namn", self.name)
        self.save_button = button("Flytta meddelandet", "primary")
        self.save_button.clicked.connect(self.save)
        self.number.textEdited.connect(self._typed)
        for field in (self.number, self.name):
            field.returnPressed.connect(self.save)
        told = Text("Meddelandet flyttas med allt som är gjort med det. Det går att ångra.")
        _stack(self, (told, self.number_field, self.name_field), self.save_button)

    def open_for(self, message: UUID) -> None:
        """Begin to move a message."""
        self._message = message
        self.number.clear()
        self.name.clear()
        self.number_field.refuse("")
        self._say("")
        self.show()
        self.number.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Move the message."""
        if self._message is None:
            return
        message, number, name = self._message, self.number.text(), self.name.text().strip()
        desk = self._workplace.desk
        self._workplace.settle(
            lambda: desk.move_message(message, number, name),
            told="Meddelandet är flyttat",
            then=self._done,
            refused=self._refuse,
        )

    def _typed(self) -> None:
        self.number_field.refuse("")
        typed = self.number.text()
        if sum(character.isdigit() for character in typed) < _DIGITS:
            self._workplace.clerk.forget("case.move")
            self._say("")
            return
        desk = self._workplace.desk
        self._workplace.clerk.ask(lambda: _look_up(desk, typed), self._show, key="case.move")

    def _show(self, found: PersonHit | Refused | None) -> None:
        if isinstance(found, Refused):
            self._say("")
            self.number_field.refuse(sentence(found))
        elif found is None:
            self._say("Inte känd här sedan tidigare: skriv också namnet.")
        else:
            known = " ".join(
                part for part in (found.facts.given_name, found.facts.family_name) if part
            )
            self._say(f"Känd här: {known}." if known else "Känd här.")
            if known and not self.name.text():
                self.name.setText(known)

    def _say(self, said: str) -> None:
        self.number_field.hint.setText(said)
        self.number_field.hint.setVisible(bool(said))

    def _refuse(self, refused: Refused) -> None:
        self.number_field.refuse(sentence(refused))
        self.number.setFocus(Qt.FocusReason.OtherFocusReason)

    def _done(self, _done: Done) -> None:
        self.left.emit()


def _look_up(desk: Desk, typed: str) -> PersonHit | Refused | None:
    """Ask who has a number (the clerk's lane)."""
    read = desk.read_number(typed)
    return desk.find_person(typed) if isinstance(read, PersonNumber) else read


def _stack(panel: "NumberPanel | MovePanel", parts: tuple[QWidget, ...], *ways_on: QWidget) -> None:
    """Lay a panel out: its parts, then the way on and the way out."""
    panel.setObjectName("panel")
    panel.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    rows = QVBoxLayout(panel)
    rows.setContentsMargins(GAP, GAP, GAP, GAP)
    rows.setSpacing(GAP // 2)
    told, *fields = parts
    rows.addWidget(told)
    side_by_side = QHBoxLayout()
    side_by_side.setSpacing(GAP)
    for field in fields:
        side_by_side.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
    side_by_side.addStretch(1)
    rows.addLayout(side_by_side)
    row = QHBoxLayout()
    leave = button("Avbryt")
    leave.clicked.connect(panel.left)
    for way in (*ways_on, leave):
        row.addWidget(way)
    row.addStretch(1)
    rows.addLayout(row)
    panel.left.connect(panel.hide)
    panel.hide()
