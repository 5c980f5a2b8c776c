"""A key ring in memory; it can be locked, and it can be one that forgets."""

from kontaktpunkt.usecases.failures import Obstacle, Unavailable


class KeyRingInMemory:
    """A place where keys lie under names."""

    def __init__(self, name: str = "Nyckelring i minnet", *, forgets: bool = False) -> None:
        self.name = name
        self.locked = False
        self.keys: dict[str, bytes] = {}
        self._forgets = forgets

    def get(self, label: str) -> bytes | None:
        """Give a key; None when there is none."""
        self._open()
        return self.keys.get(label)

    def put(self, label: str, key: bytes) -> None:
        """Keep a key."""
        self._open()
        if not self._forgets:
            self.keys[label] = key

    def forget(self, label: str) -> None:
        """Forget a key."""
        self._open()
        self.keys.pop(label, None)

    def _open(self) -> None:
        if self.locked:
            raise Unavailable(Obstacle.KEY_LOCKED)
