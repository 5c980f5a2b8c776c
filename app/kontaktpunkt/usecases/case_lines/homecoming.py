"""What the row of a case says of its homecoming: readiness, obstacles, payment, meetings."""

from datetime import date
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.clocks.clock import ClockGap
from kontaktpunkt.domain.events.homecoming import Destination, Travel
from kontaktpunkt.domain.events.meeting import ReviewDecision
from kontaktpunkt.domain.events.plan import MeetingForm
from kontaktpunkt.domain.payment.reasons import NoLiability
from kontaktpunkt.domain.side import Side
from kontaktpunkt.domain.times import Instant


class ObstacleLine(Struct, frozen=True, omit_defaults=True):
    """One obstacle that stands in the way: which, on whose side, since when."""

    obstacle: UUID
    code: str
    side: Side
    since: Instant
    text: str = ""


class ReviewLine(Struct, frozen=True, omit_defaults=True):
    """What a meeting decided: which meeting, what, when, with its line of text."""

    name: str
    decision: ReviewDecision
    at: Instant
    text: str = ""
    expected: Instant | None = None


class PaymentLine(Struct, frozen=True, omit_defaults=True):
    """The first day of payment liability, or why it does not run.

    `only_basis`: the region counts an average, or its model is not confirmed: the day is the
    statute's own (5 kap. 4 §) and underlag, not a debt of ours.
    """

    day: date | None = None
    gap: ClockGap | None = None
    hindrance: NoLiability | None = None
    only_basis: bool = False


class RestartLine(Struct, frozen=True, omit_defaults=True):
    """A service that starts again: from which visit, and when that is."""

    service: str
    from_visit: str = ""
    first_at: Instant | None = None


class PlanLine(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A SIP of the case, still to be held, held or called off; `changes` counts its moves."""

    plan: UUID
    meeting_at: Instant
    ends_at: Instant
    form: MeetingForm
    place: str = ""
    participants: tuple[str, ...] = ()
    consent: bool | None = None
    held: bool = False
    cancelled: bool = False
    changes: int = 0


class SummonsLine(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the region's summons to a SIP says, in its own words; `due` when none has come yet.

    Source: 2017:612 4 kap. 3 § (within three days after the readiness notice).
    """

    came: bool = False
    meeting_at: Instant | None = None
    form: str = ""
    place: str = ""
    participants: tuple[str, ...] = ()
    due: date | None = None


class HomecomingLine(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How far the homecoming of a case is; readiness items by their code in the profile.

    `done` holds also what is not needed, `missing` what somebody said is missing; the profile's
    other items are not known. `reviews` are those of the last two days on which meetings spoke of
    the person, in order of time. `withdrawn_at` is when it came to us that she is not ready after
    all, while she is called home and has not left.
    """

    done: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    obstacles: tuple[ObstacleLine, ...] = ()
    paused: tuple[str, ...] = ()
    destination: Destination | None = None
    place: str = ""
    called_at: Instant | None = None
    expected_home: Instant | None = None
    withdrawn_at: Instant | None = None
    met_by: str = ""
    travel: Travel | None = None
    starts: str = ""
    restarts: tuple[RestartLine, ...] = ()
    left_at: Instant | None = None
    reached_at: Instant | None = None
    followed_up_at: Instant | None = None
    reviews: tuple[ReviewLine, ...] = ()
    payment: PaymentLine = PaymentLine()
    summoned_to: Instant | None = None
    summons: SummonsLine = SummonsLine()
    plans: tuple[PlanLine, ...] = ()
    consent: bool | None = None
