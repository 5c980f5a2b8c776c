"""A whole stop in the window: four hours, forty papers, two missing and one written twice."""

from collections.abc import Iterator
from typing import cast
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hands.eyes import read_aloud
from hands.house_front import HouseFront, open_house
from kontaktpunkt.domain import commands as c
from kontaktpunkt.domain.states import SheetStage
from kontaktpunkt.domain.times import HOUR
from kontaktpunkt.ui.screens.outage.screen import OutageScreen
from kontaktpunkt.usecases.desk import IssuedPaper
from kontaktpunkt.usecases.outages.rows import OutagePhase
from samples import NOW, House, a_chief, a_house, a_notice, a_person, a_round, do

pytestmark = pytest.mark.ui

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier
_PAPERS = 40


@pytest.fixture
def house() -> House:
    """Give a house with people on three wards."""
    house = a_house()
    for nth in range(1, 4):
        stay = {"ward": f"Avd {nth}", "hospital": "Sjukhuset", "ward_phone": f"0510-850 0{nth}"}
        house.take_in(a_notice(id=f"in{nth}", person=a_person(nth), stay=stay))
    return house


@pytest.fixture
def front(qtbot: QtBot, house: House) -> Iterator[HouseFront]:
    """Open the window on the house."""
    yield from open_house(qtbot, house)


def _bar(front: HouseFront) -> str:
    bar = front.program.window.outage_bar
    return bar.words.accessibleName() if bar.isVisible() else ""


def _after(front: HouseFront, house: House, minutes: int) -> None:
    house.clock.advance(minutes)
    front.press(K.Key_F5)


def _ring_round(front: HouseFront, screen: OutageScreen) -> None:
    """Ring every ward: nothing new anywhere."""
    screen.now.ringing.table.setFocus()
    front.settle()
    for _ward in range(3):
        front.press(K.Key_I)


def _begin(front: HouseFront, house: House) -> tuple[OutageScreen, UUID]:
    """Declare it, report the fault, and tell everybody, from the keyboard."""
    screen = cast("OutageScreen", front.program.reception.show("outage"))
    front.settle()
    front.press(K.Key_Return, CTRL)
    front.press(K.Key_G, CTRL)
    front.type("INC-4711")
    front.press(K.Key_Return, CTRL)
    for box in screen.now.told.boxes.values():
        box.click()
        front.settle()
    return screen, house.anna.outages()[0].outage


def _give_out(house: House, stop: UUID) -> list[UUID]:
    made = [house.anna.issue_in_outage(stop, "R1", None, saved=False) for _paper in range(_PAPERS)]
    return [one.sheet for one in made if isinstance(one, IssuedPaper)]


def _enter(house: House, sheets: list[UUID]) -> list[UUID]:
    """Document all but one that was written twice and two that are not there; gives those two."""
    twice, missing, entered = sheets[0], sheets[1:3], sheets[3:]
    do(house.anna, *(c.DocumentSheet(sheet=one, system="SAMSA") for one in entered))
    do(house.anna, c.VoidSheet(sheet=twice, reason="samma samtal som en annan blankett"))
    do(house.anna, *(c.NoteSheetMissing(sheet=one, note="inte i pärmen") for one in missing))
    return missing


def test_four_hours_forty_papers_two_missing_one_written_twice(
    front: HouseFront, house: House
) -> None:
    """Declared, told, rung twice, over, entered, compared, signed for and closed: it balances."""
    screen, stop = _begin(front, house)
    sheets = _give_out(house, stop)
    for _round in range(2):
        _after(front, house, 120)
        _ring_round(front, screen)
    assert "alla 3 har svarat" in read_aloud(screen)
    assert "40 blad kvar" in _bar(front)

    front.press(K.Key_S, CTRL_SHIFT)
    front.press(K.Key_Return, CTRL)
    assert "införande pågår · 40 blad kvar" in _bar(front)
    missing = _enter(house, sheets)
    _after(front, house, 30)
    assert "2 av 40 är kvar" in read_aloud(screen)
    assert not screen.now.ending.close_stop.isEnabled()

    chief = a_chief(house)
    do(chief, *(c.SignForMissing(sheet=one, reason="sökt på båda enheterna") for one in missing))
    a_round(house.anna)
    front.press(K.Key_F5)
    assert "alla 40 är klara" in read_aloud(screen)
    _close_as_one_who_may_not(front, house, screen)
    do(chief, c.CloseOutage(outage=stop))
    front.press(K.Key_F5)

    _assert_it_balances(house, stop)
    assert _bar(front) == ""


def _close_as_one_who_may_not(front: HouseFront, house: House, screen: OutageScreen) -> None:
    """Note the round, and try to close: with numbers missing somebody else must sign."""
    for _step in ("jämför", "stäng"):
        front.press(K.Key_G, CTRL)
    front.press(K.Key_Return, CTRL)
    assert house.anna.outages()[0].phase is OutagePhase.DOCUMENTING
    assert screen.now.close_panel.failure.isVisible()


def _assert_it_balances(house: House, stop: UUID) -> None:
    page = house.anna.outage(stop)
    assert page is not None
    assert page.stamp.phase is OutagePhase.CLOSED
    assert page.over is not None
    assert page.over.at - NOW == 4 * HOUR
    assert page.balance.in_stage == {
        SheetStage.DOCUMENTED: 37,
        SheetStage.VOIDED: 1,
        SheetStage.MISSING: 2,
    }
    assert house.is_clean
