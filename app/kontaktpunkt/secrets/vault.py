"""Where a store's key lies and how to get it: a small file beside the store says which way."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Final
from uuid import UUID

import msgspec
from msgspec import Struct

from kontaktpunkt.secrets.demo_key import DEMO_KEY
from kontaktpunkt.secrets.disk import on_disk, write_private
from kontaktpunkt.secrets.key_ring import KeyRing
from kontaktpunkt.secrets.passphrase import DRAWN, Cost, SealedKey, is_sound, seal, unseal
from kontaktpunkt.usecases.failures import Obstacle, PassphraseReason, Unavailable
from kontaktpunkt.usecases.ports import Chance

KEY_FILE: Final = "key.json"

AskPassphrase = Callable[[PassphraseReason], str | None]
"""Asks the user for the passphrase and says why there is one; None when nobody answers."""

FindKeyRing = Callable[[], KeyRing | None]
"""Looks for a trusted key ring: slow the first time, so only done when a key lies or goes there."""


class KeptIn(StrEnum):
    """Where a store's key lies."""

    KEY_RING = "key_ring"
    PASSPHRASE = "passphrase"  # noqa: S105  the name of a place, no password
    DEMO = "demo"


class KeyNote(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What stands in clear beside the store: where its key lies, never the key itself.

    `label` is the name in the key ring: fresh for each store, so that a copied folder and a new
    store never share an entry.
    """

    label: str
    kept_in: KeptIn
    reason: PassphraseReason | None = None
    sealed: SealedKey | None = None


class Vault:
    """Keeps and gives the key of the store in one folder."""

    def __init__(self, folder: Path, find_ring: FindKeyRing, cost: Cost | None = None) -> None:
        self._folder = folder
        self._find_ring = find_ring
        self._cost = cost or Cost()

    def keep(self, key: bytes, chance: Chance, passphrase: str = "") -> None:
        """Keep a key: under the passphrase where one is given, else in the key ring.

        Raises Unavailable: NO_KEY_RING when there is neither, KEY_LOCKED, DISK_FULL, READ_ONLY.
        """
        ring = self._find_ring()
        label = str(UUID(bytes=chance.draw(16)))
        if passphrase:
            reason = PassphraseReason.CHOSEN if ring else PassphraseReason.NO_KEY_RING
            sealed = seal(key, passphrase, label, chance.draw(DRAWN), self._cost)
            note = KeyNote(label=label, kept_in=KeptIn.PASSPHRASE, reason=reason, sealed=sealed)
        elif ring is None:
            raise Unavailable(Obstacle.NO_KEY_RING)
        else:
            ring.put(label, key)
            if ring.get(label) != key:
                # A key ring that takes a key and does not give it back would lose the store.
                raise Unavailable(Obstacle.NO_KEY_RING, "DOES_NOT_KEEP")
            note = KeyNote(label=label, kept_in=KeptIn.KEY_RING)
        self._write(note)

    def keep_demo(self) -> None:
        """Note that the store is a demo, whose key everybody knows."""
        self._write(KeyNote(label="demo", kept_in=KeptIn.DEMO))

    def key(self, ask_passphrase: AskPassphrase) -> bytes:
        """Give the store's key.

        Raises Unavailable: KEY_MISSING (only the recovery sheet helps), NO_KEY_RING, KEY_LOCKED
        (also when nobody gave the passphrase), WRONG_KEY for a wrong passphrase.
        """
        note = self._note()
        match note.kept_in:
            case KeptIn.DEMO:
                return DEMO_KEY
            case KeptIn.KEY_RING:
                return self._from_ring(note)
            case KeptIn.PASSPHRASE:
                return self._unsealed(note, ask_passphrase(note.reason or PassphraseReason.CHOSEN))

    def _from_ring(self, note: KeyNote) -> bytes:
        found = self._ring().get(note.label)
        if found is None:
            raise Unavailable(Obstacle.KEY_MISSING, "NOT_IN_RING")
        return found

    def _ring(self) -> KeyRing:
        ring = self._find_ring()
        if ring is None:
            raise Unavailable(Obstacle.NO_KEY_RING)
        return ring

    def _unsealed(self, note: KeyNote, passphrase: str | None) -> bytes:
        if not passphrase:
            raise Unavailable(Obstacle.KEY_LOCKED, "NO_PASSPHRASE")
        if note.sealed is None:
            raise Unavailable(Obstacle.KEY_MISSING, "NOTHING_SEALED")
        key = unseal(note.sealed, passphrase, note.label)
        if key is None:
            raise Unavailable(Obstacle.WRONG_KEY, "PASSPHRASE")
        return key

    def kept_in(self) -> KeptIn:
        """Say where the key lies. Raises Unavailable(KEY_MISSING)."""
        return self._note().kept_in

    def passphrase_reason(self) -> PassphraseReason | None:
        """Say why a passphrase is needed; None when it is not."""
        return self._note().reason

    def change_passphrase(self, old: str, new: str, chance: Chance) -> bool:
        """Seal the key under a new passphrase; False when the old one is not right."""
        note = self._note()
        key = unseal(note.sealed, old, note.label) if note.sealed and old else None
        if key is None:
            return False
        sealed = seal(key, new, note.label, chance.draw(DRAWN), self._cost)
        self._write(msgspec.structs.replace(note, sealed=sealed))
        return True

    def forget(self) -> None:
        """Forget the key, when its store has been erased; without it nobody can read a copy.

        Raises Unavailable (NO_KEY_RING, KEY_LOCKED) when the key ring would still hold the key.
        """
        try:
            note = self._note()
        except Unavailable:
            return
        if note.kept_in is KeptIn.KEY_RING:
            self._ring().forget(note.label)
        with on_disk():
            (self._folder / KEY_FILE).unlink(missing_ok=True)

    def _note(self) -> KeyNote:
        try:
            note = msgspec.json.decode((self._folder / KEY_FILE).read_bytes(), type=KeyNote)
        except FileNotFoundError:
            raise Unavailable(Obstacle.KEY_MISSING, "NO_KEY_FILE") from None
        except (OSError, msgspec.DecodeError):
            raise Unavailable(Obstacle.KEY_MISSING, "KEY_FILE_UNREADABLE") from None
        if note.sealed is not None and not is_sound(note.sealed):
            raise Unavailable(Obstacle.KEY_MISSING, "KEY_FILE_DAMAGED")
        return note

    def _write(self, note: KeyNote) -> None:
        """Replace the file at once and durably: half a sealed key would be a lost store."""
        write_private(self._folder / KEY_FILE, msgspec.json.encode(note))
