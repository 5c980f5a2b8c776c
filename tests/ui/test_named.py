"""Whatever can be reached by keys has a name for the screen reader."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from hands.case_desk import CaseDesk
from hands.front import Front, OpenFront
from kontaktpunkt.ui.rooms import PLACES

pytestmark = pytest.mark.ui


def _nameless(front: Front) -> list[str]:
    found: list[str] = []
    for part in front.program.window.findChildren(QWidget):
        by_keys = part.focusPolicy() & Qt.FocusPolicy.TabFocus
        if by_keys and part.isVisible() and part.isEnabled():
            heard = QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name)
            if not heard.strip():
                found.append(f"{type(part).__name__} in {type(part.parent()).__name__}")
    return found


@pytest.mark.parametrize("key", [place.key for place in PLACES])
def test_every_part_that_can_have_focus_is_named(opened: OpenFront, key: str) -> None:
    """On each screen of the rail nothing is silent when Tab comes to it."""
    front = opened(CaseDesk())
    front.program.reception.show(key)
    front.settle()

    assert _nameless(front) == []


def test_the_form_of_a_new_message_is_named(front: Front) -> None:
    """So it is where a message is typed in, and when the palette and the help are open."""
    keys = front.program.window.keys.actions
    for act in ("new_message", "search", "help"):
        keys[act].trigger()
        front.settle()
        assert _nameless(front) == [], act
