"""What an empty list shows: what it is, and what to do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from kontaktpunkt.ui.theme.theme import Theme
from kontaktpunkt.ui.widgets.text import Text


class EmptyState(QWidget):
    """Says in words what an empty list is and what to do, with a way to do it when there is one."""

    def __init__(self, theme: Theme, icon: str) -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.title = Text("", "heading")
        self.text = Text("", "soft")
        self.way_out = QPushButton()
        self.way_out.hide()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(24, 24, 24, 24)
        rows.addStretch(2)
        for part in (self._picture, self.title, self.text):
            if isinstance(part, Text):
                part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            rows.addWidget(part)
        rows.addWidget(self.way_out, 0, Qt.AlignmentFlag.AlignHCenter)
        rows.addStretch(3)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self._paint)
        self._paint()

    def say(self, title: str, text: str, way_out: str = "") -> None:
        """Say what is empty and what to do; `way_out` names the button, if there is one."""
        self.title.setText(title)
        self.text.setText(text)
        self.way_out.setText(way_out)
        self.way_out.setVisible(bool(way_out))
        self.setAccessibleName(f"{title} {text}")

    def _paint(self) -> None:
        self._picture.setPixmap(self._theme.pixmap(self._icon, self._theme.tokens.line_strong, 36))
