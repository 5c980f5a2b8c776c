"""Numbers in the rail that a day changes by itself: reports of deviations, and phone numbers."""

from PySide6.QtCore import QObject

from kontaktpunkt.domain.times import Instant, local_day
from kontaktpunkt.ui.frame.rail import Rail
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import Changed
from kontaktpunkt.usecases.deviations.rows import DeviationStanding
from kontaktpunkt.usecases.phone_lists.numbers import NumbersWaiting


class DailyCount(QObject):
    """Asks the desk when what it counts or the user has changed, and once a day."""

    key = ""
    """The screen whose number it is."""

    def __init__(self, workplace: Workplace, rail: Rail, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._rail = rail
        self._asked = Instant(0)
        workplace.changed.connect(self._changed)
        workplace.learned.connect(self.begin)
        workplace.user_changed.connect(self.begin)
        workplace.minute.connect(self._tick)

    def begin(self) -> None:
        """Ask how many there are now."""
        self._asked = self._workplace.now()
        self._ask()

    def _ask(self) -> None:
        """Have the desk count."""
        raise NotImplementedError

    def _counts(self, changed: Changed) -> bool:
        """Say whether what is counted may have changed."""
        raise NotImplementedError

    def _changed(self, changed: Changed) -> None:
        if changed.everything or self._counts(changed):
            self.begin()

    def _tick(self, now: Instant) -> None:
        if local_day(now) != local_day(self._asked):
            self.begin()


class DeviationCount(DailyCount):
    """Deviations to write, to send, to follow up, or to remind of.

    Never marked as late: a late answer is the other side's, ours is only to remind.
    """

    key = "deviations"

    def _ask(self) -> None:
        desk = self._workplace.desk
        self._workplace.clerk.ask(desk.deviation_standing, self._show, key="deviations wait")

    def _counts(self, changed: Changed) -> bool:
        return bool(changed.deviations or changed.cases)

    def _show(self, standing: DeviationStanding) -> None:
        self._rail.show_badge(self.key, standing.ours + standing.late, late=False)


class PhoneCount(DailyCount):
    """Phone numbers that I am to check, marked when one is old.

    Whoever answers for a number is reminded where she works, not only where the list is kept.
    """

    key = "contacts"

    def _ask(self) -> None:
        desk = self._workplace.desk
        self._workplace.clerk.ask(desk.numbers_waiting, self._show, key="numbers wait")

    def _counts(self, changed: Changed) -> bool:
        return bool(changed.contacts)

    def _show(self, waiting: NumbersWaiting) -> None:
        self._rail.show_badge(self.key, waiting.count, late=waiting.late)
