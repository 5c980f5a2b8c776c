"""A protected person in the parts that came later: who she is with us, and messages given out."""

from uuid import UUID

import pytest

from kontaktpunkt.domain.commands import (
    DescribePerson,
    HandOverCase,
    JoinPersons,
    SetWithUs,
    TakeMessage,
)
from kontaktpunkt.domain.person.facts import NumberKind, PersonFacts, PersonNumber, Protection
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.staff import Receiver, WithUs
from kontaktpunkt.usecases.export import Exported
from samples import House, a_house, a_notice, a_person, do, id_of

_HIDDEN = PersonFacts(protection=Protection.SECRECY_MARKING)
_OWN = WithUs(unit="Hemvård Norr", nurse="frun Eva", nurse_phone="070-999 99 99")


def _bos(house: House, name: str) -> UUID:
    """Let Bo answer for the case of a message; give the person."""
    do(house.bo, TakeMessage(message=id_of(name)))
    row = house.row(id_of(name))
    assert row.case is not None
    assert row.person is not None
    do(house.bo, HandOverCase(case=row.case, to=Receiver(staff=house.bo.me.staff)))
    return row.person


def test_who_she_is_with_us_is_for_those_who_answer_for_her() -> None:
    """Others learn the unit that her row names, to hand over to, and nobody's name or number."""
    house = a_house()
    house.take_in(a_notice(id="m"))
    person = _bos(house, "m")
    do(house.bo, SetWithUs(person=person, with_us=_OWN))
    do(house.bo, DescribePerson(person=person, facts=_HIDDEN))

    others = (house.anna.with_us(person), house.anna.proposed_receivers(person, None))

    assert others[0].own == WithUs(unit="Hemvård Norr")
    assert [one.name for one in others[1]] == ["Hemvård Norr"]
    assert "Eva" not in repr(others)
    assert house.bo.with_us(person).own == _OWN


@pytest.mark.parametrize("name", ["p", "r"])
def test_protected_in_one_she_is_given_out_to_no_stranger_in_the_other(name: str) -> None:
    """Once joined, neither of her messages leaves the house by somebody else's hand."""
    house = a_house()
    reserve = PersonNumber(NumberKind.LOCAL_RESERVE, "18900102S98A")
    house.take_in(
        a_notice(id="p", stay={"stay_ids": ("s-p",)}),
        a_notice(id="r", person=a_person(numbers=(reserve,)), stay={"stay_ids": ("s-r",)}),
    )
    one, other = _bos(house, "p"), _bos(house, "r")
    do(house.bo, DescribePerson(person=other, facts=_HIDDEN))
    do(house.bo, JoinPersons(person=one, other_person=other))

    asked = house.anna.export_message(id_of(name), protected=True)
    unasked = house.bo.export_message(id_of(name), protected=False)
    given = house.bo.export_message(id_of(name), protected=True)

    assert asked == Refused(reason=RefusalReason.NOT_YOURS_TO_SEE)
    assert unasked == Refused(reason=RefusalReason.PROTECTED_ASKS_FIRST)
    assert isinstance(given, Exported)
    assert given.notice.person.addresses == ()
    assert given.notice.person.phone == ""
