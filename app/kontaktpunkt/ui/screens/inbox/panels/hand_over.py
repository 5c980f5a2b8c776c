"""L: to whom the message is handed: who she is with us first, then staff, units and roles."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem

from kontaktpunkt.domain.commands import Command, HandOverMessage
from kontaktpunkt.domain.staff import Receiver, Role
from kontaktpunkt.ui.screens.inbox.panels.panel import Fault, Panel
from kontaktpunkt.ui.widgets.text import unbroken
from kontaktpunkt.usecases.contacts.rows import Proposed
from kontaktpunkt.usecases.rows import MessageCard, StaffRow
from kontaktpunkt.wording.words import word

_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Proposal:
    """Somebody to hand to: in words, and why she is proposed."""

    words: str
    why: str
    to: Receiver


class HandOverPanel(Panel):
    """L: type to find, arrows to choose, Enter to hand over."""

    name = "hand_over"
    title = "Lämna till"
    confirm = "Lämna"

    def build(self) -> None:
        """Place a field to find somebody, the list of those found, and a note."""
        self._all: Sequence[Proposal] = ()
        self._found: Sequence[Proposal] = ()
        self._list = QListWidget()
        self._list.setAccessibleName("Mottagare")
        self._list.setFixedHeight(self._list.fontMetrics().lineSpacing() * _SHOWN + 56)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemDoubleClicked.connect(self.confirm_now)
        field = QLineEdit()
        field.setPlaceholderText("Person, enhet eller roll")
        self.add_typed("to", "Till", field)
        field.textChanged.connect(self._search)
        self.add(self._list)
        self.add_typed("note", "Notering till mottagaren (kan vara tom)", QLineEdit())

    def fill(self, card: MessageCard | None) -> None:
        """Propose who she is with us first."""
        self._all = proposals(card, self.workplace.staff, self.workplace.units)
        self._search()
        person = card.state.person if card is not None else None
        if card is None or person is None or card.row.masked:
            return
        kind, message, desk = card.row.kind, card.row.message, self.workplace.desk
        self.workplace.clerk.ask(
            lambda: (message, desk.proposed_receivers(person, kind)),
            self._put_first,
            key="proposed receivers",
        )

    def _put_first(self, found: tuple[UUID, tuple[Proposed, ...]]) -> None:
        """Put first whom the register names for the person; what was chosen already stays."""
        message, proposed = found
        if not self.rows or self.rows[0].message != message or self.isHidden():
            return
        first = [_proposal(one) for one in proposed]
        known = {one.to for one in first}
        self._all = [*first, *(one for one in self._all if one.to not in known)]
        place = self._list.currentRow()
        chosen = self._found[place].to if place > 0 else None
        self._search()
        places = (at for at, one in enumerate(self._found) if one.to == chosen)
        self._list.setCurrentRow(next(places, 0))

    def commands(self) -> Sequence[Command]:
        """Hand each of the chosen over."""
        to = self._chosen().to
        note = self.text_of("note")
        return [HandOverMessage(message=row.message, to=to, note=note) for row in self.rows]

    def told(self, who: str) -> str:
        """Say to whom."""
        return f"Lämnat till {self._chosen().words}: {who}"

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows of the field steer the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step and watched is self._typed["to"]:
                row = self._list.currentRow() + step
                self._list.setCurrentRow(max(0, min(self._list.count() - 1, row)))
                return True
        return super().eventFilter(watched, event)

    def _chosen(self) -> Proposal:
        row = self._list.currentRow()
        if not 0 <= row < len(self._found):
            raise Fault("Välj vem det lämnas till.")
        return self._found[row]

    def _search(self) -> None:
        words = self.text_of("to").casefold().split()
        found = [
            proposal
            for proposal in self._all
            if all(word in f"{proposal.words} {proposal.why}".casefold() for word in words)
        ]
        # Who is called so comes before who only belongs there: "norr" is the unit, then its staff.
        self._found = sorted(
            found, key=lambda one: not all(word in one.words.casefold() for word in words)
        )
        if words and not self._found:
            typed = self.text_of("to")
            self._found = [Proposal(typed, "ny enhet", Receiver(unit=typed))]
        self._list.clear()
        for proposal in self._found:
            item = QListWidgetItem(f"{proposal.words}   ·   {proposal.why}")
            item.setToolTip(item.text())
            self._list.addItem(item)
        self._list.setCurrentRow(0)


def _proposal(one: Proposed) -> Proposal:
    """Say who somebody is with us, by which number, and whether she is asked at this step."""
    if one.title is None:
        why = ("hos oss", unbroken(one.phone))
    else:
        asked = "frågas nu" if one.asked else "hos oss"
        why = (word(one.title), asked, unbroken(one.phone))
    return Proposal(one.name, ", ".join(part for part in why if part), one.to)


def proposals(
    card: MessageCard | None, staff: Sequence[StaffRow], units: Sequence[str]
) -> list[Proposal]:
    """Propose receivers: who she is with us, then colleagues, units and roles; each once."""
    found: dict[Receiver, Proposal] = {}

    def offer(words: str, why: str, to: Receiver) -> None:
        found.setdefault(to, Proposal(words, why, to))

    with_us = card.person.with_us if card is not None and card.person is not None else None
    if with_us is not None and with_us.unit:
        offer(with_us.unit, "hos oss", Receiver(unit=with_us.unit))
    if card is not None and card.row.unit:
        offer(card.row.unit, "hos oss", Receiver(unit=card.row.unit))
    for person in staff:
        why = ", ".join(part for part in (word(person.role), person.unit) if part)
        offer(person.name, why, Receiver(staff=person.staff))
    for unit in (*units, *dict.fromkeys(person.unit for person in staff if person.unit)):
        offer(unit, "enhet", Receiver(unit=unit))
    for role in Role:
        offer(word(role).capitalize(), "roll", Receiver(role=role))
    return list(found.values())
