"""Makes the store's file, and looks at one before it is used: place, key, shape. No SQLAlchemy."""

import os
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct

from kontaktpunkt.storage.connection import (
    STORE_FILE,
    Connection,
    Value,
    key_check,
    open_connection,
)
from kontaktpunkt.storage.failures import translated
from kontaktpunkt.storage.migrations import NEWEST, is_ours, migrate, shape_of
from kontaktpunkt.storage.place import refuse_unsafe_place
from kontaktpunkt.usecases.failures import Obstacle, Unavailable
from kontaktpunkt.usecases.ports import StoreKeys

LABEL_FILE: Final = "store.json"
NEW_KEY_FILE: Final = "store.db.rekeyed"
"""A copy of the store under another key, that waits to take its place."""
BESIDE: Final = ("-wal", "-shm")
"""What SQLite keeps beside an open file."""


class Identity(Struct, frozen=True):
    """Which workstation a store is: its number, and its Ed25519 keys of 32 bytes each."""

    origin: int
    signing_key: bytes
    public_key: bytes


class Label(Struct, frozen=True):
    """What stands in clear beside the store: it tells a wrong key from a damaged file."""

    key_check: str


def make_store_file(folder: Path, keys: StoreKeys, key: bytes, identity: Identity) -> None:
    """Make a store's file in a folder.

    Raises Unavailable: STORE_EXISTS (nothing is touched), NETWORK_PATH, READ_ONLY, DISK_FULL.
    """
    refuse_unsafe_place(folder)
    file = folder / STORE_FILE
    with translated():
        if file.exists():
            raise Unavailable(Obstacle.STORE_EXISTS)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        # Under another name at first: a half-made store is never taken for one.
        fresh = private_file(file.with_name(f"{STORE_FILE}.new"))
        _found(fresh, keys, key, identity)
        write_label(folder, key)
        fresh.rename(file)
        flush(file)


def private_file(file: Path) -> Path:
    """Make an empty file that only its owner may read, in place of an abandoned one."""
    for leftover in (file, *(file.with_name(file.name + end) for end in BESIDE)):
        leftover.unlink(missing_ok=True)
    os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    return file


def flush(file: Path) -> None:
    """Make a file and its name durable."""
    with file.open("rb+") as opened:
        os.fsync(opened.fileno())
    if os.name == "posix":
        folder = os.open(file.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _found(file: Path, keys: StoreKeys, key: bytes, identity: Identity) -> None:
    connection = open_connection(file, key)
    try:
        migrate(connection)
        connection.execute("BEGIN IMMEDIATE")
        put_meta(connection, "tenant", keys.tenant.encode())
        put_meta(connection, "id_key", keys.id_key)
        put_identity(connection, identity)
        connection.commit()
    finally:
        connection.close()


def put_identity(connection: Connection, identity: Identity) -> None:
    """Make the store the workstation of this number from now on; earlier numbers stay known."""
    put_meta(connection, "origin", str(identity.origin).encode())
    put_meta(connection, "signing_key", identity.signing_key)
    connection.execute(
        "INSERT INTO own_origin (origin, public_key, after_seq)"
        " VALUES (?, ?, (SELECT coalesce(max(seq), 0) FROM event))",
        (identity.origin, identity.public_key),
    )


def put_meta(connection: Connection, key: str, value: Value) -> None:
    """Write one of the things that the store knows of itself."""
    connection.execute("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", (key, value))


def write_label(folder: Path, key: bytes) -> None:
    """Write the label beside the store."""
    file = private_file(folder / f"{LABEL_FILE}.new")
    file.write_bytes(msgspec.json.encode(Label(key_check(key))))
    file.replace(folder / LABEL_FILE)


def open_checked(folder: Path, key: bytes) -> Connection:
    """Open the store of a folder after all checks, brought to this program's shape.

    Raises Unavailable: NO_STORE, NETWORK_PATH, WRONG_KEY, STORE_DAMAGED, NEWER_STORE, IN_USE. A
    file that does not open is left exactly as it is.
    """
    refuse_unsafe_place(folder)
    file = folder / STORE_FILE
    if not file.exists():
        raise Unavailable(Obstacle.NO_STORE)
    settle_new_key(folder, key)
    label = _label(folder)
    if label is not None and label.key_check != key_check(key):
        raise Unavailable(Obstacle.WRONG_KEY)
    try:
        with translated():
            connection = open_connection(file, key)
    except Unavailable as refused:
        if label is not None and refused.obstacle is Obstacle.WRONG_KEY:
            # The key is the right one, so it is the first page that cannot be read.
            raise Unavailable(Obstacle.STORE_DAMAGED, refused.detail) from None
        raise
    try:
        with translated():
            _bring_up(connection, folder, key)
    except BaseException:
        connection.close()
        raise
    return connection


def settle_new_key(folder: Path, key: bytes) -> None:
    """Finish or forget a change of key that was under way (storage/rekey.py)."""
    waiting = folder / NEW_KEY_FILE
    if not waiting.exists():
        return
    with translated():
        if _opens(waiting, key):
            waiting.replace(folder / STORE_FILE)
            flush(folder / STORE_FILE)
            write_label(folder, key)
        elif _opens(folder / STORE_FILE, key):
            waiting.unlink()


def _opens(file: Path, key: bytes) -> bool:
    try:
        with translated():
            open_connection(file, key).close()
    except Unavailable as refused:
        if refused.obstacle is Obstacle.WRONG_KEY:
            return False
        raise
    return True


def _bring_up(connection: Connection, folder: Path, key: bytes) -> None:
    """Refuse a stranger's or newer file; copy an older one aside, then migrate it."""
    shape = shape_of(connection)
    if shape > NEWEST:
        raise Unavailable(Obstacle.NEWER_STORE, str(shape))
    if not is_ours(connection):
        raise Unavailable(Obstacle.STORE_DAMAGED, "NOT_OURS")
    if shape < NEWEST:
        aside = private_file(folder / f"store-shape-{shape}.db")
        copy = open_connection(aside, key)
        try:
            connection.backup(copy)
        finally:
            copy.close()
        migrate(connection)


def _label(folder: Path) -> Label | None:
    """Read the label; one that is missing or unreadable is no reason not to try the key."""
    try:
        return msgspec.json.decode((folder / LABEL_FILE).read_bytes(), type=Label)
    except (OSError, msgspec.DecodeError):
        return None
