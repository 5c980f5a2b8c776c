"""The case: who she is with us and the clocks, planning and documentation, and the timeline."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from kontaktpunkt.domain.commands import CloseCase, ReopenCase, TakeCase
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.screen import Screen
from kontaktpunkt.ui.screens.case.acts import CaseActs
from kontaktpunkt.ui.screens.case.clocks import ClocksPanel
from kontaktpunkt.ui.screens.case.documentation import DocumentationPanel
from kontaktpunkt.ui.screens.case.drafts import CaseDrafts
from kontaktpunkt.ui.screens.case.emergency.acts import EmergencyActs
from kontaktpunkt.ui.screens.case.emergency.panel import EmergencyPanel
from kontaktpunkt.ui.screens.case.head import CaseHead
from kontaktpunkt.ui.screens.case.joining_offer import CaseJoining
from kontaktpunkt.ui.screens.case.note_and_call import NoteAndCall
from kontaktpunkt.ui.screens.case.other_cases import OtherCases, Papers
from kontaktpunkt.ui.screens.case.panels.hand_over import HandOverPanel
from kontaktpunkt.ui.screens.case.panels.right_person import MovePanel, NumberPanel
from kontaktpunkt.ui.screens.case.panels.sending_time import SendingTimePanel
from kontaktpunkt.ui.screens.case.primary_care import PrimaryCarePanel
from kontaktpunkt.ui.screens.case.short_stay import ShortStayMenu
from kontaktpunkt.ui.screens.case.steps import StepsPanel
from kontaktpunkt.ui.screens.case.timeline.panel import TimelinePanel
from kontaktpunkt.ui.screens.case.with_us import WithUsPanel
from kontaktpunkt.ui.widgets.column import Column
from kontaktpunkt.ui.widgets.empty import EmptyState
from kontaktpunkt.ui.widgets.layouts import GAP
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import Changed
from kontaktpunkt.usecases.rows import CasePage


class CaseScreen(Screen):
    """One case at a time; every act is one key or one click, and can be undone."""

    key = "case"
    title = "Ärende"
    icon = ""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._case: UUID | None = None
        self._page: CasePage | None = None
        self.drafts = CaseDrafts(workplace, self)
        self.head = CaseHead(workplace)
        self.with_us = WithUsPanel(workplace, self.drafts)
        self.clocks = ClocksPanel(workplace)
        self.steps = StepsPanel(workplace)
        self.documentation = DocumentationPanel(workplace, self.drafts)
        self.entry = NoteAndCall(workplace, self.drafts)
        self.timeline = TimelinePanel(workplace)
        self.other_cases = OtherCases(workplace)
        self.papers = Papers(workplace)
        self.number_panel = NumberPanel(workplace)
        self.move_panel = MovePanel(workplace)
        self.hand_over_panel = HandOverPanel(workplace)
        self.joining = CaseJoining(workplace)
        self.nothing = EmptyState(workplace.theme, "person")
        self.acts_bar = CaseActs(self, self.timeline.list)
        self.short_stay = ShortStayMenu(workplace, self)
        self.emergency = EmergencyPanel(
            workplace, EmergencyActs(self, self.timeline.list), self.drafts
        )
        self.addAction(self.with_us.accept_act)
        self._wire_acts()
        self._lay_out()
        workplace.learned.connect(self._learn)
        self._learn()
        self.timeline.move_wanted.connect(self.move_panel.open_for)
        self.other_cases.case_chosen.connect(workplace.case_wanted)
        self.entry.saved.connect(self.focus)
        self.emergency.left.connect(self.focus)

    # --- what the frame calls ---------------------------------------------------------------
    def show_case(self, case: UUID) -> None:
        """Turn to a case; what was typed in the one before is kept there as drafts."""
        if case != self._case:
            self._case = case
            self.drafts.show_case(case)
            for panel in self._panels:
                panel.hide()
            self.entry.turn_to(None)
            self.emergency.close_forms()
            for column in self.findChildren(Column):
                column.begin_at_top()
            self.with_us.turn_away(case)
            self.inside.hide()
            self.nothing.hide()
        self.begin()

    @property
    def case(self) -> UUID | None:
        """Give the case on show."""
        return self._case

    def begin(self) -> None:
        """Fetch the case."""
        case = self._case
        if case is None:
            self._show(None)
            return
        desk = self.workplace.desk
        self.workplace.clerk.ask(lambda: desk.case(case), self._show, key="case.page")

    def refresh(self, changed: Changed) -> None:
        """Fetch anew when this case, its person or one of its messages changed."""
        page = self._page
        if page is None or changed.everything:
            self.begin()
            return
        messages = {row.message for row in page.messages}
        if (
            page.row.case in changed.cases
            or page.row.person in changed.persons
            or changed.contacts
            or not messages.isdisjoint(changed.messages)
        ):
            self.begin()

    def tick(self, now: Instant) -> None:
        """Say the spans anew; the list only when its words would differ."""
        self.clocks.tick(now)
        self.emergency.tick(now)
        self.entry.tick(now)

    def focus(self) -> None:
        """Begin in the timeline, where the single keys act."""
        self.timeline.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is typed when the case is left."""
        self.drafts.flush()
        super().hideEvent(event)

    # --- showing ----------------------------------------------------------------------------
    def _learn(self) -> None:
        """Take the words of the profile."""
        if self.workplace.profile is not None:
            self.steps.set_profile(self.workplace.profile)
        self.documentation.set_system(self.workplace.system_name)
        if self._page is not None:
            self._show(self._page)

    def _show(self, page: CasePage | None) -> None:
        if page is not None and page.row.case != self._case:
            return
        self._page = page
        self.inside.setVisible(page is not None)
        self.nothing.setVisible(page is None)
        if page is None:
            self.nothing.say(
                "Inget ärende valt", "Öppna ett ärende från inkorgen eller sök med Ctrl+K."
            )
            return
        for part in (
            self.head,
            self.primary_care,
            self.joining,
            self.with_us,
            self.clocks,
            self.steps,
            self.emergency,
            self.documentation,
            self.entry,
            self.timeline,
            self.other_cases,
            self.papers,
        ):
            part.show_page(page)
        self._follow(page)

    def _follow(self, page: CasePage) -> None:
        """Let the acts be those of the case on show."""
        row = page.row
        # The planning of an admission does not concern somebody who is not admitted.
        self.steps.setVisible(page.emergency is None)
        bar = self.acts_bar
        bar.offer(bar.take, offered=row.responsible != self.workplace.me.staff)
        bar.offer(bar.close, offered=row.is_open)
        bar.offer(bar.reopen, offered=not row.is_open)
        bar.number.setEnabled(not row.masked and row.number is not None)
        bar.deviation.setEnabled(not row.masked)

    # --- acts -------------------------------------------------------------------------------
    def take(self) -> None:
        """Make me responsible for the case."""
        if self._page is not None:
            self.workplace.do(TakeCase(case=self._page.row.case), told="Du är ansvarig för ärendet")

    def close_case(self) -> None:
        """Say that nothing more is to be done."""
        if self._page is not None:
            self.workplace.do(CloseCase(case=self._page.row.case), told="Ärendet är avslutat")

    def reopen(self) -> None:
        """Open the case again."""
        if self._page is not None:
            self.workplace.do(ReopenCase(case=self._page.row.case), told="Ärendet är öppet igen")

    def leave(self) -> None:
        """Close what stands open in the case, one thing at a time, and at last the case."""
        for panel in self._panels:
            if not panel.isHidden():
                panel.hide()
                self.focus()
                return
        if self.emergency.close_forms():
            self.focus()
            return
        if self.entry.is_open:
            self.entry.turn_to(None)
            self.focus()
            return
        self.closed.emit()

    def want_paper(self) -> None:
        """Ask for a paper for this case."""
        if self._case is not None:
            self.workplace.paper_wanted.emit(self._case, None)

    def want_deviation(self) -> None:
        """Begin the report of a deviation, with what the case knows."""
        if self._case is not None:
            self.workplace.deviation_wanted.emit(self._case, None)

    def want_homecoming(self) -> None:
        """Ask for the screen of the homecoming."""
        if self._case is not None:
            self.workplace.homecoming_wanted.emit(self._case)

    def _wire_acts(self) -> None:
        bar = self.acts_bar
        bar.take.triggered.connect(self.take)
        self.joining.toggled.connect(self._make_room)
        self.joining.left.connect(self.focus)
        self.number_panel.compare_wanted.connect(self.joining.compare)
        self.sending_panel = SendingTimePanel(self.workplace)
        for untimed in (self.timeline.sending_wanted, self.clocks.sending_wanted):
            untimed.connect(self.sending_panel.open_for)
        self.sending_panel.left.connect(self.focus)
        bar.hand_over.triggered.connect(lambda: self._open_panel(self.hand_over_panel))
        bar.note.triggered.connect(self.entry.write_note)
        bar.call.triggered.connect(self.entry.begin_call)
        bar.save.triggered.connect(self.entry.save)
        bar.paper.triggered.connect(self.want_paper)
        bar.homecoming.triggered.connect(self.want_homecoming)
        short = bar.button_of(bar.short_stay)
        bar.short_stay.triggered.connect(lambda: self.short_stay.open_for(self._case, short))
        bar.deviation.triggered.connect(self.want_deviation)
        bar.plan.triggered.connect(lambda: self.workplace.plan_wanted.emit(self._case))
        bar.number.triggered.connect(lambda: self._open_panel(self.number_panel))
        bar.close.triggered.connect(self.close_case)
        bar.reopen.triggered.connect(self.reopen)
        bar.leave.triggered.connect(self.leave)

    def _make_room(self, comparing: bool) -> None:  # noqa: FBT001 - a signal's value
        """Give a comparison the room of the columns and of the acts."""
        for part in (self.splitter, self.acts_bar.buttons):
            part.setHidden(comparing)

    def _open_panel(self, panel: NumberPanel | HandOverPanel) -> None:
        if self._page is not None:
            for other in self._panels:
                other.hide()
            panel.open_for(self._page)

    def _lay_out(self) -> None:
        for way in (*self.acts_bar.beside, self.acts_bar.leave_button):
            self.head.add_beside(way)
        self.inside = QWidget()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.inside)
        rows.addWidget(self.nothing)
        inner = QVBoxLayout(self.inside)
        inner.setContentsMargins(GAP * 2, GAP + GAP // 2, GAP * 2, GAP)
        inner.setSpacing(GAP)
        inner.addWidget(self.head)
        inner.addWidget(self.joining)
        inner.addWidget(self.acts_bar.buttons)
        for panel in self._panels:
            inner.addWidget(panel, 1 if panel is self.joining.comparison else 0)
        self.primary_care = PrimaryCarePanel(self)
        inner.addWidget(self.primary_care)
        inner.addWidget(self._columns(), 1)
        self.inside.hide()

    def _columns(self) -> QSplitter:
        """Lay three columns side by side: who and when, what to do, what has happened."""
        self.splitter = QSplitter()
        self.splitter.setChildrenCollapsible(False)
        for parts in (
            (self.with_us, self.clocks, self.papers, self.other_cases),
            (self.emergency, self.emergency.kind_form, self.steps, self.documentation),
        ):
            column = Column()
            column.rows.setContentsMargins(0, 0, GAP * 2, 0)
            column.rows.setSpacing(GAP * 2)
            for part in parts:
                column.add(part)
            column.rows.addStretch(1)
            self.splitter.addWidget(column)
        # Scrolls as a whole when a call is noted in large text: nothing is squeezed together.
        right = Column()
        right.rows.setContentsMargins(GAP, 0, 0, 0)
        right.add(self.entry)
        right.add(self.timeline, 1)
        self.splitter.addWidget(right)
        for place, share in enumerate((4, 4, 6)):
            self.splitter.setStretchFactor(place, share)
        self.splitter.setSizes([300, 300, 500])
        return self.splitter

    @property
    def _panels(self) -> tuple[QWidget, ...]:
        return (
            self.number_panel,
            self.move_panel,
            self.sending_panel,
            self.hand_over_panel,
            *self.joining.panels,
        )
