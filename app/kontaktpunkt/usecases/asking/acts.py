"""What screens have done, and what is taken in."""

from typing import Protocol
from uuid import UUID

from kontaktpunkt.domain.commands import Command
from kontaktpunkt.domain.message_kind import Carrier
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.usecases.answers import (
    Done,
    Fate,
    HandEntry,
    SetAsidePage,
)
from kontaktpunkt.usecases.rows import (
    InboxRow,
)


class Acts(Protocol):
    """What screens have done, and what is taken in."""

    def act(self, *commands: Command) -> Done | Refused:
        """Do it: all commands in one act, durable when this returns."""
        ...

    def undo(self) -> Done | Refused:
        """Take back my last act that can be taken back (Ctrl+Z)."""
        ...

    def take_in(self, name: str, data: bytes, carrier: Carrier) -> Fate:
        """Take one original in; total over any bytes."""
        ...

    def enter(self, hand: HandEntry) -> Done | Refused:
        """Enter a message by hand, or complete a set-aside one."""
        ...

    def set_aside_rows(self) -> tuple[InboxRow, ...]:
        """Give the set-aside originals that nobody has handled, newest first (1 000 at most)."""
        ...

    def set_aside(self, message: UUID) -> SetAsidePage | None:
        """Show a set-aside original; noted in the access log when a person was seen in it."""
        ...

    def try_again(self, message: UUID) -> Fate | Refused:
        """Read a set-aside original once more, with the readers of today."""
        ...
