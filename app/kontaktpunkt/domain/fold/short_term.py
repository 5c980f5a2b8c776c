"""Fold of what a case says of short stays: each decision is kept until a caseworker answers it."""

from collections.abc import Callable, Mapping
from typing import Any, Final
from uuid import UUID

from msgspec.structs import replace

from kontaktpunkt.domain.events.short_term import (
    ManagerOnCallAsked,
    ShortTermApplied,
    ShortTermArrivalPlanned,
    ShortTermConfirmed,
    ShortTermDecided,
    ShortTermEnded,
    ShortTermGranted,
    ShortTermLeft,
    ShortTermPlaced,
    ShortTermTold,
    ShortTermWithdrawn,
)
from kontaktpunkt.domain.ledger.envelope import Envelope
from kontaktpunkt.domain.states.case import CaseState
from kontaktpunkt.domain.states.short_term import (
    ManagerAsked,
    ShortTermDecision,
    ShortTermNeed,
    ShortTermState,
    ShortTermStay,
)

_Step = Callable[[ShortTermState, Envelope, Any], ShortTermState]


def tell_short_term(state: CaseState, envelope: Envelope, body: Any) -> CaseState:
    """Put one event of a short stay in its case."""
    short_term = _STEPS[type(body)](state.short_term, envelope, body)
    return replace(state, short_term=short_term)


def _applied(state: ShortTermState, envelope: Envelope, body: ShortTermApplied) -> ShortTermState:
    need = ShortTermNeed(need=body.need, applied_at=envelope.at)
    return replace(state, needs=(*state.needs, need))


def _on_waiting(state: ShortTermState, **changes: Any) -> ShortTermState:
    """Change the application by which she waits; what comes when none waits changes nothing."""
    waiting = state.waiting_need
    needs = tuple(replace(one, **changes) if one is waiting else one for one in state.needs)
    return replace(state, needs=needs)


def _decided(state: ShortTermState, envelope: Envelope, body: ShortTermDecided) -> ShortTermState:
    said = {"decided_at": envelope.at, "granted": body.granted, "caseworker": body.caseworker}
    return _on_waiting(state, **said, ended_at=None if body.granted else envelope.at)


def _withdrawn(
    state: ShortTermState, envelope: Envelope, _body: ShortTermWithdrawn
) -> ShortTermState:
    return _on_waiting(state, ended_at=envelope.at)


def _placed(state: ShortTermState, envelope: Envelope, body: ShortTermPlaced) -> ShortTermState:
    stay = ShortTermStay(
        place=body.place, name=body.name, stay=body.stay, since=envelope.at, until=body.until
    )
    state = replace(state, stays=(*state.stays, stay))
    return _on_waiting(state, placed_at=envelope.at)


def _left(state: ShortTermState, envelope: Envelope, body: ShortTermLeft) -> ShortTermState:
    stays = tuple(
        replace(one, left_at=envelope.at) if one.stay == body.stay and one.left_at is None else one
        for one in state.stays
    )
    return replace(state, stays=stays)


def _granted(state: ShortTermState, envelope: Envelope, body: ShortTermGranted) -> ShortTermState:
    new = ShortTermDecision(
        granted=body,
        at=envelope.at,
        by=envelope.by,
        told=body.told,
        handed_over=body.handed_over,
    )
    return replace(state, decisions=(*state.decisions, new))


def _on_decision(state: ShortTermState, decision: UUID, **changes: Any) -> ShortTermState:
    decisions = tuple(
        replace(one, **changes) if one.granted.decision == decision else one
        for one in state.decisions
    )
    return replace(state, decisions=decisions)


def _told(state: ShortTermState, _envelope: Envelope, body: ShortTermTold) -> ShortTermState:
    decisions = tuple(
        replace(
            one,
            told=tuple(dict.fromkeys((*one.told, *body.told))),
            handed_over=tuple(dict.fromkeys((*one.handed_over, *body.handed_over))),
        )
        if one.granted.decision == body.decision
        else one
        for one in state.decisions
    )
    return replace(state, decisions=decisions)


def _confirmed(
    state: ShortTermState, envelope: Envelope, body: ShortTermConfirmed
) -> ShortTermState:
    said = {"confirmed_at": envelope.at, "caseworker": body.caseworker}
    return _on_decision(state, body.decision, **said)


def _ended(state: ShortTermState, envelope: Envelope, body: ShortTermEnded) -> ShortTermState:
    said = {"ended_at": envelope.at, "caseworker": body.caseworker}
    return _on_decision(state, body.decision, **said)


def _asked(state: ShortTermState, envelope: Envelope, body: ManagerOnCallAsked) -> ShortTermState:
    new = ManagerAsked(body, envelope.at, envelope.by)
    return replace(state, asked=(*state.asked, new))


def _arrival(
    state: ShortTermState, _envelope: Envelope, body: ShortTermArrivalPlanned
) -> ShortTermState:
    return replace(state, arrival=body)


_STEPS: Final[Mapping[type, _Step]] = {
    ShortTermApplied: _applied,
    ShortTermDecided: _decided,
    ShortTermWithdrawn: _withdrawn,
    ShortTermPlaced: _placed,
    ShortTermLeft: _left,
    ShortTermGranted: _granted,
    ShortTermTold: _told,
    ShortTermConfirmed: _confirmed,
    ShortTermEnded: _ended,
    ManagerOnCallAsked: _asked,
    ShortTermArrivalPlanned: _arrival,
}

CASE_STEPS: Final = dict.fromkeys(_STEPS, tell_short_term)
"""What these events do to the case that they happen in."""
