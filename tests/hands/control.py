"""An invoice control at a desk in memory: lists are read for real, own cases are given."""
# ruff: noqa: D102 – each method is told by the Desk protocol

from datetime import date

from kontaktpunkt.bootstrap.shelf import DataShelf
from kontaktpunkt.domain.paper.printout import ListDocument
from kontaktpunkt.domain.payment import PaidStay
from kontaktpunkt.domain.profile import ProfileChoice
from kontaktpunkt.usecases.answers import PaperPreview
from kontaktpunkt.usecases.invoice_control import ControlPage, ControlWish, page_of
from kontaktpunkt.usecases.stay_list import StayList, read_list


class ControlInMemory:
    """Answers as the real desk does, from what a test has put here."""

    own_stays: tuple[PaidStay, ...] = ()
    own_profile = "skane"
    today = date(2026, 3, 24)

    def profile_choices(self) -> tuple[ProfileChoice, ...]:
        return DataShelf().profiles()

    def control(self, wish: ControlWish) -> ControlPage:
        profile = DataShelf().profile(wish.profile or self.own_profile)
        read = StayList(self.own_stays) if wish.data is None else read_list(wish.data)
        return page_of(wish, profile, read.stays, read.faults, self.today)

    def control_paper(self, document: ListDocument) -> PaperPreview:
        return PaperPreview(pdf=b"%PDF-" + document.title.encode(), protected=False, title="")
