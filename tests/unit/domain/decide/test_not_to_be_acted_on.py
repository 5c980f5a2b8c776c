"""Nobody acts on what is not there, was taken back, or was written by a newer program."""

from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

import pytest
from msgspec.structs import replace

from kontaktpunkt.domain import commands as c
from kontaktpunkt.domain.calendar.clock_kind import ClockKind
from kontaktpunkt.domain.decide import Ground, decide
from kontaktpunkt.domain.events.care_request import PrimaryCareDecision
from kontaktpunkt.domain.events.case import CaseKind
from kontaktpunkt.domain.events.emergency import EmergencyOutcome
from kontaktpunkt.domain.events.homecoming import Destination, ReadinessMark, ServiceStage
from kontaktpunkt.domain.events.meeting import MeetingBegan, ReviewDecision
from kontaktpunkt.domain.events.message import Misdirection
from kontaktpunkt.domain.events.place import PlaceFacts
from kontaktpunkt.domain.events.short_term import ShortTermWish
from kontaktpunkt.domain.ledger.subjects import (
    Subject,
    case_subject,
    meeting_subject,
    message_subject,
    person_subject,
    place_subject,
)
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.side import Side
from kontaktpunkt.domain.staff import OnWord, WithUs
from kontaktpunkt.domain.states import MeetingState, PlaceState
from rule_states import (
    CASE,
    FAR,
    FREE_CASE,
    ITEM,
    KNOWN,
    NOW,
    OPEN,
    OTHER_CASE,
    OTHER_P,
    RIGHT,
    TO_UNIT,
    WRONG,
    M,
    P,
    a_ground,
)

R = RefusalReason
_PL, _THING, _MEETING = UUID(int=81), UUID(int=82), UUID(int=83)
_PLACE = PlaceState(facts=PlaceFacts(name="Solgården 1"))
_GOES_ON = MeetingState(began=MeetingBegan(name="lunch"), began_at=NOW)

_ON_CASE: Final[tuple[c.Command, ...]] = (
    c.AddNote(case=CASE, text="Ringde"),
    c.AnswerPlanning(case=CASE),
    c.AskManagerOnCall(case=CASE, manager="B. Norén", question="Får vi ta extra personal?"),
    c.CallHome(case=CASE, told="Ssk Lind"),
    c.ChangeService(case=CASE, service="home_care", stage=ServiceStage.PAUSED),
    c.CloseCase(case=CASE),
    c.CorrectCaseKind(case=CASE, case_kind=CaseKind.EMERGENCY_STAY, reason="Ringdes in så"),
    c.DecidePrimaryCare(case=CASE, decision=PrimaryCareDecision.NEEDS_MORE, ours="Eva Ek"),
    c.DecideShortTerm(case=CASE, granted=True, caseworker="Eva Ek"),
    c.FollowUp(case=CASE, text="Allt fungerar"),
    c.GrantShortTerm(
        case=CASE,
        decision=_THING,
        stay=_THING,
        valid_until=FAR,
        reason="maken akut sjuk",
        wish=ShortTermWish.SELF,
    ),
    c.HandOverCase(case=CASE, to=TO_UNIT),
    c.JoinCases(case=CASE, other_case=OTHER_CASE),
    c.JudgeConditions(case=CASE, sip_needed=True),
    c.KeepCasesApart(case=CASE, other_case=OTHER_CASE),
    c.LogCall(case=CASE, text="Sökte dottern"),
    c.MarkReadiness(case=CASE, item="alarm", mark=ReadinessMark.DONE),
    c.MeetObstacle(case=CASE, obstacle=_THING, code="transport", side=Side.TRANSPORT),
    c.NoteAdmissionCause(case=CASE, cause="fall"),
    c.NoteDeviation(case=CASE, code="late"),
    c.NoteEmergencyOutcome(case=CASE, outcome=EmergencyOutcome.HOME),
    c.NoteHomeReached(case=CASE),
    c.NotePatientContact(case=CASE),
    c.NoteWardLeft(case=CASE),
    c.PauseClock(case=CASE, clock=ClockKind.PLANNING_ANSWER, reason="väntar"),
    c.PlanShortTermArrival(case=CASE, infection="ingen"),
    c.ReceiveDeviation(case=CASE, text="Planen kom sent"),
    c.RemoveObstacle(case=CASE, obstacle=_THING),
    c.ReopenCase(case=CASE),
    c.RequestDocumentation(case=CASE, item=ITEM, system="SAMSA", text="Sänd SIP"),
    c.ResumeClock(case=CASE, clock=ClockKind.PLANNING_ANSWER),
    c.SetDestination(case=CASE, destination=Destination.HOME),
    c.TakeCase(case=CASE),
    c.TellOfShortTerm(case=CASE, decision=_THING, told=("caseworkers",)),
    c.TickDocumented(case=CASE, item=ITEM),
    c.TickStep(case=CASE, step="larm"),
    c.UntickStep(case=CASE, step="larm"),
    c.WithdrawCallHome(case=CASE),
    c.WithdrawShortTerm(case=CASE),
    c.ReviewPerson(meeting=_MEETING, case=CASE, decision=ReviewDecision.UNCHANGED),
    c.OccupyPlace(place=_PL, stay=_THING, case=CASE),
)
_ON_MESSAGE: Final[tuple[c.Command, ...]] = (
    c.AcknowledgeMessage(message=M, system="SAMSA"),
    c.DeferMessage(message=M),
    c.DismissSetAside(message=M, note="Reklam"),
    c.FinishMessage(message=M),
    c.HandOverMessage(message=M, to=TO_UNIT),
    c.MarkMisdirected(message=M, way=Misdirection.RETURNED),
    c.MoveMessage(message=M, person=OTHER_P, case=OTHER_CASE),
    c.NoteSendingTime(message=M, sent_at=NOW, on_word=OnWord(name="Ssk Lind")),
    c.ReopenMessage(message=M),
    c.TakeMessage(message=M),
)
_ON_PLACE: Final[tuple[c.Command, ...]] = (
    c.ChangePlaceStay(place=_PL, stay=_THING),
    c.CheckPlace(place=_PL),
    c.EndReservation(place=_PL, reservation=_THING),
    c.OccupyPlace(place=_PL, stay=_THING),
    c.PutPlaceInUse(place=_PL),
    c.ReservePlace(place=_PL, reservation=_THING, words="väntar på svar"),
    c.RetirePlace(place=_PL),
    c.TakePlaceOutOfUse(place=_PL),
    c.VacatePlace(place=_PL, stay=_THING),
)
_ON_MEETING: Final[tuple[c.Command, ...]] = (
    c.ReviewPerson(meeting=_MEETING, case=CASE, decision=ReviewDecision.UNCHANGED),
    c.SignOffMeeting(meeting=_MEETING),
)
_ON_PERSON: Final[tuple[c.Command, ...]] = (
    c.CorrectNumber(person=P, wrong=WRONG, right=RIGHT),
    c.JoinPersons(person=P, other_person=OTHER_P),
    c.KeepPersonsApart(person=P, other_person=OTHER_P),
    c.LiftProtection(person=P, reason="Ombedd av Skatteverket"),
    c.SetWithUs(person=P, with_us=WithUs(unit="Norr")),
)
_SUBJECTS: Final[Mapping[Subject, tuple[Any, tuple[c.Command, ...]]]] = {
    case_subject(CASE): (FREE_CASE, _ON_CASE),
    message_subject(M): (OPEN, _ON_MESSAGE),
    place_subject(_PL): (_PLACE, _ON_PLACE),
    meeting_subject(_MEETING): (_GOES_ON, _ON_MEETING),
}
_ROWS = [
    pytest.param(subject, state, wish, id=f"{subject.kind}-{type(wish).__name__}")
    for subject, (state, wishes) in _SUBJECTS.items()
    for wish in wishes
]


def _ground(subject: Subject | None = None, state: Any = None) -> Ground:
    """Give a ground on which all stand as usual but for one, which None leaves out."""
    ground = a_ground()
    states: dict[Subject, Any] = {
        **ground.states,
        case_subject(OTHER_CASE): FREE_CASE,
        person_subject(OTHER_P): KNOWN,
        place_subject(_PL): _PLACE,
        meeting_subject(_MEETING): _GOES_ON,
    }
    if subject is not None:
        states[subject] = state
    return replace(ground, states={key: one for key, one in states.items() if one is not None})


def _reason(ground: Ground, wish: c.Command) -> RefusalReason | None:
    decision = decide(ground, wish)
    return decision.reason if isinstance(decision, Refused) else None


@pytest.mark.parametrize(("subject", "_state", "wish"), _ROWS)
def test_what_is_not_there_is_not_acted_on(subject: Subject, _state: Any, wish: c.Command) -> None:
    """Somebody who acts on what nobody ever entered is told that it is not there."""
    assert _reason(_ground(subject), wish) is R.NOT_FOUND


@pytest.mark.parametrize(("subject", "state", "wish"), _ROWS)
def test_what_a_newer_program_wrote_is_left_to_it(
    subject: Subject, state: Any, wish: c.Command
) -> None:
    """An older program changes nothing that it cannot read in full."""
    ground = _ground(subject, replace(state, frozen=True))

    assert _reason(ground, wish) is R.NEEDS_NEWER_PROGRAM


@pytest.mark.parametrize(("subject", "state", "wish"), _ROWS)
def test_what_was_taken_back_is_not_acted_on(subject: Subject, state: Any, wish: c.Command) -> None:
    """What was entered by mistake and taken back is out of everybody's hands."""
    ground = _ground(subject, replace(state, voided=True))

    assert _reason(ground, wish) is R.ALREADY_TAKEN_BACK


@pytest.mark.parametrize("wish", _ON_PERSON, ids=lambda wish: type(wish).__name__)
def test_a_person_whom_nobody_entered_is_not_acted_on(wish: c.Command) -> None:
    """There is nobody to describe, and a person of a newer program is left to it."""
    somebody = person_subject(P)

    assert _reason(_ground(), wish) not in {R.NO_PERSON, R.NEEDS_NEWER_PROGRAM}
    assert _reason(_ground(somebody), wish) is R.NO_PERSON
    assert _reason(_ground(somebody, replace(KNOWN, frozen=True)), wish) is R.NEEDS_NEWER_PROGRAM
