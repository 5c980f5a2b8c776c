"""What screens ask of stops (driftstopp)."""

from typing import Protocol
from uuid import UUID

from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.usecases.answers import IssuedPaper
from kontaktpunkt.usecases.outages.rows import OutagePage, OutageSheetLine, OutageStamp


class Outages(Protocol):
    """What screens ask of stops; declared, told, worked through and closed by commands."""

    def new_outage(self) -> UUID:
        """Give the id of a stop that is about to be declared."""
        ...

    def outages(self, *, only_open: bool = False) -> tuple[OutageStamp, ...]:
        """Give the stops, the newest first; all that go on or are being documented, or all."""
        ...

    def outage(self, outage: UUID) -> OutagePage | None:
        """Give a stop with its register; noted as a list in the access log."""
        ...

    def outage_sheet(self, outage: UUID, number: str) -> OutageSheetLine | None:
        """Find a number in a stop's register, as typed or scanned."""
        ...

    def issue_in_outage(
        self, outage: UUID, form: str, case: UUID | None, *, saved: bool
    ) -> IssuedPaper | Refused:
        """Give a form its number and make the paper, for a stop that answers for it."""
        ...
