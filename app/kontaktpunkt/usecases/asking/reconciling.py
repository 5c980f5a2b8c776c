"""What screens ask when our list is held against the region's system."""

from typing import Protocol
from uuid import UUID

from kontaktpunkt.domain.events.reconciliation import FindingDecision
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.usecases.answers import (
    Done,
)
from kontaktpunkt.usecases.reconciling.rows import RoundPage, RoundStamp


class Reconciling(Protocol):
    """What screens ask when our list is held against the region's system."""

    def compare_overview(self, data: bytes, system: str) -> RoundPage | Refused:
        """Compare a whole overview with our list: begins a round, noted in the access log."""
        ...

    def round_page(self, one_round: UUID) -> RoundPage | None:
        """Give a round as it stands now."""
        ...

    def open_round(self) -> RoundPage | None:
        """Give the round that is going on; noted in the access log."""
        ...

    def settle_findings(
        self, one_round: UUID, findings: tuple[int, ...], decision: FindingDecision
    ) -> Done | Refused:
        """Settle findings in one way; the last one signs the round in the same act."""
        ...

    def sign_round(self, one_round: UUID) -> Done | Refused:
        """Sign a round whose last findings our own list answers by now."""
        ...

    def last_reconciled(self) -> RoundStamp | None:
        """Say when our list was last reconciled, by whom and with what outcome."""
        ...
