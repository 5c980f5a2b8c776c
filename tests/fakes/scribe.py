"""Writes events that follow on one another, for tests of the store."""

from collections.abc import Sequence
from uuid import UUID

from fakes.time_and_chance import SeededChance
from kontaktpunkt.domain.events.office import StaffAdded
from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.domain.ledger.envelope import (
    Envelope,
    Event,
    KnownBy,
    Stream,
    canonical_body,
    link,
    seal,
)
from kontaktpunkt.domain.ledger.subjects import Subject, SubjectKind
from kontaktpunkt.domain.staff import Role
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.ports import SealedEvent, StoreAct, Tail

Happening = tuple[Subject, Body]


class Scribe:
    """Seals happenings into acts and appends them."""

    def __init__(self, seed: int = 1) -> None:
        self._chance = SeededChance(seed)

    def new_id(self) -> UUID:
        """Give an id that nothing else has."""
        return UUID(bytes=self._chance.draw(16))

    def subject(self, kind: SubjectKind = SubjectKind.STAFF) -> Subject:
        """Give a subject that nothing has happened to."""
        return Subject(kind, self.new_id())

    def seal(
        self,
        tail: Tail,
        happenings: Sequence[Happening],
        *,
        by: UUID | None = None,
        stream: Stream = Stream.CASES,
    ) -> list[SealedEvent]:
        """Make the events of one act, following on the tail."""
        act, number, previous = self.new_id(), tail.last_no, tail.last_link
        sealed: list[SealedEvent] = []
        for subject, body in happenings:
            number += 1
            text, salt = canonical_body(body), self._chance.draw(32)
            envelope = Envelope(
                event_id=self.new_id(),
                tenant="1494",
                stream=stream,
                act_id=act,
                kind=body.kind(),
                version=body.version,
                subject=subject,
                by=by,
                known_by=KnownBy.SYSTEM if by is None else KnownBy.CHOSEN,
                origin=tail.origin,
                origin_no=number,
                previous=previous,
                base_position=0,
                at=Instant(number * 1_000_000),
                noted_at=Instant(number * 1_000_000),
                clock_offset=None,
                body_hash=seal(salt, text),
            )
            previous = link(envelope)
            sealed.append(SealedEvent(Event(envelope, body), text, salt))
        return sealed

    def append(
        self,
        act: StoreAct,
        happenings: Sequence[Happening],
        *,
        by: UUID | None = None,
        stream: Stream = Stream.CASES,
    ) -> list[Event]:
        """Append one act with these happenings; give its events."""
        sealed = self.seal(act.tail(), happenings, by=by, stream=stream)
        act.append(sealed, b"signature " + sealed[0].event.envelope.act_id.bytes)
        return [one.event for one in sealed]

    def hire(self, act: StoreAct, *names: str) -> list[Event]:
        """Append one act for each name: somebody works here."""
        return [self.append(act, [(self.subject(), hired(name))])[0] for name in names]


def hired(name: str) -> StaffAdded:
    """Give the fact that somebody works here."""
    return StaffAdded(name=name, role=Role.CONTACT_POINT)
