"""What screens ask about incoming messages."""

from typing import Protocol
from uuid import UUID

from kontaktpunkt.usecases.rows import (
    InboxCounts,
    InboxPage,
    InboxQuery,
    MessageCard,
)


class MessageLists(Protocol):
    """What screens ask about incoming messages."""

    def inbox(self, query: InboxQuery, start: int, count: int) -> InboxPage:
        """Give a page of a view."""
        ...

    def inbox_place(self, query: InboxQuery, message: UUID) -> int | None:
        """Say at which place of a view a message stands."""
        ...

    def counts(self, query: InboxQuery) -> InboxCounts:
        """Count all views for this user, and what is late."""
        ...

    def card(self, message: UUID) -> MessageCard | None:
        """Show one message; noted in the access log."""
        ...

    def original_text(self, message: UUID) -> str:
        """Give the original as text, as received; noted in the access log."""
        ...
