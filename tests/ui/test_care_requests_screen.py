"""Vårdbegäran on screen: written, looked over, sent with somebody, ticked; by keys."""

from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from hands.house_front import HouseFront, open_house
from kontaktpunkt.ui.screens.care_requests.screen import CareRequestsScreen
from kontaktpunkt.usecases.care_request_rows import CareRequestRow, Standing
from samples import House, a_house, a_notice, a_number, a_person

pytestmark = pytest.mark.ui

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def house() -> House:
    """Give a house with somebody in hospital."""
    house = a_house()
    house.take_in(a_notice(id="in1", person=a_person(1)))
    return house


@pytest.fixture
def front(qtbot: QtBot, house: House) -> Iterator[HouseFront]:
    """Open the window on the house and go to the screen."""
    for front in open_house(qtbot, house):
        front.program.reception.show("care_requests")
        front.settle()
        yield front


def _screen(front: HouseFront) -> CareRequestsScreen:
    return cast("CareRequestsScreen", front.program.window.screens["care_requests"])


def _row(house: House) -> CareRequestRow:
    (row,) = house.anna.care_requests()
    return row


def _write(front: HouseFront) -> None:
    front.press(K.Key_Return)
    front.type("Hemtjänst fyra gånger om dagen")
    front.press(K.Key_Return, CTRL)


def test_who_lacks_one_is_told_in_words(front: HouseFront) -> None:
    """Somebody in hospital without a care request stands in the list as lacking one."""
    model = _screen(front).model

    assert "Saknas, på sjukhus" in str(model.data(model.index(0)))
    assert _screen(front).counted.text() == "Saknas 1"


def test_enter_writes_one_and_ctrl_enter_saves_it(front: HouseFront, house: House) -> None:
    """Enter, the services in words, Ctrl+Enter: it lies ready."""
    _write(front)

    assert _row(house).standing is Standing.KEPT
    assert "sparad" in front.said
    assert _screen(front).content.facts["Insatser"].text.text() == "Hemtjänst fyra gånger om dagen"


def test_nothing_written_is_said_beside_the_field(front: HouseFront, house: House) -> None:
    """An empty one is not saved, and the cursor stands where something is to be written."""
    front.press(K.Key_Return)
    front.press(K.Key_Return, CTRL)

    assert _row(house).standing is Standing.MISSING
    said = _screen(front).editor.services_field.refusal.text()
    assert said == "Skriv insatserna eller socialt status."


def test_what_is_being_written_survives_another_screen(front: HouseFront) -> None:
    """Called away, and back: what was typed stands there again."""
    front.press(K.Key_Return)
    front.type("Larm")
    front.program.reception.show("inbox")
    front.settle()
    front.program.reception.show("care_requests")
    front.settle()
    _screen(front).editor.hide()
    front.press(K.Key_Return)

    assert _screen(front).editor.services.toPlainText() == "Larm"


def test_somebody_new_is_written_by_number(front: HouseFront, house: House) -> None:
    """Ctrl+Shift+N asks for number and name: one is kept for who has never been in hospital."""
    front.press(K.Key_N, CTRL_SHIFT)
    front.type(a_number(2).value)
    front.press(K.Key_Tab)
    front.type("Greta Provsson")
    front.press(K.Key_Tab)
    front.type("Hemtjänst")
    front.press(K.Key_Return, CTRL)

    names = {row.name: row.standing for row in house.anna.care_requests()}
    assert names["Greta Provsson"] is Standing.KEPT


def test_sent_to_hospital_copied_and_ticked_by_keys(front: HouseFront, house: House) -> None:
    """Ctrl+E, a time, Ctrl+Enter; copy; and when it is sent, Ctrl+Shift+S."""
    _write(front)
    front.press(K.Key_E, CTRL)
    front.type("0210")
    front.press(K.Key_Return, CTRL)

    assert _row(house).standing is Standing.TO_SEND
    rail = front.program.window.rail.entry("care_requests")
    assert "1" in rail.accessibleName()

    front.press(K.Key_C, CTRL_SHIFT)
    assert "Hemtjänst fyra gånger om dagen" in QGuiApplication.clipboard().text()
    front.press(K.Key_S, CTRL_SHIFT)

    assert _row(house).standing is Standing.KEPT
    assert front.said.startswith("Vårdbegäran sänd i SAMSA")


def test_a_time_that_lies_ahead_is_refused_beside_it(front: HouseFront, house: House) -> None:
    """She cannot have gone tomorrow."""
    _write(front)
    front.press(K.Key_E, CTRL)
    front.type("i morgon 0800")
    front.press(K.Key_Return, CTRL)

    assert _row(house).standing is Standing.KEPT
    assert "Tiden gick inte att tolka" in _screen(front).going.at_field.refusal.text()


def test_read_through_is_one_key(front: HouseFront) -> None:
    """Ctrl+G says that it still holds, and until when."""
    _write(front)
    front.press(K.Key_G, CTRL)

    assert front.said.startswith("Genomläst, stämmer. Ses över igen")
