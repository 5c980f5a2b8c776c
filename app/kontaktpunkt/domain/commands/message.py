"""What staff may want to be done about a message."""

from uuid import UUID

from kontaktpunkt.domain.commands.command import Command
from kontaktpunkt.domain.events.message import Misdirection
from kontaktpunkt.domain.staff import OnWord, Receiver
from kontaktpunkt.domain.times import Instant


class TakeMessage(Command, frozen=True, kw_only=True):
    """Make the message mine; an unowned case comes with it (ta)."""

    message: UUID


class AcknowledgeMessage(Command, frozen=True, kw_only=True):
    """Note that the message is acknowledged in the region's own system (kvitterat)."""

    message: UUID
    system: str


class HandOverMessage(Command, frozen=True, kw_only=True):
    """Hand the message to a colleague, a unit or a role (lämna till)."""

    message: UUID
    to: Receiver
    note: str = ""


class DeferMessage(Command, frozen=True, kw_only=True):
    """Let the message wait until a time, or without one until an answer comes (senare)."""

    message: UUID
    until: Instant | None = None
    note: str = ""


class MarkMisdirected(Command, frozen=True, kw_only=True):
    """Note that the message was not for us and what was done with it (felsänt)."""

    message: UUID
    way: Misdirection
    to: str = ""
    note: str = ""


class FinishMessage(Command, frozen=True, kw_only=True):
    """Say that the message is done (klar)."""

    message: UUID
    note: str = ""


class ReopenMessage(Command, frozen=True, kw_only=True):
    """Open a message again that was done."""

    message: UUID
    note: str = ""


class DismissSetAside(Command, frozen=True, kw_only=True):
    """Say that a set-aside original does not belong here (hör inte hit), and why."""

    message: UUID
    note: str


class NoteSendingTime(Command, frozen=True, kw_only=True):
    """Fill in when a message was sent that did not say it, and on whose word."""

    message: UUID
    sent_at: Instant
    on_word: OnWord


class MoveMessage(Command, frozen=True, kw_only=True):
    """Move a message to another person; `case` is hers, or a new id when she has none open."""

    message: UUID
    person: UUID
    case: UUID
    opens_case: bool = False
