"""A hand on the whole window: what it shows, what keys do, and waiting for facts."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hands.desk import DeskInMemory
from hands.shown import SIZE, Shown
from kontaktpunkt.ui.app import Opening, Program
from kontaktpunkt.ui.application import application
from kontaktpunkt.ui.screens.inbox.screen import InboxScreen

if TYPE_CHECKING:
    from kontaktpunkt.usecases.desk import Desk

OpenFront = Callable[..., "Front"]


@dataclass
class Front(Shown):
    """The window with a desk in memory behind it."""

    desk: DeskInMemory

    @property
    def inbox(self) -> InboxScreen:
        """Give the inbox."""
        return cast("InboxScreen", self.program.window.screens["inbox"])

    def choose(self, place: int) -> None:
        """Choose a row of the inbox by place."""
        self.inbox.list.setFocus()
        self.inbox.list.choose(place)
        self.settle()

    def lines(self) -> list[str]:
        """Give what the rows that can be seen say."""
        lines = (self.inbox.model.line(place) for place in self.inbox.list.looked_at())
        return [line.spoken for line in lines if line is not None]


def open_front(qtbot: QtBot, desk: DeskInMemory, percent: int = 100) -> Front:
    """Open the window on a desk and wait until it shows its rows."""
    desk.preferences.setdefault("theme.text_percent", str(percent))
    desk.preferences.setdefault("theme.mode", "light")
    program = Program(application(), Opening(lambda: cast("Desk", desk)))
    front = Front(program, qtbot, desk)
    program.show()
    program.window.resize(*SIZE)
    front.settle()
    # The remembered look comes last and may change every size.
    qtbot.waitUntil(lambda: program.theme.percent == percent)
    program.window.resize(*SIZE)
    front.settle()
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    front.inbox.list.setFocus()
    return front


def visible_parts(whole: QWidget, kind: type[QWidget]) -> list[QWidget]:
    """Give the visible parts of a kind."""
    return [part for part in whole.findChildren(kind) if part.isVisible()]
