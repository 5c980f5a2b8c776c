"""Panels for acts on the message: acknowledged, later, misdirected."""

from collections.abc import Sequence
from datetime import time, timedelta

from PySide6.QtWidgets import QButtonGroup, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from kontaktpunkt.domain.commands import (
    AcknowledgeMessage,
    Command,
    DeferMessage,
    MarkMisdirected,
)
from kontaktpunkt.domain.events.message import Misdirection
from kontaktpunkt.domain.times import HOUR, Instant, at_local, local_day
from kontaktpunkt.ui.screens.inbox.panels.panel import Fault, Panel
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.usecases.arriving.entry_times import Direction
from kontaktpunkt.usecases.rows import MessageCard
from kontaktpunkt.wording.times import clock, when
from kontaktpunkt.wording.words import word

_MORNING = time(8, 0)
_AFTERNOON = time(13, 0)


class Choices(QWidget):
    """A column of choices, one of them chosen."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(2)

    def show_choices(self, choices: Sequence[str], chosen: int = 0) -> None:
        """Show other choices."""
        for known in self._group.buttons():
            self._group.removeButton(known)
            known.deleteLater()
        for place, words in enumerate(choices):
            made = QRadioButton(words)
            made.setChecked(place == chosen)
            self._group.addButton(made, place)
            self._rows.addWidget(made)
            if place == chosen:
                self.setFocusProxy(made)

    @property
    def chosen(self) -> int:
        """Give the place of the choice, -1 when there is none."""
        return self._group.checkedId()

    def choose(self, place: int) -> None:
        """Choose by place."""
        self._group.button(place).setChecked(True)


class AcknowledgePanel(Panel):
    """K: when the message was acknowledged in the region's own system."""

    name = "acknowledge"
    title = "Kvitterat i regionens system"
    confirm = "Kvitterat"

    def build(self) -> None:
        """One time, now until something else is typed."""
        self.add_typed("at", "Klockan", QLineEdit())
        self.add(
            Text("Skriv annan tid om det var tidigare, till exempel 0815 eller i går 1630.", "soft")
        )

    def fill(self, card: MessageCard | None) -> None:
        """Begin with now."""
        del card
        self.put("at", self.now_text())

    def commands(self) -> Sequence[Command]:
        """Acknowledge each of the chosen."""
        system = self.workplace.system_name
        at = self._at()
        return [
            AcknowledgeMessage(message=row.message, system=system, at=at)
            for row in self.rows
            if row.kind is not None
        ]

    def told(self, who: str) -> str:
        """Say what and when."""
        return f"Kvitterat i {self.workplace.system_name}: {who}, kl {clock(self._at())}"

    def _at(self) -> Instant:
        # Untouched it means this very moment, to the second, not the whole minute before.
        if self.text_of("at") == self.now_text():
            return self.workplace.now()
        return self.time_of("at", Direction.PAST)


class LaterPanel(Panel):
    """S: until a time, or until an answer comes."""

    name = "later"
    title = "Senare"
    confirm = "Lägg undan"

    def build(self) -> None:
        """Place the usual times to choose, and one to type."""
        self._choices = Choices("När det ska komma tillbaka")
        self._times: list[Instant | None] = []
        self.add(self._choices)
        self.add_typed("until", "Eller en annan tid", QLineEdit()).field.setToolTip(
            "Till exempel 1430, i morgon 0900 eller fredag 13"
        )
        self.add_typed("note", "Varför (kan vara tomt)", QLineEdit())

    def fill(self, card: MessageCard | None) -> None:
        """Offer times that are still to come."""
        del card
        now = self.workplace.now()
        tomorrow = local_day(now) + timedelta(days=1)
        offered = {
            "Om en timme": Instant(now + HOUR),
            "I eftermiddag": at_local(local_day(now), _AFTERNOON),
            "I morgon bitti": at_local(tomorrow, _MORNING),
        }
        left = {words: at for words, at in offered.items() if at > now}
        self._times = [*left.values(), None]
        self._choices.show_choices(
            [f"{words} ({when(at, now)})" for words, at in left.items()] + ["Tills svar kommer"]
        )

    @property
    def first_field(self) -> QWidget:
        """Begin with the choices."""
        return self._choices

    def commands(self) -> Sequence[Command]:
        """Let each of the chosen wait."""
        until = self._until()
        note = self.text_of("note")
        return [DeferMessage(message=row.message, until=until, note=note) for row in self.rows]

    def told(self, who: str) -> str:
        """Say until when."""
        until = self._until()
        words = (
            "tills svar kommer" if until is None else f"till {when(until, self.workplace.now())}"
        )
        return f"Senare: {who}, {words}"

    def _until(self) -> Instant | None:
        if self.text_of("until"):
            return self.time_of("until", Direction.COMING)
        return self._times[self._choices.chosen]


class MisdirectedPanel(Panel):
    """F: the message was not for us."""

    name = "misdirected"
    title = "Felsänt"
    confirm = "Felsänt"

    def build(self) -> None:
        """Place what was done with it in the region's system, and to whom."""
        self._choices = Choices("Vad som gjordes")
        self.add(self._choices)
        self.add_typed("to", "Vidaresänt till", QLineEdit())
        self.add_typed("note", "Notering (kan vara tom)", QLineEdit())

    def fill(self, card: MessageCard | None) -> None:
        """Begin with returned."""
        del card
        system = self.workplace.system_name
        self._choices.show_choices([f"{word(way).capitalize()} i {system}" for way in Misdirection])

    @property
    def first_field(self) -> QWidget:
        """Begin with the choices."""
        return self._choices

    def commands(self) -> Sequence[Command]:
        """Mark each of the chosen."""
        way = list(Misdirection)[self._choices.chosen]
        to, note = self.text_of("to"), self.text_of("note")
        if way is Misdirection.FORWARDED and not to:
            raise Fault("Skriv vart det sändes vidare.")
        return [
            MarkMisdirected(message=row.message, way=way, to=to, note=note) for row in self.rows
        ]

    def told(self, who: str) -> str:
        """Say what was done."""
        way = word(list(Misdirection)[self._choices.chosen])
        to = self.text_of("to")
        return f"Felsänt, {way}{f' till {to}' if to else ''}: {who}"
