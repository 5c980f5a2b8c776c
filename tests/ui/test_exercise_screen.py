"""The exercise and the statistics over stops in a real window at a real desk."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hands.eyes import read_aloud
from hands.house_front import HouseFront, open_house
from kontaktpunkt.domain import commands as c
from kontaktpunkt.domain.events.outage import OutageOf
from kontaktpunkt.ui.screens.outage.screen import OutageScreen
from kontaktpunkt.ui.widgets.rows_table import RowsModel
from kontaktpunkt.usecases.back_entry.rows import SheetEntry
from kontaktpunkt.usecases.desk import Done, IssuedPaper
from samples import House, a_house, do, hours

if TYPE_CHECKING:
    from kontaktpunkt.ui.printing.document import Document

pytestmark = pytest.mark.ui


@pytest.fixture
def house() -> House:
    """Give a house where an exercise has begun, and one paper of it has been entered."""
    house = a_house()
    real, stop = house.anna.new_outage(), house.anna.new_outage()
    facts = {"of": OutageOf.SOURCE, "system": "SAMSA", "since": hours(-1)}
    do(house.anna, c.DeclareOutage(outage=real, **facts))  # type: ignore[arg-type]
    do(house.anna, c.DeclareOutage(outage=stop, exercise=True, **facts))  # type: ignore[arg-type]
    paper = house.anna.issue_in_outage(stop, "R5", None, saved=False)
    assert isinstance(paper, IssuedPaper)
    values = {"name": "Övning Ceder", "person_number": "ÖVNING-03", "ready_time": "10.40"}
    entry = SheetEntry(sheet=paper.sheet, values=values, at=hours(0), as_it_stands=True)
    assert isinstance(house.anna.enter_sheet(entry), Done)
    house.ids = {"real": real, "practice": stop}
    return house


@pytest.fixture
def front(qtbot: QtBot, house: House) -> Iterator[HouseFront]:
    """Open the window on the house."""
    yield from open_house(qtbot, house)


def _screen(front: HouseFront, stop: UUID | None) -> OutageScreen:
    front.top.workplace.screen_wanted.emit("outage")
    front.settle()
    screen = cast("OutageScreen", front.top)
    screen.show_stop(stop)
    front.settle()
    return screen


def _rows(model: RowsModel) -> list[list[str]]:
    columns = range(model.columnCount())
    return [
        [str(model.data(model.index(row, column))) for column in columns]
        for row in range(model.rowCount())
    ]


def test_an_exercise_tells_each_call_and_what_was_wrong(front: HouseFront, house: House) -> None:
    """The tab is there in practice only; a call that was entered says its wrong fields."""
    screen = _screen(front, house.ids["practice"])
    screen.tabs[2].click()
    front.settle()

    rows = {row[0]: row for row in _rows(screen.practice.model)}
    assert len(rows) == 7
    assert rows["2"][4] == "2 av 8"
    assert "Klockan (exakt): 10.40 (rätt 08:40)" in rows["2"][5]
    assert rows["1"][5] == "inte infört än"
    screen.practice.table.selectRow(1)
    front.settle()
    assert "Övning Ceder är utskrivningsklar nu" in screen.practice.detail.text()
    assert "Klockan (exakt): 10.40, rätt 08:40" in screen.practice.detail.text()
    screen.practice.table.selectRow(0)
    front.settle()
    assert screen.practice.detail.text() == ""
    assert screen.practice.sum.text().startswith("1 av 7 samtal införda, 2 av 8 fält rätt.")

    screen.show_stop(house.ids["real"])
    front.settle()
    assert not screen.tabs[2].isVisible()


def test_a_number_of_an_exercise_is_typed_as_it_is_read(front: HouseFront, house: House) -> None:
    """Over the list, without the field: Ö and the digits lead to the paper of the exercise."""
    stop = house.ids["practice"]
    paper = house.anna.issue_in_outage(stop, "R2", None, saved=False)
    assert isinstance(paper, IssuedPaper)
    screen = _screen(front, stop)
    screen.tabs[1].click()
    front.settle()
    screen.papers.table.setFocus()
    front.type(paper.number.replace(" ", ""))
    front.press(Qt.Key.Key_Return)

    assert front.top.key == "back_entry"
    assert paper.number in read_aloud(front.top)
    assert "ÖVNING: inget på bladet är på riktigt" in read_aloud(front.top)


def test_the_script_is_one_button_away_for_who_leads(front: HouseFront, house: House) -> None:
    """It opens in Papper, with the right answers, marked as practice."""
    screen = _screen(front, house.ids["practice"])
    wanted: list[Document] = []
    front.top.workplace.document_wanted.connect(wanted.append)
    screen.practice.script.click()
    front.settle()

    (document,) = wanted
    made = document.make(house.anna)
    assert made is not None
    assert "exercise=True" in made[0].pdf.decode()


def test_statistics_stand_under_the_stops_that_have_been(front: HouseFront, house: House) -> None:
    """A year counts what was real; the exercise is a line that says what it is."""
    screen = _screen(front, None)
    statistics = screen.home.statistics

    assert statistics.isVisibleTo(screen)
    (year,) = _rows(statistics.years)
    assert year[:4] == ["2026", "1", "1", "0"]
    assert year[5] == "0"
    names = [row[0] for row in _rows(statistics.stops)]
    assert len(names) == 2
    assert names[1].startswith("ÖVNING")
    wanted: list[Document] = []
    front.top.workplace.document_wanted.connect(wanted.append)
    statistics.to_paper.click()
    front.settle()
    assert wanted[0].make(house.anna) is not None
