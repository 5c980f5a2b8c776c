"""Makes the SQLAlchemy engines over our own connections: one for reading, one for writing."""

from pathlib import Path
from typing import Final

from sqlalchemy import Connection as CoreConnection
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from kontaktpunkt.storage.connection import DRIVER, open_connection

WAIT_SECONDS: Final = 15.0
_READERS: Final = 3


def reading_engine(file: Path, key: bytes) -> Engine:
    """Make the engine that reads: each transaction sees one moment."""
    return _engine(file, key, "BEGIN", (_READERS, WAIT_SECONDS))


def writing_engine(file: Path, key: bytes, wait_seconds: float = WAIT_SECONDS) -> Engine:
    """Make the engine that writes: one connection, so that its data_version tells of others."""
    return _engine(file, key, "BEGIN IMMEDIATE", (1, wait_seconds))


def _engine(file: Path, key: bytes, begin: str, pool: tuple[int, float]) -> Engine:
    """Make an engine; `pool` is how many connections, and for how many seconds to wait for one."""
    # hide_parameters: no person's data in the text of an error.
    engine = create_engine(
        "sqlite://",
        module=DRIVER,
        creator=lambda: open_connection(file, key),
        poolclass=QueuePool,
        pool_size=pool[0],
        max_overflow=0,
        pool_timeout=pool[1],
        hide_parameters=True,
    )

    def _begin(connection: CoreConnection) -> None:
        connection.exec_driver_sql(begin)

    event.listen(engine, "begin", _begin)
    return engine
