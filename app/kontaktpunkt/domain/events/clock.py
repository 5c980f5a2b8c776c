"""What happens to the clocks of a case: paused, resumed, answered, and what they are judged on."""

from datetime import date
from uuid import UUID

from kontaktpunkt.domain.calendar.clock_kind import ClockKind
from kontaktpunkt.domain.care_kind import Care, RegionalServices
from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.domain.times import Instant


class ClockPaused(Body, frozen=True, kw_only=True):
    """We wait for somebody else, and a clock of ours stands still until then.

    `deviation` says which deviation's answer; None for the planning answer.
    """

    clock: ClockKind
    waiting_for: str = ""
    reason: str = ""
    deviation: UUID | None = None


class ClockResumed(Body, frozen=True, kw_only=True):
    """What we waited for has come, and the clock goes on."""

    clock: ClockKind
    deviation: UUID | None = None


class PlanningAnswered(Body, frozen=True, kw_only=True):
    """We answered in the region's system what we can plan for (planeringssvar)."""


class ConditionsJudged(Body, frozen=True, kw_only=True):
    """Somebody said what payment liability hangs on; None and "" are not said.

    Lag 2017:612 2 kap. 3 § (need judged), 5 kap. 2 § (placing municipality), 3 § (SIP), 5 § (what
    regional outpatient care answers for).
    """

    sip_needed: bool | None = None
    regional_services: RegionalServices | None = None
    care: Care | None = None
    placing_municipality: str = ""
    need_judged_at: Instant | None = None


class DeviationSent(Body, frozen=True, kw_only=True):
    """A deviation of ours was sent; `deviation` is the event that noted it.

    The time to answer counts from `received_at` where it is known, else from when it was sent;
    `answer_by` is a day agreed on for the answer.
    """

    deviation: UUID
    received_at: Instant | None = None
    answer_by: date | None = None


class DeviationReported(Body, frozen=True, kw_only=True):
    """A report of a deviation was begun: of one that the case had noted, or of its own.

    `deviation` is the event that noted it, else the same as `report`; `code` is what was not kept.
    """

    deviation: UUID
    report: UUID
    code: str = ""


class DeviationDropped(Body, frozen=True, kw_only=True):
    """Its report was withdrawn, or closed without an answer: nothing is waited for any more."""

    deviation: UUID


class DeviationReceived(Body, frozen=True, kw_only=True):
    """The other side sent us a deviation, and waits for our answer."""

    code: str = ""
    text: str = ""


class DeviationAnswered(Body, frozen=True, kw_only=True):
    """The answer to a deviation was given; `deviation` is the event that noted or received it."""

    deviation: UUID
