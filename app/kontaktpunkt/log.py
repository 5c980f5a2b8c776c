"""Writes the technical log beside the store, with everything that points to a person masked."""

import contextlib
import hashlib
import io
import logging
import os
import re
import time
import traceback
from collections.abc import Iterable
from logging.handlers import RotatingFileHandler
from pathlib import Path

MASK = "▒▒▒"

_FILE_BYTES = 1_000_000
_FILES_KEPT = 5

# Swedish personnummer and samordningsnummer with or without century and sign, the regions'
# reservnummer (letters among the last four), Danish CPR; also typed with spaces. Ten-digit phone
# numbers fall in too, which is as well. Too much masked is a nuisance, too little is a breach.
_NUMBER = re.compile(
    r"(?<![0-9A-Za-z])"
    r"(?:[0-9]{2}[ \u00a0-]?)?(?:[0-9]{2}[ \u00a0-]?){2}[0-9]{2}"
    r"[ \u00a0+-]?[0-9A-Za-z]{2}[ \u00a0]?[0-9]{2}"
    r"(?![0-9A-Za-z]|-[0-9a-f]{4}-)"  # nor the head of an event's UUID
)
_WORD = re.compile(r"\w+")


class Hidden:
    """A value that may stand among a log line's arguments and never shows itself there."""

    __slots__ = ("value",)

    def __init__(self, value: object) -> None:
        self.value = value

    def __str__(self) -> str:
        return MASK

    def __repr__(self) -> str:
        return MASK


class MaskingFormatter(logging.Formatter):
    """Formats a log line in UTC and masks numbers, and the names given as `extra={"names": …}`."""

    converter = time.gmtime

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s", "%Y-%m-%dT%H:%M:%SZ")

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802  logging's own name
        """Mask the message before the time is put in front of it."""
        record.message = mask(record.message, _names_of(record))
        return super().formatMessage(record)

    def format(self, record: logging.LogRecord) -> str:
        """Mask the stack as well: an exception's text may quote what it choked on."""
        # Another handler may have left its own unmasked stack on the record.
        record.exc_text = None
        head, newline, stack = super().format(record).partition("\n")
        record.exc_text = None
        return head + newline + mask(stack, _names_of(record))


def mask(text: str, names: Iterable[str] = ()) -> str:
    """Hide what looks like a person's number, and each word of the given names, in any case."""
    hidden = {word.casefold() for name in names for word in _WORD.findall(name) if len(word) > 1}
    text = _NUMBER.sub(MASK, text)
    if not hidden:
        return text
    return _WORD.sub(lambda word: MASK if word[0].casefold() in hidden else word[0], text)


def open_log(folder: Path, lane: str = "window") -> Path:
    """Send our notes and others' warnings to `folder/log/<lane>.log`; tell which file.

    Each lane (window, helper, command) has a file of its own, because two processes cannot turn
    the pages of one. Opening again, for another store, closes the one before.
    """
    close_log()
    place = folder / "log"
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    # One from an earlier version stood open to everybody who may read the folder above.
    with contextlib.suppress(OSError):
        place.chmod(0o700)
    handler = _PrivateFile(
        place / f"{lane}.log",
        maxBytes=_FILE_BYTES,
        backupCount=_FILES_KEPT,
        encoding="utf-8",
        errors="backslashreplace",
        delay=True,
    )
    handler.setFormatter(MaskingFormatter())
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    logging.getLogger("kontaktpunkt").setLevel(logging.INFO)
    return place / f"{lane}.log"


def close_log() -> None:
    """Close the log file, if one is open; what was said to it is flushed."""
    root = logging.getLogger()
    for handler in [known for known in root.handlers if isinstance(known, _PrivateFile)]:
        root.removeHandler(handler)
        handler.close()


def note_fault(fault: BaseException) -> str:
    """Log a fault of ours with its stack and return the number that the user can quote.

    The number says where it broke, never with whom: the same fault has the same number at every
    workstation, so that the municipality's IT can count and find it.
    """
    steps = traceback.extract_tb(fault.__traceback__)
    where = [f"{Path(step.filename).name}:{step.name}:{step.lineno}" for step in steps]
    trace = "\n".join([type(fault).__qualname__, *where])
    number = hashlib.sha256(trace.encode()).hexdigest()[:6].upper()
    logging.getLogger("kontaktpunkt.fault").error("fault %s", number, exc_info=fault)
    return number


class _PrivateFile(RotatingFileHandler):
    """A log file that only its owner may read."""

    def _open(self) -> io.TextIOWrapper:
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
        handle = os.open(self.baseFilename, flags, 0o600)
        return io.TextIOWrapper(
            io.FileIO(handle, "a"), encoding=self.encoding, errors=self.errors, write_through=True
        )


def _names_of(record: logging.LogRecord) -> tuple[str, ...]:
    return tuple(str(name) for name in getattr(record, "names", ()))
