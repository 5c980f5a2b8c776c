"""Wishes of staff, in the imperative: what somebody wants to be done, as frozen values."""

from kontaktpunkt.domain.commands.case import (
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
from kontaktpunkt.domain.commands.command import Command, TakeBack
from kontaktpunkt.domain.commands.contact import (
    ListContact,
    ListUnit,
    ReinstateContact,
    RetireContact,
    VerifyContact,
)
from kontaktpunkt.domain.commands.message import (
    AcknowledgeMessage,
    DeferMessage,
    DismissSetAside,
    FinishMessage,
    HandOverMessage,
    MarkMisdirected,
    MoveMessage,
    ReopenMessage,
    TakeMessage,
)
from kontaktpunkt.domain.commands.office import (
    AddStaff,
    ChangeSetting,
    IssueSheet,
    NoteRecoveryPrinted,
    VoidSheet,
)
from kontaktpunkt.domain.commands.person import CorrectNumber, DescribePerson, SetWithUs
from kontaktpunkt.domain.commands.reconciliation import CompareOverview, SettleFindings, SignRound

__all__ = [
    "AcknowledgeMessage",
    "AddNote",
    "AddStaff",
    "ChangeSetting",
    "CloseCase",
    "Command",
    "CompareOverview",
    "CorrectNumber",
    "DeferMessage",
    "DescribePerson",
    "DismissSetAside",
    "FinishMessage",
    "HandOverCase",
    "HandOverMessage",
    "IssueSheet",
    "ListContact",
    "ListUnit",
    "LogCall",
    "MarkMisdirected",
    "MoveMessage",
    "NoteDeviation",
    "NoteRecoveryPrinted",
    "ReinstateContact",
    "ReopenCase",
    "ReopenMessage",
    "RequestDocumentation",
    "RetireContact",
    "SetWithUs",
    "SettleFindings",
    "SignRound",
    "TakeBack",
    "TakeCase",
    "TakeMessage",
    "TickDocumented",
    "TickStep",
    "UntickStep",
    "VerifyContact",
    "VoidSheet",
]
