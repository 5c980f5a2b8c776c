"""Help for the screen on top (F1), as a panel beside it and never in the way of it."""

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTextBrowser, QVBoxLayout

from kontaktpunkt.ui.theme.theme import Theme
from kontaktpunkt.ui.widgets.buttons import IconButton
from kontaktpunkt.ui.widgets.text import Text

WIDTH = 380
_AIR = 14


class HelpPanel(QFrame):
    """Shows the help of a screen at the right edge until F1 or Esc closes it."""

    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("help")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._text = QTextBrowser()
        self._text.setFrameShape(QFrame.Shape.NoFrame)
        self._text.setOpenLinks(False)
        self._text.setAccessibleName("Hjälp")
        self._close = IconButton(theme, "close", "Stäng hjälpen", "Esc")
        self._close.clicked.connect(self.close_help)
        head = QHBoxLayout()
        head.addWidget(Text("Hjälp", "heading", wrap=False), 1)
        head.addWidget(self._close)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(14, 8, 8, 8)
        rows.addLayout(head)
        rows.addWidget(self._text, 1)
        theme.changed.connect(self._measure)
        self._measure()
        self.hide()

    def show_help(self, markdown: str) -> None:
        """Show a help text."""
        # Qt draws first-level headings twice as large as text: two levels down is enough here.
        self._text.setMarkdown(re.sub(r"^#", "###", markdown, flags=re.MULTILINE))
        self._set_type()
        self.show()
        self._text.setFocus()

    def close_help(self) -> None:
        """Go away and give focus back."""
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_help()
        else:
            super().keyPressEvent(event)

    def _set_type(self) -> None:
        """Give headings air above, and what is bold the weight that our letters have."""
        air = self._theme.px(_AIR)
        told = self._text.toHtml().replace("font-weight:700", "font-weight:600")
        self._text.setHtml(
            re.sub(r'(<h\d style=" )margin-top:\d+px', rf"\g<1>margin-top:{air}px", told)
        )

    def _measure(self) -> None:
        self.wanted_width = min(self._theme.px(WIDTH), 560)
