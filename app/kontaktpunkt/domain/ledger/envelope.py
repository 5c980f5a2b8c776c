"""The envelope that every event travels in: chained, kept for ever, without any person's data."""

import hashlib
import hmac
from enum import StrEnum
from uuid import UUID

import msgspec
from msgspec import Struct

from kontaktpunkt.domain.ledger.body import Body, Erased, Unknown
from kontaktpunkt.domain.ledger.subjects import Subject
from kontaktpunkt.domain.times import Instant

FIRST_LINK = bytes(32)
"""What the very first envelope of a workstation names as its predecessor."""


class Stream(StrEnum):
    """The streams of a unit: cases travel to colleagues, access events are never pulled back."""

    CASES = "cases"
    ACCESS = "access"


class KnownBy(StrEnum):
    """How the program knew who acted."""

    CHOSEN = "chosen"
    SIGNED_IN = "signed_in"
    SYSTEM = "system"


class Envelope(Struct, frozen=True, kw_only=True):
    """What is chained and never erased of an event.

    `at` is when it happened, `noted_at` when it was entered: microseconds UTC.
    `base_position` is the highest position of the stream that the author saw (0 without hub).
    `previous` is the SHA-256 of the same workstation's envelope before this one.
    """

    event_id: UUID
    tenant: str
    stream: Stream
    act_id: UUID
    kind: str
    version: int
    subject: Subject
    by: UUID | None
    known_by: KnownBy
    origin: int
    origin_no: int
    previous: bytes
    base_position: int
    at: Instant
    noted_at: Instant
    clock_offset: int | None
    body_hash: bytes


class Event(Struct, frozen=True):
    """An envelope with its body: understood, erased, or of a kind newer than this program."""

    envelope: Envelope
    body: Body | Erased | Unknown


_encoder = msgspec.json.Encoder(order="sorted")


def canonical_envelope(envelope: Envelope) -> bytes:
    """Give the one spelling of an envelope: JSON with sorted keys, as the chain hashes it."""
    return _encoder.encode(envelope)


def canonical_body(body: Body) -> bytes:
    """Give the one spelling of a body: JSON with sorted keys."""
    return _encoder.encode(body)


def read_envelope(text: bytes) -> Envelope:
    """Read an envelope from its canonical spelling."""
    return _envelope_decoder.decode(text)


_envelope_decoder = msgspec.json.Decoder(Envelope)


def link(envelope: Envelope) -> bytes:
    """Give the SHA-256 that the next envelope of the same workstation must name."""
    return hashlib.sha256(canonical_envelope(envelope)).digest()


def seal(salt: bytes, body: bytes) -> bytes:
    """Hash a body with its own salt, so that nobody can test guesses once both are erased."""
    return hmac.digest(salt, body, hashlib.sha256)
