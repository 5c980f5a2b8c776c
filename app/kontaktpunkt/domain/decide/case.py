"""Rules for what may be done in a case."""

from typing import Final
from uuid import UUID

from kontaktpunkt.domain.commands import (
    AddNote,
    CloseCase,
    HandOverCase,
    LogCall,
    NoteDeviation,
    ReopenCase,
    RequestDocumentation,
    TakeCase,
    TickDocumented,
    TickStep,
    UntickStep,
)
from kontaktpunkt.domain.decide.ground import Decision, Ground, Happening, Rules, refuse
from kontaktpunkt.domain.events.care_request import CareRequestDelivered
from kontaktpunkt.domain.events.case import (
    CallLogged,
    CareRequestSent,
    CaseClosed,
    CaseHandedOver,
    CaseReopened,
    CaseTaken,
    DeviationNoted,
    DocumentationDue,
    Documented,
    NoteAdded,
    StepDone,
    StepUndone,
)
from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.domain.ledger.subjects import care_request_subject, case_subject
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.states import CaseState, StepState
from kontaktpunkt.domain.times import Instant


def _on_case(ground: Ground, case: UUID, at: Instant | None, body: Body) -> Decision:
    state = ground.case(case)
    if isinstance(state, Refused):
        return state
    return ground.happen(case_subject(case), at, body)


def take(ground: Ground, wish: TakeCase) -> Decision:
    """Become responsible for a case that nobody, or somebody else, answers for."""
    state = ground.case(wish.case)
    if isinstance(state, Refused):
        return state
    if ground.me is None:
        return refuse(RefusalReason.NO_RECEIVER)
    if state.responsible == ground.me:
        return refuse(RefusalReason.ALREADY_TAKEN, str(ground.me))
    return _on_case(ground, wish.case, None, CaseTaken(staff=ground.me))


def hand_over(ground: Ground, wish: HandOverCase) -> Decision:
    """Hand a case over to somebody."""
    to = ground.receiver(wish.to)
    if isinstance(to, Refused):
        return to
    return _on_case(ground, wish.case, None, CaseHandedOver(to=to))


def log_call(ground: Ground, wish: LogCall) -> Decision:
    """Note a call: whom, and whether there was an answer."""
    if not wish.counterpart.strip() and not wish.phone.strip() and not wish.text.strip():
        return refuse(RefusalReason.EMPTY_TEXT)
    body = CallLogged(
        direction=wish.direction,
        counterpart=wish.counterpart.strip(),
        phone=wish.phone.strip(),
        answered=wish.answered,
        read_back=wish.read_back,
        text=wish.text.strip(),
    )
    return _on_case(ground, wish.case, wish.at, body)


def add_note(ground: Ground, wish: AddNote) -> Decision:
    """Add a working note."""
    if not wish.text.strip():
        return refuse(RefusalReason.EMPTY_TEXT)
    return _on_case(ground, wish.case, wish.at, NoteAdded(text=wish.text.strip()))


def note_deviation(ground: Ground, wish: NoteDeviation) -> Decision:
    """Note a deviation: which agreement was not kept, in words if need be."""
    if not wish.code and not wish.text.strip():
        return refuse(RefusalReason.EMPTY_TEXT)
    body = DeviationNoted(code=wish.code, text=wish.text.strip())
    return _on_case(ground, wish.case, wish.at, body)


def tick_step(ground: Ground, wish: TickStep) -> Decision:
    """Tick a step that the profile knows; on somebody's word when a name is given.

    A step that is done already keeps the name of the one who did it: it is unticked first.
    """
    if wish.step not in ground.steps:
        return refuse(RefusalReason.UNKNOWN_STEP, wish.step)
    state = ground.case(wish.case)
    if isinstance(state, CaseState) and (done := _ticked(state, wish.step)):
        return refuse(RefusalReason.STEP_DONE, str(done.by))
    body = StepDone(step=wish.step, on_word=wish.on_word)
    return _on_case(ground, wish.case, wish.at, body)


def untick_step(ground: Ground, wish: UntickStep) -> Decision:
    """Take a tick away; who ticked and who took it away stays readable."""
    state = ground.case(wish.case)
    if isinstance(state, Refused):
        return state
    if _ticked(state, wish.step) is None:
        return refuse(RefusalReason.NOT_DONE)
    return _on_case(ground, wish.case, None, StepUndone(step=wish.step))


def _ticked(state: CaseState, key: str) -> StepState | None:
    return next((step for step in state.steps if step.step == key and step.done), None)


def request_documentation(ground: Ground, wish: RequestDocumentation) -> Decision:
    """Put a text on the list of what is to be documented in the region's system."""
    if not wish.text.strip():
        return refuse(RefusalReason.EMPTY_TEXT)
    body = DocumentationDue(item=wish.item, system=wish.system, text=wish.text.strip())
    return _on_case(ground, wish.case, None, body)


def tick_documented(ground: Ground, wish: TickDocumented) -> Decision:
    """Note that an item has been documented, once."""
    state = ground.case(wish.case)
    if isinstance(state, Refused):
        return state
    moment = ground.moment(wish.at)
    if isinstance(moment, Refused):
        return moment
    items = [item for item in state.documentation if item.item == wish.item]
    if not items:
        return refuse(RefusalReason.NOT_FOUND)
    if items[0].documented_at is not None:
        return refuse(RefusalReason.ALREADY_DOCUMENTED)
    if state.person is not None and any(gone.item == wish.item for gone in state.departures):
        return _delivered(wish.request or state.person, wish, moment)
    body = Documented(item=wish.item, documented_at=moment)
    return (Happening(case_subject(wish.case), body, moment),)


def _delivered(person: UUID, wish: TickDocumented, moment: Instant) -> Decision:
    """Say that the care request is sent: the text that was ticked is one."""
    sent = CareRequestSent(message=wish.item, item=wish.item, sent_at=moment)
    delivered = CareRequestDelivered(item=wish.item, sent_at=moment)
    return (
        Happening(case_subject(wish.case), sent, moment),
        Happening(care_request_subject(person), delivered, moment),
    )


def close(ground: Ground, wish: CloseCase) -> Decision:
    """Close an open case."""
    state = ground.case(wish.case)
    if isinstance(state, Refused):
        return state
    if state.closed_at is not None:
        return refuse(RefusalReason.ALREADY_DONE)
    if state.short_term.waiting_decision is not None:
        return refuse(RefusalReason.DECISION_WAITS)
    if any(one.stands for one in state.plan_meetings):
        return refuse(RefusalReason.PLAN_STANDS)
    return _on_case(ground, wish.case, None, CaseClosed(note=wish.note))


def reopen(ground: Ground, wish: ReopenCase) -> Decision:
    """Open a closed case again."""
    state = ground.case(wish.case)
    if isinstance(state, Refused):
        return state
    if state.closed_at is None:
        return refuse(RefusalReason.NOT_DONE)
    return _on_case(ground, wish.case, None, CaseReopened())


RULES: Final[Rules] = {
    TakeCase: take,
    HandOverCase: hand_over,
    LogCall: log_call,
    AddNote: add_note,
    NoteDeviation: note_deviation,
    TickStep: tick_step,
    UntickStep: untick_step,
    RequestDocumentation: request_documentation,
    TickDocumented: tick_documented,
    CloseCase: close,
    ReopenCase: reopen,
}
"""The rule of each wish about this."""
