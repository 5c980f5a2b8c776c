"""A phone call on the case in five keystrokes, with the telephone at the ear."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from hands.case_desk import CASE, CaseDesk
from hands.case_front import case_screen, go_to_case
from hands.front import Front, OpenFront
from hands.typing import type_text
from kontaktpunkt.domain.commands import LogCall

pytestmark = pytest.mark.ui

K = Qt.Key


def test_a_call_is_noted_and_read_back_in_five_keystrokes(opened: OpenFront) -> None:
    """R shows the ward's number; then what was said, Tab, Space for read back, Ctrl+Enter."""
    desk = CaseDesk()
    front: Front = opened(desk)
    go_to_case(front, CASE)
    row = desk.pages[CASE].row

    front.press(K.Key_R)
    entry = case_screen(front).entry
    assert entry.phone.placeholderText() == row.ward_phone
    assert QApplication.focusWidget() is entry.text
    type_text(entry.text, "Kommer kl 14")
    front.press(K.Key_Tab)
    front.press(K.Key_Space)
    front.press(K.Key_Return, Qt.KeyboardModifier.ControlModifier)

    (command,) = desk.commands
    assert isinstance(command, LogCall)
    assert (command.text, command.read_back, command.phone) == (
        "Kommer kl 14",
        True,
        row.ward_phone,
    )
