"""A paper and the message that comes late are one on a real store: in lists, lines and clocks."""

from uuid import UUID

import pytest

from kontaktpunkt.domain import commands as c
from kontaktpunkt.domain.calendar.clock_kind import ClockKind
from kontaktpunkt.domain.events.sheet import SheetEntered
from kontaktpunkt.domain.ledger.subjects import Subject, SubjectKind
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.paper.on_paper import OnPaper
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.states import MessageStage, SheetStage
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.back_entry.rows import SheetEntry, TwinDifference
from kontaktpunkt.usecases.outages.rows import OutagePhase
from kontaktpunkt.usecases.ports import Store
from kontaktpunkt.usecases.rows import InboxView
from kontaktpunkt.usecases.verifying import rebuild
from samples import (
    NOW,
    House,
    a_house,
    a_notice,
    a_number,
    a_person,
    a_round,
    do,
    done,
    hours,
    id_of,
)
from written_papers import TOLD, a_sheet, enter, page_of, timeline_of

R = RefusalReason
K = MessageKind
_TOLD = Instant(NOW - 28 * 60_000_000)
_PERSON = a_person(1, addresses=(), phone="")


@pytest.fixture
def house(store: Store) -> House:
    """Give a house where SAMSA was down."""
    return a_house(store)


def _ready_on_paper(house: House, **written: str) -> tuple[UUID, UUID]:
    """Enter a readiness told by phone 08.12; gives the paper and its message."""
    sheet = a_sheet(house, "R5")
    enter(house, sheet, ready_date="2026-03-24", ready_time="0800", **written)
    return sheet, page_of(house, sheet).messages[-1]


def _admitted(house: House) -> None:
    house.take_in(a_notice(K.ADMISSION_NOTICE, id="in", person=_PERSON, sent_at=hours(-20)))


def _ready_in_the_system(house: House) -> UUID:
    house.clock.advance(240)
    ready = {"ready_at": hours(-0.5), "ward": "Avd 4"}
    notice = a_notice(K.READINESS_NOTICE, id="ready", person=_PERSON, sent_at=hours(2), stay=ready)
    house.take_in(notice)
    return id_of("ready")


def _entries(house: House, sheet: UUID) -> list[UUID]:
    """Give the acts that entered a paper."""
    with house.store.reading() as view:
        events = view.events_of(Subject(SubjectKind.SHEET, sheet))
    return [one.envelope.act_id for one in events if isinstance(one.body, SheetEntered)]


def _payment_starts(house: House, case: UUID | None) -> list[Instant | None]:
    page = house.anna.case(case or UUID(int=0))
    assert page is not None
    return [clock.sent_at for clock in page.clocks if clock.kind is ClockKind.PAYMENT_START]


@pytest.mark.parametrize("paper_first", [True, False])
def test_a_readiness_counts_once_from_when_we_were_told(house: House, *, paper_first: bool) -> None:
    """Told 08.12 and sent 10.40: one line in the inbox, one clock, from 08.12, found again."""
    _admitted(house)
    if paper_first:
        sheet, paper = _ready_on_paper(house)
        electronic = _ready_in_the_system(house)
    else:
        electronic = _ready_in_the_system(house)
        sheet, paper = _ready_on_paper(house)
    page = page_of(house, sheet)
    assert {paper, electronic} <= house.listed()
    assert house.row(electronic).on_paper == OnPaper(sheet=sheet, number=page.number, told_at=_TOLD)
    (offer,) = page.twins
    assert (offer.message, offer.kind, offer.person) == (
        electronic, K.READINESS_NOTICE, "Prov1 Provsson",
    )  # fmt: skip
    assert offer.differences == (
        TwinDifference("Underrättade", "2026-03-24 08:12", "2026-03-24 10:40"),
        TwinDifference("Utskrivningsklar", "2026-03-24 08:00", "2026-03-24 08:10"),
        TwinDifference("Avdelning", "Avd 3", "Avd 4"),
    )

    do(house.anna, c.MatchSheetTwin(sheet=sheet, message=electronic))

    _are_one(house, sheet, paper, electronic)
    told = [line for line in timeline_of(house, page.case) if "tskrivningsklar" in line]
    assert len(told) == 1
    assert f"blankett nr {page.number_shown}" in told[0]
    rebuild(house.anna)
    _are_one(house, sheet, paper, electronic)


def _are_one(house: House, sheet: UUID, paper: UUID, electronic: UUID) -> None:
    """Hold that the message stands for both, told when we first were told."""
    page = page_of(house, sheet)
    assert page.stage is SheetStage.FOUND_AGAIN
    assert page.twins == ()
    assert [one.message for one in page.joined] == [electronic]
    assert house.listed() & {paper, electronic} == {electronic}
    assert house.row(paper).stage is MessageStage.MATCHED
    assert house.row(electronic).on_paper == OnPaper(
        sheet=sheet, number=page.number, told_at=_TOLD, joined=True
    )
    assert _payment_starts(house, page.case) == [_TOLD]
    assert house.case_row(page.case).ready_sent_at == _TOLD
    case = house.anna.case(page.case or UUID(int=0))
    assert case is not None
    assert paper not in {row.message for row in case.messages}
    assert house.is_clean


def test_undone_they_are_two_again(house: House) -> None:
    """One key parts them: the paper waits for the sender, and both stand in the inbox."""
    _admitted(house)
    sheet, paper = _ready_on_paper(house)
    electronic = _ready_in_the_system(house)
    do(house.anna, c.MatchSheetTwin(sheet=sheet, message=electronic))

    done(house.anna.undo())

    page = page_of(house, sheet)
    assert page.stage is SheetStage.AWAITS_SENDER
    assert {paper, electronic} <= house.listed()
    assert page.joined == ()
    assert [one.message for one in page.twins] == [electronic]
    assert house.is_clean


def test_a_message_that_comes_when_the_stop_is_closed_is_one_with_its_paper(house: House) -> None:
    """Found by hand and closed; the file comes a day later: joined, and parted, numbers stand."""
    _admitted(house)
    sheet, paper = _ready_on_paper(house)
    stop = page_of(house, sheet).outage
    assert stop is not None
    do(house.anna, c.FindSheetAgain(sheet=sheet, system="SAMSA"), c.EndOutage(outage=stop))
    do(house.anna, c.ReconcileOutage(outage=stop, source_round=a_round(house.anna)))
    do(house.anna, c.CloseOutage(outage=stop))
    electronic = _ready_in_the_system(house)

    match = do(house.bo, c.MatchSheetTwin(sheet=sheet, message=electronic))

    page = page_of(house, sheet)
    assert {paper, electronic} & house.listed() == {electronic}
    assert _payment_starts(house, page.case) == [_TOLD]
    do(house.anna, c.TakeBack(act=match.act))
    assert {paper, electronic} <= house.listed()
    assert page_of(house, sheet).stage is SheetStage.FOUND_AGAIN
    (line,) = [one for one in house.anna.outages() if one.outage == stop]
    assert (line.left, line.phase) == (0, OutagePhase.CLOSED)
    assert house.is_clean


def test_anybody_parts_what_a_colleague_joined(house: House) -> None:
    """Bo joined the wrong two and went home: Anna parts them, and his other work stays his."""
    _admitted(house)
    sheet, paper = _ready_on_paper(house)
    electronic = _ready_in_the_system(house)
    match = do(house.bo, c.MatchSheetTwin(sheet=sheet, message=electronic))
    taken = do(house.bo, c.TakeMessage(message=electronic))

    do(house.anna, c.TakeBack(act=match.act))

    assert {paper, electronic} <= house.listed()
    answer = house.anna.act(c.TakeBack(act=taken.act))
    assert answer == Refused(reason=R.ANOTHERS_ACT)


def test_what_is_joined_stands_until_it_is_parted(house: House) -> None:
    """The entry is not undone, nor either message moved, while another stands for it."""
    _admitted(house)
    sheet, paper = _ready_on_paper(house)
    electronic = _ready_in_the_system(house)
    do(house.bo, c.MatchSheetTwin(sheet=sheet, message=electronic))

    entered = _entries(house, sheet)[0]
    answer = house.anna.act(c.TakeBack(act=entered))

    assert answer == Refused(reason=R.TWINS_STAND)
    for message in (paper, electronic):
        answer = house.anna.move_message(message, a_person(2).numbers[0].value, "Prov2 Provsson")
        assert answer == Refused(reason=R.TWINS_STAND)
    twice = house.anna.act(c.MatchSheetTwin(sheet=sheet, message=electronic))
    assert twice == Refused(reason=R.TWIN_TAKEN)


def test_who_has_the_paper_has_the_message(house: House) -> None:
    """Bo works with what came on paper: he has the electronic one then, and finishes it once."""
    _admitted(house)
    sheet, paper = _ready_on_paper(house)
    do(house.bo, c.TakeMessage(message=paper))
    electronic = _ready_in_the_system(house)

    do(house.anna, c.MatchSheetTwin(sheet=sheet, message=electronic))

    assert house.row(electronic).owner_name == "Bo"
    assert isinstance(house.anna.act(c.FinishMessage(message=paper)), Refused)
    do(house.bo, c.FinishMessage(message=electronic))
    assert house.listed(InboxView.DONE_TODAY) >= {electronic}
    assert paper not in house.listed(InboxView.DONE_TODAY)


def test_what_was_told_is_not_done_because_the_message_is(house: House) -> None:
    """Bo has finished the message, nobody the paper: matched, it is to be done, until parted."""
    _admitted(house)
    sheet, paper = _ready_on_paper(house)
    electronic = _ready_in_the_system(house)
    do(house.bo, c.FinishMessage(message=electronic))
    assert electronic not in house.listed()

    match = do(house.anna, c.MatchSheetTwin(sheet=sheet, message=electronic))
    assert {paper, electronic} & house.listed() == {electronic}

    do(house.anna, c.TakeBack(act=match.act))
    assert {paper, electronic} & house.listed() == {paper}


def test_what_is_done_on_both_stays_done(house: House) -> None:
    """Both were finished before somebody saw that they are one: nothing is to be done again."""
    _admitted(house)
    sheet, paper = _ready_on_paper(house)
    electronic = _ready_in_the_system(house)
    do(house.bo, c.FinishMessage(message=electronic), c.FinishMessage(message=paper))

    do(house.anna, c.MatchSheetTwin(sheet=sheet, message=electronic))

    assert not {paper, electronic} & house.listed()


def test_what_the_system_leaves_out_the_paper_fills_in(house: House) -> None:
    """An admission that says no expected day keeps the one that the ward said by phone."""
    sheet = a_sheet(house, "R2")
    enter(house, sheet, admitted_on="2026-03-23", admitted_time="2100", expected_discharge="27/3")
    notice = a_notice(
        K.ADMISSION_NOTICE,
        id="late",
        person=_PERSON,
        sent_at=hours(1),
        stay={"expected_discharge": None, "ward": "Avd 4", "admitted_at": hours(-11)},
    )
    house.clock.advance(120)
    house.take_in(notice)

    do(house.anna, c.MatchSheetTwin(sheet=sheet, message=id_of("late")))

    row = house.case_row(page_of(house, sheet).case)
    assert row.ward == "Avd 4"
    assert row.expected_discharge is not None
    assert row.is_open
    assert house.is_clean


@pytest.mark.parametrize(
    ("ahead", "told"),
    [(80, ()), (104, (TwinDifference("Beräknad utskrivning", "2026-03-27", "2026-03-28 16:40"),))],
)
def test_an_expected_day_without_a_clock_differs_by_day_only(
    house: House, ahead: float, told: tuple[TwinDifference, ...]
) -> None:
    """The paper's 27/3 and the system's 27/3 at 16.40 are the same; no noon is made up for it."""
    sheet = a_sheet(house, "R2")
    enter(house, sheet, admitted_on="2026-03-23", admitted_time="2100", expected_discharge="27/3")
    stay = {"expected_discharge": hours(ahead), "admitted_at": None, "ward": ""}
    house.clock.advance(120)
    house.take_in(
        a_notice(K.ADMISSION_NOTICE, id="late", person=_PERSON, sent_at=hours(1), stay=stay)
    )

    (offer,) = page_of(house, sheet).twins

    assert tuple(one for one in offer.differences if one.label.startswith("Beräknad")) == told


def test_a_paper_that_is_entered_again_after_it_was_found_changes_no_message(house: House) -> None:
    """The electronic one holds by then; the new entry is kept, and the old one readable."""
    _admitted(house)
    sheet, _ = _ready_on_paper(house)
    electronic = _ready_in_the_system(house)
    do(house.anna, c.MatchSheetTwin(sheet=sheet, message=electronic))
    before = house.listed()

    enter(house, sheet, ready_date="2026-03-24", ready_time="0805", doctor="Dr Ek")

    page = page_of(house, sheet)
    assert house.listed() == before
    assert page.values["doctor"] == "Dr Ek"
    assert len(page.earlier) == 1
    assert page.stage is SheetStage.FOUND_AGAIN
    assert _payment_starts(house, page.case) == [_TOLD]


@pytest.mark.parametrize(
    "wrong", [{"call_time": "0750"}, {"call_time": ""}, {"person_number": a_number(2).value}]
)
def test_when_and_of_whom_we_were_told_is_put_right_when_the_two_are_parted(
    house: House, wrong: dict[str, str]
) -> None:
    """The clock counts from the call: another time is not kept silently beside the old one."""
    _admitted(house)
    sheet, _ = _ready_on_paper(house)
    electronic = _ready_in_the_system(house)
    match = do(house.anna, c.MatchSheetTwin(sheet=sheet, message=electronic))
    values = {**TOLD, "ready_date": "2026-03-24", "ready_time": "0800", **wrong}
    entry = SheetEntry(sheet=sheet, values=values, at=hours(-0.5))

    assert house.anna.enter_sheet(entry) == Refused(reason=R.TWINS_STAND)

    do(house.anna, c.TakeBack(act=match.act))
    done(house.anna.enter_sheet(entry))
    assert house.is_clean


def test_an_earlier_call_counts_once_it_is_put_right_and_joined_again(house: House) -> None:
    """Told 07.50, not 08.12: parted, entered again and joined, the clock counts from 07.50."""
    _admitted(house)
    sheet, _ = _ready_on_paper(house)
    electronic = _ready_in_the_system(house)
    match = do(house.anna, c.MatchSheetTwin(sheet=sheet, message=electronic))
    do(house.anna, c.TakeBack(act=match.act))

    enter(house, sheet, call_time="0750", ready_date="2026-03-24", ready_time="0800")
    do(house.anna, c.MatchSheetTwin(sheet=sheet, message=electronic))

    case = page_of(house, sheet).case
    assert _payment_starts(house, case) == [Instant(_TOLD - 22 * 60_000_000)]


def test_a_paper_that_is_entered_again_corrects_what_it_said(house: House) -> None:
    """A wrong ward is put right by entering the paper again: one message holds, one is struck."""
    sheet = a_sheet(house, "R2")
    enter(house, sheet, expected_discharge="27/3")
    (first,) = page_of(house, sheet).messages

    enter(house, sheet, expected_discharge="27/3", ward="Avd 9")
    enter(house, sheet, expected_discharge="27/3", ward="Avd 9", found_by="Bo")

    page = page_of(house, sheet)
    (second,) = page.messages
    assert second != first
    assert house.case_row(page.case).ward == "Avd 9"
    assert house.row(first).marks
    assert len(page.earlier) == 2
    electronic = a_notice(K.ADMISSION_NOTICE, id="in", person=_PERSON, sent_at=hours(0))
    house.take_in(electronic)
    do(house.anna, c.MatchSheetTwin(sheet=sheet, message=id_of("in")))
    case = house.anna.case(page.case or UUID(int=0))
    assert case is not None
    assert [row.message for row in case.messages if row.message == second] == []
    assert house.case_row(page.case).ward == "Avd 3"
    assert house.is_clean


def test_nothing_is_offered_of_another_kind_or_another_person(house: House) -> None:
    """A paper about her is never joined with a message about somebody else."""
    _admitted(house)
    sheet, _ = _ready_on_paper(house)
    other = a_notice(
        K.READINESS_NOTICE, id="other", person=a_person(2), stay={"stay_ids": ("stay-2",)}
    )
    house.take_in(other)

    assert page_of(house, sheet).twins == ()
    answer = house.anna.act(c.MatchSheetTwin(sheet=sheet, message=id_of("other")))
    assert answer == Refused(reason=R.NOT_ONE_CASE)
    admission = house.anna.act(c.MatchSheetTwin(sheet=sheet, message=id_of("in")))
    assert admission == Refused(reason=R.NO_SUCH_TWIN)
