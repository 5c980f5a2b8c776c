"""Rules for the meetings of a team (avstämning)."""

from typing import Final
from uuid import UUID

from kontaktpunkt.domain.commands.meeting import BeginMeeting, ReviewPerson, SignOffMeeting
from kontaktpunkt.domain.decide.ground import Decision, Ground, Happening, Rules, refuse
from kontaktpunkt.domain.events.meeting import (
    CaseReviewed,
    MeetingBegan,
    MeetingSignedOff,
    PersonReviewed,
    ReviewDecision,
)
from kontaktpunkt.domain.ledger.subjects import case_subject, meeting_subject
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.states.meeting import MeetingState


def begin(ground: Ground, wish: BeginMeeting) -> Decision:
    """Begin a meeting that has a name."""
    if not wish.name.strip():
        return refuse(RefusalReason.EMPTY_TEXT)
    body = MeetingBegan(
        name=wish.name.strip(),
        participants=tuple(one.strip() for one in wish.participants if one.strip()),
        unit=wish.unit,
        with_region=wish.with_region,
    )
    return (Happening(meeting_subject(wish.meeting), body, ground.now),)


def review(ground: Ground, wish: ReviewPerson) -> Decision:
    """Decide about one person: it stands in the meeting and in the case."""
    meeting = _going_on(ground, wish.meeting)
    if isinstance(meeting, Refused):
        return meeting
    case = ground.case(wish.case)
    if isinstance(case, Refused):
        return case
    if wish.decision is ReviewDecision.NEW_DATE and wish.expected is None:
        return refuse(RefusalReason.EMPTY_TEXT)
    name = meeting.began.name if meeting.began else ""
    reviewed = CaseReviewed(
        meeting=wish.meeting,
        name=name,
        decision=wish.decision,
        text=wish.text.strip(),
        expected=wish.expected,
    )
    in_meeting = PersonReviewed(case=wish.case, decision=wish.decision)
    return (
        Happening(case_subject(wish.case), reviewed, ground.now),
        Happening(meeting_subject(wish.meeting), in_meeting, ground.now),
    )


def sign_off(ground: Ground, wish: SignOffMeeting) -> Decision:
    """End a meeting that goes on."""
    meeting = _going_on(ground, wish.meeting)
    if isinstance(meeting, Refused):
        return meeting
    body = MeetingSignedOff(left_out=wish.left_out, note=wish.note.strip())
    return (Happening(meeting_subject(wish.meeting), body, ground.now),)


def _going_on(ground: Ground, meeting: UUID) -> MeetingState | Refused:
    state = ground.states.get(meeting_subject(meeting))
    if not isinstance(state, MeetingState) or state.began is None:
        return refuse(RefusalReason.NOT_FOUND)
    if state.frozen:
        return refuse(RefusalReason.NEEDS_NEWER_PROGRAM)
    if state.signed_at is not None:
        return refuse(RefusalReason.ALREADY_SIGNED)
    return refuse(RefusalReason.ALREADY_TAKEN_BACK) if state.voided else state


RULES: Final[Rules] = {
    BeginMeeting: begin,
    ReviewPerson: review,
    SignOffMeeting: sign_off,
}
"""The rule of each wish about this."""
