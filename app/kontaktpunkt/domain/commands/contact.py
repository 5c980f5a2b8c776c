"""What staff may want for the register of units and contacts."""

from datetime import date
from uuid import UUID

from kontaktpunkt.domain.commands.command import Command
from kontaktpunkt.domain.contacts.shapes import (
    CallTestOutcome,
    ContactFacts,
    UnitFacts,
    Upkeep,
)


class ListUnit(Command, frozen=True, kw_only=True):
    """Let a unit stand in the register so; a retired one is in use again."""

    contact: UUID
    facts: UnitFacts
    upkeep: Upkeep = Upkeep()


class ListContact(Command, frozen=True, kw_only=True):
    """Let somebody to ring stand in the register so; a retired one is in use again."""

    contact: UUID
    facts: ContactFacts
    upkeep: Upkeep = Upkeep()


class VerifyContact(Command, frozen=True, kw_only=True):
    """Say that a line of the register has been checked and holds."""

    contact: UUID
    best_before: date | None = None


class NoteCallTest(Command, frozen=True, kw_only=True):
    """Say what came of ringing a line of the register to see that its number holds."""

    contact: UUID
    outcome: CallTestOutcome
    note: str = ""


class RetireContact(Command, frozen=True, kw_only=True):
    """Say that a unit or contact is no longer to be rung."""

    contact: UUID
    reason: str = ""


class ReinstateContact(Command, frozen=True, kw_only=True):
    """Say that a retired unit or contact is to be rung again."""

    contact: UUID
