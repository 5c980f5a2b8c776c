"""The mark of a demo store, on every screen: invented people, and the ways out of the demo."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kontaktpunkt.ui.theme.theme import Theme
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.text import Elided


class DemoMark(QWidget):
    """Says that this is a demo with invented people; hidden in a real store."""

    new_day_wanted = Signal()
    real_start_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("demoMark")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words = Elided("", "strong")
        self._new_day = button("Gör en ny demodag", "link")
        self._new_day.clicked.connect(self.new_day_wanted)
        self._real = button("Börja på riktigt", "link")
        self._real.clicked.connect(self.real_start_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 8, 0)
        row.addWidget(self._words, 1)
        row.addWidget(self._new_day)
        row.addWidget(self._real)
        theme.changed.connect(self._measure)
        self._measure()
        self.hide()

    def show_demo(self, *, demo: bool, old_day: bool) -> None:
        """Show or hide the mark, and offer a new day when the demo's is another than today."""
        words = "Demo: alla personer är påhittade."
        self._words.set_text(words + " Dagen är inte i dag." if old_day else words)
        self._new_day.setVisible(old_day)
        self.setVisible(demo)

    def _measure(self) -> None:
        self.setFixedHeight(self._theme.px(27))
