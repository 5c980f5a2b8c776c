"""What a stop (driftstopp) is after all its events."""

from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.events.outage import (
    OutageCallMade,
    OutageDescribed,
    OutageFaultReported,
    OutageReconciled,
    OutageTold,
)
from kontaktpunkt.domain.times import Instant


class GivenSheet(Struct, frozen=True):
    """A numbered paper that the stop answers for."""

    sheet: UUID
    number: str


class ToldNote(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Somebody who was told: whom, when, by whom."""

    said: OutageTold
    at: Instant
    by: UUID | None = None


class CallNote(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A call of the round: where, what it gave, when, by whom."""

    said: OutageCallMade
    at: Instant
    by: UUID | None = None


class FaultNote(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A report of the fault: its number, the next word due, when, by whom."""

    said: OutageFaultReported
    at: Instant
    by: UUID | None = None


class OutageSign(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A turn of a stop that somebody answers for: when, by whom, with which words."""

    at: Instant
    by: UUID | None = None
    note: str = ""


class OutageState(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A stop: what is known, who was told, what was rung, its numbers, and how far it has come.

    `answered` is how many numbers its end was signed for.
    """

    facts: OutageDescribed | None = None
    exercise: bool = False
    scenario: str = ""
    declared: OutageSign | None = None
    withdrawn: OutageSign | None = None
    told: tuple[ToldNote, ...] = ()
    calls: tuple[CallNote, ...] = ()
    faults: tuple[FaultNote, ...] = ()
    sheets: tuple[GivenSheet, ...] = ()
    over: OutageSign | None = None
    reconciled: OutageSign | None = None
    reconciliation: OutageReconciled | None = None
    closed: OutageSign | None = None
    answered: int = 0
    frozen: bool = False

    @property
    def unheard(self) -> int:
        """Count the numbers that who ended it had not heard of: another desk gave them out."""
        ended = self.closed is not None or self.withdrawn is not None
        return max(len(self.sheets) - self.answered, 0) if ended else 0

    @property
    def has_ended(self) -> bool:
        """Say whether it is closed, or was none, with every number that it answers for."""
        ended = self.closed is not None or self.withdrawn is not None
        return ended and not self.unheard

    @property
    def is_open(self) -> bool:
        """Say whether there is still something to do: it goes on, or is being documented."""
        return self.declared is not None and not self.has_ended

    @property
    def goes_on(self) -> bool:
        """Say whether the system is still down."""
        return self.is_open and self.over is None
