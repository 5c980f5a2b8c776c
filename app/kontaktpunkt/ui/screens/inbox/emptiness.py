"""What the inbox says when a view is empty: what it is, and what to do."""

from typing import Final

from kontaktpunkt.ui.widgets.empty import EmptyState
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.reconciling.rows import RoundStamp
from kontaktpunkt.usecases.rows import InboxCounts, InboxQuery, InboxView
from kontaktpunkt.wording.duty import look_words
from kontaktpunkt.wording.rounds import stamp_words

_TITLES: Final = {
    InboxView.UNTAKEN: "Inga ej tagna meddelanden",
    InboxView.MINE: "Du har inget öppet meddelande",
    InboxView.MY_UNIT: "Inget öppet för din enhet",
    InboxView.ALL_OPEN: "Inga öppna meddelanden",
    InboxView.WAITING: "Inget väntar på andra",
    InboxView.DONE_TODAY: "Inget är klart än i dag",
}
_TEXTS: Final = {
    InboxView.UNTAKEN: "Allt som har kommit har någon som äger det.",
    InboxView.MINE: "Ta ett meddelande under Ej tagna med tangenten T.",
    InboxView.MY_UNIT: "Här står det som lämnats till din enhet eller gäller någon hos er.",
    InboxView.ALL_OPEN: (
        "Släpp en fil på fönstret, eller skriv in ett meddelande med Ctrl+N. Bevakas en mapp "
        "(Inställningar, Meddelanden in) kommer det som läggs där hit av sig självt."
    ),
    InboxView.WAITING: "Hit kommer det som lagts undan tills svar kommer (Senare, tangenten S).",
    InboxView.DONE_TODAY: "Det som klarmarkeras med X står här i dag och kan öppnas igen.",
}


class Emptiness(EmptyState):
    """Says why the list is empty."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.theme, "inbox")
        self._workplace = workplace
        self._said = ("", "", "")
        self._told: tuple[InboxQuery, InboxCounts | None] | None = None
        workplace.watching.told.connect(self._tell_again)

    def tell(self, query: InboxQuery, counts: InboxCounts | None) -> None:
        """Say what is empty and what to do about it."""
        self._told = (query, counts)
        if query.text:
            self.say(
                f"Inget i listan stämmer med ”{query.text}”",
                "Filtret söker på namn, nummer, avdelning, enhet och telefon.",
                "Töm filtret",
            )
            return
        others = counts.by_view.get(InboxView.ALL_OPEN, 0) if counts is not None else 0
        way_out = f"Visa alla öppna ({others})" if others else ""
        if query.view is InboxView.ALL_OPEN:
            way_out = ""
        self._said = (_TITLES[query.view] + self._watched(), _TEXTS[query.view], way_out)
        self.say(*self._said)
        desk = self._workplace.desk
        self._workplace.clerk.ask(desk.last_reconciled, self._show_stamp, key="inbox stamp")

    def _tell_again(self) -> None:
        """Say who has looked by now."""
        if self._told is not None and self.isVisible():
            self.tell(*self._told)

    def _watched(self) -> str:
        """Say who looked last in the region's inbox: an empty list is only as true as that."""
        page = self._workplace.watching.page
        if page is None or page.last is None:
            return ""
        return f". {look_words(page.last, page.system, self._workplace.now())}."

    def _show_stamp(self, stamp: RoundStamp | None) -> None:
        """Say when our list was last compared: an empty list is no proof that nothing came."""
        title, text, way_out = self._said
        if self.title.text() == title:
            last = stamp_words(stamp, self._workplace.now()) if stamp is not None else ""
            self.say(title, f"{text}\n\n{last}." if last else text, way_out)
