"""What could not be read stays until somebody has dealt with it, and says why in Swedish."""

from typing import cast
from uuid import UUID

import pytest
from PySide6.QtCore import Qt

from hands.case_desk import NOT_TEXT, SET_ASIDE, CaseDesk
from hands.front import Front, OpenFront
from hands.typing import type_text
from kontaktpunkt.domain.commands import DismissSetAside
from kontaktpunkt.domain.refusal import RefusalReason
from kontaktpunkt.ui.screens.set_aside.screen import SetAsideScreen

pytestmark = pytest.mark.ui

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk() -> CaseDesk:
    """Give a desk with two set-aside originals."""
    return CaseDesk()


@pytest.fixture
def front(opened: OpenFront, desk: CaseDesk) -> Front:
    """Open the window at Ej inläst."""
    front = opened(desk)
    front.program.reception.show("set_aside")
    front.settle()
    return front


def _screen(front: Front) -> SetAsideScreen:
    return cast("SetAsideScreen", front.program.window.screens["set_aside"])


def test_the_reason_and_the_original_are_shown(front: Front) -> None:
    """The chosen original says why it was set aside, and stands there as it came."""
    screen = _screen(front)

    assert screen.heading.text() == "Ej inläst: 2"
    assert screen.why.text() == "Det säger vem personen är, men inte vad som har hänt."
    assert "patient.json" in screen.facts.text()
    assert '"Patient"' in screen.text.toPlainText()


def test_an_original_that_is_no_text_says_that_it_is_kept(front: Front) -> None:
    """What cannot be shown is still safe, and that is said."""
    front.press(K.Key_Down)

    assert "sparat oförändrat" in _screen(front).text.toPlainText()
    assert "240 kB" in _screen(front).facts.text()


def test_enter_fills_it_in_by_hand(front: Front) -> None:
    """Enter on a row opens the form with the original beside it."""
    front.press(K.Key_Return)

    top = front.program.window.top_screen
    assert top is not None
    assert top.key == "entry"


def test_another_try_says_what_became_of_it(front: Front, desk: CaseDesk) -> None:
    """Försök igen reads it once more, and says so when it still does not go."""
    front.press(K.Key_R, CTRL)

    assert f"try again {SET_ASIDE.int}" in desk.asked
    assert front.said.startswith("Det gick fortfarande inte att läsa.")


def test_what_does_not_belong_here_needs_a_reason(front: Front, desk: CaseDesk) -> None:
    """Nothing leaves the list without a word of why."""
    front.press(K.Key_D, CTRL)
    assert _screen(front).note.hasFocus()
    front.press(K.Key_Return)
    assert desk.commands == []
    type_text(_screen(front).note, "Testfil från leverantören")
    front.settle()

    front.press(K.Key_Return)

    assert desk.commands == [DismissSetAside(message=SET_ASIDE, note="Testfil från leverantören")]
    assert _screen(front).dismissal.isHidden()
    assert not any("Testfil" in text for text in desk.drafts.values())


def test_a_refusal_stands_beside_the_reason(front: Front, desk: CaseDesk) -> None:
    """When a rule says no, the reason typed stays."""
    desk.refuses = RefusalReason.NOT_SET_ASIDE
    front.press(K.Key_D, CTRL)
    type_text(_screen(front).note, "Dubbelt")

    _screen(front).dismiss()
    front.settle()

    assert _screen(front).note_field.refusal.text() == "Meddelandet är redan inläst."
    assert _screen(front).note.text() == "Dubbelt"


def test_when_one_is_dealt_with_the_next_is_chosen(front: Front, desk: CaseDesk) -> None:
    """The next original takes the place of the one that is done."""
    del desk.originals[SET_ASIDE]

    _screen(front).begin()
    front.settle()

    assert _screen(front).heading.text() == "Ej inläst: 1"
    assert _screen(front).why.text() == "Innehållet är inte läsbar text."


def test_an_empty_list_says_what_it_is(front: Front, desk: CaseDesk) -> None:
    """With nothing set aside the screen says that all is read."""
    desk.originals.clear()

    _screen(front).begin()
    front.settle()

    assert _screen(front).empty.isVisible()
    assert _screen(front).empty.title.text() == "Allt är inläst"


def test_another_screen_can_ask_for_one_original(front: Front) -> None:
    """From the inbox the very original is shown."""
    _screen(front).show_original(NOT_TEXT)
    front.settle()

    row = _screen(front).model.row(_screen(front).list.currentIndex().row())
    assert row is not None
    assert row.message == UUID(int=NOT_TEXT.int)
