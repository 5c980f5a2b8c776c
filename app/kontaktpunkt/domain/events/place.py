"""What is said of places for a short stay (korttidsplatser): who is there, until when, for whom."""

from enum import StrEnum
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.domain.staff import OnWord
from kontaktpunkt.domain.times import Instant


class PlaceKind(StrEnum):
    """What sort of place it is; the order in which they are asked for is the profile's.

    Source: the routine of Gislaved (ordinary korttid, then växelvård, last a permanent place).
    """

    OWN = "own"
    PURCHASED = "purchased"
    ALTERNATING = "alternating"
    PERMANENT = "permanent"


class PlaceFacts(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a place is: name, unit, kind, its rank among those of its kind, and whom to ring."""

    name: str
    unit: str = ""
    place_kind: PlaceKind = PlaceKind.OWN
    rank: int = 0
    phone: str = ""


class PlaceListed(Body, frozen=True, kw_only=True):
    """A place stands on the board, or stands there otherwise from now on."""

    facts: PlaceFacts
    on_word: OnWord | None = None


class PlaceOccupied(Body, frozen=True, kw_only=True):
    """Somebody has the place; `person` is None when we were told no more than that it is taken.

    `decision` is the short-term decision that it rests on until the caseworker has confirmed it.
    `applied_at` and `decided_at` come from the queue, so that the wait can be told afterwards.
    """

    stay: UUID
    person: UUID | None = None
    case: UUID | None = None
    until: Instant | None = None
    decision: UUID | None = None
    applied_at: Instant | None = None
    decided_at: Instant | None = None
    note: str = ""
    on_word: OnWord | None = None


class PlaceStayChanged(Body, frozen=True, kw_only=True):
    """A stay lasts until another time; `confirmed`: it rests on the caseworker's decision now."""

    stay: UUID
    until: Instant | None = None
    confirmed: bool = False
    on_word: OnWord | None = None


class PlaceVacated(Body, frozen=True, kw_only=True):
    """Somebody has left the place."""

    stay: UUID
    note: str = ""
    on_word: OnWord | None = None


class PlaceReserved(Body, frozen=True, kw_only=True):
    """The place is held for somebody: a case, or what was said in words."""

    reservation: UUID
    case: UUID | None = None
    words: str = ""
    until: Instant | None = None
    on_word: OnWord | None = None


class PlaceReservationEnded(Body, frozen=True, kw_only=True):
    """The place is not held any more."""

    reservation: UUID
    on_word: OnWord | None = None


class PlaceTakenOutOfUse(Body, frozen=True, kw_only=True):
    """Nobody can have the place for a time, and why."""

    reason: str = ""
    until: Instant | None = None
    on_word: OnWord | None = None


class PlacePutInUse(Body, frozen=True, kw_only=True):
    """The place can be had again."""

    on_word: OnWord | None = None


class PlaceChecked(Body, frozen=True, kw_only=True):
    """Somebody has asked, and what stands of the place still holds."""

    on_word: OnWord | None = None


class PlaceRetired(Body, frozen=True, kw_only=True):
    """The place stands on the board no more; what happened there can still be read."""

    reason: str = ""
