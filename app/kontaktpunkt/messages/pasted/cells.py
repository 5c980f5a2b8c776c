"""Cuts a text into the cells that a screen shows: by line, by tab and by wide gaps."""

import re
from collections.abc import Iterator
from typing import Final

from msgspec import Struct

_LINE: Final = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_CELL: Final = re.compile(r"[^\s\u00a0](?:[^\t\u00a0 ]|[ \u00a0](?![ \u00a0\t]|$))*")


class Cell(Struct, frozen=True):
    """One cell: what stands in it, from where to where in the text, and on which line."""

    words: str
    start: int
    end: int
    line: int


def cells_of(text: str) -> Iterator[Cell]:
    """Give the cells in reading order; blanks between them belong to none."""
    for number, line in enumerate(_LINE.finditer(text)):
        for found in _CELL.finditer(line[0]):
            words = found[0]
            start = line.start() + found.start()
            yield Cell(words, start, start + len(words), number)
