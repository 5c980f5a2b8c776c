"""A person met twice is offered for joining, never joined silently; undone, she is two again."""

from datetime import date
from uuid import UUID

import pytest

from fakes.store import StoreInMemory
from kontaktpunkt.domain.commands import (
    CloseCase,
    JoinCases,
    JoinPersons,
    KeepCasesApart,
    KeepPersonsApart,
    LiftProtection,
    LookOverCareRequest,
    PrepareCareRequest,
    TakeCase,
)
from kontaktpunkt.domain.events.care_request import CareRequestContent
from kontaktpunkt.domain.joining.offers import SamePerson, SameStay
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.person.facts import NumberKind, PersonFacts, PersonNumber, Protection
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.usecases.care_request_rows import Standing
from kontaktpunkt.usecases.desk import Done
from kontaktpunkt.usecases.invoice_control import ControlWish
from kontaktpunkt.usecases.rows import CasePage
from samples import House, a_house, a_notice, a_number, a_person, hours, id_of

RESERVE = PersonNumber(NumberKind.LOCAL_RESERVE, "18900102S98A")
BORN = date(1890, 1, 1)


def _twice(house: House) -> tuple[UUID, UUID]:
    """Take in an admission by reserve number, then one by personnummer; give both cases."""
    house.take_in(
        a_notice(id="reserv", person=a_person(numbers=(RESERVE,)), stay={"stay_ids": ("s-r",)}),
        a_notice(id="riktigt", person=a_person(), stay={"stay_ids": ("s-p",)}),
    )
    one, other = house.row(id_of("reserv")).case, house.row(id_of("riktigt")).case
    assert one is not None
    assert other is not None
    return one, other


def _persons(house: House) -> tuple[UUID, UUID]:
    one, other = house.row(id_of("reserv")).person, house.row(id_of("riktigt")).person
    assert one is not None
    assert other is not None
    return one, other


def _page(house: House, case: UUID) -> CasePage:
    page = house.anna.case(case)
    assert page is not None
    return page


def _digest(house: House) -> bytes:
    with house.store.reading() as view:
        return view.row_digest()


def _joined(house: House) -> tuple[UUID, UUID]:
    cases = _twice(house)
    person, other = _persons(house)
    done = house.anna.act(JoinPersons(person=person, other_person=other))
    assert isinstance(done, Done)
    return cases


def test_somebody_met_twice_is_offered_and_not_joined() -> None:
    """The reserve number of the emergency ward and the real one are two until somebody says so."""
    house = a_house()
    one, other = _twice(house)

    offers = house.anna.joining_offers(one)

    assert house.row(id_of("reserv")).person != house.row(id_of("riktigt")).person
    assert [offer.reason for offer in offers] == [SamePerson.NAME_AND_BIRTH]
    assert offers[0].side.numbers == (a_number(),)
    assert [offer.reason for offer in house.anna.joining_offers(other)] == [
        SamePerson.NAME_AND_BIRTH
    ]


def test_joined_she_is_one_with_both_numbers() -> None:
    """One person: personnummer first, reservnummer as former, all cases and messages together."""
    house = a_house()
    one, other = _joined(house)

    page = _page(house, one)

    assert page.person.numbers == (a_number(),)
    assert page.person.former_numbers == (RESERVE,)
    assert {row.case for row in page.other_cases} | {page.row.case} == {one, other}
    assert house.row(id_of("reserv")).person == house.row(id_of("riktigt")).person
    assert house.row(id_of("reserv")).number == a_number()
    assert house.is_clean


@pytest.mark.parametrize("typed", [RESERVE.value, a_number().value])
def test_she_is_found_by_both_numbers(typed: str) -> None:
    """A search for either number finds all that there is about her."""
    house = a_house()
    cases = _joined(house)

    assert {row.case for row in house.anna.search(typed).cases} == set(cases)
    found = house.anna.find_person(typed)
    assert found is not None
    assert found.facts.numbers == (a_number(),)


def test_undo_parts_them_exactly() -> None:
    """After Ångra every row is as it was, and the offer stands again."""
    house = a_house()
    cases = _twice(house)
    before = _digest(house)
    person, other = _persons(house)
    house.anna.act(JoinPersons(person=person, other_person=other))
    assert _digest(house) != before

    assert isinstance(house.anna.undo(), Done)

    assert _digest(house) == before
    assert [offer.joined for offer in house.anna.joining_offers(cases[0])] == [False]
    assert house.is_clean


def test_a_joining_that_a_colleague_made_can_be_parted() -> None:
    """Whoever sees that they are two says so, and they are never offered again."""
    house = a_house()
    one, other = _joined(house)
    joined = house.bo.joining_offers(one)
    assert [(offer.joined, offer.cases is None) for offer in joined] == [
        (True, True),
        (False, False),
    ]

    apart = KeepPersonsApart(person=joined[0].person, other_person=joined[0].other_person)
    assert isinstance(house.bo.act(apart), Done)

    assert house.row(id_of("reserv")).person != house.row(id_of("riktigt")).person
    assert house.anna.joining_offers(one) == house.anna.joining_offers(other) == ()
    assert house.is_clean


def test_not_the_same_is_remembered() -> None:
    """Somebody who has looked is not asked again, nor is any colleague."""
    house = a_house()
    one, other = _twice(house)
    offer = house.anna.joining_offers(one)[0]

    house.anna.act(KeepPersonsApart(person=offer.person, other_person=offer.other_person))

    assert house.bo.joining_offers(one) == house.bo.joining_offers(other) == ()
    again = house.bo.act(KeepPersonsApart(person=offer.other_person, other_person=offer.person))
    assert isinstance(again, Refused)
    assert again.reason is RefusalReason.ALREADY_APART


@pytest.mark.parametrize("number", [RESERVE, a_number()])
def test_new_messages_with_either_number_land_on_her(number: PersonNumber) -> None:
    """After joining it does not matter by which number the ward writes."""
    house = a_house()
    cases = _joined(house)

    house.take_in(
        a_notice(
            MessageKind.EXPECTED_DISCHARGE_NOTICE,
            id="senare",
            person=a_person(numbers=(number,)),
            stay={"stay_ids": (), "expected_discharge": hours(72)},
        )
    )

    row = house.row(id_of("senare"))
    assert row.case in cases
    assert row.person == house.row(id_of("reserv")).person
    assert house.is_clean


def test_two_with_different_personnummer_are_never_joined() -> None:
    """A daughter named after her mother is somebody else."""
    house = a_house()
    house.take_in(
        a_notice(id="reserv", person=a_person(1), stay={"stay_ids": ("a",)}),
        a_notice(id="riktigt", person=a_person(2, given_name="Prov1"), stay={"stay_ids": ("b",)}),
    )
    person, other = _persons(house)
    case = house.row(id_of("reserv")).case
    assert case is not None

    refused = house.anna.act(JoinPersons(person=person, other_person=other))

    assert house.anna.joining_offers(case) == ()
    assert isinstance(refused, Refused)
    assert refused.reason is RefusalReason.NOT_SAME_PERSON


def test_a_message_with_both_numbers_joins_nobody_silently() -> None:
    """Two that are known stay two, and the shared number is what offers them."""
    house = a_house()
    one, _ = _twice(house)
    both = a_person(numbers=(RESERVE, a_number()))
    house.take_in(a_notice(id="båda", person=both, stay={"stay_ids": ("s-p",)}))

    assert house.row(id_of("båda")).person == house.row(id_of("riktigt")).person
    offers = house.anna.joining_offers(one)
    assert SamePerson.SAME_NUMBER in [offer.reason for offer in offers]
    house.take_in(
        a_notice(id="r2", person=a_person(numbers=(RESERVE,)), stay={"stay_ids": ("s-r",)})
    )
    assert house.row(id_of("r2")).person == house.row(id_of("reserv")).person


def test_the_strongest_protection_holds_for_both() -> None:
    """Joined with somebody protected, nobody is shown by another door."""
    house = a_house()
    protected = a_person(numbers=(RESERVE,), protection=Protection.SECRECY_MARKING)
    house.take_in(
        a_notice(id="reserv", person=protected, stay={"stay_ids": ("s-r",)}),
        a_notice(id="riktigt", person=a_person(), stay={"stay_ids": ("s-p",)}),
    )
    person, other = _persons(house)
    case, open_case = house.row(id_of("reserv")).case, house.row(id_of("riktigt")).case
    assert case is not None
    assert open_case is not None
    refused = house.anna.act(JoinPersons(person=person, other_person=other))
    assert isinstance(refused, Refused)
    assert refused.reason is RefusalReason.NOT_YOURS_TO_SEE
    assert house.anna.joining_offers(open_case) == house.anna.joining_offers(case) == ()

    house.anna.act(TakeCase(case=case))
    offers = house.anna.joining_offers(case)
    assert [offer.reason for offer in offers] == [SamePerson.NAME_AND_BIRTH]
    house.anna.act(JoinPersons(person=person, other_person=other))

    assert house.row(id_of("riktigt")).protection is Protection.SECRECY_MARKING
    hidden = house.bo.case(open_case)
    assert hidden is not None
    assert hidden.row.masked
    assert hidden.row.other_numbers == ()
    assert house.is_clean


def test_two_cases_of_one_stay_are_one_on_screen() -> None:
    """Messages, steps and who answers stand together; the list shows the stay once."""
    house = a_house()
    one, other = _joined(house)
    offer = next(each for each in house.anna.joining_offers(one) if each.cases)
    assert offer.reason is SameStay.OVERLAPPING
    before = _digest(house)

    house.anna.act(JoinCases(case=one, other_case=other))

    page = _page(house, one)
    assert {row.message for row in page.messages} == {id_of("reserv"), id_of("riktigt")}
    assert page.other_cases == ()
    assert len(house.anna.in_hospital()) == 1
    assert len(house.anna.search("Provsson").cases) == 1
    house.anna.act(TakeCase(case=one))
    assert _page(house, other).row.responsible == house.anna.me.staff
    house.anna.act(CloseCase(case=other))
    assert not _page(house, one).row.is_open
    assert house.is_clean
    for _ in range(3):
        assert isinstance(house.anna.undo(), Done)
    assert _digest(house) == before
    assert house.is_clean


def test_two_stays_are_remembered_as_two() -> None:
    """A person may be moved between hospitals: that is two stays, and nobody is asked again."""
    house = a_house()
    one, other = _joined(house)
    house.anna.act(JoinCases(case=one, other_case=other))

    house.bo.act(KeepCasesApart(case=other, other_case=one))

    assert [each.joined for each in house.anna.joining_offers(one)] == [True]
    assert len(house.anna.in_hospital()) == 2
    assert house.is_clean


def test_cases_of_two_persons_are_not_one_stay() -> None:
    """First it is settled that the persons are one."""
    house = a_house()
    one, other = _twice(house)

    refused = house.anna.act(JoinCases(case=one, other_case=other))

    assert isinstance(refused, Refused)
    assert refused.reason is RefusalReason.NOT_SAME_PERSON


def test_a_comparison_shows_both_sides_and_notes_both_as_read() -> None:
    """Who compares sees what agrees and what differs, and both stand in the access log."""
    house = a_house()
    one, _ = _twice(house)
    offer = house.anna.joining_offers(one)[0]

    comparison = house.anna.compare_joining(offer)

    assert comparison is not None
    assert comparison.agreements["name"] == "agrees"
    assert comparison.agreements["numbers"] == "differs"
    assert [len(rows) for rows in comparison.cases] == [1, 1]
    with house.store.reading() as view:
        for person in _persons(house):
            assert view.last_read(house.anna.me.staff, person) is not None


def test_a_lifted_protection_shows_again_and_new_words_raise_it() -> None:
    """The Tax Agency lifts a protection; a message sent later that says it anew protects again."""
    house = a_house()
    protected = a_person(protection=Protection.SECRECY_MARKING)
    house.take_in(a_notice(id="m1", person=protected))
    row = house.row(id_of("m1"))
    assert row.person is not None
    assert row.case is not None
    lift = LiftProtection(person=row.person, reason="Skatteverkets beslut")
    hidden = house.anna.act(lift)
    assert isinstance(hidden, Refused)
    house.anna.act(TakeCase(case=row.case))

    assert isinstance(house.anna.act(lift), Done)

    assert house.row(id_of("m1")).protection is Protection.NONE
    house.take_in(a_notice(id="m2", person=protected, sent_at=hours(-2)))
    assert house.row(id_of("m2")).protection is Protection.NONE
    house.take_in(a_notice(id="m3", person=protected, sent_at=hours(1)))
    assert house.row(id_of("m3")).protection is Protection.SECRECY_MARKING
    assert house.is_clean


def test_a_store_of_an_earlier_day_rebuilds_the_same() -> None:
    """What was joined grows as it would be rebuilt."""
    house = a_house(StoreInMemory())
    _joined(house)

    assert house.is_clean


def test_a_care_request_follows_her_when_she_is_joined() -> None:
    """What lay ready under her reserve number is hers, once, and is not asked for again."""
    house = a_house()
    _twice(house)
    reserve, _ = _persons(house)
    content = CareRequestContent(services="Hemtjänst")
    house.anna.act(PrepareCareRequest(person=reserve, content=content))
    before = house.anna.care_requests()
    person, other = _persons(house)
    house.anna.act(JoinPersons(person=person, other_person=other))

    after = house.anna.care_requests()

    assert len(before) == 2
    assert [row.standing for row in after] == [Standing.KEPT]
    assert after[0].number == a_number()
    assert after[0].in_hospital
    leading = house.row(id_of("riktigt")).person
    assert leading is not None
    card = house.anna.care_request(leading)
    assert card is not None
    assert card.content == content
    house.anna.act(LookOverCareRequest(person=leading))
    assert len(house.anna.care_requests()) == 1


def test_one_stay_in_two_cases_is_paid_for_once() -> None:
    """Fakturakontroll counts what is joined as the one stay that it is."""
    house = a_house()
    one, other = _joined(house)
    for stay in ("s-r", "s-p"):
        ready = MessageKind.READINESS_NOTICE
        house.take_in(
            a_notice(ready, id=f"klar {stay}", sent_at=hours(-2), stay={"stay_ids": (stay,)})
        )
    wish = ControlWish()
    before = house.anna.control(wish)

    house.anna.act(JoinCases(case=one, other_case=other))

    after = house.anna.control(wish)
    assert len(after.stays) == len(before.stays) - 1 == 1


def test_the_number_of_somebody_known_offers_to_join_at_once() -> None:
    """A reserve number without a name, then her personnummer: no likeness is needed to compare."""
    house = a_house()
    nameless = PersonFacts(numbers=(RESERVE,))
    house.take_in(
        a_notice(id="reserv", person=nameless, stay={"stay_ids": ("s-r",)}),
        a_notice(
            id="riktigt",
            person=a_person(birth_date=date(1890, 1, 2)),
            stay={"stay_ids": ("s-p",)},
        ),
    )
    one, other = _persons(house)
    case = house.row(id_of("reserv")).case
    assert case is not None
    assert house.anna.joining_offers(case) == ()

    offer = house.anna.joining_by_number(one, a_number().value)

    assert offer is not None
    assert (offer.person, offer.other_person) == (one, other)
    assert house.anna.compare_joining(offer) is not None
    assert isinstance(house.anna.act(JoinPersons(person=one, other_person=other)), Done)
    page = _page(house, case)
    assert page.person.numbers == (a_number(),)
    assert page.person.former_numbers == nameless.numbers


def test_a_number_offers_nobody_where_two_are_two() -> None:
    """Two valid personnummer are two people; nor is her own, or an unknown number, an offer."""
    house = a_house()
    house.take_in(
        a_notice(id="reserv", person=a_person(2), stay={"stay_ids": ("s-r",)}),
        a_notice(id="riktigt", person=a_person(), stay={"stay_ids": ("s-p",)}),
    )
    one, _ = _persons(house)

    for number in (a_number(1), a_number(2), a_number(3)):
        assert house.anna.joining_by_number(one, number.value) is None


def test_a_number_does_not_give_a_protected_person_away() -> None:
    """Who may not see her gets no offer with her name."""
    house = a_house()
    hidden = a_person(protection=Protection.SECRECY_MARKING, birth_date=date(1890, 1, 2))
    house.take_in(
        a_notice(id="reserv", person=PersonFacts(numbers=(RESERVE,)), stay={"stay_ids": ("r",)}),
        a_notice(id="riktigt", person=hidden, stay={"stay_ids": ("s-p",)}),
    )
    one, _ = _persons(house)

    assert house.bo.joining_by_number(one, a_number().value) is None
    case = house.row(id_of("riktigt")).case
    assert case is not None
    house.anna.act(TakeCase(case=case))
    assert house.anna.joining_by_number(one, a_number().value) is not None
