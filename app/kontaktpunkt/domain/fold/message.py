"""Fold of one incoming or set-aside original."""

from collections.abc import Callable
from typing import Any, Final

from msgspec.structs import replace

from kontaktpunkt.domain.events.message import (
    AnswerArrived,
    MessageAcknowledged,
    MessageCorrectedLater,
    MessageDeferred,
    MessageDone,
    MessageHandedOver,
    MessageMisdirected,
    MessageMoved,
    MessageReopened,
    MessageSetAside,
    MessageTaken,
    MessageTakenIn,
    SendingTimeNoted,
    SetAsideCompleted,
    SetAsideDismissed,
)
from kontaktpunkt.domain.events.shared import ActTakenBack
from kontaktpunkt.domain.events.sheet import SheetTwinMatched
from kontaktpunkt.domain.fold.story import Story
from kontaktpunkt.domain.ledger.envelope import Envelope
from kontaktpunkt.domain.message_kind import Change
from kontaktpunkt.domain.states import MessageStage, MessageState

_Step = Callable[[MessageState, Envelope, Any], MessageState]
_SETTLED: Final = (MessageStage.DONE, MessageStage.DISMISSED, MessageStage.MATCHED)


def _taken_in(state: MessageState, envelope: Envelope, body: MessageTakenIn) -> MessageState:
    return replace(
        state,
        taken_in=body,
        received_at=envelope.noted_at,
        received_by=envelope.by,
        case=body.case,
        person=body.person,
    )


def _set_aside(state: MessageState, envelope: Envelope, body: MessageSetAside) -> MessageState:
    return replace(
        state,
        set_aside=body,
        received_at=envelope.noted_at,
        received_by=envelope.by,
        person=body.person,
    )


def _taken(state: MessageState, envelope: Envelope, body: MessageTaken) -> MessageState:
    return replace(state, owner=body.staff, taken_at=envelope.at, receiver=None)


def _handed_over(state: MessageState, envelope: Envelope, body: MessageHandedOver) -> MessageState:
    return replace(
        state,
        owner=body.to.staff,
        taken_at=envelope.at if body.to.staff else None,
        receiver=body.to,
        deferred_until=None,
        awaits_answer=False,
        stage=MessageStage.OPEN if state.stage is MessageStage.WAITING else state.stage,
    )


def _acknowledged(
    state: MessageState, envelope: Envelope, body: MessageAcknowledged
) -> MessageState:
    return replace(state, acknowledged_at=body.acknowledged_at, acknowledged_by=envelope.by)


def _deferred(state: MessageState, _envelope: Envelope, body: MessageDeferred) -> MessageState:
    if state.stage in _SETTLED:
        return state
    # Deferred to a time stays in the open list with that time; only what waits for others moves.
    waits = body.until is None
    return replace(
        state,
        deferred_until=body.until,
        awaits_answer=waits,
        stage=MessageStage.WAITING if waits else MessageStage.OPEN,
    )


def _misdirected(state: MessageState, envelope: Envelope, body: MessageMisdirected) -> MessageState:
    if state.stage in _SETTLED:
        return state
    return replace(
        state,
        misdirected=body.way,
        stage=MessageStage.DONE,
        done_at=envelope.at,
        done_by=envelope.by,
    )


def _done(state: MessageState, envelope: Envelope, _body: MessageDone) -> MessageState:
    if state.stage in _SETTLED:  # the first word stands
        return state
    return replace(state, stage=MessageStage.DONE, done_at=envelope.at, done_by=envelope.by)


def _reopened(state: MessageState, _envelope: Envelope, _body: MessageReopened) -> MessageState:
    if state.stage not in _SETTLED:
        return state
    return replace(
        state,
        stage=MessageStage.OPEN,
        done_at=None,
        done_by=None,
        misdirected=None,
        completed_as=None,
        deferred_until=None,
        awaits_answer=False,
    )


def _moved(state: MessageState, _envelope: Envelope, body: MessageMoved) -> MessageState:
    return replace(state, case=body.case, person=body.person)


def _corrected(
    state: MessageState, _envelope: Envelope, body: MessageCorrectedLater
) -> MessageState:
    if body.change is Change.CANCELLATION:
        return replace(state, cancelled_by=body.message)
    return replace(state, corrected_by=body.message)


def _sending_noted(
    state: MessageState, _envelope: Envelope, body: SendingTimeNoted
) -> MessageState:
    """Take the latest word of when it was sent, unless the message says it itself."""
    taken = state.taken_in
    if taken is None or (taken.sent_at is not None and not state.sending_noted):
        return state
    return replace(state, taken_in=replace(taken, sent_at=body.sent_at), sending_noted=True)


def _answered(state: MessageState, _envelope: Envelope, _body: AnswerArrived) -> MessageState:
    if state.stage is not MessageStage.WAITING:
        return state
    return replace(state, stage=MessageStage.OPEN, awaits_answer=False)


def _completed(state: MessageState, envelope: Envelope, body: SetAsideCompleted) -> MessageState:
    return replace(
        state,
        completed_as=body.message,
        stage=MessageStage.DONE,
        done_at=envelope.at,
        done_by=envelope.by,
    )


def _dismissed(state: MessageState, envelope: Envelope, _body: SetAsideDismissed) -> MessageState:
    if state.stage in _SETTLED:
        return state
    return replace(state, stage=MessageStage.DISMISSED, done_at=envelope.at, done_by=envelope.by)


_STEPS: Final[dict[type, _Step]] = {
    MessageTakenIn: _taken_in,
    MessageSetAside: _set_aside,
    MessageTaken: _taken,
    MessageHandedOver: _handed_over,
    MessageAcknowledged: _acknowledged,
    MessageDeferred: _deferred,
    MessageMisdirected: _misdirected,
    MessageDone: _done,
    MessageReopened: _reopened,
    MessageMoved: _moved,
    MessageCorrectedLater: _corrected,
    AnswerArrived: _answered,
    SendingTimeNoted: _sending_noted,
    SetAsideCompleted: _completed,
    SetAsideDismissed: _dismissed,
}


def fold_message(story: Story) -> MessageState:
    """Fold a message to its state.

    One whose taking-in was taken back stays readable: struck through, settled, never gone. A word
    that comes on a message which somebody has settled meanwhile has no effect on its stage.
    """
    entry = next((one for one in story.withdrawn if isinstance(one.body, MessageTakenIn)), None)
    if entry is None:
        return _folded(story)
    state = _folded(replace(story, told=(entry, *story.told)))
    voiding = [
        event.envelope
        for event in story.takings_back
        if isinstance(event.body, ActTakenBack) and event.body.act == entry.envelope.act_id
    ]
    return replace(
        state,
        voided=True,
        stage=MessageStage.DONE,
        done_at=voiding[-1].at if voiding else state.done_at,
        done_by=voiding[-1].by if voiding else state.done_by,
    )


def _folded(story: Story) -> MessageState:
    state = MessageState(frozen=story.frozen)
    for event in story.told:
        step = _STEPS.get(type(event.body))
        if step is not None:
            state = step(state, event.envelope, event.body)
    return _with_twin(state, story)


def _with_twin(state: MessageState, story: Story) -> MessageState:
    """Let another stand for what came on paper; of several matches the first holds."""
    for event in story.told:
        body = event.body
        if not isinstance(body, SheetTwinMatched):
            continue
        if event.envelope.subject.id == body.message:
            return replace(state, twin=body)
        return replace(
            state,
            matched_into=body.message,
            stage=MessageStage.MATCHED,
            done_at=None,
            done_by=None,
            awaits_answer=False,
            deferred_until=None,
        )
    return state
