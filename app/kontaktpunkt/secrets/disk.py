"""Writes a small private file so that a power cut leaves the old one or the new one, whole."""

import errno
import os
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from kontaktpunkt.usecases.failures import Obstacle, Unavailable

_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


@contextmanager
def on_disk() -> Generator[None]:
    """Raise Unavailable(DISK_FULL or READ_ONLY) in place of the disk's own error; no path."""
    try:
        yield
    except OSError as error:
        obstacle = Obstacle.DISK_FULL if error.errno in _FULL else Obstacle.READ_ONLY
        # `from None`: the error carries the path, and that the user's name.
        raise Unavailable(obstacle, errno.errorcode.get(error.errno or 0, "OS")) from None


def write_private(file: Path, text: bytes) -> None:
    """Replace a file durably; only its owner may read it. Raises Unavailable."""
    with on_disk():
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh = file.with_name(f"{file.name}.new")
        fresh.unlink(missing_ok=True)
        handle = os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(handle, "wb") as written:
            written.write(text)
            written.flush()
            os.fsync(written.fileno())
        fresh.replace(file)
        _settle(file.parent)


def _settle(folder: Path) -> None:
    """Make the new name itself durable; Windows does so by its own log and opens no folders."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
