"""Pages of a stop (driftstopp): frozen, ready to paint."""

from enum import StrEnum
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.events.office import SheetDirection
from kontaktpunkt.domain.events.outage import (
    OutageCallMade,
    OutageDescribed,
    OutageFaultReported,
    OutageTold,
)
from kontaktpunkt.domain.states import Balance, SheetStage
from kontaktpunkt.domain.times import Instant


class OutagePhase(StrEnum):
    """How far a stop has come."""

    GOES_ON = "goes_on"
    DOCUMENTING = "documenting"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


class OutageStamp(Struct, frozen=True, kw_only=True):
    """A stop in a list or a banner: what, since when, how far, and how many numbers are left."""

    outage: UUID
    facts: OutageDescribed
    phase: OutagePhase
    exercise: bool
    numbers: int
    left: int
    over_at: Instant | None = None
    closed_at: Instant | None = None

    def is_ahead(self, now: Instant, by: int = 0) -> bool:
        """Say whether a planned stop has not begun, and is more than so long (microseconds) off."""
        return self.facts.planned and self.facts.since > now + by


class OutageSigned(Struct, frozen=True, kw_only=True):
    """Who answers for a turn of the stop, and when."""

    at: Instant
    by_name: str = ""
    note: str = ""


class OutageEntry(Struct, frozen=True, kw_only=True):
    """Somebody told, a ward rung, or a fault reported: what, when, noted by whom."""

    said: OutageCallMade | OutageFaultReported | OutageTold
    at: Instant
    by_name: str = ""


class SheetStep(Struct, frozen=True, kw_only=True):
    """A step on a number's way: to which stage, when, by whom, with which words."""

    to: SheetStage
    at: Instant
    by_name: str = ""
    text: str = ""


class OutageSheetLine(Struct, frozen=True, kw_only=True):
    """One number of the register: whose, which way, in which stage since when, what may follow.

    `name` is empty for a blank paper and for whom the user may not see. `clashes` are stages that
    somebody meant it to have when it was already elsewhere; `without_effect` says who and when.
    `way` is every step that it has taken since it was given out.
    `is_entered`: what stands on it was entered here; `awaits_check`: somebody else is to check
    that before the number is settled. `not_understood` counts the fields kept as text only.
    `twins` counts the electronic messages that were found to be the same as the paper's.
    """

    sheet: UUID
    number: str
    form: str
    direction: SheetDirection
    stage: SheetStage
    given_at: Instant
    given_by_name: str = ""
    stage_at: Instant | None = None
    stage_by_name: str = ""
    text: str = ""
    case: UUID | None = None
    name: str = ""
    is_settled: bool = False
    signed_by_name: str = ""
    signed_reason: str = ""
    signed_at: Instant | None = None
    may_become: frozenset[SheetStage] = frozenset()
    clashes: tuple[SheetStage, ...] = ()
    way: tuple[SheetStep, ...] = ()
    without_effect: tuple[SheetStep, ...] = ()
    settled_at: Instant | None = None
    is_entered: bool = False
    awaits_check: bool = False
    not_understood: int = 0
    twins: int = 0


class OutagePage(Struct, frozen=True, kw_only=True):
    """A stop as it stands, with its register and whether that balances.

    `left` are the numbers that nobody accounts for yet. `unheard` counts those that another desk
    gave out while it was being closed: it is open again until it is closed with them too.
    """

    stamp: OutageStamp
    declared: OutageSigned
    told: tuple[OutageEntry, ...]
    calls: tuple[OutageEntry, ...]
    faults: tuple[OutageEntry, ...]
    lines: tuple[OutageSheetLine, ...]
    balance: Balance
    over: OutageSigned | None = None
    reconciled: OutageSigned | None = None
    source_round: UUID | None = None
    closed: OutageSigned | None = None
    withdrawn: OutageSigned | None = None
    unheard: int = 0
    can_close: bool = False

    @property
    def left(self) -> tuple[str, ...]:
        """Give the numbers that nobody accounts for yet."""
        return self.balance.unsettled
