"""Closed and opened again, looked through from beside, and news that come while nobody looks."""

from pathlib import Path

import msgspec
import pytest

from e2e.office import ANNA, Office, a_letter, command
from hands.rooms import Rooms
from hands.workstation import Workstation
from kontaktpunkt.bootstrap.clocks import SystemClock
from samples import hours

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

NOTE = "Sonen Jörgen har nyckel."


@pytest.fixture
def todays_office(tmp_path: Path) -> Office:
    """Give a contact point that goes by the computer's own clock, as other processes do."""
    office = Office(tmp_path / "lager", clock=SystemClock())
    office.found()
    return office


def test_all_is_there_when_opened_again(
    at_work: Workstation, todays_office: Office, tmp_path: Path
) -> None:
    """What was shown as done is there at the next start, for us and for another process."""
    anna, rooms = at_work, Rooms(at_work)
    _work_a_little(anna, rooms, todays_office, tmp_path)

    anna.close()
    anna.start(todays_office.opening())

    (row,) = rooms.inbox_rows()
    assert "Åsa Öberg" in row
    assert ANNA in row
    assert NOTE in anna.reads(rooms.inbox.card)
    anna.shot("allt-finns-kvar")

    where = ("--store", str(todays_office.folder))
    verdict = command(*where, "verify", "--json")
    assert verdict.returncode == 0, verdict.stderr
    told = msgspec.json.decode(verdict.stdout)
    assert told["clean"], told
    assert told["rows_agree"]
    listed = command(*where, "inbox", "--persons")
    assert "Öberg" in listed.stdout


def _work_a_little(anna: Workstation, rooms: Rooms, office: Office, folder: Path) -> None:
    now = office.clock.now()
    anna.start(office.opening())
    letter = a_letter(folder / "in", "inskrivning", sent_at=hours(-0.2, now))
    anna.drop([letter])
    rooms.inbox.list.setFocus()
    anna.press("T", "N")
    anna.type(NOTE)
    anna.press("Ctrl+Return")


def test_news_from_beside_are_told_without_a_name(
    at_work: Workstation, todays_office: Office, tmp_path: Path
) -> None:
    """A file taken in by a command while the window is minimised rings, and names nobody."""
    anna, rooms = at_work, Rooms(at_work)
    anna.start(todays_office.opening())
    window = anna.window
    window.showMinimized()
    anna.wait_for(lambda: not window.is_looked_at(), "a minimised window")

    letter = a_letter(tmp_path / "in", "ny", sent_at=hours(-0.1, todays_office.clock.now()))
    taken = command("--store", str(todays_office.folder), "take-in", str(letter))
    assert taken.returncode == 0, taken.stderr
    assert taken.stdout.strip() == "ny.json: inläst, Inskrivningsmeddelande"

    anna.wait_for(lambda: "Nytt meddelande" in window.windowTitle(), "news in the title")
    assert anna.said == "Nytt meddelande har kommit"
    assert "Öberg" not in window.windowTitle() + anna.said

    window.showNormal()
    window.activateWindow()
    anna.wait_for(window.is_looked_at, "a window that is looked at")
    anna.wait_for(lambda: "Nytt" not in window.windowTitle(), "the usual title")
    assert "Åsa Öberg" in rooms.inbox_rows()[0]
    anna.shot("nytt-utifran")
