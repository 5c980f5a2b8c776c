"""Stops in the frame: the bar on every screen, and in the rail how many are open."""

from typing import Final

from PySide6.QtCore import QObject

from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.frame.window import Window
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import Changed
from kontaktpunkt.usecases.outages.rows import OutagePhase
from kontaktpunkt.usecases.outages.work import OutageWatch
from kontaktpunkt.wording.outages import banner_words

KEY: Final = "outage"


class OutageFrame(QObject):
    """Asks the desk when stops or their papers have changed, and once a minute for the clock."""

    def __init__(self, workplace: Workplace, window: Window) -> None:
        super().__init__(window)
        self._workplace = workplace
        self._window = window
        self.bar = window.outage_bar
        self.bar.wanted.connect(lambda: workplace.screen_wanted.emit(KEY))
        workplace.changed.connect(self._changed)
        workplace.minute.connect(self._tick)

    def begin(self) -> None:
        """Ask for the first time."""
        desk = self._workplace.desk
        self._workplace.clerk.ask(desk.outage_watches, self._show, key="outage watches")

    def _changed(self, changed: Changed) -> None:
        if changed.everything or changed.outages:
            self.begin()

    def _tick(self, _now: Instant) -> None:
        self.begin()

    def _show(self, watches: tuple[OutageWatch, ...]) -> None:
        now = self._workplace.now()
        self.bar.say(banner_words(watches, now), _mood(watches, now))
        late = any(one.is_late(now) for one in watches)
        self._window.rail.show_badge(KEY, len(watches), late=late)


def _mood(watches: tuple[OutageWatch, ...], now: Instant) -> str:
    """Say how grave it is: something is down; is documented, or is to be shut; all is practice."""
    real = [one.stamp for one in watches if not one.stamp.exercise]
    if any(one.phase is OutagePhase.GOES_ON and one.facts.since <= now for one in real):
        return "wrong"
    return "today" if real else "exercise"
