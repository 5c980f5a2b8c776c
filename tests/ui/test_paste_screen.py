"""A message pasted from the region's screen: filled and marked, the rest left, known ones told."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from hands.house_front import HouseFront, open_house
from kontaktpunkt.domain.message_kind import Carrier, MessageKind
from kontaktpunkt.ui.screens.entry.fields import EntryField
from kontaktpunkt.ui.screens.entry.screen import EntryScreen
from kontaktpunkt.usecases.rows import InboxQuery, MessageCard
from samples import House, a_house

pytestmark = pytest.mark.ui

K, F = Qt.Key, EntryField
CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier
TEXT = """Inskrivningsmeddelande
Meddelandetyp: Inskrivningsmeddelande
Personnummer: 19380514-9832
Namn: Övergaard, Karin
Sjukhus: Skaraborgs sjukhus Lidköping
Avdelning: Avd 3
Inskriven: 2026-03-23 21:40
Beräknad utskrivning: 2026-03-27
Skickat: 2026-03-24 07:55
Patienten har med sig rollator och glasögon
"""


@pytest.fixture
def house() -> House:
    """Give a house at work."""
    return a_house()


@pytest.fixture
def front(qtbot: QtBot, house: House) -> Iterator[HouseFront]:
    """Open the window on the house."""
    yield from open_house(qtbot, house)


def _screen(front: HouseFront) -> EntryScreen:
    return cast("EntryScreen", front.program.window.screens["entry"])


def _line(front: HouseFront, field: EntryField) -> QLineEdit:
    line = _screen(front).form.field(field)
    assert isinstance(line, QLineEdit)
    return line


def _paste(front: HouseFront, text: str = TEXT) -> None:
    QGuiApplication.clipboard().setText(text)
    front.press(K.Key_N, CTRL)
    front.press(K.Key_V, CTRL)


def _cards(house: House) -> list[MessageCard]:
    rows = house.anna.inbox(InboxQuery(), 0, 10).rows
    found = [house.anna.card(row.message) for row in rows]
    return [card for card in found if card is not None]


def test_three_keys_make_a_message_of_a_copied_text(front: HouseFront, house: House) -> None:
    """Ctrl+N, Ctrl+V, Ctrl+Enter: who, where and when stand in the inbox, the text as original."""
    _paste(front)
    front.press(K.Key_Return, CTRL)

    (card,) = _cards(house)
    assert card.row.kind is MessageKind.ADMISSION_NOTICE
    assert card.row.name == "Karin Övergaard"
    assert (card.row.hospital, card.row.ward) == ("Skaraborgs sjukhus Lidköping", "Avd 3")
    assert card.state.taken_in is not None
    assert card.state.taken_in.carrier is Carrier.PASTED
    assert house.anna.original_text(card.row.message) == TEXT
    assert "Inlagt" in front.said


def test_what_was_understood_is_marked_in_words_with_its_source(front: HouseFront) -> None:
    """A filled field says that it comes from the text, and its tip says from which words."""
    _paste(front)

    screen = _screen(front)
    assert screen.form.hint_of(F.WARD) == "✓ Förstått ur texten"
    assert _line(front, F.WARD).toolTip() == "Ur texten: Avdelning: Avd 3"
    assert "måndag 23 mars kl. 21:40" in screen.form.hint_of(F.ADMITTED_AT)
    assert F.DISCHARGED_TO not in screen.form.marked


def test_a_field_that_i_change_is_mine(front: HouseFront) -> None:
    """The mark goes as soon as somebody writes something else."""
    _paste(front)

    _line(front, F.WARD).setText("Avd 4")

    assert F.WARD not in _screen(front).form.marked


def test_what_was_not_understood_is_left_beside(front: HouseFront) -> None:
    """The line about the walker became no fact: it is listed for the hand."""
    _paste(front)

    assert "Patienten har med sig rollator och glasögon" in _screen(front).paster.pane.words_left()


def test_two_times_that_differ_fill_nothing_until_one_is_used(front: HouseFront) -> None:
    """Which of two expected discharges holds is for a person to say, and is said to be open."""
    _paste(front, TEXT + "Beräknad utskrivning: 2026-03-30\n")

    pane = _screen(front).paster.pane
    assert _line(front, F.EXPECTED_DISCHARGE).text() == ""
    said = "Texten säger olika om beräknad utskrivning. Fältet lämnades tomt."
    assert pane.words_left().count(said) == 2
    assert _line(front, F.EXPECTED_DISCHARGE).hasFocus()

    pane.buttons[1].setFocus()
    front.press(K.Key_Space)

    assert _line(front, F.EXPECTED_DISCHARGE).text() == "2026-03-30"


def test_what_was_typed_before_the_paste_is_never_written_over(front: HouseFront) -> None:
    """A ward that I have typed stays, whatever the text says."""
    front.press(K.Key_N, CTRL)
    _line(front, F.WARD).setFocus()
    front.type("Avd 9")
    _screen(front).kinds.setFocus()
    QGuiApplication.clipboard().setText(TEXT)
    front.press(K.Key_V, CTRL)

    assert _line(front, F.WARD).text() == "Avd 9"
    assert F.WARD not in _screen(front).form.marked
    assert _line(front, F.HOSPITAL).text() != ""


def test_a_paste_in_the_number_of_an_empty_form_fills_all_of_it(front: HouseFront) -> None:
    """Ctrl+V anywhere will do: a whole message never lands in one narrow field."""
    front.press(K.Key_N, CTRL)
    front.press(K.Key_1)
    QGuiApplication.clipboard().setText(TEXT)
    front.press(K.Key_V, CTRL)

    assert _line(front, F.NUMBER).text() == "193805149832"
    assert _line(front, F.WARD).text() == "Avd 3"


def test_a_second_text_takes_the_place_of_the_first(front: HouseFront) -> None:
    """Ctrl+V of the next message in the number's field: nothing of the first person is left."""
    _paste(front)
    _line(front, F.NUMBER).setFocus()
    QGuiApplication.clipboard().setText(
        "Meddelandetyp: Utskrivningsmeddelande\nPersonnummer: 19121212-1212\nNamn: Tolvan, Tolvan\n"
    )
    front.press(K.Key_V, CTRL)

    assert _line(front, F.NUMBER).text() == "191212121212"
    assert _line(front, F.FAMILY_NAME).text() == "Tolvan"
    assert _line(front, F.WARD).text() == ""
    assert _screen(front).kinds.kind is MessageKind.DISCHARGE_NOTICE


def test_a_text_that_names_no_kind_leaves_none_chosen(front: HouseFront, house: House) -> None:
    """The form does not say "inskrivning" for a text that does not: saving asks for the kind."""
    _paste(front, "Personnummer: 19380514-9832\nAvdelning: Avd 3\n")

    assert _screen(front).kinds.kind is None
    front.press(K.Key_Return, CTRL)

    assert _cards(house) == []


def test_the_kind_that_i_chose_stands_when_the_text_names_none(front: HouseFront) -> None:
    """What somebody has chosen is hers, also when a text comes after it."""
    front.press(K.Key_N, CTRL)
    front.press(K.Key_5)
    QGuiApplication.clipboard().setText("Personnummer: 19380514-9832\nAvdelning: Avd 3\n")
    front.press(K.Key_V, CTRL)

    assert _screen(front).kinds.kind is MessageKind.DISCHARGE_NOTICE


def test_a_text_says_when_it_was_sent_and_never_now(front: HouseFront, house: House) -> None:
    """A pasted message without its time of sending is kept without one: the bill hangs on it."""
    _paste(front, TEXT.replace("Skickat: 2026-03-24 07:55\n", ""))

    form = _screen(front).form
    assert form.label_of(F.SENT_AT) == "Sändes, enligt meddelandet"
    assert "nu" not in form.hint_of(F.SENT_AT).split()
    front.press(K.Key_Return, CTRL)

    (card,) = _cards(house)
    assert card.state.taken_in is not None
    assert card.state.taken_in.sent_at is None


def test_a_time_that_nobody_named_is_offered_as_that_of_sending(front: HouseFront) -> None:
    """A time under a label that is not known may be when it was sent: one press says so."""
    _paste(front, TEXT.replace("Skickat: ", "Registrerad: "))

    pane = _screen(front).paster.pane
    assert "Är det när meddelandet sändes?" in pane.words_left()
    assert _line(front, F.SENT_AT).text() == ""
    assert _line(front, F.SENT_AT).hasFocus()

    pane.buttons[0].setFocus()
    front.press(K.Key_Space)

    assert _line(front, F.SENT_AT).text() == "2026-03-24 07:55"


def test_the_paste_can_be_taken_back(front: HouseFront) -> None:
    """One key, and the form is as it was before the text came."""
    _paste(front)
    front.press(K.Key_Z, CTRL_SHIFT)

    assert not any(text for f, text in _screen(front).form.typed().items() if f != F.LEAVE_STARTED)
    assert _screen(front).paster.field.isVisible()


def test_a_text_about_several_offers_to_reconcile_instead(front: HouseFront) -> None:
    """A list of people is no message: nothing is filled, and the way to Stäm av is open."""
    _paste(front, TEXT + "Personnummer: 19121212-1212\nNamn: Tolvan, Tolvan\n")

    screen = _screen(front)
    assert "Inget är ifyllt." in screen.paster.bar.notice.text()
    assert _line(front, F.NUMBER).text() == ""

    screen.paster.bar.reconcile.trigger()
    front.settle()

    assert front.top.key == "reconcile"


def test_a_message_that_is_here_already_is_said_and_opened(front: HouseFront, house: House) -> None:
    """Pasted a second time, it is known: one key opens the case that it stands in."""
    _paste(front)
    front.press(K.Key_Return, CTRL)
    _paste(front)

    assert "Meddelandet finns redan här" in _screen(front).paster.bar.notice.text()
    front.press(K.Key_O, CTRL_SHIFT)

    assert front.top.key == "case"
    assert len(_cards(house)) == 1


def test_a_dropped_letter_fills_the_form_and_is_kept_whole(
    front: HouseFront, house: House, tmp_path: Path
) -> None:
    """A letter saved from the mail program does as well as its text, and is the original."""
    letter = tmp_path / "brev.eml"
    body = TEXT.replace("\n", "\r\n")
    head = "From: a@example.se\r\nTo: b@example.se\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
    kind = "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    letter.write_bytes((head + kind + body).encode())
    front.press(K.Key_N, CTRL)
    _screen(front).paster.give_files([str(letter)])
    front.settle()
    front.press(K.Key_Return, CTRL)

    (card,) = _cards(house)
    assert card.row.ward == "Avd 3"
    assert card.state.taken_in is not None
    with house.store.reading() as view:
        kept = view.original(card.state.taken_in.original)
    assert kept is not None
    assert kept.data == letter.read_bytes()


def test_a_pasted_text_survives_escape(front: HouseFront, house: House) -> None:
    """Called away in the middle: the text and its marks come back with Ctrl+N."""
    _paste(front)
    front.press(K.Key_Escape)
    front.press(K.Key_N, CTRL)

    assert _line(front, F.WARD).text() == "Avd 3"
    assert F.WARD in _screen(front).form.marked
    front.press(K.Key_Return, CTRL)
    assert house.anna.original_text(_cards(house)[0].row.message) == TEXT


def test_an_entry_of_a_pasted_text_can_be_undone(front: HouseFront, house: House) -> None:
    """Pasted on the wrong person: Ctrl+Z takes it back, as with any entry by hand."""
    _paste(front)
    front.press(K.Key_Return, CTRL)
    front.press(K.Key_Z, CTRL)

    assert _cards(house) == []
