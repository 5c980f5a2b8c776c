"""Rules for what may be said about a person."""

from typing import Final

from kontaktpunkt.domain.commands import (
    CorrectNumber,
    DescribePerson,
    LiftProtection,
    SetWithUs,
)
from kontaktpunkt.domain.decide.ground import Decision, Ground, Happening, Rules, refuse
from kontaktpunkt.domain.events.person import (
    PersonDescribed,
    PersonNumberCorrected,
    ProtectionLifted,
    WithUsSet,
)
from kontaktpunkt.domain.fold.person import only_new
from kontaktpunkt.domain.ledger.subjects import person_subject
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.states import PersonState


def describe(ground: Ground, wish: DescribePerson) -> Decision:
    """Add what is new about a person; somebody not known before becomes known by it."""
    state = ground.states.get(person_subject(wish.person))
    known = state if isinstance(state, PersonState) else PersonState()
    fresh = only_new(known, wish.facts)
    if fresh is None:
        return ()
    body = PersonDescribed(facts=fresh)
    return (Happening(person_subject(wish.person), body, ground.now),)


def correct_number(ground: Ground, wish: CorrectNumber) -> Decision:
    """Put the right number in place of a wrong one."""
    state = ground.person(wish.person)
    if isinstance(state, Refused):
        return state
    if wish.wrong == wish.right:
        return refuse(RefusalReason.SAME_NUMBER)
    if wish.wrong not in state.numbers:
        return refuse(RefusalReason.NOT_FOUND)
    body = PersonNumberCorrected(wrong=wish.wrong, right=wish.right)
    return (Happening(person_subject(wish.person), body, ground.now),)


def set_with_us(ground: Ground, wish: SetWithUs) -> Decision:
    """Write down who the person is with us."""
    state = ground.person(wish.person)
    if isinstance(state, Refused):
        return state
    if state.with_us == wish.with_us:
        return ()
    return (Happening(person_subject(wish.person), WithUsSet(with_us=wish.with_us), ground.now),)


def lift_protection(ground: Ground, wish: LiftProtection) -> Decision:
    """Write down that a protection was lifted; nobody does so without saying on what ground."""
    state = ground.person(wish.person)
    if isinstance(state, Refused):
        return state
    if not state.is_protected:
        return refuse(RefusalReason.NOT_PROTECTED)
    if not wish.reason.strip():
        return refuse(RefusalReason.EMPTY_TEXT)
    body = ProtectionLifted(reason=wish.reason.strip())
    return (Happening(person_subject(wish.person), body, ground.now),)


RULES: Final[Rules] = {
    DescribePerson: describe,
    CorrectNumber: correct_number,
    LiftProtection: lift_protection,
    SetWithUs: set_with_us,
}
"""The rule of each wish about this."""
