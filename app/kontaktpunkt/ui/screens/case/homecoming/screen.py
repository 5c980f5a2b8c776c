"""Hemgång: everything that one homecoming needs on one screen; Esc goes back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from kontaktpunkt.ui.screens.case.documentation import DocumentationPanel
from kontaktpunkt.ui.screens.case.homecoming.calling import CallingPanel
from kontaktpunkt.ui.screens.case.homecoming.coming_home import ComingHomePanel
from kontaktpunkt.ui.screens.case.homecoming.hindrances import ObstaclePanel
from kontaktpunkt.ui.screens.case.homecoming.readiness import ReadinessPanel
from kontaktpunkt.ui.screens.case.homecoming.services import ServicePanel
from kontaktpunkt.ui.screens.case.of_case import ScreenOfCase
from kontaktpunkt.ui.widgets.buttons import KeyHintButton
from kontaktpunkt.ui.widgets.column import Column, tab_in_reading_order
from kontaktpunkt.ui.widgets.layouts import GAP
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.rows import CasePage


class HomecomingScreen(ScreenOfCase):
    """Three columns: what is in place, what is in the way and paused, calling and coming home."""

    key = "homecoming"
    title = "Hemgång"
    icon = ""
    case_key = "Ctrl+Return"

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.readiness = ReadinessPanel(workplace)
        self.obstacles = ObstaclePanel(workplace)
        self.services = ServicePanel(workplace)
        self.calling = CallingPanel(workplace, self.drafts)
        self.coming = ComingHomePanel(workplace, self.drafts)
        self.documentation = DocumentationPanel(workplace, self.drafts)
        self._lay_out()

    def focus(self) -> None:
        """Begin with what has to be in place, where the single keys act."""
        self.readiness.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_page(self, page: CasePage) -> None:
        """Fill the columns."""
        super().show_page(page)
        self.documentation.set_system(self.workplace.system_name)
        for part in (
            self.readiness,
            self.obstacles,
            self.services,
            self.calling,
            self.coming,
            self.documentation,
        ):
            part.show_page(page)
        tab_in_reading_order(self)

    def _lay_out(self) -> None:
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
