"""Units and contacts on a real store: who somebody is with us, and to whom things are handed."""

import pytest

from kontaktpunkt.domain.commands import AddStaff, DescribePerson, SetWithUs
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.person.facts import Address, Protection
from kontaktpunkt.domain.staff import Receiver, Role, WithUs
from kontaktpunkt.usecases.contacts.editing import PersonEdit, UnitEdit
from kontaktpunkt.usecases.contacts.rows import UnitLine
from kontaktpunkt.usecases.desk import Done
from kontaktpunkt.usecases.ports import Store
from samples import House, a_house, a_notice, a_person, do, done, id_of

_LIST = (
    "Enhet;Telefon;Enhetschef;Tel enhetschef;Ssk;Handläggare;Område\n"
    "Norr;0510-1;R. Sandin;070-1;Eva Ek;M. Holm;Storgatan\n"
    "Söder;0510-2;P. Dahl;070-2;Eva Ek;M. Holm;531 30\n"
    "Väst;0510-3;;;;;531 30\n"
)
P = id_of("p")


@pytest.fixture
def house(store: Store) -> House:
    """Give a house whose register has three units."""
    made = a_house(store)
    assert isinstance(made.anna.take_contact_list(_LIST.encode()), Done)
    return made


def _unit(house: House, name: str) -> UnitLine:
    return next(line for line in house.anna.register().units if line.facts.name == name)


def _describe(house: House, street: str, protection: Protection = Protection.NONE) -> None:
    home = Address(lines=(street,), postal_code="531 30", city="Sjövik")
    facts = a_person(1, addresses=(home,), protection=protection)
    do(house.anna, DescribePerson(person=P, facts=facts))


def _proposed(house: House) -> list[str]:
    return [line.facts.name for line in house.anna.with_us(P).proposed]


def test_the_address_proposes_a_unit_and_chooses_none(house: House) -> None:
    """One unit for the street, two where the code does not tell them apart; nothing is written."""
    _describe(house, "Storgatan 4")
    assert _proposed(house) == ["Norr"]
    _describe(house, "Annangatan 4")

    assert _proposed(house) == ["Söder", "Väst"]
    assert house.anna.with_us(P).own is None


def test_the_address_of_a_protected_person_is_never_looked_at(house: House) -> None:
    """No unit is proposed that would tell where she lives (OSL 22 kap. 1 §)."""
    _describe(house, "Storgatan 4", Protection.SECRECY_MARKING)

    assert _proposed(house) == []


def test_what_somebody_has_said_is_remembered_over_stays(house: House) -> None:
    """Unknown with us is an answer too: the address proposes no more, in this stay or the next."""
    _describe(house, "Storgatan 4")
    do(house.anna, SetWithUs(person=P, with_us=WithUs(unknown_to_us=True)))
    house.take_in(a_notice(person=a_person(1)))

    page = house.anna.with_us(P)

    assert (page.proposed, page.own) == ((), WithUs(unknown_to_us=True))
    assert house.anna.proposed_receivers(P, None) == ()


def test_her_lines_follow_the_register_and_her_own_stand_first(house: House) -> None:
    """A new manager of the unit is hers at once; a nurse written in for her stays hers."""
    _describe(house, "Storgatan 4")
    norr = _unit(house, "Norr")
    own = WithUs(unit_id=norr.unit, unit="Norr", nurse="Åsa Öberg")
    do(house.anna, SetWithUs(person=P, with_us=own))
    manager = norr.people[0]
    edit = UnitEdit(
        unit=norr.unit,
        facts=norr.facts,
        upkeep=norr.upkeep,
        people=(
            PersonEdit(
                contact=manager.contact, role=manager.facts.role, name="Ny Chef", phones=("070-9",)
            ),
        ),
    )
    done(house.anna.save_unit(edit))

    shown = house.anna.with_us(P).shown

    assert shown is not None
    assert (shown.unit_manager, shown.unit_manager_phone) == ("Ny Chef", "070-9")
    assert (shown.nurse, shown.nurse_phone, shown.unit_phone) == ("Åsa Öberg", "", "0510-1")
    others = {line.facts.name for line in house.anna.register().others}
    assert "M. Holm" not in others, "she is still at another unit"
    assert house.is_clean


def test_a_message_is_proposed_to_her_unit_and_to_who_is_asked(house: House) -> None:
    """The unit first, then whom the step for this message asks; a colleague by her own id."""
    _describe(house, "Storgatan 4")
    norr = _unit(house, "Norr")
    do(
        house.anna,
        SetWithUs(person=P, with_us=WithUs(unit_id=norr.unit, unit="Norr")),
        AddStaff(staff=id_of("holm"), name="M. Holm", role=Role.CASEWORKER),
    )

    proposed = house.anna.proposed_receivers(P, MessageKind.ADMISSION_NOTICE)

    assert proposed[0].to == Receiver(unit="Norr")
    by_name = {one.name: one for one in proposed}
    assert by_name["R. Sandin"].to == Receiver(unit="Norr", role=Role.UNIT_MANAGER)
    assert by_name["M. Holm"].to == Receiver(staff=id_of("holm"))
    asked = [one.asked for one in proposed[1:]]
    assert any(asked)
    assert asked == sorted(asked, reverse=True)


def test_the_register_is_the_same_after_a_rebuild(house: House) -> None:
    """Rows grown act by act are those made anew from the ledger."""
    done(house.anna.undo())
    assert house.anna.register().units == ()
    assert house.is_clean
    assert isinstance(house.anna.take_contact_list(_LIST.encode()), Done)

    assert len(house.anna.register().units) == 3
    assert house.is_clean
