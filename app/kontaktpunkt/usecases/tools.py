"""What every use case is handed: clock, chance, signer, rules; and who acts."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.calendar.local_days import LocalDays
from kontaktpunkt.domain.calendar.office_hours import NEVER_OPEN, OfficeClock, office_clock
from kontaktpunkt.domain.ledger.envelope import KnownBy
from kontaktpunkt.domain.ledger.subjects import time_ordered_id
from kontaktpunkt.domain.profile import RuleProfile, local_days
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.ports import Chance, Clock, Signer

_MICROSECONDS_IN_A_MILLISECOND = 1000
_RANDOM_IN_AN_ID = 10
_ONE_DAY = timedelta(days=1)


class Actor(Struct, frozen=True, kw_only=True):
    """Who acts: a member of staff, or the system with the operating system's account."""

    staff: UUID | None = None
    unit: str = ""
    known_by: KnownBy = KnownBy.CHOSEN
    os_account: str = ""


class Rules:
    """The rules of one day, and the calendar of red days that they are read with.

    What was or will be on other days is counted by what holds on those days.
    """

    def __init__(self, profile: RuleProfile, is_red: Callable[[date], bool]) -> None:
        self.profile = profile
        self.days = local_days(profile, is_red)
        self.is_red = self.days.closed
        self._clock = _clock_of(profile, self.days)
        self._untaken_minutes = profile.untaken_minutes

    def late_at(self, received_at: Instant) -> Instant | None:
        """Say when an untaken message is late for us.

        None when the municipality has set no limit, or its office hours are not confirmed.
        """
        if self._untaken_minutes is None or self._clock is None:
            return None
        return self._clock.add_minutes(received_at, self._untaken_minutes)


def _clock_of(profile: RuleProfile, days: LocalDays) -> OfficeClock | None:
    """Make the clock of the office; None where its hours are not confirmed now."""
    if profile.office_hours is None:
        return None
    turns = profile.turns("office_hours")
    if not turns:
        return office_clock(profile.office_hours, days.closed, (), days.half_days)
    first = profile.as_of(turns[0] - _ONE_DAY).office_hours
    later = tuple((day, profile.as_of(day).office_hours or NEVER_OPEN) for day in turns)
    return office_clock(first or NEVER_OPEN, days.closed, later, days.half_days)


class Tools(Struct, frozen=True, kw_only=True):
    """The outside helpers of a use case, all replaceable in tests."""

    clock: Clock
    chance: Chance
    signer: Signer

    def now(self) -> Instant:
        """Give the time."""
        return self.clock.now()

    def new_id(self) -> UUID:
        """Give a fresh UUIDv7."""
        milliseconds = self.clock.now() // _MICROSECONDS_IN_A_MILLISECOND
        return time_ordered_id(milliseconds, self.chance.draw(_RANDOM_IN_AN_ID))
