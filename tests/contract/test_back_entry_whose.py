"""Whose a paper is on a real store: nothing of it is written in the case of somebody else."""

import pytest

from kontaktpunkt.domain import commands as c
from kontaktpunkt.domain.events.office import AccessKind, AccessNoted
from kontaktpunkt.domain.ledger.subjects import SubjectKind
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.person.facts import Protection
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.usecases.back_entry.rows import SheetEntry
from kontaktpunkt.usecases.ports import Store
from samples import House, a_house, a_notice, a_number, a_person, do, done, hours, id_of
from written_papers import TOLD, a_sheet, enter, page_of, state_of, timeline_of

K = MessageKind
HER = {"person_number": a_number(2).value, "name": "Prov2 Provsson"}


@pytest.fixture
def house(store: Store) -> House:
    """Give a house where Prov1 lies in hospital."""
    house = a_house(store)
    house.take_in(a_notice(K.ADMISSION_NOTICE, id="in"))
    return house


@pytest.mark.parametrize("form", ["R1", "R4", "R6", "R10"])
@pytest.mark.parametrize("is_known", [True, False])
def test_a_paper_of_one_is_never_written_into_the_case_of_another(
    house: House, form: str, *, is_known: bool
) -> None:
    """Printed for Prov1, and Prov2's number stands on it: it says nothing of Prov1."""
    case = house.row(id_of("in")).case
    if is_known:
        house.take_in(a_notice(K.ADMISSION_NOTICE, id="hers", person=a_person(2)))
    before = timeline_of(house, case)
    sheet = a_sheet(house, form, case)

    enter(house, sheet, **HER, home_date="25/3", home_time="13", to_unit="Avd 3", went_date="24/3")

    page = page_of(house, sheet)
    assert timeline_of(house, case) == before
    assert page.case != case
    assert page.name in ("", "Prov2 Provsson")
    assert page.values["free_text"] == "Dottern vet"
    assert house.is_clean


def test_a_number_she_had_when_it_was_printed_is_hers_still(house: House) -> None:
    """Printed with the number that was put right since: the message comes to her case."""
    case = house.row(id_of("in")).case
    sheet = a_sheet(house, "R5", case)
    person = house.case_row(case).person
    assert person is not None
    do(house.anna, c.CorrectNumber(person=person, wrong=a_number(), right=a_number(7)))

    enter(house, sheet, ready_date="24/3", ready_time="0800")

    assert page_of(house, sheet).case == case
    assert house.case_row(case).ready_sent_at is not None


def test_that_she_was_sent_to_hospital_is_noted_once_her_number_is_known(house: House) -> None:
    """R1 without a number is kept; entered again with it she is on the list, and only once."""
    sheet = a_sheet(house, "R1")
    went = {"went_date": "24/3", "went_time": "0700"}
    enter(house, sheet, **HER | {"person_number": ""}, **went)
    assert page_of(house, sheet).case is None

    enter(house, sheet, **HER, **went)
    enter(house, sheet, **HER, **went, went_why="Feber")

    told = timeline_of(house, page_of(house, sheet).case)
    assert [line for line in told if line.startswith("Skickad till akuten")] == [
        "Skickad till akuten"
    ]
    assert house.is_clean


def test_who_was_sent_is_who_the_number_says_when_it_is_put_right(house: House) -> None:
    """R1 entered on the wrong number first: the right one is on the list after the second."""
    sheet = a_sheet(house, "R1")
    enter(house, sheet, person_number=a_number(8).value, went_date="24/3", went_time="0700")
    wrong = page_of(house, sheet).case

    enter(house, sheet, **HER, went_date="24/3", went_time="0700")

    right = page_of(house, sheet).case
    assert right not in (wrong, None)
    assert any(line.startswith("Skickad till akuten") for line in timeline_of(house, right))


def test_who_may_not_see_her_neither_puts_right_nor_checks(house: House) -> None:
    """Anna sees nothing of a protected person's paper: she would write over it blindly."""
    do(house.anna, c.ChangeSetting(key="second_eyes_forms", value='["R5"]'))
    secret = a_person(2, protection=Protection.SECRECY_MARKING)
    house.take_in(a_notice(K.ADMISSION_NOTICE, id="hers", person=secret))
    do(house.bo, c.TakeMessage(message=id_of("hers")))
    sheet = a_sheet(house, "R5")
    values = {**TOLD, **HER, "ready_date": "24/3", "ready_time": "0800"}
    entry = SheetEntry(sheet=sheet, values=values, at=hours(-0.5))
    done(house.bo.enter_sheet(entry))
    (message,) = page_of(house, sheet).messages

    refused = Refused(reason=RefusalReason.NOT_YOURS_TO_SEE)
    assert house.anna.enter_sheet(entry) == refused
    assert house.anna.act(c.CheckSheetEntry(sheet=sheet)) == refused
    assert not page_of(house, sheet).may_check
    assert state_of(house, message).corrected_by is None


def test_a_scanned_number_is_noted_as_a_reading_of_that_one_person(house: House) -> None:
    """Who is shown one line has not looked at the whole register; who sees no name reads nobody."""
    case = house.row(id_of("in")).case
    sheet, other = a_sheet(house, "R10", case), a_sheet(house, "R2")
    page = page_of(house, sheet)
    number, blank = page.number, page_of(house, other).number
    assert page.outage is not None
    house.clock.advance(60 * 24)
    before = len(_noted(house))

    assert house.bo.outage_sheet(page.outage, number) == house.bo.find_sheet(number)
    house.bo.find_sheet(blank)

    (said,) = _noted(house)[before:]
    assert (said.access, said.person) == (AccessKind.READ, house.case_row(case).person)


def _noted(house: House) -> list[AccessNoted]:
    with house.store.reading() as view:
        subjects = sorted(view.subjects(SubjectKind.ACCESS), key=lambda one: one.id)
        bodies = [event.body for one in subjects for event in view.events_of(one)]
    return [body for body in bodies if isinstance(body, AccessNoted)]
