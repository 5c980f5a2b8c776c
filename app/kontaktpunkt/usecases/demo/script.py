"""The demo day as a script: which originals came when, and what colleagues did about them."""

from msgspec import Struct

from kontaktpunkt.domain.commands import Command
from kontaktpunkt.domain.notice import Notice
from kontaktpunkt.domain.person.facts import PersonNumber
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.desk import HandEntry
from kontaktpunkt.usecases.weekend.rows import LineDraft

_ARRIVES, _ROUND, _ACTS = range(3)
"""In what order things of one and the same time happen."""


class Whose(Struct, frozen=True):
    """Whose message it is: the story that it belongs to, the person and her number."""

    story: str
    person: str
    number: PersonNumber


class TakeIn(Struct, frozen=True, kw_only=True):
    """An original that comes: a notice to be written, or bytes as they are; `key` names it."""

    key: str
    name: str
    original: Notice | bytes
    whose: Whose | None = None


class Enter(Struct, frozen=True, kw_only=True):
    """Something told by phone and entered by hand."""

    key: str
    entry: HandEntry
    whose: Whose


class LookIn(Struct, frozen=True):
    """A colleague looks in the region's inbox and stamps it."""

    found_new: bool = False


class LeaveLines(Struct, frozen=True):
    """A colleague hands lines over to whoever takes up duty next; ids are stand-ins."""

    lines: tuple[LineDraft, ...]


class TakeLines(Struct, frozen=True):
    """A colleague takes over every line that waits, one by one."""


class Wishes(Struct, frozen=True):
    """What a colleague does in one act; ids in it are stand-ins until it is played."""

    commands: tuple[Command, ...]


class Moment(Struct, frozen=True, kw_only=True):
    """One thing that happens: when, at whose desk (a colleague's key), and what."""

    at: Instant
    who: str
    what: TakeIn | Enter | Wishes | LookIn | LeaveLines | TakeLines


class Script:
    """Collects what happens, in any order, and gives it in order of time.

    What comes in at one time comes before what is done then, and what one colleague does with the
    messages of one round is one act: several rows can be chosen.
    """

    def __init__(self) -> None:
        self._moments: list[tuple[int, Moment]] = []
        self._rounds: dict[tuple[Instant, str], tuple[Command, ...]] = {}

    def arrives(self, at: Instant, who: str, what: TakeIn | Enter) -> None:
        """Let something come in."""
        self._moments.append((_ARRIVES, Moment(at=at, who=who, what=what)))

    def does_in_round(self, at: Instant, who: str, commands: tuple[Command, ...]) -> None:
        """Let somebody deal with a message, in one act with the others of the same round."""
        self._rounds[at, who] = self._rounds.get((at, who), ()) + commands

    def does(self, at: Instant, who: str, commands: tuple[Command, ...]) -> None:
        """Let somebody do something in an act of its own."""
        self._moments.append((_ACTS, Moment(at=at, who=who, what=Wishes(commands))))

    def hands_over(self, at: Instant, who: str, what: LeaveLines | TakeLines) -> None:
        """Let somebody hand lines over, or take those that wait."""
        self._moments.append((_ACTS, Moment(at=at, who=who, what=what)))

    def looks(self, at: Instant, who: str, what: LookIn) -> None:
        """Let somebody look in the region's inbox."""
        self._moments.append((_ARRIVES, Moment(at=at, who=who, what=what)))

    def in_order(self) -> tuple[Moment, ...]:
        """Give the moments in order of time."""
        rounds = [
            (_ROUND, Moment(at=at, who=who, what=Wishes(commands)))
            for (at, who), commands in self._rounds.items()
        ]
        # Stable: what a story tells in order stays in order where a squeezed morning has one time.
        ordered = sorted(self._moments + rounds, key=lambda pair: (pair[1].at, pair[0]))
        return tuple(moment for _, moment in ordered)
