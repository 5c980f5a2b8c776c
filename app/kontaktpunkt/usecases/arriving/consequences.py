"""What an arriving message does to others: it corrects, cancels, answers, or opens again."""

from collections.abc import Iterator
from uuid import UUID

from kontaktpunkt.domain.decide import Happening
from kontaktpunkt.domain.events.case import CaseReopened, NoticeCancelled
from kontaktpunkt.domain.events.message import (
    AnswerArrived,
    MessageCorrectedLater,
    MessageTakenIn,
)
from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.domain.ledger.subjects import Subject, case_subject, message_subject
from kontaktpunkt.domain.message_kind import Change
from kontaktpunkt.domain.states import CaseState, Fact
from kontaktpunkt.usecases.joining.joined import cases_with
from kontaktpunkt.usecases.keeping.workroom import Workroom


def consequences(
    room: Workroom, message: UUID, taken: MessageTakenIn, case: UUID | None
) -> list[Happening]:
    """Give what else happens when a message is taken in on a case."""
    found = [
        *_changed(room, message, taken, case),
        *_already_changed(room, message, taken, case),
    ]
    if case is not None:
        found += _woken(room, message, case)
    return [Happening(subject, body, room.tools.now()) for subject, body in found]


def _changed(
    room: Workroom, message: UUID, taken: MessageTakenIn, case: UUID | None
) -> Iterator[tuple[Subject, Body]]:
    """Mark what it corrects or cancels; on another person's case that no longer holds."""
    if taken.change is Change.NEW:
        return
    here = cases_with(room, case) if case is not None else ()
    for earlier in dict.fromkeys(taken.refers_to):
        known = room.message(earlier)
        if known is None:
            continue
        later = MessageCorrectedLater(change=taken.change, message=message)
        yield message_subject(earlier), later
        if known.case is not None and known.case not in here:
            yield (
                case_subject(known.case),
                NoticeCancelled(
                    message=message,
                    sent_at=taken.sent_at,
                    replaces=(earlier,),
                    notice_kind=taken.message_kind,
                ),
            )


def _already_changed(
    room: Workroom, message: UUID, taken: MessageTakenIn, case: UUID | None
) -> Iterator[tuple[Subject, Body]]:
    """Mark a message that comes after its own correction or cancellation."""
    beside = [one for stay in taken.stay.stay_ids for one in room.store.cases_of_stay(stay)]
    for place in dict.fromkeys([case, *beside]):
        for fact in _replacing(room.case(place) if place is not None else None, message):
            cancels = isinstance(fact.body, NoticeCancelled)
            change = Change.CANCELLATION if cancels else Change.CORRECTION
            yield (
                message_subject(message),
                MessageCorrectedLater(change=change, message=fact.body.message),
            )
            if case is not None and place not in cases_with(room, case):
                yield (
                    case_subject(case),
                    NoticeCancelled(
                        message=fact.body.message,
                        sent_at=fact.body.sent_at,
                        replaces=(message,),
                        notice_kind=taken.message_kind,
                    ),
                )


def _replacing(state: CaseState | None, message: UUID) -> list[Fact]:
    facts = state.facts if state is not None else ()
    return [fact for fact in facts if message in fact.body.replaces]


def _woken(room: Workroom, message: UUID, case: UUID) -> Iterator[tuple[Subject, Body]]:
    """Open the case again, and wake what waits for an answer in it."""
    state = room.case(case)
    if state is None:
        return
    if state.closed_at is not None:
        # A closed case that gets a new message is open again: nothing comes in behind our back.
        yield case_subject(case), CaseReopened()
    for waiting in waiting_in(room, case):
        yield waiting, AnswerArrived(message=message)


def waiting_in(room: Workroom, case: UUID) -> list[Subject]:
    """Give the messages of a case that wait for an answer."""
    found: list[Subject] = []
    here = cases_with(room, case)
    for each in room.store.links_of_case(here[0]).messages:
        state = room.message(each)
        if state is not None and state.awaits_answer and state.case in here:
            found.append(message_subject(each))
    return found
