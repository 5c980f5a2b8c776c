"""Rows and pages of the SIP calendar: frozen, flat, ready to paint, print or export."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.events.plan import MeetingForm
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.rows import CaseRow


class PlanStanding(StrEnum):
    """How a meeting stands: set by us, only summoned to by the region, held, or called off."""

    SET = "set"
    SUMMONED = "summoned"
    HELD = "held"
    CANCELLED = "cancelled"


class PlanEntry(Struct, frozen=True, kw_only=True):
    """One meeting of the week. `plan` is None for what only the region's summons says.

    `form_words` is the region's own word for the form. `clash`: it overlaps another that the same
    person answers for or takes part in. `moved_from_summons`: the summons names another time.
    """

    case: CaseRow
    standing: PlanStanding
    at: Instant
    ends_at: Instant
    plan: UUID | None = None
    form: MeetingForm | None = None
    form_words: str = ""
    place: str = ""
    participants: tuple[str, ...] = ()
    consent: bool | None = None
    changes: int = 0
    clash: bool = False
    moved_from_summons: bool = False


class PlanDay(Struct, frozen=True, kw_only=True):
    """A local day with its meetings by time; `is_free` on Saturdays, Sundays and red days."""

    day: date
    is_free: bool
    entries: tuple[PlanEntry, ...] = ()


class AwaitsSummons(Struct, frozen=True, kw_only=True):
    """Somebody ready for discharge whom the region is to summon, by the end of which day."""

    case: CaseRow
    due: date


class PlanQuery(Struct, frozen=True, kw_only=True):
    """Which week (any day of it) and which unit ('' = all); never by help (PDL 2 kap. 8 §)."""

    day: date
    unit: str = ""


class PlanWeek(Struct, frozen=True, kw_only=True):
    """A week from Monday on. `untimed` are summoned without a time; `awaiting` are not summoned.

    Source: 2017:612 4 kap. 3 § (summons within three days after the readiness notice).
    """

    at: Instant
    days: tuple[PlanDay, ...]
    unit: str = ""
    units: tuple[str, ...] = ()
    untimed: tuple[CaseRow, ...] = ()
    awaiting: tuple[AwaitsSummons, ...] = ()

    @property
    def entries(self) -> tuple[PlanEntry, ...]:
        """Give all meetings of the week by time."""
        return tuple(entry for day in self.days for entry in day.entries)

    @property
    def people(self) -> int:
        """Count the persons that the page shows."""
        cases = {entry.case.case for entry in self.entries}
        cases |= {row.case for row in self.untimed} | {one.case.case for one in self.awaiting}
        return len(cases)
