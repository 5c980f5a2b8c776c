"""The number in the rail of who is ready for discharge, marked when a homecoming is late."""

from typing import Final

from PySide6.QtCore import QObject

from kontaktpunkt.ui.frame.rail import Rail
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import Changed
from kontaktpunkt.usecases.follow_up.rows import FollowUpWaiting

KEY: Final = "follow_up"


class FollowUpCount(QObject):
    """Asks the desk when cases have changed, and once a minute for homecomings that are late.

    Whoever works in another room must see that somebody has not been received at home.
    """

    def __init__(self, workplace: Workplace, rail: Rail, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._rail = rail
        workplace.changed.connect(self._changed)
        workplace.learned.connect(self.begin)
        workplace.minute.connect(self.begin)

    def begin(self) -> None:
        """Ask how many there are now."""
        desk = self._workplace.desk
        self._workplace.clerk.ask(desk.follow_up_waiting, self._show, key="follow up waits")

    def _changed(self, changed: Changed) -> None:
        if changed.everything or changed.cases:
            self.begin()

    def _show(self, waiting: FollowUpWaiting) -> None:
        self._rail.show_badge(KEY, waiting.ready, late=waiting.late)
