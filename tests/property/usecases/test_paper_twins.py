"""Papers, late messages, matches and regrets in any order: one in lists, first evidence kept."""

from collections.abc import Callable
from typing import Final
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kontaktpunkt.domain import commands as c
from kontaktpunkt.domain.calendar.clock_kind import ClockKind
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.states import MessageStage, SheetStage
from kontaktpunkt.usecases.at_desk import StaffDesk
from kontaktpunkt.usecases.back_entry.rows import JoinedTwin, SheetEntry
from kontaktpunkt.usecases.keeping.paper_twins import made_of
from kontaktpunkt.usecases.rows import InboxView
from kontaktpunkt.usecases.verifying import rebuild
from samples import House, a_house, a_notice, a_person, hours, id_of
from written_papers import TOLD, a_sheet, page_of

pytestmark = pytest.mark.property

K = MessageKind
_PERSON: Final = a_person(1, addresses=(), phone="")
_IDS: Final = ("in", "ready", "again")
_Act = Callable[[House, StaffDesk, tuple[UUID, UUID]], object]


def _entry(place: int, **written: str) -> _Act:
    """Enter the admission's paper (0) or the readiness's (1)."""

    def act(_house: House, desk: StaffDesk, sheets: tuple[UUID, UUID]) -> object:
        values = {**TOLD, **written}
        return desk.enter_sheet(SheetEntry(sheet=sheets[place], values=values, at=hours(-0.5)))

    return act


def _arrives(kind: MessageKind, name: str, at: float, **stay: object) -> _Act:
    def act(house: House, _desk: StaffDesk, _sheets: tuple[UUID, UUID]) -> object:
        sent = hours(at)
        return house.take_in(a_notice(kind, id=name, person=_PERSON, sent_at=sent, stay=stay))

    return act


def _match(place: int, name: str) -> _Act:
    return lambda _house, desk, sheets: desk.act(
        c.MatchSheetTwin(sheet=sheets[place], message=id_of(name))
    )


def _take_what_is_offered(_house: House, desk: StaffDesk, sheets: tuple[UUID, UUID]) -> object:
    """Join whatever the pages offer, as somebody in a hurry would."""
    for sheet in sheets:
        page = desk.sheet_entry(sheet)
        for offer in page.twins if page is not None else ():
            desk.act(c.MatchSheetTwin(sheet=sheet, message=offer.message))
    return sheets


def _on_all(make: Callable[[UUID], c.Command]) -> _Act:
    def act(house: House, desk: StaffDesk, _sheets: tuple[UUID, UUID]) -> object:
        return [desk.act(make(message)) for message in sorted(house.listed())]

    return act


_ACTS: Final[tuple[_Act, ...]] = (
    _entry(0, admitted_on="2026-03-23", expected_discharge="27/3"),
    _entry(0, admitted_on="2026-03-23", expected_discharge="28/3", ward="Avd 9"),
    _entry(1, ready_date="2026-03-24", ready_time="0800"),
    _entry(1, call_time="0750", ready_date="2026-03-24", ready_time="0745"),
    _arrives(K.ADMISSION_NOTICE, "in", 1),
    _arrives(K.READINESS_NOTICE, "ready", 1.5, ready_at=hours(-0.6)),
    _arrives(K.READINESS_NOTICE, "again", -1, ready_at=hours(-1)),
    _match(0, "in"),
    _match(1, "ready"),
    _match(1, "again"),
    _take_what_is_offered,
    lambda _house, desk, _sheets: desk.undo(),
    lambda _house, desk, _sheets: desk.undo(),
    _on_all(lambda message: c.TakeMessage(message=message)),
    _on_all(lambda message: c.FinishMessage(message=message)),
    lambda _house, desk, sheets: desk.act(c.CheckSheetEntry(sheet=sheets[1])),
    lambda _house, desk, sheets: desk.document_sheets(sheets, "SAMSA"),
)


@given(st.lists(st.tuples(st.sampled_from(_ACTS), st.booleans()), max_size=14))
@settings(max_examples=40)
def test_any_order_of_paper_message_match_and_regret(steps: list[tuple[_Act, bool]]) -> None:
    """Whoever does what first, what is joined stands once, and counts from the first telling."""
    house = a_house()
    sheets = (a_sheet(house, "R2"), a_sheet(house, "R5"))
    house.clock.advance(120)

    for act, bos in steps:
        act(house, house.bo if bos else house.anna, sheets)

    for sheet in sheets:
        _holds(house, sheet)
    before = [_seen(house, sheet) for sheet in sheets]
    assert house.is_clean
    rebuild(house.anna)
    assert [_seen(house, sheet) for sheet in sheets] == before


def _seen(house: House, sheet: UUID) -> object:
    page = page_of(house, sheet)
    return (page.stage, page.joined, page.twins, page.messages, house.listed())


def _holds(house: House, sheet: UUID) -> None:
    """Hold what must be of one paper, however it came there."""
    page = page_of(house, sheet)
    shown = {message for view in InboxView for message in house.listed(view)}
    joined = {one.message for one in page.joined}
    assert len(joined) <= 1
    assert not joined & {one.message for one in page.twins}
    for one in page.joined:
        assert house.row(one.message).on_paper is not None
        assert one.message in shown
        papers = [row for row in _papers(house, sheet) if row not in shown]
        assert papers
        if page.stage is not SheetStage.FOUND_AGAIN:
            raise AssertionError(page.stage)
        if one.kind is K.READINESS_NOTICE:
            _counts_from_the_first(house, page.case, one)
    if not joined:
        standing = [one for one in page.messages if one in shown]
        assert len(standing) == len(page.messages)


def _papers(house: House, sheet: UUID) -> set[UUID]:
    with house.anna.room() as room:
        made = made_of(room, sheet)
        states = {one: room.message(one) for one in made}
    return {one for one, state in states.items() if state and state.stage is MessageStage.MATCHED}


def _counts_from_the_first(house: House, case: UUID | None, twin: JoinedTwin) -> None:
    """Hold that the payment clock counts from the first time that anybody told it."""
    page = house.anna.case(case or UUID(int=0))
    assert page is not None
    told = [at for at in (twin.told_at, twin.sent_at) if at is not None]
    starts = [one.sent_at for one in page.clocks if one.kind is ClockKind.PAYMENT_START]
    current = [at for at in starts if at is not None]
    assert current
    assert min(current) <= min(told)
