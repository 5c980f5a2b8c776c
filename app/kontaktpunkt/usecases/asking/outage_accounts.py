"""What screens ask of stops afterwards: the protocol, and statistics over them."""

from typing import Protocol
from uuid import UUID

from kontaktpunkt.usecases.answers import PaperPreview
from kontaktpunkt.usecases.outages.statistics import OutageStatistics


class OutageAccounts(Protocol):
    """What screens ask of stops afterwards."""

    def outage_protocol(self, outage: UUID) -> PaperPreview | None:
        """Make the protocol of a stop, a draft until it is closed; it names no person."""
        ...

    def outage_statistics(self) -> OutageStatistics:
        """Give the statistics over all stops; exercises stand apart."""
        ...

    def outage_statistics_paper(self) -> PaperPreview:
        """Make the statistics as a list for paper."""
        ...
