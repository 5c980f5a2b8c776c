"""What every use case is handed: clock, chance, signer, rules; and who acts."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.calendar.office_hours import OfficeClock, office_clock
from kontaktpunkt.domain.ledger.envelope import KnownBy
from kontaktpunkt.domain.ledger.subjects import time_ordered_id
from kontaktpunkt.domain.profile import RuleProfile
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.ports import Chance, Clock, Signer

_MICROSECONDS_IN_A_MILLISECOND = 1000
_RANDOM_IN_AN_ID = 10


class Actor(Struct, frozen=True, kw_only=True):
    """Who acts: a member of staff, or the system with the operating system's account."""

    staff: UUID | None = None
    unit: str = ""
    known_by: KnownBy = KnownBy.CHOSEN
    os_account: str = ""


class Rules:
    """The rule profile in force, and the calendar of red days it is read with."""

    def __init__(self, profile: RuleProfile, is_red: Callable[[date], bool]) -> None:
        self.profile = profile
        self.is_red = is_red
        hours = profile.office_hours
        self._clock: OfficeClock | None = office_clock(hours, is_red) if hours else None
        self._untaken_minutes = profile.untaken_minutes

    def late_at(self, received_at: Instant) -> Instant | None:
        """Say when an untaken message is late for us.

        None when the municipality has set no limit, or its office hours are not confirmed.
        """
        if self._untaken_minutes is None or self._clock is None:
            return None
        return self._clock.add_minutes(received_at, self._untaken_minutes)


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
