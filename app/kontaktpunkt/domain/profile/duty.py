"""Who answers the phone and who watches the inbox, by the hours of the profile for the day."""

from collections.abc import Callable
from datetime import date, time, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import Final, cast

from msgspec import Struct
from msgspec.structs import replace

from kontaktpunkt.domain.calendar.local_days import Feast, FreeDay, HolidayPeriod, LocalDays
from kontaktpunkt.domain.profile.keys import phone_hours_key, watch_hours_key
from kontaktpunkt.domain.profile.rule_profile import RuleProfile
from kontaktpunkt.domain.profile.shapes import Answerer, DayKind, DutyHour
from kontaktpunkt.domain.times import Instant, at_local, local_day

_FRIDAY, _SATURDAY = 4, 5
_DAYS_AHEAD = 14
_MIDNIGHT = time(0)
_ONE_DAY = timedelta(days=1)


class DutyKind(StrEnum):
    """What somebody has to be named for: the phone, the region's inbox, the planning's steps."""

    PHONE = "phone"
    WATCH = "watch"
    STEPS = "steps"


class Cover(StrEnum):
    """How a time is covered: by name, by who answers otherwise, not confirmed, or by nobody."""

    NAMED = "named"
    OTHERWISE = "otherwise"
    UNCONFIRMED = "unconfirmed"
    NOBODY = "nobody"


class Manning(Struct, frozen=True):
    """Who has a duty during a time, and how that is known; UNCONFIRMED may name who it passes to.

    Who is otherwise there answers for the time being on a day that nobody has planned.
    """

    cover: Cover
    who: Answerer | None = None


class DutyPiece(Struct, frozen=True, kw_only=True):
    """A piece of a day in which nothing changes: from, until (exclusive), phone and watch."""

    begins: Instant
    ends: Instant
    phone: Manning
    watch: Manning


class PhoneDuty(Struct, frozen=True, kw_only=True):
    """Whether the contact point's phone is open, until when, and who answers now.

    `confirmed` is False on a kind of day for which nobody has said who answers.
    """

    is_open: bool
    confirmed: bool
    answerer: Answerer | None = None
    until: Instant | None = None
    next_opening: Instant | None = None


_HOURS_KEY: Final[dict[DutyKind, Callable[[DayKind], str]]] = {
    DutyKind.PHONE: phone_hours_key,
    DutyKind.WATCH: watch_hours_key,
}
_OTHERWISE_KEY: Final = {DutyKind.PHONE: "phone_otherwise", DutyKind.WATCH: "watch_otherwise"}


def local_days(profile: RuleProfile, is_red: Callable[[date], bool]) -> LocalDays:
    """Give the calendar of the place: red days, and what the profile adds to them."""
    return LocalDays(
        is_red,
        own=cast("tuple[FreeDay, ...]", profile.value("own_free_days").value or ()),
        feasts=cast("tuple[Feast, ...]", profile.value("major_holidays").value or ()),
        periods=cast(
            "tuple[HolidayPeriod, ...]", profile.value("major_holiday_periods").value or ()
        ),
    )


def day_kind(day: date, days: LocalDays) -> DayKind:
    """Tell the kind of a day: storhelg first; a red Saturday or Sunday keeps its own kind."""
    if days.major_holiday(day) is not None:
        return DayKind.MAJOR_HOLIDAY
    if day.weekday() <= _FRIDAY:
        return DayKind.RED_DAY if days.is_red(day) else DayKind.WEEKDAY
    return DayKind.SATURDAY if day.weekday() == _SATURDAY else DayKind.SUNDAY


def hours_on(
    profile: RuleProfile, duty: DutyKind, day: date, days: LocalDays
) -> tuple[DutyHour, ...] | None:
    """Give who has the duty when on a day, by what the profile says then; None: not confirmed."""
    value = profile.value(_HOURS_KEY[duty](day_kind(day, days)), day).value
    if not isinstance(value, tuple):
        return None
    return _until(cast("tuple[DutyHour, ...]", value), days.closes_at(day))


def _until(hours: tuple[DutyHour, ...], closes: time | None) -> tuple[DutyHour, ...]:
    """Let the duty of a half day end when work does: then it is as at any other time."""
    if closes is None:
        return hours
    return tuple(
        replace(hour, closes=closes) if _is_after(hour.closes, closes) else hour
        for hour in hours
        if hour.opens < closes
    )


def _is_after(one: time, other: time) -> bool:
    """Say whether a time that ends something is later; midnight is the latest."""
    return one == _MIDNIGHT or one > other


def otherwise_on(profile: RuleProfile, duty: DutyKind, day: date) -> Answerer | None:
    """Give who has the duty at all other times."""
    value = profile.value(_OTHERWISE_KEY[duty], day).value
    return value if isinstance(value, Answerer) else None


def manning(profile: RuleProfile, duty: DutyKind, at: Instant, days: LocalDays) -> Manning:
    """Tell who has a duty at the instant: exactly one answer at every instant."""
    today = local_day(at)
    hours = hours_on(profile, duty, today, days)
    for hour in hours or ():
        if at_local(today, hour.opens) <= at < end_of(today, hour):
            return Manning(Cover.NAMED, Answerer(hour.label, hour.role))
    otherwise = otherwise_on(profile, duty, today)
    if hours is None:
        return Manning(Cover.UNCONFIRMED, otherwise)
    return Manning(Cover.OTHERWISE if otherwise else Cover.NOBODY, otherwise)


def pieces_of(profile: RuleProfile, day: date, days: LocalDays) -> tuple[DutyPiece, ...]:
    """Cut a day where phone or watch passes on: from midnight to midnight without a gap."""
    midnight, next_midnight = at_local(day, _MIDNIGHT), at_local(day + _ONE_DAY, _MIDNIGHT)
    edges = {midnight, next_midnight}
    for duty in (DutyKind.PHONE, DutyKind.WATCH):
        for hour in hours_on(profile, duty, day, days) or ():
            edges |= {at_local(day, hour.opens), end_of(day, hour)}
    ordered = sorted(edge for edge in edges if midnight <= edge <= next_midnight)
    return tuple(
        DutyPiece(
            begins=begins,
            ends=ends,
            phone=manning(profile, DutyKind.PHONE, begins, days),
            watch=manning(profile, DutyKind.WATCH, begins, days),
        )
        for begins, ends in pairwise(ordered)
    )


def phone_duty(profile: RuleProfile, at: Instant, days: LocalDays) -> PhoneDuty:
    """Tell who answers the phone at the instant."""
    today = local_day(at)
    answer = manning(profile, DutyKind.PHONE, at, days)
    if answer.cover is Cover.NAMED:
        hours = hours_on(profile, DutyKind.PHONE, today, days) or ()
        ends = (end_of(today, hour) for hour in hours)
        until = min(end for end in ends if end > at)
        return PhoneDuty(is_open=True, confirmed=True, answerer=answer.who, until=until)
    return PhoneDuty(
        is_open=False,
        confirmed=answer.cover is not Cover.UNCONFIRMED,
        answerer=answer.who,
        next_opening=next_opening(profile, DutyKind.PHONE, at, days),
    )


def next_opening(
    profile: RuleProfile, duty: DutyKind, at: Instant, days: LocalDays
) -> Instant | None:
    """Give when somebody named next takes up the duty; None when not within two weeks."""
    today = local_day(at)
    for ahead in range(_DAYS_AHEAD):
        day = today + timedelta(days=ahead)
        for hour in hours_on(profile, duty, day, days) or ():
            opens = at_local(day, hour.opens)
            if opens > at:
                return opens
    return None


def end_of(day: date, hour: DutyHour) -> Instant:
    """Give when a piece of duty ends; midnight is the end of the day."""
    return at_local(day + _ONE_DAY if hour.closes == _MIDNIGHT else day, hour.closes)
