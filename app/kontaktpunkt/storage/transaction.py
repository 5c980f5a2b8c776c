"""What every part that works inside one transaction of the store begins from."""

from collections.abc import Sequence

from sqlalchemy import Connection

Value = int | str | bytes | None


class InTransaction:
    """Holds the connection of the transaction that is under way."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def _run_many(self, sql: str, rows: Sequence[tuple[Value, ...]]) -> None:
        """Run one driver-level statement for many rows: half of Core's time for batches."""
        if rows:
            self._connection.exec_driver_sql(sql, list(rows))
