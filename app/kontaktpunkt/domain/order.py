"""Which of a case's facts hold, and in what order they were said: whatever order they came in.

Corrections of one message are one utterance with it: the last word of it holds, in its place. A
cancellation takes the whole utterance away, until it is cancelled itself.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final
from uuid import UUID

from kontaktpunkt.domain.events.case import (
    AdmissionNoticed,
    DeathNoticed,
    Discharged,
    EmergencyStayNoticed,
    ExpectedDischargeNoticed,
    LeaveNoticed,
    NoticeCancelled,
    Noticed,
    PlanSummoned,
    ReadinessNoticed,
    ReadinessWithdrawn,
)
from kontaktpunkt.domain.states import CaseState, Fact
from kontaktpunkt.domain.times import Instant

_COURSE: Final = (
    EmergencyStayNoticed,
    AdmissionNoticed,
    ExpectedDischargeNoticed,
    LeaveNoticed,
    PlanSummoned,
    ReadinessNoticed,
    ReadinessWithdrawn,
    Discharged,
    DeathNoticed,
    NoticeCancelled,
)
"""The course of a stay: what was sent at the same instant is read in this order."""
_PLACE: Final[Mapping[type[Noticed], int]] = {kind: place for place, kind in enumerate(_COURSE)}

_Key = tuple[Instant, int, int]


def in_order(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Give the facts in the order that they were said; a correction stands where its original did.

    What does not say when it was sent stands where it came to us, and what was written down here
    afterwards stands where it happened.
    """
    if not any(map(_is_correction, facts)):
        return tuple(sorted(facts, key=_key))
    utterances = _utterances(facts)
    first: dict[UUID, Instant] = {}
    for fact in facts:
        root = utterances.get(fact.body.message, fact.body.message)
        first[root] = min(first.get(root, _sent(fact)), _sent(fact))

    def place(fact: Fact) -> tuple[Instant, int, Instant, int]:
        root = utterances.get(fact.body.message, fact.body.message)
        _, rank, message = _key(fact)
        return (first[root], rank, _sent(fact), message)

    return tuple(sorted(facts, key=place))


def void_messages(case: CaseState) -> frozenset[UUID]:
    """Give the messages whose words no longer hold here: corrected, cancelled, or moved away."""
    if not any(fact.body.replaces for fact in case.facts):
        return case.moved_away
    return case.moved_away | _corrected_here(case) | cancelled_messages(case)


def cancelled_messages(case: CaseState) -> frozenset[UUID]:
    """Give the messages that stand cancelled here, whichever word of an utterance was named."""
    there = _there(case)
    utterances = _utterances(there)
    gone = {
        utterances.get(message, message)
        for fact in _holding_cancellations(there, _corrected_here(case))
        for message in fact.body.replaces
        if message != fact.body.message
    }
    known = {message for fact in case.facts for message in (fact.body.message, *fact.body.replaces)}
    return frozenset(one for one in known if utterances.get(one, one) in gone)


def _there(case: CaseState) -> list[Fact]:
    return [fact for fact in case.facts if fact.body.message not in case.moved_away]


def _corrected_here(case: CaseState) -> frozenset[UUID]:
    there = _there(case)
    return frozenset(_corrected(there, _utterances(there)))


def _utterances(facts: Iterable[Fact]) -> Mapping[UUID, UUID]:
    """Give for each message of an utterance the one that stands for it (union-find)."""
    parent: dict[UUID, UUID] = {}

    def root(message: UUID) -> UUID:
        while parent.setdefault(message, message) != message:
            parent[message] = parent[parent[message]]
            message = parent[message]
        return message

    for fact in facts:
        if _is_correction(fact):
            for earlier in fact.body.replaces:
                one, other = sorted((root(fact.body.message), root(earlier)))
                parent[other] = one
    return {message: root(message) for message in tuple(parent)}


def _corrected(facts: Sequence[Fact], utterances: Mapping[UUID, UUID]) -> set[UUID]:
    """Give the messages that a correction stands in for; of a circle the newest holds."""
    corrected = {
        earlier
        for fact in facts
        if _is_correction(fact)
        for earlier in fact.body.replaces
        if earlier != fact.body.message
    }
    newest: dict[UUID, Fact] = {}
    alive: set[UUID] = set()
    for fact in facts:
        root = utterances.get(fact.body.message)
        if root is None:
            continue
        if fact.body.message not in corrected:
            alive.add(root)
        if root not in newest or _key(fact) > _key(newest[root]):
            newest[root] = fact
    return corrected - {fact.body.message for root, fact in newest.items() if root not in alive}


def _holding_cancellations(facts: Sequence[Fact], void: frozenset[UUID]) -> list[Fact]:
    """Give the cancellations that are not cancelled themselves, however many times over."""
    left = {
        fact.body.message: fact
        for fact in sorted(facts, key=_key, reverse=True)
        if isinstance(fact.body, NoticeCancelled) and fact.body.message not in void
    }
    against: dict[UUID, set[UUID]] = {message: set() for message in left}
    for message, fact in left.items():
        for earlier in fact.body.replaces:
            if earlier in against and earlier != message:
                against[earlier].add(message)
    holding: list[Fact] = []
    while left:
        settled = [message for message in left if not against[message] & left.keys()]
        for message in settled or list(left)[:1]:  # of a circle the newest holds
            fact = left.pop(message)
            holding.append(fact)
            for earlier in fact.body.replaces:
                left.pop(earlier, None)
    return holding


def _is_correction(fact: Fact) -> bool:
    return bool(fact.body.replaces) and not isinstance(fact.body, NoticeCancelled)


def _sent(fact: Fact) -> Instant:
    sent, stands = fact.body.sent_at, fact.body.stands_at
    told = fact.noted_at if sent is None else sent
    return told if stands is None else min(told, stands)


def _key(fact: Fact) -> _Key:
    """Order facts by when they were sent, then by the course of a stay, then by their message."""
    return (_sent(fact), _PLACE.get(type(fact.body), len(_COURSE)), fact.body.message.int)
