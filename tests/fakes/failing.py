"""A store whose n-th write in a transaction fails, as a full disk would make it."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Any, cast

from kontaktpunkt.usecases.failures import Obstacle, Unavailable
from kontaktpunkt.usecases.ports import Store

_WRITES = ("append", "put_", "link_", "note_read", "drop_rows")


class _FailingAct:
    """Passes everything on but the n-th write."""

    def __init__(self, act: Any, left: list[int]) -> None:
        self._act = act
        self._left = left

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._act, name)
        return self._counted(found) if name.startswith(_WRITES) else found

    def _counted(self, write: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*given: Any) -> Any:
            self._left[0] -= 1
            if self._left[0] == 0:
                raise Unavailable(Obstacle.DISK_FULL)
            return write(*given)

        return counted


class FailingStore:
    """A store around a store; `fail_at(n)` makes the n-th write from now on fail, once.

    `writes` counts what has been written since then.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._left = [0]
        self._set = 0

    def fail_at(self, number: int) -> None:
        """Let the n-th write from now on fail (0: none)."""
        self._left[0] = self._set = number

    def as_store(self) -> Store:
        """Give it as what it stands for: all else it passes on to the store around which it is."""
        return cast("Store", self)

    @property
    def writes(self) -> int:
        """Give how many writes were tried since `fail_at`."""
        return self._set - self._left[0]

    @contextmanager
    def writing(self) -> Generator[Any]:
        """Open one writing transaction that may fail midway."""
        with self._store.writing() as act:
            yield _FailingAct(act, self._left)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)
