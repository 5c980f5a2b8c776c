"""What a reader understood of one incoming message, before anything has been decided about it."""

from enum import StrEnum

from msgspec import Struct

from kontaktpunkt.domain.message_kind import Change, MessageKind, SetAsideReason
from kontaktpunkt.domain.person.facts import PersonFacts
from kontaktpunkt.domain.times import Instant


class CareSetting(StrEnum):
    """The kind of hospital stay that a message speaks of (FHIR v3-ActCode IMP, EMER, other)."""

    INPATIENT = "inpatient"
    EMERGENCY = "emergency"
    OTHER = "other"


class MessageIdentity(Struct, frozen=True):
    """What makes a message the same one twice: source system, sender and the sender's id."""

    system: str
    sender: str
    id: str


class Attachment(Struct, frozen=True, omit_defaults=True):
    """A document that came inside a message; its bytes stay in the original."""

    title: str
    content_type: str
    size: int = 0


class StayFacts(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a message says about the hospital stay; times in microseconds UTC, empty = not said."""

    stay_ids: tuple[str, ...] = ()
    setting: CareSetting | None = None
    admitted_at: Instant | None = None
    expected_discharge: Instant | None = None
    ready_at: Instant | None = None
    discharged_at: Instant | None = None
    discharged_to: str = ""
    leave_started: bool | None = None
    leave_at: Instant | None = None
    hospital: str = ""
    ward: str = ""
    ward_phone: str = ""
    track: str = ""
    consent: bool | None = None
    finished: bool = False


class SummonsFacts(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a summons to a coordinated plan (kallelse till SIP) says."""

    meeting_at: Instant | None = None
    form: str = ""
    place: str = ""
    participants: tuple[str, ...] = ()


class Conversation(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The words of a message: thread, subject and the parts that this message itself adds."""

    thread: str = ""
    subject_line: str = ""
    category: str = ""
    text: str = ""
    earlier_text: str = ""
    attachments: tuple[Attachment, ...] = ()


class Notice(Struct, frozen=True, kw_only=True):
    """One message as a reader understood it; lives in memory only.

    Three times are kept apart: `happened_at` (what the message is about), `built_at` (bundle) and
    `sent_at` (the message's own provenance). `refers_to` names earlier messages by the sender's id.
    `digest` is the SHA-256 of the parsed, sorted content: same id and other digest is no update.
    """

    identity: MessageIdentity
    kind: MessageKind
    digest: bytes
    change: Change = Change.NEW
    refers_to: tuple[str, ...] = ()
    happened_at: Instant | None = None
    built_at: Instant | None = None
    sent_at: Instant | None = None
    person: PersonFacts
    stay: StayFacts = StayFacts()
    summons: SummonsFacts = SummonsFacts()
    conversation: Conversation = Conversation()
    sender_name: str = ""
    sender_unit: str = ""
    recipient_name: str = ""
    remarks: tuple[str, ...] = ()


class SetAside(Struct, frozen=True, kw_only=True):
    """An original that could not be understood: why, where in it, and the person if one was seen.

    `place` points into the original (line and column, or a path in it) and holds no person's data.
    """

    reason: SetAsideReason
    place: str = ""
    person: PersonFacts | None = None
    identity: MessageIdentity | None = None
    digest: bytes = b""
