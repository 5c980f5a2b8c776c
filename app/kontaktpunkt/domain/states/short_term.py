"""What a case says of a short stay: applications, decisions outside office hours, arrival."""

from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.events.short_term import (
    ManagerOnCallAsked,
    ShortTermArrivalPlanned,
    ShortTermGranted,
)
from kontaktpunkt.domain.times import Instant


class ShortTermNeed(Struct, frozen=True, kw_only=True):
    """An application: what is needed, since when, what was decided, when she got a place."""

    need: str
    applied_at: Instant
    decided_at: Instant | None = None
    granted: bool | None = None
    caseworker: str = ""
    placed_at: Instant | None = None
    ended_at: Instant | None = None

    @property
    def waits(self) -> bool:
        """Say whether she stands in the queue: not placed, not refused, not withdrawn."""
        return self.placed_at is None and self.ended_at is None


class ShortTermDecision(Struct, frozen=True, kw_only=True):
    """A decision outside office hours, and what the caseworker has done about it since."""

    granted: ShortTermGranted
    at: Instant
    by: UUID | None = None
    told: tuple[str, ...] = ()
    handed_over: tuple[str, ...] = ()
    confirmed_at: Instant | None = None
    ended_at: Instant | None = None
    caseworker: str = ""

    @property
    def waits(self) -> bool:
        """Say whether it waits for the caseworker."""
        return self.confirmed_at is None and self.ended_at is None


class ManagerAsked(Struct, frozen=True):
    """A time that the manager on call was asked: what, when and by whom noted."""

    asked: ManagerOnCallAsked
    at: Instant
    by: UUID | None = None


class ShortTermStay(Struct, frozen=True, kw_only=True):
    """A place that the person has or had by this case."""

    place: UUID
    name: str
    stay: UUID
    since: Instant
    until: Instant | None = None
    left_at: Instant | None = None


class ShortTermState(Struct, frozen=True, kw_only=True):
    """All that a case holds of short stays, in order."""

    needs: tuple[ShortTermNeed, ...] = ()
    decisions: tuple[ShortTermDecision, ...] = ()
    asked: tuple[ManagerAsked, ...] = ()
    stays: tuple[ShortTermStay, ...] = ()
    arrival: ShortTermArrivalPlanned | None = None

    @property
    def waiting_need(self) -> ShortTermNeed | None:
        """Give the application by which she stands in the queue."""
        return next((one for one in reversed(self.needs) if one.waits), None)

    @property
    def waiting_decision(self) -> ShortTermDecision | None:
        """Give the oldest decision that waits for the caseworker."""
        return next((one for one in self.decisions if one.waits), None)
