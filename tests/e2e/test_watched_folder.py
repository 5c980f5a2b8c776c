"""A folder that the region's export puts files in: looked in by itself, emptied as it is read."""

from pathlib import Path

import pytest

from e2e.office import Office, a_letter
from hands.rooms import Rooms
from hands.workstation import Workstation
from kontaktpunkt.ui.frame.folder_watch import NOT_REACHED, PAUSE_MS, REACHED

pytestmark = [pytest.mark.e2e, pytest.mark.slow]


def test_a_watched_folder(at_work: Workstation, office: Office, tmp_path: Path) -> None:
    """What is still being written waits; what is whole is taken in and moved out of the way."""
    anna, rooms = at_work, Rooms(at_work)
    folder = tmp_path / "export"
    folder.mkdir()
    anna.start(office.opening())
    _choose_the_folder(anna, rooms, folder)

    letter = a_letter(tmp_path / "på väg", "inskrivning").read_bytes()
    growing = folder / "inskrivning.json"
    growing.write_bytes(letter[:300])
    _look(anna)
    growing.write_bytes(letter)
    _look(anna)
    assert rooms.inbox_rows() == []
    assert growing.exists()

    (folder / "trasig.json").write_text("{", encoding="utf-8")
    _look(anna)
    assert "Åsa Öberg" in rooms.inbox_rows()[0]
    assert anna.said == "inskrivning.json: intaget, Inskrivningsmeddelande"
    _look(anna)
    assert "trasig.json: ej inläst" in anna.said
    anna.shot("ur-mappen")
    assert (folder / "inlast" / "inskrivning.json").read_bytes() == letter
    assert (folder / "ej-inlast" / "trasig.json").exists()
    assert [path.name for path in folder.iterdir() if path.is_file()] == []


def test_a_watched_folder_that_goes_away(
    at_work: Workstation, office: Office, tmp_path: Path
) -> None:
    """A network folder that cannot be reached is told of once, and again when it is back."""
    anna, rooms = at_work, Rooms(at_work)
    folder = tmp_path / "export"
    folder.mkdir()
    anna.start(office.opening())
    _choose_the_folder(anna, rooms, folder)

    folder.rename(tmp_path / "borta")
    _look(anna)
    assert anna.said == NOT_REACHED
    anna.shot("mappen-borta")

    (tmp_path / "borta").rename(folder)
    _look(anna)
    assert anna.said == REACHED


def _choose_the_folder(anna: Workstation, rooms: Rooms, folder: Path) -> None:
    rooms.go_to("settings")
    anna.click_row(rooms.settings.names, "Meddelanden in")
    anna.click_button("Välj mapp …")
    anna.choose_file(folder)
    assert anna.said == f"Bevakar {folder}"
    anna.shot("vald-mapp")
    anna.press("Ctrl+1")


def _look(anna: Workstation) -> None:
    """Do what the timer does every fifteen seconds; that it runs is asked here too."""
    watch = anna.reception.folder_watch
    assert watch.timer.isActive()
    assert watch.timer.interval() == PAUSE_MS
    watch.look()
    anna.settle()
