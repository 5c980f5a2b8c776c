"""Makes a store and opens one: the two doors through which the rest of the program comes in."""

from pathlib import Path

from kontaktpunkt.storage.file import Identity, make_store_file, open_checked
from kontaktpunkt.storage.store import SqlStore
from kontaktpunkt.usecases.ports import StoreKeys


def create_store(folder: Path, keys: StoreKeys, key: bytes, identity: Identity) -> SqlStore:
    """Make a new store in a folder and open it; `key` is 32 random bytes, used raw.

    Raises Unavailable: STORE_EXISTS (nothing is touched), NETWORK_PATH, READ_ONLY, DISK_FULL.
    """
    make_store_file(folder, keys, key, identity)
    return SqlStore(folder, key)


def open_store(folder: Path, key: bytes) -> SqlStore:
    """Open the store of a folder.

    Raises Unavailable: NO_STORE, NETWORK_PATH, WRONG_KEY, STORE_DAMAGED, NEWER_STORE, IN_USE. A
    file that does not open is left exactly as it is.
    """
    open_checked(folder, key).close()
    return SqlStore(folder, key)
