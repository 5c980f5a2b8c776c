"""What every part that works inside one transaction of the store begins from."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from sqlalchemy import Connection

from kontaktpunkt.storage.connection import Value

_AT_A_TIME: Final = 500


class InTransaction:
    """Holds the connection of the transaction that is under way."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def _run_many(self, sql: str, rows: Sequence[tuple[Value, ...]]) -> None:
        """Run one driver-level statement for many rows: half of Core's time for batches."""
        if rows:
            self._connection.exec_driver_sql(sql, list(rows))

    def _find(self, sql: str, keys: Sequence[int | bytes]) -> Iterator[Sequence[Any]]:
        """Find rows by many keys, some at a time; `sql` ends with IN."""
        for start in range(0, len(keys), _AT_A_TIME):
            some = tuple(keys[start : start + _AT_A_TIME])
            marks = ", ".join("?" * len(some))
            yield from self._connection.exec_driver_sql(f"{sql} ({marks})", some)
