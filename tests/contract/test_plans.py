"""SIP on a real store: the week with its clashes, on paper, and as a file that calendars read."""

from datetime import date, datetime
from uuid import UUID

import icalendar
import pytest
from msgspec.structs import replace

from kontaktpunkt.domain.commands import (
    CancelPlanMeeting,
    CloseCase,
    HoldPlanMeeting,
    JudgeConditions,
    SetPlanMeeting,
    TakeBack,
    TakeCase,
)
from kontaktpunkt.domain.events.office import AccessKind, AccessNoted
from kontaktpunkt.domain.events.plan import MeetingForm
from kontaktpunkt.domain.ledger.subjects import SubjectKind
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.notice import SummonsFacts
from kontaktpunkt.domain.person.facts import Protection
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.usecases.plans.rows import PlanEntry, PlanQuery, PlanStanding, PlanWeek
from kontaktpunkt.usecases.ports import Store
from samples import House, a_house, a_notice, a_person, do, hours

_WEEK = PlanQuery(day=date(2026, 3, 26))
_A, _B = UUID(int=71), UUID(int=72)


@pytest.fixture
def house(store: Store) -> House:
    """Give a house with three people in hospital."""
    house = a_house(store)
    for nth in (1, 2, 3):
        _tell(house, nth, MessageKind.ADMISSION_NOTICE)
    return house


def _tell(house: House, nth: int, kind: MessageKind, **more: object) -> None:
    stay = {"stay_ids": (f"stay-{nth}",)}
    said: dict[str, object] = {"id": f"{kind.value}-{nth}", "person": a_person(nth), **more}
    house.take_in(a_notice(kind, stay=stay, **said))


def _case(house: House, nth: int) -> UUID:
    with house.store.reading() as view:
        return next(row.case for row in view.open_cases() if row.name.startswith(f"Prov{nth} "))


def _set(house: House, nth: int, plan: UUID, at: float, **more: object) -> None:
    wish = SetPlanMeeting(
        case=_case(house, nth), plan=plan, meeting_at=hours(at), form=MeetingForm.VIDEO
    )
    do(house.anna, replace(wish, **more))


def _only(week: PlanWeek) -> PlanEntry:
    (entry,) = week.entries
    return entry


def _events(data: bytes) -> list[icalendar.Event]:
    calendar = icalendar.Calendar.from_ical(data)
    assert isinstance(calendar, icalendar.Calendar)
    return list(calendar.events)


def test_a_summons_stands_unconfirmed_until_we_set_the_time(house: House) -> None:
    """What the region summons to is shown as its word; when we set a time, ours is shown."""
    summons = SummonsFacts(meeting_at=hours(24), form="digitalt", participants=("Dr Ek",))
    _tell(house, 1, MessageKind.PLAN_SUMMONS, summons=summons)
    seen = _only(house.anna.plan_week(_WEEK))
    assert (seen.standing, seen.form_words, seen.plan) == (PlanStanding.SUMMONED, "digitalt", None)

    _set(house, 1, _A, 26)

    ours = _only(house.anna.plan_week(_WEEK))
    assert (ours.standing, ours.at, ours.moved_from_summons) == (PlanStanding.SET, hours(26), True)
    assert house.is_clean


def test_a_meeting_called_off_leaves_the_summons_to_be_answered(house: House) -> None:
    """Ours was called off: it stands as such, and the region's word waits for us again."""
    _tell(house, 1, MessageKind.PLAN_SUMMONS, summons=SummonsFacts(meeting_at=hours(24)))
    _set(house, 1, _A, 26)
    do(house.anna, CancelPlanMeeting(case=_case(house, 1), plan=_A, reason="orkar inte"))

    week = house.anna.plan_week(_WEEK)

    assert [one.standing for one in week.entries] == [
        PlanStanding.SUMMONED,
        PlanStanding.CANCELLED,
    ]


def test_whoever_would_have_to_be_in_two_meetings_at_once_is_seen(house: House) -> None:
    """Overlapping meetings clash when somebody is in both; back to back they do not."""
    _set(house, 1, _A, 24, participants=("Ssk  Eva",))
    _set(house, 2, _B, 24.5, participants=("ssk eva",))
    assert [one.clash for one in house.anna.plan_week(_WEEK).entries] == [True, True]

    _set(house, 2, _B, 25, participants=("ssk eva",))
    assert [one.clash for one in house.anna.plan_week(_WEEK).entries] == [False, False]

    _set(house, 2, _B, 24.5)
    assert [one.clash for one in house.anna.plan_week(_WEEK).entries] == [False, False]
    do(house.bo, TakeCase(case=_case(house, 1)), TakeCase(case=_case(house, 2)))
    assert [one.clash for one in house.anna.plan_week(_WEEK).entries] == [True, True]


def test_saturday_and_sunday_are_free_days(house: House) -> None:
    """The week begins on Monday, whichever of its days is asked for."""
    week = house.anna.plan_week(_WEEK)

    assert week.days[0].day == date(2026, 3, 23)
    assert [day.is_free for day in week.days] == [False] * 5 + [True] * 2


def test_who_is_ready_and_not_summoned_stands_with_the_third_day(house: House) -> None:
    """Three days after the readiness notice, and no longer once somebody has summoned."""
    _tell(house, 2, MessageKind.READINESS_NOTICE, sent_at=hours(-1))
    do(house.anna, JudgeConditions(case=_case(house, 2), sip_needed=True))

    (waits,) = house.anna.plan_week(_WEEK).awaiting
    assert waits.due == date(2026, 3, 27)
    _tell(house, 2, MessageKind.PLAN_SUMMONS)
    week = house.anna.plan_week(_WEEK)
    assert week.awaiting == ()
    assert [row.name for row in week.untimed] == ["Prov2 Provsson"]


def test_a_case_is_not_closed_under_a_meeting_to_come(house: House) -> None:
    """A SIP that stands keeps its case open; held or called off it does not."""
    _set(house, 1, _A, 24)

    assert isinstance(house.anna.act(CloseCase(case=_case(house, 1))), Refused)
    do(house.anna, HoldPlanMeeting(case=_case(house, 1), plan=_A))
    do(house.anna, CloseCase(case=_case(house, 1)))


def test_the_file_is_read_by_a_calendar_as_it_was_meant(house: House) -> None:
    """Times, name, place, and letters that the format needs escaped or folded come through."""
    place = "Avd 3; rum 12, plan 4 \\ hus Ö " + "å" * 60
    _set(house, 1, _A, 24, place=place, participants=("Ek, Dr", "Åsa"), minutes=45)

    data = house.anna.plan_file(_WEEK)
    (event,) = _events(data)

    assert isinstance(event.start, datetime)
    assert isinstance(event.end, datetime)
    assert event.start.timestamp() * 1e6 == hours(24)
    assert (event.end - event.start).total_seconds() == 45 * 60
    assert event["SUMMARY"] == "SIP: Prov1 Provsson"
    assert event["LOCATION"] == f"video, {place}"
    assert event["DESCRIPTION"] == "Deltar: Ek, Dr, Åsa."
    assert event["UID"] == f"{_A}@kontaktpunkt"
    assert (event["STATUS"], event["SEQUENCE"]) == ("CONFIRMED", 0)
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")


def test_a_moved_and_a_called_off_meeting_replace_the_one_before_in_a_calendar(
    house: House,
) -> None:
    """The id stays and the number rises, so that no calendar shows the old time."""
    _set(house, 1, _A, 24)
    _set(house, 1, _A, 26)
    (moved,) = _events(house.anna.plan_file(_WEEK))
    do(house.anna, CancelPlanMeeting(case=_case(house, 1), plan=_A))
    (off,) = _events(house.anna.plan_file(_WEEK, _A))

    assert moved["UID"] == off["UID"]
    assert (moved["SEQUENCE"], off["SEQUENCE"]) == (1, 2)
    assert off["STATUS"] == "CANCELLED"
    assert _events(house.anna.plan_file(_WEEK, _B)) == []


def test_a_protected_person_is_in_no_file_and_on_no_paper(house: House) -> None:
    """Not even who answers for her exports her name, where she meets, or who is there."""
    person = a_person(7, protection=Protection.SECRECY_MARKING)
    house.take_in(a_notice(id="in-7", person=person, stay={"stay_ids": ("stay-7",)}))
    do(house.bo, TakeCase(case=_case(house, 7)))
    _set(house, 7, _A, 24, place="Storgatan 1", participants=("Systern Eva",))

    (event,) = _events(house.bo.plan_file(_WEEK))
    paper, count = house.bo.plan_paper(_WEEK)
    seen = _only(house.anna.plan_week(_WEEK))
    mine = _only(house.bo.plan_week(_WEEK))

    assert event["SUMMARY"] == "SIP, skyddad identitet"
    assert "LOCATION" not in event
    assert "DESCRIPTION" not in event
    assert paper.protected
    assert count == 1
    for word in (b"Prov7", b"Storgatan", b"Eva"):
        assert word not in paper.pdf
    assert (seen.case.name, seen.place, seen.participants) == ("", "", ())
    assert (mine.case.name, mine.place) == ("Prov7 Provsson", "Storgatan 1")


def test_the_export_stands_in_the_access_log(house: House) -> None:
    """Who took out whose meeting, and how many, can be read afterwards."""
    _set(house, 1, _A, 24)
    house.anna.plan_file(_WEEK, _A)

    with house.store.reading() as view:
        subjects = view.subjects(SubjectKind.ACCESS)
        bodies = [event.body for subject in subjects for event in view.events_of(subject)]
    (noted,) = [
        body
        for body in bodies
        if isinstance(body, AccessNoted) and body.access is AccessKind.EXPORT
    ]
    assert (noted.case, noted.count) == (_case(house, 1), 1)
    assert noted.filter == "SIP som kalenderfil 2026-03-23"


def test_a_meeting_set_by_mistake_is_undone(house: House) -> None:
    """Ctrl+Z takes it out of the calendar again."""
    wish = SetPlanMeeting(
        case=_case(house, 1), plan=_A, meeting_at=hours(24), form=MeetingForm.PHONE
    )
    act = do(house.anna, wish).act

    do(house.anna, TakeBack(act=act))

    assert house.anna.plan_week(_WEEK).entries == ()
    assert house.is_clean
