"""The tour: walks through every screen and makes a picture of each, waiting for facts, not time."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QAbstractAnimation, QEventLoop
from PySide6.QtWidgets import QApplication

from kontaktpunkt.ui.app import Program
from kontaktpunkt.ui.theme.theme import Mode
from kontaktpunkt.ui.tour_stops import Stops

Size = tuple[int, int]
_ROUNDS = 4
_SMALLEST = 0
"""The quality by which Qt packs a PNG hardest; nothing is lost."""


def tour_shots(program: Program, out: Path, sizes: Sequence[Size]) -> list[Path]:
    """Show the program and save a picture of each screen at each size; gives their paths.

    Names are `<what>-<width>x<height>.png`. The program must have been made but not shown.
    """
    return _Tour(program, out).walk(sizes)


def grab(program: Program, key: str, path: Path) -> None:
    """Save a picture of one screen of a program that is shown."""
    program.reception.show(key)
    wait_until_settled(program)
    program.window.grab().save(str(path))


def wait_until_settled(program: Program) -> None:
    """Let events pass until everything asked of the clerk has been answered and painted."""
    loop = QEventLoop()
    # Answers may lead to new questions (the card of a row that has come), hence the rounds.
    for _ in range(_ROUNDS):
        while not program.clerk.is_idle:
            loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        QApplication.processEvents()


class _Tour:
    """One walk: each stop brings something on screen, and a picture is taken."""

    def __init__(self, program: Program, out: Path) -> None:
        self._program = program
        self._out = out
        self._stops = Stops(program, self._settle)
        self._made: list[Path] = []

    def walk(self, sizes: Sequence[Size]) -> list[Path]:
        """Take all pictures."""
        program = self._program
        # A blinking cursor would make each run's pictures differ.
        QApplication.setCursorFlashTime(0)
        program.show()
        self._settle()
        for size in sizes:
            program.window.resize(*size)
            for name, go in self._stops.all():
                go()
                self._settle()
                self._shoot(name, size)
            self._stops.look(Mode.LIGHT, 100)
        program.window.close()
        return self._made

    def _settle(self) -> None:
        wait_until_settled(self._program)

    def _shoot(self, name: str, size: Size) -> None:
        width, height = size
        path = self._out / f"{name}-{width}x{height}.png"
        for moving in self._program.window.findChildren(QAbstractAnimation):
            # What fades in (the cross that clears a field) is shown as it ends.
            moving.setCurrentTime(moving.totalDuration())
        self._program.window.grab().save(str(path), "PNG", _SMALLEST)
        self._made.append(path)
