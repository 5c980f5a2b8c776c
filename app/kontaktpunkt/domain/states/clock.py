"""What the clocks of a case stand on besides its messages; the same in whatever order it came."""

from datetime import date
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.calendar.clock_kind import ClockKind
from kontaktpunkt.domain.care_kind import Care, RegionalServices
from kontaktpunkt.domain.events.clock import ConditionsJudged
from kontaktpunkt.domain.times import Instant


class ClockTurn(Struct, frozen=True, order=True):
    """A clock was stopped (`pauses`) or went on, by which event; the order is that of time."""

    at: Instant
    event: UUID
    clock: ClockKind
    pauses: bool
    deviation: UUID | None = None
    waiting_for: str = ""
    reason: str = ""


class DeviationState(Struct, frozen=True, kw_only=True):
    """A deviation: noted by us and perhaps sent, or received from the other side (`theirs`).

    `noted_at` is None as long as only later words of it have reached this desk. `report` is the
    report that was begun of it; once `dropped_at` nothing is waited for.
    """

    deviation: UUID
    code: str = ""
    text: str = ""
    theirs: bool = False
    noted_at: Instant | None = None
    sent_at: Instant | None = None
    received_at: Instant | None = None
    answered_at: Instant | None = None
    report: UUID | None = None
    answer_by: date | None = None
    dropped_at: Instant | None = None


class Judgement(Struct, frozen=True):
    """What somebody said of the conditions, when and by which event."""

    at: Instant
    event: UUID
    said: ConditionsJudged


class Conditions(Struct, frozen=True, kw_only=True):
    """What is known of the conditions; None and "" mean that nobody has said it."""

    sip_needed: bool | None = None
    regional_services: RegionalServices | None = None
    care: Care | None = None
    placing_municipality: str = ""
    need_judged_at: Instant | None = None


class ClockFacts(Struct, frozen=True, kw_only=True):
    """All of it for one case: turns and judgements by time, deviations by id, answers by time."""

    turns: tuple[ClockTurn, ...] = ()
    deviations: tuple[DeviationState, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    planning_answers: tuple[Instant, ...] = ()

    @property
    def conditions(self) -> Conditions:
        """Give what is known: of each condition the last word."""
        known: dict[str, object] = {}
        for judgement in self.judgements:
            for name in judgement.said.__struct_fields__:
                value = getattr(judgement.said, name)
                if value is not None and value != "":
                    known[name] = value
        return Conditions(**known)  # pyright: ignore[reportArgumentType]  the fields are the same
