"""What each key and click on a case wishes, and what stands beside a field when it is wrong."""

from typing import cast
from uuid import UUID

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from hands.case_desk import CASE, NUMBER, OTHER, WITH_US, CaseDesk, a_page, known_person
from hands.case_front import case_screen, choose_line, go_to_case, workplace_of
from hands.front import Front, OpenFront
from hands.rows import BO
from hands.typing import type_text
from kontaktpunkt.domain.commands import (
    AddNote,
    CloseCase,
    CorrectNumber,
    HandOverCase,
    LogCall,
    RequestDocumentation,
    SetWithUs,
    TakeBack,
    TakeCase,
    TickDocumented,
    TickStep,
    UntickStep,
)
from kontaktpunkt.domain.events.case import CallDirection
from kontaktpunkt.domain.person.facts import NumberKind, PersonNumber
from kontaktpunkt.domain.refusal import RefusalReason
from kontaktpunkt.domain.staff import OnWord, Receiver
from kontaktpunkt.domain.times import MINUTE
from kontaktpunkt.ui.preferences import Preference

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


def test_t_in_the_timeline_takes_the_case(front: Front, desk: CaseDesk) -> None:
    """T makes me responsible."""
    front.press(K.Key_T)

    assert desk.commands == [TakeCase(case=CASE)]
    assert front.said == "Du är ansvarig för ärendet"


def test_single_keys_can_be_turned_off(front: Front, desk: CaseDesk) -> None:
    """With single keys off, T does nothing but Ctrl+T still takes the case."""
    workplace_of(front).preferences.put(Preference.SINGLE_KEYS, "off")
    front.press(K.Key_T)
    assert desk.commands == []

    front.press(K.Key_T, CTRL)

    assert desk.commands == [TakeCase(case=CASE)]


def test_single_keys_do_not_act_while_something_is_typed(front: Front, desk: CaseDesk) -> None:
    """A t in a note is a letter."""
    front.press(K.Key_N)
    type_text(case_screen(front).entry.note, "tt")

    assert desk.commands == []


def test_n_opens_the_note_and_ctrl_enter_saves_it(front: Front, desk: CaseDesk) -> None:
    """N, the words, Ctrl+Enter."""
    front.press(K.Key_N)
    type_text(case_screen(front).entry.note, "Nyckeln hämtas på kontoret.")
    front.settle()

    front.press(K.Key_Return, CTRL)

    assert desk.commands == [AddNote(case=CASE, text="Nyckeln hämtas på kontoret.")]
    assert not case_screen(front).entry.note.isVisible()
    assert (f"case:{CASE}", "note") not in desk.drafts


def test_an_empty_note_is_not_saved(front: Front, desk: CaseDesk) -> None:
    """Nothing written is nothing to save, and that is said beside the field."""
    front.press(K.Key_N)
    front.press(K.Key_Return, CTRL)

    assert desk.commands == []
    assert case_screen(front).entry.note_field.refusal.text() == "Skriv något först."


def test_a_call_to_the_ward_needs_no_typing(front: Front, desk: CaseDesk) -> None:
    """R and Ctrl+Enter note a call to the ward, which stands greyed in the fields."""
    page = desk.pages[CASE].row
    front.press(K.Key_R)
    case_screen(front).entry.unanswered.setChecked(True)

    front.press(K.Key_Return, CTRL)

    (command,) = desk.commands
    assert command == LogCall(
        case=CASE,
        direction=CallDirection.OUT,
        counterpart=f"{page.hospital} · {page.ward}",
        phone=page.ward_phone,
        answered=False,
    )


def test_a_call_to_somebody_else_does_not_get_the_wards_number(
    front: Front, desk: CaseDesk
) -> None:
    """Another name without a number gets no number of somebody else's, and its own time."""
    front.press(K.Key_R)
    entry = case_screen(front).entry
    type_text(entry.counterpart, "Dottern")
    type_text(entry.at, "0812")
    front.settle()

    entry.save()
    front.settle()

    command = cast("LogCall", desk.commands[0])
    assert (command.counterpart, command.phone) == ("Dottern", "")
    assert command.at == desk.time - 28 * MINUTE


def test_a_call_at_a_time_that_cannot_be_read_is_not_saved(front: Front, desk: CaseDesk) -> None:
    """What cannot be read is asked about again, beside the field."""
    front.press(K.Key_R)
    type_text(case_screen(front).entry.at, "sen")
    front.settle()

    case_screen(front).entry.save()

    assert desk.commands == []
    assert "gick inte att tolka" in case_screen(front).entry.at_field.refusal.text()


def test_a_tick_is_an_act_and_shows_when_it_is_durable(front: Front, desk: CaseDesk) -> None:
    """The box is ticked by what the desk says, not by the click."""
    line = case_screen(front).steps.lines["carry_out"]

    line.box.click()
    front.settle()

    assert desk.commands == [TickStep(case=CASE, step="carry_out")]
    assert not line.box.isChecked()


def test_a_step_is_ticked_on_somebodys_word(front: Front, desk: CaseDesk) -> None:
    """For somebody without the program: her name and number stand with the tick."""
    line = case_screen(front).steps.lines["carry_out"]
    line.more.click()
    assert line.name.hasFocus()
    type_text(line.name, "Eva Ek")
    type_text(line.phone, "0510-1")

    front.press(K.Key_Return)

    word = OnWord(name="Eva Ek", phone="0510-1")
    assert desk.commands == [TickStep(case=CASE, step="carry_out", on_word=word)]


def test_a_done_step_tells_who_and_can_be_unticked(front: Front, desk: CaseDesk) -> None:
    """Who did it, when and on whose word; a click takes the tick away."""
    line = case_screen(front).steps.lines["call_home"]
    assert line.told.text() == "07:40 av Anna Alm, enligt uppgift från Cilla Åström, 0510-77 01 01"

    line.box.click()
    front.settle()

    assert desk.commands == [UntickStep(case=CASE, step="call_home")]


def test_a_text_is_copied_and_then_ticked_as_documented(front: Front, desk: CaseDesk) -> None:
    """Copy it, paste it in SAMSA, tick it here."""
    (line,) = case_screen(front).documentation.items

    line.copy.click()
    line.box.click()
    front.settle()

    assert QGuiApplication.clipboard().text().startswith("Hemtjänst startar")
    assert desk.commands == [TickDocumented(case=CASE, item=UUID(int=61))]


def test_a_text_is_put_on_the_list_for_the_regions_system(front: Front, desk: CaseDesk) -> None:
    """What is to be documented stands on the list under the system's own name."""
    panel = case_screen(front).documentation
    type_text(panel.text, "Åter i dag")

    panel.put.click()
    front.settle()

    (command,) = desk.commands
    assert isinstance(command, RequestDocumentation)
    assert (command.system, command.text) == ("SAMSA", "Åter i dag")
    assert panel.text.toPlainText() == ""


def test_who_she_is_with_us_is_edited_where_it_stands(front: Front, desk: CaseDesk) -> None:
    """Ändra turns the lines into fields; Enter saves them all."""
    panel = case_screen(front).with_us
    panel.change.click()
    assert panel.fields["unit"].text() == WITH_US.unit
    panel.fields["nurse"].clear()
    type_text(panel.fields["nurse"], "Åsa Öberg")
    front.settle()

    panel.fields["nurse"].returnPressed.emit()
    front.settle()

    (command,) = desk.commands
    assert isinstance(command, SetWithUs)
    assert command.with_us == replace(WITH_US, nurse="Åsa Öberg")
    assert panel.editor.isHidden()


def test_an_own_act_is_taken_back_from_the_timeline(front: Front, desk: CaseDesk) -> None:
    """The chosen act of mine is taken back with Delete; others' acts offer nothing."""
    choose_line(front, "Klart: Förplanering")
    assert not case_screen(front).timeline.take_back_act.isEnabled()
    choose_line(front, "Notering: Dottern")

    front.press(K.Key_Delete)

    assert desk.commands == [TakeBack(act=UUID(int=4001))]


def test_the_original_is_shown_as_it_came(front: Front) -> None:
    """A message can be read in its own words."""
    choose_line(front, "Inskrivning")

    front.press(K.Key_O, CTRL)

    assert "resourceType" in case_screen(front).timeline.original_text.toPlainText()


def test_a_case_is_handed_to_a_colleague_a_unit_or_a_role(front: Front, desk: CaseDesk) -> None:
    """The unit that she belongs to is proposed first; a colleague can be chosen."""
    front.press(K.Key_L)
    panel = case_screen(front).hand_over_panel
    assert panel.box.currentData() == Receiver(unit="Hemtjänst Norr")
    panel.box.setCurrentIndex(panel.box.findText(BO.name))

    panel.save_button.click()
    front.settle()

    assert desk.commands == [HandOverCase(case=CASE, to=Receiver(staff=BO.staff))]
    assert panel.isHidden()


def test_a_wrong_number_is_corrected_with_the_reason_beside(front: Front, desk: CaseDesk) -> None:
    """A slip in the right number is said; the right one goes in place of the wrong."""
    screen = case_screen(front)
    screen.acts_bar.number.trigger()
    panel = screen.number_panel
    type_text(panel.number, "19380514-9833")
    panel.save()
    front.settle()
    assert panel.field.refusal.text() == "Kontrollsiffran stämmer inte: något är felskrivet."
    panel.number.setText("19121212-1212")

    panel.save()
    front.settle()

    right = PersonNumber(NumberKind.PERSONAL, "191212121212")
    person = desk.pages[CASE].row.person
    assert person is not None
    assert desk.commands == [CorrectNumber(person=person, wrong=NUMBER, right=right)]
    assert panel.isHidden()


def test_a_message_is_moved_to_the_person_it_belongs_to(front: Front, desk: CaseDesk) -> None:
    """The right person's number finds her name; the message goes with all that was done."""
    desk.known["191212121212"] = known_person(PersonNumber(NumberKind.PERSONAL, "191212121212"))
    choose_line(front, "Inskrivning")
    screen = case_screen(front)
    screen.timeline.move_act.trigger()
    type_text(screen.move_panel.number, "19121212-1212")
    front.settle()
    assert screen.move_panel.name.text() == "Karin Övergaard"

    screen.move_panel.save()
    front.settle()

    assert desk.moved == [(UUID(int=8046), "19121212-1212", "Karin Övergaard")]
    assert front.said == "Meddelandet är flyttat"


def test_x_closes_the_case_without_a_question(front: Front, desk: CaseDesk) -> None:
    """Closing is one key; undo is there instead of "are you sure"."""
    front.press(K.Key_X)

    assert desk.commands == [CloseCase(case=CASE)]


def test_another_case_of_the_person_opens(front: Front, desk: CaseDesk) -> None:
    """Earlier stays are one click away."""
    desk.pages[OTHER] = a_page(OTHER)

    case_screen(front).other_cases.case_chosen.emit(OTHER)
    front.settle()

    assert case_screen(front).case == OTHER


def test_p_asks_for_a_paper_for_this_case(front: Front) -> None:
    """P shows the form for this person."""
    wanted: list[object] = []

    def note(case: object, _kind: object) -> None:
        wanted.append(case)

    workplace_of(front).paper_wanted.connect(note)

    front.press(K.Key_P)

    assert wanted == [CASE]


def test_a_refusal_is_said_in_the_strip(front: Front, desk: CaseDesk) -> None:
    """What a rule says no to is said in words."""
    desk.refuses = RefusalReason.ALREADY_TAKEN

    front.press(K.Key_T)

    assert "redan taget" in front.said


def test_escape_closes_one_thing_at_a_time(front: Front) -> None:
    """Escape puts away the open note, then the case; what was typed is a draft."""
    front.press(K.Key_N)
    type_text(case_screen(front).entry.note, "x")
    front.press(K.Key_Escape)
    assert not case_screen(front).entry.note.isVisible()
    assert front.program.window.top_screen is case_screen(front)

    front.press(K.Key_Escape)

    assert front.program.window.top_screen is front.inbox


# Offscreen windows cannot grab a keyboard; the menu gets its keys all the same.
@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize(("steps", "what"), [(0, "apply"), (1, "decide"), (2, "arrive")])
def test_a_short_stay_is_two_keys_away(front: Front, steps: int, what: str) -> None:
    """K, then a way: the screen of short stays opens with this case chosen."""
    wanted: list[tuple[object, str]] = []
    workplace = workplace_of(front)
    workplace.short_term_wanted.disconnect()

    def note(case: object, way: str) -> None:
        wanted.append((case, way))

    workplace.short_term_wanted.connect(note)
    screen = case_screen(front)
    screen.focus()

    front.press(K.Key_K)
    assert screen.short_stay.isVisible()
    for _ in range(steps):
        QTest.keyClick(screen.short_stay, K.Key_Down)
    QTest.keyClick(screen.short_stay, K.Key_Return)
    front.settle()

    assert wanted == [(CASE, what)]
