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
    when we were told). Of two papers that are matched with one message the first holds; one that
    was moved away stands alone again.
    """
    state = with_one_of_each_paper(state)
    held = _holding(state, matches)
    if not held:
        return state
    by_message = {fact.body.message: fact for fact in state.facts}
    hidden = frozenset[UUID]().union(*(_with_earlier(one.paper, by_message) for one in held))
    facts = tuple(
        _one(fact, [one for one in held if one.message == fact.body.message], by_message)
        for fact in state.facts
    )
    here = hidden & by_message.keys()
    return replace(state, facts=facts, moved_away=state.moved_away | here, twins=tuple(held))


def with_one_of_each_paper(state: CaseState) -> CaseState:
    """Let the latest entry of a paper hold that was entered at two desks that knew of no other.

    Of one kind, and that none of them corrects: what a later entry corrects is void already.
    """
    last: dict[tuple[UUID, type[Noticed]], Fact] = {}
    doubled: dict[UUID, UUID] = {}
    named = {message for fact in state.facts for message in fact.body.replaces}
    for fact in state.facts:
        message, sheet = fact.body.message, fact.body.sheet
        if sheet is None or message in named or message in state.moved_away:
            continue
        before = last.get((sheet, type(fact.body)))
        if before is not None:
            doubled[before.body.message] = message
        last[sheet, type(fact.body)] = fact
    if not doubled:
        return state
    pairs = tuple(sorted(doubled.items()))
    return replace(state, moved_away=state.moved_away | doubled.keys(), doubled=pairs)


def _holding(state: CaseState, matches: Sequence[SheetTwinMatched]) -> list[SheetTwinMatched]:
    held: list[SheetTwinMatched] = []
    entered_twice = {message for message, _ in state.doubled}
    for match in matches:
        away = ({match.message, match.paper} & state.moved_away) - entered_twice
        taken = any(
            one.paper == match.paper or (one.message == match.message and one.sheet != match.sheet)
            for one in held
        )
        if not away and not taken:
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


def _one(fact: Fact, twins: list[SheetTwinMatched], by_message: Mapping[UUID, Fact]) -> Fact:
    """Give the one fact of a message and its likes on paper; one without any as it is."""
    for match in twins:
        told = [at for at in (fact.body.sent_at, match.told_at) if at is not None]
        body = replace(fact.body, sent_at=min(told) if told else None)
        paper = by_message.get(match.paper)
        if paper is None or type(paper.body) is not type(body):
            fact = Fact(fact.noted_at, body)
        else:
            fact = Fact(min(fact.noted_at, paper.noted_at), _filled(body, paper.body))
    return fact


def _filled(body: Noticed, paper: Noticed) -> Noticed:
    """Fill in what the electronic one leaves empty."""
    more: dict[str, Any] = {
        name: getattr(paper, name)
        for name in body.__struct_fields__
        if name not in _OWN and getattr(body, name) in (None, "")
    }
    return replace(body, **more)
