"""Fold of what ties a subject to others: joinings add, partings take away by the joining's act."""

from collections.abc import Sequence
from typing import Final

from kontaktpunkt.domain.events.joining import (
    CasesJoined,
    CasesKeptApart,
    PersonsJoined,
    PersonsKeptApart,
)
from kontaktpunkt.domain.ledger.envelope import Event
from kontaktpunkt.domain.states.joining import Join, Ties

JOININGS: Final = (PersonsJoined, PersonsKeptApart, CasesJoined, CasesKeptApart)
"""The events that tie a subject to another, or say that it is another."""


def ties_of(told: Sequence[Event]) -> Ties:
    """Give what ties a subject to others; the order of the events plays no part.

    Two who join the same pair while apart make two joinings, and it takes two takings back to
    part them: nobody's word is lost by another's regret.
    """
    joins: set[Join] = set()
    parted: set[Join] = set()
    for event in told:
        here = event.envelope.subject.id
        match event.body:
            case PersonsJoined(into=one, joined=two) | CasesJoined(into=one, joined=two):
                joins.add(Join(two if one == here else one, event.envelope.act_id))
            case (
                PersonsKeptApart(one=one, other=two, parts=parts)
                | CasesKeptApart(one=one, other=two, parts=parts)
            ):
                parted.update(Join(two if one == here else one, act) for act in parts)
            case _:
                pass
    apart = {
        event.body.other if event.body.one == event.envelope.subject.id else event.body.one
        for event in told
        if isinstance(event.body, PersonsKeptApart | CasesKeptApart)
    }
    return Ties(joins=tuple(sorted(joins - parted)), apart=frozenset(apart))
