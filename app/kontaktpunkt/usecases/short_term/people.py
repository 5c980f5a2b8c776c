"""Who is at places and in queues: names as this reader may see them."""

from collections.abc import Iterable
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.states import PlaceState
from kontaktpunkt.usecases.joining.joined import leading_case, leading_person, whole_person
from kontaktpunkt.usecases.rows import CaseRow
from kontaktpunkt.usecases.showing.masking import mask_case_row
from kontaktpunkt.usecases.showing.pages import Reading
from kontaktpunkt.usecases.spreading import may_see_person


class Named(Struct, frozen=True):
    """Somebody as this reader may see her."""

    name: str = ""
    masked: bool = False


class People:
    """Names people by case or person; asks for each once.

    `me` None masks every protected person: so for paper.
    """

    def __init__(self, reading: Reading, me: UUID | None) -> None:
        self._reading = reading
        self._me = me
        self._cases: dict[UUID, CaseRow | None] = {}
        self._persons: dict[UUID, Named] = {}

    def case(self, case: UUID) -> CaseRow | None:
        """Give the line of a case, masked where need be."""
        if case not in self._cases:
            row = self._reading.store.case_row(leading_case(self._reading, case) or case)
            self._cases[case] = mask_case_row(row, self._me) if row is not None else None
        return self._cases[case]

    def named(self, case: UUID | None, person: UUID | None) -> Named:
        """Name somebody; without case and person nobody is named."""
        row = self.case(case) if case is not None else None
        if row is not None:
            return Named(row.name, row.masked)
        return self._person(person) if person is not None else Named()

    def lead(self, person: UUID | None) -> UUID | None:
        """Give the person under whose id all that are one with this one are shown."""
        return leading_person(self._reading, person)

    def _person(self, person: UUID) -> Named:
        if person not in self._persons:
            state = whole_person(self._reading, person)
            if state is None:
                found = Named()
            elif may_see_person(self._reading, person, self._me):
                found = Named(state.name)
            else:
                found = Named(masked=True)
            self._persons[person] = found
        return self._persons[person]


def where_each_is(
    people: People, places: Iterable[tuple[UUID, PlaceState]]
) -> dict[UUID, list[tuple[UUID, str]]]:
    """Say at which places each person is said to be: more than one is a clash to settle."""
    found: dict[UUID, list[tuple[UUID, str]]] = {}
    for place, state in places:
        for stay in state.present:
            person = people.lead(stay.person)
            if person is not None and state.facts is not None:
                found.setdefault(person, []).append((place, state.facts.name))
    return found
