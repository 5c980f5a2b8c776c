"""Backs a store up into one encrypted, checked file, and restores one; nothing is ever deleted."""

import shutil
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from kontaktpunkt.storage.care.lock import WindowLock
from kontaktpunkt.storage.connection import STORE_FILE, Connection, open_connection
from kontaktpunkt.storage.failures import translated
from kontaktpunkt.storage.file import (
    BESIDE,
    Identity,
    flush,
    open_checked,
    private_file,
    put_identity,
    put_meta,
    write_label,
)
from kontaktpunkt.storage.migrations import NEWEST, is_ours, migrate, shape_of
from kontaktpunkt.storage.place import refuse_unsafe_place
from kontaktpunkt.usecases.failures import Obstacle, Unavailable

_UNREADABLE: Final = (Obstacle.STORE_DAMAGED, Obstacle.WRONG_KEY)


def backup(folder: Path, key: bytes, to_file: Path) -> Path:
    """Copy a store, also one in use, into one file under the same key; gives the file.

    The copy is checked before it takes its name, in place of an earlier file of that name. It can
    lie on a share: it is no open store. Raises Unavailable, also BAD_BACKUP.
    """
    with translated():
        to_file.parent.mkdir(parents=True, exist_ok=True)
        fresh = private_file(to_file.with_name(f"{to_file.name}.part"))
        source = open_checked(folder, key)
        try:
            target = open_connection(fresh, key)
            try:
                # In one step: in several, each write of somebody else would begin it anew.
                source.backup(target)
                with _judged():
                    check(target)
            finally:
                target.close()
        finally:
            source.close()
        flush(fresh)
        fresh.replace(to_file)
    return to_file


def check(connection: Connection) -> None:
    """Look at every page of a copy; raises Unavailable(BAD_BACKUP) when one is not as written."""
    damaged_pages = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    said = connection.execute("PRAGMA quick_check").fetchall()
    if damaged_pages or said != [("ok",)]:
        raise Unavailable(Obstacle.BAD_BACKUP, "CHECK")
    if not is_ours(connection):
        raise Unavailable(Obstacle.BAD_BACKUP, "NOT_OURS")
    shape = shape_of(connection)
    if shape > NEWEST:
        raise Unavailable(Obstacle.NEWER_STORE, str(shape))


def restore(
    from_file: Path, folder: Path, key: bytes, signing_key: bytes, public_key: bytes
) -> Path | None:
    """Put a backup in a store's place; gives where the earlier store was laid aside.

    The restored store becomes a workstation of the next number with the given keys: what the old
    number wrote after the backup may exist elsewhere, and the chain it has stays as it is. Next is
    after the replaced store's too: the same backup restored twice prints no number on paper twice.
    Raises Unavailable: BAD_BACKUP, WRONG_KEY, NEWER_STORE, IN_USE (a window or command is open).
    """
    refuse_unsafe_place(folder)
    with translated():
        if not from_file.is_file():
            raise Unavailable(Obstacle.BAD_BACKUP, "NO_FILE")
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with WindowLock(folder):
            fresh = private_file(folder / f"{STORE_FILE}.restored")
            shutil.copyfile(from_file, fresh)
            used = _last_number(folder / STORE_FILE, key)
            _make_ours(fresh, key, Identity(used + 1, signing_key, public_key))
            flush(fresh)
            with alone(folder, key):
                aside = lay_aside(folder)
            write_label(folder, key)
            fresh.replace(folder / STORE_FILE)
    return aside


def _make_ours(file: Path, key: bytes, least: Identity) -> None:
    """Check a copied backup, bring it to this program's shape and give it a number of its own."""
    with _judged():
        connection = open_connection(file, key)
        try:
            check(connection)
            migrate(connection)
            connection.execute("BEGIN IMMEDIATE")
            last = _highest_number(connection)
            number = max(last + 1, least.origin)
            put_identity(connection, Identity(number, least.signing_key, least.public_key))
            put_meta(connection, "restored_from", str(last).encode())
            connection.commit()
        finally:
            connection.close()


def _last_number(file: Path, key: bytes) -> int:
    """Give the highest number that the store to be replaced has had; 0 where nobody can tell."""
    if not file.exists():
        return 0
    try:
        with translated():
            connection = open_connection(file, key)
            try:
                return _highest_number(connection)
            finally:
                connection.close()
    except Unavailable as refused:
        if refused.obstacle not in _UNREADABLE:
            raise
        return 0


def _highest_number(connection: Connection) -> int:
    found = connection.execute("SELECT max(origin) FROM own_origin").fetchone()
    return int(found[0] or 0) if found else 0


@contextmanager
def _judged() -> Generator[None]:
    """Tell of a damaged copy that it is the copy, and not the store, that is damaged."""
    try:
        with translated():
            yield
    except Unavailable as refused:
        if refused.obstacle is not Obstacle.STORE_DAMAGED:
            raise
        raise Unavailable(Obstacle.BAD_BACKUP, refused.detail) from None


@contextmanager
def alone(folder: Path, key: bytes) -> Generator[None]:
    """Make sure that nobody has the store open; one that cannot be read is nobody's.

    Raises Unavailable(IN_USE). At the end the write-ahead log is folded into the file.
    """
    if not (folder / STORE_FILE).exists():
        yield
        return
    try:
        with translated():
            connection = open_connection(folder / STORE_FILE, key)
    except Unavailable as refused:
        if refused.obstacle not in _UNREADABLE:
            raise
        yield
        return
    try:
        with translated():
            connection.execute("PRAGMA busy_timeout = 0").fetchall()
            # Leaving WAL takes the whole file for itself, so it tells whether somebody is there.
            connection.execute("PRAGMA journal_mode = DELETE").fetchall()
    finally:
        connection.close()
    yield


def lay_aside(folder: Path) -> Path | None:
    """Rename a store with all that lies beside it, so that it can still be opened or examined."""
    if not (folder / STORE_FILE).exists():
        return None
    number = 1
    while (aside := folder / f"store-aside-{number}.db").exists():
        number += 1
    for end in ("", *BESIDE):
        part = folder / f"{STORE_FILE}{end}"
        if part.exists():
            part.rename(folder / f"{aside.name}{end}")
    return aside
