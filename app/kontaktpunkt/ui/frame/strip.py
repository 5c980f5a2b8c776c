"""The strip at the foot: the last act with Ångra, what could not be done, and standing warnings."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from kontaktpunkt.ui.frame.standing import STORE, Standing
from kontaktpunkt.ui.theme.theme import Theme
from kontaktpunkt.ui.widgets.buttons import IconButton, button
from kontaktpunkt.ui.widgets.text import Elided, repolish


class Strip(QWidget):
    """Says in words what was just done, with a way back; failures stay until closed."""

    undo_wanted = Signal()
    way_out_wanted = Signal(str)  # key of a screen

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Senast gjort")
        self._mark = QLabel()
        self.words = Elided()
        self.undo = button("Ångra   Ctrl+Z", "link", "Ta tillbaka det senaste du gjorde (Ctrl+Z)")
        self.undo.setAccessibleName("Ångra")
        self.undo.clicked.connect(self.undo_wanted)
        self.close_button = IconButton(theme, "close", "Stäng varningen")
        self.close_button.clicked.connect(self.clear)
        self.standing = Standing()
        self.standing.way_out_wanted.connect(self.way_out_wanted)
        self.warning = self.standing.link(STORE)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 3, 8, 3)
        row.setSpacing(8)
        row.addWidget(self._mark)
        row.addWidget(self.undo)
        row.addWidget(self.words, 1)
        row.addWidget(self.close_button)
        row.addWidget(self.standing)
        theme.changed.connect(self._measure)
        self._measure()
        self.clear()

    def tell_act(self, words: str) -> None:
        """Say what was just done, with the way back."""
        self._say(words, "", can_undo=True)

    def tell(self, words: str) -> None:
        """Say what happened."""
        self._say(words, "", can_undo=False)

    def warn(self, words: str) -> None:
        """Say what could not be done; it stays until something else is said or it is closed."""
        self._say(words, "wrong", can_undo=False)

    def clear(self) -> None:
        """Say nothing."""
        self._say("", "", can_undo=False)

    def stand(self, warning: str, way_out: str) -> None:
        """Keep a reminder at the right, which leads to a screen; an empty one takes it away."""
        self.standing.stand(STORE, warning, way_out)

    def _say(self, words: str, mood: str, *, can_undo: bool) -> None:
        self.words.set_text(words)
        self.setProperty("mood", mood)
        repolish(self)
        icon = "warning" if mood else "check" if words else ""
        colour = self._theme.tokens.wrong if mood else self._theme.tokens.text_soft
        self._mark.setVisible(bool(icon))
        if icon:
            self._mark.setPixmap(self._theme.pixmap(icon, colour, 17))
        self.undo.setVisible(can_undo)
        self.close_button.setVisible(bool(mood))

    def _measure(self) -> None:
        self.setFixedHeight(self._theme.px(36))
