"""What staff may want to be done about the clocks of a case."""

from uuid import UUID

from kontaktpunkt.domain.calendar.clock_kind import ClockKind
from kontaktpunkt.domain.care_kind import Care, RegionalServices
from kontaktpunkt.domain.commands.command import Command
from kontaktpunkt.domain.times import Instant


class PauseClock(Command, frozen=True, kw_only=True):
    """Stop a clock of ours while we wait for somebody else (väntar på regionen)."""

    case: UUID
    clock: ClockKind
    waiting_for: str = ""
    reason: str = ""
    deviation: UUID | None = None


class ResumeClock(Command, frozen=True, kw_only=True):
    """Let a clock of ours go on."""

    case: UUID
    clock: ClockKind
    deviation: UUID | None = None


class AnswerPlanning(Command, frozen=True, kw_only=True):
    """Note that we have answered in the region's system (planeringssvar)."""

    case: UUID


class JudgeConditions(Command, frozen=True, kw_only=True):
    """Say what payment liability hangs on; None and "" are not said."""

    case: UUID
    sip_needed: bool | None = None
    regional_services: RegionalServices | None = None
    care: Care | None = None
    placing_municipality: str = ""
    need_judged_at: Instant | None = None


class SendDeviation(Command, frozen=True, kw_only=True):
    """Note that a deviation of ours was sent, and when the other side got it if that is known."""

    case: UUID
    deviation: UUID
    received_at: Instant | None = None


class ReceiveDeviation(Command, frozen=True, kw_only=True):
    """Note a deviation that the other side sent to us."""

    case: UUID
    code: str = ""
    text: str = ""


class AnswerDeviation(Command, frozen=True, kw_only=True):
    """Note that a deviation has been answered, by us or by the other side."""

    case: UUID
    deviation: UUID
