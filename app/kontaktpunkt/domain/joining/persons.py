"""What is shown of persons who are one: the strongest number first, each field's latest word."""

from collections.abc import Sequence
from functools import reduce
from typing import Final

from msgspec.structs import replace

from kontaktpunkt.domain.fold.person import LATEST_HOLDS, by_strength, strongest
from kontaktpunkt.domain.person.facts import NumberKind, PersonNumber
from kontaktpunkt.domain.states import PersonState
from kontaktpunkt.domain.times import Instant

_GIVES_WAY: Final = (
    NumberKind.NATIONAL_RESERVE,
    NumberKind.LOCAL_RESERVE,
    NumberKind.FOREIGN,
    NumberKind.UNCHECKED,
)
"""Numbers that stood in for a personnummer: when it is known they are former ones."""
_CIVIL: Final = (NumberKind.PERSONAL, NumberKind.COORDINATION)


def as_one(states: Sequence[PersonState]) -> PersonState:
    """Show several persons who are one as one, the leading one first; one alone as she is.

    Of each field the word said last holds, in whomever it was said; the strongest protection holds
    (OSL 22 kap. 1 §), and death in one is death in all.
    """
    return reduce(_together, states[1:], states[0]) if len(states) > 1 else states[0]


def gave_way(state: PersonState) -> PersonState:
    """Show reserve numbers as former ones once a personnummer is known."""
    if state.number is None or state.number.kind not in _CIVIL:
        return state
    former = tuple(one for one in state.numbers if one.kind in _GIVES_WAY)
    return replace(
        state,
        numbers=tuple(one for one in state.numbers if one not in former),
        former_numbers=(*former, *state.former_numbers),
    )


def _together(one: PersonState, other: PersonState) -> PersonState:
    if one.voided != other.voided:  # what was taken back says nothing beside what holds
        holds, gone = (other, one) if one.voided else (one, other)
        return replace(
            holds,
            protection=strongest(one.protection, other.protection),
            ties=one.ties,
            frozen=holds.frozen or gone.frozen,
        )
    said, theirs = dict(one.said_at), dict(other.said_at)
    later = {
        field: getattr(other, field)
        for field in LATEST_HOLDS
        if getattr(other, field) and _is_later(field, said, theirs, has=bool(getattr(one, field)))
    }
    said |= {field: theirs[field] for field in later if field in theirs}
    return replace(
        one,
        numbers=_numbers(one, other),
        former_numbers=_union(one.former_numbers, other.former_numbers),
        protection=strongest(one.protection, other.protection),
        deceased=one.deceased or other.deceased,
        said_at=tuple(sorted(said.items())),
        frozen=one.frozen or other.frozen,
        **later,
    )


def _is_later(
    field: str, said: dict[str, Instant], theirs: dict[str, Instant], *, has: bool
) -> bool:
    if not has:
        return True
    return theirs.get(field, Instant(0)) > said.get(field, Instant(0))


def _numbers(one: PersonState, other: PersonState) -> tuple[PersonNumber, ...]:
    """Keep all numbers, the strongest first; one that either corrected away stays away."""
    former = {*one.former_numbers, *other.former_numbers}
    both = _union(one.numbers, other.numbers)
    held = [each for each in both if each not in former] or both
    return tuple(sorted(held, key=by_strength))


def _union(
    one: tuple[PersonNumber, ...], other: tuple[PersonNumber, ...]
) -> tuple[PersonNumber, ...]:
    return tuple(dict.fromkeys((*one, *other)))
