"""What a unit or contact of the register is after all its events."""

from datetime import date

from msgspec import Struct

from kontaktpunkt.domain.contacts.shapes import (
    CallTestOutcome,
    ContactFacts,
    UnitFacts,
    Upkeep,
)
from kontaktpunkt.domain.times import Instant


class CallTest(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The last time that a number was rung to see that it holds."""

    on: date
    outcome: CallTestOutcome
    note: str = ""


class ContactState(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A line of the register: a unit, or somebody to ring.

    `voided`: all that said what it is was taken back. `tested` is the last test call to the number
    that stands there now; another number has not been rung.
    """

    unit: UnitFacts | None = None
    contact: ContactFacts | None = None
    upkeep: Upkeep = Upkeep()
    tested: CallTest | None = None
    retired: bool = False
    retired_reason: str = ""
    listed_at: Instant = Instant(0)
    frozen: bool = False

    @property
    def voided(self) -> bool:
        """Say whether nothing tells any more what it is."""
        return self.unit is None and self.contact is None

    @property
    def phones(self) -> tuple[str, ...]:
        """Give the numbers of the unit or contact."""
        facts = self.unit or self.contact
        return facts.phones if facts is not None else ()

    @property
    def name(self) -> str:
        """Give the name of the unit or contact."""
        facts = self.unit or self.contact
        return facts.name if facts is not None else ""
