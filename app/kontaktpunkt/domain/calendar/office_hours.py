"""Hours in which we are at work, and time counted only in them; right over the summer time."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, time, timedelta
from functools import lru_cache
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from kontaktpunkt.domain.times import MINUTE, Instant, at_local, local_day

_MIDNIGHT = time(0)
_ONE_DAY = timedelta(days=1)
_DAYS_SEARCHED = 400  # a whole year of closed days and some more: then there are no hours


class Span(Struct, frozen=True, order=True):
    """A piece of a day in local time, from `opens` until just before `closes`.

    Midnight as `closes` means the end of the day.
    """

    opens: time
    closes: time


_Span = TypeVar("_Span", bound=Span)


class OfficeHours(Struct, frozen=True):
    """When we work: spans for Monday to Sunday, local time; on red days we are closed.

    The spans of a day lie in order and don't overlap.
    """

    weekdays: tuple[tuple[Span, ...], ...]

    @property
    def never_open(self) -> bool:
        """Tell whether there is no hour at all in the week."""
        return not any(self.weekdays)


LaterHours = tuple[tuple[date, OfficeHours], ...]
"""Hours that hold from a day on, in order of day."""

NEVER_OPEN = OfficeHours(((),) * 7)
"""No hour in the whole week."""


class OfficeClock:
    """Counts in the hours of an office; remembers the days that it has worked out.

    `later` are the hours from certain days on, in order of day; before them `hours` hold. On half
    days work ends when `closes_at` says.
    """

    def __init__(
        self,
        hours: OfficeHours,
        is_red: Callable[[date], bool],
        later: LaterHours = (),
        closes_at: Callable[[date], time | None] = lambda _day: None,
    ) -> None:
        self._closes_at = closes_at
        self._hours = hours
        self._later = later
        self._is_red = is_red
        self._days: dict[date, tuple[tuple[Instant, Instant], ...]] = {}

    def is_open(self, instant: Instant) -> bool:
        """Tell whether we are at work at this instant."""
        return self.open_until(instant) is not None

    def open_until(self, instant: Instant) -> Instant | None:
        """Give when the present hours end; None when we are closed."""
        for opens, closes in self._spans(local_day(instant)):
            if opens <= instant < closes:
                return closes
        return None

    def next_opening(self, instant: Instant) -> Instant | None:
        """Give the first opening after the instant, also while open; None when there is none."""
        for opens, _ in self._from(instant):
            if opens > instant:
                return opens
        return None

    def add_minutes(self, start: Instant, minutes: int) -> Instant | None:
        """Give the first instant at which so many minutes of work have passed since the start.

        Elapsed minutes: an hour that the clocks skip does not count, one that they repeat counts
        twice. None when there are not so many in more than a year.
        """
        left = minutes * MINUTE
        if left <= 0:
            return start
        for opens, closes in self._from(start):
            begin = max(opens, start)
            if closes - begin >= left:
                return Instant(begin + left)
            left -= max(0, closes - begin)
        return None

    def minutes_between(self, start: Instant, end: Instant) -> int:
        """Give the whole minutes of work between two instants, 0 when they come the other way."""
        total = 0
        for opens, closes in self._from(start):
            if opens >= end:
                break
            total += max(0, min(closes, end) - max(opens, start))
        return total // MINUTE

    def _from(self, start: Instant) -> Iterator[tuple[Instant, Instant]]:
        """Give the spans of the start's day and the days after it, in order."""
        if self._hours.never_open and all(hours.never_open for _, hours in self._later):
            return
        day = local_day(start)
        for _ in range(_DAYS_SEARCHED):
            yield from self._spans(day)
            day += _ONE_DAY

    def _spans(self, day: date) -> tuple[tuple[Instant, Instant], ...]:
        spans = self._days.get(day)
        if spans is None:
            spans = self._days[day] = self._worked_out(day)
        return spans

    def _worked_out(self, day: date) -> tuple[tuple[Instant, Instant], ...]:
        if self._is_red(day):
            return ()
        spans = (
            (at_local(day, span.opens), _end(day, span.closes))
            for span in until(self._hours_on(day).weekdays[day.weekday()], self._closes_at(day))
        )
        # A span within the hour that the spring skips is no span.
        return tuple(span for span in spans if span[0] < span[1])

    def _hours_on(self, day: date) -> OfficeHours:
        begun = [hours for begins, hours in self._later if begins <= day]
        return begun[-1] if begun else self._hours


@lru_cache(maxsize=16)
def office_clock(
    hours: OfficeHours,
    is_red: Callable[[date], bool],
    later: LaterHours = (),
    closes_at: Callable[[date], time | None] | None = None,
) -> OfficeClock:
    """Give the clock of these hours, the same one each time, so that its days are worked out once.

    Hand in the same `is_red` each time, and hours as frozen values.
    """
    if closes_at is None:
        return OfficeClock(hours, is_red, later)
    return OfficeClock(hours, is_red, later, closes_at)


def until(spans: Iterable[_Span], closes: time | None) -> tuple[_Span, ...]:
    """Cut spans of a day off at a time of day (None = not at all)."""
    if closes is None:
        return tuple(spans)
    kept = (span for span in spans if span.opens < closes)
    return tuple(
        replace(span, closes=closes) if span.closes == _MIDNIGHT or span.closes > closes else span
        for span in kept
    )


def add_working_minutes(
    start: Instant, minutes: int, hours: OfficeHours, is_red: Callable[[date], bool]
) -> Instant | None:
    """Give when so many minutes of office hours have passed since the start; None if never."""
    return office_clock(hours, is_red).add_minutes(start, minutes)


def _end(day: date, closes: time) -> Instant:
    return at_local(day + _ONE_DAY if closes == _MIDNIGHT else day, closes)
