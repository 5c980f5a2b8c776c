"""Words of a story for tests of folds: each an act of its own, whose id is its place."""

from itertools import count
from typing import Any
from uuid import UUID

from kontaktpunkt.domain.fold import fold
from kontaktpunkt.domain.ledger.body import Body, Erased, Unknown
from kontaktpunkt.domain.ledger.envelope import Envelope, Event, KnownBy, Stream
from kontaktpunkt.domain.ledger.subjects import Subject, SubjectKind
from kontaktpunkt.domain.times import Instant

TELLER = UUID(int=1)


def event_of(number: int, subject: Subject, body: Body | Erased | Unknown, **said: Any) -> Event:
    """Give the event with this number, happened at that time unless an `at` is said.

    What else is said goes into the envelope: `by`, `act_id`, `event_id`, `noted_at` …
    """
    at: Instant = said.get("at", Instant(number))
    told: dict[str, Any] = {
        "event_id": UUID(int=100 + number),
        "act_id": UUID(int=number),
        "by": TELLER,
        "at": at,
        "noted_at": at,
        **said,
    }
    envelope = Envelope(
        tenant="t",
        stream=Stream.CASES,
        kind=body.kind() if isinstance(body, Body) else "any",
        version=1,
        subject=subject,
        known_by=KnownBy.CHOSEN,
        origin=1,
        origin_no=number,
        previous=b"",
        base_position=0,
        clock_offset=None,
        body_hash=b"",
        **told,
    )
    return Event(envelope, body)


def fold_words(kind: SubjectKind, *said: Body | Unknown | tuple[UUID, Body]) -> Any:
    """Fold these words, each an act of its own whose id is its place; by one teller unless said."""
    subject = Subject(kind, UUID(int=0))
    events: list[Event] = []
    for place, each in zip(count(1), said, strict=False):
        by, body = each if isinstance(each, tuple) else (TELLER, each)
        events.append(event_of(place, subject, body, by=by))
    return fold(kind, events)
