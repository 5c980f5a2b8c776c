"""What a meeting is after all its events, and what meetings have said of a case."""

from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.events.meeting import MeetingBegan, ReviewDecision
from kontaktpunkt.domain.times import Instant


class ReviewState(Struct, frozen=True, kw_only=True):
    """What a meeting decided about a case, in words if need be."""

    meeting: UUID
    name: str
    decision: ReviewDecision
    at: Instant
    by: UUID | None = None
    text: str = ""
    expected: Instant | None = None


class MeetingState(Struct, frozen=True, kw_only=True):
    """A meeting: who took part, whom it went through, when it was signed.

    `voided`: the beginning was taken back; what was decided in it stands in the cases.
    """

    began: MeetingBegan | None = None
    began_at: Instant = Instant(0)
    began_by: UUID | None = None
    reviewed: tuple[tuple[UUID, ReviewDecision], ...] = ()
    signed_at: Instant | None = None
    signed_by: UUID | None = None
    left_out: tuple[UUID, ...] = ()
    note: str = ""
    voided: bool = False
    frozen: bool = False

    @property
    def goes_on(self) -> bool:
        """Say whether the meeting waits to be gone on with."""
        return self.began is not None and self.signed_at is None and not self.voided
