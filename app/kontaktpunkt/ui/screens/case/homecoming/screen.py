"""Hemgång: everything that one homecoming needs on one screen; Esc goes back."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout

from kontaktpunkt.ui.screen import Screen
from kontaktpunkt.ui.screens.case.documentation import DocumentationPanel
from kontaktpunkt.ui.screens.case.drafts import CaseDrafts
from kontaktpunkt.ui.screens.case.head import CaseHead
from kontaktpunkt.ui.screens.case.homecoming.calling import CallingPanel
from kontaktpunkt.ui.screens.case.homecoming.coming_home import ComingHomePanel
from kontaktpunkt.ui.screens.case.homecoming.hindrances import ObstaclePanel
from kontaktpunkt.ui.screens.case.homecoming.readiness import ReadinessPanel
from kontaktpunkt.ui.screens.case.homecoming.services import ServicePanel
from kontaktpunkt.ui.widgets.acts import act_within
from kontaktpunkt.ui.widgets.buttons import KeyHintButton
from kontaktpunkt.ui.widgets.column import Column
from kontaktpunkt.ui.widgets.layouts import GAP
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import Changed
from kontaktpunkt.usecases.rows import CasePage


class HomecomingScreen(Screen):
    """Three columns: what is in place, what is in the way and paused, calling and coming home."""

    key = "homecoming"
    title = "Hemgång"
    icon = ""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._case: UUID | None = None
        self.drafts = CaseDrafts(workplace, self)
        self.head = CaseHead(workplace)
        self.readiness = ReadinessPanel(workplace)
        self.obstacles = ObstaclePanel(workplace)
        self.services = ServicePanel(workplace)
        self.calling = CallingPanel(workplace, self.drafts)
        self.coming = ComingHomePanel(workplace, self.drafts)
        self.documentation = DocumentationPanel(workplace, self.drafts)
        self.open_act = act_within(self, "Öppna ärendet", "Ctrl+Return", self._open)
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
            self.workplace.clerk.ask(lambda: desk.case(case), self._show, key="homecoming.page")

    def refresh(self, changed: Changed) -> None:
        """Fetch anew when the case or its person changed."""
        if changed.everything or self._case in changed.cases or changed.persons:
            self.begin()

    def focus(self) -> None:
        """Begin with what has to be in place, where the single keys act."""
        self.readiness.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is typed when the screen is left."""
        self.drafts.flush()
        super().hideEvent(event)

    def _show(self, page: CasePage | None) -> None:
        self.splitter.setVisible(page is not None)
        if page is None or page.row.case != self._case:
            return
        self.documentation.set_system(self.workplace.system_name)
        for part in (
            self.head,
            self.readiness,
            self.obstacles,
            self.services,
            self.calling,
            self.coming,
            self.documentation,
        ):
            part.show_page(page)

    def _open(self) -> None:
        if self._case is not None:
            self.workplace.case_wanted.emit(self._case)

    def _leave(self) -> None:
        self.closed.emit()

    def _lay_out(self) -> None:
        self.splitter = QSplitter()
        self.splitter.setChildrenCollapsible(False)
        in_the_way = (self.obstacles, self.services)
        on_the_way = (self.calling, self.coming, self.documentation)
        for parts in ((self.readiness,), in_the_way, on_the_way):
            column = Column()
            column.rows.setContentsMargins(GAP, 0, GAP, 0)
            column.rows.setSpacing(GAP * 2)
            for part in parts:
                column.add(part, 1 if part is self.readiness else 0)
            if parts[0] is not self.readiness:
                column.rows.addStretch(1)
            self.splitter.addWidget(column)
        for place, share in enumerate((4, 4, 4)):
            self.splitter.setStretchFactor(place, share)
        self.splitter.setSizes([380, 360, 380])
        line = QHBoxLayout()
        line.addWidget(Text(self.title, "title", wrap=False))
        line.addWidget(self.head, 1)
        line.addWidget(KeyHintButton(self.open_act))
        line.addWidget(KeyHintButton(self.leave_act))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(GAP * 2, GAP, GAP * 2, GAP)
        rows.setSpacing(GAP)
        rows.addLayout(line)
        rows.addWidget(self.splitter, 1)
