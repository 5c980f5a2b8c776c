"""Rules for the meetings about a coordinated individual plan (SIP)."""

from typing import Final
from uuid import UUID

from kontaktpunkt.domain.commands.plan import (
    CancelPlanMeeting,
    HoldPlanMeeting,
    SetPlanMeeting,
)
from kontaktpunkt.domain.decide.ground import Decision, Ground, Rules, in_case, refuse
from kontaktpunkt.domain.events.plan import (
    PlanMeetingCancelled,
    PlanMeetingHeld,
    PlanMeetingSet,
)
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.states import CaseState, PlanMeeting

_LONGEST: Final = 24 * 60


def set_meeting(ground: Ground, wish: SetPlanMeeting) -> Decision:
    """Set a meeting, never against the person's no (2017:612 4 kap. 2 §: it needs her consent)."""
    state = ground.case(wish.case)
    if isinstance(state, Refused):
        return state
    if state.closed_at is not None:
        return refuse(RefusalReason.CASE_CLOSED)
    if wish.consent is False:
        return refuse(RefusalReason.NO_CONSENT)
    if not 0 < wish.minutes <= _LONGEST:
        return refuse(RefusalReason.BAD_VALUE)
    body = PlanMeetingSet(
        plan=wish.plan,
        meeting_at=wish.meeting_at,
        form=wish.form,
        minutes=wish.minutes,
        place=wish.place.strip(),
        participants=tuple(name for one in wish.participants if (name := one.strip())),
        consent=wish.consent,
        note=wish.note.strip(),
    )
    known = _known(state, wish.plan)
    if known is not None and known.stands and known.said == body:
        return ()
    return in_case(wish.case, body, ground.now)


def hold(ground: Ground, wish: HoldPlanMeeting) -> Decision:
    """Note that a meeting was held; one that was called off was not."""
    state = ground.case(wish.case)
    if isinstance(state, Refused):
        return state
    at = ground.moment(wish.at)
    if isinstance(at, Refused):
        return at
    refused = _not_standing(_known(state, wish.plan))
    if refused is not None:
        return refused
    body = PlanMeetingHeld(plan=wish.plan, held_at=at, note=wish.note.strip())
    return in_case(wish.case, body, at)


def cancel(ground: Ground, wish: CancelPlanMeeting) -> Decision:
    """Call a meeting off that has not been held."""
    state = ground.case(wish.case)
    if isinstance(state, Refused):
        return state
    refused = _not_standing(_known(state, wish.plan))
    if refused is not None:
        return refused
    body = PlanMeetingCancelled(plan=wish.plan, reason=wish.reason.strip())
    return in_case(wish.case, body, ground.now)


def _known(state: CaseState, plan: UUID) -> PlanMeeting | None:
    return next((one for one in state.plan_meetings if one.plan == plan), None)


def _not_standing(meeting: PlanMeeting | None) -> Refused | None:
    if meeting is None:
        return refuse(RefusalReason.NOT_FOUND)
    return None if meeting.stands else refuse(RefusalReason.ALREADY_DONE)


RULES: Final[Rules] = {
    SetPlanMeeting: set_meeting,
    HoldPlanMeeting: hold,
    CancelPlanMeeting: cancel,
}
"""The rule of each wish about this."""
