"""Makes encrypted stores for tests, with keys that everybody can read."""

from pathlib import Path
from typing import Final

from kontaktpunkt.storage.connection import STORE_FILE, Connection, open_connection
from kontaktpunkt.storage.file import Identity
from kontaktpunkt.storage.founding import create_store
from kontaktpunkt.storage.store import SqlStore
from kontaktpunkt.usecases.ports import StoreKeys

KEY: Final = bytes(range(32))
OTHER_KEY: Final = bytes(range(1, 33))
KEYS: Final = StoreKeys("1494", b"i" * 32)
IDENTITY: Final = Identity(1, b"s" * 32, b"p" * 32)


def new_store(folder: Path) -> SqlStore:
    """Make a new store in a folder."""
    return create_store(folder, KEYS, KEY, IDENTITY)


def raw(folder: Path, key: bytes = KEY) -> Connection:
    """Open a store's file by the bare driver, past all checks."""
    return open_connection(folder / STORE_FILE, key)
