"""Fold of the SIP meetings of a case: the latest words on each, held or called off."""

from collections.abc import Callable, Mapping
from typing import Any, Final
from uuid import UUID

from msgspec.structs import replace

from kontaktpunkt.domain.events.plan import (
    PlanMeetingCancelled,
    PlanMeetingHeld,
    PlanMeetingSet,
)
from kontaktpunkt.domain.ledger.envelope import Envelope
from kontaktpunkt.domain.states.case import CaseState
from kontaktpunkt.domain.states.plan import PlanMeeting


def _set(state: CaseState, envelope: Envelope, body: PlanMeetingSet) -> CaseState:
    """Set a meeting; one that is set anew stands again, also when it had been called off."""
    before = _meeting(state, body.plan)
    times = 1 if before is None else before.times_set + 1
    return _put(state, PlanMeeting(said=body, at=envelope.at, by=envelope.by, times_set=times))


def _held(state: CaseState, _envelope: Envelope, body: PlanMeetingHeld) -> CaseState:
    before = _meeting(state, body.plan)
    if before is None:  # what set it was taken back
        return state
    return _put(state, replace(before, held_at=body.held_at, cancelled_at=None, note=body.note))


def _cancelled(state: CaseState, envelope: Envelope, body: PlanMeetingCancelled) -> CaseState:
    """Call a meeting off; of two words spoken apart, that it was held holds."""
    before = _meeting(state, body.plan)
    if before is None or before.held_at is not None:
        return state
    off = replace(
        before, cancelled_at=envelope.at, note=body.reason, times_set=before.times_set + 1
    )
    return _put(state, off)


def _meeting(state: CaseState, plan: UUID) -> PlanMeeting | None:
    return next((one for one in state.plan_meetings if one.plan == plan), None)


def _put(state: CaseState, meeting: PlanMeeting) -> CaseState:
    others = (one for one in state.plan_meetings if one.plan != meeting.plan)
    return replace(state, plan_meetings=(*others, meeting))


PLAN_STEPS: Final[Mapping[type, Callable[[CaseState, Envelope, Any], CaseState]]] = {
    PlanMeetingSet: _set,
    PlanMeetingHeld: _held,
    PlanMeetingCancelled: _cancelled,
}
"""What each event does to its case."""
