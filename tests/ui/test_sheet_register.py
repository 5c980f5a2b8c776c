"""The register of a stop: what its numbers add up to, many at once, and a pile by scanner alone."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import cast
from uuid import UUID

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hands.eyes import rows_of
from hands.house_front import HouseFront, open_house
from kontaktpunkt.domain import commands as c
from kontaktpunkt.domain.events.outage import OutageOf
from kontaktpunkt.domain.states import SheetStage
from kontaktpunkt.ui.screens.back_entry.screen import BackEntryScreen
from kontaktpunkt.ui.screens.outage.screen import OutageScreen
from kontaktpunkt.ui.sheets.panel import RegisterPanel
from kontaktpunkt.ui.sheets.scan_mode import ScanMode
from kontaktpunkt.ui.sheets.wishes import SheetAct
from kontaktpunkt.usecases.back_entry.rows import SheetEntry
from kontaktpunkt.usecases.desk import Done, IssuedPaper
from kontaktpunkt.usecases.outages.rows import OutageSheetLine
from samples import House, a_house, a_notice, a_person, do, hours

pytestmark = pytest.mark.ui

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
S = SheetStage


@dataclass
class Stop:
    """A stop with papers, and a window on its register; `opened` are those to be entered."""

    front: HouseFront
    outage: UUID
    panel: RegisterPanel
    sheets: list[UUID] = field(default_factory=list[UUID])
    opened: list[UUID] = field(default_factory=list[UUID])

    def line(self, nth: int) -> OutageSheetLine:
        """Give a number as it stands at the desk."""
        page = self.front.house.anna.outage(self.outage)
        assert page is not None
        return {one.sheet: one for one in page.lines}[self.sheets[nth]]

    def scan(self, digits: str) -> None:
        """Let the scanner type where focus is."""
        self.front.type(digits)
        self.front.press(K.Key_Return)

    def mode(self, mode: ScanMode) -> None:
        """Choose what becomes of what is scanned, and leave the focus on the list."""
        self.panel.mode.setCurrentIndex(self.panel.mode.findData(mode))
        self.panel.focus()


def _declare(house: House, system: str = "SAMSA") -> UUID:
    outage = house.anna.new_outage()
    do(
        house.anna,
        c.DeclareOutage(outage=outage, of=OutageOf.SOURCE, since=hours(-1), system=system),
    )
    return outage


def _issue(house: House, outage: UUID, form: str, case: UUID | None = None) -> UUID:
    paper = house.anna.issue_in_outage(outage, form, case, saved=False)
    assert isinstance(paper, IssuedPaper)
    return paper.sheet


@pytest.fixture
def stop(qtbot: QtBot) -> Iterator[Stop]:
    """Give a stop with two papers that we send and two that were told by phone."""
    house = a_house()
    house.take_in(a_notice(id="in1", person=a_person(1)))
    outage = _declare(house)
    with house.store.reading() as view:
        case = view.open_cases()[0].case
    sheets = [
        _issue(house, outage, form, of)
        for form, of in (("R1", None), ("R1", None), ("R2", case), ("R5", None))
    ]
    for front in open_house(qtbot, house):
        screen = cast("OutageScreen", front.program.reception.show("outage"))
        screen.show_stop(outage)
        front.settle()
        screen.tabs[1].click()
        front.settle()
        stop = Stop(front, outage, screen.papers, sheets)
        screen.papers.entry_wanted.connect(stop.opened.append)
        yield stop


def test_the_sum_balances_in_words(stop: Stop) -> None:
    """Forty given out are forty told of; the sum names every stage and how many are left."""
    do(stop.front.house.anna, c.DocumentSheet(sheet=stop.sheets[0], system="SAMSA"))
    do(stop.front.house.anna, c.FillInSheet(sheet=stop.sheets[2]))
    stop.front.press(K.Key_F5)

    said = "4 utlämnade = 1 dokumenterad + 1 ifylld + 2 ute. 3 kvar att göra."
    assert stop.panel.balance.text() == said


def test_what_is_left_comes_first_and_says_whose_it_is_to_document(stop: Stop) -> None:
    """What is done is out of the way; who documents each number is told beside it."""
    do(stop.front.house.anna, c.DocumentSheet(sheet=stop.sheets[0], system="SAMSA"))
    do(stop.front.house.anna, c.NoteSheetMissing(sheet=stop.sheets[3]))
    stop.front.press(K.Key_F5)
    rows = rows_of(stop.panel.table)

    assert rows[0].startswith("Saknas: 1")
    assert rows[2].startswith("Ute: 2")
    assert len(rows) == 5
    assert "Gäller: Prov1 Provsson" in rows[4]
    assert "Görs av: sjukhuset" in rows[4]
    assert "Görs av: vi" in rows[3]


def test_many_are_documented_at_once_by_somebody_else_at_another_time(stop: Stop) -> None:
    """Ctrl+A, D, the time and the name: both of ours are documented, the hospital's are not."""
    stop.front.press(K.Key_A, CTRL)
    stop.front.press(K.Key_D)
    stop.front.type("0810")
    stop.panel.asking.who.setFocus()
    stop.front.type("Berit Ek")
    stop.front.press(K.Key_Return)

    assert [stop.line(nth).stage for nth in range(4)] == [S.DOCUMENTED] * 2 + [S.GIVEN_OUT] * 2
    assert stop.line(0).stage_at == hours(-0.5)
    assert "2 blad är noterade som dokumenterade" in stop.front.said
    stop.front.press(K.Key_Z, CTRL)
    assert stop.line(0).stage is S.GIVEN_OUT


def test_only_what_may_follow_is_offered(stop: Stop) -> None:
    """A paper of ours is not waited for, and the hospital's is not documented by us."""
    acts = stop.panel.acts.acts
    stop.panel.table.choose([stop.sheets[0]])
    ours = {act for act, made in acts.items() if made.isEnabled()}
    stop.panel.table.choose([stop.sheets[2]])
    theirs = {act for act, made in acts.items() if made.isEnabled()}

    assert ours == {"fill", "document", "miss", "void", "not_out"}
    assert theirs == {"fill", "await", "find", "miss", "void", "not_out"}


def test_a_number_is_voided_only_with_a_reason(stop: Stop) -> None:
    """M and Enter is not enough: the protocol must say why."""
    stop.panel.table.choose([stop.sheets[0]])
    stop.front.press(K.Key_M)
    stop.front.press(K.Key_Return)
    assert stop.line(0).stage is S.GIVEN_OUT
    assert stop.panel.asking.isVisible()

    stop.front.type("felskriven")
    stop.front.press(K.Key_Return)
    assert stop.line(0).stage is S.VOIDED
    assert not stop.panel.asking.isVisible()


def test_what_is_asked_stays_about_the_numbers_it_was_asked_for(stop: Stop) -> None:
    """Another number is chosen while the reason is typed: it is not voided by that."""
    stop.panel.table.choose([stop.sheets[0]])
    stop.front.press(K.Key_M)
    stop.panel.table.choose([stop.sheets[1]])
    stop.front.type("felskriven")
    stop.front.press(K.Key_Return)

    assert [stop.line(nth).stage for nth in range(2)] == [S.VOIDED, S.GIVEN_OUT]


def test_what_is_asked_is_refused_in_words_when_it_no_longer_fits(stop: Stop) -> None:
    """Somebody else has voided the number meanwhile: that is said, and nothing done twice."""
    stop.panel.table.choose([stop.sheets[0]])
    stop.front.press(K.Key_M)
    do(stop.front.house.bo, c.VoidSheet(sheet=stop.sheets[0], reason="dubbel"))
    stop.front.press(K.Key_F5)
    stop.panel.asking.words.setFocus()
    stop.front.type("felskriven")
    stop.front.press(K.Key_Return)

    assert stop.panel.asking.failure.isVisible()


def test_a_missing_number_is_noted_and_signed_for(stop: Stop) -> None:
    """S says where it was looked for, U who answers for it; then it is no longer left."""
    stop.panel.table.choose([stop.sheets[1]])
    stop.front.press(K.Key_S)
    stop.front.type("pärmen")
    stop.front.press(K.Key_Return)
    assert stop.line(1).stage is S.MISSING
    assert not stop.line(1).is_settled

    stop.panel.table.choose([stop.sheets[1]])
    stop.front.press(K.Key_U)
    stop.front.type("skrivet ur minnet")
    stop.front.press(K.Key_Return)
    assert not stop.line(1).is_settled, "the contact point may not sign by the rules as they are"
    assert stop.panel.asking.failure.isVisible()

    house = stop.front.house
    do(house.anna, c.ChangeSetting(key="signs_for_missing", value='["contact_point"]'))
    stop.front.press(K.Key_Return)
    assert stop.line(1).is_settled
    assert stop.panel.balance.text() == "4 utlämnade = 1 saknas + 3 ute. 3 kvar att göra."


def test_a_scanned_paper_is_found_and_opened_wherever_focus_is(stop: Stop) -> None:
    """The scanner types on the list; the paper is chosen and opened to be entered."""
    number = stop.line(2).number
    stop.scan(number)

    assert stop.opened == [stop.sheets[2]]
    assert stop.panel.table.chosen_sheets() == (stop.sheets[2],)
    assert stop.panel.scan.text() == ""
    top = stop.front.top
    assert isinstance(top, BackEntryScreen)
    assert top.head.title.text().startswith("R2 nr")
    stop.front.press(K.Key_Escape)
    assert isinstance(stop.front.top, OutageScreen)
    assert stop.panel.isVisible()


def test_a_pile_is_ticked_by_the_scanner_alone(stop: Stop) -> None:
    """Each number is marked when it is scanned; the same one again is told of, by name."""
    stop.mode(ScanMode.FILL)
    for nth in range(4):
        stop.scan(stop.line(nth).number)
    assert {stop.line(nth).stage for nth in range(4)} == {S.FILLED_IN}

    stop.scan(stop.line(1).number)
    assert stop.panel.answer.text().startswith("Redan skannad eller noterad. R1 nr")
    assert "ifylld 08:40 av Anna" in stop.panel.answer.text()


def test_a_wrong_number_is_told_and_the_field_is_ready_for_the_next(stop: Stop) -> None:
    """A slip in the digits, a number nobody gave out, and one of another stop: each in words."""
    house = stop.front.house
    other = _declare(house, "Link")
    sheet = _issue(house, other, "R1")
    page = house.anna.outage(other)
    assert page is not None
    assert page.lines[0].sheet == sheet
    answers: list[str] = []
    for typed in ("001000018", "001999999", "12345", page.lines[0].number):
        stop.scan(typed)
        answers.append(stop.panel.answer.text())
        assert stop.panel.scan.text() == ""

    assert "Kontrollsiffran stämmer inte" in answers[0]
    assert "nio siffror" in answers[2]
    assert "hör till ett annat stopp (Link)" in answers[3]
    assert stop.opened == []


def test_a_scan_while_words_are_typed_leaves_the_words(stop: Stop) -> None:
    """A reason half written stands as it was; the scanned digits are no part of it."""
    stop.panel.table.choose([stop.sheets[0]])
    stop.front.press(K.Key_M)
    stop.front.type("fel")
    number = stop.line(3).number
    stop.scan(number)

    assert stop.panel.asking.words.text() == "fel"
    assert stop.opened == [stop.sheets[3]]


def test_what_the_hospital_documents_is_refused_in_words_when_scanned_as_ours(stop: Stop) -> None:
    """A scanner in the wrong mode does no harm, and says why."""
    stop.mode(ScanMode.DOCUMENT)
    stop.scan(stop.line(2).number)

    assert stop.line(2).stage is S.GIVEN_OUT
    assert stop.panel.answer.text().startswith("R2 nr")
    assert "Avsändaren dokumenterar den blanketten" in stop.panel.answer.text()


def test_the_filter_shows_one_stage_or_all(stop: Stop) -> None:
    """What is documented is hidden under what is left, and found under all."""
    do(stop.front.house.anna, c.DocumentSheet(sheet=stop.sheets[0], system="SAMSA"))
    stop.front.press(K.Key_F5)
    shown = [stop.panel.filter.itemText(at) for at in range(stop.panel.filter.count())]
    assert shown == [
        "Kvar att göra: 3",
        "Alla: 4",
        "Oanvända tomma: 2",
        "Utlämnad: 3",
        "Dokumenterad: 1",
    ]

    stop.panel.filter.setCurrentIndex(1)
    QApplication.processEvents()
    assert stop.panel.table.has_line(stop.sheets[0])


def test_a_scanner_is_heard_also_when_the_last_number_shown_is_done(stop: Stop) -> None:
    """The list becomes empty; the next beep must not go to a button that hears nothing."""
    for nth in (2, 3):
        do(stop.front.house.anna, c.AwaitSender(sheet=stop.sheets[nth]))
    stop.front.press(K.Key_F5)
    stop.panel.filter.setCurrentIndex(stop.panel.filter.findData(S.AWAITS_SENDER))
    stop.panel.focus()
    stop.front.press(K.Key_A, CTRL)
    stop.front.press(K.Key_F)
    stop.front.press(K.Key_Return)
    assert stop.panel.table.isHidden()

    stop.scan("001000018")

    assert "Kontrollsiffran stämmer inte" in stop.panel.answer.text()


def test_two_desks_that_meant_different_things_are_both_told_of(stop: Stop) -> None:
    """A clash stands in the row, with what the other one meant."""
    page = stop.front.house.anna.outage(stop.outage)
    assert page is not None
    clashing = replace(page.lines[0], clashes=(S.VOIDED, S.MISSING))
    stop.panel.show_page(replace(page, lines=(clashing, *page.lines[1:])))

    told = [row for row in rows_of(stop.panel.table) if "krock" in row]
    assert len(told) == 1
    assert "krock: noterades också som makulerad och saknas" in told[0]


def _enter(stop: Stop, nth: int, name: str) -> None:
    """Enter a paper about somebody whose number nobody can read."""
    values = {"name": name, "person_number": "19121212-1213"}
    entry = SheetEntry(sheet=stop.sheets[nth], values=values, at=hours(-0.5), as_it_stands=True)
    assert isinstance(stop.front.house.anna.enter_sheet(entry), Done)
    stop.front.press(K.Key_F5)


def test_to_void_all_leaves_what_was_entered_and_says_so(stop: Stop) -> None:
    """Ctrl+A and M in the evening: the used ones keep their number, and that is told before."""
    _enter(stop, 0, "Prov9 Provsson")
    stop.panel.focus()
    stop.front.press(K.Key_A, CTRL)
    assert stop.panel.acts.acts[SheetAct.VOID].text() == "Makulera … (3 av 4)"
    stop.front.press(K.Key_M)
    assert stop.panel.asking.heading.text() == "Makulera, 3 blad"
    assert stop.panel.asking.beside.text() == "1 infört blad lämnas."
    stop.front.type("oanvända")
    stop.front.press(K.Key_Return)

    assert stop.line(0).stage is S.FILLED_IN
    assert {stop.line(nth).stage for nth in (1, 2, 3)} == {S.VOIDED}


def test_one_that_was_entered_is_voided_only_after_being_told_what_stays(stop: Stop) -> None:
    """Its message is not taken away with the paper."""
    _enter(stop, 0, "Prov9 Provsson")
    stop.panel.table.choose([stop.sheets[0]])
    stop.panel.do(SheetAct.VOID)

    assert "det som blev av det står kvar" in stop.panel.asking.beside.text()


def test_unused_blanks_are_a_choice_of_their_own(stop: Stop) -> None:
    """The everyday end: all that nobody wrote on, chosen and voided; then what is left is shown."""
    _enter(stop, 0, "Prov9 Provsson")
    at = [stop.panel.filter.itemText(each) for each in range(stop.panel.filter.count())]
    stop.panel.filter.setCurrentIndex(at.index("Oanvända tomma: 2"))
    stop.panel.focus()
    stop.front.press(K.Key_A, CTRL)
    assert {line.sheet for line in stop.panel.chosen()} == {stop.sheets[1], stop.sheets[3]}
    stop.front.press(K.Key_M)
    stop.front.type("oanvända")
    stop.front.press(K.Key_Return)

    assert {stop.line(nth).stage for nth in (1, 3)} == {S.VOIDED}
    assert stop.panel.table.has_line(stop.sheets[2])


def test_a_paper_is_found_by_the_name_that_was_written_on_it(stop: Stop) -> None:
    """A blank that was entered tells whose it is, and a name in the scan field chooses it."""
    _enter(stop, 0, "Prov9 Provsson")
    assert stop.line(0).name == "Prov9 Provsson"
    stop.front.press(K.Key_L, CTRL)
    stop.front.type("prov9")
    stop.front.press(K.Key_Return)

    assert [line.sheet for line in stop.panel.chosen()] == [stop.sheets[0]]
    assert "1 blad gäller prov9" in stop.panel.answer.text()

    stop.front.press(K.Key_L, CTRL)
    stop.front.type("ingen")
    stop.front.press(K.Key_Return)
    assert "Inget blad gäller ingen." in stop.panel.answer.text()


def test_a_number_is_missing_only_when_somebody_says_where_it_was_looked_for(stop: Stop) -> None:
    """The word stands in the protocol: an empty one is asked for."""
    stop.panel.table.choose([stop.sheets[0]])
    stop.panel.focus()
    stop.front.press(K.Key_S)
    stop.front.press(K.Key_Return)

    assert stop.line(0).stage is S.GIVEN_OUT
    assert stop.panel.asking.isVisible()


def test_nothing_old_is_said_of_a_paper_one_has_been_to(stop: Stop) -> None:
    """Back from the paper no head says how it stood before."""
    stop.panel.focus()
    stop.scan(stop.line(2).number)
    assert stop.opened[-1] == stop.sheets[2]
    assert stop.panel.answer.text() == ""
