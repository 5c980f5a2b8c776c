"""The text of a PDF as it stands on the page: columns stay columns, so that a table can be read."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from time import process_time
from typing import Final, cast

from pypdfium2 import PdfDocument, PdfiumError, PdfPage

from kontaktpunkt.messages.parcels.pdf_text import MAX_CHARACTERS, MAX_PAGES

MAX_SECONDS: Final = 3.0
"""Of computing, looked at between pages: forty people on two pages take a tenth of one."""
_COLUMN: Final = 4.0
"""So many points wide is a column of the text that is made: about a small letter."""
_SAME_LINE: Final = 0.5
_WORD_GAP: Final = 0.15
_CELL_GAP: Final = 0.9
"""Shares of the height of a letter: how far apart lines, words and cells stand."""


@dataclass(slots=True)
class _Letter:
    left: float
    bottom: float
    right: float
    height: float
    text: str


def layout_text(data: bytes) -> str:
    """Give the text of all pages, laid out; '' when it is locked, broken, too long or a picture."""
    try:
        with closing(PdfDocument(data)) as document:
            return "\n".join(_pages(document))
    except PdfiumError:
        return ""


def _pages(document: PdfDocument) -> Iterator[str]:
    until = process_time() + MAX_SECONDS
    for number in range(min(len(document), MAX_PAGES)):
        if process_time() > until:
            return
        with closing(document[number]) as page:
            yield "\n".join(_laid_out(line) for line in _lines(_letters(page)))


def _letters(page: PdfPage) -> list[_Letter]:
    with closing(page.get_textpage()) as text:
        count = min(text.count_chars(), MAX_CHARACTERS)
        found: list[_Letter] = []
        for place in range(count):
            sign = text.get_text_range(place, 1)
            if sign.strip():
                # pypdfium2 gives four floats and says so in no type.
                box = cast("tuple[float, float, float, float]", text.get_charbox(place, loose=True))
                left, bottom, right, top = box
                found.append(_Letter(left, bottom, right, max(top - bottom, 1.0), sign))
        return found


def _lines(letters: list[_Letter]) -> list[list[_Letter]]:
    """Put letters that stand at the same height on one line, lines from the top."""
    lines: list[list[_Letter]] = []
    for letter in sorted(letters, key=lambda one: (-one.bottom, one.left)):
        here = lines[-1] if lines else []
        if here and abs(here[0].bottom - letter.bottom) < letter.height * _SAME_LINE:
            here.append(letter)
        else:
            lines.append([letter])
    return [sorted(line, key=lambda one: one.left) for line in lines]


def _laid_out(line: list[_Letter]) -> str:
    """Write a line with each cell as far in as it stands on the page, and a gap before it."""
    text = ""
    end = 0.0
    for letter in line:
        gap = letter.left - end
        if not text or gap > letter.height * _CELL_GAP:
            wanted = round(letter.left / _COLUMN)
            text = text.ljust(max(wanted, len(text) + 2 if text else 0))
        elif gap > letter.height * _WORD_GAP:
            text += " "
        text += letter.text
        end = letter.right
    return text
