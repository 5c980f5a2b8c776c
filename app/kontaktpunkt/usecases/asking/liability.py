"""What the screen asks when an invoice is held against our own evidence (fakturakontroll)."""

from typing import Protocol

from kontaktpunkt.domain.paper.printout import ListDocument
from kontaktpunkt.domain.profile import ProfileChoice
from kontaktpunkt.usecases.answers import PaperPreview
from kontaktpunkt.usecases.invoice_control import ControlPage, ControlWish


class InvoiceControl(Protocol):
    """What the screen asks when an invoice is held against our own evidence."""

    def profile_choices(self) -> tuple[ProfileChoice, ...]:
        """Give the shipped rule profiles, the law first."""
        ...

    def control(self, wish: ControlWish) -> ControlPage:
        """Work a list or our own cases out; own cases are noted in the access log as a list."""
        ...

    def control_paper(self, document: ListDocument) -> PaperPreview:
        """Make a paper of what was worked out, with our own foot; noted by `print_noted`."""
        ...
