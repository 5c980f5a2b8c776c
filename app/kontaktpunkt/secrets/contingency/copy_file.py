"""The sealed file of a contingency copy: whole or not at all, and the one before it is kept."""

import hashlib
import zlib
from enum import StrEnum
from pathlib import Path
from typing import Final

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from msgspec import Struct

from kontaktpunkt.domain.times import Instant
from kontaktpunkt.secrets.contingency.held import held
from kontaktpunkt.secrets.contingency.locks import CopyKey, Locks
from kontaktpunkt.secrets.disk import on_disk, write_private
from kontaktpunkt.usecases.ports import Chance

COPY_FILE: Final = "nodlage.kpn"
BEFORE_FILE: Final = "nodlage-forra.kpn"

_MAGIC: Final = b"KPNOD1\n"
_NONCE: Final = 12
_DIGEST: Final = 32
_LENGTH: Final = 4


class CopyHead(Struct, frozen=True, kw_only=True):
    """What stands in clear before a copy: its age, the ways to its key, and which numbers it has.

    Numbers are serials of one workstation, both ends included; `next_number` is the first that was
    free when the copy was made. Nothing here names anybody.
    """

    made_at: Instant
    workstation: int
    first_number: int
    last_number: int
    next_number: int
    locks: Locks


class CopyFlaw(StrEnum):
    """Why a file cannot be used as a copy."""

    MISSING = "missing"
    UNREADABLE = "unreadable"
    NOT_A_COPY = "not_a_copy"
    DAMAGED = "damaged"


class SealedCopy(Struct, frozen=True):
    """A copy that is whole as far as can be told without its key."""

    file: Path
    head: CopyHead
    head_text: bytes
    nonce: bytes
    sealed: bytes

    def opened(self, key: bytes) -> bytes | None:
        """Give the content; None when the key is another's or the file was tampered with."""
        try:
            return zlib.decompress(AESGCM(key).decrypt(self.nonce, self.sealed, self.head_text))
        except (InvalidTag, zlib.error):
            return None


def write_copy(folder: Path, head: CopyHead, content: bytes, known: CopyKey, chance: Chance) -> int:
    """Write a copy durably in a folder and keep the one before it; gives its size in bytes.

    Raises Unavailable (DISK_FULL, READ_ONLY).
    """
    head_text = msgspec.json.encode(head)
    nonce = chance.draw(_NONCE)
    sealed = AESGCM(known.key).encrypt(nonce, zlib.compress(content, 6), head_text)
    whole = _MAGIC + len(head_text).to_bytes(_LENGTH, "big") + head_text + nonce + sealed
    file = folder / COPY_FILE
    with held(folder):  # two windows may make theirs in the same minute
        if isinstance(look_at(file), SealedCopy):
            # A damaged one must never push out the last that is whole.
            with on_disk():
                file.replace(folder / BEFORE_FILE)
        write_private(file, whole + hashlib.sha256(whole).digest())
    return len(whole) + _DIGEST


def look_at(file: Path) -> SealedCopy | CopyFlaw:
    """Read a copy as far as can be done without its key, and say whether it is whole."""
    try:
        text = file.read_bytes()
    except FileNotFoundError:
        return CopyFlaw.MISSING
    except OSError:
        return CopyFlaw.UNREADABLE
    if not text.startswith(_MAGIC):
        return CopyFlaw.NOT_A_COPY
    body, digest = text[:-_DIGEST], text[-_DIGEST:]
    whole = hashlib.sha256(body).digest() == digest
    return _parts(file, body) if whole else CopyFlaw.DAMAGED


def _parts(file: Path, body: bytes) -> SealedCopy | CopyFlaw:
    start = len(_MAGIC) + _LENGTH
    after = start + int.from_bytes(body[len(_MAGIC) : start], "big")
    head_text = body[start:after]
    try:
        head = msgspec.json.decode(head_text, type=CopyHead)
    except (msgspec.DecodeError, UnicodeDecodeError):
        # Whole, and yet not to be understood: a newer program made it.
        return CopyFlaw.NOT_A_COPY
    return SealedCopy(file, head, head_text, body[after : after + _NONCE], body[after + _NONCE :])


def newest_of(folder: Path) -> tuple[SealedCopy | None, CopyFlaw | None]:
    """Give the copy of a folder that is to be used, and what was wrong with a newer one."""
    return with_before(folder / COPY_FILE)


def with_before(file: Path) -> tuple[SealedCopy | None, CopyFlaw | None]:
    """Give a copy, or the one kept before it and why it is used; None when neither is whole."""
    found = look_at(file)
    if isinstance(found, SealedCopy):
        return found, None
    before = look_at(file.with_name(BEFORE_FILE))
    return (before if isinstance(before, SealedCopy) else None), found
