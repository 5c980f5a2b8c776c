"""Who and what is one: the group that a person or case stands in, who leads it, what it says."""

from typing import Protocol
from uuid import UUID

from msgspec.structs import replace

from kontaktpunkt.domain.homecoming_now import with_homecoming_now
from kontaktpunkt.domain.joining.cases import as_one_case
from kontaktpunkt.domain.joining.group import group_of
from kontaktpunkt.domain.joining.persons import as_one, gave_way
from kontaktpunkt.domain.states import CaseState, MessageState, PersonState, Ties
from kontaktpunkt.usecases.ports import StoreView


class Known(Protocol):
    """Whoever can give the states of persons and cases, each as its own events make it."""

    def person(self, person: UUID) -> PersonState | None:
        """Give a person's state."""
        ...

    def case(self, case: UUID) -> CaseState | None:
        """Give a case's state."""
        ...


class Looking(Known, Protocol):
    """One transaction, reading or writing, in which joined things are looked at."""

    @property
    def store(self) -> StoreView:
        """Give what is kept."""
        ...

    def message(self, message: UUID) -> MessageState | None:
        """Give a message's state."""
        ...


def persons_with(known: Known, person: UUID) -> tuple[UUID, ...]:
    """Give all persons that are one with this one, the leading one first."""

    def ties(one: UUID) -> Ties | None:
        state = known.person(one)
        return state.ties if state is not None else None

    return group_of(person, ties)


def cases_with(known: Known, case: UUID) -> tuple[UUID, ...]:
    """Give all cases that are one stay with this one, the leading one first."""

    def ties(one: UUID) -> Ties | None:
        state = known.case(one)
        return state.ties if state is not None else None

    return group_of(case, ties)


def leading_person(known: Known, person: UUID | None) -> UUID | None:
    """Give the person under whose id all that are one with this one are shown."""
    return persons_with(known, person)[0] if person is not None else None


def leading_case(known: Known, case: UUID | None) -> UUID | None:
    """Give the case under whose id all that are one with this one are shown."""
    return cases_with(known, case)[0] if case is not None else None


def whole_person(known: Known, person: UUID | None) -> PersonState | None:
    """Give what is known of a person and all that are one with her."""
    if person is None:
        return None
    states = (known.person(one) for one in persons_with(known, person))
    found = [state for state in states if state is not None]
    return gave_way(as_one(found)) if found else None


def whole_case(known: Known, case: UUID | None) -> CaseState | None:
    """Give what stands in a case and all that are one stay with it; its person leads.

    Of homecomings it holds the one that is: who is back in hospital has not come home.
    """
    if case is None:
        return None
    states = (known.case(one) for one in cases_with(known, case))
    found = [state for state in states if state is not None]
    if not found:
        return None
    whole = with_homecoming_now(as_one_case(found))
    leading = leading_person(known, whole.person)
    return whole if leading == whole.person else replace(whole, person=leading)
