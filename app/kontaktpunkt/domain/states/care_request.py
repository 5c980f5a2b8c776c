"""What our own care request for a person is after all its events."""

from datetime import date
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.events.care_request import CareRequestContent, PrimaryCareDecided
from kontaktpunkt.domain.times import Instant


class CareRequestCall(Struct, frozen=True, kw_only=True):
    """One time that the care request was called for; `sent_at` when it has been sent."""

    case: UUID
    item: UUID
    since: Instant
    sent_at: Instant | None = None


class CareRequestState(Struct, frozen=True, kw_only=True):
    """A person's prepared care request: empty content when there is none.

    `calls` are the times she went to hospital, in order.
    """

    content: CareRequestContent | None = None
    written_at: Instant | None = None
    written_by: UUID | None = None
    looked_over_at: Instant | None = None
    looked_over_by: UUID | None = None
    look_over_by: date | None = None
    ended_at: Instant | None = None
    calls: tuple[CareRequestCall, ...] = ()
    frozen: bool = False

    @property
    def is_kept(self) -> bool:
        """Say whether a prepared care request lies ready."""
        return self.content is not None

    @property
    def waiting(self) -> CareRequestCall | None:
        """Give the call that nobody has answered by sending."""
        return next((call for call in self.calls if call.sent_at is None), None)


class DecisionState(Struct, frozen=True):
    """A decision about enrolment in municipal primary care: what, by whom entered, when."""

    body: PrimaryCareDecided
    at: Instant
    by: UUID | None


class Departure(Struct, frozen=True):
    """A time that we sent the person to hospital: when, and the text to send."""

    at: Instant
    item: UUID
