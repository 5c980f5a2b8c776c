"""One writing transaction at work: states by subject, what happened in it, rows to renew."""

from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager
from uuid import UUID

from kontaktpunkt.domain.decide import Happening
from kontaktpunkt.domain.fold import fold
from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.domain.ledger.envelope import (
    Envelope,
    Event,
    Stream,
    canonical_body,
    link,
    seal,
)
from kontaktpunkt.domain.ledger.subjects import (
    Subject,
    SubjectKind,
    case_subject,
    message_subject,
    person_subject,
)
from kontaktpunkt.domain.states import CaseState, MessageState, PersonState, State
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.ports import SealedEvent, StoreAct, StoreKeys, Tail
from kontaktpunkt.usecases.tools import Actor, Rules, Tools

_SALT = 32


class Workroom:
    """States and events inside one transaction; nothing is durable until the transaction ends.

    Promise: `states` always equals a fold of what the ledger would hold after the transaction.
    """

    def __init__(self, store: StoreAct, tools: Tools, rules: Rules, actor: Actor) -> None:
        self.store = store
        self.tools = tools
        self.rules = rules
        self.actor = actor
        self.touched: set[Subject] = set()
        self.unlinked: set[Subject] = set()
        self._events: dict[Subject, list[Event]] = {}
        self._states: dict[Subject, State] = {}
        self._planned: list[SealedEvent] = []
        self._whole: UUID | None = None
        self._keys: StoreKeys = store.keys()
        self._tail: Tail = store.tail()

    @property
    def keys(self) -> StoreKeys:
        """Give tenant and id key."""
        return self._keys

    def events(self, subject: Subject) -> list[Event]:
        """Give a subject's events, those of this transaction included."""
        if subject not in self._events:
            self._events[subject] = self.store.events_of(subject)
        return self._events[subject]

    def fetch(self, subjects: Iterable[Subject]) -> None:
        """Read the events of many subjects in one go, before they are asked for one by one."""
        missing = [subject for subject in subjects if subject not in self._events]
        if missing:
            self._events.update(self.store.events_of_many(missing))

    @property
    def held(self) -> int:
        """Say how many subjects' events are held in memory."""
        return len(self._events)

    def forget(self) -> None:
        """Let go of what was read; only where everything that happened has been written."""
        assert not self._planned, "what is planned lives in the events"  # noqa: S101 - ours
        self._events.clear()
        self._states.clear()

    def state(self, subject: Subject) -> State | None:
        """Give a subject's state, or None when nothing ever happened to it."""
        if subject not in self._states:
            events = self.events(subject)
            if not events:
                return None
            self._states[subject] = fold(subject.kind, events)
        return self._states[subject]

    def message(self, message: UUID) -> MessageState | None:
        """Give a message's state."""
        state = self.state(message_subject(message))
        return state if isinstance(state, MessageState) else None

    def case(self, case: UUID) -> CaseState | None:
        """Give a case's state."""
        state = self.state(case_subject(case))
        return state if isinstance(state, CaseState) else None

    def person(self, person: UUID) -> PersonState | None:
        """Give a person's state."""
        state = self.state(person_subject(person))
        return state if isinstance(state, PersonState) else None

    def states(self, subjects: Iterable[Subject]) -> dict[Subject, State]:
        """Give the states of those of the subjects that exist."""
        found = {subject: self.state(subject) for subject in subjects}
        return {subject: state for subject, state in found.items() if state is not None}

    def perform(self, act: UUID, happenings: Sequence[Happening]) -> None:
        """Put the happenings of one act in the ledger."""
        self.plan(self._whole or act, happenings)
        if self._whole is None:
            self.keep()

    @contextmanager
    def one_act(self, act: UUID) -> Generator[None]:
        """Make everything that is performed in this block one act, kept when the block ends.

        So one key that takes in several messages is taken back by one key.
        """
        self._whole = act
        try:
            yield
        finally:
            self._whole = None
        self.keep()

    def plan(self, act: UUID, happenings: Sequence[Happening]) -> None:
        """Seal happenings of an act: from now on they count in this room, but are not kept yet."""
        for happening in happenings:
            known = self.events(happening.subject)
            sealed = self._seal(act, happening)
            known.append(sealed.event)
            self._states.pop(happening.subject, None)
            self._planned.append(sealed)

    def keep(self) -> None:
        """Sign what was planned as one act and put it in the ledger."""
        planned, self._planned = self._planned, []
        if not planned:
            return
        links = b"".join(link(each.event.envelope) for each in planned)
        self.store.append(planned, self.tools.signer.sign(links))
        for each in planned:
            subject = each.event.envelope.subject
            if subject.kind is not SubjectKind.ACCESS:
                # The access log has no state and no rows to renew.
                self.touched.add(subject)
                self.unlinked.add(subject)

    def give_up(self) -> None:
        """Forget what was planned and not kept."""
        for each in reversed(self._planned):
            subject = each.event.envelope.subject
            self._events[subject].pop()
            self._states.pop(subject, None)
        self._planned = []
        self._tail = self.store.tail()

    def _seal(self, act: UUID, happening: Happening) -> SealedEvent:
        body_text = canonical_body(happening.body)
        salt = self.tools.chance.draw(_SALT)
        envelope = self._envelope(act, happening, seal(salt, body_text))
        self._tail = Tail(self._tail.origin, envelope.origin_no, link(envelope))
        return SealedEvent(Event(envelope, happening.body), body_text, salt)

    def _envelope(self, act: UUID, happening: Happening, body_hash: bytes) -> Envelope:
        return Envelope(
            event_id=self.tools.new_id(),
            tenant=self._keys.tenant,
            stream=stream_of(happening.subject),
            act_id=act,
            kind=happening.body.kind(),
            version=happening.body.version,
            subject=happening.subject,
            by=self.actor.staff,
            known_by=self.actor.known_by,
            origin=self._tail.origin,
            origin_no=self._tail.last_no + 1,
            previous=self._tail.last_link,
            base_position=0,
            at=happening.at,
            noted_at=self.tools.now(),
            clock_offset=None,
            body_hash=body_hash,
        )

    def note(self, act: UUID, subject: Subject, body: Body, at: Instant | None = None) -> None:
        """Put one single event in the ledger."""
        self.perform(act, (Happening(subject, body, self.tools.now() if at is None else at),))


def stream_of(subject: Subject) -> Stream:
    """Say which stream a subject's events travel in."""
    return Stream.ACCESS if subject.kind is SubjectKind.ACCESS else Stream.CASES
