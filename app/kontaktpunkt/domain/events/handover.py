"""What happens in the handover from one shift to the next (överlämning)."""

from datetime import date
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.domain.times import Instant


class HandoverLine(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One line that is handed over: words, or words about a case or a message.

    `needs_you`: whoever receives it must take it by itself (behöver dig). `is_call`: a call that
    was taken for somebody and is passed on. `carried_from` is the line that it goes on from.
    """

    line: UUID
    text: str
    needs_you: bool = False
    is_call: bool = False
    case: UUID | None = None
    message: UUID | None = None
    carried_from: UUID | None = None


class HandoverWritten(Body, frozen=True, kw_only=True):
    """Somebody handed lines to the shift of a day; `begins` is when their receiver takes up duty.

    `to` says in words who that is.
    """

    day: date
    begins: Instant
    to: str = ""
    lines: tuple[HandoverLine, ...]


class HandoverAccepted(Body, frozen=True, kw_only=True):
    """Somebody took lines over and answers for them from now on."""

    lines: tuple[UUID, ...]


class HandoverQuestioned(Body, frozen=True, kw_only=True):
    """The receiver asks back about a line before taking it."""

    line: UUID
    text: str


class HandoverAnswered(Body, frozen=True, kw_only=True):
    """A question about a line was answered."""

    line: UUID
    text: str


class HandoverFinished(Body, frozen=True, kw_only=True):
    """What a line asked for is done, or handed on to a later shift as a line of its own."""

    line: UUID
    note: str = ""
    carried_to: UUID | None = None
