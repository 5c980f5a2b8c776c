"""The row of open stops at the top: one tab for each, and one for a new stop or a past one."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.theme.theme import Theme
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.layouts import Flow, empty
from kontaktpunkt.usecases.outages.rows import OutagePhase, OutageStamp
from kontaktpunkt.wording.outages import head_words

OPEN = (OutagePhase.GOES_ON, OutagePhase.DOCUMENTING)
_EDGES = 22
_HOME = "Nytt stopp, och de som har varit"


def in_order(stops: tuple[OutageStamp, ...]) -> list[OutageStamp]:
    """Give the stops in the order in which they began."""
    return sorted(stops, key=lambda one: one.facts.since)


class StopTabs(QWidget):
    """Hidden while there is no stop to choose."""

    chosen = Signal(object)  # UUID of a stop, or None for the question if anything is down

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.tabs: dict[UUID | None, QPushButton] = {}
        self._row = Flow(self, gap=0)
        self._group = QButtonGroup(self)
        self.setAccessibleName("Driftstopp som inte är avslutade")

    def show_stops(self, stops: tuple[OutageStamp, ...], chosen: UUID | None, now: Instant) -> None:
        """Show the open stops, the oldest first, and the chosen one also when it has ended."""
        there = [one for one in in_order(stops) if one.phase in OPEN or one.outage == chosen]
        shown: list[tuple[UUID | None, str]] = [(one.outage, head_words(one, now)) for one in there]
        shown.append((None, _HOME))
        if list(self.tabs) != [stop for stop, _ in shown]:
            empty(self._row)
            self.tabs = {stop: self._make(stop) for stop, _ in shown}
        for stop, words in shown:
            tab = self.tabs[stop]
            tab.setText(words)
            tab.setAccessibleName(words)
            wide = self._theme.metrics(bold=True).horizontalAdvance(words)
            tab.setMinimumWidth(wide + self._theme.px(_EDGES))
            tab.setChecked(stop == chosen)
        self.setVisible(bool(there))

    def _make(self, stop: UUID | None) -> QPushButton:
        tab = button("", "tab")
        tab.setCheckable(True)
        tab.clicked.connect(partial(self._choose, stop))
        self._group.addButton(tab)
        self._row.addWidget(tab)
        return tab

    def _choose(self, stop: UUID | None, _on: object = None) -> None:
        self.chosen.emit(stop)
