"""Pages of a meeting: frozen, ready to paint."""

from enum import StrEnum
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.events.meeting import ReviewDecision
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.follow_up.rows import FollowUpRow


class MeetingPart(StrEnum):
    """The parts of a meeting, in the order in which they are gone through."""

    SHOULD_BE_HOME = "should_be_home"
    NEWLY_READY = "newly_ready"
    CHANGED = "changed"
    THE_REST = "the_rest"


class MeetingLine(Struct, frozen=True, kw_only=True):
    """One person in a meeting: her row, in which part, and what was decided in this meeting."""

    row: FollowUpRow
    part: MeetingPart
    decision: ReviewDecision | None = None
    text: str = ""
    expected: Instant | None = None


class MeetingPage(Struct, frozen=True, kw_only=True):
    """A meeting as it stands: who takes part, everybody in order, how far it has come.

    `kept_out` counts those who are not spoken of because the region takes part and they have
    neither consent nor a case in common. `since` is when the last meeting before it was signed.
    """

    meeting: UUID
    name: str
    began_at: Instant
    began_by_name: str
    participants: tuple[str, ...]
    unit: str
    with_region: bool
    lines: tuple[MeetingLine, ...]
    kept_out: int = 0
    since: Instant | None = None
    signed_at: Instant | None = None
    signed_by_name: str = ""
    note: str = ""

    @property
    def left(self) -> tuple[MeetingLine, ...]:
        """Give the people who have not been gone through."""
        return tuple(line for line in self.lines if line.decision is None)


class MeetingStamp(Struct, frozen=True, kw_only=True):
    """A meeting in the list of earlier ones: which, when, by whom, how many were gone through."""

    meeting: UUID
    name: str
    began_at: Instant
    signed_at: Instant | None
    signed_by_name: str
    reviewed: int
    left_out: int
