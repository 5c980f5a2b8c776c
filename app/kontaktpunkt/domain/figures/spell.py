"""One stay as key figures know it: when it began, was ready, ended, and what was in the way."""

from datetime import date
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.events.case import CaseKind
from kontaktpunkt.domain.payment.stays import PaidStay
from kontaktpunkt.domain.side import Side
from kontaktpunkt.domain.times import Instant


# No cycle can hold these, and a year has many thousands: the collector leaves them alone.
class ObstacleSpan(Struct, frozen=True, omit_defaults=True, gc=False):
    """An obstacle from when until when (None = still there), on whose side, by its code.

    `text` is what somebody wrote where the profile has no code for it.
    """

    obstacle: UUID
    code: str
    side: Side
    since: Instant
    until: Instant | None = None
    text: str = ""


class PromisedHome(Struct, frozen=True, gc=False):
    """A meeting said that the person goes home that day: which meeting, and when it said so."""

    meeting: str
    at: Instant


class InPlace(Struct, frozen=True, gc=False):
    """A thing that a homecoming needs: whether it is in place, and since when that was said."""

    item: str
    done: bool
    at: Instant


class NotedCause(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Why somebody was admitted, by its code in the profile, and what was tried before."""

    code: str
    nurse_assessed: bool | None = None
    doctor_asked: bool | None = None
    place_tried: bool | None = None


class Spell(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """One stay, with no name and no place in it; times in microseconds UTC, None = not known.

    `ready_at` is when the readiness notice that stands was sent, else when it came to us. `left_at`
    is when the person left the hospital, by the region's message or our own note (`leaving`).
    `closed_at` ends a stay whose leaving nobody told of. `paid` is what liability is judged on.
    """

    case: UUID
    person: UUID | None = None
    protected: bool = False
    case_kind: CaseKind = CaseKind.INPATIENT
    in_hospital: bool = False
    admitted_at: Instant | None = None
    ready_at: Instant | None = None
    left_at: Instant | None = None
    called_home: bool = False
    closed_at: Instant | None = None
    deceased: bool = False
    paid: PaidStay | None = None
    obstacles: tuple[ObstacleSpan, ...] = ()
    promised: tuple[PromisedHome, ...] = ()
    marks: tuple[InPlace, ...] = ()
    cause: NotedCause | None = None

    @property
    def ended_at(self) -> Instant | None:
        """Give when the stay was over as far as anybody knows; None while it goes on."""
        if self.left_at is not None:
            return self.left_at
        return None if self.in_hospital else self.closed_at

    @property
    def is_stay(self) -> bool:
        """Say whether it is an inpatient stay: a 23-timmarspatient is never ready for discharge."""
        return self.case_kind is CaseKind.INPATIENT


class Received(Struct, frozen=True, kw_only=True, gc=False):
    """A message as key figures know it: when it came, and when it was acknowledged."""

    message: UUID
    case: UUID | None = None
    person: UUID | None = None
    protected: bool = False
    received_at: Instant
    acknowledged_at: Instant | None = None


class Period(Struct, frozen=True):
    """Local calendar days, both included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """Give how many days it has."""
        return (self.last - self.first).days + 1

    def holds(self, day: date) -> bool:
        """Say whether a day lies in it."""
        return self.first <= day <= self.last
