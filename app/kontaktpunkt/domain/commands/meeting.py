"""What staff may want in a meeting of the team (avstämning)."""

from uuid import UUID

from kontaktpunkt.domain.commands.command import Command
from kontaktpunkt.domain.events.meeting import ReviewDecision
from kontaktpunkt.domain.times import Instant


class BeginMeeting(Command, frozen=True, kw_only=True):
    """Begin to go through the team's people."""

    meeting: UUID
    name: str
    participants: tuple[str, ...] = ()
    unit: str = ""
    with_region: bool = False


class ReviewPerson(Command, frozen=True, kw_only=True):
    """Decide something about one person in the meeting, with one key and maybe a line."""

    meeting: UUID
    case: UUID
    decision: ReviewDecision
    text: str = ""
    expected: Instant | None = None


class SignOffMeeting(Command, frozen=True, kw_only=True):
    """End the meeting and sign it; `left_out` are the people nobody had time for."""

    meeting: UUID
    left_out: tuple[UUID, ...] = ()
    note: str = ""
