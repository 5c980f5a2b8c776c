"""A walk through every room of the demo day by keys alone, as somebody without a mouse goes."""

import shutil
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox

from hands.eyes import rows_of
from hands.rooms import Rooms
from hands.workstation import Workstation
from kontaktpunkt.bootstrap.clocks import SeededChance, SetClock
from kontaktpunkt.bootstrap.demo_day import make_demo
from kontaktpunkt.bootstrap.opening import Opening as StoreOpening
from kontaktpunkt.bootstrap.opening import open_desk
from kontaktpunkt.ui.app import Opening
from kontaktpunkt.ui.frame.rail import LAST_NUMBER
from kontaktpunkt.ui.rooms import PLACES
from kontaktpunkt.ui.theme.theme import PERCENTS
from kontaktpunkt.usecases.desk import Desk
from kontaktpunkt.usecases.rows import InboxQuery, InboxView
from samples import NOW

pytestmark = [pytest.mark.e2e, pytest.mark.slow]


@pytest.fixture(scope="module")
def made_day(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the store of a demo day once, as in the tour: a Tuesday 08:40."""
    folder = tmp_path_factory.mktemp("demo") / "lager"
    make_demo(folder, SetClock(NOW), SeededChance("tour"))
    return folder


@pytest.fixture
def demo_day(made_day: Path, tmp_path: Path) -> Path:
    """Give a demo day of the story's own, which nobody has worked in."""
    return shutil.copytree(made_day, tmp_path / "lager")


def _opening(folder: Path) -> Opening:
    opened = ExitStack()

    def sit_down() -> Desk:
        office = open_desk(StoreOpening(folder=folder, clock=SetClock(NOW)))
        desk = opened.enter_context(office).desk
        desk.be(desk.staff()[0].staff)
        return desk

    return Opening(open_desk=sit_down, close_desk=opened.close)


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)], ids=["1366", "1920"])
def test_every_room_by_keys(at_work: Workstation, demo_day: Path, size: tuple[int, int]) -> None:
    """Ctrl and a digit goes to each room, F1 helps in each, and the demo says that it is one."""
    at_work.size = size
    at_work.start(_opening(demo_day))
    rooms = Rooms(at_work)

    for number, place in enumerate(PLACES, start=1):
        if number <= LAST_NUMBER:
            at_work.press(f"Ctrl+{number}")
        else:
            rooms.go_to(place.key)
        assert at_work.top.key == place.key
        assert at_work.window.demo.isVisible()
        at_work.shot(place.key)
        at_work.press("F1")
        assert at_work.window.help.isVisible()
        assert len(at_work.reads(at_work.window.help)) > 200
        at_work.shot(f"{place.key}-hjalp")
        at_work.press("Esc")
        assert not at_work.window.help.isVisible()

    at_work.press("Ctrl+1", "Return")
    at_work.shot("arende")
    at_work.press("Ctrl+N")
    at_work.shot("nytt-meddelande")


def test_searching_by_name_ward_and_number(at_work: Workstation, demo_day: Path) -> None:
    """Ctrl+K finds a person by each of what staff know about her, and Enter opens her case."""
    with open_desk(StoreOpening(folder=demo_day, clock=SetClock(NOW))) as opened:
        rows = opened.desk.inbox(InboxQuery(view=InboxView.ALL_OPEN), 0, 50).rows
        known = next(row for row in rows if row.name and row.number and row.ward and not row.masked)
    assert known.number is not None
    at_work.start(_opening(demo_day))

    for words in (known.name, known.ward, known.number.value):
        at_work.press("Ctrl+K")
        at_work.type(words)
        found = rows_of(at_work.window.palette_panel.list)
        assert any(known.name in each for each in found), (words, found)
        if words == known.name:
            at_work.shot("traffar")
            at_work.press("Return")
            assert at_work.top.key == "case"
            assert known.name in at_work.reads()
        else:
            at_work.press("Esc")


def test_larger_text_and_no_single_keys(at_work: Workstation, demo_day: Path) -> None:
    """Text grows by Ctrl and plus, and who so wishes has no keys that act on one letter."""
    rooms = Rooms(at_work)
    at_work.start(_opening(demo_day))
    for _ in range(PERCENTS.index(150) - PERCENTS.index(100)):
        at_work.press("Ctrl++")
    assert at_work.said == "Textstorlek 150 %"
    at_work.wait_for(lambda: at_work.window.theme.percent == 150, "larger text")
    at_work.shot("inkorg-150")
    at_work.press("Return")
    at_work.shot("arende-150")
    at_work.press("Ctrl+0")
    at_work.wait_for(lambda: at_work.window.theme.percent == 100, "the usual text")

    rooms.go_to("settings")
    keys = next(
        box for box in rooms.settings.findChildren(QCheckBox) if "Enkla tangenter" in box.text()
    )
    at_work.click(keys)
    assert not keys.isChecked()
    at_work.press("Ctrl+1")
    before = rooms.inbox_rows()
    at_work.press("T", "X")
    assert rooms.inbox_rows() == before

    rooms.go_to("settings")
    at_work.click(keys)
    assert keys.isChecked()
    at_work.shot("enkla-tangenter")
    at_work.press("Ctrl+1", "T")
    at_work.shot("taget")
    assert at_work.said.startswith("Taget:")
