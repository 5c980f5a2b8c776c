"""Buttons that say what they do and with which key."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QPushButton, QSizePolicy

from kontaktpunkt.ui.theme.theme import Theme

KEY_GAP = "   "


def key_name(sequence: QKeySequence) -> str:
    """Say a key as it stands on a Swedish keyboard ("Ctrl+Z", "Skift+F10", "Enter")."""
    name = sequence.toString(QKeySequence.SequenceFormat.PortableText)
    for english, swedish in (("Return", "Enter"), ("Shift", "Skift"), ("Del", "Delete")):
        name = name.replace(english, swedish)
    return name


class KeyHintButton(QPushButton):
    """A button for an action: same words, same key (shown after the words), same enabled state.

    `key` names a key that the action has only while a list has focus.
    """

    def __init__(self, action: QAction, *, key: str = "", look: str = "") -> None:
        super().__init__()
        self._action = action
        self._key = key
        if look:
            self.setProperty("look", look)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        words = self._action.text().replace("&", "")
        key = self._key or key_name(self._action.shortcut())
        self.setText(f"{words}{KEY_GAP}{key}" if key else words)
        self.setAccessibleName(words)
        self.setToolTip(f"{words} ({key})" if key else words)
        self.setEnabled(self._action.isEnabled())


def button(text: str, look: str = "", tip: str = "") -> QPushButton:
    """Make a button; `look` is primary, plain, link or tab, or nothing for the usual one."""
    made = QPushButton(text)
    if look:
        made.setProperty("look", look)
    made.setAutoDefault(False)
    made.setAccessibleName(text)
    made.setToolTip(tip)
    if look == "link":
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return made


class IconButton(QPushButton):
    """A button with only an icon on it; its name and key are its tooltip and accessible name."""

    def __init__(self, theme: Theme, icon: str, name: str, key: str = "") -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self.setProperty("look", "plain")
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({key})" if key else name)
        self.setAutoDefault(False)
        theme.changed.connect(self._paint)
        self._paint()

    def _paint(self) -> None:
        side = self._theme.px(17)
        self.setIcon(self._theme.icon(self._icon))
        self.setIconSize(QSize(side, side))
