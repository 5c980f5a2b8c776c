"""Two at work on the board in any order, with regrets: no clash of beds is ever invisible."""

from collections import Counter
from collections.abc import Callable
from typing import Final
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kontaktpunkt.domain.commands import (
    CheckPlace,
    EndReservation,
    EndShortTerm,
    GrantShortTerm,
    ListPlace,
    OccupyPlace,
    ReservePlace,
    VacatePlace,
)
from kontaktpunkt.domain.events.place import PlaceFacts
from kontaktpunkt.domain.events.short_term import DoctorAsked, ShortTermWish
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.at_desk import StaffDesk
from kontaktpunkt.usecases.short_term.rows import ForWhom, PlaceRow, PlaceStanding
from kontaktpunkt.usecases.verifying import rebuild
from samples import House, a_house, a_notice, a_person, done

pytestmark = pytest.mark.property

_NIL: Final = UUID(int=0)
_PEOPLE: Final = 3
_PLACES: Final = 3
_Act = Callable[[StaffDesk, PlaceRow, UUID], object]


def _place(desk: StaffDesk, row: PlaceRow, case: UUID) -> object:
    return desk.place_person(ForWhom(case=case), OccupyPlace(place=row.place, stay=_NIL))


def _place_only_here(desk: StaffDesk, row: PlaceRow, case: UUID) -> object:
    """Place somebody without leaving where she was, as another workstation would."""
    stay = desk.outside.tools.new_id()
    return desk.act(OccupyPlace(place=row.place, stay=stay, case=case))


def _leave(desk: StaffDesk, row: PlaceRow, _case: UUID) -> object:
    stay = row.holders[0].stay if row.holders else _NIL
    return desk.act(VacatePlace(place=row.place, stay=stay))


def _hold(desk: StaffDesk, row: PlaceRow, case: UUID) -> object:
    return desk.reserve_place(ReservePlace(place=row.place, reservation=_NIL, case=case))


def _let_go(desk: StaffDesk, row: PlaceRow, _case: UUID) -> object:
    held = row.held_for[0].reservation if row.held_for else _NIL
    return desk.act(EndReservation(place=row.place, reservation=held))


def _check(desk: StaffDesk, row: PlaceRow, _case: UUID) -> object:
    return desk.act(CheckPlace(place=row.place))


def _grant(desk: StaffDesk, row: PlaceRow, case: UUID) -> object:
    draft = GrantShortTerm(
        case=case,
        decision=_NIL,
        stay=_NIL,
        valid_until=Instant(0),
        reason="x",
        wish=ShortTermWish.SELF,
        delegation=True,
        assessment="x",
        doctor=DoctorAsked.NOT_NEEDED,
        tried_note="x",
        place=row.place,
    )
    return desk.grant_short_term(ForWhom(case=case), draft)


def _end(desk: StaffDesk, _row: PlaceRow, _case: UUID) -> object:
    waiting = desk.short_term().decisions
    if not waiting:
        return None
    one = waiting[0]
    return desk.act(EndShortTerm(case=one.case, decision=one.decision, caseworker="Bo"))


def _regret(desk: StaffDesk, _row: PlaceRow, _case: UUID) -> object:
    return desk.undo()


_ACTS: Final[tuple[_Act, ...]] = (
    _place,
    _place_only_here,
    _leave,
    _hold,
    _let_go,
    _check,
    _grant,
    _end,
    _regret,
)
_STEP: Final = st.tuples(
    st.sampled_from(_ACTS),
    st.booleans(),
    st.integers(0, _PLACES - 1),
    st.integers(0, _PEOPLE - 1),
)


def _a_house() -> tuple[House, list[UUID]]:
    house = a_house()
    for nth in range(1, _PEOPLE + 1):
        house.take_in(a_notice(id=f"in{nth}", person=a_person(nth), stay={"stay_ids": (f"{nth}",)}))
    for nth in range(_PLACES):
        done(house.anna.list_place(ListPlace(place=_NIL, facts=PlaceFacts(name=f"P{nth}"))))
    with house.store.reading() as view:
        return house, sorted(row.case for row in view.open_cases())


@settings(max_examples=60, deadline=None)
@given(st.lists(_STEP, max_size=14))
def test_whatever_two_do_a_clash_of_beds_is_always_seen(
    steps: list[tuple[_Act, bool, int, int]],
) -> None:
    """Somebody in two beds, or two in one, is told on every row that it concerns."""
    house, cases = _a_house()
    names = sorted(row.facts.name for row in house.anna.short_term().places)
    for act, is_anna, place, person in steps:
        desk = house.anna if is_anna else house.bo
        rows = {row.facts.name: row for row in desk.short_term().places}
        if names[place] in rows:
            act(desk, rows[names[place]], cases[person])
        house.clock.advance(1)

    rows = house.anna.short_term().places

    beds = Counter(one.person for row in rows for one in row.holders)
    for row in rows:
        assert (row.standing is PlaceStanding.DOUBLE) == (len(row.holders) > 1)
        for one in row.holders:
            here = sum(other.person == one.person for other in row.holders)
            assert bool(one.elsewhere) == (beds[one.person] > here)


@settings(max_examples=25, deadline=None)
@given(st.lists(_STEP, max_size=12))
def test_the_board_rebuilt_is_the_board_that_grew(
    steps: list[tuple[_Act, bool, int, int]],
) -> None:
    """What a new program makes of the ledger is what staff have seen."""
    house, cases = _a_house()
    for act, is_anna, place, person in steps:
        desk = house.anna if is_anna else house.bo
        rows = desk.short_term().places
        if place < len(rows):
            act(desk, rows[place], cases[person])
        house.clock.advance(1)
    before = house.anna.short_term()

    rebuild(house.anna)

    assert house.anna.short_term() == before
    assert house.is_clean
