"""Rules for joining what was met twice, and for keeping apart what only looks the same."""

from typing import Final
from uuid import UUID

from kontaktpunkt.domain.commands import (
    JoinCases,
    JoinPersons,
    KeepCasesApart,
    KeepPersonsApart,
)
from kontaktpunkt.domain.decide.ground import Decision, Ground, Happening, Rules, refuse
from kontaktpunkt.domain.events.joining import (
    CasesJoined,
    CasesKeptApart,
    PersonsJoined,
    PersonsKeptApart,
)
from kontaktpunkt.domain.joining.offers import cannot_be_one
from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.domain.ledger.subjects import Subject, case_subject, person_subject
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.states import CaseState, PersonState, Ties
from kontaktpunkt.domain.times import local_day


def join_persons(ground: Ground, wish: JoinPersons) -> Decision:
    """Join two persons; two who go by different valid personnummer are never one."""
    both = _persons(ground, wish.person, wish.other_person)
    if isinstance(both, Refused):
        return both
    one, other = both
    if one.ties.acts_with(wish.other_person):
        return refuse(RefusalReason.ALREADY_JOINED)
    if cannot_be_one(one, other, local_day(ground.now)):
        return refuse(RefusalReason.NOT_SAME_PERSON)
    body = PersonsJoined(into=wish.person, joined=wish.other_person)
    return _on_both(ground, body, person_subject(wish.person), person_subject(wish.other_person))


def keep_persons_apart(ground: Ground, wish: KeepPersonsApart) -> Decision:
    """Remember that two persons are two; a joining of just these two holds no more."""
    both = _persons(ground, wish.person, wish.other_person)
    if isinstance(both, Refused):
        return both
    parts = _parts(both[0].ties, wish.other_person)
    if isinstance(parts, Refused):
        return parts
    body = PersonsKeptApart(one=wish.person, other=wish.other_person, parts=parts)
    return _on_both(ground, body, person_subject(wish.person), person_subject(wish.other_person))


def join_cases(ground: Ground, wish: JoinCases) -> Decision:
    """Join two cases of one person; that the persons are one is for the use case to see to."""
    both = _cases(ground, wish.case, wish.other_case)
    if isinstance(both, Refused):
        return both
    if both[0].ties.acts_with(wish.other_case):
        return refuse(RefusalReason.ALREADY_JOINED)
    body = CasesJoined(into=wish.case, joined=wish.other_case)
    return _on_both(ground, body, case_subject(wish.case), case_subject(wish.other_case))


def keep_cases_apart(ground: Ground, wish: KeepCasesApart) -> Decision:
    """Remember that two cases are two stays; a joining of just these two holds no more."""
    both = _cases(ground, wish.case, wish.other_case)
    if isinstance(both, Refused):
        return both
    parts = _parts(both[0].ties, wish.other_case)
    if isinstance(parts, Refused):
        return parts
    body = CasesKeptApart(one=wish.case, other=wish.other_case, parts=parts)
    return _on_both(ground, body, case_subject(wish.case), case_subject(wish.other_case))


def _persons(ground: Ground, one: UUID, other: UUID) -> tuple[PersonState, PersonState] | Refused:
    if one == other:
        return refuse(RefusalReason.SAME_PERSON)
    here, there = ground.person(one), ground.person(other)
    if isinstance(here, Refused):
        return here
    return there if isinstance(there, Refused) else (here, there)


def _cases(ground: Ground, one: UUID, other: UUID) -> tuple[CaseState, CaseState] | Refused:
    if one == other:
        return refuse(RefusalReason.ALREADY_JOINED)
    here, there = ground.case(one), ground.case(other)
    if isinstance(here, Refused):
        return here
    return there if isinstance(there, Refused) else (here, there)


def _parts(ties: Ties, other: UUID) -> tuple[UUID, ...] | Refused:
    """Name the acts of joining that are to hold no more; nothing to say twice."""
    acts = ties.acts_with(other)
    return acts if acts or other not in ties.apart else refuse(RefusalReason.ALREADY_APART)


def _on_both(ground: Ground, body: Body, one: Subject, other: Subject) -> Decision:
    return (Happening(one, body, ground.now), Happening(other, body, ground.now))


RULES: Final[Rules] = {
    JoinPersons: join_persons,
    KeepPersonsApart: keep_persons_apart,
    JoinCases: join_cases,
    KeepCasesApart: keep_cases_apart,
}
"""The rule of each wish about this."""
