"""What a message is after all its events."""

from enum import StrEnum
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.events.message import MessageSetAside, MessageTakenIn, Misdirection
from kontaktpunkt.domain.events.sheet import SheetTwinMatched
from kontaktpunkt.domain.staff import Receiver
from kontaktpunkt.domain.times import Instant


class MessageStage(StrEnum):
    """How far a message has come with us; `done` and `dismissed` leave the shared list.

    So does what is `matched`: another message stands for it.
    """

    OPEN = "open"
    WAITING = "waiting"
    DONE = "done"
    DISMISSED = "dismissed"
    MATCHED = "matched"


class MessageState(Struct, frozen=True, kw_only=True):
    """One incoming or set-aside original with all that was done about it.

    `sending_noted`: when it was sent stands in `taken_in` by somebody's word, not by its own.
    `matched_into` is the electronic message that is the same as this one from a paper: that one
    stands for both. `twin` says so on that one.
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
    matched_into: UUID | None = None
    twin: SheetTwinMatched | None = None
    voided: bool = False
    frozen: bool = False
