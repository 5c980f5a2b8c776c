"""Beginning for real: the first start, the recovery sheet, a wrong passphrase, a copy, the end."""

import os
import re
import subprocess
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from e2e.office import PASSPHRASE, a_letter, command, text_of
from hands.rooms import Rooms
from hands.stage import Story, play, seen, shown
from hands.typing import type_text
from hands.workstation import Workstation
from kontaktpunkt.cli.run import DONE
from kontaktpunkt.cli.window.showing import Showing
from kontaktpunkt.ui.frame.window import Window
from kontaktpunkt.ui.screens.start.window import StartWindow
from kontaktpunkt.ui.unlock import Unlock

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

GROUP = re.compile(r"\b[0-9A-HJKMNP-TV-Z]{5}\b")
GROUPS_OF_A_KEY = 13


def test_beginning_for_real(at_work: Workstation, tmp_path: Path) -> None:
    """From nothing to an empty inbox, a recovery sheet on file, and a checked copy of it all."""
    folder, kept = tmp_path / "lager", tmp_path / "kassaskap"
    kept.mkdir()

    told = play(Showing(folder, demo=False).run, _the_first_day(at_work, kept))

    assert told == DONE
    again = tmp_path / "ny-dator"
    sheet = " ".join(GROUP.findall(text_of(kept / "blad.pdf"))[:GROUPS_OF_A_KEY])
    restored = _restore(again, kept / "kopia.kpb", sheet)
    assert restored.returncode == 0, restored.stderr
    verdict = command("--store", str(again), "verify", "--json")
    assert msgspec.json.decode(verdict.stdout)["clean"], verdict.stderr
    listed = command("--store", str(again), "inbox", "--persons")
    assert "Öberg" in listed.stdout


def _the_first_day(anna: Workstation, kept: Path) -> Story:
    yield lambda: shown(StartWindow) is not None
    _is_asked_what_is_needed(anna)

    yield lambda: shown(Window) is not None
    anna.sit_down(seen(Window))
    rooms = Rooms(anna)
    _takes_the_recovery_sheet_out(anna, rooms, kept / "blad.pdf")
    anna.press("Ctrl+1")
    assert "Inga öppna meddelanden" in anna.reads()
    anna.shot("tom-inkorg")

    anna.drop([a_letter(kept / "in", "forsta")])
    rooms.go_to("settings")
    rooms.settings.show_store()
    anna.click_button("Skriv säkerhetskopia …")
    anna.choose_file(kept / "kopia.kpb")
    anna.wait_for(lambda: "kontrollerad" in anna.said, "the copy")
    anna.shot("sakerhetskopian")
    anna.window.close()


def _is_asked_what_is_needed(anna: Workstation) -> None:
    panel = seen(StartWindow).panel
    anna.shots.take("forsta-starten")
    for field, text in (
        (panel.municipality, "Provköping"),
        (panel.name, "Anna Ålander"),
        (panel.passphrase, "kort"),
    ):
        field.setFocus()
        type_text(field, text)
    QTest.keyClick(panel.passphrase, Qt.Key.Key_Return)
    assert "för kort" in panel.fields["passphrase"].refusal.text()
    anna.shots.take("for-kort-losenfras")

    panel.passphrase.clear()
    type_text(panel.passphrase, PASSPHRASE)
    type_text(panel.again, PASSPHRASE)
    QTest.keyClick(panel.again, Qt.Key.Key_Return)


def _takes_the_recovery_sheet_out(anna: Workstation, rooms: Rooms, to: Path) -> None:
    assert anna.top is rooms.settings
    assert "Bladet är inte uttaget än." in anna.reads()
    anna.click_button("Visa bladet")
    anna.shot("aterstallningsbladet")
    anna.click_button("Spara som PDF")
    anna.choose_file(to)
    assert "Bladet är uttaget." in anna.reads()
    assert not anna.window.strip.warning.isVisible()


def _restore(folder: Path, copy: Path, sheet: str) -> subprocess.CompletedProcess[str]:
    """Put a copy back on another computer: the sheet's text comes on a descriptor of its own."""
    reading, writing = os.pipe()
    os.write(writing, sheet.encode())
    os.close(writing)
    try:
        return command(
            *("--store", str(folder), "restore", str(copy), "--recovery-fd", str(reading)),
            hand_on=(reading,),
        )
    finally:
        os.close(reading)


def test_a_trial_ends_with_a_protocol(at_work: Workstation, tmp_path: Path) -> None:
    """A wrong passphrase is told kindly, the right one opens, and a trial is erased for good."""
    folder, protocol = tmp_path / "lager", tmp_path / "protokoll.txt"
    begun = command(
        *("--store", str(folder), "init", "--municipality", "Provköping"),
        *("--profile", "vgr", "--name", "Anna Ålander", "--role", "kontaktpunkt"),
    )
    assert begun.returncode == 0, begun.stderr

    told = play(Showing(folder, demo=False).run, _the_last_day(at_work, protocol))

    assert told == DONE
    said = protocol.read_text(encoding="utf-8")
    assert "Protokoll över radering" in said
    assert "Raderat" in said
    assert "av Anna Ålander" in said
    assert list(folder.glob("*.db*")) == []


def _the_last_day(anna: Workstation, protocol: Path) -> Story:
    yield lambda: shown(Unlock) is not None
    unlock = seen(Unlock)
    type_text(unlock.field, "fel lösenfras helt")
    anna.click(unlock.open_button)
    assert "Kontrollera lösenfrasen" in unlock.problem.text()
    anna.shots.take("fel-losenfras")
    type_text(unlock.field, PASSPHRASE)
    QTest.keyClick(unlock.field, Qt.Key.Key_Return)

    yield lambda: shown(Window) is not None
    anna.sit_down(seen(Window))
    rooms = Rooms(anna)
    rooms.go_to("settings")
    rooms.settings.show_store()
    anna.click_button("Avsluta försöket och radera allt …")
    anna.shot("fragan")
    anna.click_button("Avsluta försöket och radera allt", QApplication.activeModalWidget())
    anna.wait_for(rooms.settings.store.protocol.isVisible, "the protocol")
    anna.shot("protokollet")
    anna.click_button("Spara protokollet …")
    anna.choose_file(protocol)
    anna.click(anna.button("Stäng programmet"))
