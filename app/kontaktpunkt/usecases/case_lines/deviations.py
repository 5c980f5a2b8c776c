"""What the row of a case says of deviations that were noted, and that nobody has reported yet."""

from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.states import CaseState
from kontaktpunkt.domain.times import Instant


class NotedDeviation(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A deviation that was noted in a case: when, and the code of what was not kept."""

    deviation: UUID
    at: Instant
    code: str = ""


def noted_deviations(case: CaseState) -> tuple[NotedDeviation, ...]:
    """Give ours that have no report and were not marked as sent, the oldest first."""
    found = [
        NotedDeviation(deviation=one.deviation, at=one.noted_at, code=one.code)
        for one in case.clock_facts.deviations
        if one.noted_at is not None
        and not one.theirs
        and one.report is None
        and one.sent_at is None
        and one.dropped_at is None
    ]
    return tuple(sorted(found, key=lambda one: (one.at, one.deviation.int)))
