"""What a round is after all its events."""

from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.events.reconciliation import (
    Finding,
    FindingDecision,
    OverviewCompared,
    SourceReconciled,
)
from kontaktpunkt.domain.times import Instant


class Settlement(Struct, frozen=True):
    """How one finding of a round was settled, when and by whom; the messages made of it."""

    finding: int
    decision: FindingDecision
    at: Instant
    by: UUID | None
    messages: tuple[UUID, ...] = ()


class RoundState(Struct, frozen=True, kw_only=True):
    """A round of our list against the region's system: found, settled, signed.

    `voided`: the comparison was taken back; it stays readable and is not gone on with.
    """

    compared: OverviewCompared | None = None
    compared_at: Instant = Instant(0)
    compared_by: UUID | None = None
    settled: tuple[Settlement, ...] = ()
    reconciled: SourceReconciled | None = None
    reconciled_at: Instant = Instant(0)
    reconciled_by: UUID | None = None
    voided: bool = False
    frozen: bool = False

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Give what was found."""
        return self.compared.findings if self.compared else ()

    @property
    def open_findings(self) -> frozenset[int]:
        """Give the findings (by number) that nobody has settled."""
        settled = {settlement.finding for settlement in self.settled}
        return frozenset(finding.no for finding in self.findings if finding.no not in settled)
