"""A store that does not open: a page of its own, and the way to Nödläge from each place."""

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from contingency_house import CopyHouse
from hands.care import CareInMemory
from kontaktpunkt.bootstrap.early_desk import EarlyDesk
from kontaktpunkt.ui.app import Opening, Program
from kontaktpunkt.ui.application import application
from kontaktpunkt.ui.unlock import Answered, Told, Unlock, tell, unlock
from kontaktpunkt.usecases.desk import Desk
from kontaktpunkt.usecases.failures import Obstacle, Unavailable
from kontaktpunkt.usecases.rows import InboxPage, InboxQuery

# The offscreen platform says so of every window of its own.
pytestmark = [pytest.mark.ui, pytest.mark.qt_log_ignore("propagateSizeHints")]


def _damaged(*_asked: object) -> Desk:
    raise Unavailable(Obstacle.STORE_DAMAGED)


def test_a_damaged_store_is_no_empty_inbox(qtbot: QtBot, tmp_path: Path) -> None:
    """Nobody takes it for a day when nobody is in hospital; one button leads to Nödläge."""
    house = CopyHouse(tmp_path / "store")
    care = CareInMemory()

    def first(_query: InboxQuery, _count: int) -> InboxPage:
        raise Unavailable(Obstacle.STORE_DAMAGED)

    early = cast("Desk", EarlyDesk(_damaged, first, house.house.clock))
    program = Program(application(), Opening(lambda: early, care=care))
    program.show()
    qtbot.waitUntil(lambda: program.clerk.is_idle)
    qtbot.waitUntil(lambda: program.reception.door.page is not None)
    page = program.reception.door.page
    assert page is not None
    window = program.window

    qtbot.waitUntil(page.contingency.isVisible)
    assert "skadat" in page.why.text()
    assert "lagt åt sidan" not in page.why.text()
    assert not any(one.isVisible() for one in (window.stack, window.rail, window.top_line))
    assert not any(key.isEnabled() for key in window.findChildren(QShortcut))
    page.contingency.click()
    assert care.asked == ["contingency"]

    program.stop()
    house.store.close()


def test_a_full_disk_is_only_told(qtbot: QtBot) -> None:
    """What does not keep the store shut stands in the strip, beside the work."""
    program = Program(application(), Opening(_damaged))
    qtbot.addWidget(program.window)
    program.window.show()
    program.reception.tell_unavailable(Unavailable(Obstacle.DISK_FULL))

    assert program.reception.door.page is None
    assert program.window.stack.isVisible()
    program.stop()


def _press_contingency(kind: type[Unlock] | type[Told]) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    (dialog,) = [one for one in app.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]
    dialog.contingency.click()


def test_a_forgotten_passphrase_leads_to_the_contingency_copy(qtbot: QtBot) -> None:
    """From the question for the passphrase, and from the sentence that there is no window."""
    qtbot.wait(0)
    QTimer.singleShot(0, lambda: _press_contingency(Unlock))
    assert unlock("Lagrets nyckel skyddas av en lösenfras.", lambda _: "fel") is (
        Answered.CONTINGENCY
    )
    QTimer.singleShot(0, lambda: _press_contingency(Told))
    assert tell("Lagret är upptaget.") is Answered.CONTINGENCY
