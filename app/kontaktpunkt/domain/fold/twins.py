"""What a message and its like from a paper (reservrutin) are together: one fact of the case."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from msgspec.structs import replace

from kontaktpunkt.domain.events.case import Noticed
from kontaktpunkt.domain.events.sheet import SheetTwinMatched
from kontaktpunkt.domain.states import CaseState, Fact

_OWN = frozenset({"message", "replaces", "stay_ids", "stands_at", "sent_at", "sheet"})
"""What a fact says of its own message, and never of its like."""


def with_twins(state: CaseState, matches: Sequence[SheetTwinMatched]) -> CaseState:
    """Let each pair be one fact: the electronic one holds, told when we first were told of it.

    What it leaves empty the paper fills in (lag 2017:612 5 kap. 4 §: the payment clock counts from
    when we were told). Of two who match one message with several the first holds; one that was
    moved away stands alone again.
    """
    held = _holding(state, matches)
    if not held:
        return state
    by_message = {fact.body.message: fact for fact in state.facts}
    hidden = frozenset[UUID]().union(*(_with_earlier(one.paper, by_message) for one in held))
    twins = {one.message: one for one in held}
    facts = tuple(
        _one(fact, by_message.get(twins[fact.body.message].paper), twins[fact.body.message])
        if fact.body.message in twins
        else fact
        for fact in state.facts
    )
    here = hidden & by_message.keys()
    return replace(state, facts=facts, moved_away=state.moved_away | here, twins=tuple(held))


def _holding(state: CaseState, matches: Sequence[SheetTwinMatched]) -> list[SheetTwinMatched]:
    held: list[SheetTwinMatched] = []
    for match in matches:
        away = {match.message, match.paper} & state.moved_away
        said = any(one.message == match.message or one.paper == match.paper for one in held)
        if not away and not said:
            held.append(match)
    return held


def _with_earlier(paper: UUID, by_message: Mapping[UUID, Fact]) -> frozenset[UUID]:
    """Give the message of a paper with those that it corrected: one utterance."""
    found: set[UUID] = set()
    to_see = [paper]
    while to_see:
        one = to_see.pop()
        if one not in found:
            found.add(one)
            fact = by_message.get(one)
            to_see += fact.body.replaces if fact is not None else ()
    return frozenset(found)


def _one(fact: Fact, paper: Fact | None, match: SheetTwinMatched) -> Fact:
    """Give the one fact of both."""
    told = [at for at in (fact.body.sent_at, match.told_at) if at is not None]
    body = replace(fact.body, sent_at=min(told) if told else None)
    if paper is None or type(paper.body) is not type(fact.body):
        return Fact(fact.noted_at, body)
    return Fact(min(fact.noted_at, paper.noted_at), _filled(body, paper.body))


def _filled(body: Noticed, paper: Noticed) -> Noticed:
    """Fill in what the electronic one leaves empty."""
    more: dict[str, Any] = {
        name: getattr(paper, name)
        for name in body.__struct_fields__
        if name not in _OWN and getattr(body, name) in (None, "")
    }
    return replace(body, **more)
