"""The number in the rail of care requests that wait to be sent, whatever screen is on top."""

from typing import Final

from PySide6.QtCore import QObject

from kontaktpunkt.domain.times import HOUR, Instant
from kontaktpunkt.ui.frame.rail import Rail
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import Changed

KEY: Final = "care_requests"
_LATE: Final = HOUR
"""Not sent an hour after she went is late (practice)."""


class CareRequestCount(QObject):
    """Asks the desk when cases or persons have changed, and once a minute for what gets late."""

    def __init__(self, workplace: Workplace, rail: Rail, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._rail = rail
        self._waiting: tuple[Instant, ...] = ()
        workplace.changed.connect(self._changed)
        workplace.minute.connect(self._show)

    def begin(self) -> None:
        """Ask for the first time."""
        desk = self._workplace.desk
        self._workplace.clerk.ask(desk.care_requests_to_send, self._know, key="care requests wait")

    def _changed(self, changed: Changed) -> None:
        if changed.everything or changed.cases or changed.persons:
            self.begin()

    def _know(self, waiting: tuple[Instant, ...]) -> None:
        self._waiting = waiting
        self._show()

    def _show(self) -> None:
        now = self._workplace.now()
        late = any(now - since > _LATE for since in self._waiting)
        self._rail.show_badge(KEY, len(self._waiting), late=late)
