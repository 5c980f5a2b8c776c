"""A unit's week in a real window at a real desk: found by keys, narrowed, put on paper."""

from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hands.house_front import HouseFront, open_house
from kontaktpunkt.domain.commands import CallHome, ChangeService, SetWithUs
from kontaktpunkt.domain.events.homecoming import ServiceStage
from kontaktpunkt.domain.staff import WithUs
from kontaktpunkt.ui.screens.paper.screen import PaperScreen
from kontaktpunkt.ui.screens.unit_week.screen import UnitWeekScreen
from samples import House, a_house, a_notice, a_person, do, hours

pytestmark = pytest.mark.ui
_K = Qt.Key
_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_NORTH, _SOUTH = "Hemvård Norr", "Hemvård Söder"


@pytest.fixture
def house() -> House:
    """Give a house with somebody of each of two units, one of them called home for today."""
    house = a_house()
    for nth, unit in ((1, _NORTH), (2, _SOUTH)):
        stay = {"stay_ids": (f"stay-{nth}",), "expected_discharge": hours(24)}
        house.take_in(a_notice(id=f"in-{nth}", person=a_person(nth), stay=stay))
        row = next(one for one in house.anna.in_hospital() if one.name.startswith(f"Prov{nth} "))
        assert row.person is not None
        do(house.anna, SetWithUs(person=row.person, with_us=WithUs(unit=unit)))
        if nth == 1:
            again = ChangeService(
                case=row.case,
                service="home_care",
                stage=ServiceStage.RESTARTED,
                from_visit="tisdag kväll",
            )
            called = CallHome(case=row.case, told="Ssk Öst", expected_home=hours(6), met_by="Eva")
            do(house.anna, called, again)
    return house


@pytest.fixture
def front(qtbot: QtBot, house: House) -> Iterator[HouseFront]:
    """Open the window on the house."""
    yield from open_house(qtbot, house)


def _week(front: HouseFront) -> UnitWeekScreen:
    front.press(_K.Key_2, _CTRL)
    front.press(_K.Key_E, _CTRL | _SHIFT)
    assert front.top.key == "unit_week"
    return cast("UnitWeekScreen", front.top)


def _people(screen: UnitWeekScreen) -> list[str]:
    lines = (screen.week.lines.line(at) for at in range(screen.week.lines.rowCount()))
    return [line.cells[1].split()[0] for line in lines if line is not None and line.key is not None]


def test_two_keys_show_who_comes_and_from_which_visit(front: HouseFront) -> None:
    """From the follow-up list: who comes today, what starts again from when, whom to ring."""
    screen = _week(front)

    assert screen.week.hasFocus()
    assert _people(screen) == ["Prov1", "Prov2"]
    today = next(cells for cells in screen.week.lines.texts() if "Prov1" in "".join(cells))
    assert today[0] == "i dag 14:40"
    assert today[2] == "Hemtjänst från tisdag kväll"
    assert today[3] == "möts av Eva"
    assert "0500" in today[5]
    assert screen.as_of.text() == "2 väntas hem, 2 i allt. Uppgifter från 08:40."


def test_a_line_of_the_load_turns_to_its_unit(front: HouseFront) -> None:
    """Enter on a unit in the load shows that unit only, and the choice above says so."""
    screen = _week(front)
    names = [cells[0].replace("\n", " ") for cells in screen.load.lines.texts()]
    screen.load.selectRow(names.index(_SOUTH))
    screen.load.setFocus()

    front.press(_K.Key_Return)

    assert screen.unit.currentText() == _SOUTH
    assert _people(screen) == ["Prov2"]


def test_enter_opens_the_case_and_esc_leads_back(front: HouseFront) -> None:
    """The chosen person's case is one key away, and so is the way back."""
    screen = _week(front)

    front.press(_K.Key_Return)
    assert front.top.key == "case"
    front.press(_K.Key_Escape)
    assert front.top is screen
    front.press(_K.Key_Escape)
    assert front.top.key == "follow_up"


def test_the_week_goes_on_paper(front: HouseFront) -> None:
    """Ctrl+P shows the list as it will be printed."""
    _week(front)

    front.press(_K.Key_P, _CTRL)

    assert isinstance(front.top, PaperScreen)
    assert front.top.choices.choice.document.title == "Veckan för Alla enheter"
    assert front.top.print_act.isEnabled()


def test_the_help_says_what_the_screen_is(front: HouseFront) -> None:
    """F1 explains the week in Swedish."""
    screen = _week(front)

    assert "Min enhet" in screen.help_text()
    assert "2 kap. 8 §" in screen.help_text()
