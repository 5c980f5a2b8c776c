"""Reads the rows of cases, staff and papers, and when somebody's reading was last noted."""

from uuid import UUID

from sqlalchemy import ColumnElement, literal_column, select

from kontaktpunkt.domain.paper.sheet_number import HIGHEST_ORDINARY
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.storage.rows.keys import read_case_row, read_sheet_row, read_staff_row
from kontaktpunkt.storage.search.fold import sort_key
from kontaktpunkt.storage.tables.rows import case_row
from kontaktpunkt.storage.transaction import InTransaction, as_bytes, as_number
from kontaktpunkt.usecases.rows import CaseRow, SheetRow, StaffRow

_CASE = case_row.c
_ONE: ColumnElement[int] = literal_column("1")


class RowReader(InTransaction):
    """What can be asked of the rows inside one transaction."""

    def case_row(self, case: UUID) -> CaseRow | None:
        """Give one case's row."""
        found = self._run("SELECT row FROM case_row WHERE case_id = ?", case.bytes).fetchone()
        return read_case_row(as_bytes(found[0])) if found else None

    def case_rows_of(self, person: UUID) -> tuple[CaseRow, ...]:
        """Give the rows of a person's cases, newest first."""
        query = select(_CASE.row).where(_CASE.person == person.bytes)
        found = self._connection.execute(query.order_by(_CASE.opened_at.desc(), _CASE.case_id))
        return tuple(read_case_row(one) for one in found.scalars())

    def cases_in_hospital(self) -> tuple[CaseRow, ...]:
        """Give open cases of people in hospital, the longest there first, unknown times last."""
        query = (
            select(_CASE.row)
            .where(_CASE.is_open == _ONE, _CASE.in_hospital == _ONE)
            .order_by(_CASE.admitted_at.is_(None), _CASE.admitted_at, _CASE.case_id)
        )
        return tuple(read_case_row(one) for one in self._connection.execute(query).scalars())

    def open_cases(self) -> tuple[CaseRow, ...]:
        """Give all open cases, in hospital or not, by id."""
        found = self._run("SELECT row FROM case_row WHERE is_open = 1 ORDER BY case_id").fetchall()
        return tuple(read_case_row(as_bytes(row[0])) for row in found)

    def staff_rows(self) -> tuple[StaffRow, ...]:
        """Give all staff by name in Swedish order."""
        found = self._run("SELECT row FROM staff_row").fetchall()
        rows = [read_staff_row(as_bytes(row[0])) for row in found]
        return tuple(sorted(rows, key=lambda row: (sort_key(row.name), row.staff)))

    def sheet_rows(self, case: UUID | None, limit: int = 200) -> tuple[SheetRow, ...]:
        """Give numbered papers, newest first; of one case or of all."""
        if case is None:
            query = "SELECT row FROM sheet_row ORDER BY issued_at DESC, sheet LIMIT ?"
            found = self._run(query, limit)
        else:
            query = """SELECT row FROM sheet_row WHERE case_id = ?
                ORDER BY issued_at DESC, sheet LIMIT ?"""
            found = self._run(query, case.bytes, limit)
        return tuple(read_sheet_row(as_bytes(row[0])) for row in found.fetchall())

    def last_sheet_serial(self, first: int = 1, last: int = HIGHEST_ORDINARY) -> int:
        """Give the highest serial in a range that this workstation has put on a paper, else 0."""
        highest = self._run(
            """SELECT coalesce(max(serial), 0) FROM sheet_row
            WHERE serial BETWEEN ? AND ? AND workstation =
            (SELECT CAST(CAST(value AS TEXT) AS INTEGER) FROM meta WHERE key = 'origin')""",
            first,
            last,
        )
        return as_number(highest.fetchall()[0][0])

    def last_read(self, staff: UUID | None, person: UUID) -> Instant | None:
        """Say when this user's reading of the person was last noted in the access log."""
        query = "SELECT at FROM read_mark WHERE staff = ? AND person = ?"
        found = self._run(query, b"" if staff is None else staff.bytes, person.bytes).fetchone()
        return Instant(as_number(found[0])) if found else None
