"""Two at work in several stops in any order, with regrets: no number is ever lost or doubled."""

from collections import Counter
from collections.abc import Callable
from typing import Final
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kontaktpunkt.domain import commands as c
from kontaktpunkt.domain.events.outage import OutageOf
from kontaktpunkt.domain.paper.exercise_number import is_exercise_number
from kontaktpunkt.domain.states import SheetStage
from kontaktpunkt.domain.states.sheet import ACCOUNTED_FOR
from kontaktpunkt.usecases.at_desk import StaffDesk
from kontaktpunkt.usecases.desk import IssuedPaper
from kontaktpunkt.usecases.outages.rows import OutagePage, OutagePhase
from kontaktpunkt.usecases.verifying import rebuild
from samples import House, a_house, a_round, do, hours

pytestmark = pytest.mark.property

_STOPS: Final = 3
_EXERCISE: Final = 2
_Act = Callable[[StaffDesk, UUID, UUID], object]


def _step(make: Callable[[UUID], c.Command]) -> _Act:
    return lambda desk, _stop, sheet: desk.act(make(sheet))


def _turn(make: Callable[[UUID], c.Command]) -> _Act:
    return lambda desk, stop, _sheet: desk.act(make(stop))


def _close_all_the_way(desk: StaffDesk, stop: UUID, _sheet: UUID) -> object:
    """Try to come to the end in one go, as somebody in a hurry would."""
    desk.act(c.EndOutage(outage=stop))
    _reconcile(desk, stop, stop)
    return desk.act(c.CloseOutage(outage=stop))


def _reconcile(desk: StaffDesk, stop: UUID, _sheet: UUID) -> object:
    """Reconcile by a round of now; an exercise says in words what was looked at."""
    page = desk.outage(stop)
    if page is None or page.stamp.phase is not OutagePhase.DOCUMENTING:
        return desk.act(c.ReconcileOutage(outage=stop, note="ingen"))
    found = None if page.stamp.exercise else a_round(desk)
    return desk.act(c.ReconcileOutage(outage=stop, source_round=found, note="sett över"))


def _regret(desk: StaffDesk, _stop: UUID, _sheet: UUID) -> object:
    """Press Ctrl+Z."""
    return desk.undo()


def _account_for_all(desk: StaffDesk, stop: UUID, _sheet: UUID) -> object:
    """Go through the whole register at once, as the last hour of the work would."""
    page = desk.outage(stop)
    for line in page.lines if page is not None else ():
        desk.act(c.DocumentSheet(sheet=line.sheet, system="SAMSA"))
        desk.act(c.FindSheetAgain(sheet=line.sheet, system="SAMSA"))
    return page


_ACTS: Final[tuple[_Act, ...]] = (
    lambda desk, stop, _sheet: desk.issue_in_outage(stop, "R1", None, saved=False),
    lambda desk, stop, _sheet: desk.issue_in_outage(stop, "R2", None, saved=True),
    lambda desk, stop, _sheet: desk.issue_in_outage(stop, "R6", None, saved=True),
    _regret,
    _step(lambda sheet: c.NoteSheetNotOnPaper(sheet=sheet)),
    _step(lambda sheet: c.NoteSheetPrinted(sheet=sheet)),
    _step(lambda sheet: c.FillInSheet(sheet=sheet)),
    _step(lambda sheet: c.DocumentSheet(sheet=sheet, system="SAMSA")),
    _step(lambda sheet: c.AwaitSender(sheet=sheet)),
    _step(lambda sheet: c.FindSheetAgain(sheet=sheet, system="SAMSA")),
    _step(lambda sheet: c.NoteSheetMissing(sheet=sheet)),
    _step(lambda sheet: c.SignForMissing(sheet=sheet, reason="ur minnet")),
    _step(lambda sheet: c.VoidSheet(sheet=sheet)),
    _turn(lambda stop: c.EndOutage(outage=stop)),
    _reconcile,
    _turn(lambda stop: c.CloseOutage(outage=stop)),
    _turn(lambda stop: c.WithdrawOutage(outage=stop, reason="fel")),
    _close_all_the_way,
    _account_for_all,
    _account_for_all,
    _regret,
)
_LATE_ACTS: Final[tuple[_Act, ...]] = (
    _close_all_the_way,
    _regret,
    _account_for_all,
    _step(lambda sheet: c.NoteSheetMissing(sheet=sheet)),
    _step(lambda sheet: c.SignForMissing(sheet=sheet, reason="ur minnet")),
)
_REST: Final = (st.booleans(), st.integers(0, _STOPS - 1), st.integers(0, 3))
_STEP: Final = st.tuples(st.sampled_from(_ACTS), *_REST)
_LATE_STEP: Final = st.tuples(st.sampled_from(_LATE_ACTS), *_REST)
_Steps = list[tuple[_Act, bool, int, int]]


def _a_house() -> tuple[House, list[UUID]]:
    house = a_house()
    do(house.anna, c.ChangeSetting(key="signs_for_missing", value='["caseworker"]'))
    stops = [house.anna.new_outage() for _ in range(_STOPS)]
    for nth, stop in enumerate(stops):
        wish = c.DeclareOutage(
            outage=stop,
            of=OutageOf.SOURCE,
            since=hours(-1),
            system="SAMSA",
            exercise=nth == _EXERCISE,
        )
        do(house.anna, wish)
        for form in ("R1", "R2"):
            assert isinstance(
                house.anna.issue_in_outage(stop, form, None, saved=False), IssuedPaper
            )
    return house, stops


def _pages(house: House, stops: list[UUID]) -> list[OutagePage]:
    pages = [house.anna.outage(stop) for stop in stops]
    return [page for page in pages if page is not None]


def _hold(pages: list[OutagePage], given_out: set[str]) -> None:
    """Hold what must be true of the registers whatever has been done."""
    numbers = [line.number for page in pages for line in page.lines]
    assert len(numbers) == len(set(numbers)), "no number twice"
    assert given_out <= set(numbers), "no number lost"
    for page in pages:
        counted = Counter(line.stage for line in page.lines)
        assert dict(page.balance.in_stage) == dict(counted)
        assert page.balance.issued == len(page.lines) == sum(counted.values())
        if page.stamp.phase is OutagePhase.CLOSED:
            assert page.left == ()
            for line in page.lines:
                signed = line.stage is SheetStage.MISSING and line.signed_by_name
                assert line.stage in ACCOUNTED_FOR or signed
        if page.stamp.phase is OutagePhase.WITHDRAWN:
            assert set(counted) <= {SheetStage.VOIDED}


def _act_on(house: House, stops: list[UUID], step: tuple[_Act, bool, int, int]) -> None:
    act, is_anna, stop, nth = step
    page = house.anna.outage(stops[stop])
    assert page is not None
    sheet = page.lines[nth % len(page.lines)].sheet
    act(house.anna if is_anna else house.bo, stops[stop], sheet)
    house.clock.advance(1)


@settings(max_examples=60, deadline=None)
@given(st.lists(_STEP, max_size=24))
def test_no_order_of_acts_closes_a_stop_that_does_not_balance(steps: _Steps) -> None:
    """Issued is documented, found, voided, missing and still out, always; no number twice."""
    house, stops = _a_house()

    _go_on(house, stops, steps)


@settings(max_examples=60, deadline=None)
@given(st.lists(_LATE_STEP, min_size=4, max_size=16))
def test_no_regret_in_the_last_hour_opens_what_somebody_has_signed(steps: _Steps) -> None:
    """Anna has accounted for all, Bo closes: what she then takes back never unsettles it unseen."""
    house, stops = _a_house()
    for stop in stops:
        do(house.bo, c.EndOutage(outage=stop))
        _reconcile(house.bo, stop, stop)
        _account_for_all(house.anna, stop, stop)

    _go_on(house, stops, steps)


def _go_on(house: House, stops: list[UUID], steps: _Steps) -> None:
    """Do one thing after the other, and look at the registers after each."""
    given_out: set[str] = set()
    for step in steps:
        _act_on(house, stops, step)
        pages = _pages(house, stops)
        _hold(pages, given_out)
        given_out = {line.number for page in pages for line in page.lines}


@settings(max_examples=25, deadline=None)
@given(st.lists(_STEP, max_size=16))
def test_the_register_rebuilt_is_the_register_that_grew(steps: _Steps) -> None:
    """What a new program makes of the ledger is what staff have seen, and practice stays apart."""
    house, stops = _a_house()
    for step in steps:
        _act_on(house, stops, step)
    before = _pages(house, stops), house.anna.outages(), house.anna.sheets()

    rebuild(house.anna)

    assert (_pages(house, stops), house.anna.outages(), house.anna.sheets()) == before
    assert house.is_clean
    practised = {line.number for line in before[0][_EXERCISE].lines}
    real = {row.number for row in before[2]}
    assert all(is_exercise_number(number) for number in practised)
    assert not any(is_exercise_number(number) for number in real)
    assert real == {line.number for page in before[0][:_EXERCISE] for line in page.lines}
