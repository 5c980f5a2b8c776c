"""The logbook beside a contingency copy: sealed line by line, so that a power cut loses none."""

import binascii
import os
from itertools import count
from pathlib import Path
from typing import Final

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from msgspec import Struct

from kontaktpunkt.secrets.contingency.held import held
from kontaktpunkt.secrets.contingency.locks import Locks
from kontaktpunkt.secrets.disk import on_disk
from kontaktpunkt.usecases.ports import Chance

LOGBOOK_FILE: Final = "nodlage-loggbok.kpl"
GIVEN_FILE: Final = "nodlage-loggbok-inford.kpl"
"""What the ledger has taken over; kept until the next one, for a store that is put back."""

_ASIDE: Final = "nodlage-loggbok-{}.kpl"
_NONCE: Final = 12


class SealedLogbook(Struct, frozen=True):
    """A logbook as it lies on disk: the ways to its key, and its sealed lines in order."""

    locks: Locks
    lines: tuple[bytes, ...]

    def opened(self, key: bytes) -> tuple[tuple[bytes, ...], int]:
        """Give the lines that the key opens, and how many it does not: torn or not its own."""
        box = AESGCM(key)
        read: list[bytes] = []
        for place, line in enumerate(self.lines):
            try:
                text = binascii.a2b_base64(line, strict_mode=True)
                bound = _bound(self.locks, place)
                read.append(box.decrypt(text[:_NONCE], text[_NONCE:], bound))
            except (InvalidTag, ValueError):
                continue
        return tuple(read), len(self.lines) - len(read)


def read_logbook(file: Path) -> SealedLogbook | None:
    """Read a logbook; None when there is none, or nothing of it can be understood."""
    try:
        text = file.read_bytes()
    except OSError:
        return None
    head, *lines = text.split(b"\n")
    try:
        locks = msgspec.json.decode(head, type=Locks)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    return SealedLogbook(locks, tuple(line for line in lines if line))


def append_lines(
    folder: Path, locks: Locks, key: bytes, texts: tuple[bytes, ...], chance: Chance
) -> None:
    """Add lines to the logbook of a folder, durably. Raises Unavailable (DISK_FULL, READ_ONLY).

    A line that a power cut tore stays as it is and takes its place in the count.
    """
    with held(folder), on_disk():
        file = folder / LOGBOOK_FILE
        known = read_logbook(file)
        if known is None or known.locks.label != locks.label:
            # Another store's logbook, or one whose head a power cut tore: not ours to go on with.
            _lay_aside(file)
            known = None
        place = 0 if known is None else len(known.lines)
        box = AESGCM(key)
        added = b"".join(
            _sealed(box, text, _bound(locks, place + each), chance)
            for each, text in enumerate(texts)
        )
        begin = b"" if known is not None else msgspec.json.encode(locks)
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(handle, "wb") as written:
            written.write(begin + b"\n" + added)
            written.flush()
            os.fsync(written.fileno())


def settle_logbook(folder: Path, lines: int) -> bool:
    """Lay a logbook aside that the ledger has taken over, unless lines have come since.

    Raises Unavailable (DISK_FULL, READ_ONLY).
    """
    with held(folder), on_disk():
        file = folder / LOGBOOK_FILE
        known = read_logbook(file)
        if known is None or len(known.lines) != lines:
            return False
        file.replace(folder / GIVEN_FILE)
        return True


def laid_aside(folder: Path) -> tuple[Path, ...]:
    """Give the logbooks of a folder that were laid aside, in the order of their names."""
    return tuple(sorted(folder.glob(_ASIDE.format("*"))))


def _lay_aside(file: Path) -> None:
    """Move a logbook, if there is one, to a name that nothing has yet."""
    if not file.exists():
        return
    names = (file.with_name(_ASIDE.format(nth)) for nth in count(1))
    file.replace(next(one for one in names if not one.exists()))


def _sealed(box: AESGCM, text: bytes, bound: bytes, chance: Chance) -> bytes:
    nonce = chance.draw(_NONCE)
    return binascii.b2a_base64(nonce + box.encrypt(nonce, text, bound))


def _bound(locks: Locks, place: int) -> bytes:
    """Bind a line to its logbook and its place: none can be moved, or left out in the middle."""
    return f"{locks.label}:{place}".encode()
