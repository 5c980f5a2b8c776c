"""What can be asked of the store in memory: plain loops over what the database does by index."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from fakes.content import Content
from kontaktpunkt.domain.events.register import read_body
from kontaktpunkt.domain.ledger.body import Erased
from kontaktpunkt.domain.ledger.envelope import FIRST_LINK, Event, Stream, link
from kontaktpunkt.domain.ledger.subjects import Subject, SubjectKind
from kontaktpunkt.domain.paper.sheet_number import HIGHEST_ORDINARY
from kontaktpunkt.domain.person.facts import PersonNumber
from kontaktpunkt.domain.states import MessageStage
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.storage.rows.search import COUNTED
from kontaktpunkt.storage.search.document import Document, document_of
from kontaktpunkt.storage.search.fold import SHORT, loose, sort_key, tokens
from kontaktpunkt.usecases.ports import Links, ListedRow, Original, SealedEvent, StoreKeys, Tail
from kontaktpunkt.usecases.rows import (
    CaseRow,
    InboxQuery,
    InboxRow,
    InboxView,
    SearchHits,
    SheetRow,
    StaffRow,
)

_NEVER = 1 << 63


class LedgerInMemory:
    """The ledger's half of a view."""

    def __init__(self, content: Content, keys: StoreKeys, origin: int, public_key: bytes) -> None:
        self._content = content
        self._keys = keys
        self._origin = origin
        self._public_key = public_key

    def keys(self) -> StoreKeys:
        """Give tenant and id key."""
        return self._keys

    def events_of(self, subject: Subject) -> list[Event]:
        """Give a subject's events in their order."""
        return [self._event(sealed) for sealed in self._content.by_subject.get(subject, [])]

    def events_of_many(self, subjects: Sequence[Subject]) -> dict[Subject, list[Event]]:
        """Give the events of several subjects."""
        return {subject: self.events_of(subject) for subject in subjects}

    def subjects(self, kind: SubjectKind) -> Iterator[Subject]:
        """Go through all subjects of a kind, in order of their first event."""
        return iter([subject for subject in self._content.by_subject if subject.kind is kind])

    def all_sealed(self) -> Iterator[tuple[SealedEvent, bool]]:
        """Go through every event; an erased one has neither text nor salt."""
        for sealed in self._content.events:
            if sealed.event.envelope.event_id in self._content.erased:
                yield SealedEvent(Event(sealed.event.envelope, Erased()), b"", b""), False
            else:
                yield SealedEvent(self._event(sealed), sealed.body_text, sealed.salt), True

    def tail(self) -> Tail:
        """Give the end of this workstation's own chain."""
        own = (one.event.envelope for one in reversed(self._content.events))
        last = next((one for one in own if one.origin == self._origin), None)
        if last is None:
            return Tail(self._origin, 0, FIRST_LINK)
        return Tail(self._origin, last.origin_no, link(last))

    def act_events(self, act: UUID) -> list[Event]:
        """Give all events of one act."""
        return [
            self._event(one) for one in self._content.events if one.event.envelope.act_id == act
        ]

    def last_acts_by(self, staff: UUID, count: int) -> list[UUID]:
        """Give the acts of somebody on the cases stream, newest first."""
        acts: dict[UUID, None] = {}
        for sealed in reversed(self._content.events):
            envelope = sealed.event.envelope
            if envelope.by == staff and envelope.stream is Stream.CASES:
                acts[envelope.act_id] = None
        return list(acts)[:count]

    def signature(self, of_act: UUID) -> bytes | None:
        """Give the signature over an act."""
        return self._content.signatures.get(of_act)

    def verifying_keys(self) -> dict[int, bytes]:
        """Give the public keys by workstation number."""
        return {self._origin: self._public_key}

    def links_of_case(self, case: UUID) -> Links:
        """Give a case's messages and person."""
        messages = [one for one, (of, _) in self._content.message_links.items() if of == case]
        person = self._content.case_links.get(case)
        return Links(messages=tuple(sorted(messages)), cases=(case,), person=person)

    def links_of_person(self, person: UUID) -> Links:
        """Give a person's cases and messages."""
        cases = {case for case, of in self._content.case_links.items() if of == person}
        messages = [
            message
            for message, (case, of) in self._content.message_links.items()
            if of == person or case in cases
        ]
        return Links(messages=tuple(sorted(messages)), cases=tuple(sorted(cases)), person=person)

    def cases_of_stay(self, stay_id: str) -> tuple[UUID, ...]:
        """Find the cases of the source's own stay id."""
        return tuple(sorted(case for of, case in self._content.stay_links if of == stay_id))

    def person_of_number(self, number: PersonNumber) -> UUID | None:
        """Find the person who goes or went by the number."""
        return next(iter(self.persons_of_number(number)), None)

    def persons_of_number(self, number: PersonNumber) -> tuple[UUID, ...]:
        """Find all persons who go or went by the number."""
        found = [person for of, person in self._content.number_links if of == number]
        return tuple(sorted(found))

    def original(self, sha256: str) -> Original | None:
        """Give a message as received."""
        return self._content.originals.get(sha256)

    def _event(self, sealed: SealedEvent) -> Event:
        envelope = sealed.event.envelope
        if envelope.event_id in self._content.erased:
            return Event(envelope, Erased())
        return Event(envelope, read_body(envelope.kind, envelope.version, sealed.body_text))


class RowsInMemory(LedgerInMemory):
    """The rows' half of a view."""

    def inbox_rows(self, query: InboxQuery, start: int, count: int) -> tuple[InboxRow, ...]:
        """Give rows of a view."""
        return tuple(self._view(query)[start : start + count])

    def inbox_count(self, query: InboxQuery) -> int:
        """Count the rows of a view."""
        return len(self._view(query))

    def inbox_place(self, query: InboxQuery, message: UUID) -> int | None:
        """Say at which place of a view a message stands."""
        found = [row.message for row in self._view(query)]
        return found.index(message) if message in found else None

    def late_count(self, now: Instant) -> int:
        """Count messages in the shared list whose own time has passed."""
        open_ = filter(_is_open, self._content.inbox.values())
        return sum(row.due_at is not None and row.due_at < now for row in open_)

    def set_aside_count(self) -> int:
        """Count set-aside originals that nobody has handled."""
        return sum(
            row.set_aside is not None for row in filter(_is_open, self._content.inbox.values())
        )

    def set_aside_rows(self, count: int) -> tuple[InboxRow, ...]:
        """Give the rows of set-aside originals that nobody has handled, newest first."""
        rows = [
            row
            for row in filter(_is_open, self._content.inbox.values())
            if row.set_aside is not None
        ]
        rows.sort(key=lambda row: (-row.received_at, row.message))
        return tuple(rows[:count])

    def received_rows(self, since: Instant, before: Instant) -> tuple[InboxRow, ...]:
        """Give the rows of messages that came in some time."""
        rows = self._content.inbox.values()
        found = [row for row in rows if since <= row.received_at < before]
        return tuple(sorted(found, key=lambda row: (row.received_at, row.message)))

    def inbox_row(self, message: UUID) -> InboxRow | None:
        """Give one row."""
        return self._content.inbox.get(message)

    def case_row(self, case: UUID) -> CaseRow | None:
        """Give one case's row."""
        return self._content.cases.get(case)

    def case_rows_of(self, person: UUID) -> tuple[CaseRow, ...]:
        """Give the rows of a person's cases, newest first."""
        found = [row for row in self._content.cases.values() if row.person == person]
        return tuple(sorted(found, key=lambda row: (-row.opened_at, row.case)))

    def cases_in_hospital(self) -> tuple[CaseRow, ...]:
        """Give all open cases of people in hospital, the longest there first."""
        found = [row for row in self._content.cases.values() if row.is_open and row.in_hospital]
        return tuple(sorted(found, key=lambda row: (_or_last(row.admitted_at), row.case)))

    def open_cases(self) -> tuple[CaseRow, ...]:
        """Give all open cases by id."""
        found = [row for row in self._content.cases.values() if row.is_open]
        return tuple(sorted(found, key=lambda row: row.case))

    def staff_rows(self) -> tuple[StaffRow, ...]:
        """Give all staff by name."""
        staff = self._content.staff.values()
        return tuple(sorted(staff, key=lambda row: (sort_key(row.name), row.staff)))

    def sheet_rows(self, case: UUID | None, limit: int = 200) -> tuple[SheetRow, ...]:
        """Give numbered papers, newest first."""
        found = [row for row in self._content.sheets.values() if case in (None, row.case)]
        return tuple(sorted(found, key=lambda row: (-row.issued_at, row.sheet))[:limit])

    def listed(
        self, kind: SubjectKind, since: Instant | None = None, *, only_open: bool = False
    ) -> tuple[ListedRow, ...]:
        """Give the rows of a kind by time, then id."""
        found = [
            row
            for row in self._content.listed.values()
            if row.kind is kind
            and (since is None or row.at >= since)
            and (row.is_open or not only_open)
        ]
        return tuple(sorted(found, key=lambda row: (row.at, row.id)))

    def listed_row(self, kind: SubjectKind, subject: UUID) -> ListedRow | None:
        """Give one row."""
        return self._content.listed.get((kind, subject))

    def rows_made_by(self) -> int:
        """Tell by which shape of rows all rows were made."""
        return self._content.rows_made.get("rows", 0)

    def search(self, text: str, limit: int = 50) -> SearchHits:
        """Find by number, name, unit, ward, phone."""
        for loosely in (False, True):
            cases = [row for row in self._content.cases.values() if _is_hit(row, text, loosely)]
            messages = [
                row
                for row in filter(_is_open, self._content.inbox.values())
                if row.set_aside is not None and _is_hit(row, text, loosely)
            ]
            if cases or messages:
                cases.sort(key=lambda row: (not row.is_open, -row.opened_at, row.case))
                messages.sort(key=lambda row: (-row.received_at, row.message))
                return SearchHits(
                    cases=tuple(cases[:limit]),
                    messages=tuple(messages[:limit]),
                    total=min(len(cases) + len(messages), COUNTED),
                    loose=loosely,
                )
        return SearchHits()

    def last_sheet_serial(self, first: int = 1, last: int = HIGHEST_ORDINARY) -> int:
        """Give the highest serial of this workstation in a range."""
        numbers = [row.number for row in self._content.sheets.values()]
        own = [number for number in numbers if len(number) == 9 and number.isdecimal()]
        serials = [int(one[3:8]) for one in own if int(one[:3]) == self._origin]
        return max((one for one in serials if first <= one <= last), default=0)

    def last_read(self, staff: UUID | None, person: UUID) -> Instant | None:
        """Say when a reading was last noted."""
        return self._content.read_marks.get((staff, person))

    def row_digest(self) -> bytes:
        """Give a digest over all rows."""
        return self._content.digest()

    def _view(self, query: InboxQuery) -> list[InboxRow]:
        rows = [row for row in self._content.inbox.values() if _in_view(row, query)]
        if query.text.strip():
            rows = [row for row in rows if _is_hit(row, query.text, loosely=False)]
        if query.view is InboxView.DONE_TODAY:
            return sorted(rows, key=lambda row: (-(row.done_at or 0), row.message))
        return sorted(
            rows, key=lambda row: (row.priority, _or_last(row.due_at), row.received_at, row.message)
        )


def _in_view(row: InboxRow, query: InboxQuery) -> bool:
    receiver_staff = row.receiver.staff if row.receiver else None
    receiver_unit = row.receiver.unit if row.receiver else ""
    match query.view:
        case InboxView.UNTAKEN:
            return row.stage is MessageStage.OPEN and row.owner is None
        case InboxView.MINE:
            holder = row.owner or receiver_staff
            return _is_open(row) and query.staff is not None and holder == query.staff
        case InboxView.MY_UNIT:
            return _is_open(row) and bool(query.unit) and (receiver_unit or row.unit) == query.unit
        case InboxView.ALL_OPEN:
            return _is_open(row)
        case InboxView.WAITING:
            return row.stage is MessageStage.WAITING
        case InboxView.DONE_TODAY:
            return not _is_open(row) and row.done_at is not None and row.done_at >= query.since


def _is_open(row: InboxRow) -> bool:
    return row.stage in (MessageStage.OPEN, MessageStage.WAITING)


def _or_last(at: Instant | None) -> int:
    return _NEVER if at is None else at


def _is_hit(row: InboxRow | CaseRow, typed: str, loosely: bool) -> bool:  # noqa: FBT001  one of two tries
    document, found = document_of(row), tokens(typed)
    return bool(found) and all(_is_in(document, token, loosely=loosely) for token in found)


def _is_in(document: Document, token: str, *, loosely: bool) -> bool:
    if len(token) < SHORT:
        return token in document.heads.split()
    if loosely:
        return loose(token) in document.grams or loose(token) in document.loose
    return token in document.grams
