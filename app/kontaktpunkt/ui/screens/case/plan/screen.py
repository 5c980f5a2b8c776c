"""SIP och orsak: the SIP of a case, and why the person was admitted; Esc goes back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kontaktpunkt.ui.screens.case.of_case import ScreenOfCase
from kontaktpunkt.ui.screens.case.plan.cause import CausePanel
from kontaktpunkt.ui.screens.case.plan.meetings import MeetingsPanel
from kontaktpunkt.ui.widgets.acts import act_within
from kontaktpunkt.ui.widgets.buttons import KeyHintButton
from kontaktpunkt.ui.widgets.column import Column
from kontaktpunkt.ui.widgets.head import Head
from kontaktpunkt.ui.widgets.layouts import GAP
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.rows import CasePage

_WHO_AND_WHERE = 700
"""The acts give way to a long name and its ward: whose meeting it is must be read."""


class PlanScreen(ScreenOfCase):
    """Two columns: the meetings, and the cause."""

    key = "plan"
    title = "SIP och orsak"
    icon = ""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.meetings = MeetingsPanel(workplace, self.drafts)
        self.cause = CausePanel(workplace, self.drafts)
        self.week_act = act_within(self, "SIP-veckan", "Ctrl+Shift+K", self._open_week)
        self.cause_act = act_within(self, "Till orsaken", "Ctrl+Shift+O", self._to_cause)
        self._lay_out()

    def focus(self) -> None:
        """Begin in the meetings where there are any, else where a time is typed."""
        first = (
            self.meetings.table if self.meetings.table.isVisible() else self.meetings.fields.at.text
        )
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_page(self, page: CasePage) -> None:
        """Fill the columns; of a masked person nothing is written."""
        super().show_page(page)
        for part in (self.meetings, self.cause):
            part.show_page(page)
            part.setEnabled(not page.row.masked)

    def _open_week(self) -> None:
        self.workplace.screen_wanted.emit("plans")

    def _to_cause(self) -> None:
        self.cause.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
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
        head = Head(titles, *(KeyHintButton(act) for act in acts), least=_WHO_AND_WHERE)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(GAP * 2, GAP, GAP * 2, GAP)
        rows.setSpacing(GAP)
        rows.addWidget(head)
        rows.addWidget(self.splitter, 1)
