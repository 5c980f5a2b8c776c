"""The numbered shapes of the store, and the steps from each to the next."""

from typing import Final

from kontaktpunkt.storage.connection import APPLICATION_ID, Connection
from kontaktpunkt.storage.migrations import m0001, m0002, m0003

STEPS: Final = (m0001.STATEMENTS, m0002.STATEMENTS, m0003.STATEMENTS)
"""Step n makes shape n of shape n - 1; a published step is never changed."""

NEWEST: Final = len(STEPS)


def shape_of(connection: Connection) -> int:
    """Tell the number of a store's shape; 0 for an empty file."""
    found = connection.execute("PRAGMA user_version").fetchone()
    assert found is not None, "SQLite always answers"  # noqa: S101  cannot fail
    return int(found[0] or 0)


def is_ours(connection: Connection) -> bool:
    """Tell whether the file is a store of this program."""
    found = connection.execute("PRAGMA application_id").fetchone()
    return found == (APPLICATION_ID,)


def migrate(connection: Connection) -> None:
    """Bring a store to the newest shape, in one transaction."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        for number in range(shape_of(connection), NEWEST):
            for statement in STEPS[number]:
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {NEWEST}")
        connection.commit()
    except BaseException:
        connection.rollback()
        raise
