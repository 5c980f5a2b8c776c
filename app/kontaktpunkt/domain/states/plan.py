"""The meetings about a coordinated individual plan (SIP) of a case, as they stand."""

from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.events.plan import PlanMeetingSet
from kontaktpunkt.domain.times import MINUTE, Instant


class PlanMeeting(Struct, frozen=True, kw_only=True):
    """One SIP: the latest words on it, how often it was set, and whether it was held or called off.

    `times_set` counts the words that changed it, for calendars that have an older one.
    """

    said: PlanMeetingSet
    at: Instant
    by: UUID | None = None
    times_set: int = 1
    held_at: Instant | None = None
    cancelled_at: Instant | None = None
    note: str = ""

    @property
    def plan(self) -> UUID:
        """Give its id."""
        return self.said.plan

    @property
    def stands(self) -> bool:
        """Say whether it is still to be held."""
        return self.held_at is None and self.cancelled_at is None

    @property
    def ends_at(self) -> Instant:
        """Give when it is to be over."""
        return Instant(self.said.meeting_at + self.said.minutes * MINUTE)
