"""Plays a demo script: each original is taken in and each act done, at its own time."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any, Final, Protocol
from uuid import UUID

import msgspec

from kontaktpunkt.domain.commands import Command, SignOffMeeting
from kontaktpunkt.domain.notice import Notice
from kontaktpunkt.domain.person.facts import PersonNumber
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.domain.staff import Receiver
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.demo.names import case_of, message_of, person_of, staff_id
from kontaktpunkt.usecases.demo.script import (
    Enter,
    LeaveLines,
    LookIn,
    Moment,
    TakeIn,
    TakeLines,
    Whose,
    Wishes,
)
from kontaktpunkt.usecases.desk import Done, Fate, HandEntry
from kontaktpunkt.usecases.weekend.rows import LineDraft

_NAMED: Final = ("message", "case", "person")


class Stage(Protocol):
    """Where a script is played: a desk, its clock, and the writing of originals."""

    def set_time(self, at: Instant) -> None:
        """Let it be this time."""
        ...

    def as_staff(self, staff: UUID) -> None:
        """Let this colleague be at the desk."""
        ...

    def write(self, notice: Notice) -> bytes:
        """Write the original that a reader understands so."""
        ...

    def take_in(self, originals: Sequence[tuple[str, bytes]]) -> Sequence[Fate]:
        """Take originals in at once."""
        ...

    def enter(self, entry: HandEntry) -> Done | Refused:
        """Enter what was told by phone."""
        ...

    def act(self, *commands: Command) -> Done | Refused:
        """Do something."""
        ...

    def look(self, *, found_new: bool) -> Done | Refused:
        """Stamp a look in the region's inbox."""
        ...

    def hand_over(self, lines: Sequence[LineDraft]) -> Done | Refused:
        """Hand lines over to whoever takes up duty next."""
        ...

    def take_over(self) -> None:
        """Take over every line that waits, one by one."""
        ...

    def person_of(self, number: PersonNumber) -> UUID | None:
        """Find a known person."""
        ...

    def case_of(self, message: UUID) -> UUID | None:
        """Find the case that a message belongs to."""
        ...


class NotPlayable(Exception):
    """A demo act was refused: the script is at fault. Holds no person's data."""


def play(script: Iterable[Moment], stage: Stage, first_user: UUID, first_key: str) -> None:
    """Play the script; `first_user` is whom the founding of the store made the first colleague.

    Raises NotPlayable for a script that does not fit the rules.
    """
    player = _Player(stage, {staff_id(first_key): first_user})
    for (at, who, arrives), moments in groupby(script, key=_together):
        stage.set_time(at)
        stage.as_staff(player.real(staff_id(who)))
        if arrives:
            player.take_in([moment.what for moment in moments if isinstance(moment.what, TakeIn)])
            continue
        for moment in moments:
            player.perform(moment.what)


def _together(moment: Moment) -> tuple[Instant, str, bool]:
    return moment.at, moment.who, isinstance(moment.what, TakeIn)


class _Player:
    """Knows which real ids the stand-ins of a script have come to mean."""

    def __init__(self, stage: Stage, known: dict[UUID, UUID]) -> None:
        self._stage = stage
        self._known = known

    def real(self, stand_in: UUID) -> UUID:
        """Give the real id; what is no stand-in is real already."""
        return self._known.get(stand_in, stand_in)

    def take_in(self, arrivals: Sequence[TakeIn]) -> None:
        """Take originals in, in one go, and learn the ids that they got."""
        originals = [(one.name, self._bytes(one.original)) for one in arrivals]
        for one, fate in zip(arrivals, self._stage.take_in(originals), strict=True):
            if fate.message is not None:
                self._known[message_of(one.key)] = fate.message
            if one.whose is not None and fate.case is not None:
                self._learn(one.whose, fate.case)

    def perform(self, what: TakeIn | Enter | Wishes | LookIn | LeaveLines | TakeLines) -> None:
        """Do or enter one thing."""
        match what:
            case Wishes(commands=commands):
                done = self._stage.act(*(self._resolved(one) for one in commands))
                if isinstance(done, Refused):
                    raise NotPlayable(done.reason, *(type(one).__name__ for one in commands))
            case Enter():
                self._enter(what)
            case LookIn(found_new=found_new):
                self._look(found_new=found_new)
            case LeaveLines(lines=lines):
                self._leave(lines)
            case TakeLines():
                self._stage.take_over()
            case TakeIn():
                self.take_in([what])

    def _leave(self, lines: Sequence[LineDraft]) -> None:
        real = [
            msgspec.structs.replace(one, case=self.real(one.case)) if one.case else one
            for one in lines
        ]
        done = self._stage.hand_over(real)
        if isinstance(done, Refused):
            raise NotPlayable(done.reason, LeaveLines.__name__)

    def _look(self, *, found_new: bool) -> None:
        done = self._stage.look(found_new=found_new)
        if isinstance(done, Refused):
            raise NotPlayable(done.reason, LookIn.__name__)

    def _enter(self, what: Enter) -> None:
        done = self._stage.enter(what.entry)
        if isinstance(done, Refused):
            raise NotPlayable(done.reason, what.key)
        known = set(self._known.values())
        (message,) = (one for one in done.changed.messages if one not in known)
        self._known[message_of(what.key)] = message
        case = self._stage.case_of(message)
        if case is not None:
            self._learn(what.whose, case)

    def _learn(self, whose: Whose, case: UUID) -> None:
        self._known[case_of(whose.story)] = case
        if person_of(whose.person) not in self._known:
            person = self._stage.person_of(whose.number)
            if person is not None:
                self._known[person_of(whose.person)] = person

    def _bytes(self, original: Notice | bytes) -> bytes:
        return self._stage.write(original) if isinstance(original, Notice) else original

    def _resolved(self, command: Command) -> Command:
        """Put the real ids in place of the stand-ins."""
        changes: dict[str, Any] = {
            name: self.real(value)
            for name in _NAMED
            if isinstance(value := getattr(command, name, None), UUID)
        }
        if isinstance(command, SignOffMeeting):
            changes["left_out"] = tuple(map(self.real, command.left_out))
        to = getattr(command, "to", None)
        if isinstance(to, Receiver) and to.staff is not None:
            changes["to"] = msgspec.structs.replace(to, staff=self.real(to.staff))
        return msgspec.structs.replace(command, **changes)
