"""Who does what as a page: now, on each kind of day, and in the days ahead."""

from datetime import timedelta
from typing import Final

from kontaktpunkt.domain.calendar.local_days import LocalDays
from kontaktpunkt.domain.profile import (
    DayKind,
    DutyKind,
    RuleProfile,
    duty_gaps,
    phone_duty,
    step_matrix,
)
from kontaktpunkt.domain.profile.duty import hours_on, manning, pieces_of
from kontaktpunkt.domain.profile.gaps import entered_in, unplanned
from kontaktpunkt.domain.times import Instant, local_day
from kontaktpunkt.usecases.duty.rows import DayName, DutyDay, DutyPage, KindPage, WatchPage
from kontaktpunkt.usecases.duty.watching import name_day

_WEEK: Final = 8
_SEARCHED: Final = 400  # a year and some more: every kind of day comes in it
_OTHERWISE: Final = ("phone_otherwise", "watch_otherwise", "inbox_checks_per_day")
_CALENDAR: Final = ("major_holidays", "major_holiday_periods", "own_free_days")
_ONE_DAY = timedelta(days=1)


def duty_page(profile: RuleProfile, days: LocalDays, now: Instant, watch: WatchPage) -> DutyPage:
    """Put the page together from the rules in force; the watch of the inbox is handed in."""
    phone = phone_duty(profile, now, days)
    return DutyPage(
        today=name_day(local_day(now), days),
        phone_now=manning(profile, DutyKind.PHONE, now, days),
        phone_until=phone.until,
        phone_opens=phone.next_opening,
        kinds=_kinds(profile, days, now),
        week=_week(profile, days, now),
        unplanned=unplanned(profile, local_day(now)),
        calendar=tuple(profile.value(key) for key in _CALENDAR),
        watch=watch,
    )


def _kinds(profile: RuleProfile, days: LocalDays, now: Instant) -> tuple[KindPage, ...]:
    """Give each kind of day with the next day of it, today before any other."""
    found: dict[DayKind, DayName] = {}
    today = local_day(now)
    for ahead in range(_SEARCHED):
        named = name_day(today + ahead * _ONE_DAY, days)
        found.setdefault(named.kind, named)
        if len(found) == len(DayKind):
            break
    return tuple(_kind(profile, days, kind, found.get(kind)) for kind in DayKind)


def _kind(profile: RuleProfile, days: LocalDays, kind: DayKind, on: DayName | None) -> KindPage:
    day = on.day if on is not None else None
    keys = [entered_in(duty, kind) for duty in (DutyKind.PHONE, DutyKind.WATCH)]
    return KindPage(
        kind=kind,
        next_day=on,
        pieces=pieces_of(profile, day, days) if day is not None else (),
        matrix=step_matrix(profile.as_of(day) if day is not None else profile, kind),
        sources=tuple(profile.value(key, day) for key in (*keys, *_OTHERWISE, "steps")),
    )


def _week(profile: RuleProfile, days: LocalDays, now: Instant) -> tuple[DutyDay, ...]:
    today = local_day(now)
    missing = {gap.day: gap.duties for gap in duty_gaps(profile, today, days)}
    ahead = (today + nth * _ONE_DAY for nth in range(_WEEK))
    return tuple(
        DutyDay(
            on=name_day(day, days),
            phone=hours_on(profile, DutyKind.PHONE, day, days),
            watch=hours_on(profile, DutyKind.WATCH, day, days),
            missing=missing.get(day, ()),
        )
        for day in ahead
    )
