"""Turns what driver and disk say into Unavailable, by result code; our own mistakes pass."""

import errno
from collections.abc import Generator
from contextlib import contextmanager
from typing import Final

from kontaktpunkt.usecases.failures import Obstacle, Unavailable

# https://www.sqlite.org/rescode.html. The driver tells the low byte only, so that a disk that fails
# at reading cannot be told from a quota that refuses to write: IOERR says what is true of both.
_PERM, _BUSY, _LOCKED, _READONLY, _IOERR, _CORRUPT, _FULL, _CANTOPEN, _NOTADB = (
    3, 5, 6, 8, 10, 11, 13, 14, 26,
)  # fmt: skip
_BY_CODE: Final = {
    _PERM: Obstacle.READ_ONLY,
    _BUSY: Obstacle.IN_USE,
    _LOCKED: Obstacle.IN_USE,
    _READONLY: Obstacle.READ_ONLY,
    _IOERR: Obstacle.DISK_FAILS,
    _CORRUPT: Obstacle.STORE_DAMAGED,
    _FULL: Obstacle.DISK_FULL,
    _CANTOPEN: Obstacle.NO_STORE,
    _NOTADB: Obstacle.WRONG_KEY,
}
_BY_ERRNO: Final = {
    errno.ENOSPC: Obstacle.DISK_FULL,
    errno.EDQUOT: Obstacle.DISK_FULL,
    errno.EFBIG: Obstacle.DISK_FULL,
    errno.EACCES: Obstacle.READ_ONLY,
    errno.EPERM: Obstacle.READ_ONLY,
    errno.EROFS: Obstacle.READ_ONLY,
    errno.ENOENT: Obstacle.NO_STORE,
    errno.EBUSY: Obstacle.IN_USE,
    errno.EIO: Obstacle.DISK_FAILS,
}


@contextmanager
def translated() -> Generator[None]:
    """Raise Unavailable in place of the environment's errors; the detail is a code's name only."""
    try:
        yield
    except Unavailable:
        raise
    except Exception as error:
        found = _obstacle(error)
        if found is None:
            raise
        # `from None`: the driver's own error may carry values, and a log would print the chain.
        raise found from None


def _obstacle(error: Exception) -> Unavailable | None:
    """Say what stands in the way, or None where the error is our own."""
    # SQLAlchemy wraps the driver's error; it is not imported here, so that the first page is quick.
    original = getattr(error, "orig", None) or error
    code = getattr(original, "sqlite_errorcode", None)
    if isinstance(code, int):
        name = str(getattr(original, "sqlite_errorname", code))
        obstacle = _BY_CODE.get(code & 0xFF)
        return None if obstacle is None else Unavailable(obstacle, name)
    if isinstance(original, OSError) and original.errno in _BY_ERRNO:
        return Unavailable(_BY_ERRNO[original.errno], errno.errorcode[original.errno])
    if type(original).__name__ == "TimeoutError" and type(original).__module__ == "sqlalchemy.exc":
        return Unavailable(Obstacle.IN_USE, "POOL")
    return None
