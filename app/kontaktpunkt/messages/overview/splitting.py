"""From text to rows of cells: tabs, semicolons, commas, bars or several spaces between them."""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_CELL: Final = re.compile(r"\S+(?: \S+)*")
_RULER: Final = re.compile(r"^[\s|+=_\-–—.·*]*$")
_MOST_LINES: Final = 20_000
_WRAPPED_AT_MOST: Final = 6
SPACES: Final = "  "
SEPARATORS: Final = ("\t", ";", "|", ",", SPACES)
"""The ways of parting cells, in the order that they are tried where two fit as well."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A text with where it begins and ends in its line (0 where that says nothing)."""

    text: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """One line (from 1), or several that belong together: its cells and all that stood there."""

    line: int
    text: str
    cells: tuple[Cell, ...]

    @property
    def filled(self) -> list[str]:
        """Give the texts of the cells that are not empty."""
        return [cell.text for cell in self.cells if cell.text]


def lines_of(text: str) -> list[str]:
    """Give the lines of a text whatever ends them; more than a list ever has are left out."""
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    plain = (
        plain.replace("\f", "\n").replace("\xa0", " ").replace("\x00", "\N{REPLACEMENT CHARACTER}")
    )
    return plain.split("\n", _MOST_LINES)[:_MOST_LINES]


def is_ruler(text: str) -> bool:
    """Say whether a line is empty or only drawn."""
    return _RULER.match(text) is not None


def rows_by(separator: str, lines: Sequence[str]) -> list[Row]:
    """Part every line into cells; a quoted cell may go on over several lines."""
    rows: list[Row] = []
    place = 0
    while place < len(lines):
        count, cells = _cells(separator, lines, place)
        text = "\n".join(lines[place : place + count])
        rows.append(Row(place + 1, text.strip(), cells))
        place += count
    return rows


def _cells(separator: str, lines: Sequence[str], place: int) -> tuple[int, tuple[Cell, ...]]:
    """Part the line at a place, with the lines that an open quote takes along."""
    line = lines[place]
    if separator == SPACES:
        spread = line.expandtabs(8)
        found = _CELL.finditer(spread)
        return 1, tuple(Cell(one[0], one.start(), one.end()) for one in found)
    if '"' not in line:
        return 1, _plain(line, separator)
    for count in range(1, _WRAPPED_AT_MOST + 1):
        if place + count > len(lines):
            break
        some = "\n".join(lines[place : place + count])
        if some.count('"') % 2 == 0:
            return count, _quoted(some, separator)
    return 1, _plain(line, separator)


def _plain(line: str, separator: str) -> tuple[Cell, ...]:
    bare = line.strip(" ")
    if separator == "|":
        bare = bare.strip("|")
    return tuple(Cell(_tidy(part)) for part in bare.split(separator))


def _quoted(text: str, separator: str) -> tuple[Cell, ...]:
    try:
        rows = list(csv.reader([text], delimiter=separator, skipinitialspace=True))
    except csv.Error:
        return _plain(text.replace("\n", " "), separator)
    return tuple(Cell(_tidy(part)) for row in rows for part in row)


def joined(text: str, rest: str) -> str:
    """Give a wrapped text whole: a hyphen at the end of the line stays, and takes no space."""
    return f"{text}{rest}" if text.endswith("-") else f"{text} {rest}".strip()


def _tidy(text: str) -> str:
    return " ".join(text.split())
