"""Needed against available places, week by week."""

from collections.abc import Iterable
from datetime import date, time, timedelta
from typing import Final

from kontaktpunkt.domain.events.place import PlaceKind
from kontaktpunkt.domain.states import PlaceState
from kontaktpunkt.domain.times import Instant, at_local, local_day
from kontaktpunkt.usecases.rows import CaseRow
from kontaktpunkt.usecases.short_term.rows import WeekLine

WEEKS_SHOWN: Final = 4
_WEEK = timedelta(days=7)


def week_lines(
    places: Iterable[PlaceState], cases: Iterable[CaseRow], now: Instant
) -> tuple[WeekLine, ...]:
    """Reckon this week and the three after it; who waits is reckoned in all of them."""
    there = [state for state in places if state.is_on_board]
    waiting = [case for case in cases if case.short_term is not None]
    today = local_day(now)
    monday = today - timedelta(days=today.weekday())
    mondays = (monday + nth * _WEEK for nth in range(WEEKS_SHOWN))
    return tuple(_line(there, waiting, now, day) for day in mondays)


def _line(there: list[PlaceState], waiting: list[CaseRow], now: Instant, monday: date) -> WeekLine:
    starts, ends = at_local(monday, time(0)), at_local(monday + _WEEK, time(0))
    starts = max(starts, now)  # what is left of this week
    in_queue = {case.case for case in waiting if _waits(case)}
    held = [one for state in there for one in state.reservations]
    for_others = [one for one in held if one.case not in in_queue and _lasts(one.until, starts)]
    known = in_queue | {one.case for one in held} | _placed(there)
    expected = [case for case in waiting if case.case not in known and _comes(case, ends)]
    present = sum(_lasts(stay.until, starts) for state in there for stay in state.present)
    return WeekLine(
        monday=monday,
        places=sum(_can_be_used(state, starts) for state in there),
        needed=present + len(in_queue) + len(for_others) + len(expected),
        waiting=len(in_queue),
    )


def _waits(case: CaseRow) -> bool:
    return case.short_term is not None and case.short_term.applied_at is not None


def _comes(case: CaseRow, ends: Instant) -> bool:
    """Say whether an arrival is planned before the week is over."""
    line = case.short_term
    if line is None or not line.arrival:
        return False
    return line.arrives_at is None or line.arrives_at < ends


def _placed(there: list[PlaceState]) -> set[object]:
    return {stay.case for state in there for stay in state.present}


def _lasts(until: Instant | None, starts: Instant) -> bool:
    return until is None or until > starts


def _can_be_used(state: PlaceState, starts: Instant) -> bool:
    """Say whether the place is in use in the week; a permanent one is not ours to reckon with."""
    if state.facts is None or state.facts.place_kind is PlaceKind.PERMANENT:
        return False
    if state.retired_at is not None:
        return False
    out = state.out_of_use
    return out is None or (out.until is not None and out.until <= starts)
