"""Puts a unit's week together from open cases: everybody in one place, and the load."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from enum import Enum, auto
from typing import Final
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.events.case import CaseKind
from kontaktpunkt.domain.profile import RuleProfile
from kontaktpunkt.domain.side import Side
from kontaktpunkt.domain.times import Instant, local_day
from kontaktpunkt.usecases.follow_up.listing import lies_there
from kontaktpunkt.usecases.rows import CaseRow
from kontaktpunkt.usecases.unit_week.rows import (
    Arrival,
    ArrivalKind,
    LoadLine,
    UnitWeekPage,
    UnitWeekQuery,
    WeekDay,
)

DAYS: Final = 7
_LAST: Final = 1 << 62


class _Place(Enum):
    """The parts of the page beside its days."""

    OVERDUE = auto()
    EMERGENCY = auto()
    UNDATED = auto()
    WAITING = auto()
    RESTART = auto()
    LATER = auto()
    NONE = auto()


class _Placed(Struct, frozen=True):
    """Where somebody stands: a day, or another part of the page."""

    where: date | _Place
    arrival: Arrival


class _Terms(Struct, frozen=True, kw_only=True):
    """What everybody is placed by."""

    now: Instant
    today: date
    ours: tuple[str, ...]


def unit_week_page(
    cases: Iterable[CaseRow],
    query: UnitWeekQuery,
    profile: RuleProfile,
    now: Instant,
    is_red: Callable[[date], bool],
) -> UnitWeekPage:
    """Put the page together for a unit, or for all, from today on."""
    today = local_day(now)
    ours = (part.code for part in profile.readiness_items if part.side is Side.MUNICIPALITY)
    terms = _Terms(now=now, today=today, ours=tuple(ours))
    placed = [_place(case, terms) for case in cases if case.is_open and not case.deceased]
    shown = [one for one in placed if _is_asked_for(one.arrival.case, query)]
    days = [today + timedelta(days=ahead) for ahead in range(DAYS)]
    return UnitWeekPage(
        at=now,
        unit=query.unit,
        units=tuple(sorted({one.arrival.case.unit for one in placed} - {""})),
        days=tuple(WeekDay(day=day, is_red=is_red(day), arrivals=_at(shown, day)) for day in days),
        overdue=_at(shown, _Place.OVERDUE),
        undated=_at(shown, _Place.UNDATED),
        waiting=_at(shown, _Place.WAITING),
        emergency=_at(shown, _Place.EMERGENCY),
        restart=_at(shown, _Place.RESTART),
        later=_at(shown, _Place.LATER),
        by_unit=_load(placed, now, lambda case: (None, case.unit)),
        by_staff=_load(
            [one for one in placed if query.unit in ("", one.arrival.case.unit)],
            now,
            lambda case: (case.responsible, case.responsible_name),
        ),
    )


def _is_asked_for(case: CaseRow, query: UnitWeekQuery) -> bool:
    return query.unit in ("", case.unit) and query.responsible in (None, case.responsible)


def _place(case: CaseRow, terms: _Terms) -> _Placed:
    """Say where somebody stands; whoever is called home stands by that, else by what is known."""
    home = case.homecoming
    if home.reached_at is not None:
        return _placed_at_home(case, terms)
    if home.called_at is not None:
        return _placed_called(case, terms)
    if not lies_there(case, terms.now):
        is_stay = case.case_kind is CaseKind.INPATIENT
        place = _Place.RESTART if is_stay and home.paused else _Place.NONE
        return _Placed(place, _arrival(case, ArrivalKind.NOT_SAID, None, terms))
    return _placed_in_hospital(case, terms)


def _placed_at_home(case: CaseRow, terms: _Terms) -> _Placed:
    home = case.homecoming
    reached = home.reached_at
    is_today = reached is not None and local_day(reached) == terms.today
    where = terms.today if is_today else _Place.RESTART if home.paused else _Place.NONE
    return _Placed(where, _arrival(case, ArrivalKind.HOME, reached, terms))


def _placed_called(case: CaseRow, terms: _Terms) -> _Placed:
    at = case.homecoming.expected_home
    where = _Place.UNDATED if at is None else _by_day(local_day(at), terms)
    if case.homecoming.withdrawn_at is not None:
        # She lies in hospital: what has passed is no homecoming that somebody waits for.
        where = _Place.LATER if where is _Place.OVERDUE else where
        return _Placed(where, _arrival(case, ArrivalKind.WITHDRAWN, at, terms))
    return _Placed(where, _arrival(case, ArrivalKind.CALLED, at, terms))


def _placed_in_hospital(case: CaseRow, terms: _Terms) -> _Placed:
    expected = case.expected_discharge
    kind = ArrivalKind.NOT_SAID if expected is None else ArrivalKind.EXPECTED
    arrival = _arrival(case, kind, expected, terms)
    if case.case_kind is CaseKind.EMERGENCY_STAY:
        return _Placed(_Place.EMERGENCY, arrival)
    if case.ready_sent_at is not None:
        return _Placed(_Place.WAITING, arrival)
    # The hospital's guess from before today is no day to staff: it stands among the later ones.
    where = _Place.LATER if expected is None else _by_day(local_day(expected), terms)
    return _Placed(_Place.LATER if where is _Place.OVERDUE else where, arrival)


def _by_day(day: date, terms: _Terms) -> date | _Place:
    if day < terms.today:
        return _Place.OVERDUE
    return day if day < terms.today + timedelta(days=DAYS) else _Place.LATER


def _arrival(case: CaseRow, kind: ArrivalKind, at: Instant | None, terms: _Terms) -> Arrival:
    done = case.homecoming.done
    lacking = tuple(code for code in terms.ours if code not in done)
    return Arrival(case=case, kind=kind, at=at, lacking=lacking)


def _at(placed: Sequence[_Placed], where: date | _Place) -> tuple[Arrival, ...]:
    """Give who stands at a place, the soonest first; the ready by how long they have waited."""

    def key(arrival: Arrival) -> tuple[int, bytes]:
        waits = arrival.case.ready_sent_at if where is _Place.WAITING else arrival.at
        return (_LAST if waits is None else waits, arrival.case.case.bytes)

    return tuple(sorted((one.arrival for one in placed if one.where == where), key=key))


def _load(
    placed: Iterable[_Placed], now: Instant, whose: Callable[[CaseRow], tuple[UUID | None, str]]
) -> tuple[LoadLine, ...]:
    """Count open cases by whose they are, the most loaded first; nobody's stand last."""
    found: dict[tuple[UUID | None, str], list[_Placed]] = {}
    for one in placed:
        found.setdefault(whose(one.arrival.case), []).append(one)
    lines = [_line(staff, name, ones, now) for (staff, name), ones in found.items()]
    return tuple(sorted(lines, key=lambda line: (not line.name, -line.open, line.name.casefold())))


def _line(staff: UUID | None, name: str, placed: Sequence[_Placed], now: Instant) -> LoadLine:
    cases = [one.arrival.case for one in placed]
    return LoadLine(
        name=name,
        staff=staff,
        open=len(cases),
        emergency=sum(one.where is _Place.EMERGENCY for one in placed),
        ready=sum(case.ready_sent_at is not None and lies_there(case, now) for case in cases),
        coming=sum(map(_comes, placed)),
    )


def _comes(one: _Placed) -> bool:
    """Say whether somebody comes within the week."""
    in_week = isinstance(one.where, date) or one.where in (_Place.OVERDUE, _Place.UNDATED)
    return in_week and one.arrival.comes
