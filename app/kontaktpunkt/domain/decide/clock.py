"""Rules for pausing, resuming and answering the clocks of a case, and what they are judged on."""

from typing import Final
from uuid import UUID

from kontaktpunkt.domain.calendar.clock_kind import PAUSABLE, ClockKind
from kontaktpunkt.domain.commands.clock import (
    AnswerDeviation,
    AnswerPlanning,
    JudgeConditions,
    PauseClock,
    ReceiveDeviation,
    ResumeClock,
    SendDeviation,
)
from kontaktpunkt.domain.decide.ground import Decision, Ground, Rules, refuse
from kontaktpunkt.domain.events.clock import (
    ClockPaused,
    ClockResumed,
    ConditionsJudged,
    DeviationAnswered,
    DeviationReceived,
    DeviationSent,
    PlanningAnswered,
)
from kontaktpunkt.domain.ledger.subjects import case_subject
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.states import CaseState
from kontaktpunkt.domain.states.clock import ClockTurn, DeviationState
from kontaktpunkt.domain.stay import current


def pause(ground: Ground, wish: PauseClock) -> Decision:
    """Stop a clock of ours that runs; whom we wait for is said, or why."""
    state = ground.case(wish.case)
    if isinstance(state, Refused):
        return state
    if wish.clock not in PAUSABLE:
        return refuse(RefusalReason.NOT_PAUSABLE)
    if not wish.waiting_for.strip() and not wish.reason.strip():
        return refuse(RefusalReason.EMPTY_TEXT)
    if not _is_there(state, wish.clock, wish.deviation):
        return refuse(RefusalReason.NOT_FOUND)
    if _is_paused(state, wish.clock, wish.deviation):
        return refuse(RefusalReason.ALREADY_PAUSED)
    body = ClockPaused(
        clock=wish.clock,
        waiting_for=wish.waiting_for.strip(),
        reason=wish.reason.strip(),
        deviation=wish.deviation,
    )
    return ground.happen(case_subject(wish.case), wish.at, body)


def resume(ground: Ground, wish: ResumeClock) -> Decision:
    """Let a clock that stands still go on."""
    state = ground.case(wish.case)
    if isinstance(state, Refused):
        return state
    if not _is_paused(state, wish.clock, wish.deviation):
        return refuse(RefusalReason.NOT_PAUSED)
    body = ClockResumed(clock=wish.clock, deviation=wish.deviation)
    return ground.happen(case_subject(wish.case), wish.at, body)


def answer_planning(ground: Ground, wish: AnswerPlanning) -> Decision:
    """Note that the answer has been given to an admission notice that came."""
    state = ground.case(wish.case)
    if isinstance(state, Refused):
        return state
    if not _is_there(state, ClockKind.PLANNING_ANSWER, None):
        return refuse(RefusalReason.NOT_FOUND)
    return ground.happen(case_subject(wish.case), wish.at, PlanningAnswered())


def judge(ground: Ground, wish: JudgeConditions) -> Decision:
    """Note what is known of the conditions; something has to be said."""
    state = ground.case(wish.case)
    if isinstance(state, Refused):
        return state
    body = ConditionsJudged(
        sip_needed=wish.sip_needed,
        regional_services=wish.regional_services,
        care=wish.care,
        placing_municipality=wish.placing_municipality.strip(),
        need_judged_at=wish.need_judged_at,
    )
    if body == ConditionsJudged():
        return refuse(RefusalReason.EMPTY_TEXT)
    need = ground.moment(wish.need_judged_at)
    if isinstance(need, Refused):
        return need
    return ground.happen(case_subject(wish.case), wish.at, body)


def send_deviation(ground: Ground, wish: SendDeviation) -> Decision:
    """Note that a deviation of ours was sent, once."""
    known = _deviation(ground, wish.case, wish.deviation)
    if isinstance(known, Refused):
        return known
    if known.theirs:
        return refuse(RefusalReason.NOT_FOUND)
    if known.sent_at is not None:
        return refuse(RefusalReason.ALREADY_DONE)
    received = ground.moment(wish.received_at)
    if isinstance(received, Refused):
        return received
    body = DeviationSent(deviation=wish.deviation, received_at=wish.received_at)
    return ground.happen(case_subject(wish.case), wish.at, body)


def receive_deviation(ground: Ground, wish: ReceiveDeviation) -> Decision:
    """Note a deviation that came to us: which agreement was not kept, in words if need be."""
    if not wish.code and not wish.text.strip():
        return refuse(RefusalReason.EMPTY_TEXT)
    state = ground.case(wish.case)
    if isinstance(state, Refused):
        return state
    body = DeviationReceived(code=wish.code, text=wish.text.strip())
    return ground.happen(case_subject(wish.case), wish.at, body)


def answer_deviation(ground: Ground, wish: AnswerDeviation) -> Decision:
    """Note the answer to a deviation that was sent or received, once."""
    known = _deviation(ground, wish.case, wish.deviation)
    if isinstance(known, Refused):
        return known
    if known.answered_at is not None:
        return refuse(RefusalReason.ALREADY_DONE)
    if not known.theirs and known.sent_at is None:
        return refuse(RefusalReason.NOT_SENT)
    return ground.happen(
        case_subject(wish.case), wish.at, DeviationAnswered(deviation=wish.deviation)
    )


def _deviation(ground: Ground, case: UUID, deviation: UUID) -> DeviationState | Refused:
    state = ground.case(case)
    if isinstance(state, Refused):
        return state
    known = _known(state, deviation)
    return known if known is not None else refuse(RefusalReason.NOT_FOUND)


def _known(state: CaseState, deviation: UUID | None) -> DeviationState | None:
    return next(
        (
            one
            for one in state.clock_facts.deviations
            if one.deviation == deviation and one.noted_at is not None
        ),
        None,
    )


def _is_there(state: CaseState, clock: ClockKind, deviation: UUID | None) -> bool:
    """Say whether there is something that the clock can count."""
    if clock is ClockKind.PLANNING_ANSWER:
        return current(state).admission_message is not None
    known = _known(state, deviation)
    return known is not None and known.answered_at is None


def _is_paused(state: CaseState, clock: ClockKind, deviation: UUID | None) -> bool:
    turn: ClockTurn | None = None
    for one in state.clock_facts.turns:
        if one.clock is clock and one.deviation == deviation:
            turn = one
    return turn is not None and turn.pauses


RULES: Final[Rules] = {
    PauseClock: pause,
    ResumeClock: resume,
    AnswerPlanning: answer_planning,
    JudgeConditions: judge,
    SendDeviation: send_deviation,
    ReceiveDeviation: receive_deviation,
    AnswerDeviation: answer_deviation,
}
"""The rule of each wish about this."""
