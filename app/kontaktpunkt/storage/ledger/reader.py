"""Reads events, acts, the chain's end and originals, inside one transaction."""

import hashlib
from collections.abc import Iterator, Sequence
from typing import Final
from uuid import UUID

from kontaktpunkt.domain.events.register import read_body
from kontaktpunkt.domain.ledger.body import Erased
from kontaktpunkt.domain.ledger.envelope import FIRST_LINK, Event, read_envelope
from kontaktpunkt.domain.ledger.subjects import Subject, SubjectKind
from kontaktpunkt.storage.connection import Cursor, Value
from kontaktpunkt.storage.transaction import InTransaction, as_bytes, as_id, as_number
from kontaktpunkt.usecases.ports import Original, SealedEvent, StoreKeys, Tail

_AT_A_TIME: Final = 400

_FOUND: Final = """SELECT envelope, data FROM event
    LEFT JOIN body ON body.seq = event.seq LEFT JOIN placed ON placed.seq = event.seq"""
# Placed events by position, then own later ones; `seq` grows with the origin's number.
_IN_ORDER: Final = "ORDER BY position IS NULL, position, event.seq"
_OF_SUBJECT: Final = f"{_FOUND} WHERE subject_kind = ? AND subject_id = ? {_IN_ORDER}"
_OF_ACT: Final = f"{_FOUND} WHERE act_id = ? ORDER BY event.seq"
_SUBJECTS: Final = """SELECT subject_id FROM event WHERE subject_kind = ?
    GROUP BY subject_id ORDER BY min(seq)"""
_ALL: Final = """SELECT envelope, data, salt FROM event
    LEFT JOIN body ON body.seq = event.seq
    WHERE origin IN (SELECT origin FROM own_origin) ORDER BY event.seq"""
_BY: Final = "SELECT act_id FROM event WHERE by_staff = ? AND stream = 'cases' ORDER BY seq DESC"


class LedgerReader(InTransaction):
    """What can be asked of the ledger inside one transaction."""

    def keys(self) -> StoreKeys:
        """Give tenant and id key."""
        return StoreKeys(self.meta("tenant").decode(), self.meta("id_key"))

    def meta(self, key: str) -> bytes:
        """Give one of the things that the store knows of itself (b'' when unknown)."""
        found = self._run("SELECT value FROM meta WHERE key = ?", key).fetchone()
        return as_bytes(found[0]) if found else b""

    def events_of(self, subject: Subject) -> list[Event]:
        """Give a subject's events in their order."""
        found = self._run(_OF_SUBJECT, str(subject.kind), subject.id.bytes)
        return [_event(*row) for row in found.fetchall()]

    def events_of_many(self, subjects: Sequence[Subject]) -> dict[Subject, list[Event]]:
        """Give the events of several subjects in one go."""
        found: dict[Subject, list[Event]] = {subject: [] for subject in subjects}
        by_kind: dict[SubjectKind, list[bytes]] = {}
        for subject in found:
            by_kind.setdefault(subject.kind, []).append(subject.id.bytes)
        for kind, ids in by_kind.items():
            for start in range(0, len(ids), _AT_A_TIME):
                some = ids[start : start + _AT_A_TIME]
                marks = ", ".join("?" * len(some))
                query = f"{_FOUND} WHERE subject_kind = ? AND subject_id IN ({marks}) {_IN_ORDER}"
                for row in self._run(query, str(kind), *some).fetchall():
                    event = _event(*row)
                    found[event.envelope.subject].append(event)
        return found

    def subjects(self, kind: SubjectKind) -> Iterator[Subject]:
        """Go through all subjects of a kind, in order of their first event."""
        for row in _each(self._run(_SUBJECTS, str(kind))):
            yield Subject(kind, as_id(row[0]))

    def all_sealed(self) -> Iterator[tuple[SealedEvent, bool]]:
        """Go through every own event in order of origin number; False = the body was erased."""
        for envelope, data, salt in _each(self._run(_ALL)):
            sealed = SealedEvent(_event(envelope, data), as_bytes(data), as_bytes(salt))
            yield sealed, data is not None

    def tail(self) -> Tail:
        """Give the end of this workstation's chain."""
        origin = int(self.meta("origin"))
        query = """SELECT origin_no, envelope FROM event WHERE origin = ?
            ORDER BY origin_no DESC LIMIT 1"""
        last = self._run(query, origin).fetchone()
        if last is None:
            return Tail(origin, 0, FIRST_LINK)
        return Tail(origin, as_number(last[0]), hashlib.sha256(as_bytes(last[1])).digest())

    def act_events(self, act: UUID) -> list[Event]:
        """Give all events of one act."""
        return [_event(*row) for row in self._run(_OF_ACT, act.bytes).fetchall()]

    def last_acts_by(self, staff: UUID, count: int) -> list[UUID]:
        """Give the acts of somebody on the cases stream, newest first."""
        acts: dict[UUID, None] = {}
        for row in _each(self._run(_BY, staff.bytes)):
            acts[as_id(row[0])] = None
            if len(acts) > count:
                break
        return list(acts)[:count]

    def signature(self, of_act: UUID) -> bytes | None:
        """Give the workstation's signature over an act."""
        query = "SELECT signature FROM act WHERE act_id = ?"
        found = self._run(query, of_act.bytes).fetchone()
        return as_bytes(found[0]) if found else None

    def verifying_keys(self) -> dict[int, bytes]:
        """Give the public keys (Ed25519) of this store's own workstation numbers."""
        found = self._run("SELECT origin, public_key FROM own_origin ORDER BY origin").fetchall()
        return {as_number(origin): as_bytes(key) for origin, key in found}

    def original(self, sha256: str) -> Original | None:
        """Give a message as received."""
        query = "SELECT data, name FROM original WHERE sha256 = ?"
        found = self._run(query, sha256).fetchone()
        return Original(sha256, as_bytes(found[0]), str(found[1])) if found else None


def _each(cursor: Cursor) -> Iterator[tuple[Value, ...]]:
    """Go through what may be too much to hold at once."""
    while (row := cursor.fetchone()) is not None:
        yield row


def _event(envelope_text: Value, data: Value) -> Event:
    envelope = read_envelope(as_bytes(envelope_text))
    if data is None:
        return Event(envelope, Erased())
    return Event(envelope, read_body(envelope.kind, envelope.version, as_bytes(data)))
