"""Days for which nobody is named, told five working days ahead."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from msgspec import Struct

from kontaktpunkt.domain.calendar.local_days import LocalDays
from kontaktpunkt.domain.profile.duty import DutyKind, day_kind, hours_on, otherwise_on
from kontaktpunkt.domain.profile.keys import phone_hours_key, watch_hours_key
from kontaktpunkt.domain.profile.rule_profile import RuleProfile
from kontaktpunkt.domain.profile.shapes import DayKind

WORKING_DAYS_AHEAD: Final = 5
_LOOKED_AT: Final = 31  # more than five working days, whatever holidays lie between
_ONE_DAY = timedelta(days=1)
_HOURS: Final = {DutyKind.PHONE: phone_hours_key, DutyKind.WATCH: watch_hours_key}


class DutyGap(Struct, frozen=True):
    """A day with duties that nobody is named for; `key` of the profile is where each is entered."""

    day: date
    kind: DayKind
    duties: tuple[DutyKind, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """Give the keys of the profile in which the missing is entered."""
        return tuple(entered_in(duty, self.kind) for duty in self.duties)


def entered_in(duty: DutyKind, kind: DayKind) -> str:
    """Give the key of the profile in which a duty is entered for a kind of day."""
    return "steps" if duty is DutyKind.STEPS else _HOURS[duty](kind)


def duty_gaps(profile: RuleProfile, today: date, days: LocalDays) -> tuple[DutyGap, ...]:
    """Give the days, from today on, for which nobody is named or nothing is confirmed.

    A day is told of from the fifth working day before it. A duty that the profile plans on no kind
    of day at all is no gap of a single day: `unplanned` says so once.
    """
    planned = [duty for duty in DutyKind if duty not in unplanned(profile, today)]
    found: list[DutyGap] = []
    for day in _told_of(today, days):
        missing = tuple(duty for duty in planned if _is_missing(profile, duty, day, days))
        if missing:
            found.append(DutyGap(day, day_kind(day, days), missing))
    return tuple(found)


def unplanned(profile: RuleProfile, today: date) -> tuple[DutyKind, ...]:
    """Give the duties for which nothing is confirmed on any kind of day."""
    found = [
        duty
        for duty, key in _HOURS.items()
        if all(profile.value(key(kind), today).value is None for kind in DayKind)
    ]
    steps = profile.value("steps", today).value
    return (*found, DutyKind.STEPS) if not steps else tuple(found)


def names_steps(profile: RuleProfile, kind: DayKind) -> bool:
    """Tell whether the table of steps says anything about a kind of day.

    A step without days holds on all; a table whose steps name other days only says nothing.
    """
    return any(not step.days or kind in step.days for step in profile.steps)


def _told_of(today: date, days: LocalDays) -> Iterator[date]:
    """Give the days from today on that have at most five working days before them, from today."""
    before = 0
    for ahead in range(_LOOKED_AT):
        day = today + ahead * _ONE_DAY
        if before > WORKING_DAYS_AHEAD:
            return
        yield day
        before += day_kind(day, days) is DayKind.WEEKDAY


def _is_missing(profile: RuleProfile, duty: DutyKind, day: date, days: LocalDays) -> bool:
    if duty is DutyKind.STEPS:
        return not names_steps(profile.as_of(day), day_kind(day, days))
    hours = hours_on(profile, duty, day, days)
    if hours is None:
        return True
    return not hours and otherwise_on(profile, duty, day) is None
