"""Fold of what the clocks of a case stand on: sums that come out the same in any order."""

from bisect import insort
from collections.abc import Callable, Mapping
from typing import Any, Final
from uuid import UUID

from msgspec.structs import replace

from kontaktpunkt.domain.events.case import DeviationNoted
from kontaktpunkt.domain.events.clock import (
    ClockPaused,
    ClockResumed,
    ConditionsJudged,
    DeviationAnswered,
    DeviationDropped,
    DeviationReceived,
    DeviationReported,
    DeviationSent,
    PlanningAnswered,
)
from kontaktpunkt.domain.ledger.envelope import Envelope
from kontaktpunkt.domain.states import CaseState
from kontaktpunkt.domain.states.clock import ClockFacts, ClockTurn, DeviationState, Judgement
from kontaktpunkt.domain.times import Instant


def _paused(facts: ClockFacts, envelope: Envelope, body: ClockPaused) -> ClockFacts:
    turn = ClockTurn(
        envelope.at,
        envelope.event_id,
        body.clock,
        True,  # noqa: FBT003  a plain record
        body.deviation,
        body.waiting_for,
        body.reason,
    )
    return _turned(facts, turn)


def _resumed(facts: ClockFacts, envelope: Envelope, body: ClockResumed) -> ClockFacts:
    turn = ClockTurn(envelope.at, envelope.event_id, body.clock, False, body.deviation)  # noqa: FBT003  a plain record
    return _turned(facts, turn)


def _turned(facts: ClockFacts, turn: ClockTurn) -> ClockFacts:
    turns = list(facts.turns)
    insort(turns, turn, key=lambda one: (one.at, one.event))
    return replace(facts, turns=tuple(turns))


def _answered(facts: ClockFacts, envelope: Envelope, _body: PlanningAnswered) -> ClockFacts:
    return replace(facts, planning_answers=tuple(sorted((*facts.planning_answers, envelope.at))))


def _judged(facts: ClockFacts, envelope: Envelope, body: ConditionsJudged) -> ClockFacts:
    judgements = list(facts.judgements)
    new = Judgement(envelope.at, envelope.event_id, body)
    insort(judgements, new, key=lambda one: (one.at, one.event))
    return replace(facts, judgements=tuple(judgements))


def _noted(facts: ClockFacts, envelope: Envelope, body: DeviationNoted) -> ClockFacts:
    known = _deviation(facts, envelope.event_id)
    said = {"code": body.code or known.code, "text": body.text}
    return _deviated(facts, envelope.event_id, **said, noted_at=_first(known.noted_at, envelope.at))


def _received(facts: ClockFacts, envelope: Envelope, body: DeviationReceived) -> ClockFacts:
    said = {"code": body.code, "text": body.text, "theirs": True}
    return _deviated(
        facts, envelope.event_id, **said, noted_at=envelope.at, received_at=envelope.at
    )


def _sent(facts: ClockFacts, envelope: Envelope, body: DeviationSent) -> ClockFacts:
    known = _deviation(facts, body.deviation)
    return _deviated(
        facts,
        body.deviation,
        sent_at=_first(known.sent_at, envelope.at),
        received_at=_first(known.received_at, body.received_at),
        answer_by=min(filter(None, (known.answer_by, body.answer_by)), default=None),
    )


def _reported(facts: ClockFacts, envelope: Envelope, body: DeviationReported) -> ClockFacts:
    """Tie the report to what was noted; by itself it is noted by being begun.

    So it is when the note is taken back: the report stands.
    """
    known = _deviation(facts, body.deviation)
    report = min(filter(None, (known.report, body.report)), key=lambda one: one.int)
    return _deviated(
        facts,
        body.deviation,
        report=report,
        code=known.code or body.code,
        noted_at=_first(known.noted_at, envelope.at),
    )


def _dropped(facts: ClockFacts, envelope: Envelope, body: DeviationDropped) -> ClockFacts:
    known = _deviation(facts, body.deviation)
    return _deviated(facts, body.deviation, dropped_at=_first(known.dropped_at, envelope.at))


def _deviation_answered(
    facts: ClockFacts, envelope: Envelope, body: DeviationAnswered
) -> ClockFacts:
    known = _deviation(facts, body.deviation)
    return _deviated(facts, body.deviation, answered_at=_first(known.answered_at, envelope.at))


def _deviation(facts: ClockFacts, deviation: UUID) -> DeviationState:
    known = (one for one in facts.deviations if one.deviation == deviation)
    return next(known, DeviationState(deviation=deviation))


def _deviated(facts: ClockFacts, deviation: UUID, **changes: Any) -> ClockFacts:
    changed = replace(_deviation(facts, deviation), **changes)
    others = (one for one in facts.deviations if one.deviation != deviation)
    by_id = sorted((*others, changed), key=lambda one: one.deviation.int)
    return replace(facts, deviations=tuple(by_id))


def _first(known: Instant | None, said: Instant | None) -> Instant | None:
    times = [at for at in (known, said) if at is not None]
    return min(times) if times else None


def _on_case(
    step: Callable[[ClockFacts, Envelope, Any], ClockFacts],
) -> Callable[[CaseState, Envelope, Any], CaseState]:
    def fold(state: CaseState, envelope: Envelope, body: Any) -> CaseState:
        return replace(state, clock_facts=step(state.clock_facts, envelope, body))

    return fold


STEPS: Final[Mapping[type, Callable[[CaseState, Envelope, Any], CaseState]]] = {
    ClockPaused: _on_case(_paused),
    ClockResumed: _on_case(_resumed),
    PlanningAnswered: _on_case(_answered),
    ConditionsJudged: _on_case(_judged),
    DeviationNoted: _on_case(_noted),
    DeviationSent: _on_case(_sent),
    DeviationReceived: _on_case(_received),
    DeviationAnswered: _on_case(_deviation_answered),
    DeviationReported: _on_case(_reported),
    DeviationDropped: _on_case(_dropped),
}
"""The step of each event that a clock stands on; the fold of a case takes them in."""
