"""Rules of pausing, answering and judging: where they say yes, and where they say no and why."""

from collections.abc import Sequence
from uuid import UUID

import pytest
from msgspec.structs import replace

from kontaktpunkt.domain import commands as c
from kontaktpunkt.domain.calendar.clock_kind import ClockKind
from kontaktpunkt.domain.decide import Ground, decide
from kontaktpunkt.domain.events import clock as on_clock
from kontaktpunkt.domain.events.case import AdmissionNoticed
from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.domain.payment import RegionalServices
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.states import CaseState, ClockFacts, ClockTurn, DeviationState, Fact
from kontaktpunkt.domain.times import HOUR, Instant
from rule_states import CASE, FAR, FREE_CASE, NOBODY, NOW, M, a_ground

R = RefusalReason
P, D = ClockKind.PLANNING_ANSWER, ClockKind.DEVIATION_ANSWER
DEV = UUID(int=77)
EARLIER = Instant(NOW - HOUR)
ADMITTED = replace(FREE_CASE, facts=(Fact(NOW, AdmissionNoticed(message=M, sent_at=NOW)),))


def _turned(*pauses: bool, clock: ClockKind = P, deviation: UUID | None = None) -> ClockFacts:
    return ClockFacts(
        turns=tuple(
            ClockTurn(EARLIER, UUID(int=place), clock, each, deviation)
            for place, each in enumerate(pauses)
        )
    )


def _deviating(**facts: Instant | bool | None) -> CaseState:
    known = DeviationState(deviation=DEV, code="late", noted_at=EARLIER)
    changed = replace(known, **facts)
    return replace(FREE_CASE, clock_facts=ClockFacts(deviations=(changed,)))


STILL = replace(ADMITTED, clock_facts=_turned(True))  # noqa: FBT003  a pause
GOES = replace(ADMITTED, clock_facts=_turned(True, False))  # noqa: FBT003  a pause and its end
NOTED, SENT = _deviating(), _deviating(sent_at=EARLIER)
THEIRS = _deviating(theirs=True, received_at=EARLIER)
ANSWERED = _deviating(sent_at=EARLIER, answered_at=EARLIER)

_ALLOWED: Sequence[tuple[str, CaseState, c.Command, Body]] = (
    (
        "we wait for the region",
        ADMITTED,
        c.PauseClock(case=CASE, clock=P, waiting_for=" regionen "),
        on_clock.ClockPaused(clock=P, waiting_for="regionen"),
    ),
    (
        "we wait again",
        GOES,
        c.PauseClock(case=CASE, clock=P, reason="läkemedelslistan"),
        on_clock.ClockPaused(clock=P, reason="läkemedelslistan"),
    ),
    (
        "what stands still elsewhere is another's",
        replace(ADMITTED, clock_facts=_turned(True, clock=D, deviation=DEV)),  # noqa: FBT003  a pause
        c.PauseClock(case=CASE, clock=P, waiting_for="regionen"),
        on_clock.ClockPaused(clock=P, waiting_for="regionen"),
    ),
    (
        "a deviation's answer waits",
        THEIRS,
        c.PauseClock(case=CASE, clock=D, waiting_for="MAS", deviation=DEV),
        on_clock.ClockPaused(clock=D, waiting_for="MAS", deviation=DEV),
    ),
    (
        "it goes on",
        STILL,
        c.ResumeClock(case=CASE, clock=P),
        on_clock.ClockResumed(clock=P),
    ),
    ("answered", ADMITTED, c.AnswerPlanning(case=CASE), on_clock.PlanningAnswered()),
    (
        "SIP is not needed",
        FREE_CASE,
        c.JudgeConditions(case=CASE, sip_needed=False),
        on_clock.ConditionsJudged(sip_needed=False),
    ),
    (
        "what is known of services, payer and need",
        FREE_CASE,
        c.JudgeConditions(
            case=CASE,
            regional_services=RegionalServices.UNCLEAR,
            placing_municipality=" Skara ",
            need_judged_at=EARLIER,
        ),
        on_clock.ConditionsJudged(
            regional_services=RegionalServices.UNCLEAR,
            placing_municipality="Skara",
            need_judged_at=EARLIER,
        ),
    ),
    (
        "ours is sent",
        NOTED,
        c.SendDeviation(case=CASE, deviation=DEV, received_at=EARLIER),
        on_clock.DeviationSent(deviation=DEV, received_at=EARLIER),
    ),
    (
        "theirs came",
        FREE_CASE,
        c.ReceiveDeviation(case=CASE, text=" Sent svar "),
        on_clock.DeviationReceived(text="Sent svar"),
    ),
    (
        "ours was answered",
        SENT,
        c.AnswerDeviation(case=CASE, deviation=DEV),
        on_clock.DeviationAnswered(deviation=DEV),
    ),
    (
        "theirs was answered",
        THEIRS,
        c.AnswerDeviation(case=CASE, deviation=DEV),
        on_clock.DeviationAnswered(deviation=DEV),
    ),
)

_REFUSED: Sequence[tuple[str, CaseState | None, c.Command, RefusalReason]] = (
    (
        "what the law counts",
        ADMITTED,
        c.PauseClock(case=CASE, clock=ClockKind.PAYMENT_START, waiting_for="regionen"),
        R.NOT_PAUSABLE,
    ),
    (
        "the 23 hours",
        ADMITTED,
        c.PauseClock(case=CASE, clock=ClockKind.EMERGENCY_STAY, waiting_for="regionen"),
        R.NOT_PAUSABLE,
    ),
    ("for nobody", ADMITTED, c.PauseClock(case=CASE, clock=P, waiting_for=" "), R.EMPTY_TEXT),
    ("nothing", FREE_CASE, c.PauseClock(case=CASE, clock=P, waiting_for="x"), R.NOT_FOUND),
    ("twice", STILL, c.PauseClock(case=CASE, clock=P, waiting_for="x"), R.ALREADY_PAUSED),
    (
        "an unknown deviation",
        FREE_CASE,
        c.PauseClock(case=CASE, clock=D, waiting_for="x", deviation=DEV),
        R.NOT_FOUND,
    ),
    (
        "an answered deviation",
        ANSWERED,
        c.PauseClock(case=CASE, clock=D, waiting_for="x", deviation=DEV),
        R.NOT_FOUND,
    ),
    (
        "later than now",
        ADMITTED,
        c.PauseClock(case=CASE, clock=P, waiting_for="x", at=FAR),
        R.TIME_IN_FUTURE,
    ),
    ("a case that is not", None, c.PauseClock(case=CASE, clock=P, waiting_for="x"), R.NOT_FOUND),
    ("what goes", GOES, c.ResumeClock(case=CASE, clock=P), R.NOT_PAUSED),
    ("what never stood", ADMITTED, c.ResumeClock(case=CASE, clock=P), R.NOT_PAUSED),
    ("of no case", None, c.ResumeClock(case=CASE, clock=P), R.NOT_FOUND),
    ("no admission notice", FREE_CASE, c.AnswerPlanning(case=CASE), R.NOT_FOUND),
    ("an answer in no case", None, c.AnswerPlanning(case=CASE), R.NOT_FOUND),
    ("no word", FREE_CASE, c.JudgeConditions(case=CASE), R.EMPTY_TEXT),
    ("no case", None, c.JudgeConditions(case=CASE, sip_needed=True), R.NOT_FOUND),
    (
        "a need of tomorrow",
        FREE_CASE,
        c.JudgeConditions(case=CASE, need_judged_at=FAR),
        R.TIME_IN_FUTURE,
    ),
    ("sent twice", SENT, c.SendDeviation(case=CASE, deviation=DEV), R.ALREADY_DONE),
    ("theirs sent", THEIRS, c.SendDeviation(case=CASE, deviation=DEV), R.NOT_FOUND),
    ("another's", NOTED, c.SendDeviation(case=CASE, deviation=NOBODY), R.NOT_FOUND),
    ("sent in no case", None, c.SendDeviation(case=CASE, deviation=DEV), R.NOT_FOUND),
    (
        "received tomorrow",
        NOTED,
        c.SendDeviation(case=CASE, deviation=DEV, received_at=FAR),
        R.TIME_IN_FUTURE,
    ),
    ("a deviation without words", FREE_CASE, c.ReceiveDeviation(case=CASE), R.EMPTY_TEXT),
    ("received in no case", None, c.ReceiveDeviation(case=CASE, code="x"), R.NOT_FOUND),
    ("answered unsent", NOTED, c.AnswerDeviation(case=CASE, deviation=DEV), R.NOT_SENT),
    ("answered twice", ANSWERED, c.AnswerDeviation(case=CASE, deviation=DEV), R.ALREADY_DONE),
    ("answered nothing", FREE_CASE, c.AnswerDeviation(case=CASE, deviation=DEV), R.NOT_FOUND),
)


def _ground(case: CaseState | None) -> Ground:
    return a_ground(case=case)


@pytest.mark.parametrize(
    ("case", "wish", "happens"), [row[1:] for row in _ALLOWED], ids=[row[0] for row in _ALLOWED]
)
def test_what_may_be_done_about_a_clock_happens(
    case: CaseState, wish: c.Command, happens: Body
) -> None:
    """A wish that the rules allow becomes just this fact."""
    decision = decide(_ground(case), wish)

    assert not isinstance(decision, Refused), decision
    assert [each.body for each in decision] == [happens]


@pytest.mark.parametrize(
    ("case", "wish", "reason"), [row[1:] for row in _REFUSED], ids=[row[0] for row in _REFUSED]
)
def test_what_may_not_be_done_about_a_clock_says_why(
    case: CaseState | None, wish: c.Command, reason: RefusalReason
) -> None:
    """The clock stays as it is."""
    decision = decide(_ground(case), wish)

    assert isinstance(decision, Refused)
    assert decision.reason is reason
