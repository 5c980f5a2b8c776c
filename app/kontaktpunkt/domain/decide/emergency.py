"""Rules for what may be done in a 23-timmars matter."""

from typing import Final
from uuid import UUID

from kontaktpunkt.domain.commands.emergency import (
    CorrectCaseKind,
    NoteEmergencyOutcome,
    NotePatientContact,
)
from kontaktpunkt.domain.decide.ground import Decision, Ground, Rules, refuse
from kontaktpunkt.domain.emergency import is_emergency, outcome_of
from kontaktpunkt.domain.events.case import CaseClosed, CaseReopened
from kontaktpunkt.domain.events.emergency import (
    CaseKindCorrected,
    EmergencyOutcome,
    EmergencyOutcomeNoted,
    PatientContacted,
)
from kontaktpunkt.domain.ledger.subjects import case_subject
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.states import CaseState
from kontaktpunkt.domain.stay import current, kind_of_case

_LEFT: Final = (EmergencyOutcome.HOME, EmergencyOutcome.SHORT_TERM, EmergencyOutcome.DIED)
"""Outcomes after which nobody waits in the emergency ward; who was admitted waits for a notice."""


def note_contact(ground: Ground, wish: NotePatientContact) -> Decision:
    """Note that the caseworker reached the person, or tried to."""
    state = _emergency(ground, wish.case)
    if isinstance(state, Refused):
        return state
    body = PatientContacted(
        answered=wish.answered,
        way=wish.way,
        counterpart=wish.counterpart.strip(),
        phone=wish.phone.strip(),
        text=wish.text.strip(),
        on_word=wish.on_word,
    )
    return ground.happen(case_subject(wish.case), wish.at, body)


def note_outcome(ground: Ground, wish: NoteEmergencyOutcome) -> Decision:
    """Note where the person went, which closes the case unless she was admitted.

    Who turns out to be there still is on everybody's list again.
    """
    state = _emergency(ground, wish.case)
    if isinstance(state, Refused):
        return state
    noted = outcome_of(state, current(state))
    if wish.outcome is EmergencyOutcome.STILL_THERE and noted is None:
        return refuse(RefusalReason.NOT_DONE)
    if noted is not None and noted.outcome is wish.outcome:
        return refuse(RefusalReason.ALREADY_DONE, str(noted.by))
    case, is_open = case_subject(wish.case), state.closed_at is None
    body = EmergencyOutcomeNoted(outcome=wish.outcome, text=wish.text.strip())
    if wish.outcome in _LEFT and is_open:
        return ground.happen(case, wish.at, body, CaseClosed())
    if wish.outcome not in _LEFT and not is_open:
        return ground.happen(case, wish.at, body, CaseReopened())
    return ground.happen(case, wish.at, body)


def correct_kind(ground: Ground, wish: CorrectCaseKind) -> Decision:
    """Say what kind of case it is; where the hospital has told of an admission, that stands."""
    state = ground.case(wish.case)
    if isinstance(state, Refused):
        return state
    if not wish.reason.strip():
        return refuse(RefusalReason.EMPTY_TEXT)
    stay = current(state)
    if kind_of_case(state, stay) is wish.case_kind:
        return refuse(RefusalReason.SAME_KIND)
    if stay.admission_message is not None or stay.ready_message is not None:
        return refuse(RefusalReason.ADMISSION_STANDS)
    body = CaseKindCorrected(case_kind=wish.case_kind, reason=wish.reason.strip())
    return ground.happen(case_subject(wish.case), None, body)


def _emergency(ground: Ground, case: UUID) -> CaseState | Refused:
    """Give the case, if it is a 23-timmars matter."""
    state = ground.case(case)
    if isinstance(state, Refused):
        return state
    if not is_emergency(state, current(state)):
        return refuse(RefusalReason.NOT_EMERGENCY)
    return state


RULES: Final[Rules] = {
    NotePatientContact: note_contact,
    NoteEmergencyOutcome: note_outcome,
    CorrectCaseKind: correct_kind,
}
"""The rule of each wish about this."""
