"""Fold of one person: later words replace earlier ones; silence never lifts a protection."""

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from kontaktpunkt.domain.envelope import Event
from kontaktpunkt.domain.events.person import PersonDescribed, PersonNumberCorrected, WithUsSet
from kontaktpunkt.domain.person_facts import NumberKind, PersonFacts, PersonNumber, Protection
from kontaktpunkt.domain.states import PersonState

_RANK: Final[dict[NumberKind, int]] = {
    NumberKind.PERSONAL: 0,
    NumberKind.COORDINATION: 1,
    NumberKind.NATIONAL_RESERVE: 2,
    NumberKind.LOCAL_RESERVE: 3,
    NumberKind.FOREIGN: 4,
    NumberKind.UNCHECKED: 5,
}
"""The number somebody goes by is the strongest one known; reserve numbers give way."""


def fold_person(events: Sequence[Event], frozen: bool) -> PersonState:  # noqa: FBT001 - one shape for all folds
    """Fold a person's effective events to her state."""
    state = PersonState(frozen=frozen)
    for event in events:
        match event.body:
            case PersonDescribed(facts=facts):
                state = described(state, facts)
            case PersonNumberCorrected(wrong=wrong, right=right):
                state = _number_corrected(state, wrong, right)
            case WithUsSet(with_us=with_us):
                state = replace(state, with_us=with_us)
            case _:
                pass
    return state


def described(state: PersonState, facts: PersonFacts) -> PersonState:
    """Add what somebody said: an empty field says nothing, a given one replaces."""
    return replace(
        state,
        numbers=_numbers(state, facts.numbers),
        given_name=facts.given_name or state.given_name,
        family_name=facts.family_name or state.family_name,
        birth_date=facts.birth_date or state.birth_date,
        sex=facts.sex or state.sex,
        addresses=facts.addresses or state.addresses,
        phone=facts.phone or state.phone,
        protection=_protection(state.protection, facts.protection),
        home_municipality=facts.home_municipality or state.home_municipality,
        deceased=facts.deceased or state.deceased,
    )


def only_new(state: PersonState, facts: PersonFacts) -> PersonFacts | None:
    """Give of the facts only what the state does not say already; None when nothing is new."""
    fresh = PersonFacts(
        numbers=tuple(
            number
            for number in facts.numbers
            if number not in state.numbers and number not in state.former_numbers
        ),
        given_name=facts.given_name if facts.given_name != state.given_name else "",
        family_name=facts.family_name if facts.family_name != state.family_name else "",
        birth_date=facts.birth_date if facts.birth_date != state.birth_date else None,
        sex=facts.sex if facts.sex != state.sex else None,
        addresses=facts.addresses if facts.addresses != state.addresses else (),
        phone=facts.phone if facts.phone != state.phone else "",
        protection=(facts.protection if facts.protection != state.protection else Protection.NONE),
        home_municipality=(
            facts.home_municipality if facts.home_municipality != state.home_municipality else ""
        ),
        deceased=facts.deceased and not state.deceased,
    )
    return None if fresh == PersonFacts() else fresh


def _numbers(state: PersonState, more: tuple[PersonNumber, ...]) -> tuple[PersonNumber, ...]:
    """Keep all numbers, the strongest first; one that was corrected away stays away."""
    known = list(state.numbers)
    known += [one for one in more if one not in known and one not in state.former_numbers]
    return tuple(sorted(known, key=lambda number: _RANK[number.kind]))


def _number_corrected(state: PersonState, wrong: PersonNumber, right: PersonNumber) -> PersonState:
    kept = tuple(one for one in state.numbers if one not in (wrong, right))
    former = tuple(one for one in state.former_numbers if one not in (wrong, right))
    return replace(state, numbers=(right, *kept), former_numbers=(*former, wrong))


def _protection(known: Protection, said: Protection) -> Protection:
    """Keep a protection until it is lifted: a silent message does not (OSL 22 kap.)."""
    return known if said is Protection.NONE else said
