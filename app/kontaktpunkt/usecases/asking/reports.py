"""What screens ask of reports, questions to the process leaders, and the region's figures."""

from typing import Protocol
from uuid import UUID

from kontaktpunkt.domain.paper.printout import ListDocument
from kontaktpunkt.usecases.answers import PaperPreview
from kontaktpunkt.usecases.figures.report_rows import QuestionRow, RegionPage, ReportRow


class Reports(Protocol):
    """What screens ask of reports, questions to the process leaders, and the region's figures."""

    def new_report(self) -> UUID:
        """Give the id of a report or question that is about to be written."""
        ...

    def reports(self) -> tuple[ReportRow, ...]:
        """Give the reports with their versions, the newest first."""
        ...

    def questions(self) -> tuple[QuestionRow, ...]:
        """Give the questions, those without answer first, then the newest."""
        ...

    def region_page(self) -> RegionPage:
        """Give the region's own figures beside ours, thirteen months back."""
        ...

    def figure_paper(self, document: ListDocument) -> PaperPreview:
        """Make a paper of figures or of a report, with our own foot."""
        ...
