"""The rounds of calls to the wards (ringrundor) in a stop: when each is due, who answered."""

from collections.abc import Iterable, Sequence
from datetime import time, timedelta
from itertools import pairwise
from typing import Final

from msgspec import Struct

from kontaktpunkt.domain.events.outage import OutageCall, OutageCallMade
from kontaktpunkt.domain.times import MINUTE, Instant, at_local, local_day
from kontaktpunkt.usecases.outages.rows import OutageEntry

EARLY: Final = 15 * MINUTE
"""Who begins the round so long before its time rings in that round, not in the one before."""

LATE: Final = 30 * MINUTE
"""So long a round may take before it is said to be late."""

_SHORTEST: Final = 10 * MINUTE


class RoundPlan(Struct, frozen=True, kw_only=True):
    """When the wards are rung: at set times of the day, else every so many minutes, else never."""

    times: tuple[time, ...] = ()
    minutes: int | None = None


class Ward(Struct, frozen=True, kw_only=True):
    """A ward to ring, and how many of ours are there; protected persons are not counted."""

    name: str
    phone: str = ""
    people: int = 0


class RingWard(Struct, frozen=True, kw_only=True):
    """A ward in the round that is due: its last call in this round, and the one before that."""

    ward: Ward
    now: OutageEntry | None = None
    before: OutageEntry | None = None

    @property
    def answered(self) -> OutageCall | None:
        """Say what the ward answered in this round; None when it has not, or did not answer."""
        outcome = outcome_of(self.now)
        return None if outcome is OutageCall.NO_ANSWER else outcome


class PastRound(Struct, frozen=True, kw_only=True):
    """A round that has been: when it was due, how many wards answered, and how many did not."""

    due_at: Instant
    answered: int
    no_answer: int


class RoundsPage(Struct, frozen=True, kw_only=True):
    """The round that is due (None before a planned stop), the next one, and those that have been.

    A ward is left until it has answered in the round that is due; before the first one nobody is.
    """

    due_at: Instant | None = None
    next_at: Instant | None = None
    wards: tuple[RingWard, ...] = ()
    past: tuple[PastRound, ...] = ()

    @property
    def left(self) -> int:
        """Count the wards that are still to be rung, or rung again."""
        return sum(one.answered is None for one in self.wards) if self.due_at is not None else 0

    def is_late(self, now: Instant) -> bool:
        """Say whether the round that is due has taken too long."""
        return self.left > 0 and self.due_at is not None and now > self.due_at + LATE


def outcome_of(entry: OutageEntry | None) -> OutageCall | None:
    """Give what a call gave."""
    said = entry.said if entry is not None else None
    return said.outcome if isinstance(said, OutageCallMade) else None


def due_times(since: Instant, first: Instant, until: Instant, plan: RoundPlan) -> list[Instant]:
    """Give when rounds are due in a stop: at once, then at their times counted from its beginning.

    `first` is when it was declared, or when a planned one begins: who came in meanwhile is asked
    about then. A round that would come before that one may be late is left out. The last is the
    first one after `until`.
    """
    last = Instant(max(until, first + LATE))
    ahead = _set_times(since, last, plan) if plan.times else _every(since, last, plan.minutes)
    return [first, *(due for due in ahead if due > first + LATE)] if ahead else []


def rounds(
    wards: Sequence[Ward], calls: Sequence[OutageEntry], dues: Sequence[Instant], now: Instant
) -> RoundsPage:
    """Share the calls of a stop out among its rounds. What they rang about themselves is no answer.

    A call belongs to the round that was due when it was made, or was about to be.
    """
    ours = [entry for entry in calls if _is_ours(entry)]
    begun = [due for due in dues if due - EARLY <= now]
    coming = [due for due in dues if due - EARLY > now]
    current = begun[-1] if begun else None
    begins = current - EARLY if current is not None else 0
    past = [
        _past(due, [one for one in ours if due - EARLY <= one.at < after - EARLY])
        for due, after in pairwise(begun)
    ]
    return RoundsPage(
        due_at=current,
        next_at=coming[0] if coming else None,
        wards=tuple(_rung(ward, ours, Instant(begins)) for ward in wards),
        past=tuple(past),
    )


def _is_ours(entry: OutageEntry) -> bool:
    return isinstance(entry.said, OutageCallMade) and not entry.said.incoming


def _rung(ward: Ward, calls: Iterable[OutageEntry], begins: Instant) -> RingWard:
    """Find the last call to a ward in the round that is due, and the last one before that."""
    own = sorted((one for one in calls if _ward_of(one) == ward.name), key=lambda one: one.at)
    now = [one for one in own if one.at >= begins]
    before = [one for one in own if one.at < begins]
    return RingWard(ward=ward, now=now[-1] if now else None, before=before[-1] if before else None)


def _past(due: Instant, calls: Sequence[OutageEntry]) -> PastRound:
    answered = {_ward_of(one) for one in calls if outcome_of(one) is not OutageCall.NO_ANSWER}
    tried = {_ward_of(one) for one in calls}
    return PastRound(due_at=due, answered=len(answered), no_answer=len(tried - answered))


def _ward_of(entry: OutageEntry) -> str:
    return entry.said.ward if isinstance(entry.said, OutageCallMade) else ""


def _every(since: Instant, until: Instant, minutes: int | None) -> list[Instant]:
    if not minutes:
        return []
    step = max(minutes * MINUTE, _SHORTEST)
    count = max(0, until - since) // step + 1
    return [Instant(since + step * nth) for nth in range(1, count + 1)]


def _set_times(since: Instant, until: Instant, plan: RoundPlan) -> list[Instant]:
    found: list[Instant] = []
    day = local_day(since)
    while not found or found[-1] <= until:
        # A clock time that the spring skips is the same instant as one that it does not.
        found += [due for each in plan.times if (due := at_local(day, each)) > since]
        day += timedelta(days=1)
    after = next(place for place, due in enumerate(found) if due > until)
    return found[: after + 1]
