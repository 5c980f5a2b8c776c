"""Reads the inbox: its views in their order, by index, from the first row or from any."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
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
from kontaktpunkt.storage.rows.keys import (
    SET_ASIDE,
    TallyKey,
    is_nobodys,
    read_inbox_row,
    tally_key,
)
from kontaktpunkt.storage.search.query import matching
from kontaktpunkt.storage.tables.rows import inbox_row, inbox_tally
from kontaktpunkt.storage.transaction import InTransaction
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
_NEWEST_DONE = (_ROW.done_at.desc(), _ROW.message)


class InboxReader(InTransaction):
    """What can be asked of the inbox's rows inside one transaction."""

    def inbox_rows(self, query: InboxQuery, start: int, count: int) -> tuple[InboxRow, ...]:
        """Give rows of a view by consequence; what is done newest first."""
        if is_nobodys(query):
            return ()
        page = select(_ROW.row).where(_in_view(query)).order_by(*_order(query))
        found = self._connection.execute(page.limit(count).offset(start)).scalars()
        return tuple(read_inbox_row(one) for one in found)

    def inbox_count(self, query: InboxQuery) -> int:
        """Count the rows of a view."""
        if is_nobodys(query):
            return 0
        key = tally_key(query)
        if query.text.strip() or key is None:
            return self._count(select(func.count()).select_from(inbox_row).where(_in_view(query)))
        return self._tallied(key)

    def inbox_place(self, query: InboxQuery, message: UUID) -> int | None:
        """Say at which place of a view a message stands."""
        if is_nobodys(query):
            return None
        columns = [getattr(one, "element", one) for one in _order(query)]
        its = select(*columns).where(_in_view(query), _ROW.message == message.bytes)
        found = self._connection.execute(its).first()
        if found is None:
            return None
        before = _before(query, tuple(found))
        return self._count(
            select(func.count()).select_from(inbox_row).where(_in_view(query), before)
        )

    def late_count(self, now: Instant) -> int:
        """Count messages in the shared list whose own time has passed."""
        late = select(func.count()).where(_FLAG[InboxView.ALL_OPEN], _ROW.due_key < now)
        return self._count(late.select_from(inbox_row))

    def set_aside_count(self) -> int:
        """Count set-aside originals that nobody has handled."""
        return self._tallied((SET_ASIDE, b""))

    def inbox_row(self, message: UUID) -> InboxRow | None:
        """Give one row."""
        query = select(_ROW.row).where(_ROW.message == message.bytes)
        found = self._connection.execute(query).scalar()
        return None if found is None else read_inbox_row(found)

    def _tallied(self, key: TallyKey) -> int:
        query = select(inbox_tally.c.rows).where(
            inbox_tally.c.view == key[0], inbox_tally.c.key == key[1]
        )
        return self._connection.execute(query).scalar() or 0

    def _count(self, query: Select[int]) -> int:
        return self._connection.execute(query).scalar_one()


def _in_view(query: InboxQuery) -> ColumnElement[bool]:
    """Say in SQL which rows stand in the view and match its filter."""
    match query.view:
        case InboxView.MINE:
            staff = b"" if query.staff is None else query.staff.bytes
            wanted = and_(_FLAG[InboxView.ALL_OPEN], _ROW.holder == staff)
        case InboxView.MY_UNIT:
            wanted = and_(_FLAG[InboxView.ALL_OPEN], _ROW.desk_unit == query.unit)
        case InboxView.DONE_TODAY:
            wanted = _ROW.done_at >= query.since
        case _:
            wanted = _FLAG[query.view]
    if not query.text.strip():
        return wanted
    return and_(wanted, _ROW.id.in_(matching(query.text)))


def _order(query: InboxQuery) -> Sequence[ColumnElement[object]]:
    return _NEWEST_DONE if query.view is InboxView.DONE_TODAY else _BY_CONSEQUENCE


def _before(query: InboxQuery, values: Sequence[object]) -> ColumnElement[bool]:
    """Say in SQL which rows come before one with these values of the order's columns."""
    if query.view is InboxView.DONE_TODAY:
        done_at, message = values
        same = and_(_ROW.done_at == done_at, _ROW.message < message)
        return or_(_ROW.done_at > done_at, same)
    return tuple_(*_BY_CONSEQUENCE) < tuple_(*(literal(value) for value in values))
