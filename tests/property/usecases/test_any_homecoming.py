"""Two at work with all that issues from a stay, in any order: rows are what a rebuild makes."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kontaktpunkt.domain import commands as c
from kontaktpunkt.domain.calendar.clock_kind import ClockKind
from kontaktpunkt.domain.care_kind import RegionalServices
from kontaktpunkt.domain.events.care_request import CareRequestContent, MedicalPlan
from kontaktpunkt.domain.events.case import CaseKind
from kontaktpunkt.domain.events.concern import ConcernKind
from kontaktpunkt.domain.events.emergency import EmergencyOutcome
from kontaktpunkt.domain.events.homecoming import Destination, ReadinessMark, ServiceStage
from kontaktpunkt.domain.events.meeting import ReviewDecision
from kontaktpunkt.domain.events.place import PlaceFacts
from kontaktpunkt.domain.events.plan import MeetingForm
from kontaktpunkt.domain.events.short_term import DoctorAsked, ShortTermWish
from kontaktpunkt.domain.events.weekend import WeekendAnswer, WeekendSide
from kontaktpunkt.domain.figures.figure import Figure
from kontaktpunkt.domain.figures.spell import Period
from kontaktpunkt.domain.ledger.subjects import SubjectKind
from kontaktpunkt.domain.message_kind import Carrier, MessageKind
from kontaktpunkt.domain.notice import Notice
from kontaktpunkt.domain.person.facts import NumberKind, PersonNumber, Protection
from kontaktpunkt.domain.side import Side
from kontaktpunkt.domain.staff import Receiver
from kontaktpunkt.domain.times import Instant, local_day
from kontaktpunkt.usecases.at_desk import StaffDesk
from kontaktpunkt.usecases.follow_up.rows import FollowUpQuery
from kontaktpunkt.usecases.short_term.rows import ForWhom
from kontaktpunkt.usecases.unit_week.rows import UnitWeekQuery
from kontaktpunkt.usecases.weekend.rows import LineDraft
from samples import House, a_house, a_notice, a_number, a_person, hours

pytestmark = pytest.mark.property
K = MessageKind

_NIL: Final = UUID(int=0)
_IDS: Final = tuple(UUID(int=0xFEED0 + nth) for nth in range(2))
"""Of obstacles, plans, concerns and decisions: few, so that acts meet."""
_DAY_MINUTES: Final = 1440
_RESERVES: Final = tuple(
    PersonNumber(NumberKind.LOCAL_RESERVE, f"1890010{nth}S98A") for nth in (1, 2, 3)
)
_PER_PERSON: Final = 9


def _messages() -> tuple[Notice, ...]:
    """Give what the ward says of two ordinary people and a protected one, late or early."""
    found: list[Notice] = []
    for nth in (1, 2, 3):
        hidden = {"protection": Protection.SECRECY_MARKING} if nth == 3 else {}
        about: dict[str, Any] = {
            "person": a_person(nth, **hidden),
            "stay": {"stay_ids": (f"s{nth}",)},
        }
        found += [
            a_notice(K.ADMISSION_NOTICE, id=f"a{nth}", **about),
            a_notice(K.READINESS_NOTICE, id=f"r{nth}", **about),
            a_notice(K.READINESS_WITHDRAWN_NOTICE, id=f"w{nth}", sent_at=hours(1), **about),
            a_notice(K.DISCHARGE_NOTICE, id=f"d{nth}", sent_at=hours(2), **about),
            a_notice(K.ADMISSION_NOTICE, id=f"b{nth}", sent_at=hours(3), **about),
            a_notice(K.DEATH_NOTICE, id=f"x{nth}", sent_at=hours(4), **about),
            # The same person by a stay of another name: two cases that may be joined.
            a_notice(id=f"o{nth}", person=about["person"], stay={"stay_ids": (f"t{nth}",)}),
            # The same by a reserve number: two persons who may be joined.
            a_notice(
                id=f"n{nth}",
                person=a_person(nth, numbers=(_RESERVES[nth - 1],), **hidden),
                stay={"stay_ids": (f"u{nth}",)},
            ),
            a_notice(
                K.EMERGENCY_STAY_NOTICE,
                id=f"e{nth}",
                person=a_person(nth + 3),
                stay={"stay_ids": ()},
            ),
        ]
    return tuple(found)


_MESSAGES: Final = _messages()
_Act = Callable[[House, StaffDesk, int], Any]


def _subjects(house: House, kind: SubjectKind) -> list[UUID]:
    with house.store.reading() as view:
        return sorted(subject.id for subject in view.subjects(kind))


def _one(house: House, kind: SubjectKind, pick: int) -> UUID | None:
    known = _subjects(house, kind)
    return known[pick % len(known)] if known else None


def _on(kind: SubjectKind, make: Callable[[UUID, UUID, Instant], c.Command]) -> _Act:
    """Wish something of a case, a person and so on; `make` gets it, an id and the time."""

    def act(house: House, desk: StaffDesk, pick: int) -> Any:
        subject = _one(house, kind, pick)
        wish = make(subject, _IDS[pick % 2], desk.now()) if subject else None
        return desk.act(wish) if wish is not None else None

    return act


def _case(make: Callable[[UUID, UUID, Instant], c.Command]) -> _Act:
    return _on(SubjectKind.CASE, make)


def _person(make: Callable[[UUID, UUID, Instant], c.Command]) -> _Act:
    return _on(SubjectKind.PERSON, make)


def _two(kind: SubjectKind, make: Callable[[UUID, UUID], c.Command]) -> _Act:
    def act(house: House, desk: StaffDesk, pick: int) -> Any:
        known = _subjects(house, kind)
        one = pick % max(1, len(known))
        other = (one + 1 + pick // 7) % max(1, len(known))
        return desk.act(make(known[one], known[other])) if one != other else None

    return act


def _take_in(house: House, desk: StaffDesk, pick: int) -> Any:
    return desk.take_in("fil", house.original(_MESSAGES[pick % len(_MESSAGES)]), Carrier.FOLDER)


def _begin(_house: House, desk: StaffDesk, _pick: int) -> Any:
    return desk.act(c.BeginMeeting(meeting=desk.new_meeting(), name="Lunch"))


def _review(house: House, desk: StaffDesk, pick: int) -> Any:
    meeting, case = _one(house, SubjectKind.MEETING, pick // 3), _one(house, SubjectKind.CASE, pick)
    decision = tuple(ReviewDecision)[pick % len(ReviewDecision)]
    if meeting is None or case is None:
        return None
    return desk.act(
        c.ReviewPerson(meeting=meeting, case=case, decision=decision, text="x", expected=hours(30))
    )


def _on_shift(_house: House, desk: StaffDesk, pick: int) -> Any:
    rows = desk.weekend().handover
    if not rows:
        return None
    row = rows[pick % len(rows)]
    said: tuple[c.Command, ...] = (
        c.AcceptHandover(shift=row.shift, lines=(row.line,)),
        c.FinishHandover(shift=row.shift, line=row.line),
        c.QuestionHandover(shift=row.shift, line=row.line, text="?"),
    )
    return desk.act(said[pick % 3])


def _hand_over(house: House, desk: StaffDesk, pick: int) -> Any:
    case = _one(house, SubjectKind.CASE, pick)
    return desk.hand_over((LineDraft(text="rad", needs_you=bool(pick % 2), case=case),))


def _apply(house: House, desk: StaffDesk, pick: int) -> Any:
    case = _one(house, SubjectKind.CASE, pick)
    draft = c.ApplyForShortTerm(case=_NIL, need="växelvård")
    return desk.apply_for_short_term(ForWhom(case=case), draft) if case else None


def _grant(house: House, desk: StaffDesk, pick: int) -> Any:
    case = _one(house, SubjectKind.CASE, pick)
    draft = c.GrantShortTerm(
        case=_NIL,
        decision=_NIL,
        stay=_NIL,
        valid_until=Instant(0),
        reason="x",
        wish=ShortTermWish.SELF,
        delegation=True,
        assessment="x",
        doctor=DoctorAsked.NOT_NEEDED,
        tried_note="x",
        place=_one(house, SubjectKind.PLACE, pick),
    )
    return desk.grant_short_term(ForWhom(case=case), draft) if case else None


def _of_decision(_house: House, desk: StaffDesk, pick: int) -> Any:
    waiting = desk.short_term().decisions
    if not waiting:
        return None
    one = waiting[pick % len(waiting)]
    said = (c.ConfirmShortTerm, c.EndShortTerm)[pick % 2]
    return desk.act(said(case=one.case, decision=one.decision, caseworker="Bo"))


def _place(house: House, desk: StaffDesk, pick: int) -> Any:
    case, place = _one(house, SubjectKind.CASE, pick), _one(house, SubjectKind.PLACE, pick)
    if case is None or place is None:
        return desk.list_place(c.ListPlace(place=_NIL, facts=PlaceFacts(name=f"P{pick}")))
    return desk.place_person(ForWhom(case=case), c.OccupyPlace(place=place, stay=_NIL))


def _move_message(house: House, desk: StaffDesk, pick: int) -> Any:
    message = _one(house, SubjectKind.MESSAGE, pick)
    return (
        desk.move_message(message, a_number(1 + pick % 3).value, "Nytt Namn") if message else None
    )


def _take_back(_house: House, desk: StaffDesk, pick: int) -> Any:
    assert desk.my_id is not None
    with desk.outside.store.reading() as view:
        acts = view.last_acts_by(desk.my_id, 20)
    return desk.act(c.TakeBack(act=acts[pick % len(acts)])) if acts else None


def _wait(house: House, _desk: StaffDesk, pick: int) -> Any:
    house.clock.advance((20, 300, _DAY_MINUTES, 3 * _DAY_MINUTES)[pick % 4])


def _look(_house: House, desk: StaffDesk, _pick: int) -> Any:
    desk.weekend()
    desk.concerns()
    desk.unit_week(UnitWeekQuery())
    return desk.follow_up(FollowUpQuery())


def _some_day(now: Instant) -> date:
    return local_day(now) + timedelta(days=1)


_ACTS: Final[dict[str, _Act]] = {
    "take in": _take_in,
    "take in more": _take_in,
    "undo": lambda _house, desk, _pick: desk.undo(),
    "take back": _take_back,
    "wait": _wait,
    "look": _look,
    "move": _move_message,
    "join people": _two(
        SubjectKind.PERSON, lambda one, two: c.JoinPersons(person=one, other_person=two)
    ),
    "part people": _two(
        SubjectKind.PERSON, lambda one, two: c.KeepPersonsApart(person=one, other_person=two)
    ),
    "join stays": _two(SubjectKind.CASE, lambda one, two: c.JoinCases(case=one, other_case=two)),
    "part stays": _two(
        SubjectKind.CASE, lambda one, two: c.KeepCasesApart(case=one, other_case=two)
    ),
    "close": _case(lambda case, _id, _now: c.CloseCase(case=case)),
    "open again": _case(lambda case, _id, _now: c.ReopenCase(case=case)),
    "take case": _case(lambda case, _id, _now: c.TakeCase(case=case)),
    "mark": _case(
        lambda case, one, _now: c.MarkReadiness(
            case=case,
            item="larm",
            mark=ReadinessMark.DONE if one == _IDS[0] else ReadinessMark.ASKED,
        )
    ),
    "unmark": _case(lambda case, _id, _now: c.MarkReadiness(case=case, item="larm", mark=None)),
    "meet": _case(
        lambda case, one, _now: c.MeetObstacle(
            case=case, obstacle=one, code="x", side=Side.MUNICIPALITY
        )
    ),
    "remove": _case(lambda case, one, _now: c.RemoveObstacle(case=case, obstacle=one)),
    "pause": _case(
        lambda case, _id, _now: c.ChangeService(case=case, service="mat", stage=ServiceStage.PAUSED)
    ),
    "restart": _case(
        lambda case, _id, _now: c.ChangeService(
            case=case, service="mat", stage=ServiceStage.RESTARTED, from_visit="Tisdag kväll"
        )
    ),
    "destination": _case(
        lambda case, _id, _now: c.SetDestination(case=case, destination=Destination.SHORT_TERM)
    ),
    "call home": _case(
        lambda case, _id, now: c.CallHome(case=case, told="Syster", expected_home=hours(2, now))
    ),
    "call off": _case(lambda case, _id, _now: c.WithdrawCallHome(case=case)),
    "left": _case(lambda case, _id, _now: c.NoteWardLeft(case=case)),
    "home": _case(lambda case, _id, _now: c.NoteHomeReached(case=case, received_by="Cia")),
    "look back": _case(lambda case, _id, _now: c.FollowUp(case=case, text="bra")),
    "cause": _case(lambda case, _id, _now: c.NoteAdmissionCause(case=case, cause="fall")),
    "begin": _begin,
    "review": _review,
    "sign": _on(SubjectKind.MEETING, lambda one, _id, _now: c.SignOffMeeting(meeting=one)),
    "apply": _apply,
    "decide": _case(
        lambda case, one, _now: c.DecideShortTerm(
            case=case, granted=one == _IDS[0], caseworker="Bo"
        )
    ),
    "withdraw": _case(lambda case, _id, _now: c.WithdrawShortTerm(case=case)),
    "grant": _grant,
    "of decision": _of_decision,
    "place": _place,
    "arrival": _case(
        lambda case, _id, now: c.PlanShortTermArrival(case=case, arrives_at=hours(5, now))
    ),
    "weekend": _case(
        lambda case, _id, now: c.DecideWeekend(
            case=case, days=(_some_day(now),), answer=WeekendAnswer.YES, licensed="Cia"
        )
    ),
    "confirm": _case(
        lambda case, _id, _now: c.ConfirmWeekend(
            case=case, side=WeekendSide.UNIT_MANAGER, name="Dan"
        )
    ),
    "plan": _case(
        lambda case, one, now: c.SetPlanMeeting(
            case=case, plan=one, meeting_at=hours(20, now), form=MeetingForm.VIDEO
        )
    ),
    "hold": _case(lambda case, one, _now: c.HoldPlanMeeting(case=case, plan=one)),
    "cancel": _case(lambda case, one, _now: c.CancelPlanMeeting(case=case, plan=one)),
    "concern": _person(
        lambda person, one, now: c.RaiseConcern(
            person=person,
            concern=one,
            about=ConcernKind.FALL,
            text="föll",
            to=Receiver(unit="Hemvård Norr"),
            due=_some_day(now),
        )
    ),
    "settle": _person(
        lambda person, one, _now: c.SettleConcern(person=person, concern=one, text="sett")
    ),
    "prepare": _person(
        lambda person, one, _now: c.PrepareCareRequest(
            person=person,
            content=CareRequestContent(
                services="larm",
                medical_plan=MedicalPlan.EXISTS if one == _IDS[0] else MedicalPlan.MISSING,
            ),
        )
    ),
    "lift": _person(lambda person, _id, _now: c.LiftProtection(person=person, reason="beslut")),
    "hand over": _hand_over,
    "line": _on_shift,
    "answered": _case(lambda case, _id, _now: c.AnswerPlanning(case=case)),
    "pause clock": _case(
        lambda case, _id, _now: c.PauseClock(
            case=case, clock=ClockKind.PLANNING_ANSWER, waiting_for="regionen"
        )
    ),
    "conditions": _case(
        lambda case, _id, _now: c.JudgeConditions(
            case=case, regional_services=RegionalServices.UNCLEAR
        )
    ),
    "kind": _case(
        lambda case, one, _now: c.CorrectCaseKind(
            case=case,
            case_kind=CaseKind.EMERGENCY_STAY if one == _IDS[0] else CaseKind.INPATIENT,
            reason="fel",
        )
    ),
    "outcome": _case(
        lambda case, _id, _now: c.NoteEmergencyOutcome(case=case, outcome=EmergencyOutcome.HOME)
    ),
    "late minutes": lambda _house, desk, pick: desk.act(
        c.ChangeSetting(key="home_late_minutes", value=str(60 + pick))
    ),
}

_steps = st.lists(
    st.tuples(st.sampled_from(sorted(_ACTS)), st.booleans(), st.integers(0, 40)),
    min_size=8,
    max_size=45,
)


@settings(max_examples=150, deadline=None)
@given(_steps)
def test_rows_of_a_homecoming_are_what_a_rebuild_makes(
    steps: list[tuple[str, bool, int]],
) -> None:
    """Joined and parted, regretted, by night and under other rules: a rebuild changes no row."""
    house = a_house()
    house.take_in(*(one for nth in range(3) for one in _MESSAGES[nth * _PER_PERSON :][:2]))
    for name, by_anna, pick in steps:
        house.clock.advance(1)
        _ACTS[name](house, house.anna if by_anna else house.bo, pick)

    assert house.is_clean
    _nobody_is_lost(house)


def _nobody_is_lost(house: House) -> None:
    """Hold that an open case with somebody in hospital stands on the list and on the weekend."""
    with house.store.reading() as view:
        there = {row.case for row in view.open_cases() if row.in_hospital}
    listed = house.anna.follow_up(FollowUpQuery()).rows
    assert there <= {row.case.case for row in listed}
    assert there <= {row.case for row in house.anna.weekend().people}
    today = local_day(house.clock.now())
    ready = house.anna.figures(Period(today, today)).figures[Figure.READY_NOW]
    waiting = {row.case.case for row in listed if row.ready_minutes is not None}
    assert {part.case for part in ready.parts} <= waiting
