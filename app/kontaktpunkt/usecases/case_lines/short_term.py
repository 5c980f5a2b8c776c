"""What a line of a case says of a short stay: times only, for words may name somebody."""

from msgspec import Struct

from kontaktpunkt.domain.states import CaseState, ShortTermState
from kontaktpunkt.domain.times import Instant


class ShortTermLine(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What waits: since when she stands in the queue, decided when, a decision that holds until.

    `arrives_at` is when she is expected at a short stay that she has not come to.
    """

    applied_at: Instant | None = None
    decided_at: Instant | None = None
    valid_until: Instant | None = None
    arrival: bool = False
    arrives_at: Instant | None = None


def short_term_line(case: CaseState) -> ShortTermLine | None:
    """Say what waits about a short stay; None when nothing does."""
    said = case.short_term
    need, decision = said.waiting_need, said.waiting_decision
    coming = _is_coming(said)
    if need is None and decision is None and not coming:
        return None
    return ShortTermLine(
        applied_at=need.applied_at if need is not None else None,
        decided_at=need.decided_at if need is not None else None,
        valid_until=decision.granted.valid_until if decision is not None else None,
        arrival=coming,
        arrives_at=said.arrival.arrives_at if coming and said.arrival is not None else None,
    )


def _is_coming(said: ShortTermState) -> bool:
    """Say whether an arrival is planned that no stay has answered."""
    if said.arrival is None:
        return False
    planned = said.arrival.arrives_at
    return all(
        planned is not None and one.since < planned for one in said.stays if one.left_at is None
    )
