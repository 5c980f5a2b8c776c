"""Makes the SQLAlchemy engines over our own connections: one for reading, one for writing."""

from pathlib import Path
from typing import Final

from sqlalchemy import Connection as CoreConnection
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from kontaktpunkt.storage.connection import DRIVER, open_connection

_WAIT_SECONDS: Final = 15
_READERS: Final = 3


def reading_engine(file: Path, key: bytes) -> Engine:
    """Make the engine that reads: each transaction sees one moment."""
    return _engine(file, key, "BEGIN", _READERS)


def writing_engine(file: Path, key: bytes) -> Engine:
    """Make the engine that writes: one connection, so that its data_version tells of others."""
    return _engine(file, key, "BEGIN IMMEDIATE", 1)


def _engine(file: Path, key: bytes, begin: str, size: int) -> Engine:
    # hide_parameters: no person's data in the text of an error.
    engine = create_engine(
        "sqlite://",
        module=DRIVER,
        creator=lambda: open_connection(file, key),
        poolclass=QueuePool,
        pool_size=size,
        max_overflow=0,
        pool_timeout=_WAIT_SECONDS,
        hide_parameters=True,
    )

    def _begin(connection: CoreConnection) -> None:
        connection.exec_driver_sql(begin)

    event.listen(engine, "begin", _begin)
    return engine
