"""What somebody is to look at, and why people were admitted, in a real window at a real desk."""

from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hands.house_front import HouseFront, open_house
from kontaktpunkt.domain.commands import NoteAdmissionCause
from kontaktpunkt.domain.staff import Receiver
from kontaktpunkt.ui.screens.causes.screen import CausesScreen
from kontaktpunkt.ui.screens.concerns.screen import ConcernsScreen
from samples import House, a_house, a_notice, a_number, a_person, do, hours

pytestmark = pytest.mark.ui
_K = Qt.Key
_CTRL = Qt.KeyboardModifier.ControlModifier
_BOTH = _CTRL | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def house() -> House:
    """Give a house with two people admitted this month, one of them after a fall."""
    house = a_house()
    for nth in (1, 2):
        stay = {"stay_ids": (f"s-{nth}",), "admitted_at": hours(-20 * nth)}
        house.take_in(a_notice(id=f"in-{nth}", person=a_person(nth), stay=stay))
    first = next(row.case for row in house.anna.in_hospital() if row.name.startswith("Prov1 "))
    do(house.anna, NoteAdmissionCause(case=first, cause="fall", nurse_assessed=True))
    return house


@pytest.fixture
def front(qtbot: QtBot, house: House) -> Iterator[HouseFront]:
    """Open the window on the house."""
    yield from open_house(qtbot, house)


def _concerns(front: HouseFront) -> ConcernsScreen:
    front.press(_K.Key_2, _CTRL)
    front.press(_K.Key_O, _BOTH)
    assert front.top.key == "concerns"
    return cast("ConcernsScreen", front.top)


def _write(front: HouseFront, due: str = "fre") -> ConcernsScreen:
    """Write that Nora, whom nobody knows here, has fallen, and that Bo looks."""
    screen = _concerns(front)
    front.press(_K.Key_N, _BOTH)
    assert screen.form.number.hasFocus()
    front.type(a_number(9).value)
    screen.form.name.setText("Nora Ny")
    screen.form.text.setPlainText("fallit tre gånger")
    screen.form.looks.setCurrentIndex(screen.form.looks.findText("Bo"))
    screen.form.due.text.setText(due)
    front.press(_K.Key_Return, _CTRL)
    return screen


def _lines(screen: ConcernsScreen) -> list[tuple[str, ...]]:
    return screen.table.lines.texts()


def test_a_fall_is_noted_with_who_looks_and_by_when(front: HouseFront, house: House) -> None:
    """A number, a name, what was seen, Bo, Friday: the list says all of it."""
    screen = _write(front)

    (row,) = house.anna.concerns().waiting
    assert row.to == Receiver(staff=house.bo.me.staff)
    assert row.due.isoformat() == "2026-03-27"
    assert front.said == "Noterat: Bo tittar"
    (_, line) = _lines(screen)
    assert line[0] == "fre 27 mars"
    assert line[1].startswith("Nora Ny")
    assert line[3].startswith("Bo\nfrån Anna")
    assert screen.table.hasFocus()


def test_what_cannot_be_meant_is_told_beside_its_field(front: HouseFront, house: House) -> None:
    """A day that has been, or no day: what was typed stays, nothing is noted."""
    screen = _write(front, "")
    assert screen.form.due.refusal.text() == "Skriv dagen då någon senast ska ha tittat."
    screen.form.due.text.setText("fre")
    screen.form.number.setText("12")
    front.press(_K.Key_Return, _CTRL)

    assert not screen.form.number_field.refusal.isHidden()
    assert screen.form.text.toPlainText() == "fallit tre gånger"
    assert house.anna.concerns().waiting == ()


def test_what_is_typed_is_kept_as_a_draft(front: HouseFront) -> None:
    """Esc closes what is written; opened again it stands as it was left."""
    screen = _concerns(front)
    front.press(_K.Key_N, _BOTH)
    screen.form.text.setPlainText("hörde från grannen")
    front.press(_K.Key_Escape)
    assert screen.form.isHidden()

    front.press(_K.Key_N, _BOTH)

    assert screen.form.text.toPlainText() == "hörde från grannen"


def test_one_line_settles_it_and_undo_brings_it_back(front: HouseFront, house: House) -> None:
    """K, what it led to, Enter; it stands below as settled until it is undone."""
    screen = _write(front)
    front.press(_K.Key_K)
    assert screen.settle_form.text.hasFocus()
    front.press(_K.Key_Return)
    assert not screen.settle_form.field.refusal.isHidden()
    front.type("rollator")
    front.press(_K.Key_Return)

    assert house.anna.concerns().waiting == ()
    assert _lines(screen)[0][0].startswith("Översett den senaste månaden")
    front.press(_K.Key_Z, _CTRL)
    assert len(house.anna.concerns().waiting) == 1


def test_it_is_handed_on_to_a_role(front: HouseFront, house: House) -> None:
    """L changes who looks; the person stays and cannot be changed."""
    screen = _write(front)
    front.press(_K.Key_L)
    assert screen.form.number_field.isHidden()
    screen.form.looks.setCurrentIndex(screen.form.looks.count() - 1)
    front.press(_K.Key_Return, _CTRL)

    (row,) = house.anna.concerns().waiting
    assert row.to.role is not None


def test_an_empty_list_says_what_it_is(front: HouseFront) -> None:
    """Nobody waits: the screen says what would stand there."""
    screen = _concerns(front)

    assert screen.pages.currentWidget() is screen.empty
    front.press(_K.Key_Escape)
    assert front.top.key == "follow_up"


def _causes(front: HouseFront) -> CausesScreen:
    front.press(_K.Key_2, _CTRL)
    front.press(_K.Key_F, _BOTH)
    assert front.top.key == "causes"
    return cast("CausesScreen", front.top)


def test_every_number_opens_to_its_cases(front: HouseFront) -> None:
    """Two admitted this month, one after a fall: Enter on the number shows who, Enter her case."""
    screen = _causes(front)
    texts = screen.table.lines.texts()
    fall = next(place for place, cells in enumerate(texts) if cells[0] == "Fall")
    whole = next(cells for cells in texts if cells[0] == "Inskrivna i allt")
    assert (texts[fall][12], texts[fall][13], whole[12]) == ("1", "1", "2")
    assert screen.as_of.text().startswith("2 inskrivna, orsak noterad för 1.")

    screen.table.setCurrentIndex(screen.table.lines.index(fall, 12))
    front.press(_K.Key_Return)
    assert screen.behind.text() == "Fall, mars (1)"
    assert screen.cases.hasFocus()
    front.press(_K.Key_Return)
    assert front.top.key == "case"


def test_what_was_tried_before_is_counted_of_those_with_an_answer(front: HouseFront) -> None:
    """A nurse had looked at one of the one that anybody answered for."""
    screen = _causes(front)

    nurse = next(
        cells for cells in screen.table.lines.texts() if cells[0].startswith("Bedömd av sjuk")
    )
    assert (nurse[11], nurse[12], nurse[13]) == ("·", "1 av 1", "1 av 1")
    front.press(_K.Key_Escape)
    assert front.top.key == "follow_up"
