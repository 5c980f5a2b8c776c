"""What screens ask of the team's meetings."""

from typing import Protocol
from uuid import UUID

from kontaktpunkt.usecases.answers import PaperPreview
from kontaktpunkt.usecases.meetings.rows import MeetingPage, MeetingStamp


class Meetings(Protocol):
    """What screens ask of the team's meetings; begun, decided and signed by commands."""

    def new_meeting(self) -> UUID:
        """Give the id of a meeting that is about to begin."""
        ...

    def open_meeting(self) -> MeetingPage | None:
        """Give the newest meeting of today that goes on, wherever it was begun; noted as a list."""
        ...

    def meeting(self, meeting: UUID) -> MeetingPage | None:
        """Give a meeting as it stands."""
        ...

    def meetings(self) -> tuple[MeetingStamp, ...]:
        """Give the meetings of the last fortnight, the newest first."""
        ...

    def meeting_paper(self, meeting: UUID, *, to_work_by: bool) -> PaperPreview | None:
        """Make a meeting's list for paper, or the list to work by after it."""
        ...
