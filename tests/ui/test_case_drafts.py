"""What is typed in a case survives a click elsewhere, a colleague and another case."""

import pytest
from PySide6.QtCore import Qt

from hands.case_desk import CASE, OTHER, WITH_US, CaseDesk, a_page
from hands.case_front import case_screen, go_to_case, workplace_of
from hands.front import Front, OpenFront
from hands.rows import ANNA
from hands.typing import type_text

pytestmark = pytest.mark.ui

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk() -> CaseDesk:
    """Give a desk with a case in hospital."""
    return CaseDesk()


@pytest.fixture
def front(opened: OpenFront, desk: CaseDesk) -> Front:
    """Open the window at the case."""
    front = opened(desk)
    go_to_case(front, CASE)
    return front


def test_a_note_half_written_comes_back_with_its_case(front: Front, desk: CaseDesk) -> None:
    """Another case, and back again: the note stands there open, as it was left."""
    desk.pages[OTHER] = a_page(OTHER)
    front.press(K.Key_N)
    type_text(case_screen(front).entry.note, "Halvskriven å")
    go_to_case(front, OTHER)
    assert case_screen(front).entry.note.toPlainText() == ""

    go_to_case(front, CASE)

    assert case_screen(front).entry.note.toPlainText() == "Halvskriven å"
    assert case_screen(front).entry.note.isVisible()
    assert desk.drafts[f"case:{CASE}", "note"] == "Halvskriven å"


def test_a_change_by_somebody_else_leaves_typed_text_alone(front: Front, desk: CaseDesk) -> None:
    """A colleague's act redraws the page, not what I am writing."""
    front.press(K.Key_N)
    type_text(case_screen(front).entry.note, "Skriver")
    desk.pages[CASE] = a_page(timeline=())

    workplace_of(front).refresh()
    front.settle()

    assert case_screen(front).entry.note.toPlainText() == "Skriver"
    assert case_screen(front).timeline.list.lines.lines == ()


def test_with_us_half_edited_comes_back(front: Front, desk: CaseDesk) -> None:
    """A number half typed under "Hos oss" is there when the case is opened again."""
    desk.pages[OTHER] = a_page(OTHER)
    panel = case_screen(front).with_us
    panel.edit()
    type_text(panel.fields["therapist"], "Li Ek")
    go_to_case(front, OTHER)
    assert panel.editor.isHidden()

    go_to_case(front, CASE)

    assert panel.editor.isVisible()
    assert panel.fields["therapist"].text() == "Li Ek"
    assert panel.fields["unit"].text() == WITH_US.unit
    assert desk.me == ANNA
