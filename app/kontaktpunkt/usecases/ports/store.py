"""What the use cases ask of the store: a ledger, rows, drafts, all in transactions."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Protocol
from uuid import UUID

from kontaktpunkt.domain.ledger.envelope import Event
from kontaktpunkt.domain.ledger.subjects import Subject, SubjectKind
from kontaktpunkt.domain.paper.sheet_number import HIGHEST_ORDINARY
from kontaktpunkt.domain.person.facts import PersonNumber
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.ports.kept import Links, Original, SealedEvent, StoreKeys, Tail
from kontaktpunkt.usecases.ports.lists import ListedAct, ListedView
from kontaktpunkt.usecases.rows import (
    CaseRow,
    InboxQuery,
    InboxRow,
    SearchHits,
    SheetRow,
    StaffRow,
)


class LedgerView(Protocol):
    """What can be asked of the store inside one reading or writing transaction."""

    def keys(self) -> StoreKeys:
        """Give tenant and id key."""
        ...

    def events_of(self, subject: Subject) -> list[Event]:
        """Give a subject's events: placed ones by position, then own later ones by number."""
        ...

    def events_of_many(self, subjects: Sequence[Subject]) -> dict[Subject, list[Event]]:
        """Give the events of several subjects in one go (a missing one has an empty list)."""
        ...

    def subjects(self, kind: SubjectKind) -> Iterator[Subject]:
        """Go through all subjects of a kind, in order of their first event."""
        ...

    def all_sealed(self) -> Iterator[tuple[SealedEvent, bool]]:
        """Go through every own event in order of origin number; False = the body was erased."""
        ...

    def tail(self) -> Tail:
        """Give the end of this workstation's chain."""
        ...

    def act_events(self, act: UUID) -> list[Event]:
        """Give all events of one act."""
        ...

    def last_acts_by(self, staff: UUID, count: int) -> list[UUID]:
        """Give the acts of somebody on the cases stream, newest first."""
        ...

    def signature(self, of_act: UUID) -> bytes | None:
        """Give the workstation's signature over the links of an act's events."""
        ...

    def verifying_keys(self) -> dict[int, bytes]:
        """Give the public keys (Ed25519) of this store's own workstation numbers.

        A restored store has several numbers; the chain of each begins anew.
        """
        ...

    def links_of_case(self, case: UUID) -> Links:
        """Give a case's messages and person."""
        ...

    def links_of_person(self, person: UUID) -> Links:
        """Give a person's cases and messages."""
        ...

    def cases_of_stay(self, stay_id: str) -> tuple[UUID, ...]:
        """Find the cases of the source's own stay id: several where it stands on two persons."""
        ...

    def persons_of_number(self, number: PersonNumber) -> tuple[UUID, ...]:
        """Find all persons who go or went by the number: two, where one was met twice."""
        ...

    def person_of_number(self, number: PersonNumber) -> UUID | None:
        """Find the person who goes or went by the number."""
        ...

    def original(self, sha256: str) -> Original | None:
        """Give a message as received."""
        ...


class RowView(Protocol):
    """What screens ask for: pages of rows."""

    def inbox_rows(self, query: InboxQuery, start: int, count: int) -> tuple[InboxRow, ...]:
        """Give rows of a view by consequence: priority, then due, then oldest first."""
        ...

    def inbox_count(self, query: InboxQuery) -> int:
        """Count the rows of a view."""
        ...

    def inbox_place(self, query: InboxQuery, message: UUID) -> int | None:
        """Say at which place of a view a message stands."""
        ...

    def late_count(self, now: Instant) -> int:
        """Count messages in the shared list whose own time (`due_at`) has passed."""
        ...

    def set_aside_count(self) -> int:
        """Count set-aside originals that nobody has handled."""
        ...

    def set_aside_rows(self, count: int) -> tuple[InboxRow, ...]:
        """Give the rows of set-aside originals that nobody has handled, newest first."""
        ...

    def received_rows(self, since: Instant, before: Instant) -> tuple[InboxRow, ...]:
        """Give the rows of messages that came from a time on and before another, by time and id.

        Whatever has become of them: open, done or set aside.
        """
        ...

    def inbox_row(self, message: UUID) -> InboxRow | None:
        """Give one row."""
        ...

    def case_row(self, case: UUID) -> CaseRow | None:
        """Give one case's row."""
        ...

    def case_rows_of(self, person: UUID) -> tuple[CaseRow, ...]:
        """Give the rows of a person's cases, newest first."""
        ...

    def cases_in_hospital(self) -> tuple[CaseRow, ...]:
        """Give all open cases of people in hospital."""
        ...

    def open_cases(self) -> tuple[CaseRow, ...]:
        """Give all open cases, in hospital or not, by id."""
        ...

    def staff_rows(self) -> tuple[StaffRow, ...]:
        """Give all staff by name."""
        ...

    def sheet_rows(self, case: UUID | None, limit: int = 200) -> tuple[SheetRow, ...]:
        """Give numbered papers, newest first; of one case or of all."""
        ...

    def search(self, text: str, limit: int = 50) -> SearchHits:
        """Find by number, name, unit, ward, phone; never by what help somebody has (PDL 2:8)."""
        ...

    def last_sheet_serial(self, first: int = 1, last: int = HIGHEST_ORDINARY) -> int:
        """Give the highest serial in a range that this workstation has put on a paper, else 0.

        Without a range: of the numbers that the program itself gives, not Nödläge.
        """
        ...

    def last_read(self, staff: UUID | None, person: UUID) -> Instant | None:
        """Say when this user's reading of the person was last noted in the access log."""
        ...

    def row_digest(self) -> bytes:
        """Give a digest over all rows, for comparing stored with rebuilt."""
        ...


class StoreView(LedgerView, RowView, ListedView, Protocol):
    """One reading transaction: ledger and rows of the same moment."""


class StoreAct(StoreView, ListedAct, Protocol):
    """One writing transaction: all of it is durable when the block ends, or nothing is."""

    def append(self, events: Sequence[SealedEvent], signature: bytes) -> None:
        """Keep the events of one act, with the workstation's signature over their links."""
        ...

    def put_original(self, original: Original) -> None:
        """Keep an original; the same bytes are kept once."""
        ...

    def put_inbox_rows(self, rows: Sequence[InboxRow]) -> None:
        """Write rows of the inbox, replacing those of the same messages."""
        ...

    def put_case_rows(self, rows: Sequence[CaseRow]) -> None:
        """Write rows of cases, replacing those of the same cases."""
        ...

    def put_staff_rows(self, rows: Sequence[StaffRow]) -> None:
        """Write rows of staff."""
        ...

    def put_sheet_rows(self, rows: Sequence[SheetRow]) -> None:
        """Write rows of numbered papers."""
        ...

    def link_message(self, message: UUID, case: UUID | None, person: UUID | None) -> None:
        """Remember which case and person a message belongs to."""
        ...

    def link_case(self, case: UUID, person: UUID | None, stay_ids: Sequence[str]) -> None:
        """Remember a case's person and stay ids."""
        ...

    def link_numbers(self, person: UUID, numbers: Sequence[PersonNumber]) -> None:
        """Remember all numbers that a person goes or went by."""
        ...

    def note_read(self, staff: UUID | None, person: UUID, at: Instant) -> None:
        """Remember that a reading was noted in the access log."""
        ...

    def drop_rows(self) -> None:
        """Throw all rows, links and the search index away, to be rebuilt."""
        ...


class Drafts(Protocol):
    """What somebody is typing: kept at once, never synced, gone with its subject."""

    def draft(self, staff: UUID, subject: str, field: str) -> str:
        """Give what was typed ('' when nothing)."""
        ...

    def keep_draft(self, staff: UUID, subject: str, field: str, text: str) -> None:
        """Keep what was typed; an empty text forgets it."""
        ...

    def drafts_of(self, subject: str) -> list[tuple[UUID, str]]:
        """Say who has drafts on a subject: (staff, field)."""
        ...


class Preferences(Protocol):
    """Small things remembered per person: window, columns, text size; no person's data."""

    def preference(self, owner: str, key: str) -> str:
        """Give a remembered value ('' when none)."""
        ...

    def keep_preference(self, owner: str, key: str, value: str) -> None:
        """Remember a value."""
        ...


class Store(Drafts, Preferences, Protocol):
    """The encrypted local store."""

    def reading(self) -> AbstractContextManager[StoreView]:
        """Open one reading transaction."""
        ...

    def writing(self) -> AbstractContextManager[StoreAct]:
        """Open one writing transaction; raises Unavailable when the disk or the key says no."""
        ...

    def change_mark(self) -> int:
        """Give a number that differs when another process has written (PRAGMA data_version).

        This store's own acts leave it alone; not to be asked inside a writing transaction.
        """
        ...
