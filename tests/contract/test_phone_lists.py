"""Phone lists on a real store: what is to be checked, by whom, and what an old list says."""

from datetime import date
from uuid import UUID

import pytest

from kontaktpunkt.domain import commands as c
from kontaktpunkt.domain.contacts.freshness import Freshness
from kontaktpunkt.domain.contacts.shapes import CallTestOutcome as Outcome
from kontaktpunkt.domain.contacts.shapes import (
    ContactFacts,
    ContactRole,
    UnitFacts,
    UnitKind,
    Upkeep,
)
from kontaktpunkt.domain.person.facts import Protection
from kontaktpunkt.domain.staff import Role
from kontaktpunkt.usecases.phone_lists.numbers import NumberRow, NumbersWaiting
from kontaktpunkt.usecases.phone_lists.papers import OLD_WORDS, PhoneListKind
from kontaktpunkt.usecases.ports import Store
from samples import House, a_house, a_notice, a_person, do

NORR, WARD, SANDIN, CENTRE = (UUID(int=at) for at in range(0xC1, 0xC5))
TODAY = date(2026, 3, 24)
GOOD = Upkeep(owner="Anna Ek", verified_on=date(2026, 3, 1))
OLD = Upkeep(owner="Bo Lind", verified_on=date(2025, 3, 4))
BO = UUID(int=0xB0)


@pytest.fixture
def house(store: Store) -> House:
    """Give a house whose register has a unit with its manager, and a ward that is old."""
    made = a_house(store)
    norr = UnitFacts(name="Norr", unit_kind=UnitKind.HOME_CARE_GROUP, phones=("031-390 06 40",))
    ward = UnitFacts(name="Avd 31", unit_kind=UnitKind.WARD, phones=("031-390 06 11",))
    sandin = ContactFacts(
        name="R. Sandin",
        role=ContactRole.UNIT_MANAGER,
        phones=("070-174 06 70",),
        units=(NORR,),
    )
    do(made.anna, c.AddStaff(staff=BO, name="Bo Lind", role=Role.UNIT_MANAGER))
    do(made.anna, c.ListUnit(contact=NORR, facts=norr, upkeep=GOOD))
    do(made.anna, c.ListContact(contact=SANDIN, facts=sandin, upkeep=Upkeep(verified_on=TODAY)))
    do(made.anna, c.ListUnit(contact=WARD, facts=ward, upkeep=OLD))
    return made


def _rows(house: House) -> dict[str, NumberRow]:
    return {row.name: row for row in house.anna.numbers().lines}


def _list(house: House, kind: PhoneListKind, unit: UUID | None = None) -> str:
    return house.anna.phone_list(kind, unit).pdf.decode()


def test_old_numbers_come_first_and_each_has_an_owner(house: House) -> None:
    """What was checked longest ago is rung first; a person's owner is her unit's if none other."""
    page = house.anna.numbers()

    assert [(row.name, row.fresh) for row in page.lines] == [
        ("Avd 31", Freshness.OLD),
        ("Norr", Freshness.CHECKED),
        ("R. Sandin", Freshness.CHECKED),
    ]
    assert [row.owner for row in page.lines] == ["Bo Lind", "Anna Ek", "Anna Ek"]
    assert page.lines[0].until == date(2025, 8, 31)


def test_a_number_that_is_soon_or_already_old_is_counted_for_its_owner(house: House) -> None:
    """Bo answers for the ward: he is reminded, Anna is not; what nobody answers for is hers."""
    assert house.anna.numbers_waiting() == NumbersWaiting()
    unowned = UnitFacts(name="Trygghetscentralen", phones=("031-390 06 60",))
    do(house.anna, c.ListUnit(contact=CENTRE, facts=unowned))
    assert house.anna.numbers_waiting() == NumbersWaiting(count=1, late=True)

    house.anna.be(BO)

    assert house.anna.numbers_waiting() == NumbersWaiting(count=1, late=True)
    assert [row.name for row in house.anna.numbers().mine_to_check] == ["Avd 31"]


def test_an_answer_takes_a_number_off_what_is_to_be_checked_and_undo_puts_it_back(
    house: House,
) -> None:
    """A test call that was answered makes the line good; a slip is taken back as any other."""
    do(house.anna, c.NoteCallTest(contact=WARD, outcome=Outcome.ANSWERED))
    row = _rows(house)["Avd 31"]
    assert (row.fresh, row.verified_on, row.owner) == (Freshness.CHECKED, TODAY, "Bo Lind")

    house.anna.undo()

    assert _rows(house)["Avd 31"].fresh is Freshness.OLD


def test_an_old_list_says_so_across_itself_and_in_the_row(house: House) -> None:
    """Who holds the paper cannot miss that the number may be wrong, nor which one."""
    wards = _list(house, PhoneListKind.WARDS)

    assert OLD_WORDS in wards
    assert "▲ GAMMALT: 4/3 2025" in wards
    assert "1 är inte kontrollerat i tid" in wards
    assert OLD_WORDS not in _list(house, PhoneListKind.UNITS)
    do(house.anna, c.NoteCallTest(contact=WARD, outcome=Outcome.ANSWERED))
    assert OLD_WORDS not in _list(house, PhoneListKind.WARDS)


def test_a_number_known_to_be_wrong_is_on_no_list(house: House) -> None:
    """What somebody has found to be wrong is not rung once more with a patient's matter."""
    do(house.anna, c.NoteCallTest(contact=NORR, outcome=Outcome.WRONG_NUMBER))

    made = _list(house, PhoneListKind.UNIT, NORR)

    assert "031-390 06 40" not in made
    assert "▲ fel nummer 24/3 2026" in made
    assert "nummer saknas i Kontakter" in made
    assert "070-174 06 70" in made


def test_the_list_of_whom_to_ring_now_says_which_number_is_missing(house: House) -> None:
    """Who answers otherwise and chef i beredskap stand there also before anybody wrote a number."""
    made = _list(house, PhoneListKind.NOW)

    assert "Trygghetscentralen" in made
    assert "Chef i beredskap" in made
    assert "nummer saknas i Kontakter" in made
    centre = UnitFacts(name="Trygghetscentralen", phones=("031-390 06 60",))
    do(house.anna, c.ListUnit(contact=CENTRE, facts=centre, upkeep=GOOD))
    assert "031-390 06 60" in _list(house, PhoneListKind.NOW)


def test_wards_that_only_messages_name_are_told_but_never_a_protected_persons(
    house: House,
) -> None:
    """A ward that rang is on the list, with where its number comes from; nobody is given away."""
    house.take_in(a_notice(id="a", person=a_person(1)))
    assert "0500-00 00 00" in _list(house, PhoneListKind.WARDS)
    hidden = a_person(2, protection=Protection.SECRECY_MARKING)
    where = {"stay_ids": ("s2",), "ward": "Avd 99", "ward_phone": "0500-99 99 99"}

    house.take_in(a_notice(id="b", person=hidden, stay=where))

    assert "0500-99 99 99" not in _list(house, PhoneListKind.ALL)


def test_the_copy_for_when_all_is_down_holds_the_lists(house: House) -> None:
    """With our own computers down one still finds whom to ring, and which numbers are old."""
    kept = house.anna.contingency_packet().phone_lists

    assert [document.title for document in kept] == [
        "Telefonlista: vem du ringer nu",
        "Telefonlista: våra enheter",
        "Telefonlista: avdelningar och vårdcentraler",
    ]
    assert [bool(document.across) for document in kept] == [False, False, True]
