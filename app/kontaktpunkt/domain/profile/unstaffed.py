"""Unstaffed time: from when the office closes until the next staffed weekday, over holidays."""

from datetime import date, time, timedelta
from enum import StrEnum
from typing import Final

from msgspec import Struct

from kontaktpunkt.domain.calendar.local_days import LocalDays
from kontaktpunkt.domain.profile.duty import DutyKind, day_kind, end_of, hours_on
from kontaktpunkt.domain.profile.rule_profile import RuleProfile
from kontaktpunkt.domain.profile.shapes import DayKind
from kontaktpunkt.domain.times import Instant, at_local, local_day

_OPENS, _CLOSES = time(8), time(16, 30)
"""Where nobody has confirmed any hours: something must be said, and it is said to be unsure."""

_SEARCHED: Final = 62  # longer than any storhelg or period of a municipality's own
_ONE_DAY = timedelta(days=1)
_MIDNIGHT = time(0)


class PeriodKind(StrEnum):
    """What an unstaffed time is: a night between weekdays, a weekend, red days, or a storhelg."""

    EVENING = "evening"
    WEEKEND = "weekend"
    RED_DAY = "red_day"
    MAJOR_HOLIDAY = "major_holiday"


class Unstaffed(Struct, frozen=True, kw_only=True):
    """An unstaffed time: when the office closes, and when it opens on the next staffed weekday.

    `days` are the free days within it. `confirmed` is False where no hours are known.
    """

    begins: Instant
    ends: Instant
    days: tuple[date, ...]
    kind: PeriodKind
    confirmed: bool = True


def unstaffed_around(profile: RuleProfile, days: LocalDays, now: Instant) -> Unstaffed:
    """Give the unstaffed time that goes on, or else the one that comes next."""
    ends_on = local_day(now)
    while True:
        span = staffed_span(profile, days, ends_on)
        if span is not None and span[0] > now:
            break
        ends_on += _ONE_DAY
        if (ends_on - local_day(now)).days > _SEARCHED:
            break
    return _until(profile, days, ends_on)


def unstaffed_before(profile: RuleProfile, days: LocalDays, now: Instant) -> Unstaffed:
    """Give the last unstaffed time that has ended."""
    ends_on = local_day(now)
    for _ in range(_SEARCHED):
        span = staffed_span(profile, days, ends_on)
        if span is not None and span[0] <= now:
            break
        ends_on -= _ONE_DAY
    return _until(profile, days, ends_on)


def staffed_span(
    profile: RuleProfile, days: LocalDays, day: date
) -> tuple[Instant, Instant, bool] | None:
    """Give when the office opens and closes on a weekday, and whether that is confirmed.

    The watch of the inbox says it; else the phone, else the office hours. A weekday in a storhelg
    and a red day are not staffed.
    """
    if day_kind(day, days) is not DayKind.WEEKDAY:
        return None
    for duty in (DutyKind.WATCH, DutyKind.PHONE):
        hours = hours_on(profile, duty, day, days)
        if hours:
            opens = min(at_local(day, hour.opens) for hour in hours)
            return opens, max(end_of(day, hour) for hour in hours), True
    office = profile.as_of(day).office_hours
    spans = office.weekdays[day.weekday()] if office is not None else ()
    if not spans:
        return at_local(day, _OPENS), at_local(day, _CLOSES), False
    closes = spans[-1].closes
    cut = days.closes_at(day)
    if cut is not None and (closes == _MIDNIGHT or cut < closes):
        closes = cut
    ends = at_local(day + _ONE_DAY if closes == _MIDNIGHT else day, closes)
    return at_local(day, spans[0].opens), ends, True


def _until(profile: RuleProfile, days: LocalDays, ends_on: date) -> Unstaffed:
    """Give the unstaffed time that ends when the office opens on a day."""
    last = staffed_span(profile, days, ends_on)
    free: list[date] = []
    day = ends_on - _ONE_DAY
    first = staffed_span(profile, days, day)
    while first is None and len(free) < _SEARCHED:
        free.append(day)
        day -= _ONE_DAY
        first = staffed_span(profile, days, day)
    begins = first[1] if first is not None else at_local(day, _CLOSES)
    ends = last[0] if last is not None else at_local(ends_on, _OPENS)
    within = tuple(reversed(free))
    return Unstaffed(
        begins=begins,
        ends=ends,
        days=within,
        kind=_kind(within, days),
        confirmed=last is not None and last[2] and first is not None and first[2],
    )


def _kind(within: tuple[date, ...], days: LocalDays) -> PeriodKind:
    kinds = {day_kind(day, days) for day in within}
    if not kinds:
        return PeriodKind.EVENING
    if DayKind.MAJOR_HOLIDAY in kinds:
        return PeriodKind.MAJOR_HOLIDAY
    return PeriodKind.RED_DAY if DayKind.RED_DAY in kinds else PeriodKind.WEEKEND
