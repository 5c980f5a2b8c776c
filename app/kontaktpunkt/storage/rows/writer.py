"""Writes rows in bulk, with their search documents and the tallies of the inbox's views."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import Table, select

from kontaktpunkt.domain.times import Instant
from kontaktpunkt.storage.rows.keys import (
    case_columns,
    inbox_columns,
    sheet_columns,
    staff_columns,
    tally,
)
from kontaktpunkt.storage.search.document import document_of
from kontaktpunkt.storage.search.index import SearchWriter
from kontaktpunkt.storage.tables.rows import case_row, inbox_row
from kontaktpunkt.storage.transaction import Value
from kontaktpunkt.usecases.rows import CaseRow, InboxRow, SheetRow, StaffRow

_AT_A_TIME: Final = 500
_TALLIED: Final = slice(1, 7)
"""Where in the inbox's columns (after the id) the ones that views are counted by stand."""
_DERIVED: Final = (
    "inbox_row",
    "inbox_tally",
    "case_row",
    "staff_row",
    "sheet_row",
    "message_link",
    "case_link",
    "stay_link",
    "number_link",
)


def _upsert(table: Table, key: str) -> str:
    names = [column.name for column in table.columns]
    values = ", ".join("?" for _ in names)
    kept = ("id", key)
    new = ", ".join(f"{name} = excluded.{name}" for name in names if name not in kept)
    # Names of our own tables, no values.
    return (
        f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({values})"  # noqa: S608  our own names
        f" ON CONFLICT ({key}) DO UPDATE SET {new}"
    )


_INBOX: Final = _upsert(inbox_row, "message")
_CASE: Final = _upsert(case_row, "case_id")


class RowWriter(SearchWriter):
    """Writes the rows inside one transaction; of several rows of one thing the last holds."""

    def put_inbox_rows(self, rows: Sequence[InboxRow]) -> None:
        """Write rows of the inbox, replacing those of the same messages."""
        last = {row.message.bytes: row for row in rows}
        columns = {key: inbox_columns(row) for key, row in last.items()}
        before = self._tallied_columns(list(last))
        ids = self._ids(inbox_row, list(last), {key: found[0] for key, found in before.items()})
        self._run_many(_INBOX, [(ids[key], *values) for key, values in columns.items()])
        change = tally(values[_TALLIED] for values in columns.values())
        change.subtract(tally(found[1:] for found in before.values()))
        self._run_many(
            "INSERT INTO inbox_tally (view, key, rows) VALUES (?, ?, ?)"
            " ON CONFLICT (view, key) DO UPDATE SET rows = rows + excluded.rows",
            [(view, key, by) for (view, key), by in change.items() if by],
        )
        self._put_documents({ids[key]: document_of(row) for key, row in last.items()})

    def put_case_rows(self, rows: Sequence[CaseRow]) -> None:
        """Write rows of cases, replacing those of the same cases."""
        last = {row.case.bytes: row for row in rows}
        ids = self._ids(case_row, list(last), self._case_ids(list(last)))
        self._run_many(_CASE, [(ids[key], *case_columns(row)) for key, row in last.items()])
        self._put_documents({-ids[key]: document_of(row) for key, row in last.items()})

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
            self._connection.exec_driver_sql(f"DELETE FROM {table}")  # noqa: S608  our own names

    def _tallied_columns(self, messages: Sequence[bytes]) -> dict[bytes, tuple[Value, ...]]:
        """Give id and tallied columns of the rows that are there already."""
        row = inbox_row.c
        found: dict[bytes, tuple[Value, ...]] = {}
        for start in range(0, len(messages), _AT_A_TIME):
            query = select(
                row.message,
                row.id,
                row.is_open,
                row.is_untaken,
                row.is_waiting,
                row.is_set_aside,
                row.holder,
                row.desk_unit,
            ).where(row.message.in_(messages[start : start + _AT_A_TIME]))
            found |= {one[0]: tuple(one[1:]) for one in self._connection.execute(query)}
        return found

    def _case_ids(self, cases: Sequence[bytes]) -> dict[bytes, Value]:
        found: dict[bytes, Value] = {}
        for start in range(0, len(cases), _AT_A_TIME):
            some = cases[start : start + _AT_A_TIME]
            query = select(case_row.c.case_id, case_row.c.id).where(case_row.c.case_id.in_(some))
            found |= {one[0]: one[1] for one in self._connection.execute(query)}
        return found

    def _ids(
        self, table: Table, keys: Sequence[bytes], known: dict[bytes, Value]
    ) -> dict[bytes, int]:
        """Give each row its id: the one it has, or the next free one."""
        highest = self._connection.exec_driver_sql(f"SELECT max(id) FROM {table.name}")  # noqa: S608  our own names
        following = int(highest.scalar() or 0)
        ids: dict[bytes, int] = {}
        for key in keys:
            if isinstance(id_ := known.get(key), int):
                ids[key] = id_
            else:
                following += 1
                ids[key] = following
        return ids
