"""Whom a paper is about: by the number on it, else by the case that it belongs to."""

from uuid import UUID

from msgspec.structs import replace

from kontaktpunkt.domain.person.facts import Address, PersonFacts, PersonNumber
from kontaktpunkt.domain.person.number import birth_date, sex
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.times import local_day
from kontaktpunkt.usecases.arriving.entry import number_or_refused
from kontaktpunkt.usecases.arriving.matching import person_by
from kontaktpunkt.usecases.back_entry.written import Written
from kontaktpunkt.usecases.joining.joined import leading_person, persons_with, whole_person
from kontaktpunkt.usecases.keeping.workroom import Workroom


def whose(
    room: Workroom, written: Written, case: UUID | None, *, needed: bool
) -> PersonFacts | None:
    """Say whom a paper is about; None, and a fault where one is needed, where it does not tell."""
    typed, name = written.text("person.number"), written.text("person.name")
    if not typed:
        found = _of_case(room, case)
        if found is None and name and needed:
            return named(name, written.text("person.address"))
        if found is None and needed:
            written.fault("person.number", RefusalReason.FIELD_MISSING)
        return found
    number = number_or_refused(typed, room.tools.now())
    if isinstance(number, Refused):
        written.fault("person.number", RefusalReason.FIELD_BAD_NUMBER, typed)
        return _of_case(room, case)
    holder = person_by(room, number)
    if holder is None and _went_by(room, case, number):
        return _of_case(room, case)
    known = whole_person(room, leading_person(room, holder))
    if known is not None and known.name:
        # A name in handwriting never takes the place of one that is known.
        return PersonFacts(numbers=(number,))
    today = local_day(room.tools.now())
    return replace(
        named(name, written.text("person.address")),
        numbers=(number,),
        birth_date=birth_date(number, today),
        sex=sex(number),
    )


def open_case_of(room: Workroom, person: UUID) -> UUID | None:
    """Give somebody's newest open case, in hospital before others."""
    rows = [row for row in room.store.case_rows_of(persons_with(room, person)[0]) if row.is_open]
    return max(rows, key=lambda row: row.in_hospital).case if rows else None


def _of_case(room: Workroom, case: UUID | None) -> PersonFacts | None:
    """Give who the chosen case, or the paper's own, is about."""
    state = room.case(case) if case is not None else None
    person = whole_person(room, state.person) if state is not None else None
    if person is None or not person.numbers:
        return None
    return PersonFacts(numbers=person.numbers[:1])


def _went_by(room: Workroom, case: UUID | None, number: PersonNumber) -> bool:
    """Say whether it is a number that she had when the paper was made: a reserve number, mostly."""
    state = room.case(case) if case is not None else None
    person = whole_person(room, state.person) if state is not None else None
    return person is not None and number in person.former_numbers


def named(name: str, address: str) -> PersonFacts:
    """Give the name and address that stand on a paper, the last word as the family name."""
    given, _, family = " ".join(name.split()).rpartition(" ")
    lines = tuple(line.strip() for line in address.splitlines() if line.strip())
    return PersonFacts(
        given_name=given,
        family_name=family,
        addresses=(Address(lines=lines),) if lines else (),
    )
