"""Seals a key under a passphrase (Argon2id, then AES-256-GCM) and opens it again."""

import unicodedata
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from msgspec import Struct

SHORTEST: Final = 12
"""So many characters at least: who has the disk can guess as often as they like."""

_SALT: Final = 16
_NONCE: Final = 12
_KEY: Final = 32
_TAG: Final = 16
_LEAST_KIB_A_LANE: Final = 8
DRAWN: Final = _SALT + _NONCE


class Cost(Struct, frozen=True):
    """What one guess costs: rounds, memory in KiB, lanes."""

    rounds: int = 3
    memory_kib: int = 256 * 1024
    lanes: int = 4


_MOST: Final = Cost(rounds=100, memory_kib=1024 * 1024, lanes=64)
"""A damaged file may not ask for all of the computer's memory."""


class SealedKey(Struct, frozen=True):
    """A key under a passphrase; holds nothing that can be read without it."""

    salt: bytes
    nonce: bytes
    sealed: bytes
    cost: Cost = Cost()


def seal(key: bytes, passphrase: str, label: str, randomness: bytes, cost: Cost) -> SealedKey:
    """Seal a key; `label` is bound in, `randomness` is DRAWN fresh bytes.

    The costs follow RFC 9106 section 4 (the recommendation for little memory, times four).
    """
    assert len(randomness) == DRAWN, "salt and nonce are fresh"  # noqa: S101  ours alone
    salt, nonce = randomness[:_SALT], randomness[_SALT:]
    box = AESGCM(_stretched(passphrase, salt, cost))
    return SealedKey(salt, nonce, box.encrypt(nonce, key, label.encode()), cost)


def unseal(sealed: SealedKey, passphrase: str, label: str) -> bytes | None:
    """Open a sealed key; None when the passphrase is not the right one."""
    box = AESGCM(_stretched(passphrase, sealed.salt, sealed.cost))
    try:
        return box.decrypt(sealed.nonce, sealed.sealed, label.encode())
    except InvalidTag:
        return None


def is_sound(sealed: SealedKey) -> bool:
    """Say whether a sealed key read from a file can be tried, at a cost that a computer can pay."""
    cost = sealed.cost
    return (
        (len(sealed.salt), len(sealed.nonce), len(sealed.sealed)) == (_SALT, _NONCE, _KEY + _TAG)
        and 1 <= cost.rounds <= _MOST.rounds
        and 1 <= cost.lanes <= _MOST.lanes
        and _LEAST_KIB_A_LANE * cost.lanes <= cost.memory_kib <= _MOST.memory_kib
    )


def is_long_enough(passphrase: str) -> bool:
    """Say whether a passphrase may be chosen."""
    return len(_normal(passphrase)) >= SHORTEST


def _stretched(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    from argon2.low_level import Type, hash_secret_raw  # noqa: PLC0415  not for a key in the ring

    return hash_secret_raw(
        # Half a character from a keyboard is a wrong passphrase; the error would hold all of it.
        _normal(passphrase).encode("utf-8", "surrogatepass"),
        salt,
        time_cost=cost.rounds,
        memory_cost=cost.memory_kib,
        parallelism=cost.lanes,
        hash_len=_KEY,
        type=Type.ID,
    )


def _normal(passphrase: str) -> str:
    """Make å one letter however the keyboard sends it, and drop the blanks at both ends."""
    return unicodedata.normalize("NFC", passphrase).strip()
