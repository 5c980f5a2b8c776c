"""The register of units and contacts, and lists read in, by keyboard at a real desk in memory."""

from collections.abc import Callable
from datetime import date
from typing import cast
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from hands.contacts_desk import ContactsDesk
from hands.front import Front, OpenFront
from hands.typing import type_text
from kontaktpunkt.domain.commands import AddStaff, ListUnit, NoteCallTest
from kontaktpunkt.domain.contacts.freshness import Freshness
from kontaktpunkt.domain.contacts.shapes import (
    CallTestOutcome,
    ContactRole,
    UnitFacts,
    Upkeep,
)
from kontaktpunkt.domain.staff import Role
from kontaktpunkt.ui.printing.document import Document
from kontaktpunkt.ui.screens.contacts.screen import ContactsScreen
from kontaktpunkt.ui.widgets.text import unbroken
from kontaktpunkt.usecases.contacts.rows import LineFate

pytestmark = pytest.mark.ui

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
_LIST = (
    "Enhet;Typ;Telefon;Enhetschef;Telefon enhetschef\n"
    "Hemvårdsgrupp Norr;hemvård;0510-77 00 00;R. Sandin;070-174 06 70\n"
    "Lindens äldreboende;SÄBO;0510-77 00 01;P. Dahl;070-174 06 71\n"
    "Trasig;slott;07O-1;;\n"
)


@pytest.fixture
def desk() -> ContactsDesk:
    """Give a desk with nothing in its register."""
    return ContactsDesk()


@pytest.fixture
def front(opened: OpenFront, desk: ContactsDesk) -> Front:
    """Open the window at the register of a real desk."""
    front = opened(desk)
    _go(front)
    return front


def _go(front: Front) -> ContactsScreen:
    front.program.reception.show("contacts")
    front.settle()
    return cast("ContactsScreen", front.program.window.screens["contacts"])


def _screen(front: Front) -> ContactsScreen:
    return cast("ContactsScreen", front.program.window.screens["contacts"])


def _paste(front: Front, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    front.press(K.Key_V, CTRL)


def _names(desk: ContactsDesk) -> list[str]:
    return [line.facts.name for line in desk.register().units]


def _filled(front: Front, desk: ContactsDesk) -> ContactsScreen:
    desk.take_contact_list(_LIST.encode())
    screen = _screen(front)
    screen.begin()
    front.settle()
    return screen


def test_an_empty_register_says_what_to_do(front: Front) -> None:
    """The first week begins with a list, and the screen says so."""
    screen = _screen(front)

    assert screen.stages.currentWidget() is screen.empty
    assert screen.empty.way_out.text() == "Läs in en lista"


def test_a_pasted_list_is_looked_at_and_then_read_in_with_the_keyboard(
    front: Front, desk: ContactsDesk
) -> None:
    """Ctrl+I, Ctrl+V, Ctrl+Enter: what could not be read stays in sight with its reason."""
    screen = _screen(front)
    screen.setFocus()
    front.press(K.Key_I, CTRL)
    _paste(front, _LIST)
    page = screen.importing.page
    assert page is not None
    assert page.count(LineFate.NEW) == 2
    assert screen.importing.counts.text() == "2 nya · 0 ändras · 0 lika · 1 kan inte läsas"
    assert screen.importing.whole.text().startswith("rad 4, Trasig: typen ”slott” är okänd")
    assert _names(desk) == []

    front.press(K.Key_Return, CTRL)

    assert _names(desk) == ["Hemvårdsgrupp Norr", "Lindens äldreboende"]
    assert screen.importing.counts.text() == "0 nya · 0 ändras · 2 lika · 1 kan inte läsas"
    front.press(K.Key_C, CTRL | SHIFT)
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[0].startswith("Fel\tEnhet\tTyp")
    assert copied[1].startswith("rad 4: typen ”slott” är okänd; telefonnumret")
    front.press(K.Key_Escape)
    assert screen.stages.currentWidget() is screen.splitter
    front.press(K.Key_Z, CTRL)
    assert _names(desk) == []


def test_what_is_no_list_is_said_at_the_field(front: Front) -> None:
    """Whoever pastes a letter is told what a list needs."""
    screen = _screen(front)
    screen.setFocus()
    front.press(K.Key_I, CTRL)

    _paste(front, "Hej, här kommer listan")

    assert "rubriken Enhet" in screen.importing.refusal.text()


def test_a_unit_is_found_by_whom_one_rings_there(front: Front, desk: ContactsDesk) -> None:
    """A name or a number leads to the unit, and its card says whom to ring."""
    screen = _filled(front, desk)

    type_text(screen.filter, "dahl")
    front.settle()

    assert screen.model.rowCount() == 1
    assert screen.card.title.text() == "Lindens äldreboende"


def test_a_unit_is_edited_where_it_stands(front: Front, desk: ContactsDesk) -> None:
    """Ctrl+E opens the form; Enter saves the unit and its people in one act."""
    screen = _filled(front, desk)
    screen.focus()
    front.press(K.Key_E, CTRL)
    assert screen.editor.name.hasFocus()
    screen.editor.phones.clear()
    type_text(screen.editor.phones, "0510-77 99 99")
    type_text(screen.editor.areas, "531 30")
    screen.editor.people[0].name.clear()
    type_text(screen.editor.people[-1].name, "Åsa Öberg")
    front.settle()

    screen.editor.phones.returnPressed.emit()
    front.settle()

    unit = desk.register().units[0]
    assert unit.facts.phones == ("0510-77 99 99",)
    assert [area.text for area in unit.facts.areas] == ["53130"]
    assert [one.facts.name for one in unit.people] == ["Åsa Öberg"]
    assert screen.right.currentWidget() is screen.card


def test_a_number_that_cannot_be_rung_is_not_saved(front: Front, desk: ContactsDesk) -> None:
    """The form says which number has a letter in it, and keeps what was typed."""
    screen = _filled(front, desk)
    screen.edit()
    type_text(screen.editor.people[-1].name, "Ny")
    type_text(screen.editor.people[-1].phone, "07O-1")

    screen.editor.save()
    front.settle()

    assert screen.editor.refusal.text() == "Telefonnumret ”07O-1” innehåller en bokstav."
    assert screen.right.currentWidget() is screen.editor


def test_a_unit_leaves_use_and_comes_back(front: Front, desk: ContactsDesk) -> None:
    """Nothing is deleted: it stands last, and can be taken in use again."""
    screen = _filled(front, desk)
    screen.retire()
    front.settle()
    assert desk.register().units[-1].retired

    screen.retire()
    front.settle()

    assert not any(unit.retired for unit in desk.register().units)


@pytest.mark.parametrize("percent", [100, 150])
def test_nothing_of_the_register_runs_out_of_the_window(
    opened: OpenFront, desk: ContactsDesk, percent: int
) -> None:
    """Also in large text the whole screen fits in the window's width."""
    desk.take_contact_list(_LIST.replace("Norr", "Norr " * 12).encode())
    front = opened(desk, percent)
    screen = _go(front)

    def fits(go: Callable[[], None]) -> bool:
        go()
        front.settle()
        return screen.minimumSizeHint().width() <= screen.width()

    assert fits(screen.focus)
    assert fits(screen.edit)
    assert fits(screen.open_import)


def _ringing(front: Front, desk: ContactsDesk) -> ContactsScreen:
    """Open Provring over a register of four numbers that nobody has checked."""
    screen = _filled(front, desk)
    front.press(K.Key_R, CTRL)
    return screen


def test_numbers_are_rung_one_by_one_with_one_key_each(front: Front, desk: ContactsDesk) -> None:
    """S, F and I say what came of it; the next number is up at once, and Ctrl+Z takes it back."""
    screen = _ringing(front, desk)
    page = screen.call_tests
    assert screen.heading.text() == "Provring"
    assert page.counts.text() == "4 av 4 nummer att kontrollera, 4 mina"
    assert page.card.phone.text() == unbroken("0510-77 00 00")

    front.press(K.Key_S)
    assert page.counts.text() == "3 av 4 nummer att kontrollera, 3 mina"
    assert page.card.title.text() == "Lindens äldreboende"
    front.press(K.Key_I)
    assert page.card.title.text() == "P. Dahl"
    front.press(K.Key_F)

    states = {row.name: row for row in desk.numbers().lines}
    assert states["Hemvårdsgrupp Norr"].fresh is Freshness.CHECKED
    assert states["P. Dahl"].fresh is Freshness.WRONG
    tested = states["Lindens äldreboende"].tested
    assert tested is not None
    assert tested.outcome is CallTestOutcome.NO_ANSWER
    front.press(K.Key_Z, CTRL)
    assert {row.name: row for row in desk.numbers().lines}["P. Dahl"].tested is None


def test_a_note_goes_along_with_what_came_of_the_call(front: Front, desk: ContactsDesk) -> None:
    """What is typed before the answer is kept with it, and the field is empty for the next."""
    page = _ringing(front, desk).call_tests
    page.note.setText("växeln svarar efter 17")
    front.press(K.Key_I)

    kept = [row.tested.note for row in desk.numbers().lines if row.tested is not None]
    assert kept == ["växeln svarar efter 17"]
    assert page.note.text() == ""


def test_those_that_are_mine_come_first_and_all_can_be_seen(
    front: Front, desk: ContactsDesk
) -> None:
    """Numbers that a colleague answers for are not mine to ring, but they can be shown."""
    bo = UUID(int=0xB0)
    desk.house.anna.act(AddStaff(staff=bo, name="Bo Lind", role=Role.UNIT_MANAGER))
    facts = UnitFacts(name="Bos", phones=("031-390 06 40",))
    desk.house.anna.act(ListUnit(contact=bo, facts=facts, upkeep=Upkeep(owner="Bo Lind")))
    page = _ringing(front, desk).call_tests
    assert page.filter.currentText() == "Mina att kontrollera"
    assert page.model.rowCount() == 4

    page.filter.setCurrentIndex(1)
    page.filter.activated.emit(1)

    assert page.model.rowCount() == 5


def test_the_rail_counts_what_i_am_to_check(front: Front, desk: ContactsDesk) -> None:
    """Whoever answers for an old number sees it wherever she works."""
    _ringing(front, desk)
    front.press(K.Key_S)

    assert front.program.window.rail.entry("contacts").badge == (3, True)


def test_a_unit_marks_its_old_and_wrong_numbers(front: Front, desk: ContactsDesk) -> None:
    """The list says it in words, not by colour alone; so does the card beside the number."""
    screen = _filled(front, desk)
    assert "▲ gammalt nummer" in screen.model.index(0).data()
    norr = desk.register().units[0]

    desk.house.anna.act(NoteCallTest(contact=norr.unit, outcome=CallTestOutcome.WRONG_NUMBER))
    screen.begin()
    front.settle()

    assert "▲ fel nummer" in screen.model.index(0).data()
    assert "aldrig kontrollerat" in screen.card.people[ContactRole.UNIT_MANAGER].text.text()


def test_phone_lists_are_put_on_paper_from_here(front: Front, desk: ContactsDesk) -> None:
    """All numbers, or those of the chosen unit, are previewed in Papper."""
    screen = _filled(front, desk)
    wanted: list[object] = []
    screen.workplace.document_wanted.connect(wanted.append)

    front.press(K.Key_P, CTRL)
    _go(front)
    front.press(K.Key_P, CTRL | SHIFT)

    titles = [one.title for one in wanted if isinstance(one, Document)]
    assert titles == ["Telefonlista: alla nummer", "Telefonlista: Hemvårdsgrupp Norr"]


def test_a_day_until_which_a_unit_holds_is_written_or_left_to_the_rules(
    front: Front, desk: ContactsDesk
) -> None:
    """A date that is none is said to be so; an empty field leaves it to the municipality's days."""
    screen = _filled(front, desk)
    screen.edit()
    screen.editor.until.setText("i höst")
    screen.editor.save()
    assert screen.editor.until_field.refusal.text() == "Skriv datumet som 2026-09-24."

    screen.editor.until.setText("2026-09-24")
    screen.editor.owner.setText("R. Sandin")
    screen.editor.save()
    front.settle()

    unit = desk.register().units[0]
    assert unit.upkeep.best_before == date(2026, 9, 24)
    assert [one.upkeep.owner for one in unit.people] == ["R. Sandin"]
