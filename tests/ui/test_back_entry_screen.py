"""A numbered paper entered by keyboard alone, in its own order, in few keys; then the next one."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import cast
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from hands.eyes import read_aloud
from hands.house_front import HouseFront, open_house
from kontaktpunkt.domain import commands as c
from kontaktpunkt.domain.events.outage import OutageOf
from kontaktpunkt.domain.paper.form import FieldKind
from kontaktpunkt.domain.states import SheetStage
from kontaktpunkt.ui.screens.back_entry.grid import Grid
from kontaktpunkt.ui.screens.back_entry.parts import Part
from kontaktpunkt.ui.screens.back_entry.screen import BackEntryScreen
from kontaktpunkt.ui.screens.paper.screen import PaperScreen
from kontaktpunkt.usecases.back_entry.rows import SheetEntry, SheetEntryPage
from kontaktpunkt.usecases.desk import Done, IssuedPaper
from samples import House, a_house, a_notice, a_number, a_person, do, hours

# The offscreen platform says so of every list of names.
pytestmark = [pytest.mark.ui, pytest.mark.qt_log_ignore("This plugin does not support")]

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
_MOST_KEYS = 150
"""A minute at the keyboard of somebody who is no typist."""


@dataclass
class Paper:
    """A window on the screen with a stop behind it, and hands that count their keys."""

    front: HouseFront
    outage: UUID
    keys: int = 0
    sheets: dict[str, UUID] = field(default_factory=dict[str, UUID])

    @property
    def screen(self) -> BackEntryScreen:
        """Give the screen."""
        return cast("BackEntryScreen", self.front.program.window.screens["back_entry"])

    def open(self, sheet: str) -> None:
        """Go to a paper as the register does."""
        workplace = self.front.program.reception.workplace
        assert workplace is not None
        workplace.sheet_wanted.emit(self.sheets[sheet])
        self.front.settle()

    def press(
        self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press a key."""
        self.keys += 1
        self.front.press(key, held)

    def write(self, *texts: str) -> None:
        """Write in one field after the other, Enter after each; an empty text passes a field."""
        for text in texts:
            if text:
                self.keys += len(text)
                self.front.type(text)
                self._wake()
            self.press(K.Key_Return)

    def _wake(self) -> None:
        """Let the window be active again: the offscreen platform leaves it to a hidden list."""
        window = self.front.program.window
        if QApplication.activeWindow() is not window:
            window.activateWindow()
            self.front.qtbot.waitUntil(window.isActiveWindow)

    def choose(self, text: str) -> None:
        """Type the beginning of a name and choose the first that is offered."""
        self.keys += len(text)
        self.front.type(text)
        for key in (K.Key_Down, K.Key_Return):
            self.keys += 1
            offered = QApplication.activePopupWidget()
            assert offered is not None
            QTest.keyClick(offered, key)
            self.front.settle()

    def part(self, key: str) -> Part:
        """Give a field."""
        return self.screen.form.parts[key]

    @property
    def here(self) -> str:
        """Give the field with focus."""
        parts = self.screen.form.parts.items()
        return next((key for key, one in parts if any(s.hasFocus() for s in one.stops)), "")

    def page(self, sheet: str) -> SheetEntryPage:
        """Give the paper as it stands at the desk."""
        page = self.front.house.anna.sheet_entry(self.sheets[sheet])
        assert page is not None
        return page


def _issue(house: House, outage: UUID, form: str, case: UUID | None) -> UUID:
    paper = house.anna.issue_in_outage(outage, form, case, saved=False)
    assert isinstance(paper, IssuedPaper)
    return paper.sheet


@pytest.fixture
def paper(qtbot: QtBot) -> Iterator[Paper]:
    """Give a stop with papers for somebody in hospital, and blank ones."""
    house = a_house()
    house.take_in(a_notice(id="in1", person=a_person(1)))
    outage = house.anna.new_outage()
    wish = c.DeclareOutage(outage=outage, of=OutageOf.SOURCE, since=hours(-1), system="SAMSA")
    do(house.anna, wish)
    with house.store.reading() as view:
        case = view.open_cases()[0].case
    sheets = {
        "R2": _issue(house, outage, "R2", case),
        "R5": _issue(house, outage, "R5", case),
        "R2 blank": _issue(house, outage, "R2", None),
        "R5 blank": _issue(house, outage, "R5", None),
        "R10": _issue(house, outage, "R10", case),
        "R6": _issue(house, outage, "R6", case),
    }
    house.clock.advance(240)
    for front in open_house(qtbot, house):
        yield Paper(front, outage, sheets=sheets)


def test_a_paper_stands_in_its_own_order_with_what_is_known(paper: Paper) -> None:
    """Labels and blocks as on the paper; only the handwriting is left to type."""
    paper.open("R2")
    said = read_aloud(paper.screen)
    form = paper.page("R2").form
    labels = [f.label for b in form.block for f in b.field if f.kind is not FieldKind.SIGNATURE]

    assert [part.field.label for part in paper.screen.form.parts.values()] == labels
    for title in ("Samtalet", "Inskrivning i sluten vård", "Återfunnet i SAMSA"):
        assert title in said
    assert paper.part("name").typed == "Prov1 Provsson"
    assert paper.part("ward").typed == "Avd 3"
    assert paper.here == "call_date"


def test_r2_of_a_known_person_is_entered_in_few_keys(paper: Paper) -> None:
    """Day, time, who rang, read back, track, consent and who took the call."""
    paper.open("R2")
    paper.write("", "0915", "Berit Ström", "ssk", "0510-85030")
    paper.press(K.Key_J)
    paper.write("")
    paper.press(K.Key_J)
    paper.write("", "grön")
    paper.press(K.Key_J)
    paper.write("", "", "", "", "Bo")
    paper.press(K.Key_Return, CTRL)

    page = paper.page("R2")
    assert page.is_entered, paper.screen.failure.text()
    assert page.at == hours(35 / 60)
    assert page.values["call_time"] == "09:15"
    assert page.values["read_back"] is True
    assert page.for_whom is not None
    assert page.for_whom.name == "Bo"
    assert page.values["call_date"] == "2026-03-24", "the stop's day, taken with Enter"
    assert paper.keys == 51


def test_r5_of_a_known_person_is_entered_in_few_keys(paper: Paper) -> None:
    """Day, time, who rang, ready since when, by which doctor, SIP, and who took the call."""
    paper.open("R5")
    paper.write("", "1210", "Berit Ström", "ssk", "0510-85030")
    paper.press(K.Key_J)
    paper.write("")
    paper.press(K.Key_J)
    paper.write("", "2403", "1205", "Eva Lind")
    for choice in (K.Key_P, K.Key_N, K.Key_N, K.Key_F):
        paper.press(choice)
        paper.write("")
    paper.write("", "", "", "", "", "", "Anna")
    paper.press(K.Key_Return, CTRL)

    page = paper.page("R5")
    assert page.is_entered, paper.screen.failure.text()
    assert page.at == hours(3.5)
    assert page.values["ready_time"] == "12:05"
    assert page.values["doctor"] == "Eva Lind"
    assert page.values["sent_how"] in ("phone", ("phone",))
    assert page.for_whom is None
    assert page.values["call_date"] == "2026-03-24"
    assert paper.keys == 76


def test_r2_of_an_unknown_person_is_entered_in_few_keys(paper: Paper) -> None:
    """All that stands on the paper is typed, who it is first; a hospital is chosen in a list."""
    paper.open("R2 blank")
    assert paper.here == "person_number"
    paper.write(a_number(7).value, "Prov7 Provsson", "Storgatan 1, 00000 Ort")
    assert paper.here == "call_date"
    paper.write("2403", "0915", "Berit Ström", "ssk", "0510-85030", "", "")
    paper.choose("sj")
    assert paper.here == "ward"
    paper.write("Avd 5", "0510-85050", "2303", "2210", "3003", "gul")
    paper.press(K.Key_J)
    paper.write("", "", "", "", "Anna")
    paper.press(K.Key_Return, CTRL)

    page = paper.page("R2 blank")
    assert page.is_entered, paper.screen.failure.text()
    assert page.values["hospital"] == "Sjukhuset"
    assert page.values["expected_discharge"] == "2026-03-30"
    assert page.name == "Prov7 Provsson"
    assert paper.keys == 141


def test_r5_of_an_unknown_person_is_entered_in_few_keys(paper: Paper) -> None:
    """Everything on a blank paper about somebody nobody here knows."""
    paper.open("R5 blank")
    paper.write(a_number(7).value, "Prov7 Provsson", "")
    paper.write("2403", "1210", "Berit Ström", "ssk", "0510-85030", "", "")
    paper.choose("sj")
    paper.write("Avd 5", "0510-85050", "2403", "1205", "Eva Lind")
    for choice in (K.Key_P, K.Key_N, K.Key_N, K.Key_F):
        paper.press(choice)
        paper.write("")
    paper.write("", "", "", "", "", "", "Anna")
    paper.press(K.Key_Return, CTRL)

    page = paper.page("R5 blank")
    assert page.is_entered, paper.screen.failure.text()
    assert page.name == "Prov7 Provsson"
    assert page.values["regional"] in ("available", ("available",))
    assert paper.keys == 128


def test_r5_on_a_blank_paper_about_somebody_known_fills_itself(paper: Paper) -> None:
    """The number brings name, address, hospital and ward; the rest is as on a filled paper."""
    paper.open("R5 blank")
    paper.write(a_number(1).value)
    assert paper.part("name").typed == "Prov1 Provsson"
    assert paper.part("ward").typed == "Avd 3"
    assert paper.here == "call_date"
    paper.write("2403", "1210", "Berit Ström", "", "", "", "", "2403", "1205", "Eva Lind")
    paper.press(K.Key_PageDown)
    paper.press(K.Key_Return, CTRL)
    assert paper.here == "received_by"
    paper.write("Anna")
    paper.press(K.Key_Return, CTRL)

    page = paper.page("R5 blank")
    assert page.is_entered, paper.screen.failure.text()
    assert page.case is not None
    assert paper.keys == 66


def test_what_is_doubtful_is_kept_as_it_stands_after_each_kind_of_it_was_seen(
    paper: Paper,
) -> None:
    """A day that cannot be read and a name that is missing are pointed at, never guessed."""
    paper.open("R2")
    paper.write("onsdag kväll", "0915", "Berit Ström")
    paper.press(K.Key_Return, CTRL)
    assert "24/3" in paper.part("call_date").refusal
    assert paper.part("received_by").refusal == "Fyll i det som står på pappret."
    assert paper.here == "call_date"
    assert "se nästa slag" in paper.screen.failure.text()
    assert not paper.page("R2").is_entered

    paper.press(K.Key_Return, CTRL)
    assert "24/3" in paper.part("call_date").refusal, "what is wrong stays told"
    assert paper.here != "call_date"
    assert not paper.page("R2").is_entered

    paper.press(K.Key_Return, CTRL)
    at = paper.screen.head.at
    assert "Skriv när det hände" in at.refusal.text(), (
        "no time is put in the place of an unread one"
    )
    assert at.text.hasFocus()
    paper.front.type("0915")
    paper.press(K.Key_Return, CTRL)
    page = paper.page("R2")
    assert page.is_entered
    assert page.at == hours(35 / 60)
    assert page.values["call_date"] == "onsdag kväll"
    assert "call_date" in page.not_understood


def test_a_half_typed_paper_is_there_when_one_comes_back(paper: Paper) -> None:
    """Called away, another paper opened, back again: nothing typed is lost."""
    paper.open("R2")
    paper.write("2403", "0915")
    paper.front.type("Ber")
    paper.press(K.Key_Escape)
    paper.open("R5")
    assert paper.part("caller_name").typed == ""
    paper.open("R2")

    assert paper.part("caller_name").typed == "Ber"
    assert paper.part("call_time").typed == "0915"
    assert "Utkast" in paper.screen.head.told.text()


def test_another_paper_is_scanned_in_the_middle_of_one(paper: Paper) -> None:
    """The scanner types in the field that has focus; the field is left as it was."""
    number = paper.page("R5").number
    paper.open("R2")
    paper.write("2403", "0915")
    paper.front.type("Ber")
    paper.write(number)
    assert paper.screen.head.title.text().startswith("R5 nr")

    paper.open("R2")
    assert paper.part("caller_name").typed == "Ber"


def test_a_wrong_number_is_told_and_can_be_typed_again(paper: Paper) -> None:
    """A slip in the digits opens nothing."""
    paper.press(K.Key_M, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert paper.screen.head.number.hasFocus()
    paper.write("001000019")
    assert "Kontrollsiffran" in paper.screen.head.told.text()

    paper.write(paper.page("R10").number)
    assert paper.screen.head.title.text().startswith("R10 nr")


def test_what_we_send_is_copied_and_ticked_as_documented_before_the_next(paper: Paper) -> None:
    """K copies the text, D and Enter note that it stands in the system; then the next paper."""
    paper.open("R10")
    paper.press(K.Key_Return, CTRL)
    paper.press(K.Key_Return, CTRL)
    after = paper.screen.after
    assert paper.screen.pages.currentWidget() is after
    paper.press(K.Key_K)
    assert "Prov1 Provsson" in QApplication.clipboard().text()
    paper.press(K.Key_D)
    paper.press(K.Key_Return)
    assert paper.page("R10").stage is SheetStage.DOCUMENTED

    paper.press(K.Key_Return, CTRL)
    assert paper.screen.head.title.text().startswith("R6 nr")
    assert "kvar att införa" in paper.screen.head.told.text()


def _entered_r10(paper: Paper) -> None:
    """Enter R10 as it stands, and begin to note that it is documented."""
    paper.open("R10")
    paper.press(K.Key_Return, CTRL)
    paper.press(K.Key_Return, CTRL)
    paper.press(K.Key_D)


def test_ctrl_enter_answers_what_an_act_asks_and_not_the_screen(paper: Paper) -> None:
    """While it is asked when a paper was documented, Ctrl+Enter notes that and Esc leaves it."""
    _entered_r10(paper)
    asking = paper.screen.after.asking
    paper.press(K.Key_Escape)
    assert asking.isHidden()
    assert paper.front.top is paper.screen
    paper.press(K.Key_D)
    paper.press(K.Key_Return, CTRL)
    assert paper.page("R10").stage is SheetStage.DOCUMENTED

    paper.press(K.Key_Return, CTRL)
    assert paper.screen.head.title.text().startswith("R6 nr"), "the key is the screen's again"


def test_what_an_act_asks_goes_away_with_its_paper(paper: Paper) -> None:
    """Another paper is opened meanwhile: the answer would have been about the wrong one."""
    _entered_r10(paper)
    paper.open("R2")
    assert paper.screen.after.asking.isHidden()
    assert paper.screen.save_act.isEnabled()
    assert paper.screen.leave_act.isEnabled()


def test_a_refusal_of_what_an_act_asks_stands_beside_it(paper: Paper) -> None:
    """Somebody else has voided the paper meanwhile: that is said where the answer was given."""
    _entered_r10(paper)
    do(paper.front.house.bo, c.VoidSheet(sheet=paper.sheets["R10"], reason="dubbel"))
    paper.press(K.Key_Return)
    assert paper.screen.after.asking.failure.isVisible()


def test_a_table_is_written_cell_by_cell(paper: Paper) -> None:
    """Enter goes from cell to cell; what is ticked stands in its row when it is saved."""
    paper.open("R6")
    grid = paper.part("ours_list").widget
    assert isinstance(grid, Grid)
    grid.cells[0].setFocus()
    paper.press(K.Key_Space)
    paper.write("")
    paper.write("")
    paper.write("Bo 09:00")
    paper.press(K.Key_Return, CTRL)
    paper.press(K.Key_Return, CTRL)

    rows = paper.page("R6").values["ours_list"]
    assert isinstance(rows, tuple)
    assert rows[0] == ("Trygghetslarm", "x", "", "Bo 09:00")


def _enter_unknown(paper: Paper) -> None:
    paper.open("R2 blank")
    paper.write(a_number(7).value, "Prov7 Provsson", "Storgatan 1", "2403", "0915", "Berit Ström")
    for key, text in (("expected_discharge", "2603"), ("received_by", "Anna")):
        paper.screen.form.walking.go_to(paper.part(key))
        paper.write(text)
    paper.press(K.Key_Return, CTRL)
    assert paper.page("R2 blank").is_entered, paper.screen.failure.text()


def test_a_late_message_is_offered_and_joined_with_one_key(paper: Paper) -> None:
    """What differs is told; S says that they are the same, and the number is found again."""
    _enter_unknown(paper)
    paper.front.house.take_in(a_notice(id="late", person=a_person(7)))
    paper.open("R2 blank")
    said = read_aloud(paper.screen.after)
    assert "Kan vara samma meddelande i systemet" in said
    assert "på pappret" in said
    assert paper.screen.after.twins.hasFocus()

    paper.press(K.Key_S)
    page = paper.page("R2 blank")
    assert page.stage is SheetStage.FOUND_AGAIN
    assert len(page.joined) == 1
    assert paper.screen.after.twins.count() == 0
    assert "Samma som" in paper.screen.after.history.text()

    paper.press(K.Key_I)
    assert paper.page("R2 blank").joined == ()
    assert paper.screen.after.twins.count() == 1


def test_an_entry_that_is_taken_back_is_there_to_be_entered_again(paper: Paper) -> None:
    """Ctrl+Z after saving opens the paper again with what was typed."""
    paper.open("R10")
    paper.write("", "", "")
    paper.press(K.Key_Return, CTRL)
    paper.press(K.Key_Return, CTRL)
    assert paper.page("R10").is_entered
    paper.press(K.Key_Z, CTRL)
    assert not paper.page("R10").is_entered
    assert paper.screen.pages.currentWidget() is paper.screen.form


def test_a_second_pair_of_eyes_holds_the_entry_against_the_paper(paper: Paper) -> None:
    """Where the profile asks for it somebody else than who entered it presses G."""
    house = paper.front.house
    do(house.anna, c.ChangeSetting(key="second_eyes_forms", value='["R2"]'))
    _enter_unknown(paper)
    paper.open("R2 blank")
    assert "Någon annan än Anna ska hålla det mot pappret" in paper.screen.after.what.text()
    assert not paper.screen.after.check.isEnabled()

    workplace = paper.front.program.reception.workplace
    assert workplace is not None
    workplace.be(house.bo.me.staff)
    paper.front.settle()
    paper.open("R2 blank")
    paper.press(K.Key_G)
    assert paper.page("R2 blank").checked_by_name == "Bo"


def test_somebody_else_entered_it_meanwhile(paper: Paper) -> None:
    """What I type stays, and I am told before I save that Bo was first."""
    paper.open("R2")
    paper.write("2403", "0915")
    page = paper.page("R2")
    entry = SheetEntry(
        sheet=page.sheet, values=page.values, at=page.at, case=page.case, as_it_stands=True
    )
    assert isinstance(paper.front.house.bo.enter_sheet(entry), Done)
    paper.press(K.Key_F5)

    assert "Bo har fört in bladet medan du skrev" in paper.screen.head.told.text()
    assert paper.part("call_time").typed == "0915"
    assert paper.screen.pages.currentWidget() is paper.screen.form


def test_a_value_that_was_taken_away_stays_away_in_the_draft(paper: Paper) -> None:
    """What was filled in beforehand and is not right is not put back when one comes back."""
    paper.open("R2")
    ward = paper.part("ward").widget
    assert isinstance(ward, QLineEdit)
    ward.setFocus()
    paper.press(K.Key_A, CTRL)
    paper.press(K.Key_Delete)
    paper.press(K.Key_Escape)
    paper.open("R5")
    paper.open("R2")

    assert paper.part("ward").typed == ""


def test_what_was_entered_before_stays_readable(paper: Paper) -> None:
    """A changes the entry; what it said before stands below."""
    _enter_unknown(paper)
    paper.open("R2 blank")
    paper.press(K.Key_A)
    paper.screen.form.walking.go_to(paper.part("caller_name"))
    paper.press(K.Key_A, CTRL)
    paper.write("Berit Strand")
    paper.press(K.Key_Return, CTRL)
    paper.open("R2 blank")

    assert paper.page("R2 blank").values["caller_name"] == "Berit Strand"
    assert "Den som ringde: namn: Berit Ström" in paper.screen.after.history.text()


def test_the_register_of_papers_leads_here_too(paper: Paper) -> None:
    """Under Papper a numbered sheet is chosen, and Inför opens it."""
    screen = paper.front.program.reception.show("paper")
    assert isinstance(screen, PaperScreen)
    paper.front.settle()
    register = screen.register
    rows = range(register.list.count())
    row = next(row for row in rows if register.list.item(row).text().startswith("R10"))
    register.list.setCurrentRow(row)
    register.enter.click()
    paper.front.settle()

    assert paper.screen.head.title.text().startswith("R10 nr")


def test_a_wrong_number_and_an_empty_field_each_take_a_yes_of_their_own(paper: Paper) -> None:
    """All that is wrong is red at once; no single Ctrl+Enter waves the person through."""
    paper.open("R2 blank")
    paper.write("191212121213", "Prov9 Provsson", "Storgatan 1", "2403", "0915")
    paper.press(K.Key_Return, CTRL)
    number, caller = paper.part("person_number"), paper.part("caller_name")
    assert number.refusal
    assert caller.refusal
    assert paper.here == "person_number"
    assert "Personnumret stämmer inte" in paper.screen.failure.text()

    paper.press(K.Key_Return, CTRL)
    assert not paper.page("R2 blank").is_entered
    assert number.refusal, "it stays told"
    assert paper.here == "caller_name"

    paper.press(K.Key_Return, CTRL)
    page = paper.page("R2 blank")
    assert page.is_entered, paper.screen.failure.text()
    assert page.set_aside is not None
    (row,) = paper.front.house.anna.set_aside_rows()
    assert row.name == "Prov9 Provsson"


def test_a_call_that_has_not_been_yet_is_pointed_at_and_never_becomes_now(paper: Paper) -> None:
    """Half past one while it is noon: red at the clock, and the time is asked for."""
    paper.open("R2")
    paper.write("2403", "2330", "Berit Ström")
    for _ in range(3):
        paper.press(K.Key_Return, CTRL)

    assert "har inte varit än" in paper.part("call_time").refusal
    assert "Skriv när det hände" in paper.screen.head.at.refusal.text()
    assert not paper.page("R2").is_entered


def test_withdrawn_before_ready_is_pointed_at(paper: Paper) -> None:
    """Two times that cannot both be right are told of before they are kept."""
    paper.open("R5")
    paper.write("2403", "1210", "Berit Ström")
    for key, text in (
        ("ready_date", "2403"),
        ("ready_time", "0915"),
        ("withdrawn_date", "2403"),
        ("withdrawn_time", "0905"),
    ):
        paper.screen.form.walking.go_to(paper.part(key))
        paper.write(text)
    paper.press(K.Key_Return, CTRL)

    assert "före utskrivningsklar" in paper.part("withdrawn_time").refusal
    assert not paper.page("R5").is_entered


def test_what_is_no_day_is_red_as_soon_as_it_is_left(paper: Paper) -> None:
    """A clock time in the field of the day is not left standing in black."""
    paper.open("R2")
    paper.write("0910")

    assert "24/3" in paper.part("call_date").refusal


def test_an_empty_paper_is_offered_to_be_voided(paper: Paper) -> None:
    """Nothing was written: it becomes neither filled in nor documented; Esc leaves it as it is."""
    paper.open("R2 blank")
    paper.press(K.Key_Return, CTRL)
    voiding = paper.screen.voiding
    assert voiding.isVisible()
    assert "Inget är skrivet på bladet" in voiding.beside.text()
    paper.press(K.Key_Escape)
    assert voiding.isHidden()
    assert paper.page("R2 blank").stage is SheetStage.GIVEN_OUT

    paper.press(K.Key_Return, CTRL)
    paper.front.type("oanvänd")
    paper.press(K.Key_Return)
    assert paper.page("R2 blank").stage is SheetStage.VOIDED
    assert not paper.page("R2 blank").is_entered


def test_the_stops_day_is_proposed_in_grey_and_never_kept_unseen(paper: Paper) -> None:
    """A proposal that nobody took with Enter is no day of a call."""
    paper.open("R2")
    field = paper.part("call_date").widget
    assert isinstance(field, QLineEdit)
    assert field.placeholderText() == "24/3"
    assert paper.part("call_date").is_empty
    paper.press(K.Key_Return, CTRL)
    assert paper.part("call_date").refusal == "Fyll i det som står på pappret."

    paper.write("")
    assert paper.part("call_date").typed == "24/3"
    assert "24 mars" in paper.part("call_date").labelled.hint.text()


def test_an_entered_paper_shows_what_was_entered_and_what_could_not_be_read(paper: Paper) -> None:
    """One need not press Ändra to see whom it is about, and the head tells how it stands now."""
    paper.open("R2 blank")
    paper.write("191212121213", "Prov9 Provsson", "Storgatan 1", "2403", "0915", "Berit Ström")
    for _ in range(3):
        paper.press(K.Key_Return, CTRL)
    paper.open("R2 blank")
    after = paper.screen.after

    assert "Prov9 Provsson" in after.text.toPlainText()
    assert after.text_section.isVisible()
    assert "191212121213" in after.unread.text()
    assert "Ej inläst" in after.what.text()
    assert "väntar på avsändaren" in read_aloud(paper.screen.head)
