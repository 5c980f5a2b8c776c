"""Letters that do acts, turned on or off as somebody has chosen."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from kontaktpunkt.ui.preferences import Preference, Preferences


class Letters(QObject):
    """Keeps the letters of acts, and gives them to the acts while letters are on (WCAG 2.1.4)."""

    def __init__(self, preferences: Preferences, parent: QObject) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._letters: list[tuple[QAction, str]] = []
        preferences.loaded.connect(self.follow)
        preferences.changed.connect(self.follow)

    def add(self, act: QAction, letter: str) -> QAction:
        """Let a letter do an act; gives the act."""
        self._letters.append((act, letter))
        self.follow()
        return act

    def follow(self) -> None:
        """Turn the letters on or off."""
        on = self._preferences.is_on(Preference.SINGLE_KEYS, default=True)
        for act, letter in self._letters:
            act.setShortcut(QKeySequence(letter) if on else QKeySequence())
