"""A screen about one case beside the case itself: its page is fetched, what is typed is kept."""

from uuid import UUID

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QSplitter

from kontaktpunkt.ui.screen import Screen
from kontaktpunkt.ui.screens.case.drafts import CaseDrafts
from kontaktpunkt.ui.screens.case.head import CaseHead
from kontaktpunkt.ui.widgets.acts import act_within
from kontaktpunkt.ui.widgets.column import Column
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import Changed
from kontaktpunkt.usecases.rows import CasePage


class ScreenOfCase(Screen):
    """Shows its columns for one case; Esc goes back, another key opens the case."""

    case_key = "Ctrl+O"
    """The key that opens the case."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._case: UUID | None = None
        self.drafts = CaseDrafts(workplace, self)
        self.head = CaseHead(workplace)
        self.splitter = QSplitter()
        self.splitter.setChildrenCollapsible(False)
        self.open_act = act_within(self, "Öppna ärendet", self.case_key, self._open)
        self.leave_act = act_within(self, "Tillbaka", "Esc", self._leave)

    def show_page(self, page: CasePage) -> None:
        """Show the case; each screen fills its own columns."""
        self.head.show_page(page)

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
            self.workplace.clerk.ask(lambda: desk.case(case), self._show, key=f"{self.key}.page")

    def refresh(self, changed: Changed) -> None:
        """Fetch anew when the case or its person changed."""
        if changed.everything or self._case in changed.cases or changed.persons:
            self.begin()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is typed when the screen is left."""
        self.drafts.flush()
        super().hideEvent(event)

    def _show(self, page: CasePage | None) -> None:
        self.splitter.setVisible(page is not None)
        if page is not None and page.row.case == self._case:
            self.show_page(page)

    def _open(self) -> None:
        if self._case is not None:
            self.workplace.case_wanted.emit(self._case)

    def _leave(self) -> None:
        self.closed.emit()
