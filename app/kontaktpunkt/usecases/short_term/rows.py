"""Pages of short stays: frozen, ready to paint; identities that may not be seen come masked."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.events.place import PlaceFacts, PlaceKind
from kontaktpunkt.domain.events.short_term import ShortTermArrivalPlanned
from kontaktpunkt.domain.states import ShortTermDecision, ShortTermState
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.care_request_rows import Whom
from kontaktpunkt.usecases.rows import CaseRow, TimelineEntry


class PlaceStanding(StrEnum):
    """How it stands with a place; two who are said to have it is a clash that must be settled."""

    FREE = "free"
    RESERVED = "reserved"
    OCCUPIED = "occupied"
    DOUBLE = "double"
    OUT_OF_USE = "out_of_use"


class ShortTermPaper(StrEnum):
    """What can be put on paper: free places, the board, the queue, a decision, a blank one."""

    FREE = "free"
    BOARD = "board"
    QUEUE = "queue"
    DECISION = "decision"
    BLANK = "blank"


class ForWhom(Struct, frozen=True, kw_only=True):
    """For whom something is done: by case, by person or number; nobody when all is empty."""

    case: UUID | None = None
    whom: Whom = Whom()

    @property
    def is_nobody(self) -> bool:
        """Say whether no one is named."""
        whom = self.whom
        return self.case is None and whom.person is None and not whom.number_text.strip()


class Holder(Struct, frozen=True, kw_only=True):
    """Somebody who has a place: who, since when, until when, and on whose decision.

    `provisional` rests on a nurse's decision that no caseworker has confirmed; `overdue`: should
    have left by now; `elsewhere` names the other places that she is said to have as well.
    """

    stay: UUID
    since: Instant
    case: UUID | None = None
    person: UUID | None = None
    name: str = ""
    masked: bool = False
    until: Instant | None = None
    provisional: bool = False
    overdue: bool = False
    elsewhere: tuple[str, ...] = ()
    note: str = ""


class HeldFor(Struct, frozen=True, kw_only=True):
    """For whom a place is held: by name where it is a case, else in words."""

    reservation: UUID
    words: str
    case: UUID | None = None
    masked: bool = False
    until: Instant | None = None


class PlaceRow(Struct, frozen=True, kw_only=True):
    """One place on the board, as it was told last: never live, `said_by` said so at `said_at`.

    `free_from` is when it can be had again where that is known; None for free now or unknown.
    """

    place: UUID
    facts: PlaceFacts
    standing: PlaceStanding
    said_at: Instant
    said_by: str
    holders: tuple[Holder, ...] = ()
    held_for: tuple[HeldFor, ...] = ()
    free_from: Instant | None = None
    reason: str = ""

    @property
    def can_be_had(self) -> bool:
        """Say whether somebody can be placed here now."""
        return self.standing is PlaceStanding.FREE


class QueueRow(Struct, frozen=True, kw_only=True):
    """Somebody who waits for a place: need, since when, what the caseworker has decided."""

    case: UUID
    name: str
    masked: bool
    need: str
    applied_at: Instant
    person: UUID | None = None
    decided_at: Instant | None = None
    caseworker: str = ""
    unit: str = ""
    whereabouts: str = ""
    ready_since: Instant | None = None


class DecisionRow(Struct, frozen=True, kw_only=True):
    """A decision outside office hours that waits for the caseworker."""

    case: UUID
    name: str
    masked: bool
    decision: UUID
    place_name: str
    granted_at: Instant
    granted_by: str
    valid_until: Instant
    person: UUID | None = None
    late: bool = False
    reason: str = ""
    told: tuple[str, ...] = ()
    handed_over: tuple[str, ...] = ()


class ArrivalRow(Struct, frozen=True, kw_only=True):
    """Somebody who is expected at a short stay; `planned` is empty of words when masked."""

    case: UUID
    name: str
    masked: bool
    planned: ShortTermArrivalPlanned
    person: UUID | None = None


class WeekLine(Struct, frozen=True, kw_only=True):
    """A week's need against its places; permanent places are none of ours to reckon with.

    `needed` counts everybody who needs a place any day of the week: who has one, who waits, for
    whom one is held, who is expected.
    """

    monday: date
    places: int
    needed: int
    waiting: int

    @property
    def left(self) -> int:
        """Give how many places are left; below zero so many are missing."""
        return self.places - self.needed


class PastStay(Struct, frozen=True, kw_only=True):
    """A stay that has ended, with how long she had waited for it."""

    place: UUID
    place_name: str
    name: str
    masked: bool
    since: Instant
    left_at: Instant
    applied_at: Instant | None = None
    decided_at: Instant | None = None


class ShortTermPage(Struct, frozen=True, kw_only=True):
    """The board with all that waits; `order` is in which order kinds of place are asked for."""

    at: Instant
    places: tuple[PlaceRow, ...]
    queue: tuple[QueueRow, ...]
    decisions: tuple[DecisionRow, ...]
    arrivals: tuple[ArrivalRow, ...]
    weeks: tuple[WeekLine, ...]
    history: tuple[PastStay, ...]
    order: tuple[PlaceKind, ...]

    @property
    def free(self) -> tuple[PlaceRow, ...]:
        """Give the places that somebody can have now, in the order in which they are asked for."""
        return tuple(row for row in self.places if row.can_be_had)

    @property
    def next_free(self) -> PlaceRow | None:
        """Give the place that is free the soonest among those that are not free now."""
        coming = [row for row in self.places if row.free_from is not None and not row.held_for]
        return min(coming, key=lambda row: row.free_from or Instant(0), default=None)


class PlaceCard(Struct, frozen=True, kw_only=True):
    """One place whole: how it stands, who was there before, and what was said of it."""

    row: PlaceRow
    past: tuple[PastStay, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()


class ShortTermCase(Struct, frozen=True, kw_only=True):
    """What a case says of short stays, and what a decision made now would come to.

    `valid_until` is until when one granted now would hold; `office_open`: caseworkers are at work
    now (None where their hours are not confirmed). A masked case says nothing in words.
    """

    row: CaseRow
    said: ShortTermState
    waiting: ShortTermDecision | None
    valid_until: Instant
    office_open: bool | None = None
