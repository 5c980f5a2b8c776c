"""What a message is after all its events."""

from enum import StrEnum
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.events.message import MessageSetAside, MessageTakenIn, Misdirection
from kontaktpunkt.domain.staff import Receiver
from kontaktpunkt.domain.times import Instant


class MessageStage(StrEnum):
    """How far a message has come with us; only `done` and `dismissed` leave the shared list."""

    OPEN = "open"
    WAITING = "waiting"
    DONE = "done"
    DISMISSED = "dismissed"


class MessageState(Struct, frozen=True, kw_only=True):
    """One incoming or set-aside original with all that was done about it.

    `sending_noted`: when it was sent stands in `taken_in` by somebody's word, not by its own.
    """

    taken_in: MessageTakenIn | None = None
    set_aside: MessageSetAside | None = None
    received_at: Instant = Instant(0)
    received_by: UUID | None = None
    stage: MessageStage = MessageStage.OPEN
    case: UUID | None = None
    person: UUID | None = None
    owner: UUID | None = None
    taken_at: Instant | None = None
    receiver: Receiver | None = None
    acknowledged_at: Instant | None = None
    acknowledged_by: UUID | None = None
    deferred_until: Instant | None = None
    awaits_answer: bool = False
    misdirected: Misdirection | None = None
    done_at: Instant | None = None
    done_by: UUID | None = None
    corrected_by: UUID | None = None
    cancelled_by: UUID | None = None
    completed_as: UUID | None = None
    sending_noted: bool = False
    voided: bool = False
    frozen: bool = False
