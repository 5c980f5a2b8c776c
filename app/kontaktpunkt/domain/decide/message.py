"""Rules for what may be done with one incoming or set-aside original."""

from typing import Final
from uuid import UUID

from kontaktpunkt.domain.commands import (
    AcknowledgeMessage,
    DeferMessage,
    DismissSetAside,
    FinishMessage,
    HandOverMessage,
    MarkMisdirected,
    MoveMessage,
    NoteSendingTime,
    ReopenMessage,
    TakeMessage,
)
from kontaktpunkt.domain.decide.facts import fact_of
from kontaktpunkt.domain.decide.ground import Decision, Ground, Happening, Rules, refuse
from kontaktpunkt.domain.events.case import (
    CaseHandedOver,
    CaseKind,
    CaseOpened,
    CaseTaken,
    NoticeMovedAway,
    NoticeTimed,
)
from kontaktpunkt.domain.events.message import (
    AnswerArrived,
    MessageAcknowledged,
    MessageDeferred,
    MessageDone,
    MessageHandedOver,
    MessageMisdirected,
    MessageMoved,
    MessageReopened,
    MessageTaken,
    SendingTimeNoted,
    SetAsideDismissed,
)
from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.domain.ledger.subjects import Subject, case_subject, message_subject
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.states import CaseState, MessageStage, MessageState
from kontaktpunkt.domain.times import Instant

_SETTLED = (MessageStage.DONE, MessageStage.DISMISSED, MessageStage.MATCHED)


def _open(ground: Ground, message: UUID) -> MessageState | Refused:
    state = ground.message(message)
    if isinstance(state, MessageState) and state.stage in _SETTLED:
        return refuse(RefusalReason.ALREADY_DONE, str(state.done_by))
    return state


def _simple(ground: Ground, message: UUID, at: Instant | None, body: Body) -> Decision:
    moment = ground.moment(at)
    if isinstance(moment, Refused):
        return moment
    return (Happening(message_subject(message), body, moment),)


def take(ground: Ground, wish: TakeMessage) -> Decision:
    """Take an untaken message; an unowned case comes with it in the same act."""
    state = _open(ground, wish.message)
    if isinstance(state, Refused):
        return state
    if state.owner is not None:
        return refuse(RefusalReason.ALREADY_TAKEN, str(state.owner))
    if ground.me is None:
        return refuse(RefusalReason.NO_RECEIVER)
    happenings = [
        Happening(message_subject(wish.message), MessageTaken(staff=ground.me), ground.now)
    ]
    case = ground.case(state.case)
    if isinstance(case, CaseState) and state.case is not None and case.responsible is None:
        happenings.append(
            Happening(case_subject(state.case), CaseTaken(staff=ground.me), ground.now)
        )
    return tuple(happenings)


def acknowledge(ground: Ground, wish: AcknowledgeMessage) -> Decision:
    """Note the acknowledgement in the region's system; possible also after the message is done.

    It is noted once: who acknowledged first, and when, is evidence that nobody writes over.
    """
    state = ground.message(wish.message)
    if isinstance(state, Refused):
        return state
    if state.taken_in is None:
        return refuse(RefusalReason.IS_SET_ASIDE)
    if state.acknowledged_at is not None:
        return refuse(RefusalReason.ALREADY_ACKNOWLEDGED, str(state.acknowledged_by))
    moment = ground.moment(wish.at)
    if isinstance(moment, Refused):
        return moment
    body = MessageAcknowledged(system=wish.system, acknowledged_at=moment)
    return (Happening(message_subject(wish.message), body, moment),)


def hand_over(ground: Ground, wish: HandOverMessage) -> Decision:
    """Hand a message over; a case that nobody but me answers for goes along."""
    state = _open(ground, wish.message)
    if isinstance(state, Refused):
        return state
    to = ground.receiver(wish.to)
    if isinstance(to, Refused):
        return to
    happenings = [
        Happening(
            message_subject(wish.message), MessageHandedOver(to=to, note=wish.note), ground.now
        )
    ]
    case = ground.case(state.case)
    follows = isinstance(case, CaseState) and case.responsible in (None, ground.me)
    if follows and state.case is not None:
        happenings.append(Happening(case_subject(state.case), CaseHandedOver(to=to), ground.now))
    return tuple(happenings)


def defer(ground: Ground, wish: DeferMessage) -> Decision:
    """Let a message wait until a coming time, or until an answer."""
    state = _open(ground, wish.message)
    if isinstance(state, Refused):
        return state
    if wish.until is not None and wish.until <= ground.now:
        return refuse(RefusalReason.TIME_IN_PAST)
    return _simple(ground, wish.message, None, MessageDeferred(until=wish.until, note=wish.note))


def mark_misdirected(ground: Ground, wish: MarkMisdirected) -> Decision:
    """Note that a message was not for us; that settles it here."""
    state = _open(ground, wish.message)
    if isinstance(state, Refused):
        return state
    body = MessageMisdirected(way=wish.way, to=wish.to, note=wish.note)
    return _simple(ground, wish.message, wish.at, body)


def finish(ground: Ground, wish: FinishMessage) -> Decision:
    """Say that a message is done; a set-aside original must be completed or dismissed instead."""
    state = _open(ground, wish.message)
    if isinstance(state, Refused):
        return state
    if state.taken_in is None:
        return refuse(RefusalReason.IS_SET_ASIDE)
    return _simple(ground, wish.message, wish.at, MessageDone(note=wish.note))


def reopen(ground: Ground, wish: ReopenMessage) -> Decision:
    """Open again what was done."""
    state = ground.message(wish.message)
    if isinstance(state, Refused):
        return state
    if state.stage not in _SETTLED:
        return refuse(RefusalReason.NOT_DONE)
    return _simple(ground, wish.message, None, MessageReopened(note=wish.note))


def dismiss(ground: Ground, wish: DismissSetAside) -> Decision:
    """Say that a set-aside original does not belong here; a word of why is needed."""
    state = _open(ground, wish.message)
    if isinstance(state, Refused):
        return state
    if state.set_aside is None:
        return refuse(RefusalReason.NOT_SET_ASIDE)
    if not wish.note.strip():
        return refuse(RefusalReason.EMPTY_TEXT)
    return _simple(ground, wish.message, None, SetAsideDismissed(note=wish.note.strip()))


def note_sending(ground: Ground, wish: NoteSendingTime) -> Decision:
    """Fill in when a message was sent; what it says itself stands, and a word of it may be mended.

    Settled messages too: the days are counted long after the message is done.
    """
    state = ground.message(wish.message)
    if isinstance(state, Refused):
        return state
    if state.taken_in is None:
        return refuse(RefusalReason.IS_SET_ASIDE)
    if state.taken_in.sent_at is not None and not state.sending_noted:
        return refuse(RefusalReason.SAYS_WHEN_SENT)
    if not wish.on_word.name.strip():
        return refuse(RefusalReason.EMPTY_TEXT)
    sent = ground.moment(wish.sent_at)
    if isinstance(sent, Refused):
        return sent
    noted = SendingTimeNoted(sent_at=sent, on_word=wish.on_word)
    happenings = [Happening(message_subject(wish.message), noted, ground.now)]
    if state.case is not None:
        timed = NoticeTimed(message=wish.message, sent_at=sent)
        happenings.append(Happening(case_subject(state.case), timed, ground.now))
    return tuple(happenings)


def move(ground: Ground, wish: MoveMessage) -> Decision:
    """Move a message to another person's case: what it said follows it, and holds here no more.

    To that case it is news: what waits for an answer there no longer waits.
    """
    state = ground.message(wish.message)
    if isinstance(state, Refused):
        return state
    if state.taken_in is None:
        return refuse(RefusalReason.IS_SET_ASIDE)
    if state.twin is not None or state.matched_into is not None:
        return refuse(RefusalReason.TWINS_STAND)
    if state.case == wish.case or state.person == wish.person:
        return refuse(RefusalReason.SAME_PERSON)
    moved = MessageMoved(
        case=wish.case, person=wish.person, from_case=state.case, from_person=state.person
    )
    there = case_subject(wish.case)
    happenings = [Happening(message_subject(wish.message), moved, ground.now)]
    if wish.opens_case:
        opened = CaseOpened(person=wish.person, case_kind=CaseKind.MATTER)
        happenings.append(Happening(there, opened, ground.now))
    fact = fact_of(wish.message, state.taken_in)
    happenings.append(Happening(there, fact, ground.now))
    arrived = AnswerArrived(message=wish.message)
    happenings += [Happening(each, arrived, ground.now) for each in _waiting(ground, wish.case)]
    if state.case is not None:
        away = NoticeMovedAway(message=wish.message)
        happenings.append(Happening(case_subject(state.case), away, ground.now))
    return tuple(happenings)


def _waiting(ground: Ground, case: UUID) -> list[Subject]:
    """Give the loaded messages of a case that wait for an answer."""
    return [
        subject
        for subject, state in ground.states.items()
        if isinstance(state, MessageState) and state.case == case and state.awaits_answer
    ]


RULES: Final[Rules] = {
    TakeMessage: take,
    AcknowledgeMessage: acknowledge,
    HandOverMessage: hand_over,
    DeferMessage: defer,
    MarkMisdirected: mark_misdirected,
    FinishMessage: finish,
    ReopenMessage: reopen,
    DismissSetAside: dismiss,
    MoveMessage: move,
    NoteSendingTime: note_sending,
}
"""The rule of each wish about this."""
