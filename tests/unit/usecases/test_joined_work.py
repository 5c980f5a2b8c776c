"""What was done in cases and persons before they were joined: kept, shown, and gone on with."""

from collections.abc import Callable
from uuid import UUID

import pytest

from kontaktpunkt.domain.calendar.clock_kind import ClockKind
from kontaktpunkt.domain.commands import (
    AnswerDeviation,
    BeginMeeting,
    CallHome,
    ChangeSetting,
    CloseCase,
    Command,
    JoinCases,
    JoinPersons,
    MarkReadiness,
    MeetObstacle,
    NoteHomeReached,
    PauseClock,
    PrepareCareRequest,
    ReceiveDeviation,
    RemoveObstacle,
    ResumeClock,
    SetWithUs,
    TakeBack,
    TickDocumented,
    WithdrawCallHome,
)
from kontaktpunkt.domain.contacts.shapes import UnitFacts
from kontaktpunkt.domain.events.care_request import CareRequestContent
from kontaktpunkt.domain.events.homecoming import ReadinessMark
from kontaktpunkt.domain.events.office import AccessKind, AccessNoted
from kontaktpunkt.domain.ledger.subjects import SubjectKind
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.person.facts import NumberKind, PersonNumber
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.domain.side import Side
from kontaktpunkt.domain.staff import WithUs
from kontaktpunkt.usecases.answers import Done
from kontaktpunkt.usecases.care_request_rows import Going, Standing, Whom
from kontaktpunkt.usecases.contacts.editing import UnitEdit
from kontaktpunkt.usecases.rows import CasePage
from samples import House, a_house, a_notice, a_number, a_person, do, done, hours, id_of

_BED, _STAIRS = UUID(int=5), UUID(int=6)
_RESERVE = PersonNumber(NumberKind.LOCAL_RESERVE, "18900102S98A")

_GOES_ON: dict[str, Callable[[UUID, UUID], Command]] = {
    "obstacle gone": lambda case, _: RemoveObstacle(case=case, obstacle=_BED),
    "called off": lambda case, _: WithdrawCallHome(case=case),
    "came home": lambda case, _: NoteHomeReached(case=case),
    "unmarked": lambda case, _: MarkReadiness(case=case, item="läkemedel", mark=None),
    "clock goes on": lambda case, _: ResumeClock(case=case, clock=ClockKind.PLANNING_ANSWER),
    "answered": lambda case, deviation: AnswerDeviation(case=case, deviation=deviation),
}


def _two_cases(house: House) -> tuple[UUID, UUID]:
    """Give two cases of one person, the one that will lead first."""
    stays = ({"stay_ids": ("s-1",)}, {"stay_ids": ("s-2",), "admitted_at": hours(-19)})
    fates = house.take_in(*(a_notice(id=f"m{nth}", stay=stay) for nth, stay in enumerate(stays)))
    one, other = sorted(fate.case for fate in fates if fate.case is not None)
    return one, other


def _two_persons(house: House) -> list[UUID]:
    """Take in an admission by reserve number and one by personnummer; the leading person first."""
    house.take_in(
        a_notice(MessageKind.ADMISSION_NOTICE, id="r", person=a_person(numbers=(_RESERVE,))),
        a_notice(MessageKind.ADMISSION_NOTICE, id="p", stay={"stay_ids": ("s-p",)}),
    )
    rows = (house.row(id_of(name)) for name in ("r", "p"))
    return sorted(row.person for row in rows if row.person is not None)


def _worked(house: House, leads: UUID, other: UUID) -> CasePage:
    """Let something be done in each of two cases, then join them."""
    do(
        house.anna,
        ChangeSetting(key="planning_answer_hours", value="24"),
        MeetObstacle(case=leads, obstacle=_STAIRS, code="x", side=Side.MUNICIPALITY),
        MarkReadiness(case=leads, item="hjälpmedel", mark=ReadinessMark.DONE),
        MeetObstacle(case=other, obstacle=_BED, code="y", side=Side.HOSPITAL),
        MarkReadiness(case=other, item="läkemedel", mark=ReadinessMark.MISSING),
        CallHome(case=other, told="Syster Eva"),
        PauseClock(case=other, clock=ClockKind.PLANNING_ANSWER, waiting_for="avdelningen"),
        ReceiveDeviation(case=other, text="för sent"),
    )
    do(house.anna, JoinCases(case=leads, other_case=other))
    page = house.anna.case(leads)
    assert page is not None
    return page


def test_what_was_done_in_either_case_is_shown_when_they_are_one() -> None:
    """No obstacle, no readiness, no call home and no clock is lost by joining two cases."""
    house = a_house()
    leads, other = _two_cases(house)

    page = _worked(house, leads, other)

    home = page.homecoming
    assert {one.obstacle for one in home.open_obstacles} == {_BED, _STAIRS}
    assert {one.item for one in home.readiness} == {"hjälpmedel", "läkemedel"}
    assert home.called is not None
    assert home.called.agreed.told == "Syster Eva"
    kinds = {clock.kind for clock in page.clocks if clock.waiting_for == "avdelningen"}
    assert kinds == {ClockKind.PLANNING_ANSWER}
    assert any(clock.about == "för sent" for clock in page.clocks)
    line = house.case_row(leads).homecoming
    assert {one.obstacle for one in line.obstacles} == {_BED, _STAIRS}
    assert line.called_at is not None
    assert house.is_clean


@pytest.mark.parametrize("name", sorted(_GOES_ON))
def test_it_can_be_gone_on_with_in_the_case_that_leads(name: str) -> None:
    """What was begun in one of two joined cases is ended from the page that both have."""
    house = a_house()
    leads, other = _two_cases(house)
    page = _worked(house, leads, other)
    deviation = next(one.deviation for one in page.clocks if one.about == "för sent")
    house.clock.advance(5)

    answer = house.anna.act(_GOES_ON[name](leads, deviation or _BED))

    assert not isinstance(answer, Refused)
    after = house.anna.case(leads)
    assert after is not None
    assert (after.homecoming, after.clocks) != (page.homecoming, page.clocks)
    assert house.is_clean


def test_who_was_called_home_anew_in_one_case_has_not_come_home_by_the_other() -> None:
    """A homecoming that failed in one case does not end the later one in the case joined to it."""
    house = a_house()
    leads, other = _two_cases(house)
    do(house.anna, CallHome(case=leads, told="Eva"), NoteHomeReached(case=leads))
    house.clock.advance(120)
    do(house.anna, CallHome(case=other, told="Siv"))

    do(house.anna, JoinCases(case=leads, other_case=other))

    page = house.anna.case(leads)
    assert page is not None
    assert page.homecoming.called is not None
    assert page.homecoming.called.agreed.told == "Siv"
    assert page.homecoming.reached is None


@pytest.mark.parametrize("nth", [0, 1])
def test_a_care_request_under_either_id_is_sent_once_and_then_sent(nth: int) -> None:
    """Who is joined is sent with the request that lies ready, and the tick says that it went."""
    house = a_house()
    persons = _two_persons(house)
    content = CareRequestContent(services="Hemtjänst")
    do(house.anna, PrepareCareRequest(person=persons[nth], content=content))
    do(house.anna, JoinPersons(person=persons[0], other_person=persons[1]))
    going = Going(whom=Whom(person=persons[0]), system="SAMSA", text="Vårdbegäran", hospital="S")

    done(house.anna.send_to_emergency(going))

    (row,) = house.anna.care_requests()
    assert row.standing is Standing.TO_SEND
    assert row.case is not None
    assert row.item is not None
    do(house.anna, TickDocumented(case=row.case, item=row.item))
    assert [one.standing for one in house.anna.care_requests()] == [Standing.KEPT]
    assert house.anna.care_requests_to_send() == ()
    assert house.is_clean


def test_a_care_request_is_sent_though_the_two_were_parted_meanwhile() -> None:
    """Where the case is one's and the care request the other's, the tick still reaches it."""
    house = a_house()
    _two_persons(house)
    here, there = house.row(id_of("r")), house.row(id_of("p"))
    assert here.person is not None
    assert there.person is not None
    assert there.case is not None
    content = CareRequestContent(services="Hemtjänst")
    do(
        house.anna,
        CloseCase(case=there.case),
        PrepareCareRequest(person=there.person, content=content),
    )
    joined = do(house.anna, JoinPersons(person=here.person, other_person=there.person))
    going = Going(whom=Whom(person=here.person), system="SAMSA", text="Text", hospital="S")
    done(house.anna.send_to_emergency(going))
    (row,) = (one for one in house.anna.care_requests() if one.item is not None)
    assert row.case is not None
    assert row.case == here.case
    assert row.item is not None
    do(house.anna, TakeBack(act=joined.act))

    do(house.anna, TickDocumented(case=row.case, item=row.item))

    assert house.anna.care_requests_to_send() == ()
    assert house.is_clean


@pytest.mark.parametrize("nth", [0, 1])
def test_a_list_takes_nothing_from_who_she_is_with_us_under_either_id(nth: int) -> None:
    """What somebody wrote in of her before she was joined stands when a list names her unit."""
    house = a_house()
    persons = _two_persons(house)
    own = WithUs(unit="Norr", named_care_contact="Sara Fast", named_care_contact_phone="070-0")
    do(
        house.anna,
        SetWithUs(person=persons[nth], with_us=own),
        JoinPersons(person=persons[0], other_person=persons[1]),
    )
    done(house.anna.save_unit(UnitEdit(facts=UnitFacts(name="Norr"))))
    table = f"Personnummer;Enhet\n{a_number().value};Norr\n".encode()

    taken = house.anna.take_contact_list(table)

    assert isinstance(taken, Done)
    after = house.anna.with_us(persons[0]).own
    assert after is not None
    assert after.unit_id is not None
    assert after.named_care_contact == "Sara Fast"


def test_who_may_be_the_same_is_noted_as_shown() -> None:
    """An offer tells another person's name and number: the log says that a list was shown."""
    house = a_house()
    _two_persons(house)
    case = house.row(id_of("p")).case
    assert case is not None

    offers = house.bo.joining_offers(case)
    house.bo.joining_offers(case)

    assert [offer.joined for offer in offers] == [False]
    assert _lists(house) == [("personer som kan vara samma", 1)]


def test_those_of_a_meeting_are_noted_as_shown_to_each_who_looks() -> None:
    """Whoever began it, looked in afterwards or put it on paper stands in the log."""
    house = a_house()
    _two_persons(house)
    meeting = UUID(int=9)
    do(house.anna, BeginMeeting(meeting=meeting, name="morgon"))

    house.anna.meeting(meeting)
    house.bo.meeting_paper(meeting, to_work_by=True)
    house.bo.meeting(meeting)

    assert _lists(house) == [("avstämning morgon", 2), ("avstämning morgon", 2)]


def _lists(house: House) -> list[tuple[str, int]]:
    with house.store.reading() as store:
        events = [
            event for each in store.subjects(SubjectKind.ACCESS) for event in store.events_of(each)
        ]
    noted = [event.body for event in events if isinstance(event.body, AccessNoted)]
    return [(one.filter, one.count) for one in noted if one.access is AccessKind.LIST]
