"""Finds cases and set-aside messages by what somebody typed."""

from typing import Final

from sqlalchemy import ColumnElement, Select, func, literal_column, select

from kontaktpunkt.storage.rows.keys import read_case_row, read_inbox_row
from kontaktpunkt.storage.search.query import matching
from kontaktpunkt.storage.tables.rows import case_row, inbox_row
from kontaktpunkt.storage.transaction import InTransaction
from kontaktpunkt.usecases.rows import SearchHits

COUNTED: Final = 1000
"""Hits are counted no further: counting a quarter of a million takes longer than a key stroke."""

_MESSAGE = inbox_row.c
_IS_SET_ASIDE: ColumnElement[bool] = _MESSAGE.is_set_aside == literal_column("1")


class SearchReader(InTransaction):
    """What can be searched for inside one transaction."""

    def search(self, text: str, limit: int = 50) -> SearchHits:
        """Find cases (open ones first, newest first) and set-aside messages (newest first).

        When nothing matches, å and ä are taken for a and ö for o, and the hits say so. The total
        stops at a thousand.
        """
        strict = self._hits(text, limit, loosely=False)
        return strict if strict.total else self._hits(text, limit, loosely=True)

    def _hits(self, text: str, limit: int, *, loosely: bool) -> SearchHits:
        found = matching(text, loosely=loosely)
        id_ = found.selected_columns[0]
        # Ids of cases grow as the list wants them (rows/keys.py), so the index gives the order.
        in_order = found.where(id_ > 0).order_by(id_.desc()).limit(COUNTED)
        cases = [int(one) for one in self._connection.execute(in_order).scalars()]
        messages = self._set_aside(found.where(id_ < 0), id_)
        total = len(cases) + self._how_many(messages)
        if not total:
            return SearchHits()
        rows = select(case_row.c.row).where(case_row.c.id.in_(cases[:limit]))
        newest = messages.order_by(_MESSAGE.received_at.desc(), _MESSAGE.message).limit(limit)
        run = self._connection.execute
        return SearchHits(
            cases=tuple(
                read_case_row(one) for one in run(rows.order_by(case_row.c.id.desc())).scalars()
            ),
            messages=tuple(read_inbox_row(one) for one in run(newest).scalars()),
            total=min(total, COUNTED),
            loose=loosely,
        )

    def _set_aside(self, found: Select[int], id_: ColumnElement[int]) -> Select[bytes]:
        """Ask for the set-aside messages among the found documents; there are never many."""
        those = select(_MESSAGE.id).where(_IS_SET_ASIDE)
        hits = found.where(id_.in_(select(-those.subquery().c.id))).subquery()
        return select(_MESSAGE.row).where(_MESSAGE.id.in_(select(-next(iter(hits.c)))))

    def _how_many(self, messages: Select[bytes]) -> int:
        counted = select(func.count()).select_from(messages.limit(COUNTED).subquery())
        return self._connection.execute(counted).scalar_one()
