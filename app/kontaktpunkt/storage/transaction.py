"""What every part that works inside one transaction of the store begins from."""

from collections.abc import Iterator, Sequence
from typing import Final, cast
from uuid import UUID

from sqlalchemy import Connection as CoreConnection

from kontaktpunkt.storage.anchors import Anchors
from kontaktpunkt.storage.connection import Connection, Cursor, Value

_AT_A_TIME: Final = 500


class InTransaction:
    """Holds the connection of the transaction that is under way.

    Pages and searches are asked through SQLAlchemy Core. What an act asks and writes some thirty
    times goes by the driver on the same connection: Core's share of taking in one message was
    three times SQLite's own.
    """

    def __init__(self, connection: CoreConnection, anchors: Anchors | None = None) -> None:
        self._connection = connection
        self._anchors = anchors or Anchors()
        self._driver = cast("Connection", connection.connection.driver_connection)

    def _run(self, sql: str, *values: Value) -> Cursor:
        """Run one statement by the driver."""
        return self._driver.execute(sql, values)

    def _run_many(self, sql: str, rows: Sequence[tuple[Value, ...]]) -> None:
        """Run one statement by the driver for many rows."""
        if rows:
            self._driver.executemany(sql, rows)

    def _find(self, sql: str, keys: Sequence[int | bytes]) -> Iterator[tuple[Value, ...]]:
        """Find rows by many keys, some at a time; `sql` ends with IN."""
        for start in range(0, len(keys), _AT_A_TIME):
            some = keys[start : start + _AT_A_TIME]
            marks = ", ".join("?" * len(some))
            yield from self._driver.execute(f"{sql} ({marks})", some).fetchall()


def as_bytes(value: Value) -> bytes:
    """Take a value that its column (STRICT) makes bytes, or empty."""
    assert value is None or isinstance(value, bytes), "a STRICT column keeps its type"  # noqa: S101  cannot fail
    return value or b""


def as_number(value: Value) -> int:
    """Take a value that its column (STRICT) makes a number."""
    assert isinstance(value, int), "a STRICT column keeps its type"  # noqa: S101  cannot fail
    return value


def as_id(value: Value) -> UUID:
    """Take an id as it is stored."""
    return UUID(bytes=as_bytes(value))
