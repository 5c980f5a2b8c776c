"""Types as a hand does: key events with their text, so that å, ä and ö come through."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

# `qtbot.keyClicks(field, "ö")` kills the process: Qt's test library asserts on lower-case ä, ö, é.


def type_text(field: QWidget, text: str) -> None:
    """Type a text into a field."""
    for character in text:
        press(field, 0, character)


def press(
    widget: QWidget,
    key: int,
    text: str = "",
    held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Press and release one key."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, held, text))
