"""A quiet line on a case or a card: who may be the same person, and the way to compare."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kontaktpunkt.domain.times import local_day
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.layouts import GAP, empty
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.joining.rows import JoiningOffer
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
        self.may_lift = False  # said of a case alone: the card has no room for the question
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
        if self.may_lift:
            self._add("Personen har skyddad identitet.", "Skyddet är hävt …", None)
        self.setVisible(bool(offers) or self.may_lift)

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
