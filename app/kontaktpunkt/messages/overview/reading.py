"""Reads a whole overview: by its headings, else by its labels, else by the numbers alone."""

from collections.abc import Sequence
from datetime import date

from kontaktpunkt.domain.overview import LineFlaw, Overview, OverviewField, Piece, UnreadLine
from kontaktpunkt.messages.overview import values
from kontaktpunkt.messages.overview.blocks import is_in_blocks, read_blocks
from kontaktpunkt.messages.overview.found import Found
from kontaktpunkt.messages.overview.person import line_from
from kontaktpunkt.messages.overview.splitting import is_ruler, lines_of
from kontaktpunkt.messages.overview.table import best_rows, read_table


def read_overview(text: str, on: date) -> Overview:
    """Read an overview as it was on a day in Sweden; total: any text gives an overview.

    Columns and labels are known by their names. Nothing is guessed: a time without its day, a
    status in unknown words and a number that fails its check are left for the hand.
    """
    lines = lines_of(text)
    rows = best_rows(lines)
    if rows is not None:
        return read_table(rows, on).overview()
    if is_in_blocks(lines):
        return read_blocks(lines, on).overview()
    return _numbers_alone(lines, on).overview()


def _numbers_alone(lines: Sequence[str], on: date) -> Found:
    """Read no more than who stands there: without headings no cell says what it is."""
    found = Found()
    for no, line in enumerate(lines, start=1):
        if is_ruler(line):
            continue
        text = line.strip()
        numbers = values.numbers_in(text, on)
        if len(numbers) == 1:
            found.add(
                line_from(no, text, [Piece(OverviewField.NUMBER, values.number_text(text))], on)
            )
        elif values.looks_numbered(text):
            flaw = LineFlaw.SEVERAL_NUMBERS if numbers else LineFlaw.BAD_NUMBER
            found.left(UnreadLine(line=no, text=text, flaw=flaw))
        else:
            found.passed(text)
    return found
