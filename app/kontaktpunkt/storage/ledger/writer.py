"""Appends acts to the ledger and keeps originals; through driver-level lists, for batches."""

from collections.abc import Sequence

from kontaktpunkt.domain.ledger.envelope import Envelope
from kontaktpunkt.storage.ledger.chain import follow
from kontaktpunkt.storage.ledger.reader import LedgerReader
from kontaktpunkt.storage.transaction import as_number
from kontaktpunkt.usecases.ports import Original, SealedEvent, Tail

_EVENT = (
    "INSERT INTO event (seq, origin, origin_no, event_id, act_id, stream, subject_kind,"
    " subject_id, by_staff, envelope) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


class LedgerWriter(LedgerReader):
    """Writes the ledger inside one immediate transaction: nobody else can write meanwhile."""

    _tail: Tail | None = None

    def tail(self) -> Tail:
        """Give the end of the chain, what this transaction has appended included."""
        if self._tail is None:
            self._tail = super().tail()
        return self._tail

    def append(self, events: Sequence[SealedEvent], signature: bytes) -> None:
        """Keep the events of one act; raises BrokenChain when they don't follow on the last one."""
        tail, texts = follow(self.tail(), events)
        (last,) = self._run("SELECT coalesce(max(seq), 0) FROM event").fetchall()[0]
        numbered = list(enumerate(zip(events, texts, strict=True), as_number(last) + 1))
        self._run_many(
            _EVENT, [_columns(seq, one.event.envelope, text) for seq, (one, text) in numbered]
        )
        self._run_many(
            "INSERT INTO body (seq, salt, data) VALUES (?, ?, ?)",
            [(seq, one.salt, one.body_text) for seq, (one, _) in numbered],
        )
        self._run(
            "INSERT INTO act (act_id, signature) VALUES (?, ?)",
            events[0].event.envelope.act_id.bytes,
            signature,
        )
        self._tail = tail

    def put_original(self, original: Original) -> None:
        """Keep an original; the same bytes are kept once, under their first name."""
        self._run(
            "INSERT OR IGNORE INTO original (sha256, name, data) VALUES (?, ?, ?)",
            original.sha256,
            original.name,
            original.data,
        )


def _columns(seq: int, envelope: Envelope, text: bytes) -> tuple[int | str | bytes | None, ...]:
    return (
        seq,
        envelope.origin,
        envelope.origin_no,
        envelope.event_id.bytes,
        envelope.act_id.bytes,
        str(envelope.stream),
        str(envelope.subject.kind),
        envelope.subject.id.bytes,
        None if envelope.by is None else envelope.by.bytes,
        text,
    )
