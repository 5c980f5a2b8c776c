"""The window on a real desk at a store in memory: what keys do is really done."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hands.typing import type_text
from kontaktpunkt.ui.app import Opening, Program
from kontaktpunkt.ui.application import application
from kontaktpunkt.ui.screen import Screen
from samples import House

if TYPE_CHECKING:
    from kontaktpunkt.usecases.desk import Desk

SIZE = (1366, 768)
_NONE = Qt.KeyboardModifier.NoModifier


@dataclass
class HouseFront:
    """The window of Anna at her house."""

    program: Program
    house: House
    qtbot: QtBot

    @property
    def top(self) -> Screen:
        """Give the screen on top."""
        top = self.program.window.top_screen
        assert top is not None
        return top

    @property
    def said(self) -> str:
        """Give what the strip says."""
        return self.program.window.strip.words.text()

    def settle(self) -> None:
        """Wait until the clerk has done and answered everything."""
        for _ in range(4):
            self.qtbot.waitUntil(self._is_settled)
            QApplication.processEvents()

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = _NONE) -> None:
        """Press a key where focus is, and wait for what comes of it."""
        target = QApplication.focusWidget() or self.program.window
        QTest.keyClick(target, key, held)
        self.settle()

    def type(self, text: str) -> None:
        """Type a text where focus is."""
        target = QApplication.focusWidget()
        assert target is not None
        type_text(target, text)
        self.settle()

    def _is_settled(self) -> bool:
        return self.program.clerk.is_idle and self.program.reception.workplace is not None


def open_house(qtbot: QtBot, house: House) -> Iterator[HouseFront]:
    """Open the window on a house; it is closed when the test is over."""
    for name, value in (("theme.text_percent", "100"), ("theme.mode", "light")):
        house.anna.keep_preference(name, value)
    program = Program(application(), Opening(lambda: cast("Desk", house.anna)))
    front = HouseFront(program, house, qtbot)
    program.show()
    program.window.resize(*SIZE)
    front.settle()
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    yield front
    program.window.close()
    program.stop()
