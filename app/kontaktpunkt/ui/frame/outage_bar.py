"""The bar over the strip while a stop goes on: what is down, the clock, and the way there."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from kontaktpunkt.ui.theme.theme import Theme
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.text import Elided, repolish


class OutageBar(QWidget):
    """Full width on every screen; hidden while nothing is down. A click leads to the stop."""

    wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("outageBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._mark = QLabel()
        self.words = Elided("", "strong")
        self.way = button("Till driftstoppet", "link", "Öppna driftstoppet")
        self.way.clicked.connect(self.wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(self._mark)
        row.addWidget(self.words, 1)
        row.addWidget(self.way)
        theme.changed.connect(self._measure)
        self._measure()
        self.hide()

    def say(self, words: str, mood: str) -> None:
        """Say what is down; `mood` is wrong, today or exercise. Empty words hide the bar."""
        self.words.set_text(words)
        self.setAccessibleName(words)
        self.way.setProperty("mood", mood)
        self.setProperty("mood", mood)
        repolish(self)
        repolish(self.way)
        self._paint_mark()
        self.setVisible(bool(words))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Lead to the stop, wherever the bar is clicked."""
        super().mousePressEvent(event)
        self.wanted.emit()

    def _paint_mark(self) -> None:
        tokens = self._theme.tokens
        colours = {"wrong": tokens.wrong, "today": tokens.today}
        colour = colours.get(str(self.property("mood")), tokens.accent)
        self._mark.setPixmap(self._theme.pixmap("outage", colour, 17))

    def _measure(self) -> None:
        self.setFixedHeight(self._theme.px(34))
        self._paint_mark()
