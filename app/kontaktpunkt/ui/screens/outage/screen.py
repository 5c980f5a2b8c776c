"""Driftstopp: is something down, what is next, who knows, what is on paper, when is it over."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kontaktpunkt.domain.commands import ReconcileOutage
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.printing.document import outage_packet_document
from kontaktpunkt.ui.screen import Screen
from kontaktpunkt.ui.screens.outage.acts import (
    OutageActs,
    blanks_out,
    may_note_compared,
    needs_round,
)
from kontaktpunkt.ui.screens.outage.head import StopHead
from kontaktpunkt.ui.screens.outage.home import Home
from kontaktpunkt.ui.screens.outage.now import Now
from kontaktpunkt.ui.screens.outage.panel import OutagePanel
from kontaktpunkt.ui.screens.outage.practice import Practice
from kontaktpunkt.ui.screens.outage.protocol import protocol_of
from kontaktpunkt.ui.screens.outage.stops import OPEN, StopTabs, in_order
from kontaktpunkt.ui.sheets.panel import RegisterPanel
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.column import tab_in_reading_order
from kontaktpunkt.ui.widgets.layouts import GAP, Flow
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import Changed
from kontaktpunkt.usecases.outages.packet.rows import OutagePacketPlan
from kontaktpunkt.usecases.outages.rows import OutageStamp
from kontaktpunkt.usecases.outages.work import NextStep, OutageWork
from kontaktpunkt.wording.refusals import sentence


class OutageScreen(Screen):
    """At the top the stops that are open; below, one of them or the question if anything is down.

    `pages` holds the tabs of a stop (Nu, Blad …); others are added with `add_tab`.
    """

    key = "outage"
    title = "Driftstopp"
    icon = "outage"

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.stops: tuple[OutageStamp, ...] = ()
        self.chosen: UUID | None = None
        self.work: OutageWork | None = None
        self._asks_home = False
        self._fresh = True
        self.acts_of = OutageActs(self)
        acts = self.acts_of
        self.stop_tabs = StopTabs(workplace.theme)
        self.home = Home(workplace)
        self.head = StopHead(workplace.theme, acts.next, (acts.over, acts.edit, acts.withdraw))
        self.now = Now(workplace, acts)
        self.papers = RegisterPanel(workplace)
        self.tabs: list[QPushButton] = []
        self.pages = QStackedWidget()
        self._tab_row = Flow(gap=0)
        self._tab_group = QButtonGroup(self)
        self.head.fold_within(self, self.pages, self.papers)
        self.practice = Practice(workplace)
        self._lay_out()
        self.add_tab("Nu", self.now)
        self.add_tab("Blad", self.papers)
        self.add_tab("Övning", self.practice)
        self._wire()

    # --- what the frame calls ---------------------------------------------------------------
    def begin(self) -> None:
        """Fetch the stops, and the chosen one."""
        desk = self.workplace.desk
        self.workplace.clerk.ask(desk.outages, self._show_stops, key="outage.stops")

    def refresh(self, changed: Changed) -> None:
        """Fetch anew when a stop, who is in hospital, or the register may have changed."""
        several = (changed.outages, changed.cases, changed.contacts, changed.rounds)
        if changed.everything or any(several):
            self.begin()

    def tick(self, now: Instant) -> None:
        """Fetch anew: the clock goes, and a round may be due."""
        del now
        if self.isVisible():
            self.begin()

    def forget(self) -> None:
        """Let go of a stop that has ended: opened by its own name, the screen is about now."""
        is_open = any(one.outage == self.chosen for one in self.stops if one.phase in OPEN)
        if not is_open:
            self.chosen, self._asks_home, self._stale = None, False, True

    def focus(self) -> None:
        """Begin where the next step is, or on the numbers; a panel that is open keeps its focus."""
        here = self.pages.currentWidget()
        if self.chosen is None:
            self.home.focus_form()
        elif here is self.papers:
            self.papers.focus()  # a scanner is heard from there
        elif not self.now.is_panel_open:
            place = self.tabs[self.pages.currentIndex()]
            wanted = place if self.head.next.isHidden() else self.head.next
            wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- stops --------------------------------------------------------------------------------
    def show_stop(self, stop: UUID | None) -> None:
        """Show a stop, or the question if anything is down."""
        self._asks_home = stop is None
        self.chosen = stop
        self.work = None
        self._fresh = True
        self._choose_tab(0)
        if stop is None or any(one.outage == stop for one in self.stops):
            self._show_stops(self.stops)
        else:
            self.begin()  # just declared: it is among the stops when they are fetched anew
        self.focus()

    def add_tab(self, words: str, page: QWidget) -> None:
        """Add a tab to the page of a stop."""
        place = self.pages.addWidget(page)
        tab = button(words, "tab")
        tab.setCheckable(True)
        tab.clicked.connect(lambda: self._choose_tab(place))
        self._tab_group.addButton(tab)
        self._tab_row.addWidget(tab)
        self.tabs.append(tab)
        tab.setChecked(place == 0)

    def _choose_tab(self, place: int) -> None:
        self.pages.setCurrentIndex(place)
        self.tabs[place].setChecked(True)
        if self.pages.currentWidget() is self.papers:
            self.papers.focus()  # a scanner is heard from there

    def _show_stops(self, stops: tuple[OutageStamp, ...]) -> None:
        self.stops = stops
        now = self.workplace.now()
        open_ones = [one.outage for one in in_order(stops) if one.phase in OPEN]
        known = any(one.outage == self.chosen for one in stops)
        if not known and not self._asks_home:
            self.chosen = open_ones[0] if open_ones else None
        self.stop_tabs.show_stops(stops, self.chosen, now)
        stop, desk = self.chosen, self.workplace.desk
        self.whole.setCurrentIndex(0 if stop is None else 1)
        if stop is None:
            self.home.show_stops(stops, now)
            if self.home.declare.isHidden():
                self.home.begin()
            self._offer()
            return
        self.workplace.clerk.ask(lambda: desk.outage_work(stop), self._show_work, key="outage.work")

    def _show_work(self, work: OutageWork | None) -> None:
        if work is None or work.page.stamp.outage != self.chosen:
            return
        self.work = work
        self.head.show_work(work, self.workplace.now())
        self.now.show_work(work)
        self.papers.show_page(work.page)
        self.tabs[2].setVisible(work.page.stamp.exercise)
        if work.page.stamp.exercise:
            self.practice.show_stop(work.page.stamp.outage)
        count = len(work.page.lines)
        self.tabs[1].setText(f"Blad ({count})" if count else "Blad")
        self._offer()
        tab_in_reading_order(self)  # boxes of whom to tell come and go
        if self._fresh and self.isVisible() and not self.now.is_panel_open:
            self.focus()
        self._fresh = False

    def _offer(self) -> None:
        self.acts_of.offer(self.work if self.chosen is not None else None)
        self.head.follow()

    def _declared(self) -> None:
        """Show the stop that has just been declared."""
        self.show_stop(self.home.declare.declared)

    # --- acts ---------------------------------------------------------------------------------
    def _do_next(self) -> None:
        """Go to what is next to do."""
        work, page = self.work, self.now
        step = work.next_step if work is not None else NextStep.NOTHING
        self._choose_tab(1 if step is NextStep.ACCOUNT else 0)
        panels: dict[NextStep, OutagePanel] = {
            NextStep.REPORT_FAULT: page.fault,
            NextStep.ASK_ANEW: page.fault,
            NextStep.MARK_OVER: page.over,
            NextStep.CLOSE: page.close_panel,
        }
        match step:
            case NextStep.TELL:
                page.told.focus_first_left()
            case NextStep.ACCOUNT:
                self.papers.focus()
            case NextStep.WRITE_PACKET:
                self._plan_packet(self._show_packet)
            case NextStep.RECONCILE if may_note_compared(work):
                self._note_compared()
            case NextStep.RECONCILE:
                self.workplace.screen_wanted.emit("reconcile")
            case _ if step in panels:
                page.open_panel(panels[step])
            case _:
                page.focus_round()

    def _open(self, panel: OutagePanel) -> None:
        self._choose_tab(0)
        self.now.open_panel(panel)

    def _note_compared(self) -> None:
        """Note that the list is reconciled: by the round that was signed since, or in words."""
        work = self.work
        if work is None or not may_note_compared(work):
            return
        found = work.round
        if found is None or not needs_round(work):
            self._open(self.now.compare)
            return
        wish = ReconcileOutage(
            outage=work.page.stamp.outage, system=found.stamp.system, source_round=found.round
        )
        self.workplace.do(wish, told="Avstämningen efter stoppet är noterad")

    # --- papers -------------------------------------------------------------------------------
    def _plan_packet(self, then: Callable[[OutagePacketPlan], None]) -> None:
        """Ask what the packet would hold now."""
        stop, desk = self.chosen, self.workplace.desk
        if stop is None:
            return

        def planned(plan: OutagePacketPlan | Refused) -> None:
            if isinstance(plan, Refused):
                self.workplace.warned.emit(sentence(plan))
            else:
                then(plan)

        self.workplace.clerk.ask(lambda: desk.outage_packet(stop), planned)

    def _show_packet(self, plan: OutagePacketPlan) -> None:
        self.workplace.document_wanted.emit(outage_packet_document(plan))

    def _choose_packet(self, plan: OutagePacketPlan) -> None:
        self._open(self.now.packet_panel)
        self.now.packet_panel.open_plan(plan.outage, plan)

    def _take_form(self, form: str) -> None:
        """Take a blank of the packet while there is one; else one more is made, on Papper."""
        blank = blanks_out(self.work, form) if self.work is not None else 0
        if blank:
            there = "det ligger ett" if blank == 1 else f"{blank} ligger"
            self.workplace.noted.emit(f"Ta ett tomt {form} ur paketet, {there} där")
        else:
            self.workplace.stop_paper_wanted.emit(self.chosen, form)

    def _show_protocol(self) -> None:
        stop = self.chosen
        if stop is not None:
            self.workplace.document_wanted.emit(protocol_of(stop))

    # --- making -------------------------------------------------------------------------------
    def _wire(self) -> None:
        acts, page, workplace = self.acts_of, self.now, self.workplace
        for act, panel in (
            (acts.over, page.over),
            (acts.fault, page.fault),
            (acts.call, page.call),
            (acts.edit, page.describe),
            (acts.withdraw, page.withdraw),
            (acts.close, page.close_panel),
        ):
            act.triggered.connect(lambda _on=False, panel=panel: self._open(panel))
        acts.next.triggered.connect(self._do_next)
        acts.use_round.triggered.connect(self._note_compared)
        acts.reconcile.triggered.connect(lambda: workplace.screen_wanted.emit("reconcile"))
        acts.new.triggered.connect(lambda: self.show_stop(None))
        self.stop_tabs.chosen.connect(self.show_stop)
        self.home.declare.saved.connect(self._declared)
        self.home.stop_wanted.connect(self.show_stop)
        acts.packet.triggered.connect(lambda: self._plan_packet(self._show_packet))
        acts.plan.triggered.connect(lambda: self._plan_packet(self._choose_packet))
        acts.protocol.triggered.connect(self._show_protocol)
        page.packet_panel.planned.connect(self._show_packet)
        page.papers_wanted.connect(lambda: self._choose_tab(1))
        page.panel_gone.connect(self.focus)
        # Also from the buttons above the tabs, where the program itself puts the focus.
        self.papers.catcher.watch(self.head, *self.tabs)
        self.papers.catcher.scanned.connect(lambda: self._choose_tab(1))
        self.papers.entry_wanted.connect(workplace.sheet_wanted)
        page.call.form_wanted.connect(self._take_form)
        for came in (workplace.learned, workplace.user_changed, workplace.theme.changed):
            came.connect(self.begin)

    def _lay_out(self) -> None:
        stop = QWidget()
        inside = QVBoxLayout(stop)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(GAP)
        inside.addWidget(self.head)
        inside.addLayout(self._tab_row)
        inside.addWidget(self.pages, 1)
        self.whole = QStackedWidget()
        self.whole.addWidget(self.home)
        self.whole.addWidget(stop)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(GAP * 2, GAP, GAP * 2, GAP)
        rows.setSpacing(GAP)
        rows.addWidget(self.stop_tabs)
        rows.addWidget(self.whole, 1)
