"""The packet of a stop as a screen shows it before it is made, and as it is once it is out."""

from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.profile import PacketPeople
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.paper_rows import PlacedSheet


class PlannedList(Struct, frozen=True, kw_only=True):
    """A list that can go along; `rows` is how many lines it has."""

    key: str
    title: str
    rows: int
    chosen: bool = True


class PlannedForm(Struct, frozen=True, kw_only=True):
    """A form that can be filled in for somebody, and why: how far she has come."""

    form: str
    title: str
    case: UUID
    name: str
    people: PacketPeople
    is_protected: bool = False
    chosen: bool = True


class PlannedBlanks(Struct, frozen=True, kw_only=True):
    """How many blank copies of a form go along."""

    form: str
    title: str
    count: int


class OutagePacketPlan(Struct, frozen=True, kw_only=True):
    """What a packet would hold now: each part can be chosen, each count changed (`replace`).

    `name` is what is down. `left_out` counts people with protected identity whose forms are
    written by hand. `protected`: it must be asked before it leaves the house.
    """

    outage: UUID
    name: str
    at: Instant
    exercise: bool
    lists: tuple[PlannedList, ...]
    filled: tuple[PlannedForm, ...]
    blanks: tuple[PlannedBlanks, ...]
    persons: int = 0
    left_out: int = 0
    protected: bool = False

    @property
    def numbers(self) -> int:
        """Count the numbers that it would take."""
        return sum(one.chosen for one in self.filled) + sum(one.count for one in self.blanks)


class PacketShown(Struct, frozen=True, kw_only=True):
    """A packet as it would look: each paper says that it has no number yet.

    `protected_sheets` are the forms of people with protected identity, with whose they are;
    `left_out` counts those of them whose forms are written by hand.
    """

    pdf: bytes
    title: str
    pages: int
    persons: int
    protected: bool
    protected_sheets: tuple[str, ...] = ()
    left_out: int = 0


class IssuedPacket(Struct, frozen=True, kw_only=True):
    """A packet that is on its way out: its PDF, and where each of its numbered papers stands."""

    pdf: bytes
    title: str
    file_name: str
    pages: int
    persons: int
    protected: bool
    sheets: tuple[PlacedSheet, ...] = ()
