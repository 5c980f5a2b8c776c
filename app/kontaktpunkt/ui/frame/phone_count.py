"""The number in the rail of phone numbers that I am to check, marked when one is old."""

from typing import Final

from PySide6.QtCore import QObject

from kontaktpunkt.domain.times import Instant, local_day
from kontaktpunkt.ui.frame.rail import Rail
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import Changed
from kontaktpunkt.usecases.phone_lists.numbers import NumbersWaiting

KEY: Final = "contacts"


class PhoneCount(QObject):
    """Asks the desk when a number or the user has changed, and once a day: a day makes one old.

    Whoever answers for a number is reminded where she works, not only where the list is kept.
    """

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
        desk = self._workplace.desk
        self._workplace.clerk.ask(desk.numbers_waiting, self._show, key="numbers wait")

    def _changed(self, changed: Changed) -> None:
        if changed.everything or changed.contacts:
            self.begin()

    def _tick(self, now: Instant) -> None:
        if local_day(now) != local_day(self._asked):
            self.begin()

    def _show(self, waiting: NumbersWaiting) -> None:
        self._rail.show_badge(KEY, waiting.count, late=waiting.late)
