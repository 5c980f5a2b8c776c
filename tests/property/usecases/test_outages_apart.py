"""Two workstations in the same stops, apart and joined: one register in the end, no number lost."""

from collections import Counter
from collections.abc import Callable
from typing import Final
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from fakes.exchange import Exchange
from fakes.store import StoreInMemory
from fakes.time_and_chance import SeededChance
from kontaktpunkt.domain import commands as c
from kontaktpunkt.domain.events.outage import OutageOf
from kontaktpunkt.domain.states import SheetStage
from kontaktpunkt.domain.states.sheet import ACCOUNTED_FOR
from kontaktpunkt.usecases.at_desk import StaffDesk
from kontaktpunkt.usecases.desk import IssuedPaper
from kontaktpunkt.usecases.outages.rows import OutagePage, OutagePhase
from kontaktpunkt.usecases.tools import Tools
from kontaktpunkt.usecases.verifying import rebuild
from samples import House, a_house, do, hours

pytestmark = pytest.mark.property

_STOPS: Final = 2
_Act = Callable[[StaffDesk, UUID, UUID], object]
_Choose = Callable[[int], int]


class TwoPlaces:
    """Anna at workstation 1 and Bo at workstation 2, with a ledger each, joined when told to.

    Everybody may sign, and the stops are of our own computers: no overview stands in the way.
    """

    def __init__(self) -> None:
        first = StoreInMemory(origin=1)
        self.second = StoreInMemory(origin=2)
        self.house: House = a_house(first)
        self.exchange = Exchange(first, self.second)
        do(self.house.anna, c.ChangeSetting(key="signs_for_missing"))
        tools = Tools(
            clock=self.house.clock, chance=SeededChance(2), signer=self.house.outside.tools.signer
        )
        self._other = replace(self.house.outside, store=self.second, tools=tools)
        self._ids = (self.house.anna.my_id, self.house.bo.my_id)
        self.stops = [self.house.anna.new_outage() for _ in range(_STOPS)]
        for stop in self.stops:
            wish = c.DeclareOutage(outage=stop, of=OutageOf.OWN_COMPUTERS, since=hours(-1))
            do(self.house.anna, wish)
            for form in ("R1", "R2"):
                paper = self.house.anna.issue_in_outage(stop, form, None, saved=False)
                assert isinstance(paper, IssuedPaper)
        self.join(lambda _count: 0)

    def join(self, choose: _Choose) -> None:
        """Join the two ledgers, and make the rows of both anew."""
        self.exchange.join(choose)
        for outside in (self.house.outside, self._other):
            rebuild(StaffDesk(outside))
        self.anna = StaffDesk(self.house.outside, self._ids[0])
        self.bo = StaffDesk(self._other, self._ids[1])

    def pages(self, desk: StaffDesk) -> list[OutagePage]:
        """Give the stops as a desk sees them."""
        found = [desk.outage(stop) for stop in self.stops]
        return [page for page in found if page is not None]

    def hold(self) -> None:
        """Hold what must be true at each desk, whatever the other has not heard of."""
        for desk in (self.anna, self.bo):
            for page in self.pages(desk):
                _adds_up(page)
                _is_not_silent(desk, page)

    def same_register(self) -> None:
        """Hold that both desks see one register, with every number that either has given out."""
        assert self.pages(self.anna) == self.pages(self.bo)
        assert self.anna.sheets() == self.bo.sheets()
        assert self.anna.outages() == self.bo.outages()


def _adds_up(page: OutagePage) -> None:
    count = page.balance
    numbers = [line.number for line in page.lines]
    assert len(numbers) == len(set(numbers)), "no number twice"
    assert dict(count.in_stage) == dict(Counter(line.stage for line in page.lines))
    gone = count.count(*ACCOUNTED_FOR, SheetStage.MISSING)
    out = sum(number for stage, number in count.in_stage.items() if stage in _STILL_OUT)
    assert count.issued == len(numbers) == gone + out
    assert {line.number for line in page.lines if not line.is_settled} == set(page.left)


def _is_not_silent(desk: StaffDesk, page: OutagePage) -> None:
    """A number that nobody answers for is in everybody's list, also of a stop that was closed."""
    ended = page.stamp.phase in (OutagePhase.CLOSED, OutagePhase.WITHDRAWN)
    listed = {one.outage for one in desk.outages(only_open=True)}
    assert (page.stamp.outage in listed) is not ended
    if page.left:
        assert not ended


_STILL_OUT: Final = frozenset(SheetStage) - ACCOUNTED_FOR - {SheetStage.MISSING}


def _step(make: Callable[[UUID], c.Command]) -> _Act:
    return lambda desk, _stop, sheet: desk.act(make(sheet))


def _turn(make: Callable[[UUID], c.Command]) -> _Act:
    return lambda desk, stop, _sheet: desk.act(make(stop))


def _close_all_the_way(desk: StaffDesk, stop: UUID, _sheet: UUID) -> object:
    desk.act(c.EndOutage(outage=stop))
    desk.act(c.ReconcileOutage(outage=stop, note="sett över"))
    return desk.act(c.CloseOutage(outage=stop))


def _account_for_all(desk: StaffDesk, stop: UUID, _sheet: UUID) -> object:
    page = desk.outage(stop)
    for line in page.lines if page is not None else ():
        desk.act(c.DocumentSheet(sheet=line.sheet, system="SAMSA"))
        desk.act(c.FindSheetAgain(sheet=line.sheet, system="SAMSA"))
    return page


def _void_all(desk: StaffDesk, stop: UUID, _sheet: UUID) -> object:
    page = desk.outage(stop)
    for line in page.lines if page is not None else ():
        desk.act(c.VoidSheet(sheet=line.sheet))
    return desk.act(c.WithdrawOutage(outage=stop, reason="fel"))


_ACTS: Final[tuple[_Act, ...]] = (
    lambda desk, stop, _sheet: desk.issue_in_outage(stop, "R1", None, saved=False),
    lambda desk, stop, _sheet: desk.issue_in_outage(stop, "R2", None, saved=True),
    lambda desk, _stop, _sheet: desk.undo(),
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
    _turn(lambda stop: c.ReconcileOutage(outage=stop, note="sett över")),
    _turn(lambda stop: c.CloseOutage(outage=stop)),
    _close_all_the_way,
    _account_for_all,
    _account_for_all,
    _void_all,
    lambda desk, _stop, _sheet: desk.undo(),
)
_STEP: Final = st.tuples(
    st.sampled_from(_ACTS), st.booleans(), st.integers(0, _STOPS - 1), st.integers(0, 5)
)
_JOIN: Final = st.integers(0, 2**48)
_Steps = list[tuple[_Act, bool, int, int] | int]


def _order(drawn: int) -> _Choose:
    """Make of one number the order in which a hub meets the acts of both."""
    left = [drawn]

    def choose(count: int) -> int:
        left[0], chosen = divmod(left[0], count)
        return chosen

    return choose


def _numbers(places: TwoPlaces) -> set[str]:
    desks = (places.anna, places.bo)
    return {line.number for desk in desks for page in places.pages(desk) for line in page.lines}


def _do_one(places: TwoPlaces, step: tuple[_Act, bool, int, int]) -> None:
    act, is_anna, stop, nth = step
    desk = places.anna if is_anna else places.bo
    page = desk.outage(places.stops[stop])
    assert page is not None
    act(desk, places.stops[stop], page.lines[nth % len(page.lines)].sheet)
    places.house.clock.advance(1)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.one_of(_STEP, _STEP, _STEP, _JOIN), max_size=24), _JOIN)
def test_two_desks_apart_and_joined_have_one_register_and_lose_no_number(
    steps: _Steps, last: int
) -> None:
    """Issued is documented, found again, voided, missing and still out, at each desk, always."""
    places = TwoPlaces()
    given_out = _numbers(places)
    for step in steps:
        if isinstance(step, int):
            places.join(_order(step))
            places.same_register()
        else:
            _do_one(places, step)
        places.hold()
        given_out |= _numbers(places)
    places.join(_order(last))

    places.same_register()
    places.hold()
    assert _numbers(places) == given_out


@given(_JOIN)
@settings(max_examples=20, deadline=None)
def test_a_number_given_out_while_another_desk_closes_opens_the_stop_again(order: int) -> None:
    """Anna closes what balances at her desk; the paper that Bo gave out meanwhile is left."""
    places = TwoPlaces()
    stop = places.stops[0]
    _account_for_all(places.anna, stop, stop)
    _close_all_the_way(places.anna, stop, stop)
    late = places.bo.issue_in_outage(stop, "R1", None, saved=False)
    assert isinstance(late, IssuedPaper)

    places.join(_order(order))

    for desk in (places.anna, places.bo):
        page = desk.outage(stop)
        assert page is not None
        assert page.stamp.phase is OutagePhase.DOCUMENTING
        assert (page.unheard, len(page.left)) == (1, 1)
        assert page.closed is not None
        assert stop in {one.outage for one in desk.outages(only_open=True)}
    do(places.bo, c.DocumentSheet(sheet=late.sheet, system="SAMSA"), c.CloseOutage(outage=stop))
    places.join(_order(order))
    closed = places.anna.outage(stop)
    assert closed is not None
    assert closed.stamp.phase is OutagePhase.CLOSED
    assert closed.closed is not None
    assert closed.closed.by_name == "Bo"


def test_a_paper_found_while_another_desk_signs_for_it_is_left_to_be_documented() -> None:
    """Anna signs that it is missing and closes; Bo has it in his hand and writes on it."""
    places = TwoPlaces()
    stop = places.stops[0]
    page = places.anna.outage(stop)
    assert page is not None
    found, other = (line.sheet for line in page.lines)
    do(
        places.anna,
        c.NoteSheetMissing(sheet=found),
        c.SignForMissing(sheet=found, reason="borta"),
        c.FindSheetAgain(sheet=other, system="SAMSA"),
    )
    _close_all_the_way(places.anna, stop, stop)
    do(places.bo, c.FillInSheet(sheet=found))

    places.join(_order(0))

    places.hold()
    page = places.anna.outage(stop)
    assert page is not None
    assert page.closed is not None
    assert page.stamp.phase is OutagePhase.DOCUMENTING
    assert page.left == (page.lines[0].number,)
    assert stop in {one.outage for one in places.anna.outages(only_open=True)}
    do(places.bo, c.DocumentSheet(sheet=found, system="SAMSA"))
    places.join(_order(0))
    page = places.anna.outage(stop)
    assert page is not None
    assert page.stamp.phase is OutagePhase.CLOSED


@given(_JOIN)
@settings(max_examples=20, deadline=None)
def test_two_who_did_different_things_with_one_number_are_both_remembered(order: int) -> None:
    """Anna documents, Bo voids: the first by the hub's order holds, the other stays a clash."""
    places = TwoPlaces()
    stop = places.stops[0]
    page = places.anna.outage(stop)
    assert page is not None
    sheet = page.lines[0].sheet
    do(places.anna, c.DocumentSheet(sheet=sheet, system="SAMSA"))
    do(places.bo, c.VoidSheet(sheet=sheet, reason="skrynklig"))

    places.join(_order(order))

    places.same_register()
    page = places.bo.outage(stop)
    assert page is not None
    line = page.lines[0]
    assert {line.stage, *line.clashes} == {SheetStage.DOCUMENTED, SheetStage.VOIDED}
    assert len(line.clashes) == 1
    told = {one.by_name for one in (*line.way, *line.without_effect)}
    assert told == {"Anna", "Bo"}
