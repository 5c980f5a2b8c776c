"""What was understood of a text that somebody copied from a screen, and what was left over."""

import re
from collections.abc import Collection, Mapping, Sequence
from enum import StrEnum
from typing import Final

from msgspec import Struct

from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.notice import Conversation, StayFacts, SummonsFacts
from kontaktpunkt.domain.person.facts import PersonFacts
from kontaktpunkt.domain.times import Instant

_HOSPITAL: Final = re.compile(r"sjukhus|lasarett", re.IGNORECASE)


class PastedField(StrEnum):
    """What a label on a screen of the region's system can stand before."""

    KIND = "kind"
    NUMBER = "number"
    NAME = "name"
    GIVEN_NAME = "given_name"
    FAMILY_NAME = "family_name"
    ADDRESS = "address"
    PHONE = "phone"
    HOME_MUNICIPALITY = "home_municipality"
    PROTECTION = "protection"
    SENT_AT = "sent_at"
    ADMITTED_AT = "admitted_at"
    EXPECTED_DISCHARGE = "expected_discharge"
    READY_AT = "ready_at"
    DISCHARGED_AT = "discharged_at"
    DISCHARGED_TO = "discharged_to"
    LEAVE_FROM = "leave_from"
    LEAVE_UNTIL = "leave_until"
    HOSPITAL = "hospital"
    WARD = "ward"
    WARD_PHONE = "ward_phone"
    TRACK = "track"
    CONSENT = "consent"
    MEETING_AT = "meeting_at"
    MEETING_FORM = "meeting_form"
    MEETING_PLACE = "meeting_place"
    PARTICIPANTS = "participants"
    SUBJECT_LINE = "subject_line"
    TEXT = "text"
    SENDER = "sender"
    RECIPIENT = "recipient"


class PastedCertainty(StrEnum):
    """Whether a piece was understood by its label, or only looks like something."""

    UNDERSTOOD = "understood"
    OFFERED = "offered"


class PastedLabels(Struct, frozen=True):
    """The labels to look for and the names of message kinds, both as `as_label` writes them."""

    fields: Mapping[str, PastedField] = {}
    kinds: Mapping[str, MessageKind] = {}


class PastedPiece(Struct, frozen=True, kw_only=True):
    """A piece of the text, label included, from `start` to `end` (code points, end not included).

    `words` is the value as it stands there.
    """

    field: PastedField
    start: int
    end: int
    words: str
    certainty: PastedCertainty


class Pasted(Struct, frozen=True, kw_only=True):
    """The facts that labels stood before, where each stood, and what was left for the hand.

    The facts hold only what was understood. What is merely offered (a number without label, one of
    two that contradict each other) stands among the pieces and changes no fact. `rest` gives start
    and end of each piece of text that became no fact.
    """

    kind: MessageKind | None = None
    person: PersonFacts = PersonFacts()
    stay: StayFacts = StayFacts()
    summons: SummonsFacts = SummonsFacts()
    conversation: Conversation = Conversation()
    sent_at: Instant | None = None
    sender_name: str = ""
    recipient_name: str = ""
    pieces: tuple[PastedPiece, ...] = ()
    rest: tuple[tuple[int, int], ...] = ()


def as_label(words: str) -> str:
    """Write a label so that it is found: one case, single spaces, no colon or star at its end."""
    return " ".join(words.casefold().split()).rstrip(" :*")


def hospital_and_ward(told: str, known: Collection[str] = ()) -> tuple[str, str]:
    """Part a hospital from its ward where one line names both; ('', told) where it is not sure.

    What stands before the first comma is a hospital when it says so itself, or is a known one.
    """
    first, comma, rest = (part.strip() for part in told.partition(","))
    is_hospital = _HOSPITAL.search(first) is not None or first.casefold() in known
    return (first, rest) if comma and rest and is_hospital else ("", told)


def labels_from(
    fields: Mapping[PastedField, Sequence[str]], kinds: Mapping[MessageKind, Sequence[str]]
) -> PastedLabels:
    """Make labels; of two that say different things by the same words, the first holds."""
    by_label: dict[str, PastedField] = {}
    for field, labels in fields.items():
        for label in labels:
            by_label.setdefault(as_label(label), field)
    by_name: dict[str, MessageKind] = {}
    for kind, names in kinds.items():
        for name in names:
            by_name.setdefault(as_label(name), kind)
    return PastedLabels(by_label, by_name)
