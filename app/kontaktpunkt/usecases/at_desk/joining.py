"""Who and what may be the same, at a desk: offers with their reasons, and both sides in full."""

from collections.abc import Iterator
from uuid import UUID

from msgspec.structs import replace

from kontaktpunkt.domain.joining.comparing import (
    COMPARED,
    Agreement,
    PersonSide,
    agreement,
    side_of,
)
from kontaktpunkt.domain.joining.offers import (
    SamePerson,
    cannot_be_one,
    may_be_one,
    may_be_one_stay,
)
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.domain.states import PersonState
from kontaktpunkt.domain.times import local_day
from kontaktpunkt.usecases.arriving.entry import number_or_refused
from kontaktpunkt.usecases.at_desk.inbox import InboxDesk
from kontaktpunkt.usecases.joining.joined import (
    Looking,
    cases_with,
    leading_person,
    persons_with,
    whole_case,
    whole_person,
)
from kontaktpunkt.usecases.joining.rows import Comparison, JoiningOffer
from kontaktpunkt.usecases.rows import CaseRow
from kontaktpunkt.usecases.showing.masking import mask_person
from kontaktpunkt.usecases.spreading import may_see_person

_OFFERED = "personer som kan vara samma"
_FEW = 3
"""More offers than this help nobody."""


class JoiningDesk(InboxDesk):
    """What is asked about persons and stays that may have been met twice."""

    def joining_offers(self, case: UUID) -> tuple[JoiningOffer, ...]:
        """Give what is joined with a case and its person, then what may be the same.

        Others than her own are noted as a list: who they are is shown before they are compared.
        """
        with self.reading() as room:
            state = whole_case(room, case)
            if (
                state is None
                or state.person is None
                or not may_see_person(room, state.person, self.my_id)
            ):
                return ()
            person = state.person
            joined = (*self._joined_persons(room, person), *self._joined_cases(room, case, person))
            offered = (*self._persons(room, person), *self._cases(room, case, person))
        offers = (*joined, *offered[:_FEW])
        self._note_list(_OFFERED, sum(each.person != each.other_person for each in offers))
        return offers

    def joining_by_number(self, person: UUID, number_text: str) -> JoiningOffer | None:
        """Offer whom a number belongs to, said to be the number of a person; None when nobody."""
        number = number_or_refused(number_text, self.now())
        if isinstance(number, Refused):
            return None
        with self.reading() as room:
            leading = leading_person(room, person) or person
            known = [leading_person(room, one) for one in room.store.persons_of_number(number)]
            other = next((one for one in known if one not in (None, leading)), None)
            one, theirs = whole_person(room, leading), whole_person(room, other)
            if one is None or theirs is None or other is None:
                return None
            seen = all(may_see_person(room, each, self.my_id) for each in (leading, other))
            if not seen or cannot_be_one(one, theirs, local_day(self.now())):
                return None
        self._note_list(_OFFERED, 1)
        return JoiningOffer(
            person=leading,
            other_person=other,
            side=self._side(theirs),
            reason=SamePerson.NUMBER_SAID,
        )

    def compare_joining(self, offer: JoiningOffer) -> Comparison | None:
        """Put both sides of an offer beside each other."""
        pair = (offer.person, offer.other_person)
        with self.reading() as room:
            if not all(may_see_person(room, one, self.my_id) for one in pair):
                return None
            # What is joined is shown as each was by itself: else both sides would be the same.
            one, other = (
                room.person(each) if offer.joined else whole_person(room, each) for each in pair
            )
            if one is None or other is None:
                return None
            sides = (self._side(one), self._side(other))
            rows = self._case_rows(room, offer)
        for each in dict.fromkeys(pair):
            self._note_reading(each, None)
        return Comparison(offer=offer, sides=sides, cases=rows, agreements=_agreements(*sides))

    def _joined_persons(self, room: Looking, person: UUID) -> Iterator[JoiningOffer]:
        for one in persons_with(room, person):
            state = room.person(one)
            for other in state.ties.others if state is not None else ():
                theirs = room.person(other)
                if theirs is not None and one < other and one in theirs.ties.others:
                    yield JoiningOffer(
                        person=one, other_person=other, side=self._side(theirs), joined=True
                    )

    def _joined_cases(self, room: Looking, case: UUID, person: UUID) -> Iterator[JoiningOffer]:
        group = cases_with(room, case)
        for one in group:
            state = room.case(one)
            for other in state.ties.others if state is not None else ():
                if one < other and other in group:
                    yield self._about_cases(room, person, (one, other), joined=True)

    def _persons(self, room: Looking, person: UUID) -> Iterator[JoiningOffer]:
        """Offer who has the same number, or the same name and birth date."""
        state = whole_person(room, person) or PersonState()
        today = local_day(self.now())
        for other in sorted(_candidates(room, state) - {person}):
            theirs = whole_person(room, other)
            if theirs is None or _kept_apart(room, person, other):
                continue
            reason = may_be_one(state, theirs, today)
            if reason is not None and may_see_person(room, other, self.my_id):
                yield JoiningOffer(
                    person=person, other_person=other, side=self._side(theirs), reason=reason
                )

    def _cases(self, room: Looking, case: UUID, person: UUID) -> Iterator[JoiningOffer]:
        """Offer the person's other open cases whose stay overlaps with this one."""
        group = cases_with(room, case)
        state = whole_case(room, case)
        apart = {one for each in group if (own := room.case(each)) for one in own.ties.apart}
        for row in room.store.case_rows_of(person):
            other = whole_case(room, row.case)
            if state is None or other is None or row.joined_into or row.case in group:
                continue
            reason = may_be_one_stay(state, other)
            if reason is not None and apart.isdisjoint(cases_with(room, row.case)):
                offer = self._about_cases(room, person, (group[0], row.case), joined=False)
                yield replace(offer, reason=reason)

    def _about_cases(
        self, room: Looking, person: UUID, cases: tuple[UUID, UUID], *, joined: bool
    ) -> JoiningOffer:
        return JoiningOffer(
            person=person,
            other_person=person,
            side=self._side(whole_person(room, person) or PersonState()),
            cases=cases,
            other_case=room.store.case_row(cases[1]),
            joined=joined,
        )

    def _case_rows(
        self, room: Looking, offer: JoiningOffer
    ) -> tuple[tuple[CaseRow, ...], tuple[CaseRow, ...]]:
        """Give the cases of each side: the two that are compared, or all of two persons."""
        if offer.cases is not None:
            one, other = (room.store.case_row(each) for each in offer.cases)
            return ((one,) if one else ()), ((other,) if other else ())
        one, other = (
            self._rows_of(room, each, alone=offer.joined)
            for each in (offer.person, offer.other_person)
        )
        return one, other

    def _rows_of(self, room: Looking, person: UUID, *, alone: bool) -> tuple[CaseRow, ...]:
        rows = room.store.case_rows_of(leading_person(room, person) or person)
        return tuple(
            row
            for row in rows
            if row.joined_into is None and (not alone or _is_of(room, row.case, person))
        )

    def _side(self, state: PersonState) -> PersonSide:
        return side_of(mask_person(state, may=True), local_day(self.now()))


def _is_of(room: Looking, case: UUID, person: UUID) -> bool:
    state = room.case(case)
    return state is not None and state.person == person


def _candidates(room: Looking, state: PersonState) -> set[UUID]:
    """Find who may be the same: by each number, and by the name."""
    found: set[UUID | None] = set()
    numbers = (*state.numbers, *state.former_numbers)
    for number in numbers:
        found.update(room.store.persons_of_number(number))
    for text in (state.name, *(number.value for number in numbers)):
        if text:
            found.update(row.person for row in room.store.search(text).cases)
    return {one for each in found if (one := leading_person(room, each)) is not None}


def _kept_apart(room: Looking, one: UUID, other: UUID) -> bool:
    """Say whether somebody has said of any two of these groups that they are two."""
    there = {*persons_with(room, other)}
    states = (room.person(each) for each in persons_with(room, one))
    return any(not there.isdisjoint(state.ties.apart) for state in states if state is not None)


def _agreements(one: PersonSide, other: PersonSide) -> dict[str, Agreement]:
    found = ((field, agreement(field, one, other)) for field in COMPARED)
    return {field: said for field, said in found if said is not None}
