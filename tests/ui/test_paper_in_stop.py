"""A paper taken from Papper while something is down stands in the register of that stop."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hands.house_front import HouseFront, open_house
from hands.paper_out import PlaceInMemory, PrinterInMemory
from kontaktpunkt.domain import commands as c
from kontaktpunkt.domain.events.outage import OutageOf
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.screens.outage.screen import OutageScreen
from kontaktpunkt.ui.screens.paper.screen import PaperScreen
from samples import House, a_house, a_notice, a_person, do, hours

pytestmark = [pytest.mark.ui, pytest.mark.qt_log_ignore("propagateSizeHints")]

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
    """Open the window on the house."""
    yield from open_house(qtbot, house)


def _declare(
    house: House, system: str, since: Instant, *, exercise: bool = False, planned: bool = False
) -> UUID:
    stop = house.anna.new_outage()
    wish = c.DeclareOutage(
        outage=stop,
        of=OutageOf.SOURCE,
        since=since,
        system=system,
        exercise=exercise,
        planned=planned,
    )
    do(house.anna, wish)
    return stop


def _papers(front: HouseFront, tmp_path: Path) -> PaperScreen:
    """Put a Papper screen in the window that prints to memory."""
    workplace = front.program.reception.workplace
    assert workplace is not None
    screen = PaperScreen(workplace, PrinterInMemory(), PlaceInMemory(str(tmp_path / "ut.pdf")))
    front.program.window.add_screen(screen)
    return screen


def _show(front: HouseFront, screen: PaperScreen) -> None:
    screen.show_for(None)
    front.program.window.show_screen("paper")
    front.settle()


def _numbers(house: House, stop: UUID) -> int:
    page = house.anna.outage(stop)
    assert page is not None
    return page.balance.issued


def test_while_nothing_is_down_no_stop_is_asked_about(front: HouseFront, tmp_path: Path) -> None:
    """On an ordinary day the screen is as it was."""
    screen = _papers(front, tmp_path)
    _show(front, screen)

    assert screen.choices.in_stop.isHidden()
    assert screen.choices.choice.outage is None


def test_a_paper_taken_while_something_is_down_is_counted_in_the_stop(
    front: HouseFront, house: House, tmp_path: Path
) -> None:
    """Nobody has to think of it: the number must be accounted for before the stop is closed."""
    stop = _declare(house, "SAMSA", hours(-1))
    screen = _papers(front, tmp_path)
    _show(front, screen)
    assert screen.choices.in_stop.choice.currentText() == "SAMSA nere sedan 07:40"

    screen.print_paper()
    front.settle()

    assert _numbers(house, stop) == 1
    assert "1 blad kvar" in front.program.window.outage_bar.words.accessibleName()


def test_a_paper_for_something_else_is_kept_out_of_the_stop(
    front: HouseFront, house: House, tmp_path: Path
) -> None:
    """Who so chooses gives it out in no stop, also when something changes meanwhile."""
    stop = _declare(house, "SAMSA", hours(-1))
    screen = _papers(front, tmp_path)
    _show(front, screen)
    box = screen.choices.in_stop.choice
    box.setCurrentIndex(0)
    box.activated.emit(0)
    front.press(Qt.Key.Key_F5)
    assert box.currentText() == "Inget stopp"

    screen.print_paper()
    front.settle()

    assert _numbers(house, stop) == 0
    assert len(house.anna.sheets()) == 1


def test_practice_and_what_is_ahead_are_never_taken_for_granted(
    front: HouseFront, house: House, tmp_path: Path
) -> None:
    """They can be chosen; a paper lands there only when somebody says so."""
    _declare(house, "SAMSA", hours(-1), exercise=True)
    _declare(house, "Link", hours(20), planned=True)
    screen = _papers(front, tmp_path)
    _show(front, screen)

    box = screen.choices.in_stop.choice
    assert screen.choices.choice.outage is None
    assert [box.itemText(at) for at in range(box.count())] == [
        "Inget stopp",
        "ÖVNING: SAMSA nere sedan 07:40",
        "Link stängs i morgon 04:40, om 20 tim",
    ]


def test_the_form_that_a_call_leads_to_belongs_to_the_stop_of_the_call(
    front: HouseFront, house: House, tmp_path: Path
) -> None:
    """With two down at once the paper goes where the call was, not where it is usual."""
    _declare(house, "SAMSA", hours(-2))
    link = _declare(house, "Link", hours(-1))
    papers = _papers(front, tmp_path)
    front.program.reception.show("outage")
    front.settle()
    outage = front.program.window.screens["outage"]
    assert isinstance(outage, OutageScreen)
    outage.show_stop(link)
    front.settle()
    front.press(Qt.Key.Key_R, CTRL)
    front.type("Avd 3")
    outage.now.call.text.setFocus()
    front.type("Ny i natt")
    front.press(Qt.Key.Key_Return, CTRL_SHIFT)
    assert front.top is papers
    assert papers.choices.choice.outage == link
    form = papers.choices.choice.form
    assert form is not None
    assert form.number == "R2"

    papers.print_paper()
    front.settle()

    assert _numbers(house, link) == 1


def _packet(front: HouseFront, stop: UUID) -> OutageScreen:
    front.program.reception.show("outage")
    front.settle()
    outage = front.program.window.screens["outage"]
    assert isinstance(outage, OutageScreen)
    outage.show_stop(stop)
    front.settle()
    front.press(Qt.Key.Key_P, CTRL)
    return outage


def _asked() -> QWidget | None:
    return QApplication.activeModalWidget()


def test_a_packet_that_is_out_is_no_longer_next_and_one_more_is_asked_about(
    front: HouseFront, house: House, tmp_path: Path
) -> None:
    """Once printed, the next step is another; a second packet takes no number without a yes."""
    stop = _declare(house, "SAMSA", hours(-1), planned=True)
    papers = _papers(front, tmp_path)
    outage = _packet(front, stop)
    papers.print_paper()
    front.settle()
    assert _asked() is None
    out = _numbers(house, stop)
    assert out > 1
    front.program.window.show_screen("outage")
    front.settle()
    assert "paket" not in outage.head.next.text()
    assert outage.tabs[1].text() == f"Blad ({out})"

    _packet(front, stop)
    papers.print_paper()
    front.settle()
    box = _asked()
    assert box is not None
    said = " ".join(part.text() for part in box.findChildren(QLabel))
    assert f"{out} nummer är redan utlämnade i stoppet" in said
    assert _numbers(house, stop) == out
    yes = next(one for one in box.findChildren(QPushButton) if one.text() == "Till skrivaren")
    yes.click()
    front.settle()
    assert _numbers(house, stop) == 2 * out


def test_the_packet_of_practice_is_not_taken_for_the_real_one(
    front: HouseFront, house: House, tmp_path: Path
) -> None:
    """In the list of papers, and as a file, it says so; the real one says what is down."""
    real = _declare(house, "SAMSA", hours(-1))
    practice = _declare(house, "SAMSA", hours(-1), exercise=True)
    papers = _papers(front, tmp_path)
    for stop in (real, practice):
        _packet(front, stop)

    document = papers.choices.choice.document
    assert document.title == "ÖVNING: Driftstoppspaketet, SAMSA"
    assert document.file_name == "ovning-driftstoppspaket.pdf"
    names = [papers.choices.papers.item(at).text() for at in range(papers.choices.papers.count())]
    assert "Driftstoppspaketet, SAMSA" in names


def test_a_call_is_taken_down_on_a_blank_of_the_packet_while_there_is_one(
    front: HouseFront, house: House, tmp_path: Path
) -> None:
    """Ready for discharge is R5: the first call takes one from Papper, the next from the pile."""
    stop = _declare(house, "SAMSA", hours(-1))
    papers = _papers(front, tmp_path)
    front.program.reception.show("outage")
    front.settle()
    outage = front.program.window.screens["outage"]
    assert isinstance(outage, OutageScreen)

    def ring() -> None:
        front.program.window.show_screen("outage")
        front.settle()
        front.press(Qt.Key.Key_R, CTRL)
        outage.now.call.ward.setText("Avd 3")
        outage.now.call.text.setPlainText("Klar klockan nio")
        outage.now.call.form.setCurrentIndex(outage.now.call.form.findData("R5"))
        front.press(Qt.Key.Key_Return, CTRL_SHIFT)

    ring()
    form = papers.choices.choice.form
    assert form is not None
    assert form.number == "R5"
    papers.print_paper()
    front.settle()
    assert _numbers(house, stop) == 1

    ring()

    assert front.top is outage
    assert front.said == "Ta ett tomt R5 ur paketet, det ligger ett där"
