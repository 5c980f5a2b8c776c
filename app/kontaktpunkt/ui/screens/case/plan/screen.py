"""SIP och orsak: the SIP of a case, and why the person was admitted; Esc goes back."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from kontaktpunkt.ui.screen import Screen
from kontaktpunkt.ui.screens.case.drafts import CaseDrafts
from kontaktpunkt.ui.screens.case.head import CaseHead
from kontaktpunkt.ui.screens.case.plan.cause import CausePanel
from kontaktpunkt.ui.screens.case.plan.meetings import MeetingsPanel
from kontaktpunkt.ui.widgets.acts import act_within
from kontaktpunkt.ui.widgets.buttons import KeyHintButton
from kontaktpunkt.ui.widgets.column import Column
from kontaktpunkt.ui.widgets.head import Head
from kontaktpunkt.ui.widgets.layouts import GAP
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import Changed
from kontaktpunkt.usecases.rows import CasePage


class PlanScreen(Screen):
    """Two columns: the meetings, and the cause."""

    key = "plan"
    title = "SIP och orsak"
    icon = ""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._case: UUID | None = None
        self.drafts = CaseDrafts(workplace, self)
        self.head = CaseHead(workplace)
        self.meetings = MeetingsPanel(workplace, self.drafts)
        self.cause = CausePanel(workplace, self.drafts)
        self.open_act = act_within(self, "Öppna ärendet", "Ctrl+O", self._open)
        self.week_act = act_within(self, "SIP-veckan", "Ctrl+Shift+K", self._open_week)
        self.cause_act = act_within(self, "Till orsaken", "Ctrl+Shift+O", self._to_cause)
        self.leave_act = act_within(self, "Tillbaka", "Esc", self._leave)
        self._lay_out()

    def show_case(self, case: UUID) -> None:
        """Turn to a person; what was typed for the one before is kept as drafts."""
        if case != self._case:
            self._case = case
            self.drafts.show_case(case)
            for column in self.findChildren(Column):
                column.begin_at_top()
        self.begin()

    def begin(self) -> None:
        """Fetch the case."""
        case, desk = self._case, self.workplace.desk
        if case is not None:
            self.workplace.clerk.ask(lambda: desk.case(case), self._show, key="plan.page")

    def refresh(self, changed: Changed) -> None:
        """Fetch anew when the case or its person changed."""
        if changed.everything or self._case in changed.cases or changed.persons:
            self.begin()

    def focus(self) -> None:
        """Begin in the meetings where there are any, else where a time is typed."""
        first = (
            self.meetings.table if self.meetings.table.isVisible() else self.meetings.fields.at.text
        )
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is typed when the screen is left."""
        self.drafts.flush()
        super().hideEvent(event)

    def _show(self, page: CasePage | None) -> None:
        self.splitter.setVisible(page is not None)
        if page is None or page.row.case != self._case:
            return
        for part in (self.head, self.meetings, self.cause):
            part.show_page(page)
        self.meetings.setEnabled(not page.row.masked)
        self.cause.setEnabled(not page.row.masked)

    def _open(self) -> None:
        if self._case is not None:
            self.workplace.case_wanted.emit(self._case)

    def _open_week(self) -> None:
        self.workplace.screen_wanted.emit("plans")

    def _to_cause(self) -> None:
        self.cause.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        self.closed.emit()

    def _lay_out(self) -> None:
        self.splitter = QSplitter()
        self.splitter.setChildrenCollapsible(False)
        for part in (self.meetings, self.cause):
            column = Column()
            column.rows.setContentsMargins(0, 0, GAP * 2, 0)
            column.add(part)
            column.rows.addStretch(1)
            self.splitter.addWidget(column)
        self.splitter.setStretchFactor(0, 6)
        self.splitter.setStretchFactor(1, 5)
        self.splitter.setSizes([640, 480])
        titles = QWidget()
        line = QHBoxLayout(titles)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(Text(self.title, "title", wrap=False))
        line.addWidget(self.head, 1)
        acts = (self.open_act, self.week_act, self.cause_act, self.leave_act)
        head = Head(titles, *(KeyHintButton(act) for act in acts))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(GAP * 2, GAP, GAP * 2, GAP)
        rows.setSpacing(GAP)
        rows.addWidget(head)
        rows.addWidget(self.splitter, 1)
