"""One at a time in a folder: a lock that the operating system holds and that ends with us."""

import os
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from kontaktpunkt.secrets.disk import on_disk

LOCK_FILE: Final = "nodlage.lock"


@contextmanager
def held(folder: Path) -> Generator[None]:
    """Be the only one who writes logbook and numbers in a folder; waits for whoever does.

    Raises Unavailable (READ_ONLY, DISK_FULL) where nothing can be written.
    """
    with on_disk():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(folder / LOCK_FILE, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(handle)
        except OSError:
            os.close(handle)
            raise
    try:
        yield
    finally:
        os.close(handle)


def _lock(handle: int) -> None:
    """Wait for the lock; Windows gives up after ten seconds with an OSError."""
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415  only Windows has it

        msvcrt.locking(handle, msvcrt.LK_LOCK, 1)
    else:
        import fcntl  # noqa: PLC0415  Windows lacks it

        fcntl.flock(handle, fcntl.LOCK_EX)
