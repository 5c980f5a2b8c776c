"""Keeps and finds small subjects, each as it stands; what stands in a row is not known here."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from kontaktpunkt.domain.ledger.subjects import SubjectKind
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.storage.transaction import InTransaction, as_bytes, as_id, as_number
from kontaktpunkt.usecases.ports.lists import ListedRow

_MADE_BY: Final = "rows_made_by"
_COLUMNS: Final = "SELECT id, is_open, at, row FROM listed_row"


class ListedReader(InTransaction):
    """What can be asked of the lists inside one transaction."""

    def listed(
        self, kind: SubjectKind, since: Instant | None = None, *, only_open: bool = False
    ) -> tuple[ListedRow, ...]:
        """Give the rows of a kind by time, then id; from a time on, or only those still open."""
        is_open = " AND is_open = 1" if only_open else ""
        query = f"{_COLUMNS} WHERE kind = ? AND at >= ?{is_open} ORDER BY at, id"
        first = -(1 << 62) if since is None else since
        found = self._run(query, kind.value, first).fetchall()
        return tuple(
            ListedRow(
                kind=kind,
                id=as_id(row[0]),
                is_open=bool(row[1]),
                at=Instant(as_number(row[2])),
                row=as_bytes(row[3]),
            )
            for row in found
        )

    def listed_row(self, kind: SubjectKind, subject: UUID) -> ListedRow | None:
        """Give one row."""
        query = f"{_COLUMNS} WHERE kind = ? AND id = ?"
        row = self._run(query, kind.value, subject.bytes).fetchone()
        if row is None:
            return None
        return ListedRow(
            kind=kind,
            id=subject,
            is_open=bool(row[1]),
            at=Instant(as_number(row[2])),
            row=as_bytes(row[3]),
        )

    def rows_made_by(self) -> int:
        """Tell by which shape of rows all rows were last made (0 in a store that has none)."""
        found = self._run("SELECT value FROM meta WHERE key = ?", _MADE_BY).fetchone()
        return int(as_bytes(found[0])) if found else 0


class ListedWriter(InTransaction):
    """Writes the lists inside one transaction."""

    def put_listed(self, rows: Sequence[ListedRow]) -> None:
        """Write rows, replacing those of the same subjects."""
        self._run_many(
            "INSERT OR REPLACE INTO listed_row (kind, id, is_open, at, row) VALUES (?, ?, ?, ?, ?)",
            [(row.kind.value, row.id.bytes, int(row.is_open), row.at, row.row) for row in rows],
        )

    def drop_listed(self, kind: SubjectKind, subjects: Sequence[UUID]) -> None:
        """Take the rows of subjects away that stand in the list no more."""
        self._run_many(
            "DELETE FROM listed_row WHERE kind = ? AND id = ?",
            [(kind.value, subject.bytes) for subject in subjects],
        )

    def note_rows_made(self, shape: int) -> None:
        """Remember by which shape of rows all rows were made."""
        self._run(
            "INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", _MADE_BY, str(shape).encode()
        )
