"""Counts the numbers that a contingency copy gives, in a small file beside it."""

from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct

from kontaktpunkt.secrets.contingency.held import held
from kontaktpunkt.secrets.disk import write_private
from kontaktpunkt.usecases.failures import Unavailable

COUNT_FILE: Final = "nodlage-nummer.json"


class Count(Struct, frozen=True, kw_only=True):
    """The first serial that is free; nobody's name, so it stands in clear."""

    next_number: int


def free_from(folder: Path) -> int | None:
    """Say from which serial the count of a folder goes on: 0 without one, None if spoilt."""
    try:
        return msgspec.json.decode((folder / COUNT_FILE).read_bytes(), type=Count).next_number
    except FileNotFoundError:
        return 0
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return None


def take_numbers(folder: Path, count: int, least: int, last: int) -> range:
    """Take serials, durably before any of them stands on a paper.

    `least` is the first that can be free as far as is known from elsewhere; `last` the highest that
    this copy may give. Gives fewer than asked for when they run out, and none when the count
    cannot be kept: a number that may have been given before is never given again.
    """
    try:
        with held(folder):
            known = free_from(folder)
            if known is None:
                return range(0)
            first = max(known, least)
            taken = range(first, min(first + count, last + 1))
            if taken:
                count_text = msgspec.json.encode(Count(next_number=taken.stop))
                write_private(folder / COUNT_FILE, count_text)
            return taken
    except Unavailable:
        return range(0)
