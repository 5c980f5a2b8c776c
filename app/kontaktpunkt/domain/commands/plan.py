"""What staff may want to be done about a coordinated individual plan (SIP)."""

from uuid import UUID

from kontaktpunkt.domain.commands.command import Command
from kontaktpunkt.domain.events.plan import MeetingForm
from kontaktpunkt.domain.times import Instant


class SetPlanMeeting(Command, frozen=True, kw_only=True):
    """Set a time for a SIP; with the `plan` of one that stands, move or change it."""

    case: UUID
    plan: UUID
    meeting_at: Instant
    form: MeetingForm
    minutes: int = 60
    place: str = ""
    participants: tuple[str, ...] = ()
    consent: bool | None = None
    note: str = ""


class HoldPlanMeeting(Command, frozen=True, kw_only=True):
    """Note that a SIP was held; `at` is when."""

    case: UUID
    plan: UUID
    note: str = ""


class CancelPlanMeeting(Command, frozen=True, kw_only=True):
    """Call a SIP off, and say why."""

    case: UUID
    plan: UUID
    reason: str = ""
