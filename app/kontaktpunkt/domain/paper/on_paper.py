"""Whether what came in the system was told on a numbered paper before (reservrutin)."""

from typing import Final
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.states import CaseState, Fact
from kontaktpunkt.domain.stay import valid_facts
from kontaktpunkt.domain.times import HOUR, Instant

NEAR: Final = 7 * 24 * HOUR
"""So far from the call a message of the same kind may still be the same (a weekend's stop)."""


class OnPaper(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The numbered paper on which a message came too: `joined` when somebody has said so.

    `told_at` is when we were told by it.
    """

    sheet: UUID
    number: str
    told_at: Instant | None = None
    joined: bool = False


def paper_of(case: CaseState | None, message: UUID) -> OnPaper | None:
    """Give the paper that a message came on too, or that is of the same kind and near in time."""
    if case is None:
        return None
    for twin in case.twins:
        if twin.message == message:
            return OnPaper(sheet=twin.sheet, number=twin.number, told_at=twin.told_at, joined=True)
    facts = valid_facts(case) if any(fact.body.sheet for fact in case.facts) else ()
    here = next((fact for fact in facts if fact.body.message == message), None)
    if here is None or here.body.sheet is not None:
        return None
    near = [fact for fact in facts if _is_like(fact, here)]
    if not near:
        return None
    nearest = min(near, key=lambda fact: (distance(fact, here), fact.body.message.int))
    sheet = nearest.body.sheet
    if sheet is None:
        return None
    body = nearest.body
    return OnPaper(sheet=sheet, number=body.paper_number, told_at=body.sent_at)


def distance(one: Fact, other: Fact) -> int:
    """Give how far apart two were said, in microseconds."""
    return abs(said(one) - said(other))


def said(fact: Fact) -> Instant:
    """Give when something was said: sent, else when it came to us."""
    return fact.noted_at if fact.body.sent_at is None else fact.body.sent_at


def _is_like(paper: Fact, here: Fact) -> bool:
    """Say whether what stands on a paper may be what came in the system."""
    same = paper.body.sheet is not None and type(paper.body) is type(here.body)
    return same and distance(paper, here) <= NEAR
