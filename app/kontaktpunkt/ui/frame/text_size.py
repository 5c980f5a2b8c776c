"""The keys for text size: each press is told at once, all presses together restyle once."""

from PySide6.QtCore import QObject, QTimer, Signal

from kontaktpunkt.ui.theme.theme import Theme, stepped

_LAST_PRESS = 150
"""Milliseconds after the last press until everything is drawn anew, which is slow."""


class TextSize(QObject):
    """Counts presses, and gives the theme the size only when nobody presses any more."""

    told = Signal(str)

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._wanted = theme.percent
        self._soon = QTimer(self, singleShot=True, interval=_LAST_PRESS)
        self._soon.timeout.connect(lambda: theme.set_percent(self._wanted))

    def step(self, step: int) -> None:
        """Make the text one step larger (1) or smaller (-1), or 100 % again (0), soon."""
        before = self._wanted if self._soon.isActive() else self._theme.percent
        self._wanted = stepped(before, step)
        self.told.emit(f"Textstorlek {self._wanted} %")
        self._soon.start()

    def stop(self) -> None:
        """Draw nothing anew any more."""
        self._soon.stop()
