"""Driftstopp on screen: declared, told, rung round, over and closed, by keys, with its bar."""

from collections.abc import Iterator
from typing import cast
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hands.eyes import read_aloud, rows_of
from hands.house_front import HouseFront, open_house
from kontaktpunkt.domain import commands as c
from kontaktpunkt.domain.events.outage import (
    OutageCall,
    OutageCallMade,
    OutageFaultReported,
    OutageOf,
)
from kontaktpunkt.domain.states import SheetStage
from kontaktpunkt.domain.times import MINUTE
from kontaktpunkt.ui.screens.outage.screen import OutageScreen
from kontaktpunkt.usecases.desk import IssuedPaper
from kontaktpunkt.usecases.outages.rows import OutagePhase
from kontaktpunkt.usecases.outages.work import NextStep, OutageWork
from samples import NOW, House, a_house, a_notice, a_person, a_round, do, done

pytestmark = pytest.mark.ui

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def house() -> House:
    """Give a house with people on two wards."""
    house = a_house()
    for nth, ward in ((1, "Avd 1"), (2, "Avd 2")):
        stay = {"ward": ward, "hospital": "Sjukhuset", "ward_phone": f"0510-850 0{nth}"}
        house.take_in(a_notice(id=f"in{nth}", person=a_person(nth), stay=stay))
    return house


@pytest.fixture
def front(qtbot: QtBot, house: House) -> Iterator[HouseFront]:
    """Open the window on the house."""
    yield from open_house(qtbot, house)


def _screen(front: HouseFront) -> OutageScreen:
    return cast("OutageScreen", front.program.window.screens["outage"])


def _go(front: HouseFront) -> OutageScreen:
    front.program.reception.show("outage")
    front.settle()
    return _screen(front)


def _declare(house: House, **said: object) -> UUID:
    stop = house.anna.new_outage()
    facts = {"of": OutageOf.SOURCE, "since": NOW, "system": "SAMSA", **said}
    do(house.anna, c.DeclareOutage(outage=stop, **facts))  # type: ignore[arg-type]
    return stop


def _work(house: House, stop: UUID) -> OutageWork:
    work = house.anna.outage_work(stop)
    assert work is not None
    return work


def _stop(house: House) -> UUID:
    (stamp,) = house.anna.outages()
    return stamp.outage


def _pass_minutes(front: HouseFront, house: House, minutes: int) -> None:
    house.clock.advance(minutes)
    front.press(K.Key_F5)


def _bar(front: HouseFront) -> str:
    bar = front.program.window.outage_bar
    return bar.words.accessibleName() if bar.isVisible() else ""


def test_a_stop_is_declared_with_one_key_and_stands_on_every_screen(
    front: HouseFront, house: House
) -> None:
    """Ctrl+Enter in the open form: SAMSA, from now; the bar is there also over the inbox."""
    screen = _go(front)
    assert "Är något nere?" in read_aloud(screen)
    assert "Fråga en kollega" in read_aloud(screen)
    assert _bar(front) == ""

    front.press(K.Key_Return, CTRL)

    assert front.said == "Driftstopp anmält: SAMSA"
    assert not front.program.window.strip.undo.isVisible()
    stamp = house.anna.outages()[0]
    assert (stamp.facts.system, stamp.facts.since, stamp.exercise) == ("SAMSA", NOW, False)
    assert "SAMSA nere sedan 08:40" in read_aloud(screen)
    assert "Blanketterna gäller från 10:40, om 2 tim" in read_aloud(screen)
    front.program.reception.show("inbox")
    front.settle()
    assert _bar(front) == "SAMSA nere sedan 08:40 · blanketterna gäller från 10:40, om 2 tim"
    assert front.program.window.rail.entry("outage").badge == (1, False)


def test_one_more_stop_is_shown_at_once_when_it_is_declared(
    front: HouseFront, house: House
) -> None:
    """With one open already, the new one is on the page; the form is empty for a third."""
    _declare(house)
    screen = _go(front)
    front.press(K.Key_N, CTRL_SHIFT)
    panel = screen.home.declare
    panel.what.setCurrentIndex(panel.what.findData("own"))
    panel.since.text.setFocus()
    front.type("0830")
    front.press(K.Key_Return, CTRL)

    assert screen.head.what.text() == "Våra egna datorer nere sedan 08:30"
    assert (panel.since.text.text(), panel.since.hint.text()) == ("", "")


def test_what_is_to_be_shut_tomorrow_is_no_alarm_today(front: HouseFront, house: House) -> None:
    """The bar tells of it calmly, and is red first when it has begun."""
    _declare(house, planned=True, since=NOW + 30 * MINUTE)
    bar = front.program.window.outage_bar

    _pass_minutes(front, house, 1)
    assert bar.property("mood") == "today"
    _pass_minutes(front, house, 30)
    assert bar.property("mood") == "wrong"


def test_the_bar_leads_to_the_stop(front: HouseFront, house: House) -> None:
    """A click on the bar opens the stop from wherever one is."""
    _declare(house)
    front.press(K.Key_F5)

    front.program.window.outage_bar.way.click()
    front.settle()

    assert front.top is _screen(front)
    assert _screen(front).chosen == _stop(house)


def test_the_next_step_is_always_one_key_away(front: HouseFront, house: House) -> None:
    """Ctrl+G: report the fault, then the packet; it is the button that has the focus."""
    stop = _declare(house)
    screen = _go(front)
    assert QApplication.focusWidget() is screen.head.next

    front.press(K.Key_G, CTRL)
    front.type("INC-4711")
    front.press(K.Key_Tab)
    front.type("it-supporten")
    front.press(K.Key_Tab)
    front.type("0910")
    front.press(K.Key_Return, CTRL)

    work = _work(house, stop)
    said = work.page.faults[0].said
    assert isinstance(said, OutageFaultReported)
    assert (said.reference, said.to, said.next_word_at) == (
        "INC-4711",
        "it-supporten",
        NOW + 30 * MINUTE,
    )
    assert work.next_step is NextStep.WRITE_PACKET
    assert "INC-4711 till it-supporten" in read_aloud(screen)


def test_a_word_that_has_not_come_is_red_and_next(front: HouseFront, house: House) -> None:
    """Past its time it is said late, on the page and in the rail, and is the next thing to do."""
    stop = _declare(house)
    do(house.anna, c.ReportFault(outage=stop, reference="INC-1", next_word_at=NOW + 30 * MINUTE))  # type: ignore[arg-type]  Instant is int
    screen = _go(front)

    _pass_minutes(front, house, 45)

    assert "Nästa besked 09:10, 15 min sent" in read_aloud(screen)
    assert "nästa besked har inte kommit" in screen.head.next.text()
    assert front.program.window.rail.entry("outage").badge == (1, True)


def test_who_must_know_is_ticked_once(front: HouseFront, house: House) -> None:
    """A tick is noted with who and when; to untick it says how a slip is taken back."""
    stop = _declare(house)
    screen = _go(front)
    told = screen.now.told

    told.boxes["korttid"].click()
    front.settle()
    told.other.setFocus()
    front.type("MAS")
    front.press(K.Key_Return)

    assert [line.whom for line in _work(house, stop).tell if line.told] == ["korttid", "MAS"]
    assert "08:40 av Anna" in read_aloud(told)
    told.boxes["korttid"].click()
    front.settle()
    assert told.boxes["korttid"].isChecked()
    assert "Ctrl+Z" in front.said
    screen.head.next.setFocus()
    front.press(K.Key_Z, CTRL)
    assert [line.whom for line in _work(house, stop).tell if line.told] == ["korttid"]
    assert "MAS" not in told.boxes


def test_letters_note_what_each_ward_answered(front: HouseFront, house: House) -> None:
    """I for nothing new and on to the next ward, E for no answer: both are noted."""
    stop = _declare(house)
    screen = _go(front)
    _pass_minutes(front, house, 121)
    screen.now.ringing.table.setFocus()
    front.settle()
    assert "Ringrundan 10:40: 2 av 2 kvar" in read_aloud(screen)

    front.press(K.Key_I)
    front.press(K.Key_E)

    wards = _work(house, stop).rounds.wards
    assert [one.ward.name for one in wards] == ["Avd 1, Sjukhuset", "Avd 2, Sjukhuset"]
    assert [one.answered for one in wards] == [OutageCall.NOTHING_NEW, None]
    assert "Ringrundan 10:40: 1 av 2 kvar" in read_aloud(screen)
    shown = rows_of(screen.now.ringing.table)
    assert "inget nytt 10:41" in shown[0]
    assert "ej svar 10:41, ring igen" in shown[1]


def test_news_from_a_ward_is_written_and_kept_while_one_looks_elsewhere(
    front: HouseFront, house: House
) -> None:
    """N opens the call for that ward; what is typed is there again after Esc."""
    stop = _declare(house)
    screen = _go(front)
    screen.now.ringing.table.setFocus()
    front.settle()

    front.press(K.Key_N)
    assert screen.now.call.ward.text() == "Avd 1, Sjukhuset"
    front.type("en ny inskriven")
    front.press(K.Key_Escape)
    screen.now.ringing.table.setFocus()
    front.press(K.Key_N)
    front.press(K.Key_Return, CTRL)

    said = _work(house, stop).log[0].said
    assert isinstance(said, OutageCallMade)
    assert (said.outcome, said.text, said.phone) == (
        OutageCall.NEWS,
        "en ny inskriven",
        "0510-850 01",
    )


def test_news_without_words_is_asked_about(front: HouseFront, house: House) -> None:
    """Something new must say what: the field says so and nothing is noted."""
    stop = _declare(house)
    screen = _go(front)

    front.press(K.Key_R, CTRL)
    front.type("Avd 7")
    front.press(K.Key_Return, CTRL)

    assert "Skriv vad det gällde." in read_aloud(screen)
    assert _work(house, stop).log == ()


def test_an_unknown_caller_is_rung_back_through_the_switchboard(
    front: HouseFront, house: House
) -> None:
    """Ctrl+R: who rang, what, and that they were rung back; it is no answer in the round."""
    stop = _declare(house)
    screen = _go(front)

    front.press(K.Key_R, CTRL)
    front.type("Avd 1, Sjukhuset")
    screen.now.call.text.setPlainText("utskrivningsklar 09:00")
    for code in ("incoming", "back"):
        screen.now.call.ticks.box(code).click()
    front.press(K.Key_Return, CTRL)

    said = _work(house, stop).log[0].said
    assert isinstance(said, OutageCallMade)
    assert (said.incoming, said.called_back) == (True, True)
    assert "Motringt via växeln" in rows_of(screen.now.calls.table)[0]
    assert all(one.now is None for one in _work(house, stop).rounds.wards)


def test_over_is_not_closed(front: HouseFront, house: House) -> None:
    """Ctrl+Shift+S says when it was over; it stays on every screen, and says what is left."""
    stop = _declare(house)
    paper = house.anna.issue_in_outage(stop, "R2", None, saved=False)
    assert isinstance(paper, IssuedPaper)
    house.clock.advance(60)
    screen = _go(front)

    front.press(K.Key_S, CTRL_SHIFT)
    front.type("0930")
    front.press(K.Key_Return, CTRL)

    work = _work(house, stop)
    assert work.page.stamp.phase is OutagePhase.DOCUMENTING
    assert work.next_step is NextStep.ACCOUNT
    assert f"1 av 1 är kvar ({paper.number})" in read_aloud(screen)
    assert not screen.now.ending.close_stop.isEnabled()
    assert _bar(front) == "SAMSA är igång igen sedan 09:30 · införande pågår · 1 blad kvar"
    front.press(K.Key_G, CTRL)
    assert screen.pages.currentWidget() is screen.papers


def test_a_practice_is_marked_and_closed_when_it_balances(front: HouseFront, house: House) -> None:
    """ÖVNING stands on every screen; compared in words, closed, and the bar is gone."""
    screen = _go(front)
    screen.home.declare.kind.box("exercise").click()
    front.press(K.Key_Return, CTRL)
    stop = _stop(house)
    assert _bar(front).startswith("ÖVNING: SAMSA nere sedan 08:40")
    house.clock.advance(30)

    front.press(K.Key_S, CTRL_SHIFT)
    front.press(K.Key_Return, CTRL)
    assert _work(house, stop).next_step is NextStep.RECONCILE
    front.press(K.Key_G, CTRL)
    front.type("övningens ärendeöversikt")
    front.press(K.Key_Return, CTRL)
    front.press(K.Key_G, CTRL)
    undone = read_aloud(screen.now.close_panel)
    assert "Att veta innan du skriver under: inte felanmält; inte underrättade: avd" in undone
    assert "2 av 2 avdelningar ringdes aldrig" in undone
    front.press(K.Key_Return, CTRL)

    assert house.anna.outages()[0].phase is OutagePhase.CLOSED
    assert house.anna.outages()[0].exercise
    assert _bar(front) == ""
    assert "Avslutat" in read_aloud(screen)


def test_a_real_stop_is_compared_on_its_own_screen(front: HouseFront, house: House) -> None:
    """Until a round has been signed the next step leads to Stäm av."""
    stop = _declare(house)
    house.clock.advance(10)
    do(house.anna, c.EndOutage(outage=stop))
    _go(front)

    front.press(K.Key_G, CTRL)

    assert front.top.key == "reconcile"


def test_a_list_that_is_reconciled_is_noted_and_the_button_says_so(
    front: HouseFront, house: House
) -> None:
    """Once a round is signed, the next step is to note it; Ctrl+G does what it says."""
    stop = _declare(house)
    house.clock.advance(10)
    do(house.anna, c.EndOutage(outage=stop))
    screen = _go(front)
    assert "stäm av mot källans" in screen.head.next.text()
    house.clock.advance(10)
    a_round(house.anna)
    front.press(K.Key_F5)

    assert screen.head.next.text().startswith("Nästa: notera att avstämningen är gjord")
    front.press(K.Key_G, CTRL)
    assert _work(house, stop).page.reconciled is not None


def test_a_wrong_declaration_is_taken_back_with_its_reason(front: HouseFront, house: House) -> None:
    """Without a reason it is refused in words; with one the stop was none, and stays to be read."""
    _declare(house)
    screen = _go(front)

    screen.acts_of.withdraw.trigger()
    front.settle()
    front.press(K.Key_Return, CTRL)
    assert house.anna.outages()[0].phase is OutagePhase.GOES_ON
    assert screen.now.withdraw.failure.isVisible()
    front.type("det var min egen kabel")
    front.press(K.Key_Return, CTRL)

    assert house.anna.outages()[0].phase is OutagePhase.WITHDRAWN
    assert _bar(front) == ""
    assert "Anna: det var min egen kabel" in read_aloud(screen)
    assert screen.head.what.text() == "SAMSA: anmälan är tillbakatagen"
    _go(front)
    assert "Är något nere?" in read_aloud(screen)
    assert "tillbakataget" in rows_of(screen.home.table)[0]


def test_two_stops_at_once_stand_side_by_side(front: HouseFront, house: House) -> None:
    """Each has its tab; what is done is done in the one that is shown."""
    first = _declare(house)
    second = _declare(house, system="Link", since=NOW + MINUTE)
    screen = _go(front)
    assert list(screen.stop_tabs.tabs) == [first, second, None]

    screen.stop_tabs.tabs[second].click()
    front.settle()
    screen.now.told.boxes["korttid"].click()
    front.settle()

    assert [bool(line.told) for line in _work(house, first).tell] == [False] * 5
    assert any(line.told for line in _work(house, second).tell)
    assert _bar(front).count("nere sedan") == 2


def test_a_planned_stop_is_declared_before_it_begins(front: HouseFront, house: House) -> None:
    """It says when it begins, and asks for that time; its clock begins then."""
    screen = _go(front)
    form = screen.home.declare
    form.kind.box("planned").click()
    front.press(K.Key_Return, CTRL)
    assert "Skriv när stoppet börjar." in read_aloud(screen)
    form.begins.text.setText("13:00")
    front.press(K.Key_Return, CTRL)

    stamp = house.anna.outages()[0]
    assert stamp.facts.planned
    assert "SAMSA stängs 13:00, om 4 tim" in read_aloud(screen)
    assert "Blanketterna gäller från 13:00" in read_aloud(screen)
    assert "strax innan stoppet börjar" in read_aloud(screen.now.packet)
    assert "underrätta" in screen.head.next.text()
    _pass_minutes(front, house, 140)
    assert screen.head.next.text().startswith("Nästa: skriv paketet på papper nu")


def test_a_time_that_is_typed_is_kept_when_the_stop_is_said_to_be_planned(
    front: HouseFront,
) -> None:
    """Typed first, ticked after: the time stands where it is asked for, and goes back again."""
    form = _go(front).home.declare
    form.since.text.setText("i morgon 08:30")

    form.kind.box("planned").click()
    assert form.begins.text.text() == "i morgon 08:30"
    form.kind.box("planned").click()
    assert form.since.text.text() == "i morgon 08:30"


def test_what_is_known_is_changed_without_declaring_anew(front: HouseFront, house: House) -> None:
    """It began earlier than was thought: the clock to the forms follows."""
    stop = _declare(house)
    screen = _go(front)

    screen.acts_of.edit.trigger()
    front.settle()
    screen.now.describe.since.text.setText("0810")
    front.press(K.Key_Return, CTRL)

    assert _work(house, stop).page.stamp.facts.since == NOW - 30 * MINUTE
    assert "Blanketterna gäller från 10:10" in read_aloud(screen)


def test_the_packet_is_one_key_from_the_stop(front: HouseFront, house: House) -> None:
    """Ctrl+P shows the packet on Papper, ready to print; no number is taken before that."""
    stop = _declare(house)
    _go(front)

    front.press(K.Key_P, CTRL)

    assert front.top.key == "paper"
    assert "Driftstoppspaketet" in read_aloud(front.top)
    assert _work(house, stop).page.stamp.numbers == 0


def test_what_goes_into_the_packet_can_be_chosen(front: HouseFront, house: House) -> None:
    """A list left out and fewer blanks: the count of numbers says what it comes to."""
    _declare(house)
    screen = _go(front)
    panel = screen.now.packet_panel

    front.press(K.Key_P, CTRL_SHIFT)
    for field in panel.blanks.values():
        room = field.lineEdit().contentsRect().width()
        assert room >= field.fontMetrics().horizontalAdvance("99") + 4, "its digits are hidden"
        field.setValue(0)
    panel.blanks["R2"].setValue(4)
    front.settle()

    assert "2 ifyllda och 4 tomma blad, 6 nummer" in read_aloud(panel)
    list(panel.blanks.values())[-1].setFocus()
    front.press(K.Key_Tab)
    assert QApplication.focusWidget() is panel.save_button
    front.press(K.Key_Return, CTRL)
    assert front.top.key == "paper"


def test_a_colleagues_stop_comes_to_my_screen(front: HouseFront, house: House) -> None:
    """What somebody else declares at another desk stands in my bar as well."""
    stop = house.bo.new_outage()
    done(house.bo.act(c.DeclareOutage(outage=stop, of=OutageOf.SOURCE, since=NOW, system="SAMSA")))

    front.press(K.Key_F5)

    assert "SAMSA nere sedan 08:40" in _bar(front)


def test_large_text_cuts_no_button_of_the_head(front: HouseFront, house: House) -> None:
    """At 150 percent what can be done stands below the words, whole."""
    front.program.theme.set_percent(150)
    _declare(house)

    screen = _go(front)

    for made in (*screen.head.buttons.values(), screen.head.next):
        right = made.mapTo(screen, made.rect().topRight()).x()
        assert made.isVisible()
        assert right <= screen.width(), made.text()


def _tab_stops(screen: QWidget) -> list[QWidget]:
    """Give what Tab goes to on the screen, in its order."""
    found: list[QWidget] = []
    at = screen.nextInFocusChain()
    while at is not None and at is not screen and len(found) < 1000:
        if (
            screen.isAncestorOf(at)
            and at.isVisible()
            and at.focusPolicy() & Qt.FocusPolicy.TabFocus
        ):
            found.append(at)
        at = at.nextInFocusChain()
    return found


def test_tab_goes_as_one_reads(front: HouseFront, house: House) -> None:
    """The next step, the report, the packet, whom to tell (also one added later), the round."""
    stop = _declare(house)
    screen = _go(front)
    do(house.anna, c.TellOfOutage(outage=stop, whom="MAS"))
    front.press(K.Key_F5)
    page = screen.now

    stops = _tab_stops(screen)
    wanted = [
        screen.head.next,
        page.report,
        page.packet.write,
        *page.told.boxes.values(),
        page.told.other,
        page.ringing.table,
        page.calls.new,
    ]

    assert [one for one in stops if one in wanted] == wanted


def test_a_scanner_is_heard_where_the_program_puts_the_focus(
    front: HouseFront, house: House
) -> None:
    """On the button of the next step, and back on the numbers after another screen."""
    stop = _declare(house)
    paper = house.anna.issue_in_outage(stop, "R2", None, saved=False)
    assert isinstance(paper, IssuedPaper)
    screen = _go(front)
    screen.papers.mode.setCurrentIndex(1)  # Markera som ifylld
    assert QApplication.focusWidget() is screen.head.next

    front.type(paper.number.replace(" ", ""))
    front.press(K.Key_Return)

    assert screen.pages.currentWidget() is screen.papers
    assert _work(house, stop).page.lines[0].stage is SheetStage.FILLED_IN
    front.program.reception.show("inbox")
    front.settle()
    front.program.window.show_screen("outage")
    front.settle()
    at = QApplication.focusWidget()
    assert at is not None
    assert screen.papers.isAncestorOf(at)


def test_focus_goes_to_what_is_next_when_a_panel_is_left(front: HouseFront, house: House) -> None:
    """Esc from what goes into the packet: the next step is one Enter away, not lost."""
    _declare(house)
    screen = _go(front)

    front.press(K.Key_P, CTRL_SHIFT)
    assert screen.now.packet_panel.isVisible()
    front.press(K.Key_Escape)

    assert QApplication.focusWidget() is screen.head.next
    front.program.window.rail.entry("outage").setFocus()
    front.press(K.Key_G, CTRL)
    assert screen.now.fault.isVisible()


def test_the_bar_of_an_exercise_does_not_look_like_a_stop(front: HouseFront, house: House) -> None:
    """A calm bar while only practice goes on; red as soon as something is really down."""
    bar = front.program.window.outage_bar
    _declare(house, exercise=True)
    front.press(K.Key_F5)
    assert bar.isVisible()
    assert bar.property("mood") == "exercise"

    _declare(house)
    front.press(K.Key_F5)
    assert bar.property("mood") == "wrong"
