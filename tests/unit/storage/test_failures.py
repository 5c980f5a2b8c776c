"""What the disk and the driver say is told as what it means; our own mistakes stay mistakes."""

import errno

import pytest
from sqlalchemy.exc import DatabaseError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from kontaktpunkt.storage.failures import translated
from kontaktpunkt.usecases.failures import Obstacle, Unavailable


class _DriverError(Exception):
    """An error as the driver raises it."""

    def __init__(self, code: int, name: str) -> None:
        super().__init__("NOT NULL constraint failed: 198503122384")
        self.sqlite_errorcode = code
        self.sqlite_errorname = name


@pytest.mark.parametrize(
    ("code", "name", "obstacle"),
    [
        (13, "SQLITE_FULL", Obstacle.DISK_FULL),
        (5, "SQLITE_BUSY", Obstacle.IN_USE),
        (261, "SQLITE_BUSY_RECOVERY", Obstacle.IN_USE),
        (6, "SQLITE_LOCKED", Obstacle.IN_USE),
        (11, "SQLITE_CORRUPT", Obstacle.STORE_DAMAGED),
        (26, "SQLITE_NOTADB", Obstacle.WRONG_KEY),
        (8, "SQLITE_READONLY", Obstacle.READ_ONLY),
        (14, "SQLITE_CANTOPEN", Obstacle.NO_STORE),
        (10, "SQLITE_IOERR", Obstacle.DISK_FAILS),
        (778, "SQLITE_IOERR_WRITE", Obstacle.DISK_FAILS),
    ],
)
def test_each_result_code_has_its_meaning(code: int, name: str, obstacle: Obstacle) -> None:
    """A full disk, a colleague's write and a broken disk are three things, told without content."""
    bare = _DriverError(code, name)
    for error in (bare, DatabaseError("SELECT", None, bare)):
        with pytest.raises(Unavailable) as caught, translated():
            raise error
        assert caught.value.obstacle is obstacle
        assert caught.value.detail == name
        assert caught.value.__cause__ is None


@pytest.mark.parametrize(
    ("error", "obstacle"),
    [
        (OSError(errno.ENOSPC, "full"), Obstacle.DISK_FULL),
        (PermissionError(errno.EACCES, "no"), Obstacle.READ_ONLY),
        (OSError(errno.EROFS, "ro"), Obstacle.READ_ONLY),
        (PoolTimeoutError("QueuePool limit"), Obstacle.IN_USE),
    ],
)
def test_what_the_system_says_has_its_meaning(error: Exception, obstacle: Obstacle) -> None:
    """A full disk is a full disk also where a file is copied."""
    with pytest.raises(Unavailable) as caught, translated():
        raise error
    assert caught.value.obstacle is obstacle


@pytest.mark.parametrize(
    "error",
    [
        _DriverError(19, "SQLITE_CONSTRAINT"),
        _DriverError(1, "SQLITE_ERROR"),
        _DriverError(21, "SQLITE_MISUSE"),
        ValueError("ours"),
        OSError(errno.ENOTDIR, "ours"),
        TimeoutError("not the pool's"),
    ],
)
def test_a_mistake_of_ours_is_not_blamed_on_the_disk(error: Exception) -> None:
    """A fault in the program shows as a fault, so that it is mended."""
    with pytest.raises(type(error)), translated():
        raise error


def test_what_is_already_told_is_passed_on() -> None:
    """An answer from further down is not told over again in other words."""
    told = Unavailable(Obstacle.NEWER_STORE, "7")
    with pytest.raises(Unavailable) as caught, translated():
        raise told
    assert caught.value is told
