"""What a story gets: a real display or none at all, an office, and a workstation in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from e2e.office import Office
from hands.workstation import Shots, Workstation
from kontaktpunkt.ui.application import application

SHOTS = Path(__file__).resolve().parents[2] / ".build" / "shots"


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """Give the program's own application object, which speaks Swedish."""
    return application()


@pytest.fixture
def shots(request: pytest.FixtureRequest, qapp: QApplication) -> Shots:
    """Give the pictures of this story, or skip: a story is told in a real window or not at all."""
    if qapp.platformName() in ("offscreen", "minimal"):
        pytest.skip("no display: the stories were NOT tried (installer/test e2e brings one up)")
    story = request.node.name.removeprefix("test_").replace("[", "-").rstrip("]")
    return Shots(SHOTS, story[:60].rstrip("_"))


@pytest.fixture
def at_work(qtbot: QtBot, shots: Shots) -> Iterator[Workstation]:
    """Give a workstation whose window is closed when the story ends."""
    workstation = Workstation(qtbot, shots)
    yield workstation
    workstation.close()


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Give a contact point that has just begun for real: nothing has come yet."""
    founded = Office(tmp_path / "lager")
    founded.found()
    return founded
