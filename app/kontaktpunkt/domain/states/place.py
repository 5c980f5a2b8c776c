"""What a place for a short stay is after all its events."""

from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.events.place import PlaceFacts
from kontaktpunkt.domain.staff import OnWord
from kontaktpunkt.domain.times import Instant


class Statement(Struct, frozen=True, kw_only=True):
    """Who said something and when: whose word it is, by whom it was noted."""

    at: Instant = Instant(0)
    by: UUID | None = None
    on_word: OnWord | None = None


class PlaceStay(Struct, frozen=True, kw_only=True):
    """Somebody's time at a place; `left_at` is None while she is there.

    `decision` is the decision of a nurse that it rests on so long as no caseworker has confirmed.
    """

    stay: UUID
    since: Instant
    person: UUID | None = None
    case: UUID | None = None
    until: Instant | None = None
    left_at: Instant | None = None
    decision: UUID | None = None
    applied_at: Instant | None = None
    decided_at: Instant | None = None
    note: str = ""
    said: Statement = Statement()


class Reservation(Struct, frozen=True, kw_only=True):
    """A place that is held for somebody, from when and until when."""

    reservation: UUID
    since: Instant
    case: UUID | None = None
    words: str = ""
    until: Instant | None = None
    said: Statement = Statement()


class OutOfUse(Struct, frozen=True, kw_only=True):
    """A time in which nobody can have the place, and why."""

    since: Instant
    reason: str = ""
    until: Instant | None = None


class PlaceState(Struct, frozen=True, kw_only=True):
    """A place: what it is, who is and was there, for whom it is held, who said so last.

    Two who noted a stay without knowing of each other leave two stays: both are kept and shown.
    """

    facts: PlaceFacts | None = None
    stays: tuple[PlaceStay, ...] = ()
    reservations: tuple[Reservation, ...] = ()
    out_of_use: OutOfUse | None = None
    said: Statement = Statement()
    retired_at: Instant | None = None
    voided: bool = False
    frozen: bool = False

    @property
    def present(self) -> tuple[PlaceStay, ...]:
        """Give the stays that have not ended: more than one is a clash to settle."""
        return tuple(one for one in self.stays if one.left_at is None)

    @property
    def is_on_board(self) -> bool:
        """Say whether the place stands on the board; somebody who is there keeps it there."""
        if self.facts is None or self.voided:
            return False
        return self.retired_at is None or bool(self.present)
