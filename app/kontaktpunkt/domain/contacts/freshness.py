"""How long a checked number is held to be good, and when its owner is to be reminded."""

from datetime import date, timedelta
from enum import StrEnum

from msgspec import Struct

from kontaktpunkt.domain.contacts.shapes import CallTestOutcome, Upkeep


class Freshness(StrEnum):
    """Whether a number can be relied on: checked, to be checked soon, old, or known not to hold."""

    WRONG = "wrong"
    NEVER = "never"
    OLD = "old"
    SOON = "soon"
    CHECKED = "checked"

    @property
    def is_old(self) -> bool:
        """Say whether a list with such a line is an old one."""
        return self in (Freshness.NEVER, Freshness.OLD)

    @property
    def is_to_check(self) -> bool:
        """Say whether its owner is to see to it."""
        return self is not Freshness.CHECKED


class PhoneKeeping(Struct, frozen=True, kw_only=True):
    """The municipality's days for its phone lists, and the day that it is.

    `good_days` None: nobody has said how long a check holds, only a best-before day ends it.
    """

    today: date
    good_days: int | None = None
    nag_days: int = 0

    def good_until(self, upkeep: Upkeep) -> date | None:
        """Give the last day on which a line is good; None where nothing says so."""
        if upkeep.best_before is not None or upkeep.verified_on is None:
            return upkeep.best_before
        if self.good_days is None:
            return None
        return upkeep.verified_on + timedelta(days=self.good_days)

    def freshness(self, upkeep: Upkeep, outcome: CallTestOutcome | None = None) -> Freshness:
        """Say how a line stands; `outcome` is that of the last test call to its number."""
        if outcome is CallTestOutcome.WRONG_NUMBER:
            return Freshness.WRONG
        if upkeep.verified_on is None:
            return Freshness.NEVER
        until = self.good_until(upkeep)
        if until is None:
            return Freshness.CHECKED
        if until < self.today:
            return Freshness.OLD
        soon = until - timedelta(days=self.nag_days) <= self.today
        return Freshness.SOON if soon else Freshness.CHECKED
