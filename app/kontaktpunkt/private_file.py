"""Files with people's data: only their owner may read them, and none is written over."""

import contextlib
import os
from itertools import count
from pathlib import Path


def write_private(file: Path, data: bytes) -> None:
    """Write a file that only its owner may read, also one that was there. Raises OSError."""
    handle = os.open(
        file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600
    )
    with os.fdopen(handle, "wb") as written:
        # A file of before keeps the rights it had; a stick without rights has none to set.
        with contextlib.suppress(OSError):
            if file.is_file():
                file.chmod(0o600)
        written.write(data)


def free_name(file: Path) -> Path:
    """Give the name, or "name (2)" where a file has it already: a paper is never written over."""
    if not file.exists():
        return file
    others = (file.with_name(f"{file.stem} ({no}){file.suffix}") for no in count(2))
    return next(one for one in others if not one.exists())


def made_ready(folder: Path) -> bool:
    """Make a missing folder, that only its owner may look in; say whether it can be written in."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError:
        return False
    return os.access(folder, os.W_OK)
