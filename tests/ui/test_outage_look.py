"""Driftstopp is looked at: one scroll bar, wards whole, and papers in sight with large text."""

from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hands.house_front import HouseFront, open_house
from kontaktpunkt.domain import commands as c
from kontaktpunkt.domain.events.outage import OutageOf
from kontaktpunkt.ui.screens.outage.screen import OutageScreen
from kontaktpunkt.ui.theme.theme import Mode
from samples import NOW, House, a_house, a_notice, a_person, do

pytestmark = pytest.mark.ui

_WARDS = 14


@pytest.fixture
def house() -> House:
    """Give a house with people on many wards, and a stop."""
    house = a_house()
    for nth in range(1, _WARDS + 1):
        stay = {"ward": f"Medicinavdelning {nth:02}", "hospital": "Ekfors sjukhus"}
        house.take_in(a_notice(id=f"in{nth}", person=a_person(nth), stay=stay))
    stop = house.anna.new_outage()
    do(
        house.anna,
        c.DeclareOutage(outage=stop, of=OutageOf.SOURCE, since=NOW, system="SAMSA"),
    )
    return house


@pytest.fixture
def front(qtbot: QtBot, house: House) -> Iterator[HouseFront]:
    """Open the window on the house."""
    yield from open_house(qtbot, house)


def _go(front: HouseFront) -> OutageScreen:
    front.program.reception.show("outage")
    front.settle()
    return cast("OutageScreen", front.program.window.screens["outage"])


def test_the_page_scrolls_and_the_round_does_not(front: HouseFront) -> None:
    """Every ward stands in the round; stepping down brings the chosen one in sight."""
    screen = _go(front)
    table, page = screen.now.ringing.table, screen.now
    assert table.model().rowCount() == _WARDS
    assert table.verticalScrollBar().maximum() == 0

    table.setFocus()
    for _ in range(_WARDS):
        front.press(Qt.Key.Key_Down)

    row = table.visualRect(table.currentIndex())
    place = table.viewport().mapTo(page.viewport(), row.center()).y()
    assert 0 < place < page.viewport().height()


def test_the_head_gives_way_to_the_papers_where_the_text_is_large(front: HouseFront) -> None:
    """At 150 percent the tab names the stop, and what is next stands above the register."""
    screen = _go(front)
    assert screen.head.what.isVisible()

    front.program.theme.set_look(Mode.LIGHT, 150)
    front.settle()
    assert not screen.head.what.isVisible()
    assert screen.head.kind.isVisible()
    screen.tabs[1].click()
    front.settle()

    assert not screen.head.titled.isVisible()
    assert screen.head.next.isVisible()
    front.program.theme.set_look(Mode.LIGHT, 100)
    front.settle()
    assert screen.head.what.isVisible()
