"""What screens ask of the work in a stop: its clock, whom to tell, the round, what is next."""

from typing import Protocol
from uuid import UUID

from kontaktpunkt.usecases.outages.work import OutageWatch, OutageWork


class OutageWorks(Protocol):
    """What screens ask of the work in a stop (driftstopp)."""

    def outage_work(self, outage: UUID) -> OutageWork | None:
        """Give a stop with everything that is done in it; noted as a list in the access log."""
        ...

    def outage_watches(self) -> tuple[OutageWatch, ...]:
        """Give what every screen tells of the stops that are open, the oldest first."""
        ...
