"""A message by hand: quick by keyboard, nothing lost, faults beside the fields."""

from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from hands.case_desk import CASE, NUMBER, SET_ASIDE, CaseDesk, known_person
from hands.front import Front, OpenFront
from hands.typing import type_text
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.refusal import RefusalReason
from kontaktpunkt.ui.screens.entry.fields import KINDS, EntryField
from kontaktpunkt.ui.screens.entry.screen import EntryScreen

pytestmark = pytest.mark.ui

K = Qt.Key
F = EntryField
CTRL = Qt.KeyboardModifier.ControlModifier
TYPED = "19380514-9832"


@pytest.fixture
def desk() -> CaseDesk:
    """Give a desk that knows a person."""
    desk = CaseDesk()
    desk.known[NUMBER.value] = known_person(NUMBER)
    return desk


@pytest.fixture
def front(opened: OpenFront, desk: CaseDesk) -> Front:
    """Open the window and press Ctrl+N."""
    front = opened(desk)
    front.press(K.Key_N, CTRL)
    return front


def _screen(front: Front) -> EntryScreen:
    return cast("EntryScreen", front.program.window.screens["entry"])


def _line(front: Front, field: EntryField) -> QLineEdit:
    line = _screen(front).form.field(field)
    assert isinstance(line, QLineEdit)
    return line


def _type(front: Front, field: EntryField, text: str) -> None:
    type_text(_line(front, field), text)
    front.settle()


def _refusal(front: Front, field: EntryField) -> str:
    return _screen(front).form.refusal_of(field)


def test_a_digit_chooses_the_kind_and_goes_on_to_the_number(front: Front) -> None:
    """Ctrl+N, 2: utskrivningsklar is chosen and the cursor stands in the number."""
    front.press(K.Key_2)

    assert _screen(front).kinds.kind is MessageKind.READINESS_NOTICE
    assert _line(front, F.NUMBER).hasFocus()


def test_a_call_is_entered_by_keyboard_alone(front: Front, desk: CaseDesk) -> None:
    """Kind, number, Tab, time, Ctrl+Enter: that is all a hurried call needs."""
    front.press(K.Key_1)
    type_text(_line(front, F.NUMBER), TYPED)
    front.settle()
    _type(front, F.ADMITTED_AT, "igår 2210")

    front.press(K.Key_Return, CTRL)

    (entered,) = desk.entered
    assert entered.kind is MessageKind.ADMISSION_NOTICE
    assert entered.number_text == TYPED
    assert front.program.window.top_screen is not _screen(front)
    assert front.said == "Inlagt: Inskrivning för Karin Övergaard"


def test_tab_goes_in_reading_order(front: Front) -> None:
    """Tab goes from the number to the names, the protection, the ward and the times."""
    front.press(K.Key_1)
    seen: list[EntryField] = []
    form = _screen(front).form
    fields = {form.field(field): field for field in EntryField}
    for _ in range(8):
        focused = front.program.app.focusWidget()
        seen.append(fields[cast("QWidget", focused)])
        front.press(K.Key_Tab)

    assert seen == [
        F.NUMBER,
        F.GIVEN_NAME,
        F.FAMILY_NAME,
        F.PROTECTED,
        F.HOSPITAL,
        F.WARD,
        F.WARD_PHONE,
        F.ADMITTED_AT,
    ]


def test_a_known_number_fills_in_what_is_known(front: Front) -> None:
    """The person's name and ward stand there as soon as the number is whole."""
    _type(front, F.NUMBER, TYPED)

    assert _line(front, F.FAMILY_NAME).text() == "Övergaard"
    assert _line(front, F.WARD).text() != ""


def test_what_was_typed_by_hand_is_never_written_over(front: Front) -> None:
    """A name that I have typed stays mine, whatever is known."""
    _type(front, F.GIVEN_NAME, "Carin")

    _type(front, F.NUMBER, TYPED)

    assert _line(front, F.GIVEN_NAME).text() == "Carin"


def test_another_number_takes_the_guess_back(front: Front) -> None:
    """When the number turns out to be wrong, the name that it brought goes with it."""
    _type(front, F.NUMBER, TYPED)

    _line(front, F.NUMBER).clear()
    front.settle()

    assert _line(front, F.FAMILY_NAME).text() == ""


def test_a_time_is_said_back_in_words(front: Front) -> None:
    """A slip in a time is seen while it is typed."""
    _type(front, F.ADMITTED_AT, "igår 1430")

    assert "i går, måndag 2 mars kl. 14:30" in _screen(front).form.hint_of(F.ADMITTED_AT)


def test_faults_stand_beside_their_fields_and_the_first_gets_the_cursor(
    front: Front, desk: CaseDesk
) -> None:
    """Nothing is saved while a field needs another look, and the cursor goes to the first."""
    _type(front, F.ADMITTED_AT, "snart")

    _screen(front).save()

    assert desk.entered == []
    assert _refusal(front, F.NUMBER) == "Skriv numret, eller åtminstone namnet."
    assert "gick inte att tolka" in _refusal(front, F.ADMITTED_AT)
    assert _line(front, F.NUMBER).hasFocus()


def test_a_wrong_number_is_said_while_typing(front: Front) -> None:
    """A number with a wrong check digit is said to be wrong before anything is saved."""
    _type(front, F.NUMBER, "19380514-9833")

    assert "Kontrollsiffran stämmer inte" in _refusal(front, F.NUMBER)


def test_a_refusal_by_the_desk_keeps_all_that_was_typed(front: Front, desk: CaseDesk) -> None:
    """When the desk says no, its reason stands beside the number and nothing is lost."""
    _type(front, F.NUMBER, TYPED)
    desk.refuses = RefusalReason.NO_PERSON

    _screen(front).save()
    front.settle()

    assert "Det saknas en person" in _refusal(front, F.NUMBER)
    assert _line(front, F.NUMBER).text() == TYPED
    assert _screen(front).save_act.isEnabled()


def test_what_is_typed_is_a_draft_until_it_is_saved(front: Front, desk: CaseDesk) -> None:
    """Escape leaves the form; Ctrl+N brings back what was typed, kind and all."""
    front.press(K.Key_5)
    _type(front, F.NUMBER, "1938")
    front.press(K.Key_Escape)
    assert any("1938" in text for text in desk.drafts.values())

    _screen(front).form.fill({})
    front.press(K.Key_N, CTRL)

    assert _line(front, F.NUMBER).text() == "1938"
    assert _screen(front).kinds.kind is KINDS[4]


def test_a_saved_message_leaves_no_draft(front: Front, desk: CaseDesk) -> None:
    """What has become a message is no draft any more."""
    _type(front, F.NUMBER, TYPED)
    _screen(front).save()
    front.settle()

    assert desk.drafts == {}
    assert _line(front, F.NUMBER).text() == ""


def test_completing_shows_the_original_and_what_it_says(front: Front, desk: CaseDesk) -> None:
    """The set-aside original stands beside the form, with the person it speaks of filled in."""
    screen = _screen(front)
    screen.complete(SET_ASIDE)
    front.settle()

    assert screen.original.isVisible()
    assert "Patient" in screen.original.text.toPlainText()
    assert _line(front, F.GIVEN_NAME).text() == "Sven"
    screen.kinds.choose(MessageKind.ADMISSION_NOTICE)
    screen.save()
    front.settle()
    assert desk.entered[0].completes == SET_ASIDE


def test_an_original_has_no_kind_that_nobody_chose(front: Front, desk: CaseDesk) -> None:
    """What could not be read has no kind until somebody says which: saving asks for it."""
    screen = _screen(front)
    screen.complete(SET_ASIDE)
    front.settle()
    assert screen.kinds.kind is None

    front.press(K.Key_Return, CTRL)

    assert desk.entered == []
    assert screen.failure.text() == "Välj först slag av meddelande."
    assert screen.kinds.hasFocus()
    front.press(K.Key_2)
    assert screen.kinds.kind is MessageKind.READINESS_NOTICE


def test_what_an_empty_time_of_sending_means_is_said_for_each_kind(front: Front) -> None:
    """A call is told now; when a readiness notice was sent is never guessed: it may cost."""
    screen = _screen(front)
    assert screen.form.hint_of(F.SENT_AT) == "Tomt betyder nu."

    screen.kinds.choose(MessageKind.READINESS_NOTICE)

    told = "Tomt betyder okänd tid. Den går att fylla i senare."
    assert screen.form.hint_of(F.SENT_AT) == told


def test_a_new_message_begins_at_its_top(front: Front) -> None:
    """However far down the last message was scrolled, the next one shows the number first."""
    screen = _screen(front)
    bar = screen.form.sheet.verticalScrollBar()
    front.program.window.resize(1000, 420)
    front.settle()
    bar.setValue(bar.maximum())
    assert bar.value() > 0

    front.press(K.Key_Escape)
    front.press(K.Key_N, CTRL)

    assert bar.value() == 0


def test_a_message_in_a_case_keeps_to_it(front: Front, desk: CaseDesk) -> None:
    """A message begun from a case belongs to that case."""
    screen = _screen(front)
    screen.open_new(CASE)
    _type(front, F.NUMBER, TYPED)
    screen.save()
    front.settle()

    assert desk.entered[0].case == CASE


@pytest.mark.parametrize("kind", KINDS)
def test_only_the_fields_of_the_kind_are_shown(
    front: Front, qtbot: QtBot, kind: MessageKind
) -> None:
    """Fields that do not belong to the kind are out of the way."""
    del qtbot
    screen = _screen(front)
    screen.kinds.choose(kind)

    shown = screen.form.field(F.READY_AT).isVisible()
    assert shown == (kind is MessageKind.READINESS_NOTICE)
    assert isinstance(screen.form.field(F.READ_BACK), QCheckBox)
