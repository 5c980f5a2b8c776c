"""The small panels: filled beforehand, kept as drafts, done with Enter."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from hands.desk import DeskInMemory
from hands.front import Front, OpenFront
from hands.rows import NOW, a_row
from hands.typing import type_text
from kontaktpunkt.domain.commands import (
    AcknowledgeMessage,
    AddNote,
    DeferMessage,
    HandOverMessage,
    LogCall,
    MarkMisdirected,
    NoteDeviation,
)
from kontaktpunkt.domain.events.message import Misdirection
from kontaktpunkt.domain.refusal import RefusalReason
from kontaktpunkt.domain.staff import Receiver
from kontaktpunkt.domain.times import HOUR, MINUTE
from kontaktpunkt.ui.screens.inbox.acts import Act
from kontaktpunkt.ui.screens.inbox.panels.on_case import CallPanel

pytestmark = pytest.mark.ui

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def _type(front: Front, text: str) -> None:
    field = QApplication.focusWidget()
    assert field is not None
    type_text(field, text)
    front.settle()


def test_k_notes_when_it_was_acknowledged(front: Front) -> None:
    """Acknowledged in SAMSA now, unless another time is typed."""
    front.choose(1)

    front.press(K.Key_K)
    front.press(K.Key_Return)

    [done] = front.desk.commands
    assert done == AcknowledgeMessage(
        message=front.desk.rows[1].message, system="SAMSA", at=front.desk.now()
    )
    assert front.said == "Kvitterat i SAMSA: Lars L., kl 08:40"
    assert front.inbox.list.hasFocus()


def test_k_takes_an_earlier_time(front: Front) -> None:
    """Acknowledged at a quarter past eight, noted at twenty to nine."""
    front.choose(1)
    front.press(K.Key_K)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    field.selectAll()

    _type(front, "0815")
    front.press(K.Key_Return)

    assert front.desk.commands[0].at == NOW - 25 * MINUTE


def test_l_proposes_who_the_person_is_with_us(front: Front) -> None:
    """The unit that knows her comes first: L, Enter."""
    front.choose(1)

    front.press(K.Key_L)
    front.press(K.Key_Return)

    [done] = front.desk.commands
    assert isinstance(done, HandOverMessage)
    assert done.to == Receiver(unit=front.desk.rows[1].unit)
    assert front.said.startswith("Lämnat till Vipans äldreboende")


def test_l_finds_a_colleague_by_a_few_letters(front: Front) -> None:
    """Typing "åst" is enough to find Cilla Åström."""
    front.choose(1)
    front.press(K.Key_L)

    _type(front, "åst")
    front.press(K.Key_Return)

    [done] = front.desk.commands
    assert isinstance(done, HandOverMessage)
    assert done.to.staff is not None


def test_s_offers_times_that_are_still_to_come(front: Front) -> None:
    """Later: in an hour, unless I choose otherwise."""
    front.choose(1)

    front.press(K.Key_S)
    front.press(K.Key_Return, CTRL)

    [done] = front.desk.commands
    assert isinstance(done, DeferMessage)
    assert done.until == NOW + HOUR


def test_s_can_wait_for_an_answer(front: Front) -> None:
    """Waiting for an answer has no time."""
    front.choose(1)
    front.press(K.Key_S)

    for _ in range(3):
        front.press(K.Key_Down)
    front.press(K.Key_Return, CTRL)

    [done] = front.desk.commands
    assert isinstance(done, DeferMessage)
    assert done.until is None
    assert front.said.endswith("tills svar kommer")


def test_r_is_filled_with_the_ward_and_its_number(front: Front) -> None:
    """The phone is already at the ear: ward and number stand there, only the words are typed."""
    front.choose(1)
    row = front.desk.rows[1]
    front.press(K.Key_R)

    _type(front, "Åker hem 13, sjukresa beställd")
    front.press(K.Key_Return, CTRL)

    [done] = front.desk.commands
    assert isinstance(done, LogCall)
    assert done.phone == row.ward_phone
    assert row.ward in done.counterpart
    assert done.text == "Åker hem 13, sjukresa beställd"
    assert done.answered


def test_an_unanswered_call_counts(front: Front) -> None:
    """Ej svar is one tick."""
    front.choose(1)
    front.press(K.Key_R)
    panel = front.inbox.drawer.open
    assert isinstance(panel, CallPanel)

    panel.no_answer.setChecked(True)
    front.press(K.Key_Return, CTRL)

    [done] = front.desk.commands
    assert isinstance(done, LogCall)
    assert not done.answered
    assert front.said.endswith("ej svar")


def test_f_asks_where_it_was_sent_on(front: Front) -> None:
    """Forwarded to nobody is not accepted; the panel says what is missing."""
    front.choose(1)
    front.press(K.Key_F)
    front.press(K.Key_Down)

    front.press(K.Key_Return, CTRL)

    panel = front.inbox.drawer.open
    assert panel is not None
    assert panel.refusal.text() == "Skriv vart det sändes vidare."
    assert front.desk.commands == []


def test_f_returned_needs_no_more(front: Front) -> None:
    """Returned in SAMSA: one key and Enter."""
    front.choose(1)
    front.press(K.Key_F)

    front.press(K.Key_Return, CTRL)

    [done] = front.desk.commands
    assert isinstance(done, MarkMisdirected)
    assert done.way is Misdirection.RETURNED


def test_a_notes_what_differed_from_the_agreement(front: Front) -> None:
    """A deviation is noted with its point of the agreement."""
    front.choose(1)
    front.press(K.Key_A)

    front.press(K.Key_Return, CTRL)

    assert isinstance(front.desk.commands[0], NoteDeviation)


def test_an_empty_note_is_not_kept(front: Front) -> None:
    """Ctrl and Enter on nothing says that something must be written."""
    front.choose(1)
    front.press(K.Key_N)

    front.press(K.Key_Return, CTRL)

    assert front.desk.commands == []
    assert front.inbox.drawer.open is not None


def test_what_i_typed_is_there_when_i_come_back(front: Front) -> None:
    """Interrupted in the middle of a note: Esc, another row, back again, and the words stand."""
    front.choose(1)
    front.press(K.Key_N)
    _type(front, "Dottern Åsa har nyckel")
    front.press(K.Key_Escape)
    front.choose(4)

    front.choose(1)
    front.press(K.Key_N)

    panel = front.inbox.drawer.open
    assert panel is not None
    assert panel.text_of("text") == "Dottern Åsa har nyckel"


def test_a_click_on_another_row_keeps_the_draft(front: Front) -> None:
    """A click elsewhere closes the panel, and the words are kept without any pause."""
    front.choose(1)
    front.press(K.Key_N)
    _type(front, "Ring tillbaka")

    front.inbox.list.choose(5)
    front.settle()

    assert "Ring tillbaka" in front.desk.drafts.values()
    assert front.inbox.drawer.open is None


def test_closing_the_window_in_the_middle_of_a_word_loses_nothing(front: Front) -> None:
    """The window is closed before the pause in which drafts are kept, and the words stand."""
    front.choose(1)
    front.press(K.Key_N)
    field = QApplication.focusWidget()
    assert field is not None
    type_text(field, "Ring Åsa")

    front.program.window.close()
    front.settle()

    assert "Ring Åsa" in front.desk.drafts.values()


def test_a_saved_note_leaves_no_draft(front: Front) -> None:
    """What became an act is no draft any more."""
    front.choose(1)
    front.press(K.Key_N)
    _type(front, "Klart med hemtjänsten")

    front.press(K.Key_Return, CTRL)

    assert isinstance(front.desk.commands[0], AddNote)
    assert front.desk.drafts == {}


def test_a_refused_act_keeps_panel_and_words(opened: OpenFront) -> None:
    """A no stands beside the fields, and nothing that was typed is lost."""
    front = opened(DeskInMemory(refuses=RefusalReason.NO_CASE))
    front.choose(1)
    front.press(K.Key_N)
    _type(front, "Ett viktigt ord")

    front.press(K.Key_Return, CTRL)

    panel = front.inbox.drawer.open
    assert panel is not None
    assert panel.refusal.isVisible()
    assert panel.text_of("text") == "Ett viktigt ord"


def test_messages_of_one_case_get_one_note(opened: OpenFront) -> None:
    """Two messages about the same stay, one note."""
    one, other = a_row(1), a_row(2, case=a_row(1).case)
    front = opened(DeskInMemory(rows=[one, other]))
    front.choose(0)
    front.press(K.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    front.press(K.Key_N)
    _type(front, "Samma sak")

    front.press(K.Key_Return, CTRL)

    assert one.case is not None
    assert front.desk.commands == [AddNote(case=one.case, text="Samma sak")]


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("act", [Act.CALL, Act.HAND_OVER, Act.DEVIATION, Act.ACKNOWLEDGE])
def test_the_button_of_a_panel_is_in_sight_when_it_opens(
    opened: OpenFront, act: Act, percent: int
) -> None:
    """Nobody has to look below the edge for the way to save."""
    front = opened(None, percent)
    front.choose(1)

    front.inbox.acts_.actions[act].trigger()
    front.settle()

    panel, sheet = front.inbox.drawer.open, front.inbox.card.sheet
    assert panel is not None
    edge = sheet.viewport().height()
    assert panel.mapTo(sheet.viewport(), QPoint(0, panel.height())).y() <= edge
    if panel.height() < edge:
        assert panel.mapTo(sheet.viewport(), QPoint()).y() >= 0
