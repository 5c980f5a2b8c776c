"""What the use cases ask of the store about small subjects, which are listed as they stand."""

from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.ledger.subjects import SubjectKind
from kontaktpunkt.domain.times import Instant


class ListedRow(Struct, frozen=True, kw_only=True):
    """One small subject as it stands: `row` is its state as JSON, `at` the time it is found by."""

    kind: SubjectKind
    id: UUID
    is_open: bool
    at: Instant
    row: bytes


class ListedView(Protocol):
    """What can be asked of the lists inside one transaction."""

    def listed(
        self, kind: SubjectKind, since: Instant | None = None, *, only_open: bool = False
    ) -> tuple[ListedRow, ...]:
        """Give the rows of a kind by time, then id; from a time on, or only those still open."""
        ...

    def listed_row(self, kind: SubjectKind, subject: UUID) -> ListedRow | None:
        """Give one row."""
        ...

    def rows_made_by(self) -> int:
        """Tell by which shape of rows all rows were last made (0 in a store that has none)."""
        ...


class ListedAct(ListedView, Protocol):
    """What can be written to the lists inside one writing transaction."""

    def put_listed(self, rows: Sequence[ListedRow]) -> None:
        """Write rows, replacing those of the same subjects."""
        ...

    def drop_listed(self, kind: SubjectKind, subjects: Sequence[UUID]) -> None:
        """Take the rows of subjects away that stand in the list no more."""
        ...

    def note_rows_made(self, shape: int) -> None:
        """Remember by which shape of rows all rows were made."""
        ...
