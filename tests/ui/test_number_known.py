"""A reserve number corrected to the number of somebody known: the two are compared at once."""

from collections.abc import Iterator
from datetime import date
from typing import cast

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hands.house_front import HouseFront, open_house
from hands.typing import type_text
from kontaktpunkt.domain.person.facts import NumberKind, PersonFacts, PersonNumber
from kontaktpunkt.ui.screens.case.screen import CaseScreen
from samples import House, a_house, a_notice, a_number, a_person, id_of

pytestmark = pytest.mark.ui

RESERVE = PersonNumber(NumberKind.LOCAL_RESERVE, "18900102S98A")


@pytest.fixture
def house() -> House:
    """Give a house where she came in once nameless by reserve number, once as herself."""
    made = a_house()
    made.take_in(
        a_notice(id="reserv", person=PersonFacts(numbers=(RESERVE,)), stay={"stay_ids": ("s-r",)}),
        a_notice(
            id="riktigt", person=a_person(birth_date=date(1890, 1, 2)), stay={"stay_ids": ("s-p",)}
        ),
    )
    return made


@pytest.fixture
def front(qtbot: QtBot, house: House) -> Iterator[HouseFront]:
    """Open the window on the house."""
    yield from open_house(qtbot, house)


def _case(front: HouseFront, house: House) -> CaseScreen:
    case = house.row(id_of("reserv")).case
    assert case is not None
    workplace = front.program.reception.workplace
    assert workplace is not None
    workplace.case_wanted.emit(case)
    front.settle()
    return cast("CaseScreen", front.program.window.screens["case"])


def test_the_refusal_leads_to_the_comparison_and_she_is_one(
    front: HouseFront, house: House
) -> None:
    """No dead end: what says "förena dem" has the button, and both numbers are kept."""
    screen = _case(front, house)
    screen.acts_bar.number.trigger()
    panel = screen.number_panel
    assert panel.field.hint.text() == "Reservnumret finns kvar i historiken."
    assert not panel.compare_button.isVisible()
    type_text(panel.number, a_number().value)
    panel.save()
    front.settle()
    assert "förena dem" in panel.field.refusal.text()
    assert panel.compare_button.hasFocus()

    front.press(Qt.Key.Key_Space)
    assert screen.joining.comparison.isVisible()
    front.press(Qt.Key.Key_F)

    case = house.row(id_of("reserv")).case
    assert case is not None
    page = house.anna.case(case)
    assert page is not None
    assert page.person.numbers == (a_number(),)
    assert page.person.former_numbers == (RESERVE,)
