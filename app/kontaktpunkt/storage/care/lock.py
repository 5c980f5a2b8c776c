"""One window per store, and nothing beside a restore: a lock that ends with its process."""

import os
import sys
from pathlib import Path
from typing import Final, Self

from kontaktpunkt.storage.failures import translated
from kontaktpunkt.usecases.failures import Obstacle, Unavailable

LOCK_FILE: Final = "window.lock"
# Far behind the process id that stands in front, which others may read on Windows too.
_LOCKED_BYTE: Final = 1 << 20


class WindowLock:
    """The right to be the one window of a store; commands run beside it without.

    The operating system holds it: it is gone when the process is, however that ended, so there is
    nothing stale to clear away. The file stays, with the number of who had it last.
    """

    def __init__(self, folder: Path) -> None:
        self._file = folder / LOCK_FILE
        self._handle: int | None = None

    def take(self) -> None:
        """Take the lock. Raises Unavailable(IN_USE) when another process, or we, have it."""
        with translated():
            handle = os.open(self._file, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(handle)
        except OSError:
            os.close(handle)
            raise Unavailable(Obstacle.IN_USE, "WINDOW") from None
        os.ftruncate(handle, 0)
        os.write(handle, str(os.getpid()).encode())
        self._handle = handle

    def release(self) -> None:
        """Give the lock back; once is enough."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def __enter__(self) -> Self:
        self.take()
        return self

    def __exit__(self, *_: object) -> None:
        self.release()


def _lock(handle: int) -> None:
    """Lock one byte for this process, or raise OSError at once."""
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415  only Windows has it

        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        os.lseek(handle, 0, os.SEEK_SET)
    else:
        import fcntl  # noqa: PLC0415  Windows lacks it

        # flock and not lockf: it also holds between two windows of one process.
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
