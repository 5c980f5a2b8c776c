"""The number in the rail of short-term decisions that wait for the caseworker."""

from typing import Final

from PySide6.QtCore import QObject

from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.frame.rail import Rail
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import Changed

KEY: Final = "short_term"


class ShortTermCount(QObject):
    """Asks the desk when cases have changed, and once a minute for what has run out."""

    def __init__(self, workplace: Workplace, rail: Rail, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._rail = rail
        self._until: tuple[Instant, ...] = ()
        workplace.changed.connect(self._changed)
        workplace.minute.connect(self._show)

    def begin(self) -> None:
        """Ask for the first time."""
        desk = self._workplace.desk
        self._workplace.clerk.ask(desk.short_term_waiting, self._know, key="short term waits")

    def _changed(self, changed: Changed) -> None:
        if changed.everything or changed.cases:
            self.begin()

    def _know(self, until: tuple[Instant, ...]) -> None:
        self._until = until
        self._show()

    def _show(self) -> None:
        now = self._workplace.now()
        late = any(until <= now for until in self._until)
        self._rail.show_badge(KEY, len(self._until), late=late)
