"""Reads the rows of cases, staff and papers, and when somebody's reading was last noted."""

from uuid import UUID

from sqlalchemy import ColumnElement, func, literal_column, select

from kontaktpunkt.domain.times import Instant
from kontaktpunkt.storage.rows.keys import read_case_row, read_sheet_row, read_staff_row
from kontaktpunkt.storage.search.fold import sort_key
from kontaktpunkt.storage.tables.desk import read_mark
from kontaktpunkt.storage.tables.ledger import meta
from kontaktpunkt.storage.tables.rows import case_row, sheet_row, staff_row
from kontaktpunkt.storage.transaction import InTransaction
from kontaktpunkt.usecases.rows import CaseRow, SheetRow, StaffRow

_CASE, _SHEET = case_row.c, sheet_row.c
_ONE: ColumnElement[int] = literal_column("1")


class RowReader(InTransaction):
    """What can be asked of the rows inside one transaction."""

    def case_row(self, case: UUID) -> CaseRow | None:
        """Give one case's row."""
        query = select(_CASE.row).where(_CASE.case_id == case.bytes)
        found = self._connection.execute(query).scalar()
        return None if found is None else read_case_row(found)

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

    def staff_rows(self) -> tuple[StaffRow, ...]:
        """Give all staff by name in Swedish order."""
        found = self._connection.execute(select(staff_row.c.row)).scalars()
        rows = [read_staff_row(one) for one in found]
        return tuple(sorted(rows, key=lambda row: (sort_key(row.name), row.staff)))

    def sheet_rows(self, case: UUID | None, limit: int = 200) -> tuple[SheetRow, ...]:
        """Give numbered papers, newest first; of one case or of all."""
        query = select(_SHEET.row).order_by(_SHEET.issued_at.desc(), _SHEET.sheet).limit(limit)
        if case is not None:
            query = query.where(_SHEET.case_id == case.bytes)
        return tuple(read_sheet_row(one) for one in self._connection.execute(query).scalars())

    def last_sheet_serial(self) -> int:
        """Give the highest serial that this workstation has put on a paper (0 when none)."""
        origin = select(meta.c.value).where(meta.c.key == "origin")
        own = int(self._connection.execute(origin).scalar_one())
        query = select(func.max(_SHEET.serial)).where(_SHEET.workstation == own)
        return self._connection.execute(query).scalar() or 0

    def last_read(self, staff: UUID | None, person: UUID) -> Instant | None:
        """Say when this user's reading of the person was last noted in the access log."""
        query = select(read_mark.c.at).where(
            read_mark.c.staff == (b"" if staff is None else staff.bytes),
            read_mark.c.person == person.bytes,
        )
        found = self._connection.execute(query).scalar()
        return None if found is None else Instant(found)
