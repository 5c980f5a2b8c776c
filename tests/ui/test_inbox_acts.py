"""One key per act, undo after each, and keys only where the list has focus."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from hands.desk import DeskInMemory
from hands.front import Front, OpenFront
from hands.rows import ANNA, a_row
from kontaktpunkt.domain.commands import FinishMessage, ReopenMessage, TakeMessage
from kontaktpunkt.domain.message_kind import SetAsideReason
from kontaktpunkt.domain.refusal import RefusalReason
from kontaktpunkt.domain.states import MessageStage
from kontaktpunkt.ui.preferences import Preference
from kontaktpunkt.ui.screens.inbox.acts import Act
from kontaktpunkt.usecases.rows import InboxView

pytestmark = pytest.mark.ui

K = Qt.Key


def test_t_takes_the_chosen_message_and_says_so(front: Front) -> None:
    """T takes it, the strip says whose and when, and the row stays chosen."""
    front.choose(1)
    wanted = front.desk.rows[1].message

    front.press(K.Key_T)

    assert front.desk.commands == [TakeMessage(message=wanted)]
    assert front.said == "Taget: Lars L., kl 08:40"
    assert front.inbox.chosen()[0].message == wanted
    assert front.inbox.chosen()[0].owner_name == ANNA.name


def test_ctrl_z_takes_my_last_act_back(front: Front) -> None:
    """A slip is taken back with one key."""
    front.choose(1)
    front.press(K.Key_T)

    front.press(K.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert front.desk.rows[1].owner is None
    assert front.said.startswith("Ångrat")


def test_the_button_in_the_strip_undoes_too(front: Front) -> None:
    """Undo is within reach of the mouse."""
    front.choose(1)
    front.press(K.Key_X)

    QTest.mouseClick(front.program.window.strip.undo, Qt.MouseButton.LeftButton)
    front.settle()

    assert front.desk.rows[1].stage is MessageStage.OPEN


def test_x_finishes_and_goes_on_to_the_next(front: Front) -> None:
    """Ticked off, the row leaves the view and the next one is chosen."""
    front.choose(2)
    following = front.desk.rows[3].message

    front.press(K.Key_X)

    assert isinstance(front.desk.commands[0], FinishMessage)
    assert front.inbox.chosen()[0].message == following


def test_what_was_done_today_can_be_opened_again(front: Front) -> None:
    """A slip is found under Klara i dag and opened with O."""
    front.choose(2)
    front.press(K.Key_X)
    front.inbox.show_view(InboxView.DONE_TODAY)
    front.settle()

    front.press(K.Key_O)

    assert isinstance(front.desk.commands[-1], ReopenMessage)


def test_several_rows_are_one_act(front: Front) -> None:
    """Three rows chosen, one T, one line in the strip, one undo."""
    front.choose(0)
    for _ in range(2):
        front.press(K.Key_Down, Qt.KeyboardModifier.ShiftModifier)

    front.press(K.Key_T)

    assert [type(one) for one in front.desk.commands] == [TakeMessage] * 3
    assert front.desk.asked.count("act") == 1
    assert front.said.startswith("Taget: 3 meddelanden")
    assert len(front.inbox.chosen()) == 3


def test_letters_typed_in_the_filter_do_nothing_to_messages(front: Front) -> None:
    """Typing "Tax" in a field takes nothing and finishes nothing."""
    front.inbox.head.field.setFocus()

    for key in (K.Key_T, K.Key_A, K.Key_X):
        front.press(key)

    assert front.desk.commands == []
    assert front.inbox.head.field.text() == "tax"


def test_single_keys_can_be_turned_off(front: Front) -> None:
    """For whoever hits keys by accident (WCAG 2.1.4), letters do nothing and Enter still opens."""
    workplace = front.inbox.workplace
    workplace.preferences.put(Preference.SINGLE_KEYS, "off")
    front.choose(1)
    opened: list[object] = []
    workplace.case_wanted.disconnect()
    workplace.case_wanted.connect(opened.append)

    front.press(K.Key_T)
    front.press(K.Key_Return)

    assert front.desk.commands == []
    assert opened == [front.desk.rows[1].case]


def test_the_button_on_the_card_does_what_the_key_does(front: Front) -> None:
    """All by mouse too: the card's button takes the message."""
    front.choose(1)
    button = front.inbox.card.buttons[Act.TAKE]

    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    front.settle()

    assert button.text().endswith("T")
    assert isinstance(front.desk.commands[0], TakeMessage)


def test_a_refusal_is_said_in_the_strip(opened: OpenFront) -> None:
    """Bo was quicker: the strip says so, and nothing looks taken by me."""
    front = opened(DeskInMemory(refuses=RefusalReason.ALREADY_TAKEN))
    front.choose(1)

    front.press(K.Key_T)

    assert "redan taget" in front.said
    assert front.program.window.strip.property("mood") == "wrong"
    assert not front.program.window.strip.undo.isVisible()


def test_enter_on_what_could_not_be_read_opens_its_original(front: Front, qtbot: QtBot) -> None:
    """A set-aside original is completed by hand, not opened as a case."""
    place = next(at for at, row in enumerate(front.desk.rows) if row.set_aside is not None)
    front.choose(place)
    workplace = front.inbox.workplace
    workplace.entry_wanted.disconnect()

    with qtbot.waitSignal(workplace.entry_wanted) as wanted:
        QTest.keyClick(front.inbox.list, K.Key_Return)

    assert wanted.args == [front.desk.rows[place].message]


def test_acts_that_cannot_be_done_are_not_offered(opened: OpenFront) -> None:
    """A call needs a case; an original that could not be read has none."""
    alone = a_row(0, kind=None, set_aside=SetAsideReason.NOT_JSON, case=None)
    front = opened(DeskInMemory(rows=[alone]))

    offered = {act for act, action in front.inbox.acts_.actions.items() if action.isEnabled()}

    assert Act.CALL not in offered
    assert Act.ACKNOWLEDGE not in offered
    assert {Act.TAKE, Act.OPEN, Act.FINISH} <= offered


def test_a_message_moved_by_a_colleague_is_followed(front: Front) -> None:
    """The row I am on stays chosen when others come in above it."""
    front.choose(3)
    mine = front.desk.rows[3].message
    front.desk.rows.insert(0, a_row(900))

    front.press(K.Key_F5)

    assert front.inbox.chosen()[0].message == mine
    assert front.inbox.list.currentIndex().row() == 4
