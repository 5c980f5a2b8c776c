"""What each kind of subject is after all its events: the states that decisions are made on."""

from kontaktpunkt.domain.states.care_request import (
    CareRequestCall,
    CareRequestState,
    DecisionState,
    Departure,
)
from kontaktpunkt.domain.states.case import CaseState, DocumentationItem, Fact, StepState
from kontaktpunkt.domain.states.contact import ContactState
from kontaktpunkt.domain.states.message import MessageStage, MessageState
from kontaktpunkt.domain.states.office import PolicyState, SheetState, StaffState
from kontaktpunkt.domain.states.person import PersonState
from kontaktpunkt.domain.states.reconciliation import RoundState, Settlement

__all__ = [
    "CareRequestCall",
    "CareRequestState",
    "CaseState",
    "ContactState",
    "DecisionState",
    "Departure",
    "DocumentationItem",
    "Fact",
    "MessageStage",
    "MessageState",
    "PersonState",
    "PolicyState",
    "RoundState",
    "Settlement",
    "SheetState",
    "StaffState",
    "State",
    "StepState",
]

State = (
    MessageState
    | CaseState
    | PersonState
    | StaffState
    | SheetState
    | RoundState
    | ContactState
    | CareRequestState
    | PolicyState
)
