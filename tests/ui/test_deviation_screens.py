"""Reports of deviations in a real window at a real desk: written, sent, answered and counted."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hands.house_front import HouseFront, open_house
from kontaktpunkt.domain.calendar.clock_kind import ClockKind
from kontaktpunkt.domain.commands import ChangeSetting, NoteDeviation
from kontaktpunkt.domain.events.deviation import AlsoConsider, DataConsent
from kontaktpunkt.domain.person.facts import Protection
from kontaktpunkt.domain.states import DeviationStage
from kontaktpunkt.ui.preferences import Preference
from kontaktpunkt.ui.screens.case.screen import CaseScreen
from kontaktpunkt.ui.screens.deviations.screen import DeviationsScreen
from samples import House, a_house, a_notice, a_person, do, hours

if TYPE_CHECKING:
    from kontaktpunkt.ui.screens.figures.screen import FiguresScreen
    from kontaktpunkt.ui.screens.paper.screen import PaperScreen

pytestmark = pytest.mark.ui
_K = Qt.Key
_CTRL = Qt.KeyboardModifier.ControlModifier
_BOTH = _CTRL | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def house() -> House:
    """Give a house with somebody whose admission notice came two days late."""
    house = a_house()
    stay = {"stay_ids": ("s-1",), "admitted_at": hours(-60)}
    house.take_in(a_notice(person=a_person(1), stay=stay))
    limit = ChangeSetting(key="deviation_answer", value='{"count":60,"unit":"days"}')
    do(house.anna, limit)
    return house


@pytest.fixture
def front(qtbot: QtBot, house: House) -> Iterator[HouseFront]:
    """Open the window on the house."""
    yield from open_house(qtbot, house)


def _case(house: House) -> UUID:
    (row,) = house.bo.in_hospital()
    return row.case


def test_what_tells_the_name_without_consent_is_written_anew_first(
    front: HouseFront, house: House
) -> None:
    """Enter leads to the text, not to the post, and Papper makes nothing of it."""
    screen = _written(front, house)
    assert screen.acts_bar.next is screen.acts_bar.send
    front.press(_K.Key_E)
    screen.forms.writing.description.setPlainText("Provsson kom hem utan medel")
    front.press(_K.Key_Return, _CTRL)

    assert screen.acts_bar.next is screen.acts_bar.write


def _open_case(front: HouseFront, house: House) -> CaseScreen:
    place = front.program.reception.workplace
    assert place is not None
    place.case_wanted.emit(_case(house))
    front.settle()
    return cast("CaseScreen", front.top)


def _written(front: HouseFront, house: House) -> DeviationsScreen:
    """Write the report of the case with its one key."""
    _open_case(front, house)
    front.press(_K.Key_A)
    assert front.top.key == "deviations"
    screen = cast("DeviationsScreen", front.top)
    screen.forms.writing.address.setPlainText("Box 1")
    front.press(_K.Key_Return, _CTRL)
    return screen


def _lines(screen: DeviationsScreen) -> list[tuple[str, ...]]:
    return screen.table.lines.texts()


def test_one_key_in_the_case_begins_a_report_with_what_is_known(
    front: HouseFront, house: House
) -> None:
    """A in the case: hospital, ward, the late notice and who writes are filled in."""
    _open_case(front, house)
    front.press(_K.Key_A)

    form = cast("DeviationsScreen", front.top).forms.writing
    assert form.description.hasFocus()
    assert "Prov1 Provsson" in form.head.text()
    assert (form.counterpart.text(), form.counterpart_unit.text()) == ("Sjukhuset", "Avd 3")
    assert form.points.chosen == ("late_admission_notice",)
    assert form.description.toPlainText().startswith("Inskrivningsmeddelandet sändes efter")
    assert "Utan samtycke" in form.about.text()
    assert house.anna.deviations().to_send == ()


def test_a_report_is_saved_as_one_to_send(front: HouseFront, house: House) -> None:
    """Saved with Ctrl+Enter it stands chosen in the list, and the rail counts it."""
    screen = _written(front, house)

    (row,) = house.anna.deviations().to_send
    assert screen.table.chosen() == row.report
    assert _lines(screen)[0][0] == "Att skicka (1)"
    assert screen.table.hasFocus()
    assert front.program.window.rail.entry("deviations").badge == (1, False)


def test_consent_is_asked_and_never_assumed(front: HouseFront, house: House) -> None:
    """Not asked until somebody says so; with yes the words below say what goes along."""
    _open_case(front, house)
    front.press(_K.Key_A)
    form = cast("DeviationsScreen", front.top).forms.writing
    assert form.consent.currentData() == DataConsent.NOT_ASKED.value

    form.consent.setCurrentIndex(form.consent.findData(DataConsent.YES.value))
    form.consider.choose((AlsoConsider.LEX_SARAH.value,))
    front.press(_K.Key_Return, _CTRL)

    assert "Namn och personnummer följer med" in form.about.text()
    screen = cast("DeviationsScreen", front.top)
    assert screen.card.warning.text() == (
        "Överväg lex Sarah. Det anmäls för sig, aldrig i den här rapporten."
    )
    (row,) = house.anna.deviations().to_send
    assert row.consent is DataConsent.YES


def test_a_name_in_the_text_is_warned_about(front: HouseFront, house: House) -> None:
    """The name slipped into the words: the report says where before it goes off."""
    _open_case(front, house)
    front.press(_K.Key_A)
    screen = cast("DeviationsScreen", front.top)
    screen.forms.writing.description.setPlainText("Provsson väntade")
    front.press(_K.Key_Return, _CTRL)

    assert "står i beskrivningen, utan samtycke" in screen.card.warning.text()
    assert house.anna.deviations().to_send


def test_what_is_missing_is_told_beside_its_field(front: HouseFront, house: House) -> None:
    """No point, no words, a day that has not been: what was typed stays."""
    _open_case(front, house)
    front.press(_K.Key_A)
    form = cast("DeviationsScreen", front.top).forms.writing
    form.points.choose(())
    front.press(_K.Key_Return, _CTRL)
    assert form.points_field.refusal.text() == "Välj vad som inte följdes."
    form.points.choose(("aids",))
    form.description.setPlainText("")
    front.press(_K.Key_Return, _CTRL)
    assert form.text_field.refusal.text() == "Skriv något först."
    form.when.text.setText("i övermorgon")
    front.press(_K.Key_Return, _CTRL)

    assert not form.when.refusal.isHidden()
    assert house.anna.deviations().to_send == ()


def test_what_is_typed_is_kept_as_a_draft(front: HouseFront, house: House) -> None:
    """Esc leaves it; begun again from the same case it stands as it was left."""
    _open_case(front, house)
    front.press(_K.Key_A)
    form = cast("DeviationsScreen", front.top).forms.writing
    form.action.setPlainText("ringde läkaren")
    front.press(_K.Key_Escape)
    assert form.isHidden()

    _open_case(front, house)
    front.press(_K.Key_A)

    assert form.action.toPlainText() == "ringde läkaren"


def test_it_is_sent_answered_and_followed_up_by_key(front: HouseFront, house: House) -> None:
    """S, V and K, each with its own words; the list moves the report on each time."""
    screen = _written(front, house)
    front.press(_K.Key_S)
    assert screen.forms.sending.at.text.hasFocus()
    assert screen.forms.sending.address.toPlainText() == "Box 1"
    front.press(_K.Key_Return, _CTRL)
    assert _lines(screen)[0][0] == "Väntar på andra (1)"
    assert _lines(screen)[1][4].startswith("svar senast 23/5\n60 dagar kvar")

    front.press(_K.Key_V)
    screen.forms.answering.on.text.setText("i dag")
    screen.forms.answering.cause.setPlainText("bemanning")
    front.press(_K.Key_Return, _CTRL)
    assert _lines(screen)[0][0] == "Svar att följa upp (1)"
    assert not screen.card.answer.isHidden()

    front.press(_K.Key_K)
    front.press(_K.Key_Return, _CTRL)
    assert screen.forms.following.field.refusal.text() == "Skriv något först."
    front.type("ny rutin")
    front.press(_K.Key_Return, _CTRL)
    (row,) = house.anna.deviations().done
    assert row.stage is DeviationStage.DONE
    assert _lines(screen)[0][0].startswith("Klara de senaste tre månaderna")


def test_a_late_answer_is_grey_and_can_be_reminded_of(front: HouseFront, house: House) -> None:
    """Late by five days: said in words, counted in the rail, never red; R notes the reminder."""
    screen = _written(front, house)
    front.press(_K.Key_S)
    front.press(_K.Key_Return, _CTRL)
    house.clock.advance(65 * 24 * 60)
    place = front.program.reception.workplace
    assert place is not None
    place.refresh()
    front.settle()

    line = screen.table.lines.line(1)
    assert line is not None
    assert line.look == "soft"
    assert line.cells[4].startswith("svar sent 5 dagar")
    assert front.program.window.rail.entry("deviations").badge == (1, False)
    screen.table.setFocus()
    front.press(_K.Key_R)
    front.type("ringde")
    front.press(_K.Key_Return, _CTRL)
    assert "påmind i dag" in _lines(screen)[1][4]


def test_the_day_it_was_got_moves_the_day_of_the_answer(front: HouseFront, house: House) -> None:
    """M notes when the other side got it; a day before it was sent cannot be."""
    screen = _written(front, house)
    front.press(_K.Key_S)
    front.press(_K.Key_Return, _CTRL)
    house.clock.advance(3 * 24 * 60)
    front.press(_K.Key_M)
    front.type("2026-03-01")
    front.press(_K.Key_Return, _CTRL)
    assert "före den då rapporten skickades" in screen.forms.arrival.on.refusal.text()
    screen.forms.arrival.on.text.setText("2026-03-26")
    front.press(_K.Key_Return, _CTRL)

    assert house.anna.deviations().awaiting[0].received_on is not None
    assert "senast 25/5" in _lines(screen)[1][4]


def test_the_form_is_shown_in_papper_and_takes_its_number_there(
    front: HouseFront, house: House
) -> None:
    """P shows R12 filled in; a look at it takes no number."""
    screen = _written(front, house)
    front.press(_K.Key_P)

    paper = cast("PaperScreen", front.top)
    assert paper.key == "paper"
    assert paper.choices.choice.document.title == (
        "R12 för avvikelsen: Inskrivningsmeddelande sent eller saknas"
    )
    assert paper.print_act.isEnabled()
    assert house.anna.sheets() == ()
    assert screen.isHidden()


def test_one_about_nobody_is_written_without_a_case(front: HouseFront, house: House) -> None:
    """Ctrl+Shift+N in the list: nobody is asked for consent, for it is about nobody."""
    screen = cast("DeviationsScreen", front.program.reception.show("deviations"))
    front.settle()
    front.press(_K.Key_N, _BOTH)
    form = screen.forms.writing
    assert form.consent_field.isHidden()
    assert "ingen enskild" in form.about.text()
    form.points.choose(("transport",))
    front.type("Bilen kom inte")
    front.press(_K.Key_Return, _CTRL)

    (row,) = house.anna.deviations().to_send
    assert row.case is None
    assert _lines(screen)[1][3] == "ingen enskild"


def test_what_the_case_noted_leads_to_its_report(front: HouseFront, house: House) -> None:
    """In the case's times: write the report of what was noted, and later open it."""
    do(house.anna, NoteDeviation(case=_case(house), code="aids", text="ingen rullstol"))
    case = _open_case(front, house)
    row = case.clocks.row(ClockKind.DEVIATION_ANSWER)
    row.act("Skriv rapport …").click()
    front.settle()
    screen = cast("DeviationsScreen", front.top)
    assert screen.forms.writing.points.chosen == ("aids",)
    assert screen.forms.writing.description.toPlainText() == "ingen rullstol"
    front.press(_K.Key_Return, _CTRL)
    report = screen.table.chosen()

    case = _open_case(front, house)
    row = case.clocks.row(ClockKind.DEVIATION_ANSWER)
    row.act("Öppna rapporten").click()
    front.settle()

    assert front.top is screen
    assert screen.table.chosen() == report


def test_what_was_noted_waits_in_the_list_until_it_is_written(
    front: HouseFront, house: House
) -> None:
    """Noted in the inbox and forgotten there: the list has it first, Enter writes its report."""
    do(house.anna, NoteDeviation(case=_case(house), code="aids", text="ingen rullstol"))
    screen = cast("DeviationsScreen", front.program.reception.show("deviations"))
    place = front.program.reception.workplace
    assert place is not None
    place.refresh()
    front.settle()
    assert front.program.window.rail.entry("deviations").badge == (1, False)
    assert _lines(screen)[0][0] == "Noterade, att skriva (1)"
    assert screen.acts_bar.write.text() == "Skriv rapporten"
    assert not screen.acts_bar.send.isEnabled()
    front.press(_K.Key_Return)
    assert screen.forms.writing.points.chosen == ("aids",)
    front.press(_K.Key_Return, _CTRL)

    assert _lines(screen)[0][0] == "Att skicka (1)"
    assert screen.acts_bar.next is screen.acts_bar.send


def test_a_colleague_who_takes_over_finds_no_open_form(front: HouseFront, house: House) -> None:
    """Bo signs in at Anna's desk: what she was writing is her draft, and off the screen."""
    _open_case(front, house)
    front.press(_K.Key_A)
    screen = cast("DeviationsScreen", front.top)
    place = front.program.reception.workplace
    assert place is not None
    assert house.bo.me.staff is not None
    place.be(house.bo.me.staff)
    front.settle()

    assert screen.forms.writing.isHidden()


def test_a_masked_case_gives_no_report(qtbot: QtBot) -> None:
    """Who may not see whom it is about writes none, and does nothing to a colleague's."""
    house = a_house()
    hidden = a_person(5, protection=Protection.SECRECY_MARKING)
    house.take_in(a_notice(person=hidden))
    for front in open_house(qtbot, house):
        case = _open_case(front, house)
        assert not case.acts_bar.deviation.isEnabled()


def test_a_report_is_called_back_with_the_reason_and_undone(
    front: HouseFront, house: House
) -> None:
    """Delete asks why; Ctrl+Z puts it back to send."""
    screen = _written(front, house)
    front.press(_K.Key_Delete)
    front.type("fel avdelning")
    front.press(_K.Key_Return, _CTRL)
    assert house.anna.deviations().to_send == ()

    screen.table.setFocus()
    front.press(_K.Key_Z, _CTRL)

    assert len(house.anna.deviations().to_send) == 1


def test_numbers_open_to_the_reports_behind_them(front: HouseFront, house: House) -> None:
    """Counted among the key figures by what was not kept and by whom; Enter shows which."""
    _written(front, house)
    front.press(_K.Key_Y, _BOTH)
    figures = cast("FiguresScreen", front.top)
    assert figures.key == "figures"
    page = figures.deviations
    headings = [cells[0] for cells in page.table.lines.texts()]
    assert "Efter vad som inte följdes" in headings
    assert "Sjukhuset, Avd 3" in headings
    place = headings.index("Sjukhuset, Avd 3")
    page.table.setCurrentIndex(page.table.lines.index(place, 1))
    page.table.activated.emit(page.table.currentIndex())
    front.settle()

    assert page.behind.text() == "Sjukhuset, Avd 3 (1)"
    page.reports.activated.emit(page.reports.currentIndex())
    front.settle()
    assert front.top.key == "deviations"
    assert house.anna.deviations().to_send


def test_an_empty_list_says_what_it_is(front: HouseFront) -> None:
    """Nothing waits: the screen says how one is written."""
    screen = cast("DeviationsScreen", front.program.reception.show("deviations"))
    front.settle()

    assert screen.pages.currentWidget() is screen.empty


def test_letters_can_be_turned_off(front: HouseFront, house: House) -> None:
    """Who uses speech or shakes turns single letters off; the buttons remain, without a letter."""
    _open_case(front, house)
    front.press(_K.Key_A)
    front.press(_K.Key_Return, _CTRL)
    screen = cast("DeviationsScreen", front.top)
    workplace = front.program.reception.workplace
    assert workplace is not None
    workplace.preferences.put(Preference.SINGLE_KEYS, "off")
    front.settle()

    screen.table.setFocus()
    front.press(_K.Key_S)

    assert screen.forms.sending.isHidden()
    assert screen.acts_bar.send.isEnabled()
    screen.acts_bar.send.trigger()
    assert not screen.forms.sending.isHidden()


def test_an_act_is_never_about_the_report_before(front: HouseFront, house: House) -> None:
    """Down and at once a letter: the report that was chosen before is not the one that is sent."""
    for _ in range(2):
        _open_case(front, house)
        front.press(_K.Key_A)
        front.press(_K.Key_Return, _CTRL)
    screen = cast("DeviationsScreen", front.top)
    rows = house.anna.deviations().to_send
    first, second = (screen.table.lines.place_of(row.report) for row in rows)
    screen.table.setCurrentIndex(screen.table.lines.index(first, 0))
    front.settle()

    screen.table.setCurrentIndex(screen.table.lines.index(second, 0))
    screen.acts_bar.send.trigger()

    assert screen.forms.sending.isHidden(), "the card of the chosen one has not come yet"
