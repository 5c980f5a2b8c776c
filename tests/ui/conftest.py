"""What the tests of screens get: the window on a desk in memory, closed again afterwards."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from hands.desk import DeskInMemory
from hands.front import Front, OpenFront, open_front


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[OpenFront]:
    """Open the window on a desk; it is closed when the test is over."""
    fronts: list[Front] = []

    def open_it(desk: DeskInMemory | None = None, percent: int = 100) -> Front:
        front = open_front(qtbot, desk or DeskInMemory(), percent)
        fronts.append(front)
        return front

    yield open_it
    for front in fronts:
        front.close()


@pytest.fixture
def front(opened: OpenFront) -> Front:
    """Give the window on a usual morning."""
    return opened()
