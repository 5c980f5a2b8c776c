"""Reads a list of stays from bytes: the text, its header, then row by row."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from kontaktpunkt.domain.payment import PaidStay
from kontaktpunkt.usecases.stay_list.cells import COLUMNS, NEEDED, stay_of
from kontaktpunkt.usecases.stay_list.faults import FaultyCell, FaultyList, ListFlaw

_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")
_SEPARATOR: Final = re.compile(r'"?sep=(.)"?', re.IGNORECASE)
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1f]")

_Row = tuple[int, list[str]]


class StayList(Struct, frozen=True):
    """What a list held: the stays of the rows that could be read, and the faults of the others."""

    stays: tuple[PaidStay, ...] = ()
    faults: tuple[FaultyList, ...] = ()


def read_stays(data: bytes) -> tuple[PaidStay, ...] | FaultyList:
    """Read a list that must be whole: its stays, or its first fault."""
    read = read_list(data)
    return read.faults[0] if read.faults else read.stays


def read_list(data: bytes) -> StayList:
    """Read all that can be read of a list, with every fault by line and column.

    UTF-8 (with or without mark), UTF-16 with mark, else what Swedish Excel writes (cp1252); comma,
    semicolon or tab; the header names the columns, in any order.
    """
    text = _text_of(data)
    if isinstance(text, FaultyList):
        return StayList(faults=(text,))
    rows = _rows_of(text)
    first = next(rows, None)
    if first is None:
        return StayList(faults=(FaultyList(ListFlaw.EMPTY, 1, "1"),))
    if isinstance(first, FaultyList):
        return StayList(faults=(first,))
    header = _header_of(first[1])
    faults = _header_faults(header, first[0])
    return StayList(faults=faults) if faults else _stays_of(rows, header)


def _text_of(data: bytes) -> str | FaultyList:
    """Decode a list; a file that is no text is told by the signs that no text has."""
    try:
        encoding = "utf-16" if data.startswith(_UTF_16) else "utf-8-sig"
        text = data.decode(encoding)
    except UnicodeDecodeError:
        try:
            text = data.decode("cp1252")
        except UnicodeDecodeError as problem:
            return _not_text(data[: problem.start].decode("latin-1"))
    odd = _CONTROL.search(text)
    return text if odd is None else _not_text(text[: odd.start()])


def _not_text(before: str) -> FaultyList:
    lines = before.split("\n")
    return FaultyList(ListFlaw.NOT_TEXT, len(lines), str(len(lines[-1]) + 1))


def _rows_of(text: str) -> Iterator[_Row | FaultyList]:
    """Go through the rows that hold anything, each with the line on which it begins."""
    source = io.StringIO(text, newline=None)
    line, divider = _divider(source)
    reader = csv.reader(source, delimiter=divider, strict=True)
    while True:
        begins = line + reader.line_num + 1
        try:
            fields = next(reader, None)
        except csv.Error:
            yield FaultyList(ListFlaw.BROKEN_ROW, begins, "1")
            return
        if fields is None:
            return
        if any(field.strip() for field in fields):
            yield begins, fields


def _divider(source: io.StringIO) -> tuple[int, str]:
    """Find what stands between the fields; Excel's own line about it is passed over."""
    passed = 0
    for text in source:
        said = _SEPARATOR.fullmatch(text.strip())
        if said is not None:
            return passed + 1, said[1]
        if text.strip():
            source.seek(0)
            return 0, max(",;\t", key=text.count)
        passed += 1
    return passed, ","


def _header_of(fields: Sequence[str]) -> list[str]:
    return [name.strip().casefold() for name in fields]


def _header_faults(header: Sequence[str], line: int) -> tuple[FaultyList, ...]:
    """Give every fault of the header: a column that is not known, doubled or not there."""
    unknown = (
        FaultyList(ListFlaw.UNKNOWN_COLUMN, line, name)
        for name in header
        if name and name not in COLUMNS
    )
    doubled = (
        FaultyList(ListFlaw.DOUBLED_COLUMN, line, name)
        for name in COLUMNS
        if header.count(name) > 1
    )
    missing = (
        FaultyList(ListFlaw.MISSING_COLUMN, line, name) for name in NEEDED if name not in header
    )
    return (*unknown, *doubled, *missing)


def _stays_of(rows: Iterator[_Row | FaultyList], header: Sequence[str]) -> StayList:
    stays: dict[str, PaidStay] = {}
    faults: list[FaultyList] = []
    for row in rows:
        if isinstance(row, FaultyList):
            faults.append(row)
            continue
        line, fields = row
        try:
            stay = stay_of(header, fields)
        except FaultyCell as fault:
            faults.append(FaultyList(fault.flaw, line, fault.column))
            continue
        if stay.id in stays:
            faults.append(FaultyList(ListFlaw.SAME_ID_TWICE, line, "id"))
        else:
            stays[stay.id] = stay
    return StayList(tuple(stays.values()), tuple(faults))
