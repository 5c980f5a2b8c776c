"""Nödläge: the copy in a window of its own, big and plain, with nothing else alive."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from contingency_house import NAME, PASSPHRASE, CopyHouse
from fakes.key_ring import KeyRingInMemory
from hands.paper_out import PlaceInMemory, PrinterInMemory
from kontaktpunkt.bootstrap.contingency.using import CopyRoom
from kontaktpunkt.secrets.contingency.logbook_file import LOGBOOK_FILE, read_logbook
from kontaktpunkt.ui.contingency.window import ContingencyWindow
from kontaktpunkt.ui.theme.theme import Mode, Theme

# The offscreen platform says so of every window.
pytestmark = [pytest.mark.ui, pytest.mark.qt_log_ignore("propagateSizeHints")]


@pytest.fixture
def house(tmp_path: Path) -> CopyHouse:
    """Give a house whose copy is made and whose store is then gone."""
    house = CopyHouse(tmp_path / "store")
    house.keeper.choose_passphrase(PASSPHRASE)
    house.store.close()
    (house.folder / "store.db").write_bytes(b"skadad")
    return house


class Nodlage:
    """Somebody at the window of Nödläge."""

    def __init__(self, qtbot: QtBot, house: CopyHouse, *, ring: bool, path: str = "") -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.theme = Theme(app)
        self.printer = PrinterInMemory()
        self.qtbot = qtbot

        def make(named: str) -> CopyRoom:
            return house.room(Path(named) if named else None, ring=ring)

        self.place = PlaceInMemory(path)
        self.window = ContingencyWindow(self.theme, make, self.printer, self.place)
        self.window.begin()
        self.settle()

    def settle(self) -> None:
        """Wait until everything that was asked has been answered."""
        self.qtbot.waitUntil(lambda: self.window.clerk.is_idle, timeout=20_000)

    def close(self) -> None:
        """Close the window for good."""
        self.window.close()
        self.window.deleteLater()
        self.theme.deleteLater()

    def open_as(self, name: str, passphrase: str = "") -> None:
        """Give a name, and the passphrase where it is asked for."""
        page = self.window.open_page
        page.name.setText(name)
        page.passphrase.setText(passphrase)
        page.ask()
        self.settle()


@pytest.fixture
def nodlage(qtbot: QtBot, house: CopyHouse, tmp_path: Path) -> Iterator[Nodlage]:
    """Open the window on the computer that made the copy."""
    there = Nodlage(qtbot, house, ring=True, path=str(tmp_path / "allt.pdf"))
    yield there
    there.close()


def _names(window: ContingencyWindow) -> list[str]:
    model = window.copy_page.model
    return [model.cell(row, 0) for row in range(model.rowCount())]


def test_a_name_is_all_that_is_asked_where_the_key_ring_opens(nodlage: Nodlage) -> None:
    """Age first, then who asks, then everybody in hospital."""
    window = nodlage.window
    assert "Kopian gjordes i dag" in window.open_page.age.text()

    nodlage.open_as("")
    assert window.open_page.name_field.refusal.text() == "Skriv ditt namn."
    assert window.stack.currentWidget() is window.open_page

    nodlage.open_as("Anna")
    assert window.stack.currentWidget() is window.copy_page
    assert set(_names(window)) == {NAME, "Skyddade personuppgifter"}
    assert "Det som har hänt sedan dess står inte här." in window.age.text()


def test_the_passphrase_is_asked_for_on_another_computer(qtbot: QtBot, house: CopyHouse) -> None:
    """A wrong one is told kindly, and where the right one lies."""
    other = Nodlage(qtbot, house, ring=False)
    page = other.window.open_page

    other.open_as("Anna", "fel lösenfras helt")
    assert "förseglad i reservpärmen" in page.problem.text()

    other.open_as("Anna", PASSPHRASE)
    assert other.window.stack.currentWidget() is other.window.copy_page
    other.close()


def test_a_list_is_read_on_the_screen_too(nodlage: Nodlage) -> None:
    """When the printer is down as well, one rings from what stands on the screen."""
    nodlage.open_as("Anna")

    nodlage.window.copy_page.choices.setCurrentRow(1)
    nodlage.settle()

    assert nodlage.window.copy_page.pages.pages >= 1


def test_a_form_is_made_for_somebody_in_hospital(nodlage: Nodlage) -> None:
    """From her line in the list to the form that the ward rings about, printed with a number."""
    nodlage.open_as("Anna")
    page = nodlage.window.copy_page
    page.search.setText("provsson")
    assert _names(nodlage.window) == [NAME]

    page.form_for.click()
    nodlage.settle()
    assert NAME in page.for_whom.currentText()
    page.print_one.click()
    nodlage.settle()

    assert [title for title, _ in nodlage.printer.painted] == [
        "R5 Utskrivningsklar, mottaget per telefon"
    ]
    assert "nummer 001 90000" in nodlage.window.done.text()


def test_what_the_printer_did_not_take_is_not_on_paper(nodlage: Nodlage, house: CopyHouse) -> None:
    """It jams at the second page: the rest is printed again with the same numbers."""
    nodlage.open_as("Anna")
    page = nodlage.window.copy_page
    page.choices.setCurrentRow(page.choices.count() - 1)
    page.copies.setValue(3)
    nodlage.printer.most, nodlage.printer.jams_at = 2, 3
    page.print_one.click()
    nodlage.settle()
    assert nodlage.window.again.isVisible()
    assert "kom inte ut" in nodlage.window.done.text()

    nodlage.window.again.click()
    nodlage.settle()

    assert not nodlage.window.again.isVisible()
    book = read_logbook(house.beside / LOGBOOK_FILE)
    assert book is not None
    assert house.ring is not None
    (key,) = house.ring.keys.values()
    texts, lost = book.opened(key)
    kinds = [text.split(b'"')[3] for text in texts]
    assert lost == 0
    assert kinds[-2:] == [b"not_out", b"came_out"]


def test_a_protected_person_has_no_form_filled_in(nodlage: Nodlage) -> None:
    """She stands in the list, masked, and is nobody to choose."""
    nodlage.open_as("Anna")
    page = nodlage.window.copy_page
    page.search.setText("skyddade")

    page.form_for.click()

    assert page.choices.currentRow() == 0
    shown = [page.for_whom.itemText(no) for no in range(page.for_whom.count())]
    assert shown[0] == "Tom blankett"
    assert len(shown) == 2


def test_everything_is_saved_at_once(nodlage: Nodlage, tmp_path: Path) -> None:
    """One file with the lists, the forms for those expected and a stock of blank ones."""
    nodlage.open_as("Anna")

    nodlage.window.copy_page.save_all.click()
    nodlage.settle()

    assert (tmp_path / "allt.pdf").read_bytes().startswith(b"%PDF")
    assert "är sparat" in nodlage.window.done.text()
    assert "nummer 001 90000" in nodlage.window.done.text()


def test_without_a_copy_it_says_where_to_look(qtbot: QtBot, tmp_path: Path) -> None:
    """The folder is gone: a copy elsewhere, as on a stick, is chosen and opened."""
    house = CopyHouse(tmp_path / "store", KeyRingInMemory())
    stick = tmp_path / "usb"
    stick.mkdir()
    house.keeper.choose_folders((str(stick),))
    house.store.close()
    for file in house.beside.iterdir():
        file.unlink()
    lost = Nodlage(qtbot, house, ring=True)
    assert "Ingen nödkopia" in lost.window.open_page.age.text()
    assert not lost.window.open_page.open_button.isVisible()

    lost.window.use(str(stick / "nodlage.kpn"))
    lost.settle()
    lost.open_as("Anna")

    assert NAME in _names(lost.window)
    lost.close()


def test_no_other_paper_is_printed_into_one_that_is_under_way(nodlage: Nodlage) -> None:
    """Print all, and again in the middle: it says that one is under way, and nothing mixes."""
    nodlage.open_as("Anna")
    said: list[str] = []

    def print_another() -> None:
        nodlage.window.copy_page.print_all.click()
        said.append(nodlage.window.done.text())

    nodlage.window.run.moved.connect(print_another)
    nodlage.window.copy_page.print_all.click()
    nodlage.settle()

    assert said[0].startswith("En utskrift pågår")
    assert len(nodlage.printer.chosen) == 1


def test_large_text_gives_each_person_two_lines(nodlage: Nodlage) -> None:
    """Where somebody lies and the number there is wrapped, not cut, when the text is large."""
    nodlage.open_as(NAME)
    people = nodlage.window.copy_page.people
    assert not people.wordWrap()

    nodlage.theme.set_look(Mode.LIGHT, 150)
    nodlage.settle()

    assert people.wordWrap()
    line = people.fontMetrics().lineSpacing()
    assert people.verticalHeader().defaultSectionSize() >= 2 * line


def test_a_saved_file_has_its_time_and_a_button_its_key(nodlage: Nodlage) -> None:
    """Two savings of a day lie beside one another, and the hand finds the keys by the buttons."""
    nodlage.open_as("Anna")
    page = nodlage.window.copy_page

    page.save_all.click()
    nodlage.settle()

    assert nodlage.place.proposed == ["nodlage-2026-03-24-0840.pdf"]
    assert page.print_one.text().endswith("Ctrl+P")
    assert page.save_one.text().endswith("Ctrl+S")
