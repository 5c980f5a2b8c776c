"""What can be done about a short stay (korttid) from the case: a menu under one key."""

from typing import Final
from uuid import UUID

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from kontaktpunkt.ui.workplace import Workplace

_WAYS: Final = (
    ("Ansökan om korttid …", "apply"),
    ("Korttidsbeslut utanför kontorstid …", "decide"),
    ("Kommer till korttid …", "arrive"),
)


class ShortStayMenu(QMenu):
    """Leads to the screen of short stays, with the case chosen there."""

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self._case: UUID | None = None
        self.setObjectName("short_stay")
        for words, what in _WAYS:
            self.addAction(words).setData(what)
        self._workplace = workplace
        self.triggered.connect(self._choose)

    def open_for(self, case: UUID | None, under: QWidget) -> None:
        """Open under a button, with the first way chosen: Enter takes it."""
        if case is None:
            return
        self._case = case
        self.popup(under.mapToGlobal(QPoint(0, under.height())))
        self.setActiveAction(self.actions()[0])
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def _choose(self, act: QAction) -> None:
        self._workplace.short_term_wanted.emit(self._case, act.data())
