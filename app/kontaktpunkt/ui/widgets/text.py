"""Texts on screen: by importance, shortened where that is meant."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


def unbroken(phone: str) -> str:
    """Keep a phone number on one line: broken over two it is read and dialled wrong."""
    return phone.replace(" ", "\N{NO-BREAK SPACE}")


class Text(QLabel):
    """A text that wraps and can be marked and copied; `role` is its importance in the style sheet.

    Roles: title, heading, section, soft, strong, label, wrong, today, good, key, refused.
    """

    def __init__(self, text: str = "", role: str = "", *, wrap: bool = True) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if role:
            self.set_role(role)

    def set_role(self, role: str) -> None:
        """Change how important the text is."""
        self.setProperty("role", role)
        repolish(self)


class Elided(QLabel):
    """One line that is shortened with an ellipsis where it has to be; the whole is its tooltip."""

    def __init__(self, text: str = "", role: str = "") -> None:
        super().__init__()
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        if role:
            self.setProperty("role", role)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show another text."""
        self._whole = text
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Need no width of its own."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint as much as there is room for."""
        painter = QPainter(self)
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(
            self._whole, Qt.TextElideMode.ElideRight, room.width()
        )
        self.setToolTip(self._whole if shown != self._whole else "")
        self.style().drawItemText(
            painter,
            room,
            int(self.alignment() | Qt.AlignmentFlag.AlignVCenter),
            self.palette(),
            self.isEnabled(),
            shown,
            self.foregroundRole(),
        )


def repolish(widget: QWidget) -> None:
    """Let the style sheet look at a widget again after one of its properties has changed."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
