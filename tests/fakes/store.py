"""The store in memory: passes the same contract tests as the encrypted one."""

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from uuid import UUID

from fakes.content import Content
from fakes.views import RowsInMemory
from kontaktpunkt.domain.ledger.subjects import SubjectKind
from kontaktpunkt.domain.person.facts import PersonNumber
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.storage.ledger.chain import follow
from kontaktpunkt.usecases.failures import Obstacle, Unavailable
from kontaktpunkt.usecases.ports import ListedRow, Original, SealedEvent, StoreKeys
from kontaktpunkt.usecases.rows import CaseRow, InboxRow, SheetRow, StaffRow


class _ActInMemory(RowsInMemory):
    """One writing transaction on a copy of the content."""

    def append(self, events: Sequence[SealedEvent], signature: bytes) -> None:
        """Keep the events of one act."""
        follow(self.tail(), events)
        self._content.signatures[events[0].event.envelope.act_id] = signature
        for sealed in events:
            self._content.events.append(sealed)
            subject = sealed.event.envelope.subject
            self._content.by_subject.setdefault(subject, []).append(sealed)

    def put_original(self, original: Original) -> None:
        """Keep an original; the same bytes are kept once."""
        self._content.originals.setdefault(original.sha256, original)

    def put_inbox_rows(self, rows: Sequence[InboxRow]) -> None:
        """Write rows of the inbox."""
        self._content.inbox |= {row.message: row for row in rows}

    def put_case_rows(self, rows: Sequence[CaseRow]) -> None:
        """Write rows of cases."""
        self._content.cases |= {row.case: row for row in rows}

    def put_staff_rows(self, rows: Sequence[StaffRow]) -> None:
        """Write rows of staff."""
        self._content.staff |= {row.staff: row for row in rows}

    def put_sheet_rows(self, rows: Sequence[SheetRow]) -> None:
        """Write rows of numbered papers."""
        self._content.sheets |= {row.sheet: row for row in rows}

    def put_listed(self, rows: Sequence[ListedRow]) -> None:
        """Write rows of small subjects."""
        self._content.listed |= {(row.kind, row.id): row for row in rows}

    def drop_listed(self, kind: SubjectKind, subjects: Sequence[UUID]) -> None:
        """Take rows away."""
        for subject in subjects:
            self._content.listed.pop((kind, subject), None)

    def note_rows_made(self, shape: int) -> None:
        """Remember by which shape of rows all rows were made."""
        self._content.rows_made["rows"] = shape

    def link_message(self, message: UUID, case: UUID | None, person: UUID | None) -> None:
        """Remember a message's case and person."""
        self._content.message_links[message] = (case, person)

    def link_case(self, case: UUID, person: UUID | None, stay_ids: Sequence[str]) -> None:
        """Remember a case's person and stay ids."""
        kept = {pair for pair in self._content.stay_links if pair[1] != case}
        self._content.stay_links = kept | {(stay_id, case) for stay_id in stay_ids}
        self._content.case_links[case] = person

    def link_numbers(self, person: UUID, numbers: Sequence[PersonNumber]) -> None:
        """Remember all numbers of a person."""
        kept = {pair for pair in self._content.number_links if pair[1] != person}
        self._content.number_links = kept | {(number, person) for number in numbers}

    def note_read(self, staff: UUID | None, person: UUID, at: Instant) -> None:
        """Remember that a reading was noted."""
        self._content.read_marks[staff, person] = at

    def drop_rows(self) -> None:
        """Throw all rows and links away."""
        self._content.drop_derived()


class StoreInMemory:
    """A store that is gone with the process.

    `fail_next(obstacle)` makes the next writing transaction end as on a full disk or the like:
    everything in it is given up and Unavailable raised.
    """

    def __init__(self, tenant: str = "1494", origin: int = 1, id_key: bytes = b"i" * 32) -> None:
        self._keys = StoreKeys(tenant, id_key)
        self.origin = origin
        self.content = Content()
        self._drafts: dict[tuple[UUID, str, str], str] = {}
        self._preferences: dict[tuple[str, str], str] = {}
        self._obstacle: Obstacle | None = None
        self.public_key = b"p" * 32

    @contextmanager
    def reading(self) -> Generator[RowsInMemory]:
        """Open one reading transaction: content is replaced whole, so this is one moment."""
        yield RowsInMemory(self.content, self._keys, self.origin, self.public_key)

    @contextmanager
    def writing(self) -> Generator[_ActInMemory]:
        """Open one writing transaction; an error in it leaves everything as it was."""
        twin = self.content.copy()
        yield _ActInMemory(twin, self._keys, self.origin, self.public_key)
        if self._obstacle is not None:
            obstacle, self._obstacle = self._obstacle, None
            raise Unavailable(obstacle)
        self.content = twin

    def fail_next(self, obstacle: Obstacle) -> None:
        """Let the next writing transaction fail at its end."""
        self._obstacle = obstacle

    def erase_body(self, event_id: UUID) -> None:
        """Erase the body of an event (gallring); its envelope stays."""
        self.content.erased.add(event_id)

    def change_mark(self) -> int:
        """Give always the same: nobody else can write here."""
        return 0

    def draft(self, staff: UUID, subject: str, field: str) -> str:
        """Give what was typed."""
        return self._drafts.get((staff, subject, field), "")

    def keep_draft(self, staff: UUID, subject: str, field: str, text: str) -> None:
        """Keep what was typed; an empty text forgets it."""
        self._drafts.pop((staff, subject, field), None)
        if text:
            self._drafts[staff, subject, field] = text

    def drafts_of(self, subject: str) -> list[tuple[UUID, str]]:
        """Say who has drafts on a subject."""
        return sorted((staff, field) for staff, of, field in self._drafts if of == subject)

    def preference(self, owner: str, key: str) -> str:
        """Give a remembered value."""
        return self._preferences.get((owner, key), "")

    def keep_preference(self, owner: str, key: str, value: str) -> None:
        """Remember a value."""
        self._preferences[owner, key] = value
