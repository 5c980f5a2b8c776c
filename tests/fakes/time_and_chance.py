"""A clock that stands until it is moved, randomness from a seed, a signer without a key."""

import hashlib
import hmac

from kontaktpunkt.domain.times import MINUTE, Instant


class FixedClock:
    """A clock that shows what it was set to."""

    def __init__(self, now: Instant) -> None:
        self._now = now

    def now(self) -> Instant:
        """Give the instant that it shows."""
        return self._now

    def set(self, now: Instant) -> None:
        """Show another instant from now on."""
        self._now = now

    def advance(self, minutes: int) -> None:
        """Move the hands forward (back with a negative number)."""
        self._now = Instant(self._now + minutes * MINUTE)


class SeededChance:
    """Randomness that is the same for the same seed."""

    def __init__(self, seed: int = 1) -> None:
        self._seed = seed
        self._drawn = 0

    def draw(self, count: int) -> bytes:
        """Give so many bytes that look random."""
        self._drawn += 1
        named = f"{self._seed}:{self._drawn}".encode()
        return hashlib.shake_256(named).digest(count)


class SignerInMemory:
    """Signs with a keyed hash: as steady as a signature, and nobody is to trust it."""

    def __init__(self, key: bytes = b"test") -> None:
        self._key = key

    def sign(self, text: bytes) -> bytes:
        """Give 64 bytes that depend on every byte of the text."""
        return hmac.digest(self._key, text, hashlib.sha512)
