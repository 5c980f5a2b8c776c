"""Reads a table kept as text: UTF-8, UTF-16 or Windows-1252, parted by ; or tab or , or |."""

import codecs
from collections.abc import Iterator
from itertools import islice
from typing import Final

from kontaktpunkt.messages.overview.splitting import rows_by
from kontaktpunkt.messages.sheets.bounds import (
    MOST_COLUMNS,
    MOST_LINES,
    cell_text,
    trimmed,
)
from kontaktpunkt.usecases.contacts.sheets import Sheet, SheetFault, SheetLine

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SEPARATORS: Final = (";", "\t", ",", "|")
_LOOKED_AT: Final = 20
_HALF_ZEROS: Final = 3
"""A third of the bytes being zero is Latin text in UTF-16; there are none in the others."""
_CONTROLS: Final = frozenset(map(chr, range(32))) - frozenset("\t\n\r\f\v")


def read_text_table(data: bytes) -> Sheet | SheetFault:
    """Read a table kept as text, or say why not."""
    text = _text_of(data)
    if text is None:
        return SheetFault.NOT_A_TABLE
    first, _, rest = text.partition("\n")
    separator = ""
    skipped = 0
    if first.strip().casefold().startswith("sep=") and len(first.strip()) == len("sep=;"):
        # Excel's own first line, saying what parts the cells.
        separator, text, skipped = first.strip()[-1], rest, 1
    lines = tuple(islice(_lines(text, separator or _separator(text), skipped), MOST_LINES + 1))
    if not lines:
        return SheetFault.EMPTY
    return Sheet(lines=lines[:MOST_LINES], cut=len(lines) > MOST_LINES)


def _text_of(data: bytes) -> str | None:
    named = next((name for mark, name in _MARKS if data.startswith(mark)), "")
    guesses = (named,) if named else _guesses(data)
    for encoding in guesses:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        plain = text.replace("\r\n", "\n").replace("\r", "\n")
        return None if _CONTROLS.intersection(plain) else plain
    return None


def _guesses(data: bytes) -> tuple[str, ...]:
    head = data[:4096]
    if head.count(0) * _HALF_ZEROS > len(head):
        return ("utf-16-le",) if head[1:2] == b"\0" else ("utf-16-be",)
    return ("utf-8", "cp1252")


def _separator(text: str) -> str:
    """Say what parts the cells: what the first lines have most of, in a table all alike."""
    head = [line for line in text.split("\n", _LOOKED_AT * 4) if line.strip()][:_LOOKED_AT]

    def fits(separator: str) -> tuple[int, int]:
        counts = [line.count(separator) for line in head]
        steady = sum(count == max(counts) for count in counts) if any(counts) else 0
        return (sum(bool(count) for count in counts), steady)

    return max(_SEPARATORS, key=fits, default=";")


def _lines(text: str, separator: str, skipped: int) -> Iterator[SheetLine]:
    """Go through the lines that are not empty, each by where it begins in the file.

    A quote that is never closed takes nothing with it but its own line.
    """
    for row in rows_by(separator, text.split("\n")):
        cells = trimmed([cell_text(cell.text) for cell in row.cells[:MOST_COLUMNS]])
        if cells:
            yield SheetLine(row.line + skipped, cells)
