"""The window on a real desk at a store in memory: what keys do is really done."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hands.shown import SIZE, Shown
from hands.typing import type_text
from kontaktpunkt.ui.app import Opening, Program
from kontaktpunkt.ui.application import application
from kontaktpunkt.ui.screen import Screen
from samples import House

if TYPE_CHECKING:
    from kontaktpunkt.usecases.desk import Desk


@dataclass
class HouseFront(Shown):
    """The window of Anna at her house."""

    house: House

    @property
    def top(self) -> Screen:
        """Give the screen on top."""
        top = self.program.window.top_screen
        assert top is not None
        return top

    def type(self, text: str) -> None:
        """Type a text where focus is."""
        target = QApplication.focusWidget()
        assert target is not None
        type_text(target, text)
        self.settle()


def open_house(qtbot: QtBot, house: House) -> Iterator[HouseFront]:
    """Open the window on a house; it is closed when the test is over."""
    for name, value in (("theme.text_percent", "100"), ("theme.mode", "light")):
        house.anna.keep_preference(name, value)
    program = Program(application(), Opening(lambda: cast("Desk", house.anna)))
    front = HouseFront(program, qtbot, house)
    program.show()
    program.window.resize(*SIZE)
    front.settle()
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    yield front
    front.close()
