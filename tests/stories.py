"""Words of a story for tests of folds: each an act of its own, whose id is its place."""

from itertools import count
from typing import Any
from uuid import UUID

from kontaktpunkt.domain.fold import fold
from kontaktpunkt.domain.ledger.body import Body, Unknown
from kontaktpunkt.domain.ledger.envelope import Envelope, Event, KnownBy, Stream
from kontaktpunkt.domain.ledger.subjects import Subject, SubjectKind
from kontaktpunkt.domain.times import Instant

TELLER = UUID(int=1)


def fold_words(kind: SubjectKind, *said: Body | Unknown | tuple[UUID, Body]) -> Any:
    """Fold these words, each an act of its own whose id is its place; by one teller unless said."""
    events: list[Event] = []
    for place, each in zip(count(1), said, strict=False):
        by, body = each if isinstance(each, tuple) else (TELLER, each)
        envelope = Envelope(
            event_id=UUID(int=100 + place),
            tenant="t",
            stream=Stream.CASES,
            act_id=UUID(int=place),
            kind="any",
            version=1,
            subject=Subject(kind, UUID(int=0)),
            by=by,
            known_by=KnownBy.CHOSEN,
            origin=1,
            origin_no=place,
            previous=b"",
            base_position=0,
            at=Instant(place),
            noted_at=Instant(place),
            clock_offset=None,
            body_hash=b"",
        )
        events.append(Event(envelope, body))
    return fold(kind, events)
