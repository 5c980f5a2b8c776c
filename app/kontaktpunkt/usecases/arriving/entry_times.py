"""Times as staff type them with a telephone at the ear ("0812", "igår 14:30", "3/3 1200")."""

import re
from datetime import date, time, timedelta
from enum import StrEnum
from typing import Final

from msgspec import Struct

from kontaktpunkt.domain.times import HOUR, MINUTE, Instant, at_local, local_day, to_local


class Direction(StrEnum):
    """Whether a field speaks of what has been or is to come, where the typing leaves it open."""

    PAST = "past"
    COMING = "coming"


class TimeFault(StrEnum):
    """Why a typed time could not be understood."""

    NOT_UNDERSTOOD = "not_understood"
    NO_SUCH_DAY = "no_such_day"
    NO_SUCH_CLOCK = "no_such_clock"
    NEEDS_CLOCK = "needs_clock"
    IN_FUTURE = "in_future"


class TypedTime(Struct, frozen=True):
    """A typed time as understood; `clock_given` is False when only a day was typed (then noon).

    `moved_on`: a clock time alone that has passed today, read as tomorrow's.
    """

    instant: Instant
    clock_given: bool = True
    moved_on: bool = False


class _NotUnderstood(Exception):
    """The words were no time; carries the reason up to the one door of this module."""

    def __init__(self, fault: TimeFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


SLACK: Final = 5 * MINUTE
"""Clocks on walls and wrists differ: so much into the future still counts as now."""

_NOON: Final = time(12)
_SHORTEST_DATE: Final = len("260303")
_NEAR_DAYS: Final = 60
_YEARS: Final = range(1900, 2200)
_RELATIVE_DAYS: Final = {
    "idag": 0, "igår": -1, "iförrgår": -2, "förrgår": -2,
    "imorgon": 1, "imorn": 1, "iövermorgon": 2, "övermorgon": 2,
}  # fmt: skip
_WEEKDAYS: Final = ("må", "ti", "on", "to", "fr", "lö", "sö")
_WEEKDAY: Final = re.compile(
    r"^(?:må(?:n(?:dag)?)?|ti(?:s(?:dag)?)?|on(?:s(?:dag)?)?|to(?:rs?(?:dag)?)?"
    r"|fr(?:e(?:dag)?)?|lö(?:r(?:dag)?)?|sö(?:n(?:dag)?)?)$"
)
_MONTHS: Final = (
    "jan",
    "feb",
    "mar",
    "apr",
    "maj",
    "jun",
    "jul",
    "aug",
    "sep",
    "okt",
    "nov",
    "dec",
)
_MONTH_NAME: Final = re.compile(r"\b(\d{1,2})(?::?e)? (" + "|".join(_MONTHS) + r")[a-zå]*\b")
_DAY_MONTH: Final = re.compile(r"^(\d{1,2})/(\d{1,2})(?:[-/ ](\d{2}|\d{4}))?$")
_YEAR_FIRST: Final = re.compile(r"^(\d{4}|\d{2})-?(\d{2})-?(\d{2})$")
_CLOCK: Final = re.compile(r"^(\d{1,2})[:.](\d{2})$|^(\d{1,2}?)(\d{2})$|^(\d{1,2})$")
_UNIT: Final = r"(m|min|minuter?|t|tim|timm(?:e|ar)|h)"
_AGO: Final = re.compile(
    rf"^för (\d{{1,3}}) ?{_UNIT}(?: se(?:da)?n)?$|^(\d{{1,3}}) ?{_UNIT} se(?:da)?n$"
)
_AHEAD: Final = re.compile(rf"^om (\d{{1,3}}) ?{_UNIT}$")


def read_time(
    typed: str, now: Instant, direction: Direction = Direction.PAST
) -> TypedTime | TimeFault:
    """Read a typed time as clock time in Sweden, or say why not.

    A clock alone is the latest one that has been (the next one, where the field speaks of what is
    to come); a day alone is noon and says so. A past time that is ahead of now is refused.
    """
    try:
        found = _read(_tidy(typed), now, direction)
    except _NotUnderstood as no:
        return no.fault
    if direction is Direction.PAST and found.instant > now + SLACK:
        if found.clock_given or local_day(found.instant) > local_day(now):
            return TimeFault.IN_FUTURE
        return TimeFault.NEEDS_CLOCK  # today, without a clock: noon has not been yet
    return found


def _tidy(typed: str) -> str:
    """Write the many spellings of one thing in one way."""
    words = " ".join(typed.casefold().replace(",", " ").split())
    words = re.sub(r"\bi (dag|går|förrgår|morgon|morron|övermorgon)\b", r"i\1", words)
    words = words.replace("imorron", "imorgon").replace("imorrn", "imorgon")
    words = _MONTH_NAME.sub(lambda found: f"{found[1]}/{_MONTHS.index(found[2]) + 1}", words)
    words = re.sub(r"\b(?:kl|klockan)\b\.? ?", "", words)
    words = re.sub(r"^(?:den|på) ", "", words)
    return re.sub(r"(\d{4}-\d{2}-\d{2})t(\d)", r"\1 \2", words)


def _read(words: str, now: Instant, direction: Direction) -> TypedTime:
    if words in {"nu", "nyss"}:
        return TypedTime(now)
    if found := _AGO.match(words):
        return TypedTime(Instant(now - _duration(found[1] or found[3], found[2] or found[4])))
    if found := _AHEAD.match(words):
        return TypedTime(Instant(now + _duration(found[1], found[2])))
    parts = words.split(" ")
    if len(parts) == 1:
        return _one_word(parts[0], now, direction)
    match sorted(parts, key=_is_day):  # a day and a clock, in either order
        case [clock, day] if _is_day(day) and not _is_day(clock):
            return _day_and_clock(day, _clock(clock), now, direction)
        case _:
            raise _NotUnderstood(TimeFault.NOT_UNDERSTOOD)


def _duration(count: str, unit: str) -> int:
    return int(count) * (MINUTE if unit.startswith("m") else HOUR)


def _one_word(word: str, now: Instant, direction: Direction) -> TypedTime:
    """Read a clock alone or a day alone."""
    if _is_day(word):
        day = _day(word, None, now, direction)
        return TypedTime(at_local(day, _NOON), clock_given=False)
    clock = _clock(word)
    today = local_day(now)
    instant = _at(today, clock)
    if direction is Direction.PAST and instant > now + SLACK:
        return TypedTime(_at(today - timedelta(days=1), clock))
    if direction is Direction.COMING and instant < now:
        return TypedTime(_at(today + timedelta(days=1), clock), moved_on=True)
    return TypedTime(instant)


def _day_and_clock(word: str, clock: time, now: Instant, direction: Direction) -> TypedTime:
    return TypedTime(_at(_day(word, clock, now, direction), clock))


def _is_day(word: str) -> bool:
    if word in _RELATIVE_DAYS or _WEEKDAY.match(word) or _DAY_MONTH.match(word):
        return True
    return len(word) >= _SHORTEST_DATE and _YEAR_FIRST.match(word) is not None


def _day(word: str, clock: time | None, now: Instant, direction: Direction) -> date:
    """Find the day that a word means; without a year or week it is the nearest in the direction."""
    today = local_day(now)
    if (shift := _RELATIVE_DAYS.get(word)) is not None:
        return today + timedelta(days=shift)
    if _WEEKDAY.match(word):
        return _weekday(_WEEKDAYS.index(word[:2]), clock, now, direction)
    if found := _YEAR_FIRST.match(word):
        return _date(_year(found[1]), int(found[2]), int(found[3]))
    if not (found := _DAY_MONTH.match(word)):
        raise _NotUnderstood(TimeFault.NOT_UNDERSTOOD)
    day, month = int(found[1]), int(found[2])
    if found[3]:
        return _date(_year(found[3]), month, day)
    return _without_year(month, day, today, direction)


def _weekday(weekday: int, clock: time | None, now: Instant, direction: Direction) -> date:
    today = local_day(now)
    if direction is Direction.COMING:
        ahead = today + timedelta(days=(weekday - today.weekday()) % 7)
        passed = clock is not None and at_local(ahead, clock) < now
        return ahead + timedelta(days=7) if passed else ahead
    back = today - timedelta(days=(today.weekday() - weekday) % 7)
    coming = clock is not None and at_local(back, clock) > now + SLACK
    return back - timedelta(days=7) if coming else back


def _without_year(month: int, day: int, today: date, direction: Direction) -> date:
    """Give the year: the latest that is not ahead, or for what is to come the nearest of all."""
    years = [
        year for year in (today.year - 1, today.year, today.year + 1) if _is_date(year, month, day)
    ]
    if not years:
        # 29 February is a day, only not in these years; anything else is none at all.
        raise _NotUnderstood(TimeFault.NO_SUCH_DAY)
    days = [date(year, month, day) for year in years]
    if direction is Direction.COMING:
        return min(days, key=lambda each: abs((each - today).days))
    past = [each for each in days if each <= today]
    # A day later this month is a slip or a coming day: refused as future rather than a year ago.
    near = [each for each in days if 0 < (each - today).days <= _NEAR_DAYS]
    if near:
        return near[0]
    return max(past) if past else days[0]


def _is_date(year: int, month: int, day: int) -> bool:
    try:
        return date(year, month, day).year in _YEARS
    except ValueError:
        return False


def _date(year: int, month: int, day: int) -> date:
    if not _is_date(year, month, day):
        raise _NotUnderstood(TimeFault.NO_SUCH_DAY)
    return date(year, month, day)


def _year(digits: str) -> int:
    return int(digits) if len(digits) == len("2026") else 2000 + int(digits)


def _clock(word: str) -> time:
    """Read "0812", "812", "08:12", "8.12" or "8"."""
    found = _CLOCK.match(word)
    if not found:
        raise _NotUnderstood(TimeFault.NOT_UNDERSTOOD)
    hour = int(found[1] or found[3] or found[5])
    minute = int(found[2] or found[4] or 0)
    try:
        return time(hour, minute)
    except ValueError as no:
        raise _NotUnderstood(TimeFault.NO_SUCH_CLOCK) from no


def _at(day: date, clock: time) -> Instant:
    """Give the instant; a clock time that the spring skips does not exist."""
    instant = at_local(day, clock)
    if to_local(instant).time() != clock:
        raise _NotUnderstood(TimeFault.NO_SUCH_CLOCK)
    return instant
