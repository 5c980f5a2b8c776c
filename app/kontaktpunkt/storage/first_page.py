"""Reads the very first page of the inbox by the bare driver, before SQLAlchemy has been loaded.

The window paints it while the rest of the program is still being imported; a contract test holds
it equal to what the store itself gives.
"""

from pathlib import Path
from typing import Final

from kontaktpunkt.storage.connection import Connection, Value
from kontaktpunkt.storage.failures import translated
from kontaktpunkt.storage.file import open_checked
from kontaktpunkt.storage.rows.keys import is_nobodys, read_inbox_row, tally_key
from kontaktpunkt.usecases.rows import InboxPage, InboxQuery, InboxView

_BY_CONSEQUENCE: Final = "ORDER BY priority, due_key, received_at, message LIMIT ?"
_PAGES: Final = {
    InboxView.UNTAKEN: f"WHERE is_untaken = 1 {_BY_CONSEQUENCE}",
    InboxView.ALL_OPEN: f"WHERE is_open = 1 {_BY_CONSEQUENCE}",
    InboxView.WAITING: f"WHERE is_waiting = 1 {_BY_CONSEQUENCE}",
    InboxView.MINE: f"WHERE is_open = 1 AND holder = ? {_BY_CONSEQUENCE}",
    InboxView.MY_UNIT: f"WHERE is_open = 1 AND desk_unit = ? {_BY_CONSEQUENCE}",
    InboxView.DONE_TODAY: "WHERE done_at >= ? ORDER BY done_at DESC, message LIMIT ?",
}


def first_page(folder: Path, key: bytes, query: InboxQuery, count: int) -> InboxPage:
    """Give the first rows of a view without a filter, and how many it holds.

    Rows come as stored: who shows them masks protected persons first (usecases). Raises
    Unavailable as opening the store does.
    """
    assert not query.text.strip(), "a filter needs the whole store"  # noqa: S101  ours alone
    connection = open_checked(folder, key)
    try:
        with translated():
            connection.execute("BEGIN")
            return _page(connection, query, count)
    finally:
        connection.close()


def _page(connection: Connection, query: InboxQuery, count: int) -> InboxPage:
    if is_nobodys(query):
        return InboxPage(0, (), 0)
    sql = f"SELECT row FROM inbox_row {_PAGES[query.view]}"  # noqa: S608  our own words
    found = connection.execute(sql, (*_asked(query), count)).fetchall()
    rows = tuple(read_inbox_row(row) for (row,) in found if isinstance(row, bytes))
    return InboxPage(0, rows, _total(connection, query))


def _asked(query: InboxQuery) -> tuple[Value, ...]:
    match query.view:
        case InboxView.MINE:
            return (query.staff.bytes if query.staff else b"",)
        case InboxView.MY_UNIT:
            return (query.unit,)
        case InboxView.DONE_TODAY:
            return (query.since,)
        case _:
            return ()


def _total(connection: Connection, query: InboxQuery) -> int:
    key = tally_key(query)
    if key is None:
        sql, asked = "SELECT count(*) FROM inbox_row WHERE done_at >= ?", (query.since,)
    else:
        sql, asked = "SELECT rows FROM inbox_tally WHERE view = ? AND key = ?", key
    found = connection.execute(sql, asked).fetchone()
    return int(found[0] or 0) if found else 0
