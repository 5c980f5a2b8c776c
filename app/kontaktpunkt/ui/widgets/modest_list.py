"""A list that asks for a few lines and takes what room there is: a page with it need not scroll."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget

_LINE: Final = 1.4
"""A line with its air, in heights of the text."""


class ModestList(QListWidget):
    """Never smaller than its lines, so that a page scrolls rather than crush it."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._lines = lines
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def sizeHint(self) -> QSize:
        """Ask for its lines."""
        height = round(self.fontMetrics().height() * _LINE * self._lines)
        return QSize(super().sizeHint().width(), height)

    def minimumSizeHint(self) -> QSize:
        """Need its lines."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())
