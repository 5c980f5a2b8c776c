"""Changes a store's key: a checked copy under the new key, then the copy takes the store's place.

In two steps with the vault between them, so that a crash at any moment leaves a store that the key
in the vault opens: `copy_under` makes the copy, then the vault keeps the new key, then `adopt`
swaps the files. A copy that the vault's key opens is adopted at the next opening; one that it does
not open was made for a key that nobody kept, and is thrown away there.
"""

from pathlib import Path
from typing import Final

from kontaktpunkt.storage.care.backup import alone, check
from kontaktpunkt.storage.care.lock import WindowLock
from kontaktpunkt.storage.connection import STORE_FILE, Connection, open_connection
from kontaktpunkt.storage.failures import translated
from kontaktpunkt.storage.file import (
    NEW_KEY_FILE,
    flush,
    open_checked,
    private_file,
    settle_new_key,
)
from kontaktpunkt.usecases.failures import Obstacle, Unavailable

_HALF_MADE: Final = "store.db.exporting"


def copy_under(folder: Path, old: bytes, new: bytes) -> None:
    """Copy a store that nobody has open under a new key of 32 bytes, checked.

    Raises Unavailable: IN_USE, WRONG_KEY, DISK_FULL, BAD_BACKUP; the store is as it was.
    """
    with translated(), WindowLock(folder):
        open_checked(folder, old).close()
        with alone(folder, old):
            half_made = private_file(folder / _HALF_MADE)
            source = open_connection(folder / STORE_FILE, old)
            try:
                _export(source, half_made, new)
                _compare(source, half_made, new)
            finally:
                source.close()
            flush(half_made)
            half_made.replace(folder / NEW_KEY_FILE)
            flush(folder / NEW_KEY_FILE)


def adopt(folder: Path, new: bytes) -> None:
    """Let the copy take the store's place, once the vault keeps the new key."""
    with translated(), WindowLock(folder):
        settle_new_key(folder, new)


def _export(source: Connection, to: Path, key: bytes) -> None:
    """Write everything into a new file; `rekey` in place has broken WAL files for others."""
    source.execute(f"ATTACH DATABASE ? AS fresh KEY \"x'{key.hex()}'\"", (str(to),))
    source.execute("SELECT sqlcipher_export('fresh')").fetchall()
    for name in ("user_version", "application_id"):
        value = source.execute(f"PRAGMA main.{name}").fetchall()[0][0]
        source.execute(f"PRAGMA fresh.{name} = {value}")
    source.execute("DETACH DATABASE fresh")


def _compare(source: Connection, copied: Path, key: bytes) -> None:
    copy = open_connection(copied, key)
    try:
        check(copy)
        if _inventory(copy) != _inventory(source):
            raise Unavailable(Obstacle.BAD_BACKUP, "COPY_DIFFERS")
    finally:
        copy.close()


def _inventory(connection: Connection) -> list[object]:
    """Give the shape of all tables, and how many rows each has."""
    shape = "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name"
    tables = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"
    counts = [
        connection.execute(f'SELECT count(*) FROM "{name}"').fetchall()  # noqa: S608  our own names
        for (name,) in connection.execute(tables).fetchall()
    ]
    return [connection.execute(shape).fetchall(), counts]
