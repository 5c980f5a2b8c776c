"""A paper whose number nobody can read is never out of sight: it waits among what was not read."""

from uuid import UUID

import pytest

from kontaktpunkt.domain import commands as c
from kontaktpunkt.domain.message_kind import MessageKind, SetAsideReason
from kontaktpunkt.domain.states import MessageStage
from kontaktpunkt.usecases.answers import HandEntry
from kontaktpunkt.usecases.back_entry.rows import SheetEntry
from kontaktpunkt.usecases.ports import Store
from samples import House, a_house, a_number, a_person, done, hours
from written_papers import TOLD, a_sheet, enter, page_of, state_of

BAD = "19121212-1213"


@pytest.fixture
def house(store: Store) -> House:
    """Give a house where SAMSA is down."""
    return a_house(store)


def _as_it_stands(house: House, sheet: UUID, number: str = BAD, name: str = "Prov1 Borta") -> None:
    values = {**TOLD, "person_number": number, "name": name}
    done(
        house.anna.enter_sheet(
            SheetEntry(sheet=sheet, values=values, at=hours(-0.5), as_it_stands=True)
        )
    )


@pytest.mark.parametrize("form", ["R1", "R2"])
def test_somebody_with_a_wrong_number_waits_among_what_was_not_read(
    house: House, form: str
) -> None:
    """Taken down by phone with a wrong digit: a row with name, number of the paper and its text."""
    sheet = a_sheet(house, form)

    _as_it_stands(house, sheet)

    rows = house.anna.set_aside_rows()
    assert [(row.set_aside, row.name) for row in rows] == [
        (SetAsideReason.NUMBER_ON_PAPER, "Prov1 Borta")
    ]
    page = page_of(house, sheet)
    assert page.set_aside == rows[0].message
    aside = house.anna.set_aside(rows[0].message)
    assert aside is not None
    assert aside.file_name == f"{form} nr {page.number_shown}"
    assert BAD in aside.text
    assert aside.text.startswith(f"{form} nr {page.number_shown}")
    assert house.is_clean


def test_the_number_put_right_on_the_paper_makes_the_message_and_empties_the_list(
    house: House,
) -> None:
    """When the paper is changed to a right number nothing waits any more."""
    sheet = a_sheet(house, "R2")
    _as_it_stands(house, sheet)
    aside = page_of(house, sheet).set_aside
    assert aside is not None

    enter(house, sheet)

    assert house.anna.set_aside_rows() == ()
    page = page_of(house, sheet)
    assert page.set_aside is None
    assert state_of(house, aside).completed_as == page.messages[0]
    assert house.is_clean


def test_another_wrong_number_waits_in_the_place_of_the_first(house: House) -> None:
    """A paper waits once, with what it says now."""
    sheet = a_sheet(house, "R2")
    _as_it_stands(house, sheet)
    first = page_of(house, sheet).set_aside
    _as_it_stands(house, sheet)
    assert page_of(house, sheet).set_aside == first

    _as_it_stands(house, sheet, "oläsligt")

    (row,) = house.anna.set_aside_rows()
    assert first is not None
    assert row.message == page_of(house, sheet).set_aside != first
    assert state_of(house, first).stage is MessageStage.DISMISSED


def test_filled_in_by_hand_and_put_right_afterwards_is_one_message(house: House) -> None:
    """A colleague completes it by hand; the paper entered right later corrects that one."""
    sheet = a_sheet(house, "R2")
    _as_it_stands(house, sheet)
    aside = page_of(house, sheet).set_aside
    hand = HandEntry(
        kind=MessageKind.ADMISSION_NOTICE,
        person=a_person(1),
        number_text=a_number().value,
        completes=aside,
    )
    done(house.bo.enter(hand))
    assert house.anna.set_aside_rows() == ()
    assert aside is not None
    by_hand = state_of(house, aside).completed_as
    assert by_hand is not None

    enter(house, sheet)

    (made,) = page_of(house, sheet).messages
    assert state_of(house, by_hand).corrected_by == made


def test_a_taken_back_entry_leaves_the_person_in_the_list(house: House) -> None:
    """To undo the entry loses nobody: the row stays until somebody solves it."""
    sheet = a_sheet(house, "R2")
    values = {**TOLD, "person_number": BAD}
    entry = SheetEntry(sheet=sheet, values=values, at=hours(-0.5), as_it_stands=True)
    act = done(house.anna.enter_sheet(entry)).act

    done(house.anna.act(c.TakeBack(act=act)))

    assert not page_of(house, sheet).is_entered
    assert len(house.anna.set_aside_rows()) == 1


def test_somebody_unreadable_in_a_case_that_is_known_is_no_lost_one(house: House) -> None:
    """A paper given out for somebody becomes her message, whatever the number on it looks like."""
    first = a_sheet(house, "R2")
    enter(house, first)
    sheet = a_sheet(house, "R5", page_of(house, first).case)

    _as_it_stands(house, sheet)

    assert house.anna.set_aside_rows() == ()
    assert len(page_of(house, sheet).messages) >= 1
