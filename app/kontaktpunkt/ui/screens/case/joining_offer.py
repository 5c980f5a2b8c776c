"""A quiet line on a case: who may be the same person, and the way to compare."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kontaktpunkt.domain.person.facts import Protection
from kontaktpunkt.domain.times import local_day
from kontaktpunkt.ui.screens.case.panels.lift_protection import LiftProtectionPanel
from kontaktpunkt.ui.screens.joining.panel import JoiningPanel
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.layouts import GAP, empty
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.joining_rows import JoiningOffer
from kontaktpunkt.usecases.rows import CasePage
from kontaktpunkt.wording.joining import offer_line


class JoiningOffers(QWidget):
    """Lists what is joined and what may be the same; hidden when there is nothing to say."""

    compare_wanted = Signal(object)  # JoiningOffer
    lift_wanted = Signal()  # the protection is said to have been lifted

    def __init__(self, workplace: Workplace, errand: str = "case.joining") -> None:
        super().__init__()
        self._workplace = workplace
        self._errand = errand
        self._case: UUID | None = None
        self._may_lift = False  # said of a case alone: the card has no room for the question
        self.offers: tuple[JoiningOffer, ...] = ()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(GAP // 2)
        self.hide()

    def ask_about(self, case: UUID | None) -> None:
        """Ask what may be the same as a case; None empties the list."""
        if case != self._case:
            self._case = case
            self._show(case, ())
        if case is None:
            return
        desk = self._workplace.desk
        self._workplace.clerk.ask(
            lambda: desk.joining_offers(case),
            lambda offers: self._show(case, offers),
            key=self._errand,
        )

    def _show(self, case: UUID | None, offers: tuple[JoiningOffer, ...]) -> None:
        if case != self._case:
            return
        self.offers = offers
        empty(self._rows)
        today = local_day(self._workplace.now())
        for offer in offers:
            said = offer_line(offer, today)
            self._add(said, "Visa" if offer.joined else "Jämför", offer)
        if self._may_lift:
            self._add("Personen har skyddad identitet.", "Skyddet är hävt …", None)
        self.setVisible(bool(offers) or self._may_lift)

    def _add(self, said: str, way: str, offer: JoiningOffer | None) -> None:
        line = QHBoxLayout()
        line.setSpacing(GAP)
        line.addWidget(Text(said, "soft"), 1)
        go = button(way, "link")
        go.setAccessibleName(f"{way}. {said}")
        if offer is None:
            go.clicked.connect(self.lift_wanted)
        else:
            go.clicked.connect(lambda _=False, one=offer: self.compare_wanted.emit(one))
        line.addWidget(go, 0, Qt.AlignmentFlag.AlignTop)
        self._rows.addLayout(line)


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
        self.compare_wanted.connect(self._compare)
        self.lift_wanted.connect(self._ask)
        self.comparison.toggled.connect(self.toggled)
        for panel in self.panels:
            panel.left.connect(self.left)

    def show_page(self, page: CasePage) -> None:
        """Ask what may be the same as the person and the stay of a case."""
        row = page.row
        self._page = page
        self._may_lift = row.protection is not Protection.NONE and not row.masked
        self.ask_about(row.case)

    def _compare(self, offer: JoiningOffer) -> None:
        self.lift.hide()
        self.comparison.open_for(offer)

    def _ask(self) -> None:
        if self._page is not None:
            self.comparison.hide()
            self.lift.open_for(self._page)
