"""What happens in the register of units and contacts."""

from datetime import date

from kontaktpunkt.domain.contacts.shapes import (
    CallTestOutcome,
    ContactFacts,
    UnitFacts,
    Upkeep,
)
from kontaktpunkt.domain.ledger.body import Body


class UnitListed(Body, frozen=True, kw_only=True):
    """A unit stands in the register so from now on."""

    facts: UnitFacts
    upkeep: Upkeep = Upkeep()


class ContactListed(Body, frozen=True, kw_only=True):
    """Somebody to ring stands in the register so from now on."""

    facts: ContactFacts
    upkeep: Upkeep = Upkeep()


class ContactVerified(Body, frozen=True, kw_only=True):
    """Somebody has checked that a line of the register holds: on which day, good until when."""

    on: date
    best_before: date | None = None


class ContactTestCalled(Body, frozen=True, kw_only=True):
    """Somebody has rung a number to see that it holds: on which day, and what came of it.

    An answer verifies the line; a wrong number marks it until it is written anew.
    """

    on: date
    outcome: CallTestOutcome
    note: str = ""


class ContactRetired(Body, frozen=True, kw_only=True):
    """A unit or contact is no longer to be rung; it stays readable."""

    reason: str = ""


class ContactReinstated(Body, frozen=True, kw_only=True):
    """A unit or contact that was retired is to be rung again."""
