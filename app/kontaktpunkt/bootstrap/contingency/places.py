"""Where contingency copies lie, and which numbers belong to each of the places."""

from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct

from kontaktpunkt.domain.paper.sheet_number import HIGHEST_ORDINARY, HIGHEST_SERIAL
from kontaktpunkt.secrets.contingency.copy_file import COPY_FILE

FOLDER: Final = "nodlage"
FURTHER: Final = "contingency_folders"

_BESIDE: Final = 5_000
_EACH: Final = 1_000
MOST_FURTHER: Final = (HIGHEST_SERIAL - HIGHEST_ORDINARY - _BESIDE) // _EACH
"""So many folders more than the one beside the store: each has numbers of its own."""


class FurtherFolder(Struct, frozen=True):
    """A folder that was chosen once; left out it keeps its numbers for when it comes back."""

    folder: str
    kept: bool = True


def beside(store: Path) -> Path:
    """Tell where the copy of a store lies."""
    return store / FOLDER


def copy_file(named: Path) -> Path:
    """Tell which file is meant by a copy's file or by the folder it lies in."""
    if named.is_dir():
        inside = named / FOLDER / COPY_FILE
        return inside if inside.parent.is_dir() else named / COPY_FILE
    return named


def numbers_of(place: int) -> tuple[int, int]:
    """Give first and last serial of a place: 0 is beside the store, then the further ones."""
    first = HIGHEST_ORDINARY + 1
    if place == 0:
        return first, first + _BESIDE - 1
    begins = first + _BESIDE + (place - 1) * _EACH
    return begins, begins + _EACH - 1


def read_further(text: str) -> tuple[FurtherFolder, ...]:
    """Read which folders were chosen; none where that is not understood."""
    try:
        return msgspec.json.decode(text, type=tuple[FurtherFolder, ...]) if text else ()
    except msgspec.DecodeError:
        return ()


def with_further(known: tuple[FurtherFolder, ...], wanted: tuple[str, ...]) -> str:
    """Give the chosen folders as text to keep: each keeps its place, and so its numbers."""
    held = [FurtherFolder(one.folder, one.folder in wanted) for one in known]
    names = {one.folder for one in known}
    held += [FurtherFolder(each) for each in dict.fromkeys(wanted) if each not in names]
    return msgspec.json.encode(held[:MOST_FURTHER]).decode()
