"""Stäm av, by its keys, on a real desk: forty people in eight keys, and what can go wrong."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hands.workstation import Shots, Workstation
from kontaktpunkt.domain.person.facts import Protection
from kontaktpunkt.ui.app import Opening
from kontaktpunkt.ui.screens.entry.fields import EntryField
from kontaktpunkt.ui.screens.entry.screen import EntryScreen
from kontaktpunkt.ui.screens.reconcile.screen import ReconcileScreen
from kontaktpunkt.usecases.rows import InboxView
from samples import House, a_house, a_notice, a_number, a_person

pytestmark = pytest.mark.ui

HEAD = "Personnummer\tNamn\tAvdelning\tInskriven\tBeräknad utskrivning\tUtskrivningsklar\n"
OURS = "Avd 3\t2026-03-23 12:40\t2026-03-26 08:40\t"
PEOPLE = 38


def _row(nth: int, rest: str = OURS) -> str:
    value = a_number(nth).value
    return f"{value[:8]}-{value[8:]}\tProvsson, Prov{nth}\t{rest}\n"


def _overview() -> str:
    """Write an overview of 39: 35 the same, 2 changed, 2 new; of our 38 one is gone."""
    rows = [_row(1, "Avd 51\t\t2026-03-26\t"), _row(2, "Avd 3\t\t2026-03-27 10:00\t")]
    rows += [_row(nth) for nth in range(3, PEOPLE)]
    new = [_row(nth, "Avd 9\t2026-03-23 20:00\t2026-03-30\t") for nth in (51, 52)]
    return HEAD + "".join([*rows, *new])


def _filled(people: int) -> House:
    house = a_house()
    house.store.keep_preference(str(house.anna.me.staff), "theme.mode", "light")
    for nth in range(1, people + 1):
        house.take_in(
            a_notice(id=f"in{nth}", person=a_person(nth), stay={"stay_ids": (f"s{nth}",)})
        )
    return house


@pytest.fixture
def sit(qtbot: QtBot, tmp_path: Path) -> Iterator[Workstation]:
    """Give a place at a window, closed again afterwards."""
    place = Workstation(qtbot, Shots(tmp_path, "stam-av"))
    yield place
    place.close()


def _start(place: Workstation, house: House) -> None:
    place.start(Opening(lambda: house.anna))
    place.keys = 0


def _screen(place: Workstation) -> ReconcileScreen:
    screen = place.screen("reconcile")
    assert isinstance(screen, ReconcileScreen)
    return screen


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def _chosen(place: Workstation) -> str:
    index = _screen(place).findings.list.currentIndex()
    return str(index.data()).split(",")[0].split("\n")[0]


def test_forty_people_take_eight_keys(sit: Workstation) -> None:
    """Opened, pasted, five differences settled and the rest the same: stamped by name and time."""
    house = _filled(PEOPLE)
    _start(sit, house)
    _copy(_overview())

    sit.press("Ctrl+Shift+B", "Ctrl+V")
    page = _screen(sit).findings
    assert page.counts.text() == "nya 2 · ändrade 2 · borta 1 · lika 35"
    assert page.left.text() == "5 kvar att avgöra, 35 lika med mellanslag"
    sit.press("A", "A", "A", "A", "B", "Space")

    assert sit.keys == 8
    stamp = "Avstämt 08:40 av Anna mot SAMSA: nya 2 · ändrade 2 · borta 1 · lika 35"
    assert page.signed.text() == stamp
    names = {row.name for row in house.anna.in_hospital()}
    assert len(names) == PEOPLE + 1
    assert {"Prov51 Provsson", "Prov52 Provsson"} <= names
    assert f"Prov{PEOPLE} Provsson" not in names
    assert house.is_clean


def test_each_answer_steps_to_the_next_and_can_be_taken_back(sit: Workstation) -> None:
    """The hand stays on the keys; Ctrl+Z opens the last one again."""
    _start(sit, _filled(3))
    _copy(HEAD + _row(1) + _row(2, "Avd 51\t\t\t") + _row(9))
    sit.press("Ctrl+Shift+B", "Ctrl+V")
    assert _chosen(sit) == "Prov9 Provsson"

    sit.press("V")
    assert _chosen(sit) == "Prov2 Provsson"
    sit.press("V")
    assert _chosen(sit) == "Prov3 Provsson"
    sit.press("F")
    assert _screen(sit).findings.left.text() == "1 lika med mellanslag"

    sit.press("Ctrl+Z")

    assert _screen(sit).findings.left.text() == "1 kvar att avgöra, 1 lika med mellanslag"
    assert "Ångrat" in sit.said


def test_a_letter_that_means_nothing_here_leaves_the_person_chosen(sit: Workstation) -> None:
    """Nobody steps to another person by a letter; Home and End find the ends past headings."""
    _start(sit, _filled(3))
    _copy(HEAD + _row(1) + _row(2, "Avd 51\t\t\t") + _row(9))
    sit.press("Ctrl+Shift+B", "Ctrl+V")

    sit.press("P", "B", "S")
    assert _chosen(sit) == "Prov9 Provsson"
    sit.press("End")
    assert _chosen(sit) != "Prov9 Provsson"
    sit.press("Home")
    assert _chosen(sit) == "Prov9 Provsson"


def test_the_last_stamp_stands_at_the_field_and_a_new_round_begins(sit: Workstation) -> None:
    """Whoever comes at lunch sees when it was done last, and can begin again with the same key."""
    house = _filled(2)
    _start(sit, house)
    _copy(HEAD + _row(1) + _row(2))
    sit.press("Ctrl+Shift+B", "Ctrl+V", "Space", "Ctrl+Shift+B")

    pasting = _screen(sit).pasting
    assert pasting.isVisible()
    assert (
        pasting.last.text()
        == "Avstämt 08:40 av Anna mot SAMSA: nya 0 · ändrade 0 · borta 0 · lika 2"
    )


def test_a_wrong_paste_says_so_and_keeps_the_text(sit: Workstation) -> None:
    """Half a page pasted by mistake empties nothing; it can be mended where it stands."""
    _start(sit, _filled(2))
    _copy("Hej, här kommer listan")
    sit.press("Ctrl+Shift+B", "Ctrl+V")

    pasting = _screen(sit).pasting
    assert pasting.refusal.text().startswith("Ingen person gick att läsa ut.")
    assert pasting.box.toPlainText() == "Hej, här kommer listan"


def test_somebody_new_is_written_in_by_hand_with_what_was_read(sit: Workstation) -> None:
    """The form is filled from the line; when it is saved, the round needs no more of her."""
    _start(sit, _filled(2))
    _copy(HEAD + _row(1) + _row(2) + _row(9, "Avd 9\t2026-03-23 20:00\t2026-03-30\t"))
    sit.press("Ctrl+Shift+B", "Ctrl+V", "Space")
    assert _chosen(sit) == "Prov9 Provsson"

    sit.press("N")
    entry = sit.screen("entry")
    assert isinstance(entry, EntryScreen)
    typed = entry.form.typed()
    assert typed[EntryField.NUMBER] == a_number(9).value
    assert typed[EntryField.WARD] == "Avd 9"
    assert typed[EntryField.ADMITTED_AT] == "2026-03-23 20:00"
    sit.press("Ctrl+Return")

    page = _screen(sit).findings
    assert page.left.text() == "Inget kvar att avgöra"
    page.list.setFocus()
    sit.press("Ctrl+Return")
    assert page.signed.text().startswith("Avstämt 08:40 av Anna")


def test_those_who_have_left_stand_below_and_one_is_written_in_by_hand(sit: Workstation) -> None:
    """A missed stay is seen at the end of the list, needs no answer, and can be taken over."""
    _start(sit, _filled(1))
    head = "Personnummer\tNamn\tAvdelning\tStatus\n"
    _copy(head + _row(1, "Avd 3\tInskriven") + _row(8, "Avd 9\tUtskriven"))
    sit.press("Ctrl+Shift+B", "Ctrl+V")

    page = _screen(sit).findings
    assert page.counts.text().endswith("lika 1 · 1 utskriven som inte är vår")
    sit.press("End")
    assert _chosen(sit) == "Prov8 Provsson"
    assert "vistelsen kan ha missats" in str(page.list.currentIndex().data())
    sit.press("V", "A")
    assert page.left.text() == "1 lika med mellanslag"
    sit.press("N")

    entry = sit.screen("entry")
    assert isinstance(entry, EntryScreen)
    assert entry.form.typed()[EntryField.NUMBER] == a_number(8).value
    sit.press("Escape", "Ctrl+Shift+B", "Space")
    assert page.signed.text().endswith("lika 1 · 1 utskriven som inte är vår")


def test_signing_too_early_says_calmly_what_is_left(sit: Workstation) -> None:
    """Red is for what is late or wrong; this only goes to the first row that is left."""
    _start(sit, _filled(2))
    _copy(HEAD + _row(1) + _row(9))
    sit.press("Ctrl+Shift+B", "Ctrl+V", "End", "Ctrl+Return")

    assert "Allt är inte avgjort än" in sit.said
    assert not sit.is_warned
    assert _chosen(sit) == "Prov9 Provsson"


def test_a_row_that_may_be_the_unread_one_says_so_in_the_list(sit: Workstation) -> None:
    """Nobody is sent home when her line only had a slip in its number."""
    _start(sit, _filled(2))
    _copy(HEAD + _row(1) + "18900101-0001\tProvsson, Prov2\tAvd 3\t\t\t\n")
    sit.press("Ctrl+Shift+B", "Ctrl+V")

    assert _chosen(sit) == "Prov2 Provsson"
    shown = str(_screen(sit).findings.list.currentIndex().data())
    assert shown.endswith("Står inte i översikten · rad 3 kan gälla samma person")


def test_a_file_is_read_where_it_is_dropped(sit: Workstation, tmp_path: Path) -> None:
    """The list saved as CSV by a spreadsheet on Windows is compared when it is dropped."""
    _start(sit, _filled(2))
    saved = tmp_path / "oversikt.csv"
    saved.write_bytes((HEAD + _row(1) + _row(2)).replace("\t", ";").encode("cp1252"))
    sit.press("Ctrl+Shift+B")

    _drop(sit, saved)

    assert _screen(sit).findings.counts.text() == "nya 0 · ändrade 0 · borta 0 · lika 2"


def _drop(place: Workstation, path: Path) -> None:
    """Let go of a file over the screen."""
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(path))])
    told = (Qt.DropAction.CopyAction, carried, Qt.MouseButton.LeftButton)
    held = Qt.KeyboardModifier.NoModifier
    screen = _screen(place)
    enter = QDragEnterEvent(screen.rect().center(), *told, held)
    QApplication.sendEvent(screen, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(screen, QDropEvent(QPointF(screen.rect().center()), *told, held))
    place.settle()


def test_a_protected_person_is_never_named(sit: Workstation) -> None:
    """Neither list, details nor strip say who it is to somebody who is not named for her."""
    house = _filled(1)
    protected = a_person(7, protection=Protection.SECRECY_MARKING)
    house.take_in(a_notice(id="in7", person=protected, stay={"stay_ids": ("s7",)}))
    _start(sit, house)
    _copy(HEAD + _row(1) + _row(7, "Avd 51\t\t\t"))
    sit.press("Ctrl+Shift+B", "Ctrl+V")

    assert _chosen(sit).startswith("Skyddad identitet")
    assert "Prov7" not in _everything_said(sit)
    sit.press("A")
    assert "Prov7" not in _everything_said(sit)
    assert a_number(7).value[-4:] not in sit.said


def _everything_said(place: Workstation) -> str:
    page = _screen(place).findings
    rows = [str(page.model.index(no).data()) for no in range(page.model.rowCount())]
    details = page.details
    return " ".join([*rows, details.head.text(), details.source_text.text(), place.said])


def test_single_keys_can_be_turned_off(sit: Workstation) -> None:
    """With single letters off nothing is settled by a slip (WCAG 2.1.4)."""
    house = _filled(1)
    house.store.keep_preference(str(house.anna.me.staff), "keys.single", "off")
    _start(sit, house)
    _copy(HEAD + _row(1) + _row(9))
    sit.press("Ctrl+Shift+B", "Ctrl+V", "A")

    assert _screen(sit).findings.left.text() == "1 kvar att avgöra, 1 lika med mellanslag"
    assert len(house.listed(InboxView.ALL_OPEN)) == 1
