"""Fold of one person: later words replace earlier ones; silence never lifts a protection."""

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from kontaktpunkt.domain.events.person import (
    PersonDescribed,
    PersonNumberCorrected,
    ProtectionLifted,
    WithUsSet,
)
from kontaktpunkt.domain.fold.joining import JOININGS, ties_of
from kontaktpunkt.domain.fold.story import Story
from kontaktpunkt.domain.ledger.envelope import Event
from kontaktpunkt.domain.person.facts import NumberKind, PersonFacts, PersonNumber, Protection
from kontaktpunkt.domain.states import PersonState
from kontaktpunkt.domain.times import Instant

_RANK: Final[dict[NumberKind, int]] = {
    NumberKind.PERSONAL: 0,
    NumberKind.COORDINATION: 1,
    NumberKind.NATIONAL_RESERVE: 2,
    NumberKind.LOCAL_RESERVE: 3,
    NumberKind.FOREIGN: 4,
    NumberKind.UNCHECKED: 5,
}
"""The number somebody goes by is the strongest one known; reserve numbers give way."""


_REPLACED: Final = (
    "given_name",
    "family_name",
    "birth_date",
    "sex",
    "addresses",
    "phone",
    "home_municipality",
)
"""The fields that a later word replaces; numbers add up, death only comes, protection is lifted."""

LATEST_HOLDS: Final = (*_REPLACED, "with_us")
"""The fields of which the word said last holds, also of persons who are one."""

_STRENGTH: Final[dict[Protection, int]] = {
    Protection.NONE: 0,
    Protection.SECRECY_MARKING: 1,
    Protection.PROTECTED_REGISTRATION: 2,
    Protection.ASSUMED_IDENTITY: 3,
}


def fold_person(story: Story) -> PersonState:
    """Fold a person to her state.

    When all that said who she is was taken back she stays readable, protected as she was.
    """
    state = replace(_folded(story.told, story), ties=ties_of(story.told))
    if state.is_anybody or all(isinstance(event.body, JOININGS) for event in story.withdrawn):
        return state
    former = _folded(story.withdrawn, story)
    return replace(
        state,
        numbers=former.numbers,
        given_name=former.given_name,
        family_name=former.family_name,
        birth_date=former.birth_date,
        protection=strongest(former.protection, state.protection),
        voided=True,
    )


def _folded(events: Sequence[Event], story: Story) -> PersonState:
    state = PersonState(frozen=story.frozen)
    lifted = _lifted_at(story)
    for event in events:
        match event.body:
            case PersonDescribed(facts=facts, said_at=said_at):
                said = event.envelope.noted_at if said_at is None else said_at
                if lifted is not None and said <= lifted:
                    facts = replace(facts, protection=Protection.NONE)
                state = described(state, facts, said)
            case PersonNumberCorrected(wrong=wrong, right=right):
                state = _number_corrected(state, wrong, right)
            case WithUsSet(with_us=with_us):
                said_then = dict(state.said_at) | {"with_us": event.envelope.noted_at}
                state = replace(state, with_us=with_us, said_at=tuple(sorted(said_then.items())))
            case _:
                pass
    return state


def _lifted_at(story: Story) -> Instant | None:
    """Say until when words of protection no longer hold, whatever order they came in."""
    lifts = (event for event in story.told if isinstance(event.body, ProtectionLifted))
    return max((event.envelope.at for event in lifts), default=None)


def described(state: PersonState, facts: PersonFacts, said_at: Instant) -> PersonState:
    """Add what somebody said at a time: an empty field says nothing, a later word replaces."""
    said_before = dict(state.said_at)
    newer = {
        field: getattr(facts, field)
        for field in _REPLACED
        if getattr(facts, field) and said_before.get(field, said_at) <= said_at
    }
    said = said_before | dict.fromkeys(newer, said_at)
    return replace(
        state,
        numbers=_numbers(state, facts.numbers),
        protection=strongest(state.protection, facts.protection),
        deceased=facts.deceased or state.deceased,
        said_at=tuple(sorted(said.items())),
        **newer,
    )


def only_new(state: PersonState, facts: PersonFacts) -> PersonFacts | None:
    """Give of the facts only what the state does not say already; None when nothing is new."""
    known = (*state.numbers, *state.former_numbers)
    silence = PersonFacts()
    same = {
        field: getattr(silence, field)
        for field in _REPLACED
        if getattr(facts, field) == getattr(state, field)
    }
    fresh = replace(
        facts,
        numbers=tuple(number for number in facts.numbers if number not in known),
        protection=facts.protection if facts.protection != state.protection else Protection.NONE,
        deceased=facts.deceased and not state.deceased,
        **same,
    )
    return None if fresh == PersonFacts() else fresh


def _numbers(state: PersonState, more: tuple[PersonNumber, ...]) -> tuple[PersonNumber, ...]:
    """Keep all numbers, the strongest first; one that was corrected away stays away."""
    known = list(state.numbers)
    known += [one for one in more if one not in known and one not in state.former_numbers]
    return tuple(sorted(known, key=by_strength))


def by_strength(number: PersonNumber) -> int:
    """Say how far down a number stands: a personnummer first, what nobody has checked last."""
    return _RANK[number.kind]


def _number_corrected(state: PersonState, wrong: PersonNumber, right: PersonNumber) -> PersonState:
    kept = tuple(one for one in state.numbers if one not in (wrong, right))
    former = tuple(one for one in state.former_numbers if one not in (wrong, right))
    return replace(state, numbers=(right, *kept), former_numbers=(*former, wrong))


def strongest(known: Protection, said: Protection) -> Protection:
    """Keep the strongest protection: neither silence nor a weaker word lifts it (OSL 22 kap.)."""
    return max(known, said, key=lambda one: _STRENGTH[one])
