"""Fold of one meeting, and of what meetings decided about a case."""

from msgspec.structs import replace

from kontaktpunkt.domain.events.meeting import (
    CaseReviewed,
    MeetingBegan,
    MeetingSignedOff,
    PersonReviewed,
)
from kontaktpunkt.domain.fold.story import Story
from kontaktpunkt.domain.ledger.envelope import Envelope, Event
from kontaktpunkt.domain.states.case import CaseState
from kontaktpunkt.domain.states.meeting import MeetingState, ReviewState


def fold_meeting(story: Story) -> MeetingState:
    """Fold a meeting; one whose beginning was taken back stays readable and is voided."""
    state = MeetingState(frozen=story.frozen)
    opening = [one for one in story.withdrawn if isinstance(one.body, MeetingBegan)]
    for event in (*opening, *story.told):
        state = _told(state, event)
    return replace(state, voided=True) if opening else state


def _told(state: MeetingState, event: Event) -> MeetingState:
    envelope = event.envelope
    match event.body:
        case MeetingBegan() as began if state.began is None:
            return replace(state, began=began, began_at=envelope.at, began_by=envelope.by)
        case PersonReviewed(case=case, decision=decision):
            kept = tuple(one for one in state.reviewed if one[0] != case)
            return replace(state, reviewed=(*kept, (case, decision)))
        case MeetingSignedOff() as signed if state.signed_at is None:
            return replace(
                state,
                signed_at=envelope.at,
                signed_by=envelope.by,
                left_out=signed.left_out,
                note=signed.note,
            )
        case _:
            return state


def review_case(state: CaseState, envelope: Envelope, body: CaseReviewed) -> CaseState:
    """Put what a meeting decided beside what earlier ones did; its later word replaces its own."""
    new = ReviewState(
        meeting=body.meeting,
        name=body.name,
        decision=body.decision,
        at=envelope.at,
        by=envelope.by,
        text=body.text,
        expected=body.expected,
    )
    kept = tuple(one for one in state.reviews if one.meeting != body.meeting)
    return replace(state, reviews=(*kept, new))
