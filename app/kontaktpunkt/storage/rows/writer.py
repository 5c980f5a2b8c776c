"""Writes rows in bulk, with their search documents and the tallies of the inbox's views."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import Table

from kontaktpunkt.domain.times import Instant
from kontaktpunkt.storage.connection import Value
from kontaktpunkt.storage.rows.keys import (
    SPARE_BITS,
    STATE_KEY,
    case_columns,
    case_rank,
    inbox_columns,
    sheet_columns,
    staff_columns,
    tally,
)
from kontaktpunkt.storage.search.document import Document, document_of
from kontaktpunkt.storage.search.index import SearchWriter
from kontaktpunkt.storage.tables.rows import case_row, inbox_row
from kontaktpunkt.storage.transaction import as_bytes, as_number
from kontaktpunkt.usecases.rows import CaseRow, InboxRow, SheetRow, StaffRow

_IS_OPEN: Final = 1
_TALLIED: Final = slice(1, 7)
"""Where in the inbox's columns (after the id) the ones that views are counted by stand."""
_DERIVED: Final = (
    "inbox_row",
    "case_row",
    "staff_row",
    "sheet_row",
    "listed_row",
    "message_link",
    "case_link",
    "stay_link",
    "number_link",
)


def _upsert(table: Table, key: str) -> str:
    names = [column.name for column in table.columns]
    values = ", ".join("?" for _ in names)
    new = ", ".join(f"{name} = excluded.{name}" for name in names if name != key)
    return (
        f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({values})"  # noqa: S608  our own names
        f" ON CONFLICT ({key}) DO UPDATE SET {new}"
    )


_INBOX: Final = _upsert(inbox_row, "message")
_CASE: Final = _upsert(case_row, "case_id")


class RowWriter(SearchWriter):
    """Writes the rows inside one transaction; of several rows of one thing the last holds."""

    def put_inbox_rows(self, rows: Sequence[InboxRow]) -> None:
        """Write rows of the inbox, replacing those of the same messages.

        Only messages in the shared list get a search document: those that are done are found by
        their case, and the list's own filter stays as quick as the list is short.
        """
        last = {row.message.bytes: row for row in rows}
        columns = {key: inbox_columns(row) for key, row in last.items()}
        before = self._stored(list(last))
        for same in [key for key, found in before.items() if found[-1] == columns[key][-1]]:
            # Most lines that are made again come out as they stood; all columns follow the last.
            del last[same], columns[same], before[same]
        ids = self._inbox_ids(list(last), before)
        self._run_many(_INBOX, [(ids[key], *values) for key, values in columns.items()])
        self._count_anew(before, columns)
        self._put_documents(
            {
                -ids[key]: document_of(row) if columns[key][_IS_OPEN] else Document()
                for key, row in last.items()
            }
        )

    def put_case_rows(self, rows: Sequence[CaseRow]) -> None:
        """Write rows of cases, replacing those of the same cases."""
        last = {row.case.bytes: row for row in rows}
        before = self._case_ids(list(last))
        ids = self._new_case_ids(last, before)
        documents = dict.fromkeys(before.values(), Document())
        documents |= {ids[key]: document_of(row) for key, row in last.items()}
        self._run_many(_CASE, [(ids[key], *case_columns(row)) for key, row in last.items()])
        self._put_documents(documents)

    def put_staff_rows(self, rows: Sequence[StaffRow]) -> None:
        """Write rows of staff."""
        sql = "INSERT OR REPLACE INTO staff_row (staff, row) VALUES (?, ?)"
        self._run_many(sql, [staff_columns(row) for row in rows])

    def put_sheet_rows(self, rows: Sequence[SheetRow]) -> None:
        """Write rows of numbered papers."""
        sql = (
            "INSERT OR REPLACE INTO sheet_row (sheet, case_id, workstation, serial, issued_at, row)"
            " VALUES (?, ?, ?, ?, ?, ?)"
        )
        self._run_many(sql, [sheet_columns(row) for row in rows])

    def note_read(self, staff: UUID | None, person: UUID, at: Instant) -> None:
        """Remember that a reading was noted in the access log."""
        self._run_many(
            "INSERT OR REPLACE INTO read_mark (staff, person, at) VALUES (?, ?, ?)",
            [(b"" if staff is None else staff.bytes, person.bytes, at)],
        )

    def drop_rows(self) -> None:
        """Throw all rows, links and the search index away, to be rebuilt."""
        self._drop_search()
        for table in _DERIVED:
            self._run(f"DELETE FROM {table}")  # noqa: S608  our own names
        self._run("DELETE FROM inbox_tally WHERE (view, key) <> (?, ?)", *STATE_KEY)
        self._run("UPDATE inbox_tally SET rows = rows + 1")

    def _stored(self, messages: Sequence[bytes]) -> dict[bytes, tuple[Value, ...]]:
        """Give id, tallied columns and row of those that are there already."""
        found = self._find(
            "SELECT message, id, is_open, is_untaken, is_waiting, is_set_aside, holder, desk_unit,"
            " row FROM inbox_row WHERE message IN",
            messages,
        )
        return {as_bytes(row[0]): row[1:] for row in found}

    def _count_anew(
        self,
        before: Mapping[bytes, tuple[Value, ...]],
        after: Mapping[bytes, tuple[Value, ...]],
    ) -> None:
        """Bring the tallies of the views in line with the rows that were written."""
        change = tally(values[_TALLIED] for values in after.values())
        change.subtract(tally(values[_TALLIED] for values in before.values()))
        self._run_many(
            "INSERT INTO inbox_tally (view, key, rows) VALUES (?, ?, ?)"
            " ON CONFLICT (view, key) DO UPDATE SET rows = rows + excluded.rows",
            [(*STATE_KEY, 1), *((view, key, by) for (view, key), by in change.items() if by)],
        )

    def _inbox_ids(
        self, messages: Sequence[bytes], before: Mapping[bytes, tuple[Value, ...]]
    ) -> dict[bytes, int]:
        """Give each message's row its id: the one it has, or the next free one."""
        following = as_number(
            self._run("SELECT coalesce(max(id), 0) FROM inbox_row").fetchall()[0][0]
        )
        ids: dict[bytes, int] = {}
        for message in messages:
            known = before[message][0] if message in before else None
            if isinstance(known, int):
                ids[message] = known
            else:
                following += 1
                ids[message] = following
        return ids

    def _case_ids(self, cases: Sequence[bytes]) -> dict[bytes, int]:
        found = self._find("SELECT case_id, id FROM case_row WHERE case_id IN", cases)
        return {as_bytes(case): as_number(id_) for case, id_ in found}

    def _new_case_ids(
        self, rows: Mapping[bytes, CaseRow], before: Mapping[bytes, int]
    ) -> dict[bytes, int]:
        """Give each case's row its id: the one it has while its rank holds, else the next free."""
        ranks = {key: case_rank(row) for key, row in rows.items()}
        ids = {
            key: before[key]
            for key, rank in ranks.items()
            if key in before and before[key] >> SPARE_BITS == rank >> SPARE_BITS
        }
        wanted = Counter(rank for key, rank in ranks.items() if key not in ids)
        taken = {row[0] for row in self._find("SELECT id FROM case_row WHERE id IN", [*wanted])}
        # One new case of its millisecond is the rule, and needs no further question.
        following = {
            rank: rank if count == 1 and rank not in taken else self._next_of(rank)
            for rank, count in wanted.items()
        }
        for key, rank in ranks.items():
            if key not in ids:
                ids[key] = following[rank]
                following[rank] += 1
        return ids

    def _next_of(self, rank: int) -> int:
        highest = self._run(
            "SELECT coalesce(max(id) + 1, ?) FROM case_row WHERE id BETWEEN ? AND ?",
            rank,
            rank,
            rank | ((1 << SPARE_BITS) - 1),
        )
        return as_number(highest.fetchall()[0][0])
