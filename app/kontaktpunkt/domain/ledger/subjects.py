"""What an event is about: the kinds of subject, and ids that are the same on every workstation."""

import hashlib
import hmac
import uuid
from enum import StrEnum
from uuid import UUID

from msgspec import Struct

_MESSAGE_SPACE = UUID("6a1f6f0e-6f1d-5b53-9d3f-0b8f6f2f7a51")


class SubjectKind(StrEnum):
    """The kinds of thing that events happen to."""

    MESSAGE = "message"
    CASE = "case"
    PERSON = "person"
    SHEET = "sheet"
    ROUND = "round"
    CARE_REQUEST = "care_request"
    CONCERN = "concern"
    DEVIATION = "deviation"
    MEETING = "meeting"
    OUTAGE = "outage"
    PLACE = "place"
    WATCH = "watch"
    SHIFT = "shift"
    PACKET = "packet"
    CONTACT = "contact"
    REPORT = "report"
    QUESTION = "question"
    REGION_FIGURES = "region_figures"
    STAFF = "staff"
    POLICY = "policy"
    ACCESS = "access"


class Subject(Struct, frozen=True, order=True):
    """One thing that events happen to: its kind and its id."""

    kind: SubjectKind
    id: UUID

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}"


def message_subject(message: UUID) -> Subject:
    """Name an incoming message as subject."""
    return Subject(SubjectKind.MESSAGE, message)


def case_subject(case: UUID) -> Subject:
    """Name a case (samordningsärende) as subject."""
    return Subject(SubjectKind.CASE, case)


def person_subject(person: UUID) -> Subject:
    """Name a person as subject."""
    return Subject(SubjectKind.PERSON, person)


def care_request_subject(person: UUID) -> Subject:
    """Name the care request that is kept for a person: it goes by the person's own id."""
    return Subject(SubjectKind.CARE_REQUEST, person)


def concern_subject(person: UUID) -> Subject:
    """Name what somebody is to look at about a person: it goes by the person's own id."""
    return Subject(SubjectKind.CONCERN, person)


def deviation_subject(report: UUID) -> Subject:
    """Name a report of a deviation (samverkansavvikelse) as subject."""
    return Subject(SubjectKind.DEVIATION, report)


def round_subject(one_round: UUID) -> Subject:
    """Name a round (avstämning) as subject."""
    return Subject(SubjectKind.ROUND, one_round)


def watch_subject(watch: UUID) -> Subject:
    """Name one local day's watch of one system's inbox as subject."""
    return Subject(SubjectKind.WATCH, watch)


def contact_subject(contact: UUID) -> Subject:
    """Name a unit or contact of the register as subject."""
    return Subject(SubjectKind.CONTACT, contact)


def meeting_subject(meeting: UUID) -> Subject:
    """Name a meeting of a team (avstämning) as subject."""
    return Subject(SubjectKind.MEETING, meeting)


def outage_subject(outage: UUID) -> Subject:
    """Name a stop (driftstopp) as subject."""
    return Subject(SubjectKind.OUTAGE, outage)


def place_subject(place: UUID) -> Subject:
    """Name a place for a short stay (korttidsplats) as subject."""
    return Subject(SubjectKind.PLACE, place)


def shift_subject(shift: UUID) -> Subject:
    """Name the handover to one day's shift as subject."""
    return Subject(SubjectKind.SHIFT, shift)


def packet_subject(packet: UUID) -> Subject:
    """Name a packet of papers for unstaffed time (helgpaket) as subject."""
    return Subject(SubjectKind.PACKET, packet)


def report_subject(report: UUID) -> Subject:
    """Name a report of the team (kartläggning, veckorapport) as subject."""
    return Subject(SubjectKind.REPORT, report)


def question_subject(question: UUID) -> Subject:
    """Name a question to the process leaders as subject."""
    return Subject(SubjectKind.QUESTION, question)


def region_figures_subject(indicator: UUID) -> Subject:
    """Name the region's own figures of one indicator as subject."""
    return Subject(SubjectKind.REGION_FIGURES, indicator)


def message_id(system: str, sender: str, identity: str) -> UUID:
    """Give the id of a message from outside: UUIDv5 of (source system, sender, message id)."""
    return uuid.uuid5(_MESSAGE_SPACE, f"{system}\x1f{sender}\x1f{identity}")


def keyed_id(id_key: bytes, *parts: str) -> UUID:
    """Give a UUIDv8 from HMAC-SHA-256: alike everywhere, not guessable without the key."""
    digest = hmac.digest(id_key, "\x1f".join(parts).encode(), hashlib.sha256)
    return _with_version(digest[:16], 8)


def time_ordered_id(milliseconds: int, randomness: bytes) -> UUID:
    """Give a UUIDv7 (RFC 9562 5.7) from a clock reading and ten random bytes: an id, no more."""
    stamp = (milliseconds & ((1 << 48) - 1)).to_bytes(6, "big")
    return _with_version(stamp + randomness[:10], 7)


def _with_version(sixteen: bytes, version: int) -> UUID:
    """Set version and variant bits as RFC 9562 section 4 wants them."""
    number = int.from_bytes(sixteen, "big")
    number &= ~(0xF000 << 64) & ~(0xC000 << 48)
    number |= (version << 76) | (0x8000 << 48)
    return UUID(int=number)
