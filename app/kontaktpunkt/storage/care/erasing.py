"""Erases a demo or trial store for good: its files and every copy laid beside it."""

from pathlib import Path
from typing import Final

from kontaktpunkt.storage.care.lock import LOCK_FILE, WindowLock
from kontaktpunkt.storage.failures import translated
from kontaktpunkt.storage.file import LABEL_FILE

_OURS: Final = ("store.db*", "store-aside-*.db*", "store-shape-*.db*", f"{LABEL_FILE}*")


def erase_store(folder: Path) -> tuple[str, ...]:
    """Delete all files of the store in a folder, closed before; gives their names.

    What else lies in the folder stays. The content is encrypted: with the key forgotten as well,
    nothing that a disk may have kept can be read. Raises Unavailable(IN_USE) beside a window.
    """
    with translated():
        with WindowLock(folder):
            files = sorted({file for each in _OURS for file in folder.glob(each)})
            for file in files:
                file.unlink()
        (folder / LOCK_FILE).unlink(missing_ok=True)
    return tuple(file.name for file in files)
