"""An overview as a table: headings, a person to a row, groups between, cells that were wrapped."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from kontaktpunkt.domain.overview import LineFlaw, OverviewField, Piece, UnreadLine
from kontaktpunkt.messages.overview import values
from kontaktpunkt.messages.overview.found import Found
from kontaktpunkt.messages.overview.groups import Context, group_of, is_furniture
from kontaktpunkt.messages.overview.labels import IDENTIFYING, field_of
from kontaktpunkt.messages.overview.person import line_from
from kontaktpunkt.messages.overview.splitting import (
    SEPARATORS,
    Cell,
    Row,
    is_ruler,
    joined,
    rows_by,
)

F = OverviewField
_WRAPS: Final = frozenset({F.NAME, F.FAMILY_NAME, F.GIVEN_NAME, F.PLACE, F.HOSPITAL, F.WARD})
_LEAST: Final = 2
_DIGITS: Final = 10

Columns = tuple[OverviewField | None, ...]


def columns_of(row: Row) -> Columns | None:
    """Say what the columns are if the row is a heading: two known names, one of them a person's."""
    columns = tuple(field_of(cell.text) if cell.text else None for cell in row.cells)
    known = {field for field in columns if field is not None}
    return columns if len(known) >= _LEAST and known & IDENTIFYING else None


def best_rows(lines: Sequence[str]) -> list[Row] | None:
    """Part the lines in the way that gives the most headings; None when no way gives any."""
    best: list[Row] | None = None
    most = 0
    for separator in SEPARATORS:
        rows = rows_by(separator, lines)
        found = [columns for row in rows if (columns := columns_of(row))]
        known = max((len(set(columns) - {None}) for columns in found), default=0)
        if known > most:
            best, most = rows, known
    return best


def read_table(rows: Sequence[Row], on: date) -> Found:
    """Read the rows under their headings."""
    return _Table(rows, on).read()


class _Table:
    """One pass over the rows of a table."""

    def __init__(self, rows: Sequence[Row], on: date) -> None:
        self._rows = list(rows)
        self._on = on
        self._found = Found()
        self._context = Context()
        self._heading: Row | None = None
        self._columns: Columns = ()
        self._last: tuple[Row, list[Piece]] | None = None

    def read(self) -> Found:
        """Read every row once."""
        place = 0
        while place < len(self._rows):
            row, used = self._whole(place)
            self._take(row)
            place += used
        self._end_person()
        return self._found

    def _whole(self, place: int) -> tuple[Row, int]:
        """Give a row with the lines that its last cell was wrapped over, where they just fit."""
        row, used = self._rows[place], 1
        while place + used < len(self._rows) and self._heading is not None:
            following = self._rows[place + used]
            together = len(row.cells) + len(following.cells) - 1
            fits = len(row.cells) < len(self._columns) and together == len(self._columns)
            halves = values.looks_numbered(row.text) and not values.looks_numbered(following.text)
            if _is_spaced(row) or not (fits and halves and following.filled):
                break
            seam = Cell(joined(row.cells[-1].text, following.cells[0].text))
            row = Row(
                row.line,
                f"{row.text}\n{following.text}",
                (*row.cells[:-1], seam, *following.cells[1:]),
            )
            used += 1
        return row, used

    def _take(self, row: Row) -> None:
        if is_ruler(row.text):
            if not row.text:
                self._end_person()
            return
        columns = columns_of(row)
        if columns is not None:
            self._end_person()
            self._begin_table(row, columns)
        elif self._heading is None or not self._is_person(row):
            self._aside(row)
        else:
            self._end_person()
            self._begin_person(row)

    def _begin_table(self, row: Row, columns: Columns) -> None:
        self._heading, self._columns = row, columns
        for cell, field in zip(row.cells, columns, strict=True):
            if field is not None:
                self._found.understood(Piece(field, cell.text))
            elif cell.text:
                self._found.not_used(cell.text)

    def _is_person(self, row: Row) -> bool:
        """Say whether a row is about somebody: it has a number, or more than one cell filled."""
        if values.looks_numbered(row.text):
            return True
        if len(row.filled) <= 1:
            return sum(sign.isdigit() for sign in row.text) >= _DIGITS
        return group_of(row.filled) is None and not is_furniture(row.text)

    def _aside(self, row: Row) -> None:
        """Take a line that is no person's: the rest of a wrapped one, a group, or about nobody."""
        if self._goes_on(row):
            return
        self._end_person()
        group = group_of(row.filled)
        if self._heading is None and values.looks_numbered(row.text):
            flaw = LineFlaw.NO_PLACE_FOR_IT
            self._found.left(UnreadLine(line=row.line, text=row.text, flaw=flaw))
        elif group is not None and not is_furniture(row.text):
            self._context.open(group)
        elif values.is_protected(row.text):
            self._found.left(UnreadLine(line=row.line, text=row.text, flaw=LineFlaw.NO_NUMBER))
        else:
            self._found.passed(row.text)

    def _goes_on(self, row: Row) -> bool:
        """Add a line with a single cell below a name or place to the person above it."""
        if self._last is None or len(row.filled) != 1 or values.is_protected(row.text):
            return False
        above, pieces = self._last
        placed = _is_spaced(row) or len(row.cells) == len(self._columns)
        here = [piece for piece in self._pieces(row) or () if piece.text]
        if not placed or len(here) != 1 or here[0].field not in _WRAPS:
            return False
        first = next(field for field in self._columns if field is not None)
        if here[0].field is first and group_of(row.filled) is not None:
            return False  # a group begins where the rows begin
        grown = [
            Piece(piece.field, joined(piece.text, here[0].text))
            if piece.field is here[0].field
            else piece
            for piece in pieces
        ]
        self._last = replace(above, text=f"{above.text}\n{row.text}"), grown
        return True

    def _begin_person(self, row: Row) -> None:
        pieces = self._pieces(row)
        if pieces is None:
            flaw = LineFlaw.NO_PLACE_FOR_IT
            self._found.left(UnreadLine(line=row.line, text=row.text, flaw=flaw))
            return
        self._last = row, pieces

    def _end_person(self) -> None:
        if self._last is None:
            return
        row, pieces = self._last
        self._last = None
        self._found.add(
            line_from(row.line, row.text, [*pieces, *self._context.beside(pieces)], self._on)
        )

    def _pieces(self, row: Row) -> list[Piece] | None:
        """Say which cell stands under which heading; None when there is no telling."""
        if _is_spaced(row) and len(row.cells) != len(self._columns):
            return self._by_place(row)
        if any(cell.text for cell in row.cells[len(self._columns) :]):
            return None
        texts = [cell.text for cell in row.cells[: len(self._columns)]]
        texts += [""] * (len(self._columns) - len(texts))
        return [
            Piece(field, text)
            for field, text in zip(self._columns, texts, strict=True)
            if field is not None
        ]

    def _by_place(self, row: Row) -> list[Piece] | None:
        """Put each cell under the heading that it stands below (columns of spaces)."""
        assert self._heading is not None, "asked only below a heading"  # noqa: S101 - ours
        starts = [cell.start for cell in self._heading.cells]
        texts = [""] * len(starts)
        for cell in row.cells:
            below = [no for no, start in enumerate(starts) if start <= cell.start + 1]
            column = below[-1] if below else 0
            if texts[column]:
                return None
            texts[column] = cell.text
        return [
            Piece(field, text)
            for field, text in zip(self._columns, texts, strict=True)
            if field is not None
        ]


def _is_spaced(row: Row) -> bool:
    """Say whether the cells stand at places in their line (columns of spaces)."""
    return any(cell.end for cell in row.cells)
