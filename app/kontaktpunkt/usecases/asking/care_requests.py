"""What screens ask about our own care requests."""

from datetime import date
from typing import Protocol
from uuid import UUID

from kontaktpunkt.domain.events.care_request import CareRequestContent
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.answers import Done
from kontaktpunkt.usecases.care_request_rows import CareRequestCard, CareRequestRow, Going, Whom


class CareRequests(Protocol):
    """What screens ask about our own care requests, and what they have done."""

    def care_requests(self) -> tuple[CareRequestRow, ...]:
        """Give who has one, and who lacks one though she has an open case; the pressing first.

        Noted in the access log with the count.
        """
        ...

    def care_requests_to_send(self) -> tuple[Instant, ...]:
        """Give since when each waits that is to be sent in the region's system."""
        ...

    def care_request(self, person: UUID) -> CareRequestCard | None:
        """Show one; noted in the access log."""
        ...

    def prepare_care_request(
        self, whom: Whom, content: CareRequestContent, look_over_by: date | None
    ) -> Done | Refused:
        """Write one, making the person known if she is not."""
        ...

    def send_to_emergency(self, going: Going) -> Done | Refused:
        """Note that somebody went to hospital, in her open case or a new one that waits."""
        ...
