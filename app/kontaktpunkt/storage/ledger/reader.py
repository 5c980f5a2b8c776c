"""Reads events, acts, the chain's end and originals, inside one transaction."""

import hashlib
from collections.abc import Iterator, Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import Select, func, literal_column, select

from kontaktpunkt.domain.body import Erased
from kontaktpunkt.domain.envelope import FIRST_LINK, Event, Stream, read_envelope
from kontaktpunkt.domain.events.register import read_body
from kontaktpunkt.domain.subjects import Subject, SubjectKind
from kontaktpunkt.storage.tables.ledger import (
    act,
    body,
    event,
    meta,
    original,
    own_origin,
    placed,
)
from kontaktpunkt.storage.transaction import InTransaction
from kontaktpunkt.usecases.ports import Original, SealedEvent, StoreKeys, Tail

_AT_A_TIME: Final = 500

_FOUND = (
    select(event.c.envelope, body.c.data)
    .select_from(event.outerjoin(body, body.c.seq == event.c.seq))
    .outerjoin(placed, placed.c.seq == event.c.seq)
)
# A literal and no parameter: only so does SQLite see that the partial index serves.
_ON_CASES = event.c.stream == literal_column(f"'{Stream.CASES}'")
_IN_ORDER = (placed.c.position.is_(None), placed.c.position, event.c.seq)
"""Placed events by position, then own later ones; `seq` grows with the origin's number."""


class LedgerReader(InTransaction):
    """What can be asked of the ledger inside one transaction."""

    def keys(self) -> StoreKeys:
        """Give tenant and id key."""
        return StoreKeys(self.meta("tenant").decode(), self.meta("id_key"))

    def meta(self, key: str) -> bytes:
        """Give one of the things that the store knows of itself (b'' when unknown)."""
        found = self._connection.execute(select(meta.c.value).where(meta.c.key == key)).scalar()
        return found or b""

    def events_of(self, subject: Subject) -> list[Event]:
        """Give a subject's events in their order."""
        query = _FOUND.where(
            event.c.subject_kind == str(subject.kind), event.c.subject_id == subject.id.bytes
        )
        return self._events(query.order_by(*_IN_ORDER))

    def events_of_many(self, subjects: Sequence[Subject]) -> dict[Subject, list[Event]]:
        """Give the events of several subjects in one go."""
        found: dict[Subject, list[Event]] = {subject: [] for subject in subjects}
        ids = list({subject.id.bytes for subject in subjects})
        kinds = sorted({str(subject.kind) for subject in subjects})
        for start in range(0, len(ids), _AT_A_TIME):
            query = _FOUND.where(
                event.c.subject_kind.in_(kinds),
                event.c.subject_id.in_(ids[start : start + _AT_A_TIME]),
            )
            for one in self._events(query.order_by(*_IN_ORDER)):
                if (events := found.get(one.envelope.subject)) is not None:
                    events.append(one)
        return found

    def _events(self, query: Select[bytes, bytes | None]) -> list[Event]:
        return [_event(envelope, data) for envelope, data in self._connection.execute(query)]

    def has_subject(self, subject: Subject) -> bool:
        """Say whether anything ever happened to the subject."""
        query = select(event.c.seq).where(
            event.c.subject_kind == str(subject.kind), event.c.subject_id == subject.id.bytes
        )
        return self._connection.execute(query.limit(1)).first() is not None

    def subjects(self, kind: SubjectKind) -> Iterator[Subject]:
        """Go through all subjects of a kind, in order of their first event."""
        query = (
            select(event.c.subject_id)
            .where(event.c.subject_kind == str(kind))
            .group_by(event.c.subject_id)
            .order_by(func.min(event.c.seq))
        )
        for found in self._connection.execute(query).yield_per(2000):
            yield Subject(kind, UUID(bytes=found[0]))

    def all_sealed(self) -> Iterator[tuple[SealedEvent, bool]]:
        """Go through every own event in order of origin number; False = the body was erased."""
        query = (
            select(event.c.envelope, body.c.data, body.c.salt)
            .select_from(event.outerjoin(body, body.c.seq == event.c.seq))
            .where(event.c.origin.in_(select(own_origin.c.origin)))
            .order_by(event.c.seq)
        )
        for envelope, data, salt in self._connection.execute(query).yield_per(2000):
            yield SealedEvent(_event(envelope, data), data or b"", salt or b""), data is not None

    def tail(self) -> Tail:
        """Give the end of this workstation's chain."""
        origin = int(self.meta("origin"))
        query = (
            select(event.c.origin_no, event.c.envelope)
            .where(event.c.origin == origin)
            .order_by(event.c.origin_no.desc())
        )
        last = self._connection.execute(query.limit(1)).first()
        if last is None:
            return Tail(origin, 0, FIRST_LINK)
        return Tail(origin, last[0], hashlib.sha256(last[1]).digest())

    def act_events(self, act: UUID) -> list[Event]:
        """Give all events of one act."""
        return self._events(_FOUND.where(event.c.act_id == act.bytes).order_by(event.c.seq))

    def last_acts_by(self, staff: UUID, count: int) -> list[UUID]:
        """Give the acts of somebody on the cases stream, newest first."""
        query = (
            select(event.c.act_id)
            .where(event.c.by_staff == staff.bytes, _ON_CASES)
            .order_by(event.c.seq.desc())
        )
        acts: dict[bytes, None] = {}
        for found in self._connection.execute(query).yield_per(50):
            if len(acts) >= count:
                break
            acts[found[0]] = None
        return [UUID(bytes=one) for one in acts][:count]

    def signature(self, of_act: UUID) -> bytes | None:
        """Give the workstation's signature over an act."""
        query = select(act.c.signature).where(act.c.act_id == of_act.bytes)
        return self._connection.execute(query).scalar()

    def verifying_keys(self) -> dict[int, bytes]:
        """Give the public keys (Ed25519) of this store's own workstation numbers."""
        query = select(own_origin.c.origin, own_origin.c.public_key)
        return {row.origin: row.public_key for row in self._connection.execute(query)}

    def original(self, sha256: str) -> Original | None:
        """Give a message as received."""
        query = select(original.c.data, original.c.name).where(original.c.sha256 == sha256)
        found = self._connection.execute(query).first()
        return None if found is None else Original(sha256, found[0], found[1])


def _event(envelope_text: bytes, data: bytes | None) -> Event:
    envelope = read_envelope(envelope_text)
    if data is None:
        return Event(envelope, Erased())
    return Event(envelope, read_body(envelope.kind, envelope.version, data))
