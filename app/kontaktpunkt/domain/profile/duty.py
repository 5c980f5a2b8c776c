"""Who answers the phone at a given instant, by the hours of the profile."""

from collections.abc import Callable
from datetime import date, time, timedelta

from msgspec import Struct

from kontaktpunkt.domain.profile.rule_profile import RuleProfile
from kontaktpunkt.domain.profile.shapes import Answerer, DayKind, DutyHour
from kontaktpunkt.domain.times import Instant, at_local, local_day

_FRIDAY, _SATURDAY = 4, 5
_DAYS_AHEAD = 14


class PhoneDuty(Struct, frozen=True, kw_only=True):
    """Whether the contact point's phone is open, until when, and who answers now.

    `confirmed` is False on a kind of day for which nobody has said who answers.
    """

    is_open: bool
    confirmed: bool
    answerer: Answerer | None = None
    until: Instant | None = None
    next_opening: Instant | None = None


def day_kind(day: date, is_red: Callable[[date], bool]) -> DayKind:
    """Tell the kind of a day; red Saturdays and Sundays keep their own kind."""
    if day.weekday() <= _FRIDAY:
        return DayKind.RED_DAY if is_red(day) else DayKind.WEEKDAY
    return DayKind.SATURDAY if day.weekday() == _SATURDAY else DayKind.SUNDAY


def phone_duty(profile: RuleProfile, at: Instant, is_red: Callable[[date], bool]) -> PhoneDuty:
    """Tell who answers the phone at the instant."""
    today = local_day(at)
    hours = profile.phone_hours[day_kind(today, is_red)]
    for hour in hours or ():
        until = _end(today, hour)
        if at_local(today, hour.opens) <= at < until:
            answerer = Answerer(hour.label, hour.role)
            return PhoneDuty(is_open=True, confirmed=True, answerer=answerer, until=until)
    return PhoneDuty(
        is_open=False,
        confirmed=hours is not None,
        answerer=profile.phone_otherwise,
        next_opening=_next_opening(profile, at, is_red),
    )


def _next_opening(
    profile: RuleProfile, at: Instant, is_red: Callable[[date], bool]
) -> Instant | None:
    today = local_day(at)
    for ahead in range(_DAYS_AHEAD):
        day = today + timedelta(days=ahead)
        for hour in profile.phone_hours[day_kind(day, is_red)] or ():
            opens = at_local(day, hour.opens)
            if opens > at:
                return opens
    return None


def _end(day: date, hour: DutyHour) -> Instant:
    ends_the_day = hour.closes == time(0)
    return at_local(day + timedelta(days=1) if ends_the_day else day, hour.closes)
