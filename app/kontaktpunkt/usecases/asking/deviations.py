"""What screens ask about reports of deviations (samverkansavvikelser)."""

from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from kontaktpunkt.domain.events.deviation import DeviationContent
from kontaktpunkt.domain.figures.spell import Period
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.usecases.answers import PaperPreview
from kontaktpunkt.usecases.deviations.rows import (
    DeviationCard,
    DeviationCounts,
    DeviationPage,
    DeviationRow,
    DeviationStanding,
    DeviationStart,
)
from kontaktpunkt.usecases.outages.packet.rows import IssuedPacket


class Deviations(Protocol):
    """What screens ask about reports of deviations."""

    def deviations(self) -> DeviationPage:
        """Give what waits and what was done lately; one access event with the count."""
        ...

    def deviation_standing(self) -> DeviationStanding:
        """Count what waits for us, and the answers that are late; nobody is named in it."""
        ...

    def deviation(self, report: UUID) -> DeviationCard | None:
        """Show one whole; noted in the access log where it is about somebody."""
        ...

    def new_deviation(self) -> UUID:
        """Give the id of a report that is about to be written."""
        ...

    def deviation_start(self, case: UUID | None, noted: UUID | None) -> DeviationStart | Refused:
        """Give what a new report begins with, from a case and what was noted in it, or without."""
        ...

    def deviation_telling(self, case: UUID | None, content: DeviationContent) -> tuple[str, ...]:
        """Name the texts in which the person stands though she has not agreed to it."""
        ...

    def deviation_paper(self, report: UUID) -> PaperPreview | Refused:
        """Show how the report's form looks; takes no number."""
        ...

    def issue_deviation(self, report: UUID, *, saved: bool) -> IssuedPacket | Refused:
        """Give the form its number, enter it in the register and tie it to the report."""
        ...

    def deviation_list(self) -> tuple[PaperPreview, int]:
        """Make the list for paper, and say how many stand on it; protected ones masked."""
        ...

    def deviation_counts(self, period: Period) -> DeviationCounts:
        """Count the reports of a period by point and counterpart; nobody is named in it."""
        ...

    def deviations_behind(self, reports: Sequence[UUID], shown: str) -> tuple[DeviationRow, ...]:
        """Give the reports behind a number; noted in the access log as a list named `shown`."""
        ...
