"""What one clock of a case says: what it counts, whose turn it is, by which rule and source."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.calendar.clock_kind import ClockKind
from kontaktpunkt.domain.calendar.deadlines import Rule, StartingFact
from kontaktpunkt.domain.payment import NoLiability
from kontaktpunkt.domain.profile import Certainty, LayerKind, PaymentModel, RuleProfile
from kontaktpunkt.domain.times import Instant


class Owes(StrEnum):
    """Whose turn it is; what others owe us is waited for and never late for us."""

    US = "us"
    REGION = "region"
    NOBODY = "nobody"


class ClockGap(StrEnum):
    """What is missing when a clock does not run, or why it need not."""

    NO_ADMISSION_NOTICE = "no_admission_notice"
    NO_ADMISSION_TIME = "no_admission_time"
    NO_SENDING_TIME = "no_sending_time"
    NO_READINESS_NOTICE = "no_readiness_notice"
    NO_DISCHARGE_TIME = "no_discharge_time"
    NO_ARRIVAL_TIME = "no_arrival_time"
    NO_RULE_CONFIRMED = "no_rule_confirmed"
    SIP_NOT_JUDGED = "sip_not_judged"
    SIP_NOT_NEEDED = "sip_not_needed"
    NOT_SENT = "not_sent"
    NO_LONGER_NEEDED = "no_longer_needed"


class PastReason(StrEnum):
    """Why a readiness notice that once stood starts nothing any longer."""

    WITHDRAWN = "withdrawn"
    CORRECTED = "corrected"
    CANCELLED = "cancelled"
    REPEATED = "repeated"
    WENT_HOME = "went_home"


class OpenQuestion(StrEnum):
    """A condition of payment liability that nobody has said anything about."""

    SIP = "sip"
    REGIONAL_SERVICES = "regional_services"
    ADMISSION_SENT = "admission_sent"


class Counting(StrEnum):
    """The kind of time that a clock counts in; weekdays are Monday to Friday that are not red."""

    ELAPSED = "elapsed"
    WEEKDAYS = "weekdays"
    CALENDAR = "calendar"


class ClockStatus(StrEnum):
    """How a clock stands at a given time."""

    NOT_RUNNING = "not_running"
    RUNNING = "running"
    PAUSED = "paused"
    OVERDUE = "overdue"
    MET = "met"
    MET_LATE = "met_late"
    PAST = "past"


class ClockSource(Struct, frozen=True, kw_only=True):
    """The value of the profile that a clock counts by, and what that profile has it from."""

    key: str
    value: str = ""
    profile: str = ""
    layer: LayerKind = LayerKind.LAW
    source: str = ""
    certainty: Certainty = Certainty.UNVERIFIED


class CaseClock(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One clock of a case; times in microseconds UTC, None = not known.

    `message` started it and was sent at `sent_at`; it counts from `started_at`, by `counted_from`.
    `due_at` is the last instant that is in time and `due_day` the day where the rule speaks of days
    (for `PAYMENT_START` the first day of liability). `stopped_at` is when what it waits for
    happened, told by `stopped_by`. Without `due_at` a clock tells an age, or `gap` or `hindrance`
    says why it does not run. While it stands still `paused_at` says since when, `left` the
    microseconds that it had to go, and `waiting_for` on what. `paused` sums up earlier pauses.
    `report` is the report that was begun of a deviation.
    """

    kind: ClockKind
    owes: Owes
    rule: Rule | None = None
    source: ClockSource | None = None
    counting: Counting = Counting.ELAPSED
    message: UUID | None = None
    sent_at: Instant | None = None
    counted_from: StartingFact | None = None
    started_at: Instant | None = None
    due_at: Instant | None = None
    due_day: date | None = None
    stopped_at: Instant | None = None
    stopped_by: UUID | None = None
    gap: ClockGap | None = None
    hindrance: NoLiability | None = None
    past: PastReason | None = None
    paused_at: Instant | None = None
    left: int | None = None
    paused: int = 0
    waiting_for: str = ""
    deviation: UUID | None = None
    report: UUID | None = None
    about: str = ""
    payer: str = ""
    model: PaymentModel | None = None
    open_questions: tuple[OpenQuestion, ...] = ()

    @property
    def can_pause(self) -> bool:
        """Say whether we may stop it now: ours, running, and not answered."""
        from_us = self.kind in (ClockKind.PLANNING_ANSWER, ClockKind.DEVIATION_ANSWER)
        return from_us and self.due_at is not None and self.stopped_at is None

    def status(self, now: Instant) -> ClockStatus:
        """Say how the clock stands."""
        if self.past is not None:
            return ClockStatus.PAST
        if self.gap is not None or self.hindrance is not None:
            return ClockStatus.NOT_RUNNING
        if self.paused_at is not None and self.stopped_at is None:
            return ClockStatus.PAUSED
        if self.kind is ClockKind.PAYMENT_START or self.due_at is None:
            return ClockStatus.RUNNING if self.stopped_at is None else ClockStatus.MET
        if self.stopped_at is not None:
            return ClockStatus.MET if self.stopped_at <= self.due_at else ClockStatus.MET_LATE
        return ClockStatus.RUNNING if now <= self.due_at else ClockStatus.OVERDUE

    def is_late_for_us(self, now: Instant) -> bool:
        """Say whether we are late: what others owe us never is."""
        return self.owes is Owes.US and self.status(now) is ClockStatus.OVERDUE


class ClockTerms(Struct, frozen=True, kw_only=True):
    """The rules that clocks are counted by, and where the person is registered."""

    profile: RuleProfile
    is_red: Callable[[date], bool]
    home_municipality: str = ""

    def source(self, key: str, on: date | None) -> ClockSource:
        """Give what the profile says about a key, and from where."""
        said = self.profile.value(key, on)
        return ClockSource(
            key=key,
            value="" if said.value is None else said.json_text,
            profile=said.layer.title,
            layer=said.layer.kind,
            source=said.source,
            certainty=said.certainty,
        )

    def count(self, key: str, on: date | None) -> int | None:
        """Give a whole number of the profile; None where nobody has confirmed it."""
        value = self.profile.value(key, on).value
        return value if isinstance(value, int) and not isinstance(value, bool) else None
