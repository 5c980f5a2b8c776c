"""Folds of our own care requests, and of what a case holds of them."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from msgspec.structs import replace

from kontaktpunkt.domain.events.care_request import (
    CareRequestCalledFor,
    CareRequestDelivered,
    CareRequestEnded,
    CareRequestLookedOver,
    CareRequestPrepared,
    PrimaryCareDecided,
    SentToEmergency,
)
from kontaktpunkt.domain.fold.story import Story
from kontaktpunkt.domain.ledger.envelope import Envelope
from kontaktpunkt.domain.states.care_request import (
    CareRequestCall,
    CareRequestState,
    DecisionState,
    Departure,
)
from kontaktpunkt.domain.states.case import CaseState


def fold_care_request(story: Story) -> CareRequestState:
    """Fold a person's care request: the latest words hold; each call is answered once."""
    state = CareRequestState(frozen=story.frozen)
    for event in story.told:
        step = _STEPS.get(type(event.body))
        if step is not None:
            state = step(state, event.envelope, event.body)
    return state


def _prepared(
    state: CareRequestState, envelope: Envelope, body: CareRequestPrepared
) -> CareRequestState:
    return replace(
        state,
        content=body.content,
        written_at=envelope.at,
        written_by=envelope.by,
        looked_over_at=envelope.at,
        looked_over_by=envelope.by,
        look_over_by=body.look_over_by,
        ended_at=None,
    )


def _looked_over(
    state: CareRequestState, envelope: Envelope, body: CareRequestLookedOver
) -> CareRequestState:
    if state.content is None:  # what was written was taken back: there is nothing to have read
        return state
    return replace(
        state,
        looked_over_at=envelope.at,
        looked_over_by=envelope.by,
        look_over_by=body.look_over_by,
    )


def _ended(
    state: CareRequestState, envelope: Envelope, _body: CareRequestEnded
) -> CareRequestState:
    return replace(state, content=None, look_over_by=None, ended_at=envelope.at)


def _called_for(
    state: CareRequestState, envelope: Envelope, body: CareRequestCalledFor
) -> CareRequestState:
    call = CareRequestCall(case=body.case, item=body.item, since=envelope.at)
    return replace(state, calls=(*state.calls, call))


def _delivered(
    state: CareRequestState, _envelope: Envelope, body: CareRequestDelivered
) -> CareRequestState:
    calls = tuple(
        replace(call, sent_at=body.sent_at)
        if call.item == body.item and call.sent_at is None
        else call
        for call in state.calls
    )
    return replace(state, calls=calls)


_STEPS: Final[Mapping[type, Callable[[CareRequestState, Envelope, Any], CareRequestState]]] = {
    CareRequestPrepared: _prepared,
    CareRequestLookedOver: _looked_over,
    CareRequestEnded: _ended,
    CareRequestCalledFor: _called_for,
    CareRequestDelivered: _delivered,
}


def _departed(state: CaseState, envelope: Envelope, body: SentToEmergency) -> CaseState:
    return replace(state, departures=(*state.departures, Departure(envelope.at, body.item)))


def _decided(state: CaseState, envelope: Envelope, body: PrimaryCareDecided) -> CaseState:
    return replace(state, primary_care=DecisionState(body, envelope.at, envelope.by))


CASE_STEPS: Final[Mapping[type, Callable[[CaseState, Envelope, Any], CaseState]]] = {
    SentToEmergency: _departed,
    PrimaryCareDecided: _decided,
}
"""What these events do to the case that they happen in."""
