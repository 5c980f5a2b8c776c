"""A team's meetings on a real store: begun by one, gone on with by another, signed, on paper."""

from uuid import UUID

import pytest

from kontaktpunkt.domain.commands import (
    BeginMeeting,
    CallHome,
    CloseCase,
    NoteHomeReached,
    ReviewPerson,
    SignOffMeeting,
    TakeBack,
)
from kontaktpunkt.domain.events.meeting import ReviewDecision
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.person.facts import Protection
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.times import MINUTE, Instant
from kontaktpunkt.usecases.follow_up.rows import FollowUpGroup, FollowUpQuery
from kontaktpunkt.usecases.meetings.rows import MeetingPage, MeetingPart
from kontaktpunkt.usecases.ports import Store
from kontaktpunkt.usecases.verifying import rebuild
from samples import House, a_house, a_notice, a_person, do, hours

_PEOPLE = 3


@pytest.fixture
def house(store: Store) -> House:
    """Give a house with three people in hospital, the first of them ready."""
    house = a_house(store)
    for nth in range(1, _PEOPLE + 1):
        house.take_in(_notice(nth, MessageKind.ADMISSION_NOTICE, expected_discharge=hours(200)))
    house.take_in(_notice(1, MessageKind.READINESS_NOTICE))
    return house


def _notice(nth: int, kind: MessageKind, **stay: object):  # noqa: ANN202 - a notice
    said = {"stay_ids": (f"stay-{nth}",), **stay}
    consent = {"consent": nth == 1} if kind is MessageKind.ADMISSION_NOTICE else {}
    return a_notice(kind, id=f"{kind.value}-{nth}", person=a_person(nth), stay={**said, **consent})


def _begin(house: House, name: str = "morning", **more: object) -> UUID:
    meeting = house.anna.new_meeting()
    do(house.anna, BeginMeeting(meeting=meeting, name=name, participants=("Anna", "Bo"), **more))  # type: ignore[arg-type]
    return meeting


def _page(house: House, meeting: UUID) -> MeetingPage:
    page = house.anna.meeting(meeting)
    assert page is not None
    return page


def _case(house: House, nth: int) -> UUID:
    names = {row.case.name: row.case.case for row in house.anna.follow_up(FollowUpQuery()).rows}
    return names[f"Prov{nth} Provsson"]


def _later(house: House, minutes: int) -> None:
    house.clock.advance(minutes)


def test_a_meeting_that_was_broken_off_goes_on_at_another_desk(house: House) -> None:
    """Bo sees whom Anna had time for and goes on with the next person."""
    meeting = _begin(house)
    first = _case(house, 1)
    do(house.anna, ReviewPerson(meeting=meeting, case=first, decision=ReviewDecision.WAITING))

    page = house.bo.open_meeting()

    assert page is not None
    assert page.meeting == meeting
    assert {line.row.case.case for line in page.left} == {_case(house, 2), _case(house, 3)}
    do(house.bo, SignOffMeeting(meeting=meeting, left_out=(_case(house, 3),), note="brand"))
    assert house.bo.open_meeting() is None
    assert house.is_clean


def test_lunch_begins_with_who_should_be_home_and_what_is_new(house: House) -> None:
    """Lunch looks first at promises not kept, then at new ready ones, then at changes."""
    morning = _begin(house)
    for nth in (1, 2, 3):
        decision = ReviewDecision.GOES_HOME_TODAY if nth == 1 else ReviewDecision.UNCHANGED
        do(house.anna, ReviewPerson(meeting=morning, case=_case(house, nth), decision=decision))
    do(house.anna, SignOffMeeting(meeting=morning))
    _later(house, 180)
    sent_at = Instant(house.clock.now() - MINUTE)
    ready = a_notice(
        MessageKind.READINESS_NOTICE,
        id="ready-2",
        person=a_person(2),
        sent_at=sent_at,
        stay={"stay_ids": ("stay-2",)},
    )
    house.take_in(ready)

    page = _page(house, _begin(house, "lunch"))

    assert [(line.row.case.case, line.part) for line in page.lines] == [
        (_case(house, 1), MeetingPart.SHOULD_BE_HOME),
        (_case(house, 2), MeetingPart.NEWLY_READY),
        (_case(house, 3), MeetingPart.THE_REST),
    ]
    assert page.since is not None


def test_who_has_come_home_is_gone_through_no_more(house: House) -> None:
    """Somebody confirmed home stands under follow-up, not in the meeting."""
    case = _case(house, 1)
    do(house.anna, CallHome(case=case, told="Ssk Lind"), NoteHomeReached(case=case))

    page = _page(house, _begin(house))

    assert case not in {line.row.case.case for line in page.lines}
    groups = {r.case.case: r.group for r in house.anna.follow_up(FollowUpQuery()).rows}
    assert groups[case] is FollowUpGroup.AT_HOME


def test_with_the_region_only_those_who_have_consented_are_spoken_of(house: House) -> None:
    """The region hears of nobody who has not said yes, and we are told how many are kept out."""
    page = _page(house, _begin(house, with_region=True))

    assert [line.row.case.case for line in page.lines] == [_case(house, 1)]
    assert page.kept_out == _PEOPLE - 1


def test_a_protected_person_stands_on_no_meeting_s_paper_by_name(house: House) -> None:
    """The list that lies on the table says that somebody is protected, and no more."""
    hidden = a_person(4, protection=Protection.SECRECY_MARKING)
    house.take_in(a_notice(id="protected", person=hidden, stay={"stay_ids": ("stay-4",)}))
    meeting = _begin(house)

    papers = [house.anna.meeting_paper(meeting, to_work_by=work) for work in (True, False)]

    for paper in papers:
        assert paper is not None
        assert paper.protected
        words = paper.pdf.decode()
        assert "Prov4" not in words
        assert "Skyddade personuppgifter" in words
        assert "Prov1 Provsson" in words
        assert paper.title.startswith("Avstämning morgon ")


def test_what_was_decided_is_told_on_paper_and_can_be_taken_back(house: House) -> None:
    """The meeting list says the decision with its line; a slip is undone and stands no more."""
    meeting, case = _begin(house), _case(house, 1)
    act = do(
        house.anna,
        ReviewPerson(
            meeting=meeting, case=case, decision=ReviewDecision.OBSTACLE, text="larm saknas"
        ),
    ).act
    paper = house.anna.meeting_paper(meeting, to_work_by=False)
    assert paper is not None
    assert "larm saknas" in paper.pdf.decode()

    do(house.anna, TakeBack(act=act))

    assert len(_page(house, meeting).left) == _PEOPLE
    assert house.is_clean


def test_earlier_meetings_are_listed_and_a_rebuild_lists_the_same(house: House) -> None:
    """Who asks what lunch decided last week finds it."""
    meeting = _begin(house)
    do(house.anna, SignOffMeeting(meeting=meeting))
    before = house.anna.meetings()

    rebuild(house.anna)

    assert house.anna.meetings() == before
    assert [(one.name, one.signed_by_name) for one in before] == [("morning", "Anna")]


def test_what_was_signed_is_not_taken_back_afterwards(house: House) -> None:
    """A colleague's signature stands for what was decided; Ctrl+Z then looks further back."""
    meeting, case = _begin(house), _case(house, 1)
    reviewed = do(
        house.anna, ReviewPerson(meeting=meeting, case=case, decision=ReviewDecision.WAITING)
    )
    do(house.bo, SignOffMeeting(meeting=meeting, left_out=()))

    refused = house.anna.act(TakeBack(act=reviewed.act))
    house.anna.undo()

    assert refused == Refused(reason=RefusalReason.ALREADY_SIGNED)
    assert [line.decision for line in _page(house, meeting).lines] == [ReviewDecision.WAITING]


def test_a_signed_meeting_is_not_voided_by_who_began_it(house: House) -> None:
    """Taking back that it began would take away what a colleague has signed."""
    with house.store.reading() as view:
        before = view.last_acts_by(house.anna.me.staff, 1)
    meeting = _begin(house)
    with house.store.reading() as view:
        began = view.last_acts_by(house.anna.me.staff, 1)
    assert began != before
    do(house.bo, SignOffMeeting(meeting=meeting, left_out=()))

    refused = house.anna.act(TakeBack(act=began[0]))

    assert refused == Refused(reason=RefusalReason.ALREADY_SIGNED)


def test_who_was_gone_through_stands_in_the_meeting_when_her_case_is_closed(house: House) -> None:
    """Last week's protocol is the same today: everybody it went through, with what was said."""
    meeting, case = _begin(house), _case(house, 1)
    said = ReviewPerson(
        meeting=meeting, case=case, decision=ReviewDecision.OBSTACLE, text="larm saknas"
    )
    do(house.anna, said, SignOffMeeting(meeting=meeting))
    do(house.anna, CloseCase(case=case))

    page = _page(house, meeting)

    assert [(line.row.case.case, line.text) for line in page.lines] == [(case, "larm saknas")]
    paper = house.anna.meeting_paper(meeting, to_work_by=False)
    assert paper is not None
    assert "larm saknas" in paper.pdf.decode()


def test_each_meeting_keeps_its_own_words_though_another_has_its_name(house: House) -> None:
    """What Wednesday's morning said is not put in the mouth of Tuesday's, nor lost by the week."""
    case = _case(house, 1)
    meetings: list[UUID] = []
    for text in ("larm saknas", "larm satt", "hemma", "följt upp"):
        meetings.append(_begin(house))
        decision = ReviewDecision.WAITING
        do(
            house.anna,
            ReviewPerson(meeting=meetings[-1], case=case, decision=decision, text=text),
            SignOffMeeting(meeting=meetings[-1]),
        )
        house.clock.advance(24 * 60)

    told = [line.text for meeting in meetings for line in _page(house, meeting).lines]

    assert told == ["larm saknas", "larm satt", "hemma", "följt upp"]
