"""The real clock and chance, and the set ones that the demo and the tour go by."""

import hashlib
import os
import time

from kontaktpunkt.domain.times import Instant


class SystemClock:
    """The one real clock."""

    def now(self) -> Instant:
        """Give the present instant."""
        return Instant(time.time_ns() // 1000)


class SetClock:
    """A clock that stands where it is set: for the demo's past and the tour's fixed morning."""

    def __init__(self, at: Instant) -> None:
        self.at = at

    def set(self, at: Instant) -> None:
        """Show this instant from now on."""
        self.at = at

    def now(self) -> Instant:
        """Give the instant that it was set to."""
        return self.at


class SystemChance:
    """Randomness from the operating system."""

    def draw(self, count: int) -> bytes:
        """Give so many random bytes."""
        return os.urandom(count)


class SeededChance:
    """The same bytes each run, for the tour; never for a real store."""

    def __init__(self, seed: str) -> None:
        self._seed = seed.encode()
        self._count = 0

    def draw(self, count: int) -> bytes:
        """Give so many bytes that only look random."""
        self._count += 1
        return hashlib.shake_256(self._seed + self._count.to_bytes(8, "big")).digest(count)
