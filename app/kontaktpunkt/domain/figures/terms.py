"""What every figure is made by: the period, the time of asking, the rules and the calendar."""

from datetime import date
from functools import lru_cache
from typing import Final

from msgspec import Struct

from kontaktpunkt.domain.calendar.local_days import LocalDays
from kontaktpunkt.domain.figures.spell import Period
from kontaktpunkt.domain.profile import RuleProfile
from kontaktpunkt.domain.side import Side
from kontaktpunkt.domain.times import HOUR, Instant, local_day

READMISSION_DAYS: Final = 30
"""Without a value of the profile: oplanerad återinläggning 30 dagar (nordvästra Skåne, 001)."""


class FigureTerms(Struct, frozen=True, kw_only=True):
    """What every figure is made by."""

    period: Period
    now: Instant
    profile: RuleProfile
    days: LocalDays

    @property
    def readmission_days(self) -> int:
        """Give within how many days an admission counts as a readmission."""
        held = self.profile.count("readmission_days")
        return READMISSION_DAYS if held is None else held

    @property
    def our_items(self) -> frozenset[str]:
        """Give what the municipality has to have in place for a homecoming."""
        items = self.profile.readiness_items
        return frozenset(item.code for item in items if item.side is Side.MUNICIPALITY)


def day_of(at: Instant) -> date:
    """Give the local day of an instant: days begin on whole hours, and each hour is asked once.

    The figures of a year ask some hundred thousand times.
    """
    return _day_of_hour(at // HOUR)


def is_free(days: LocalDays, day: date) -> bool:
    """Tell whether a day is a Saturday, a Sunday, red, or the municipality's own free day."""
    return _is_free(days, day)


@lru_cache(maxsize=1 << 16)
def _day_of_hour(hour: int) -> date:
    return local_day(Instant(hour * HOUR))


@lru_cache(maxsize=1 << 12)
def _is_free(days: LocalDays, day: date) -> bool:
    return days.is_free(day)
