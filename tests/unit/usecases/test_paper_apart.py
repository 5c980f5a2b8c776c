"""One paper entered at two desks that knew of no other: one message when they meet again."""

from typing import Any
from uuid import UUID

import pytest
from msgspec.structs import replace

from fakes.exchange import Exchange
from fakes.store import StoreInMemory
from fakes.time_and_chance import SeededChance
from kontaktpunkt.domain import commands as c
from kontaktpunkt.domain.calendar.clock_kind import ClockKind
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.states import SheetStage
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.at_desk import StaffDesk
from kontaktpunkt.usecases.back_entry.rows import SheetEntry
from kontaktpunkt.usecases.rows import InboxQuery, InboxView
from kontaktpunkt.usecases.tools import Tools
from kontaktpunkt.usecases.verifying import rebuild
from samples import NOW, House, a_house, a_notice, a_person, do, done, hours, id_of
from written_papers import TOLD, a_sheet

K = MessageKind
_PERSON = a_person(1, addresses=(), phone="")
_FIRST = Instant(NOW - 50 * 60_000_000)
_ALL = InboxQuery()


class _Apart:
    """Anna at one workstation, Bo at another; one paper that both have before them."""

    def __init__(self) -> None:
        first, self.second = StoreInMemory(origin=1), StoreInMemory(origin=2)
        self.house: House = a_house(first)
        self.exchange = Exchange(first, self.second)
        admitted = a_notice(K.ADMISSION_NOTICE, id="in", person=_PERSON, sent_at=hours(-20))
        self.house.take_in(admitted)
        self.sheet = a_sheet(self.house, "R5")
        outside = self.house.outside
        tools = Tools(clock=self.house.clock, chance=SeededChance(2), signer=outside.tools.signer)
        self._other = replace(outside, store=self.second, tools=tools)
        self._ids = (self.house.anna.my_id, self.house.bo.my_id)
        self.join(0)

    def join(self, whose_first: int) -> None:
        """Let each hear of what the other did."""
        self.exchange.join(lambda count: min(whose_first, count - 1))
        for outside in (self.house.outside, self._other):
            rebuild(StaffDesk(outside))
        self.anna = StaffDesk(self.house.outside, self._ids[0])
        self.bo = StaffDesk(self._other, self._ids[1])

    def enter(self, desk: StaffDesk, call_time: str) -> None:
        """Enter the paper at a desk."""
        ready = {"ready_date": "2026-03-24", "ready_time": "0740"}
        values: dict[str, Any] = {**TOLD, **ready, "call_time": call_time}
        done(desk.enter_sheet(SheetEntry(sheet=self.sheet, values=values, at=hours(-0.5))))

    def made(self, desk: StaffDesk) -> set[object]:
        """Give what was made of the paper and stands in a list of a desk."""
        listed = {
            row.message
            for view in InboxView
            for row in desk.inbox(replace(_ALL, view=view), 0, 100).rows
        }
        with desk.reading() as reading:
            return {
                message
                for message in listed
                if (state := reading.message(message)) is not None
                and state.taken_in is not None
                and state.taken_in.sheet == self.sheet
            }


@pytest.mark.parametrize("whose_first", [0, 1])
def test_a_paper_entered_twice_apart_is_one_message(whose_first: int) -> None:
    """Both desks show the same one, its clock runs once, and the late message is one with it."""
    apart = _Apart()
    apart.enter(apart.anna, "0812")
    apart.enter(apart.bo, "0750")
    apart.join(whose_first)

    assert len(apart.made(apart.anna)) == 1
    assert apart.made(apart.anna) == apart.made(apart.bo)
    page = apart.anna.sheet_entry(apart.sheet)
    assert page is not None
    assert len(page.earlier) == 1
    case = apart.anna.case(page.case or apart.sheet)
    assert case is not None
    clocks = [one for one in case.clocks if one.kind is ClockKind.PAYMENT_START]
    assert len(clocks) == 1

    late = a_notice(K.READINESS_NOTICE, id="late", person=_PERSON, sent_at=hours(-0.1))
    apart.house.take_in(late)
    do(apart.anna, c.MatchSheetTwin(sheet=apart.sheet, message=id_of("late")))
    apart.join(whose_first)

    for desk in (apart.anna, apart.bo):
        assert apart.made(desk) == set()
        found = desk.sheet_entry(apart.sheet)
        assert found is not None
        assert found.stage is SheetStage.FOUND_AGAIN
        shown = desk.case(found.case or apart.sheet)
        assert shown is not None
        counted = [one for one in shown.clocks if one.kind is ClockKind.PAYMENT_START]
        assert [one.sent_at for one in counted] == [_FIRST]


@pytest.mark.parametrize("whose_first", [0, 1])
@pytest.mark.parametrize("moves_paper", [True, False])
def test_what_was_told_is_in_the_list_when_its_like_is_moved_away(
    whose_first: int, *, moves_paper: bool
) -> None:
    """Bo joins the two while Anna, at another desk, moves one of them to somebody else."""
    apart = _Apart()
    apart.enter(apart.anna, "0755")
    late = a_notice(K.READINESS_NOTICE, id="late", person=_PERSON, sent_at=hours(0))
    stay = {"stay_ids": ("stay-2",)}
    apart.house.take_in(late, a_notice(K.ADMISSION_NOTICE, id="2", person=a_person(2), stay=stay))
    apart.join(0)
    (paper,) = apart.made(apart.anna)
    assert isinstance(paper, UUID)
    do(apart.bo, c.MatchSheetTwin(sheet=apart.sheet, message=id_of("late")))
    moved = paper if moves_paper else id_of("late")
    done(apart.anna.move_message(moved, a_person(2).numbers[0].value, "Prov2 Provsson"))

    apart.join(whose_first)

    open_ones = {row.message for row in apart.anna.inbox(_ALL, 0, 100).rows}
    assert {paper, id_of("late")} <= open_ones
    page = apart.anna.sheet_entry(apart.sheet)
    assert page is not None
    do(apart.anna, c.TakeBack(act=page.joined[0].act))
    do(apart.anna, c.FinishMessage(message=paper))
    assert apart.house.is_clean
