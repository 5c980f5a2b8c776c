"""Fold of what was done in a 23-timmars matter, as a part of its case."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from msgspec.structs import replace

from kontaktpunkt.domain.events.emergency import (
    CaseKindCorrected,
    EmergencyOutcome,
    EmergencyOutcomeNoted,
    PatientContacted,
)
from kontaktpunkt.domain.ledger.envelope import Envelope
from kontaktpunkt.domain.states.emergency import (
    EmergencyState,
    KindCorrection,
    NotedOutcome,
    PatientContact,
)


def _contacted(state: EmergencyState, envelope: Envelope, body: PatientContacted) -> EmergencyState:
    contact = PatientContact(
        at=envelope.at,
        by=envelope.by,
        answered=body.answered,
        way=body.way,
        counterpart=body.counterpart,
        phone=body.phone,
        text=body.text,
        on_word=body.on_word,
    )
    # By when it happened: a contact that is entered afterwards stands where it belongs.
    contacts = sorted((*state.contacts, contact), key=lambda one: one.at)
    return replace(state, contacts=tuple(contacts))


def _outcome(
    state: EmergencyState, envelope: Envelope, body: EmergencyOutcomeNoted
) -> EmergencyState:
    if body.outcome is EmergencyOutcome.STILL_THERE:
        return replace(state, outcome=None)
    noted = NotedOutcome(outcome=body.outcome, at=envelope.at, by=envelope.by, text=body.text)
    return replace(state, outcome=noted)


def _kind(state: EmergencyState, envelope: Envelope, body: CaseKindCorrected) -> EmergencyState:
    correction = KindCorrection(
        case_kind=body.case_kind,
        noted_at=envelope.noted_at,
        by=envelope.by,
        reason=body.reason,
    )
    return replace(state, correction=correction)


EMERGENCY_STEPS: Final[Mapping[type, Callable[[EmergencyState, Envelope, Any], EmergencyState]]] = {
    PatientContacted: _contacted,
    EmergencyOutcomeNoted: _outcome,
    CaseKindCorrected: _kind,
}
"""How each event about a 23-timmars matter changes what the case knows of it."""
