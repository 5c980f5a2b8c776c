"""Counting in elapsed time, in weekdays or in calendar days, with pauses that lengthen exactly."""

from calendar import monthrange
from collections.abc import Callable, Iterable, Sequence
from datetime import date, time, timedelta
from typing import Final

from msgspec import Struct

from kontaktpunkt.domain.clocks.clock import Counting
from kontaktpunkt.domain.profile import TimeLimit, TimeUnit
from kontaktpunkt.domain.states import ClockTurn
from kontaktpunkt.domain.times import Instant, at_local, local_day

_SATURDAY: Final = 5
_DAYS_SEARCHED: Final = 4000
_DAY: Final = timedelta(days=1)
_MONTHS: Final = 12
_MIDNIGHT: Final = time(0)
IsRed = Callable[[date], bool]


class Pause(Struct, frozen=True):
    """A time in which a clock stood still; `end` None = it still does."""

    begin: Instant
    end: Instant | None = None
    waiting_for: str = ""
    reason: str = ""


class Due(Struct, frozen=True, kw_only=True):
    """When a clock runs out (`at` is the last instant in time), or how it stands still."""

    at: Instant | None = None
    day: date | None = None
    paused_at: Instant | None = None
    left: int | None = None
    paused: int = 0
    waiting_for: str = ""


class TimeGiven(Struct, frozen=True):
    """How much time a clock has, in microseconds of its own kind of time."""

    length: int
    counting: Counting
    is_red: IsRed


def pauses_of(turns: Iterable[ClockTurn], start: Instant) -> tuple[Pause, ...]:
    """Make pauses of turns in order of time; those begun before the clock did are not of it.

    To stop what stands still changes nothing, nor does to let go what runs.
    """
    found: list[Pause] = []
    open_turn: ClockTurn | None = None
    for turn in turns:
        if turn.pauses and open_turn is None:
            open_turn = turn
        elif not turn.pauses and open_turn is not None:
            found.append(Pause(open_turn.at, turn.at, open_turn.waiting_for, open_turn.reason))
            open_turn = None
    if open_turn is not None:
        found.append(Pause(open_turn.at, None, open_turn.waiting_for, open_turn.reason))
    return tuple(pause for pause in found if pause.begin >= start)


def due_after(start: Instant, span: TimeGiven, pauses: Sequence[Pause] = ()) -> Due:
    """Give when the span has run since the start, standing still in the pauses."""
    left, begin, paused = span.length, start, 0
    for pause in pauses:
        ran = counted(begin, pause.begin, span)
        if ran >= left:
            break
        left -= ran
        if pause.end is None:
            words = ", ".join(part for part in (pause.waiting_for, pause.reason) if part)
            return Due(paused_at=pause.begin, left=left, paused=paused, waiting_for=words)
        paused += counted(pause.begin, pause.end, span)
        begin = pause.end
    at = after(begin, left, span)
    return Due(at=at, paused=paused)


def counted(begin: Instant, end: Instant, span: TimeGiven) -> int:
    """Give the microseconds between two instants that count."""
    if end <= begin:
        return 0
    if span.counting is not Counting.WEEKDAYS:
        return end - begin
    total, day, last = 0, local_day(begin), local_day(end)
    while day <= last:
        if _is_weekday(day, span.is_red):
            opens, closes = _bounds(day)
            total += max(0, min(closes, end) - max(opens, begin))
        day += _DAY
    return total


def after(begin: Instant, length: int, span: TimeGiven) -> Instant | None:
    """Give the first instant at which so many microseconds have counted; None in years never."""
    if span.counting is not Counting.WEEKDAYS:
        return Instant(begin + length)
    day, left = local_day(begin), length
    for _ in range(_DAYS_SEARCHED):
        if _is_weekday(day, span.is_red):
            opens, closes = _bounds(day)
            room = closes - max(opens, begin)
            if left <= room:
                return Instant(max(opens, begin) + left)
            left -= room
        day += _DAY
    return None


def due_on(start: Instant, limit: TimeLimit, pauses: Sequence[Pause] = ()) -> Due:
    """Give the last day of a limit in days or months after the day of the start.

    A month without that day ends on its last: two months after 31 December is the end of February.
    """
    last = _limit_day(local_day(start), limit)
    moved = 0
    for pause in pauses:
        due = last + timedelta(days=moved)
        if local_day(pause.begin) > due:
            break
        if pause.end is None:
            words = ", ".join(part for part in (pause.waiting_for, pause.reason) if part)
            left = (due - local_day(pause.begin)).days
            return Due(paused_at=pause.begin, left=left * _MICROSECONDS, waiting_for=words)
        moved += (local_day(pause.end) - local_day(pause.begin)).days
    day = last + timedelta(days=moved)
    return Due(at=end_of_day(day), day=day, paused=moved * _MICROSECONDS)


def end_of_day(day: date) -> Instant:
    """Give the last instant of a day in Sweden."""
    return Instant(at_local(day + _DAY, _MIDNIGHT) - 1)


_MICROSECONDS: Final = 24 * 3600 * 1_000_000


def _limit_day(start: date, limit: TimeLimit) -> date:
    if limit.unit is TimeUnit.DAYS:
        return start + timedelta(days=limit.count)
    months = start.year * _MONTHS + start.month - 1 + limit.count
    year, month = months // _MONTHS, months % _MONTHS + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))


def _is_weekday(day: date, is_red: IsRed) -> bool:
    return day.weekday() < _SATURDAY and not is_red(day)


def _bounds(day: date) -> tuple[Instant, Instant]:
    return at_local(day, _MIDNIGHT), at_local(day + _DAY, _MIDNIGHT)
