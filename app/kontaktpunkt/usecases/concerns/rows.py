"""Rows of what somebody is to look at: frozen, flat, ready to paint or to print."""

from datetime import date
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.events.concern import ConcernKind
from kontaktpunkt.domain.person.facts import PersonNumber, Protection
from kontaktpunkt.domain.staff import Receiver
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.care_request_rows import Whom


class ConcernRow(Struct, frozen=True, kw_only=True):
    """One concern: about whom, what was seen, who looks by when, and what came of it.

    `has_care_request`: a prepared care request lies ready for her. `case` is her open case.
    """

    person: UUID
    concern: UUID
    about: ConcernKind
    text: str
    to: Receiver
    due: date
    raised_at: Instant
    raised_by_name: str = ""
    name: str = ""
    number: PersonNumber | None = None
    birth_date: date | None = None
    protection: Protection = Protection.NONE
    masked: bool = False
    unit: str = ""
    case: UUID | None = None
    has_care_request: bool = False
    settled_at: Instant | None = None
    outcome: str = ""


class ConcernPage(Struct, frozen=True, kw_only=True):
    """What waits, the soonest due first, and what was settled lately, the newest first."""

    at: Instant
    waiting: tuple[ConcernRow, ...]
    settled: tuple[ConcernRow, ...] = ()

    def late(self, today: date) -> int:
        """Count those that somebody should have looked at before a day."""
        return sum(row.due < today for row in self.waiting)


class Seen(Struct, frozen=True, kw_only=True):
    """What somebody saw, about whom, and who looks by when."""

    whom: Whom
    about: ConcernKind
    text: str
    to: Receiver
    due: date
