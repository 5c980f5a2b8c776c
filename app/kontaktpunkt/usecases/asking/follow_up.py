"""What screens ask of the daily follow-up."""

from typing import Protocol

from kontaktpunkt.usecases.follow_up.rows import FollowUpPage, FollowUpQuery, FollowUpWaiting


class FollowUps(Protocol):
    """What screens ask of the daily follow-up."""

    def follow_up(self, query: FollowUpQuery) -> FollowUpPage:
        """Give everybody in hospital or just home; one access event with filter and count."""
        ...

    def follow_up_waiting(self) -> FollowUpWaiting:
        """Count, for the rail, who is ready and whether somebody is not confirmed home."""
        ...
