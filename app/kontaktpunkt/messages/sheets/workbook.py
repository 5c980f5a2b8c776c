"""Reads the first sheet with anything in it of an XLSX workbook, within stated bounds."""

import io
import re
import struct
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from datetime import datetime, time
from typing import Any, Final

from openpyxl import load_workbook
from openpyxl.utils.cell import column_index_from_string
from openpyxl.utils.exceptions import InvalidFileException

from kontaktpunkt.messages.sheets.bounds import (
    MOST_COLUMNS,
    MOST_LINES,
    cell_text,
    trimmed,
)
from kontaktpunkt.messages.sheets.parcel import FAULTS, Findings, Unfit, look_through
from kontaktpunkt.usecases.contacts.sheets import Sheet, SheetFault, SheetLine

_BROKEN: Final = (
    *FAULTS,
    SyntaxError,
    InvalidFileException,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    OSError,
    TypeError,
    ValueError,
    struct.error,
)
"""What openpyxl raises on a workbook whose parts contradict each other: it checks none of them.

A SyntaxError is that of either XML parser: its own, or lxml where that is installed.
"""

_ENCRYPTED: Final = 0x1
_WHOLE: Final = 1e15
"""Beyond it a float skips whole numbers."""

_ERROR: Final = re.compile(r"#[A-Z0-9/]+[!?]?")
_Row = tuple[Any, ...]


def read_workbook(data: bytes) -> Sheet | SheetFault:
    """Read a workbook, or say why not; total over any bytes that begin as a parcel."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parcel:
            if any(member.flag_bits & _ENCRYPTED for member in parcel.infolist()):
                return SheetFault.LOCKED
            findings = look_through(parcel)
        with warnings.catch_warnings():
            # It warns of styles and of ways of checking input, which are nothing to a table.
            warnings.simplefilter("ignore")
            return _read(data, findings)
    except Unfit as unfit:
        return SheetFault.TOO_LARGE if unfit.too_large else SheetFault.BROKEN_WORKBOOK
    except _BROKEN:
        return SheetFault.BROKEN_WORKBOOK


def _read(data: bytes, findings: Findings) -> Sheet | SheetFault:
    with closing(load_workbook(io.BytesIO(data), read_only=True, data_only=True)) as book:
        names = [str(sheet.title) for sheet in book.worksheets]
        for place, sheet in enumerate(book.worksheets):
            member = str(getattr(sheet, "_worksheet_path", "")).lstrip("/")
            rows = _rows(sheet)
            _fill_merged(rows, findings, member)
            unanswered = _formulas(data, place, findings, member)
            lines = tuple(_lines(rows, unanswered))
            if lines:
                return Sheet(
                    lines=lines[:MOST_LINES],
                    name=names[place],
                    others=tuple(name for name in names if name != names[place]),
                    cut=len(rows) > MOST_LINES,
                )
    return SheetFault.EMPTY


def _rows(sheet: Any) -> list[list[Any]]:
    """Give the values of a sheet by line; the size that it states of itself is not believed."""
    sheet.reset_dimensions()
    some: Iterable[_Row] = sheet.iter_rows(
        max_row=MOST_LINES + 1, max_col=MOST_COLUMNS, values_only=True
    )
    return [list(row) for row in some]


def _fill_merged(rows: Sequence[list[Any]], findings: Findings, member: str) -> None:
    """Let each line of a cell that was merged downwards have the value that stands in its first."""
    for first_column, first, last_column, last in findings.merged.get(member, ()):
        column = column_index_from_string(first_column.decode()) - 1
        if first_column != last_column or not 0 < first <= len(rows):
            continue
        above = rows[first - 1]
        value = above[column] if column < len(above) else None
        for row in rows[first : min(last, len(rows))]:
            if value is not None and column < len(row) and row[column] is None:
                row[column] = value


def _formulas(data: bytes, place: int, findings: Findings, member: str) -> dict[int, set[int]]:
    """Give where formulas stand, by line and column, in a sheet that was seen to have any."""
    if member not in findings.formulas:
        return {}
    with closing(load_workbook(io.BytesIO(data), read_only=True, data_only=False)) as book:
        rows = _rows(book.worksheets[place])
    return {
        no: places
        for no, row in enumerate(rows, 1)
        if (places := {at for at, value in enumerate(row) if _is_formula(value)})
    }


def _is_formula(value: object) -> bool:
    return isinstance(value, str) and value.startswith("=")


def _lines(rows: Sequence[list[Any]], formulas: dict[int, set[int]]) -> Iterator[SheetLine]:
    for no, row in enumerate(rows, 1):
        cells = trimmed([_text(value) for value in row])
        unanswered = {at for at in formulas.get(no, ()) if at >= len(row) or _is_no_answer(row[at])}
        if cells or unanswered:
            numeric = tuple(at for at, value in enumerate(row) if _is_number(value))
            yield SheetLine(no, cells, numeric, tuple(sorted(unanswered)))


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_no_answer(value: object) -> bool:
    return value is None or (isinstance(value, str) and bool(_ERROR.fullmatch(value)))


def _text(value: object) -> str:
    """Say a value as staff would write it: whole numbers without decimals, days as 2026-03-24."""
    if isinstance(value, float) and value.is_integer() and abs(value) < _WHOLE:
        return str(int(value))
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, datetime):
        whole = value.time() == time(0)
        return value.date().isoformat() if whole else value.strftime("%Y-%m-%d %H:%M")
    return "" if value is None else cell_text(str(value))
