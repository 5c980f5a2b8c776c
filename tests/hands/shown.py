"""A hand on the program's window, whatever desk is behind it: keys, waiting, what is said."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kontaktpunkt.ui.app import Program

SIZE = (1366, 768)
_NONE = Qt.KeyboardModifier.NoModifier


@dataclass
class Shown:
    """The window of a program at work."""

    program: Program
    qtbot: QtBot

    @property
    def said(self) -> str:
        """Give what the strip says."""
        return self.program.window.strip.words.text()

    def settle(self) -> None:
        """Wait until the clerk has done and answered everything."""
        # Answers lead to new questions, and new words to new heights: a few rounds.
        for _ in range(4):
            self.qtbot.waitUntil(self._is_settled)
            QApplication.processEvents()

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = _NONE) -> None:
        """Press a key where focus is, and wait for what comes of it."""
        target = QApplication.focusWidget() or self.program.window
        QTest.keyClick(target, key, held)
        self.settle()

    def close(self) -> None:
        """Close everything."""
        self.program.window.close()
        self.program.stop()

    def _is_settled(self) -> bool:
        return self.program.clerk.is_idle and self.program.reception.workplace is not None
