"""What a case says of being met twice: offers, comparison, and a protection that was lifted."""

from PySide6.QtCore import Signal

from kontaktpunkt.domain.person.facts import Protection
from kontaktpunkt.ui.joining.offers import JoiningOffers
from kontaktpunkt.ui.joining.panel import JoiningPanel
from kontaktpunkt.ui.screens.case.panels.lift_protection import LiftProtectionPanel
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.joining.rows import JoiningOffer
from kontaktpunkt.usecases.rows import CasePage


class CaseJoining(JoiningOffers):
    """The offers on a case, with the comparison and the question that open below them."""

    toggled = Signal(bool)  # the comparison opened or closed
    left = Signal()  # whatever stood open is closed: the case has focus again

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._page: CasePage | None = None
        self.comparison = JoiningPanel(workplace)
        self.lift = LiftProtectionPanel(workplace)
        self.panels = (self.comparison, self.lift)
        self.compare_wanted.connect(self.compare)
        self.lift_wanted.connect(self._ask)
        self.comparison.toggled.connect(self.toggled)
        for panel in self.panels:
            panel.left.connect(self.left)

    def show_page(self, page: CasePage) -> None:
        """Ask what may be the same as the person and the stay of a case."""
        row = page.row
        self._page = page
        self.may_lift = row.protection is not Protection.NONE and not row.masked
        self.ask_about(row.case)

    def compare(self, offer: JoiningOffer) -> None:
        """Show both sides of an offer."""
        self.lift.hide()
        self.comparison.open_for(offer)

    def _ask(self) -> None:
        if self._page is not None:
            self.comparison.hide()
            self.lift.open_for(self._page)
