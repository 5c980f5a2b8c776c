"""Rules for our own care requests, and for the joint decision on enrolment in primary care."""

from typing import Final
from uuid import UUID

from kontaktpunkt.domain.commands import (
    DecidePrimaryCare,
    EndCareRequest,
    LookOverCareRequest,
    PrepareCareRequest,
    SendToEmergency,
)
from kontaktpunkt.domain.decide.ground import Decision, Ground, Happening, Rules, refuse
from kontaktpunkt.domain.events.care_request import (
    CareRequestCalledFor,
    CareRequestEnded,
    CareRequestLookedOver,
    CareRequestPrepared,
    PrimaryCareDecided,
    PrimaryCareDecision,
    SentToEmergency,
)
from kontaktpunkt.domain.events.case import CaseKind, CaseOpened, DocumentationDue
from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.domain.ledger.subjects import care_request_subject, case_subject
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.states import CareRequestState
from kontaktpunkt.domain.times import Instant


def prepare(ground: Ground, wish: PrepareCareRequest) -> Decision:
    """Write it, or write it anew; what says nothing of services or social status is none."""
    content = wish.content
    if not content.services.strip() and not content.social_status.strip():
        return refuse(RefusalReason.EMPTY_TEXT)
    body = CareRequestPrepared(content=content, look_over_by=wish.look_over_by)
    return _on_request(ground, wish.person, wish.at, body)


def look_over(ground: Ground, wish: LookOverCareRequest) -> Decision:
    """Say that it still holds; only one that is kept can."""
    if not _state(ground, wish.person).is_kept:
        return refuse(RefusalReason.NOT_FOUND)
    body = CareRequestLookedOver(look_over_by=wish.look_over_by)
    return _on_request(ground, wish.person, wish.at, body)


def end(ground: Ground, wish: EndCareRequest) -> Decision:
    """Stop keeping one."""
    if not _state(ground, wish.person).is_kept:
        return refuse(RefusalReason.NOT_FOUND)
    return _on_request(ground, wish.person, wish.at, CareRequestEnded(reason=wish.reason.strip()))


def send(ground: Ground, wish: SendToEmergency) -> Decision:
    """Note that she went, and put the care request on the list of what is to be documented.

    While one waits to be sent she is not sent again: two who do the same would send it twice.
    """
    person = ground.person(wish.person)
    if isinstance(person, Refused):
        return person
    moment = ground.moment(wish.at)
    if isinstance(moment, Refused):
        return moment
    if not wish.text.strip():
        return refuse(RefusalReason.EMPTY_TEXT)
    request = wish.request or wish.person
    if _state(ground, request).waiting is not None:
        return refuse(RefusalReason.CARE_REQUEST_WAITS)
    opened = _opened(ground, wish)
    if isinstance(opened, Refused):
        return opened
    case = case_subject(wish.case)
    gone = SentToEmergency(
        item=wish.item,
        hospital=wish.hospital.strip(),
        by=wish.by.strip(),
        on_word=wish.on_word,
        note=wish.note.strip(),
    )
    due = DocumentationDue(item=wish.item, system=wish.system, text=wish.text.strip())
    called = CareRequestCalledFor(case=wish.case, item=wish.item)
    return (
        *opened,
        Happening(case, gone, moment),
        Happening(case, due, moment),
        Happening(care_request_subject(request), called, moment),
    )


def _opened(ground: Ground, wish: SendToEmergency) -> Decision:
    """Open a case that waits for the admission notice, or take the one she has."""
    if wish.opens_case:
        body = CaseOpened(person=wish.person, case_kind=CaseKind.MATTER)
        return (Happening(case_subject(wish.case), body, ground.now),)
    state = ground.case(wish.case)
    if isinstance(state, Refused):
        return state
    return () if state.person == wish.person else refuse(RefusalReason.NOT_FOUND)


def decide_primary_care(ground: Ground, wish: DecidePrimaryCare) -> Decision:
    """Note the decision; what is decided together carries the names of both.

    Source: the subregional routine for 23-timmarsplats (ställningstagandet görs tillsammans).
    """
    state = ground.case(wish.case)
    if isinstance(state, Refused):
        return state
    moment = ground.moment(wish.at)
    if isinstance(moment, Refused):
        return moment
    together = wish.decision is not PrimaryCareDecision.NEEDS_MORE
    if not wish.ours.strip() or (together and not wish.theirs.strip()):
        return refuse(RefusalReason.BOTH_NAMES)
    body = PrimaryCareDecided(
        decision=wish.decision,
        ours=wish.ours.strip(),
        theirs=wish.theirs.strip(),
        note=wish.note.strip(),
        message=wish.answers,
    )
    return (Happening(case_subject(wish.case), body, moment),)


def _state(ground: Ground, person: UUID) -> CareRequestState:
    state = ground.states.get(care_request_subject(person))
    return state if isinstance(state, CareRequestState) else CareRequestState()


def _on_request(ground: Ground, person: UUID, at: Instant | None, body: Body) -> Decision:
    known = ground.person(person)
    if isinstance(known, Refused):
        return known
    if _state(ground, person).frozen:
        return refuse(RefusalReason.NEEDS_NEWER_PROGRAM)
    return ground.happen(care_request_subject(person), at, body)


RULES: Final[Rules] = {
    PrepareCareRequest: prepare,
    LookOverCareRequest: look_over,
    EndCareRequest: end,
    SendToEmergency: send,
    DecidePrimaryCare: decide_primary_care,
}
"""The rule of each wish about this."""
