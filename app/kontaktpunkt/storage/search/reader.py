"""Finds cases and set-aside messages by what somebody typed."""

from sqlalchemy import ColumnElement, Table, func, literal_column, select

from kontaktpunkt.storage.rows.keys import read_case_row, read_inbox_row
from kontaktpunkt.storage.search.query import matching
from kontaktpunkt.storage.tables.rows import case_row, inbox_row
from kontaktpunkt.storage.transaction import InTransaction
from kontaktpunkt.usecases.rows import SearchHits

_CASE, _MESSAGE = case_row.c, inbox_row.c
_NEWEST_CASES = (_CASE.is_open.desc(), _CASE.opened_at.desc(), _CASE.case_id)
_NEWEST_MESSAGES = (_MESSAGE.received_at.desc(), _MESSAGE.message)


class SearchReader(InTransaction):
    """What can be searched for inside one transaction."""

    def search(self, text: str, limit: int = 50) -> SearchHits:
        """Find cases (open ones first, newest first) and set-aside messages (newest first).

        When nothing matches, å and ä are taken for a and ö for o, and the hits say so.
        """
        strict = self._hits(text, limit, loosely=False)
        return strict if strict.total else self._hits(text, limit, loosely=True)

    def _hits(self, text: str, limit: int, *, loosely: bool) -> SearchHits:
        found = matching(text, loosely=loosely).subquery().c
        id_ = next(iter(found))
        is_case = _CASE.id.in_(select(-id_).where(id_ < 0))
        is_message = (_MESSAGE.is_set_aside == literal_column("1")) & _MESSAGE.id.in_(select(id_))
        cases = select(_CASE.row).where(is_case).order_by(*_NEWEST_CASES).limit(limit)
        messages = select(_MESSAGE.row).where(is_message).order_by(*_NEWEST_MESSAGES).limit(limit)
        run = self._connection.execute
        total = self._how_many(case_row, is_case) + self._how_many(inbox_row, is_message)
        if not total:
            return SearchHits(loose=False)
        return SearchHits(
            cases=tuple(read_case_row(one) for one in run(cases).scalars()),
            messages=tuple(read_inbox_row(one) for one in run(messages).scalars()),
            total=total,
            loose=loosely,
        )

    def _how_many(self, of: Table, which: ColumnElement[bool]) -> int:
        query = select(func.count()).select_from(of).where(which)
        return self._connection.execute(query).scalar_one()
