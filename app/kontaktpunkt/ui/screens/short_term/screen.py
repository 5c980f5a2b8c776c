"""Korttid: the board of places at the left, who waits at the right, and the panels below it."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QVBoxLayout,
)

from kontaktpunkt.domain.commands import (
    EndReservation,
    OccupyPlace,
    PutPlaceInUse,
    RetirePlace,
    WithdrawShortTerm,
)
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.screen import Screen
from kontaktpunkt.ui.screens.short_term.acts import ShortTermActs
from kontaktpunkt.ui.screens.short_term.models import Waiting
from kontaktpunkt.ui.screens.short_term.paper import short_term_document
from kontaktpunkt.ui.screens.short_term.statement import Kind
from kontaktpunkt.ui.screens.short_term.view import ShortTermView
from kontaktpunkt.ui.widgets.layouts import GAP
from kontaktpunkt.ui.widgets.rows_table import chosen_row, on_row
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import Changed
from kontaktpunkt.usecases.short_term.rows import (
    ForWhom,
    PlaceCard,
    PlaceRow,
    QueueRow,
    ShortTermCase,
    ShortTermPage,
    ShortTermPaper,
)
from kontaktpunkt.wording.names import person_name

_NIL = UUID(int=0)
_LEAST = 170


class ShortTermScreen(Screen):
    """Which places there are, who has and who waits for one; the guided decision of the weekend."""

    key = "short_term"
    title = "Korttid"
    icon = "bed"

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._page: ShortTermPage | None = None
        self._shown: UUID | None = None
        self.view = ShortTermView(workplace)
        self.table, self.model = self.view.table, self.view.model
        self.waiting, self.waiting_model = self.view.waiting, self.view.waiting_model
        self.panels, self.pages = self.view.panels, self.view.pages
        self.acts_bar = ShortTermActs(self, self.table, self.waiting)
        self._wire()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(GAP * 2, GAP, GAP * 2, GAP)
        rows.addWidget(self.view)
        self.view.lay_out(self.acts_bar)

    # --- what the frame calls
    def begin(self) -> None:
        """Fetch the page."""
        desk = self.workplace.desk
        self.workplace.clerk.ask(desk.short_term, self._show, key="short term")

    def refresh(self, changed: Changed) -> None:
        """Fetch anew when a place, a case or a person has changed."""
        if changed.everything or changed.places or changed.cases or changed.persons:
            self.begin()

    def tick(self, now: Instant) -> None:
        """Say times anew: a decision may have run out."""
        del now
        if self._page is not None and self.isVisible():
            self.begin()

    def focus(self) -> None:
        """Begin on the board."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is typed when the screen is left."""
        self.panels.flush()
        super().hideEvent(event)

    def open_for_case(self, case: UUID | None, what: str) -> None:
        """Open a panel for a case that was chosen elsewhere: decide, apply or arrive.

        Without a case the decision or the application asks for a number.
        """
        desk = self.workplace.desk
        if case is None:
            opening = self._apply if what == "apply" else self._grant_anybody
            self.workplace.clerk.ask(desk.short_term, partial(self._show_and, opening))
            return
        self.workplace.clerk.ask(
            lambda: (desk.short_term(), desk.short_term_case(case)),
            lambda found: self._open_found(case, what, *found),
        )

    def _show_and(self, opening: Callable[[], None], page: ShortTermPage) -> None:
        self._show(page)
        opening()

    # --- showing
    def _open_found(
        self, case: UUID, what: str, page: ShortTermPage, said: ShortTermCase | None
    ) -> None:
        self._show(page)
        self.panels.open_for_case(case, what, page, said)

    def _show(self, page: ShortTermPage) -> None:
        self._page = page
        self.view.show_page(page, self.workplace.now(), self._shown)
        self.pages.setCurrentIndex(0 if self._has_something(page) else 1)
        self._follow_waiting()
        self._chosen(chosen_row(self.table))

    def _has_something(self, page: ShortTermPage) -> bool:
        return bool(page.places or page.queue or page.decisions) or self.panels.is_open

    def _chosen(self, row: int) -> None:
        place = self.model.place(row)
        self.acts_bar.follow_place(place)
        self._shown = place.place if place is not None else None
        if place is None:
            self.view.details.hide()
            return
        desk = self.workplace.desk
        self.workplace.clerk.ask(
            lambda: desk.short_term_place(place.place), self._show_card, key="short term place"
        )

    def _show_card(self, card: PlaceCard | None) -> None:
        if card is None or card.row.place == self._shown:
            self.view.details.show_card(card, self.workplace.now())

    def _follow_waiting(self) -> None:
        self.acts_bar.follow_waiting(self.chosen_waiting())

    def chosen_waiting(self) -> Waiting | None:
        """Give who is chosen among those who wait."""
        return self.waiting_model.waiting(self.waiting.currentIndex().row())

    def chosen_place(self) -> PlaceRow | None:
        """Give the chosen place."""
        return self.model.place(chosen_row(self.table))

    # --- acts
    def say(self, kind: Kind) -> None:
        """Begin to say something of the chosen place; who is chosen in the queue comes along."""
        row, line = self.chosen_place(), self.chosen_waiting()
        if row is None:
            return
        named = line if isinstance(line, QueueRow) and kind in (Kind.PLACE, Kind.HOLD) else None
        whom = ForWhom(case=named.case) if named is not None else ForWhom()
        who = person_name(named.name, masked=named.masked) if named is not None else ""
        self.panels.say(kind, row, whom, who)

    def drop(self, case: UUID, row: PlaceRow) -> None:
        """Place whom somebody dragged here, at once; Ångra takes it back."""
        desk = self.workplace.desk
        draft = OccupyPlace(place=row.place, stay=_NIL)
        self._shown = row.place
        self.workplace.settle(
            lambda: desk.place_person(ForWhom(case=case), draft),
            told=f"Placerad på {row.facts.name}. Till när sägs med T",
        )

    def grant(self) -> None:
        """Begin a decision for who is chosen in the queue, else for a number."""
        line = self.chosen_waiting()
        if self._page is None:
            return
        if isinstance(line, QueueRow) and self.waiting.hasFocus():
            self.open_for_case(line.case, "decide")
        else:
            self._grant_anybody()

    def _grant_anybody(self) -> None:
        if self._page is not None:
            self.pages.setCurrentIndex(0)
            self.panels.grant_anybody(self._page)

    def answer(self) -> None:
        """Open what is to be done for who is chosen."""
        line = self.chosen_waiting()
        if line is not None:
            self.panels.answer(line)

    def _release(self) -> None:
        row = self.chosen_place()
        if row is not None and row.held_for:
            wish = EndReservation(place=row.place, reservation=row.held_for[0].reservation)
            self.workplace.do(wish, told=f"{row.facts.name} hålls inte längre")

    def _put_in_use(self) -> None:
        row = self.chosen_place()
        if row is not None:
            told = f"{row.facts.name} är i bruk igen"
            self.workplace.do(PutPlaceInUse(place=row.place), told=told)

    def _retire(self) -> None:
        row = self.chosen_place()
        if row is not None:
            told = f"{row.facts.name} är borttagen från tavlan"
            self.workplace.do(RetirePlace(place=row.place), told=told)

    def _withdraw(self) -> None:
        line = self.chosen_waiting()
        if isinstance(line, QueueRow):
            self.workplace.do(WithdrawShortTerm(case=line.case), told="Står inte längre i kön")

    def _arrive(self) -> None:
        line = self.chosen_waiting()
        if line is not None:
            self.open_for_case(line.case, "arrive")

    def _open_her_case(self) -> None:
        row = self.chosen_place()
        cases = [one.case for one in row.holders if one.case is not None] if row is not None else []
        if cases:
            self.workplace.case_wanted.emit(cases[0])

    def _open_waiting_case(self) -> None:
        line = self.chosen_waiting()
        if line is not None:
            self.workplace.case_wanted.emit(line.case)

    def _print(self, paper: ShortTermPaper) -> None:
        line = self.chosen_waiting() if paper is ShortTermPaper.DECISION else None
        case = line.case if line is not None else None
        self.workplace.document_wanted.emit(short_term_document(paper, case))

    def _edit(self, *, new: bool) -> None:
        self.pages.setCurrentIndex(0)
        self.panels.edit(None if new else self.chosen_place())

    def _apply(self) -> None:
        self.pages.setCurrentIndex(0)
        self.panels.apply()

    def _closed(self) -> None:
        if self._page is not None:
            self.pages.setCurrentIndex(0 if self._has_something(self._page) else 1)
        self.focus()

    # --- making
    def _wire(self) -> None:
        bar = self.acts_bar
        bar.does(
            (
                *((act, partial(self.say, kind)) for kind, act in bar.says.items()),
                (bar.grant, self.grant),
                (bar.apply, self._apply),
                (bar.new, partial(self._edit, new=True)),
                (bar.edit, partial(self._edit, new=False)),
                (bar.release, self._release),
                (bar.in_use, self._put_in_use),
                (bar.retire, self._retire),
                (bar.answer, self.answer),
                (bar.place, partial(self.say, Kind.PLACE)),
                (bar.arrive, self._arrive),
                (bar.withdraw, self._withdraw),
                (bar.case_here, self._open_her_case),
                (bar.case_there, self._open_waiting_case),
                (bar.print, partial(self._print, ShortTermPaper.FREE)),
                (bar.print_board, partial(self._print, ShortTermPaper.BOARD)),
                (bar.print_queue, partial(self._print, ShortTermPaper.QUEUE)),
                (bar.print_blank, partial(self._print, ShortTermPaper.BLANK)),
                (bar.print_decision, partial(self._print, ShortTermPaper.DECISION)),
                (bar.leave, self.panels.close_all),
            )
        )
        on_row(self.table, self._chosen)
        self.table.activated.connect(self._open_her_case)
        self.model.dropped.connect(self.drop)
        self.waiting.activated.connect(self.answer)
        self.waiting.selectionModel().currentChanged.connect(self._follow_waiting)
        self.panels.closed.connect(self._closed)
        self.workplace.user_changed.connect(self.begin)
