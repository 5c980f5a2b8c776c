"""Helg & jour in a real window at a real desk: read, decided, handed over, taken, on paper."""

from collections.abc import Iterator
from typing import cast
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from duty_places import at
from hands.house_front import HouseFront, open_house
from kontaktpunkt.domain.commands import AcceptHandover, AddStaff, TakeMessage
from kontaktpunkt.domain.person.facts import Protection
from kontaktpunkt.domain.staff import Role
from kontaktpunkt.ui.preferences import Preference
from kontaktpunkt.ui.screens.weekend.line_list import Block, Line, share_out
from kontaktpunkt.ui.screens.weekend.screen import WeekendScreen
from kontaktpunkt.usecases.weekend.rows import LineDraft
from samples import House, a_house, a_notice, a_person, do, done, id_of

pytestmark = pytest.mark.ui
_K = Qt.Key
_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_NURSE = UUID(int=0xC1)
_CENTRE = UUID(int=0xC2)
_SATURDAY = at("2026-03-21 09:00")


def _house(people: int = 3) -> House:
    house = a_house()
    house.clock.set(at("2026-03-20 15:00"))
    do(
        house.anna,
        AddStaff(staff=_NURSE, name="K. Ek", role=Role.LICENSED_STAFF),
        AddStaff(staff=_CENTRE, name="T. Central", role=Role.CARE_SAFETY_CENTRE),
    )
    for nth in range(1, people + 1):
        stay = {"stay_ids": (f"stay-{nth}",), "expected_discharge": at("2026-03-21 11:00")}
        house.take_in(a_notice(id=f"in-{nth}", person=a_person(nth), stay=stay))
        do(house.bo, TakeMessage(message=id_of(f"in-{nth}")))
    lines = (LineDraft(text="Ring", needs_you=True), LineDraft(text="Läs"), LineDraft(text="Vet"))
    done(house.bo.hand_over(lines))
    house.clock.set(_SATURDAY)
    return house


@pytest.fixture
def house() -> House:
    """Give a Saturday morning with three people in hospital and three lines from Friday."""
    return _house()


@pytest.fixture
def front(qtbot: QtBot, house: House) -> Iterator[HouseFront]:
    """Open the window on the house."""
    yield from open_house(qtbot, house)


def _go(front: HouseFront) -> WeekendScreen:
    front.press(_K.Key_3, _CTRL)
    return cast("WeekendScreen", front.top)


def _rows(block: Block) -> list[str]:
    return [line.main for line in block.lines]


def _focus(front: HouseFront, block: Block) -> None:
    """Go with Tab to a list."""
    for _ in range(40):
        if block.list.hasFocus():
            return
        front.press(_K.Key_Tab)
    raise AssertionError(block.heading.text())


def test_the_page_says_which_time_it_is_and_begins_where_work_waits(front: HouseFront) -> None:
    """A nurse who has not seen it before reads what it is, until when, and stands on the line."""
    screen = _go(front)

    assert screen.period.text() == "Helg, lör 21 mars–sön 22 mars"
    assert screen.until.text() == "till mån 23 mars 07:00"
    assert screen.parts.handover.list.hasFocus()
    assert screen.parts.handover.heading.text() == "Överlämning, 1 behöver dig"
    assert "Bevakar SAMSA nu: Sjuksköterska korttid" in _rows(screen.parts.now)
    assert screen.parts.must.heading.text() == "Ska vara gjort före 12:00"
    assert _rows(screen.parts.people) == [f"Prov{nth} Provsson: inget besked" for nth in (1, 2, 3)]
    assert len(_rows(screen.parts.homeward)) == 3


def test_a_line_about_a_long_name_is_read_to_its_end(front: HouseFront) -> None:
    """Before a line is accepted all of it stands there, however long a name it begins with."""
    block = _go(front).parts.handover
    name = "Zbigniew Wójcik-Grzędzicki Čearru-Hjortsbergsdotter"
    line = Line(f"{name}: ring dottern om nyckeln och matkassen i dag", look="strong", mark="●")

    words, _below = block.list.broken(line)

    assert len(words) > 2
    assert "".join(words).replace(" ", "") == line.main.replace(" ", "")
    assert block.list.height_of(line) > block.list.height_of(block.lines[0])


def test_everything_of_an_ordinary_weekend_is_seen_without_scrolling(front: HouseFront) -> None:
    """At 1366 by 768 no column scrolls, and no row is left out."""
    screen = _go(front)

    for column in screen.parts.columns:
        assert column.verticalScrollBar().maximum() == 0
    for block in screen.parts.blocks:
        if block.isVisible() and block is not screen.parts.now:
            assert "till" not in block.more.text(), block.heading.text()


def test_the_line_that_needs_me_is_taken_by_itself_and_the_rest_in_one_stroke(
    front: HouseFront,
) -> None:
    """T, then Skift+T: three lines in two keys, and the first has been read."""
    screen = _go(front)

    front.press(_K.Key_T)
    assert front.said.startswith("Raden är tagen emot")
    front.press(_K.Key_T, _SHIFT)

    assert front.said.startswith("2 rader är tagna emot")
    page = front.house.anna.weekend()
    assert [row.accepted_by_name for row in page.handover] == ["Anna"] * 3
    assert [row.handed.is_open for row in page.handover] == [True, False, False]
    assert screen.parts.handover.lines[0].mark == "○"

    front.press(_K.Key_Home)
    front.press(_K.Key_X)
    assert not any(row.handed.is_open for row in front.house.anna.weekend().handover)


def test_a_question_is_asked_with_f_and_answered_with_f(front: HouseFront) -> None:
    """The other end sees that a question waits, and answers in the same place."""
    screen = _go(front)

    front.press(_K.Key_F)
    front.type("Vilken avdelning?")
    front.press(_K.Key_Return, _CTRL)

    assert screen.parts.handover.lines[0].mark == "?"
    assert screen.parts.handover.list.hasFocus()
    front.press(_K.Key_F)
    assert screen.parts.talk.head.text() == "Svara på frågan"
    front.type("Medicin 31")
    front.press(_K.Key_Return, _CTRL)
    row = front.house.bo.weekend().handover[0]
    assert [one.text for one in row.handed.talk] == ["Vilken avdelning?", "Medicin 31"]


def test_a_helgbesked_is_written_by_keyboard_and_confirmed_by_the_other(
    front: HouseFront, house: House
) -> None:
    """B, the answer, the condition, a time and a name; K. Ek puts hers under it with K."""
    screen = _go(front)
    _focus(front, screen.parts.people)
    front.press(_K.Key_B)
    panel = screen.parts.decide
    front.press(_K.Key_Right)
    panel.text.setFocus()
    front.type("larmet är på plats")
    panel.earliest.setFocus()
    front.type("13")
    panel.manager.setFocus()
    front.type("R. Sandin")
    front.press(_K.Key_Return, _CTRL)

    said = _rows(screen.parts.people)[0]
    assert said == "Prov1 Provsson: ja, om larmet är på plats, tidigast 13:00"
    assert screen.parts.people.lines[0].mark == "○"
    front.program.reception.workplace.be(_NURSE)  # type: ignore[union-attr]  # it is there
    front.settle()
    _focus(front, screen.parts.people)
    front.press(_K.Key_Home)
    front.press(_K.Key_K)
    assert screen.parts.people.lines[0].mark == "✓"
    word = next(row.weekend for row in house.anna.weekend().people if row.weekend)
    assert (word.unit_manager, word.licensed) == ("R. Sandin", "K. Ek")


def test_a_time_that_is_none_is_said_and_what_was_typed_stays(front: HouseFront) -> None:
    """A slip costs nothing: the field says how, and a half-written word is there after Esc."""
    screen = _go(front)
    _focus(front, screen.parts.people)
    front.press(_K.Key_B)
    panel = screen.parts.decide
    panel.manager.setFocus()
    front.type("R. Sandin")
    panel.earliest.setFocus()
    front.type("25")
    front.press(_K.Key_Return, _CTRL)
    assert panel.earliest_field.refusal.text() == "Skriv klockslaget som 13:00."

    front.press(_K.Key_Escape)
    front.press(_K.Key_B)

    assert panel.manager.text() == "R. Sandin"


def test_a_line_is_left_about_whom_the_page_stood_on(front: HouseFront) -> None:
    """L on a person: the line is about her, and goes to whoever takes up duty tomorrow."""
    screen = _go(front)
    _focus(front, screen.parts.people)
    front.press(_K.Key_L)
    assert screen.parts.write.to.text() == "Till Sjuksköterska korttid, i morgon 08:30"
    assert screen.parts.write.about.text() == "Om Prov1 Provsson"
    front.type("Dottern hämtar nyckeln")
    front.press(_K.Key_Return, _CTRL)

    line = next(one for one in front.house.bo.weekend().handover if "Dottern" in one.text)
    assert line.about is not None
    assert line.about.name == "Prov1 Provsson"
    assert line.handed.begins == at("2026-03-22 08:30")


def test_all_that_is_mine_is_left_with_one_panel(front: HouseFront) -> None:
    """Ctrl+Skift+L, Ctrl+Enter: what Anna had is somebody's, and she is told to whom."""
    front.house.take_in(a_notice(id="mine", person=a_person(1), stay={"stay_ids": ("stay-1",)}))
    do(front.house.anna, TakeMessage(message=id_of("mine")))
    screen = _go(front)

    front.press(_K.Key_L, _CTRL | _SHIFT)
    assert "Prov1 Provsson: meddelande" in screen.parts.leaving.what.text()
    front.press(_K.Key_Return, _CTRL)

    assert front.said.startswith("Allt ditt är lämnat till Sjuksköterska korttid")
    assert front.house.row(id_of("mine")).owner is None
    assert front.house.anna.leaving().count == 0


def test_trygghetscentralen_takes_a_call_and_sees_that_it_was_taken(front: HouseFront) -> None:
    """Her page is calls and no more: who rings, about whom, passed on, taken."""
    screen = _go(front)
    front.program.reception.workplace.be(_CENTRE)  # type: ignore[union-attr]  # it is there
    front.settle()
    assert screen.acts_of.slim.isChecked()
    assert not screen.parts.must.isVisible()

    screen.parts.focus_list()
    front.press(_K.Key_R)
    panel = screen.parts.call
    front.type("Dottern")
    panel.phone.setFocus()
    front.type("070-000 00 01")
    panel.whom.setFocus()
    front.type("Prov2")
    panel.text.setFocus()
    front.type("Undrar när mamma kommer")
    front.press(_K.Key_Return, _CTRL)

    assert front.said.startswith("Samtalet är lämnat vidare")
    (call,) = screen.parts.calls.lines
    assert call.main.startswith("Samtal: Prov2 Provsson: Dottern, 070-000 00 01")
    assert call.mark == "●"
    row = next(one for one in front.house.anna.weekend().handover if one.handed.line.is_call)
    do(front.house.bo, AcceptHandover(shift=row.shift, lines=(row.line,)))
    screen.begin()
    front.settle()
    assert screen.parts.calls.lines[0].mark == "○"
    assert "tagen 09:00 av Bo" in screen.parts.calls.lines[0].sub


def test_the_packet_stands_where_it_is_printed_and_its_addition_can_be_made(
    front: HouseFront,
) -> None:
    """Ctrl+P makes it and shows its pages; back on the page it says when and by whom."""
    screen = _go(front)
    assert not screen.acts_of.supplement.isVisible()

    front.press(_K.Key_P, _CTRL)

    assert front.top.key == "paper"
    assert front.house.anna.packets() == ()
    front.house.anna.make_packet()
    screen = _go(front)
    screen.begin()
    front.settle()
    assert screen.packet.text() == "Helgpaket gjort 09:00 av Anna"
    assert screen.acts_of.supplement.isVisible()
    front.press(_K.Key_P, _CTRL | _SHIFT)
    assert front.top is screen
    assert front.said == "Inget är nytt sedan paketet gjordes."


def test_old_packets_are_ticked_off(front: HouseFront, house: House) -> None:
    """After the weekend the paper is listed until somebody has shredded it."""
    house.anna.make_packet()
    house.clock.set(at("2026-03-23 08:00"))
    screen = _go(front)
    assert "1 gammalt paket att förstöra" in screen.packet.text()

    screen.acts_of.papers.trigger()
    front.settle()
    front.press(_K.Key_Space)

    assert house.anna.weekend().to_shred == 0


def test_monday_shows_what_the_weekend_did(front: HouseFront, house: House) -> None:
    """First on the page: what was done, and what is left."""
    house.clock.set(at("2026-03-23 08:00"))
    screen = _go(front)

    assert screen.parts.did.isVisible()
    assert screen.parts.did.heading.text() == "Vad helgen gjorde"
    assert [line.mark for line in screen.parts.did.lines] == ["▲"] * 3


def test_what_nobody_has_taken_stands_on_every_screen(front: HouseFront, house: House) -> None:
    """The strip says so wherever somebody is, and the rail has a number with a mark."""
    house.clock.set(at("2026-03-21 10:00"))
    front.program.reception.weekend.begin()
    front.settle()

    window = front.program.window
    link = window.strip.standing.link("weekend")
    assert link.text() == "3 överlämnade rader är inte tagna. Nu bemannat: Sjuksköterska korttid"
    assert window.rail.entry("weekend").badge == (3, True)


def test_what_does_not_fit_is_counted_and_opens(qtbot: QtBot) -> None:
    """Forty people: the heading says how many more, and one key shows them all."""
    for front in open_house(qtbot, _house(people=40)):
        screen = _go(front)
        more = screen.parts.people.more
        assert more.text().startswith("och ")
        assert more.text().endswith(" till")
        more.setFocus()
        front.press(_K.Key_Space)
        assert more.text() == "visa färre"
        assert screen.parts.people.list.height() >= sum(screen.parts.people.heights)


def test_a_protected_person_is_not_named_on_the_page(front: HouseFront, house: House) -> None:
    """The page may be seen by everybody on duty."""
    hidden = a_person(7, protection=Protection.SECRECY_MARKING)
    house.take_in(a_notice(id="h", person=hidden, stay={"stay_ids": ("stay-7",)}))
    screen = _go(front)

    said = "\n".join(line.aloud for block in screen.parts.blocks for line in block.lines)
    assert "Prov7" not in said
    assert "Skyddad identitet" in said


def test_the_wards_number_is_one_key_away(front: HouseFront) -> None:
    """C on a person copies her ward's number, to be pasted into the telephone's program."""
    screen = _go(front)
    _focus(front, screen.parts.people)

    front.press(_K.Key_C)

    assert QGuiApplication.clipboard().text() == "0500-00 00 00"
    assert front.said == "Numret 0500-00 00 00 är kopierat"


def test_letters_can_be_turned_off(front: HouseFront) -> None:
    """Who uses speech or shakes turns single letters off; the buttons remain."""
    workplace = front.program.reception.workplace
    assert workplace is not None
    screen = _go(front)
    workplace.preferences.put(Preference.SINGLE_KEYS, "off")
    front.settle()

    front.press(_K.Key_T)

    assert front.house.anna.weekend().handover[0].handed.waits
    screen.acts_of.accept.trigger()
    front.settle()
    assert not front.house.anna.weekend().untaken


@pytest.mark.parametrize("percent", [100, 150])
def test_nothing_is_wider_than_the_page(front: HouseFront, percent: int) -> None:
    """No horizontal scrolling, in large text either."""
    screen = _go(front)
    front.program.theme.set_percent(percent)
    front.settle()
    QApplication.processEvents()

    assert screen.parts.layout_of.minimumSizeHint().width() <= screen.width()
    for column in screen.parts.columns:
        assert column.inside.width() <= column.viewport().width()


@pytest.mark.parametrize(
    ("needs", "room", "given"),
    [
        ([[10, 10], [10]], 100, [2, 1]),
        ([[10, 10, 10], [10, 10]], 30, [2, 1]),
        ([[10] * 9, [], [10] * 9], 40, [2, 0, 2]),
        ([[30], [10]], 0, [1, 1]),
        ([], 50, []),
    ],
)
def test_the_height_is_shared_in_turn(needs: list[list[int]], room: int, given: list[int]) -> None:
    """Each list shows something before any shows everything."""
    assert share_out(needs, room) == given
