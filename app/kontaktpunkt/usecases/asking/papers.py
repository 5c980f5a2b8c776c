"""What screens ask about paper."""

from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from kontaktpunkt.domain.paper.form import FormDefinition
from kontaktpunkt.domain.paper.form_folder import BrokenForm
from kontaktpunkt.domain.paper.printout import PageImage
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.usecases.answers import (
    IssuedPaper,
    PaperPreview,
)
from kontaktpunkt.usecases.outages.packet.rows import IssuedPacket
from kontaktpunkt.usecases.rows import (
    SheetRow,
)


class Papers(Protocol):
    """What screens ask about paper."""

    def forms(self) -> tuple[FormDefinition, ...]:
        """Give the forms that exist."""
        ...

    def broken_forms(self) -> tuple[BrokenForm, ...]:
        """Give the files among the forms that are left out, and why."""
        ...

    def preview(self, form: str, case: UUID | None) -> PaperPreview | Refused:
        """Show how a form would look, blank or for a case; takes no number."""
        ...

    def issue(
        self,
        form: str,
        case: UUID | None,
        *,
        saved: bool,
        purpose: str,
        outage: UUID | None = None,
    ) -> IssuedPaper | Refused:
        """Give a form its number, enter it in the register and make the paper.

        `outage` is the stop that it is given out in, which then answers for its number.
        """
        ...

    def issue_fillable(
        self, form: str, case: UUID | None, *, purpose: str, outage: UUID | None = None
    ) -> IssuedPaper | Refused:
        """Give a form its number as a copy to fill in on the screen: for saving, never to print."""
        ...

    def preview_many(self, form: str, cases: Sequence[UUID]) -> PaperPreview | Refused:
        """Show a form filled in for each of the cases, one after the other; takes no number."""
        ...

    def issue_many(
        self,
        form: str,
        cases: Sequence[UUID],
        *,
        saved: bool,
        purpose: str,
        outage: UUID | None = None,
    ) -> IssuedPacket | Refused:
        """Give a form out for each of the cases: all numbers in one act, or none.

        `outage` is the stop that they are given out in.
        """
        ...

    def paper_again(self, sheet: UUID) -> IssuedPaper | Refused:
        """Make a numbered paper again that never came out, with what is known now.

        It takes no new number; that it is out is noted by NoteSheetPrinted when it is.
        """
        ...

    def todays_list(self) -> PaperPreview:
        """Make today's list of people in hospital for printing (noted by `print_noted`)."""
        ...

    def print_noted(self, title: str, case: UUID | None, count: int) -> None:
        """Note in the access log that something was printed or saved."""
        ...

    def contingency_sheet(self) -> PaperPreview:
        """Make the sheet of Nödläge for the downtime binder; the passphrase is never on it."""
        ...

    def recovery_sheet(self) -> PaperPreview:
        """Make the recovery sheet of the store."""
        ...

    def sheets(self) -> tuple[SheetRow, ...]:
        """Give the register of numbered papers, newest first."""
        ...

    def page_sizes(self, pdf: bytes) -> Sequence[tuple[float, float]]:
        """Give the width and height of each page in inches."""
        ...

    def page_image(self, pdf: bytes, page: int, dpi: int) -> PageImage:
        """Draw one page, counted from 0, as a picture: a long paper is never drawn whole."""
        ...
