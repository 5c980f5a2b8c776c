"""Plays a story through windows that the program itself opens, one after the other."""

from collections.abc import Callable, Generator
from typing import Final, TypeVar

from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from hands.workstation import PATIENCE_MS

_LOOK_MS: Final = 20

Fact = Callable[[], bool]
Story = Generator[Fact, None, None]
Kind = TypeVar("Kind", bound=QWidget)
Answer = TypeVar("Answer")


def play(run: Callable[[], Answer], story: Story) -> Answer:
    """Run what opens windows and waits in them, and let a story act whenever its fact is true.

    A story yields facts: what must be true before it goes on. Between them the program's own loops
    run, so that one window can close and the next be opened.
    """
    stage = _Stage(story)
    try:
        answer = run()
    finally:
        stage.timer.stop()
    if stage.failure is not None:
        raise stage.failure
    assert stage.is_over, "the program ended in the middle of the story"
    return answer


def shown(kind: type[Kind]) -> Kind | None:
    """Give the visible window of a kind."""
    for window in QApplication.topLevelWidgets():
        if isinstance(window, kind) and window.isVisible():
            return window
    return None


def seen(kind: type[Kind]) -> Kind:
    """Give the visible window of a kind, which is there."""
    window = shown(kind)
    assert window is not None, f"no {kind.__name__} is open"
    return window


class _Stage:
    """Looks now and then whether the story can go on."""

    def __init__(self, story: Story) -> None:
        self.failure: BaseException | None = None
        self.is_over = False
        self._story = story
        self._fact: Fact = lambda: True
        self._is_acting = False
        self._waited = QElapsedTimer()
        self._waited.start()
        self.timer = QTimer()
        self.timer.setInterval(_LOOK_MS)
        self.timer.timeout.connect(self._look)
        self.timer.start()

    def _look(self) -> None:
        if self.failure is not None or self.is_over:
            self._see_to_the_end()
            return
        if self._is_acting:
            return
        self._is_acting = True
        try:
            self._go_on()
        except StopIteration:
            self.is_over = True
            self._waited.start()
        except BaseException as failure:  # noqa: BLE001  told where the story was begun
            self.failure = failure
        finally:
            self._is_acting = False

    def _go_on(self) -> None:
        if self._fact():
            self._fact = next(self._story)
            self._waited.start()
        elif self._waited.hasExpired(PATIENCE_MS):
            raise AssertionError("waited in vain for the next window of the story")

    def _see_to_the_end(self) -> None:
        """Let a story that is over end by itself; else ring down until every loop has ended.

        A test that waits for ever would be worse than one that fails.
        """
        if self.failure is None and self._waited.hasExpired(PATIENCE_MS):
            self.failure = AssertionError("the story is over, and a window is still open")
        if self.failure is not None:
            self._ring_down()
            QApplication.quit()

    def _ring_down(self) -> None:
        """Close whatever is open, so that the program's loops end."""
        for window in QApplication.topLevelWidgets():
            if isinstance(window, QDialog):
                window.reject()
            elif window.isVisible():
                window.close()
