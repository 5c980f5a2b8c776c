"""Our own store is damaged: Nödläge carries the morning, and the program takes it home again."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton

from e2e.office import ANNA, PASSPHRASE, Office, a_letter, command, text_of
from hands.stage import Story, play, seen, shown
from hands.typing import type_text
from hands.workstation import Workstation
from kontaktpunkt.cli.run import DONE, run
from kontaktpunkt.cli.window.showing import Showing
from kontaktpunkt.ui.contingency.window import ContingencyWindow
from kontaktpunkt.ui.frame.window import Window
from kontaktpunkt.ui.screens.settings.screen import SettingsScreen
from kontaktpunkt.ui.unlock import Unlock

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

FRAS = "fyra gröna elefanter"


def test_our_own_store_is_damaged(at_work: Workstation, office: Office, tmp_path: Path) -> None:
    """Yesterday all was well; this morning the store does not open, and nobody stands without."""
    letter = a_letter(tmp_path / "in", "forsta")
    taken = command("--store", str(office.folder), "take-in", str(letter))
    assert taken.returncode == DONE, taken.stderr
    told = play(Showing(office.folder, demo=False).run, _an_ordinary_day(at_work))
    assert told == DONE
    healthy = tmp_path / "frisk"
    shutil.copytree(office.folder, healthy)

    for file in office.folder.glob("store.db*"):
        file.write_bytes(b"skadad" * 4000)
    broken = command("--store", str(office.folder), "inbox")
    assert broken.returncode != DONE

    saved = tmp_path / "blad.pdf"
    told = play(lambda: run(["--store", str(office.folder), "nöd"]), _the_morning(at_work, saved))
    assert told == DONE
    assert "Öberg" in text_of(saved)
    assert "001 90000" in text_of(saved)

    for file in healthy.glob("store.db*"):
        shutil.copy(file, office.folder / file.name)
    told = play(Showing(office.folder, demo=False).run, _all_is_well_again(at_work))
    assert told == DONE


def _unlocks() -> None:
    unlock = seen(Unlock)
    type_text(unlock.field, PASSPHRASE)
    QTest.keyClick(unlock.field, Qt.Key.Key_Return)


def _an_ordinary_day(anna: Workstation) -> Story:
    """Choose a passphrase for Nödläge, and see that the copy is made."""
    yield lambda: shown(Unlock) is not None
    _unlocks()
    yield lambda: shown(Window) is not None
    anna.sit_down(seen(Window))
    screen = anna.reception.screen("settings")
    assert isinstance(screen, SettingsScreen)
    anna.window.show_screen("settings")
    page = screen.contingency
    screen.names.setCurrentRow([*screen.pages].index(page))
    anna.settle()
    for field in (page.new, page.again):
        type_text(field, FRAS)
    anna.click_button("Välj lösenfras")
    anna.wait_for(lambda: "Kopian gjordes" in page.standing.text(), "the copy")
    anna.shot("nodlaget-i-installningarna")
    assert "En egen lösenfras är vald" in page.way.text()
    anna.window.close()


def _the_morning(anna: Workstation, to: Path) -> Story:
    """Ask for the passphrase from the binder, read who is in hospital, make a form for her."""
    yield lambda: shown(ContingencyWindow) is not None
    window = seen(ContingencyWindow)
    page = window.open_page
    yield page.open_button.isVisible
    anna.shots.take("kopian-hittad")
    type_text(page.name, ANNA)
    type_text(page.passphrase, "fel lösenfras helt")
    QTest.keyClick(page.passphrase, Qt.Key.Key_Return)
    yield lambda: "inte den rätta" in page.problem.text()
    page.passphrase.clear()
    type_text(page.passphrase, FRAS)
    QTest.keyClick(page.passphrase, Qt.Key.Key_Return)
    yield lambda: window.stack.currentWidget() is window.copy_page
    copy = window.copy_page
    anna.shots.take("pa-sjukhus")
    assert "Öberg" in copy.model.cell(0, 0)
    QTest.mouseClick(copy.form_for, Qt.MouseButton.LeftButton)
    yield lambda: copy.pages.pages > 0
    yield lambda: True
    anna.shots.take("blanketten")
    QTest.mouseClick(copy.save_one, Qt.MouseButton.LeftButton)
    yield lambda: _file_line(window) is not None
    _choose_file(window, to)
    yield lambda: "är sparat" in window.done.text()
    window.close()


def _all_is_well_again(anna: Workstation) -> Story:
    """The program takes over what was done, says so, and leads to the stop."""
    yield lambda: shown(Unlock) is not None
    _unlocks()
    yield lambda: shown(Window) is not None
    anna.sit_down(seen(Window))
    strip = anna.window.strip
    yield lambda: any("1 blad att föra in" in one.text() for one in _links(anna))
    anna.shot("tillbaka")
    assert "Nödläget användes" in strip.words.text()
    link = next(one for one in _links(anna) if "1 blad att föra in" in one.text())
    anna.click(link)
    anna.settle()
    assert anna.top.key == "outage"
    assert "Våra egna datorer nere" in anna.reads()
    workplace = anna.reception.workplace
    assert workplace is not None
    (stop,) = workplace.desk.outages(only_open=True)
    assert (stop.numbers, stop.left) == (1, 1)
    anna.shot("driftstoppet")
    anna.window.close()


def _links(anna: Workstation) -> list[QPushButton]:
    return anna.window.strip.standing.findChildren(QPushButton)


def _choose_file(window: ContingencyWindow, path: Path) -> None:
    line = _file_line(window)
    assert line is not None
    line.setCompleter(None)  # pyright: ignore[reportArgumentType]  Qt's way to have none
    line.clear()
    type_text(line, str(path))
    QTest.keyClick(line, Qt.Key.Key_Return)


def _file_line(window: ContingencyWindow) -> QLineEdit | None:
    """Give the line for the name in the file dialog, when it is open and has the keyboard."""
    shown_now = [one for one in window.findChildren(QFileDialog) if one.isActiveWindow()]
    line = shown_now[0].findChild(QLineEdit, "fileNameEdit") if shown_now else None
    return line if isinstance(line, QLineEdit) and line.hasFocus() else None
