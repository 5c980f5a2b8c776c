"""Whatever can be reached by keys has a name for the screen reader."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hands.front import Front
from hands.house_front import HouseFront, open_house
from hands.shown import Shown
from kontaktpunkt.ui.rooms import PLACES
from samples import a_house, a_notice

pytestmark = pytest.mark.ui


def _nameless(front: Shown) -> list[str]:
    found: list[str] = []
    for part in front.program.window.findChildren(QWidget):
        by_keys = part.focusPolicy() & Qt.FocusPolicy.TabFocus
        if by_keys and part.isVisible() and part.isEnabled():
            heard = QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name)
            if not heard.strip():
                found.append(f"{type(part).__name__} in {type(part.parent()).__name__}")
    return found


@pytest.fixture
def at_work(qtbot: QtBot) -> Iterator[HouseFront]:
    """Open the window on a real desk with a person in hospital: each screen has its answers."""
    house = a_house()
    house.take_in(a_notice())
    yield from open_house(qtbot, house)


@pytest.mark.parametrize("key", [place.key for place in PLACES])
def test_every_part_that_can_have_focus_is_named(at_work: HouseFront, key: str) -> None:
    """On each screen of the rail nothing is silent when Tab comes to it."""
    at_work.program.reception.show(key)
    at_work.settle()

    assert _nameless(at_work) == []


def test_the_form_of_a_new_message_is_named(front: Front) -> None:
    """So it is where a message is typed in, and when the palette and the help are open."""
    keys = front.program.window.keys.actions
    for act in ("new_message", "search", "help"):
        keys[act].trigger()
        front.settle()
        assert _nameless(front) == [], act
