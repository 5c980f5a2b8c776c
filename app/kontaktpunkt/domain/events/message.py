"""What happens to one incoming or set-aside original."""

from enum import StrEnum
from uuid import UUID

from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.domain.message_kind import Carrier, Change, MessageKind, SetAsideReason
from kontaktpunkt.domain.notice import (
    Conversation,
    MessageIdentity,
    StayFacts,
    SummonsFacts,
)
from kontaktpunkt.domain.person.facts import PersonFacts
from kontaktpunkt.domain.staff import OnWord, Receiver
from kontaktpunkt.domain.times import Instant


class MessageTakenIn(Body, frozen=True, kw_only=True):
    """A message was understood and taken in; times in µs UTC, `original` a hex SHA-256.

    `sheet` is the numbered paper that it was made of, where it came on one (reservrutin).
    """

    identity: MessageIdentity
    message_kind: MessageKind
    change: Change = Change.NEW
    refers_to: tuple[UUID, ...] = ()
    carrier: Carrier
    original: str = ""
    digest: str = ""
    case: UUID | None = None
    person: UUID | None = None
    happened_at: Instant | None = None
    built_at: Instant | None = None
    sent_at: Instant | None = None
    stay: StayFacts = StayFacts()
    summons: SummonsFacts = SummonsFacts()
    conversation: Conversation = Conversation()
    sender_name: str = ""
    sender_unit: str = ""
    recipient_name: str = ""
    on_word: OnWord | None = None
    read_back: bool = False
    remarks: tuple[str, ...] = ()
    sheet: UUID | None = None
    paper_number: str = ""


class MessageSetAside(Body, frozen=True, kw_only=True):
    """An original could not be understood and was set aside whole; its bytes lie in `original`.

    `person` is whom its number leads to, so that a protection known here holds for it too.
    """

    reason: SetAsideReason
    place: str = ""
    carrier: Carrier
    original: str
    file_name: str = ""
    size: int = 0
    digest: str = ""
    seen_person: PersonFacts | None = None
    person: UUID | None = None
    identity: MessageIdentity | None = None


class SetAsideCompleted(Body, frozen=True, kw_only=True):
    """A set-aside original was completed by hand: the message that was made of it."""

    message: UUID


class SetAsideDismissed(Body, frozen=True, kw_only=True):
    """A set-aside original does not belong here (hör inte hit), with a note of why."""

    note: str


class MessageTaken(Body, frozen=True, kw_only=True):
    """Somebody took the message: it is hers until done or handed over."""

    staff: UUID


class MessageHandedOver(Body, frozen=True, kw_only=True):
    """The message was handed to a colleague, a unit or a role (lämna till)."""

    to: Receiver
    note: str = ""


class MessageAcknowledged(Body, frozen=True, kw_only=True):
    """Somebody has acknowledged the message in the region's own system (kvitterat i SAMSA/Link)."""

    system: str
    acknowledged_at: Instant


class MessageDeferred(Body, frozen=True, kw_only=True):
    """The message waits until a time, or (without one) until an answer comes (senare)."""

    until: Instant | None = None
    note: str = ""


class Misdirection(StrEnum):
    """What was done with a misdirected message in the region's system."""

    RETURNED = "returned"
    FORWARDED = "forwarded"


class MessageMisdirected(Body, frozen=True, kw_only=True):
    """The message was not for us: returned or forwarded in the region's system (felsänt)."""

    way: Misdirection
    to: str = ""
    note: str = ""


class MessageDone(Body, frozen=True, kw_only=True):
    """Somebody has said that the message is done (klar)."""

    note: str = ""


class MessageReopened(Body, frozen=True, kw_only=True):
    """A message that was done is open again."""

    note: str = ""


class MessageMoved(Body, frozen=True, kw_only=True):
    """The message belongs to another person and case than it was taken in on."""

    case: UUID
    person: UUID
    from_case: UUID | None = None
    from_person: UUID | None = None


class SendingTimeNoted(Body, frozen=True, kw_only=True):
    """Somebody has found out when a message was sent that did not say it, and on whose word.

    The message itself stays as it came; in a readiness notice this time starts the payment clock
    (lag 2017:612 5 kap. 4 §).
    """

    sent_at: Instant
    on_word: OnWord


class MessageCorrectedLater(Body, frozen=True, kw_only=True):
    """A later message corrected or cancelled this one; it stays readable, struck through."""

    change: Change
    message: UUID


class AnswerArrived(Body, frozen=True, kw_only=True):
    """A message that answers this one has come: it no longer waits."""

    message: UUID
