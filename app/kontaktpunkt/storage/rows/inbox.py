"""Reads the inbox: its views in their order, by index, from the first row or from any."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    and_,
    func,
    literal,
    literal_column,
    or_,
    select,
    tuple_,
)

from kontaktpunkt.domain.times import Instant
from kontaktpunkt.storage.anchors import Anchor
from kontaktpunkt.storage.rows.keys import (
    SET_ASIDE,
    STATE_KEY,
    TallyKey,
    is_nobodys,
    read_inbox_row,
    tally_key,
)
from kontaktpunkt.storage.search.match import is_found
from kontaktpunkt.storage.search.query import matching
from kontaktpunkt.storage.tables.rows import inbox_row
from kontaktpunkt.storage.transaction import InTransaction, as_bytes, as_number
from kontaktpunkt.usecases.rows import InboxQuery, InboxRow, InboxView

_ROW = inbox_row.c
# Literals and no parameters: only so does SQLite see that a partial index serves.
_ONE: ColumnElement[int] = literal_column("1")
_FLAG = {
    InboxView.UNTAKEN: _ROW.is_untaken == _ONE,
    InboxView.ALL_OPEN: _ROW.is_open == _ONE,
    InboxView.WAITING: _ROW.is_waiting == _ONE,
}
_BY_CONSEQUENCE = (_ROW.priority, _ROW.due_key, _ROW.received_at, _ROW.message)
_MANY = 500
_ID_WALKED: ColumnElement[int] = literal_column("+inbox_row.id", Integer)
_NEWEST_DONE = (_ROW.done_at.desc(), _ROW.message)


class InboxReader(InTransaction):
    """What can be asked of the inbox's rows inside one transaction."""

    def inbox_rows(self, query: InboxQuery, start: int, count: int) -> tuple[InboxRow, ...]:
        """Give rows of a view by consequence; what is done newest first."""
        if is_nobodys(query):
            return ()
        if _is_scanned(query):
            return tuple(self._scan(query)[start : start + count])
        if query.view is InboxView.DONE_TODAY or query.text.strip():
            page = select(_ROW.row).where(self._wanted(query)).order_by(*_order(query))
            found = self._connection.execute(page.limit(count).offset(start)).scalars()
            return tuple(read_inbox_row(one) for one in found)
        return self._far_page(query, start, count)

    def _far_page(self, query: InboxQuery, start: int, count: int) -> tuple[InboxRow, ...]:
        """Give a page of an open view, counted from the nearest row whose place is known."""
        state, view = self._tallied(STATE_KEY), tally_key(query)
        page = select(*_BY_CONSEQUENCE, _ROW.row).where(_in_view(query)).order_by(*_BY_CONSEQUENCE)
        anchor = self._anchors.nearest(state, view, start)
        skipped = start
        if anchor is not None:
            skipped -= anchor.place
            order = tuple_(*(literal(value) for value in anchor.order))
            page = page.where(tuple_(*_BY_CONSEQUENCE) >= order)
        found = self._connection.execute(page.limit(count).offset(skipped)).fetchall()
        if found:
            first = found[0]
            order = (first.priority, first.due_key, first.received_at, first.message)
            self._anchors.remember(state, view, Anchor(start, order))
        return tuple(read_inbox_row(one.row) for one in found)

    def inbox_count(self, query: InboxQuery) -> int:
        """Count the rows of a view."""
        if is_nobodys(query):
            return 0
        if _is_scanned(query):
            return len(self._scan(query))
        key = tally_key(query)
        if not query.text.strip() and key is not None:
            return self._tallied(key)
        if query.view is InboxView.ALL_OPEN:
            # The index holds just these messages, so its own count is theirs.
            hits = _hits(query).subquery()
            return self._count(select(func.count()).select_from(hits))
        rows = select(func.count()).select_from(inbox_row)
        return self._count(rows.where(self._wanted(query)))

    def _scan(self, query: InboxQuery) -> list[InboxRow]:
        """Filter what is done without the index, which holds open messages only."""
        page = select(_ROW.row).where(_in_view(query)).order_by(*_order(query))
        rows = map(read_inbox_row, self._connection.execute(page).scalars())
        return [row for row in rows if is_found(row, query.text)]

    def _wanted(self, query: InboxQuery) -> ColumnElement[bool]:
        """Say in SQL which rows stand in the view and match its filter.

        Few hits are looked up one by one; many are held against the view's own index as it is
        walked in order, which spares sorting them.
        """
        if not query.text.strip():
            return _in_view(query)
        found = _hits(query)
        hits = select(func.count()).select_from(found.limit(_MANY).subquery())
        of_hit = _ID_WALKED if self._count(hits) == _MANY else _ROW.id
        return and_(_in_view(query), of_hit.in_(select(-next(iter(found.subquery().c)))))

    def inbox_place(self, query: InboxQuery, message: UUID) -> int | None:
        """Say at which place of a view a message stands."""
        if is_nobodys(query):
            return None
        if _is_scanned(query):
            shown = [row.message for row in self._scan(query)]
            return shown.index(message) if message in shown else None
        columns = [getattr(one, "element", one) for one in _order(query)]
        wanted = self._wanted(query)
        its = select(*columns).where(wanted, _ROW.message == message.bytes)
        found = self._connection.execute(its).first()
        if found is None:
            return None
        before = _before(query, tuple(found))
        return self._count(select(func.count()).select_from(inbox_row).where(wanted, before))

    def late_count(self, now: Instant) -> int:
        """Count messages in the shared list whose own time has passed."""
        late = select(func.count()).where(_FLAG[InboxView.ALL_OPEN], _ROW.due_key < now)
        return self._count(late.select_from(inbox_row))

    def set_aside_count(self) -> int:
        """Count set-aside originals that nobody has handled."""
        return self._tallied((SET_ASIDE, b""))

    def set_aside_rows(self, count: int) -> tuple[InboxRow, ...]:
        """Give the rows of set-aside originals that nobody has handled, newest first."""
        newest = (_ROW.received_at.desc(), _ROW.message)
        page = select(_ROW.row).where(_ROW.is_set_aside == _ONE).order_by(*newest).limit(count)
        return tuple(map(read_inbox_row, self._connection.execute(page).scalars()))

    def received_rows(self, since: Instant, before: Instant) -> tuple[InboxRow, ...]:
        """Give the rows of messages that came from a time on and before another, by time and id."""
        query = """SELECT row FROM inbox_row WHERE received_at >= ? AND received_at < ?
            ORDER BY received_at, message"""
        found = self._run(query, since, before).fetchall()
        return tuple(read_inbox_row(as_bytes(row[0])) for row in found)

    def inbox_row(self, message: UUID) -> InboxRow | None:
        """Give one row."""
        found = self._run("SELECT row FROM inbox_row WHERE message = ?", message.bytes).fetchone()
        return read_inbox_row(as_bytes(found[0])) if found else None

    def _tallied(self, key: TallyKey) -> int:
        query = "SELECT rows FROM inbox_tally WHERE view = ? AND key = ?"
        found = self._run(query, *key).fetchone()
        return as_number(found[0]) if found else 0

    def _count(self, query: Select[int]) -> int:
        return self._connection.execute(query).scalar_one()


def _in_view(query: InboxQuery) -> ColumnElement[bool]:
    """Say in SQL which rows stand in the view."""
    match query.view:
        case InboxView.MINE:
            staff = b"" if query.staff is None else query.staff.bytes
            return and_(_FLAG[InboxView.ALL_OPEN], _ROW.holder == staff)
        case InboxView.MY_UNIT:
            return and_(_FLAG[InboxView.ALL_OPEN], _ROW.desk_unit == query.unit)
        case InboxView.DONE_TODAY:
            return _ROW.done_at >= query.since
        case _:
            return _FLAG[query.view]


def _hits(query: InboxQuery) -> Select[int]:
    """Ask for the messages that match the list's filter; their documents' ids are negative."""
    found = matching(query.text)
    return found.where(found.selected_columns[0] < 0)


def _is_scanned(query: InboxQuery) -> bool:
    return query.view is InboxView.DONE_TODAY and bool(query.text.strip())


def _order(query: InboxQuery) -> Sequence[ColumnElement[object]]:
    return _NEWEST_DONE if query.view is InboxView.DONE_TODAY else _BY_CONSEQUENCE


def _before(query: InboxQuery, values: Sequence[object]) -> ColumnElement[bool]:
    """Say in SQL which rows come before one with these values of the order's columns."""
    if query.view is InboxView.DONE_TODAY:
        done_at, message = values
        same = and_(_ROW.done_at == done_at, _ROW.message < message)
        return or_(_ROW.done_at > done_at, same)
    return tuple_(*_BY_CONSEQUENCE) < tuple_(*(literal(value) for value in values))
