"""When the region's system was down by a declared stop: nobody could look in it then."""

from typing import Final

from msgspec import Struct

from kontaktpunkt.domain.events.outage import OutageOf
from kontaktpunkt.domain.ledger.subjects import SubjectKind
from kontaktpunkt.domain.profile.watching import ExpectedCheck
from kontaktpunkt.domain.states import OutageState
from kontaktpunkt.domain.times import HOUR, Instant
from kontaktpunkt.usecases.keeping.listing import listed
from kontaktpunkt.usecases.ports import StoreView

_BACK: Final = 30 * 24 * HOUR
"""Stops declared longer ago than that, and ended, no longer matter to the watch."""


class Downtime(Struct, frozen=True):
    """From when a system was down, and until when; None while it still is."""

    since: Instant
    until: Instant | None = None

    def goes_on(self, now: Instant) -> bool:
        """Say whether it is down now."""
        return self.since <= now and self.until is None

    def excuses(self, check: ExpectedCheck) -> bool:
        """Say whether a look fell due while it was down, or it went down before it was late."""
        return self.since < check.late_at and (self.until is None or check.due < self.until)


def downtimes(store: StoreView, system: str, now: Instant) -> tuple[Downtime, ...]:
    """Give when a system was down lately; practice and what was taken back are no stops."""
    lately = listed(store, SubjectKind.OUTAGE, Instant(now - _BACK))
    older = listed(store, SubjectKind.OUTAGE, only_open=True)
    found = (_downtime(state, system) for state in dict((*older, *lately)).values())
    return tuple(one for one in found if one is not None)


def _downtime(state: OutageState, system: str) -> Downtime | None:
    facts = state.facts
    if facts is None or state.withdrawn is not None or state.exercise:
        return None
    if facts.of is not OutageOf.SOURCE or facts.system not in (system, ""):
        return None
    return Downtime(facts.since, state.over.at if state.over is not None else None)
