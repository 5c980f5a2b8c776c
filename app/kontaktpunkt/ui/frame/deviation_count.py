"""The number in the rail of deviations: to write, to send, to follow up, or to remind of."""

from typing import Final

from PySide6.QtCore import QObject

from kontaktpunkt.domain.times import Instant, local_day
from kontaktpunkt.ui.frame.rail import Rail
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import Changed
from kontaktpunkt.usecases.deviations.rows import DeviationStanding

KEY: Final = "deviations"


class DeviationCount(QObject):
    """Asks the desk when a report or case has changed, and once a day: a day makes answers late.

    Never marked as late: a late answer is the other side's, ours is only to remind.
    """

    def __init__(self, workplace: Workplace, rail: Rail, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._rail = rail
        self._asked = Instant(0)
        workplace.changed.connect(self._changed)
        workplace.learned.connect(self.begin)
        workplace.minute.connect(self._tick)

    def begin(self) -> None:
        """Ask how many there are now."""
        self._asked = self._workplace.now()
        desk = self._workplace.desk
        self._workplace.clerk.ask(desk.deviation_standing, self._show, key="deviations wait")

    def _changed(self, changed: Changed) -> None:
        if changed.everything or changed.deviations or changed.cases:
            self.begin()

    def _tick(self, now: Instant) -> None:
        if local_day(now) != local_day(self._asked):
            self.begin()

    def _show(self, standing: DeviationStanding) -> None:
        self._rail.show_badge(KEY, standing.ours + standing.late, late=False)
