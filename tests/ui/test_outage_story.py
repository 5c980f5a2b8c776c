"""A whole stop in the window: four hours, forty papers, two missing and one written twice."""

from collections.abc import Iterator
from typing import cast

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


def test_four_hours_forty_papers_two_missing_one_written_twice(
    front: HouseFront, house: House
) -> None:
    """Declared, told, rung twice, over, entered, compared, signed for and closed: it balances."""
    screen = cast("OutageScreen", front.program.reception.show("outage"))
    front.settle()
    front.press(K.Key_Return, CTRL)
    (stamp,) = house.anna.outages()
    stop = stamp.outage

    # Reported, papers out, everybody told.
    front.press(K.Key_G, CTRL)
    front.type("INC-4711")
    front.press(K.Key_Return, CTRL)
    papers = [
        house.anna.issue_in_outage(stop, "R1", None, saved=False) for _paper in range(_PAPERS)
    ]
    sheets = [one.sheet for one in papers if isinstance(one, IssuedPaper)]
    assert len(sheets) == _PAPERS
    for box in screen.now.told.boxes.values():
        box.click()
        front.settle()

    # Two rounds of calls, two hours apart, to all three wards.
    for _round in range(2):
        _after(front, house, 120)
        _ring_round(front, screen)
    assert "alla 3 har svarat" in read_aloud(screen)
    assert "40 blad ute" in _bar(front)

    # Over after four hours: what is on paper is entered, and the bar stays.
    front.press(K.Key_S, CTRL_SHIFT)
    front.press(K.Key_Return, CTRL)
    assert "införande pågår · 40 blad ute" in _bar(front)
    twice, missing, entered = sheets[0], sheets[1:3], sheets[3:]
    do(house.anna, *(c.DocumentSheet(sheet=one, system="SAMSA") for one in entered))
    do(house.anna, c.VoidSheet(sheet=twice, reason="samma samtal som en annan blankett"))
    do(house.anna, *(c.NoteSheetMissing(sheet=one, note="inte i pärmen") for one in missing))
    _after(front, house, 30)
    assert "2 av 40 är kvar" in read_aloud(screen)
    assert not screen.now.ending.close_stop.isEnabled()

    # Who may sign does so, the list is compared, and whoever may sign closes.
    chief = a_chief(house)
    do(chief, *(c.SignForMissing(sheet=one, reason="sökt på båda enheterna") for one in missing))
    a_round(house.anna)
    front.press(K.Key_F5)
    assert "alla 40 är klara" in read_aloud(screen)
    front.press(K.Key_G, CTRL)
    front.press(K.Key_Return, CTRL)
    front.press(K.Key_G, CTRL)
    front.press(K.Key_Return, CTRL)
    assert house.anna.outages()[0].phase is OutagePhase.DOCUMENTING
    assert screen.now.close_panel.failure.isVisible()
    do(chief, c.CloseOutage(outage=stop))
    front.press(K.Key_F5)

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
    assert _bar(front) == ""
    assert house.is_clean
