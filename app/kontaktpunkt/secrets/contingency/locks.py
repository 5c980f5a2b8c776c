"""The contingency copy's own key: in the key ring, under a passphrase, or both."""

from collections.abc import Callable
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from kontaktpunkt.secrets.demo_key import DEMO_KEY
from kontaktpunkt.secrets.key_ring import KeyRing
from kontaktpunkt.secrets.passphrase import DRAWN, Cost, SealedKey, is_sound, seal, unseal
from kontaktpunkt.usecases.failures import Obstacle, Unavailable
from kontaktpunkt.usecases.ports import Chance

_KEY: Final = 32

FindKeyRing = Callable[[], KeyRing | None]
"""Looks for a trusted key ring."""


class Locks(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What stands in clear before each sealed file: which ways there are to its key, not the key.

    `label` is the name in the key ring, and bound into everything sealed. `chosen` tells a
    passphrase of the copy's own from the one that opens the store.
    """

    label: str
    in_ring: bool = False
    demo: bool = False
    sealed: SealedKey | None = None
    chosen: bool = False


class CopyKey(Struct, frozen=True, kw_only=True):
    """The key, and the ways to it; the store keeps both, inside its own encryption."""

    key: bytes
    locks: Locks


def new_key(label: str, chance: Chance, find_ring: FindKeyRing) -> CopyKey:
    """Draw a key and put it in the key ring, where there is one that keeps it."""
    key = chance.draw(_KEY)
    return CopyKey(
        key=key, locks=Locks(label=label, in_ring=_kept_in_ring(find_ring(), label, key))
    )


def demo_key() -> CopyKey:
    """Give the key of a demo's copy, which everybody knows."""
    return CopyKey(key=DEMO_KEY, locks=Locks(label="demo", demo=True))


def under_passphrase(
    known: CopyKey, passphrase: str, chance: Chance, *, chosen: bool, cost: Cost | None = None
) -> CopyKey:
    """Seal the key under a passphrase as well, in place of an earlier one."""
    label = known.locks.label
    sealed = seal(known.key, passphrase, label, chance.draw(DRAWN), cost or Cost())
    return replace(known, locks=replace(known.locks, sealed=sealed, chosen=chosen))


def key_of(locks: Locks, find_ring: FindKeyRing) -> bytes | None:
    """Give the key without asking anybody: of a demo or from the key ring; None elsewhere."""
    if locks.demo:
        return DEMO_KEY
    if not locks.in_ring:
        return None
    try:
        ring = find_ring()
        return None if ring is None else ring.get(locks.label)
    except Unavailable:
        # Locked, or another computer's: the passphrase is the other way.
        return None


def key_under(locks: Locks, passphrase: str) -> bytes:
    """Give the key by its passphrase.

    Raises Unavailable: WRONG_KEY for a wrong passphrase, KEY_MISSING where there is none to type.
    """
    if locks.sealed is None or not is_sound(locks.sealed):
        raise Unavailable(Obstacle.KEY_MISSING, "NOTHING_SEALED")
    key = unseal(locks.sealed, passphrase, locks.label)
    if key is None:
        raise Unavailable(Obstacle.WRONG_KEY, "PASSPHRASE")
    return key


def _kept_in_ring(ring: KeyRing | None, label: str, key: bytes) -> bool:
    if ring is None:
        return False
    try:
        ring.put(label, key)
        return ring.get(label) == key
    except Unavailable:
        return False
