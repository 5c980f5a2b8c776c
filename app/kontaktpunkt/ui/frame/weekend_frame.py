"""The handover in the frame: what waits is counted in the rail, what is late stands everywhere."""

from typing import Final

from PySide6.QtCore import QObject

from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.frame.window import Window
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import Changed
from kontaktpunkt.usecases.weekend.rows import HandoverWaits
from kontaktpunkt.wording.weekend import late_words

KEY: Final = "weekend"


class WeekendFrame(QObject):
    """Asks the desk when lines have changed, and once a minute for what gets late."""

    def __init__(self, workplace: Workplace, window: Window) -> None:
        super().__init__(window)
        self._workplace = workplace
        self._window = window
        workplace.changed.connect(self._changed)
        workplace.minute.connect(self._tick)

    def begin(self) -> None:
        """Ask for the first time."""
        desk = self._workplace.desk
        self._workplace.clerk.ask(desk.handover_waits, self._show, key="handover waits")

    def _changed(self, changed: Changed) -> None:
        if changed.everything or changed.shifts:
            self.begin()

    def _tick(self, _now: Instant) -> None:
        self.begin()

    def _show(self, waits: HandoverWaits) -> None:
        late = waits.late > 0
        self._window.strip.standing.stand(KEY, late_words(waits), KEY, "wrong")
        if any(place.key == KEY for place in self._window.places):
            self._window.rail.show_badge(KEY, max(waits.needs, waits.late), late=late)
