"""Reads the region's figures from pasted lines or a CSV file: month and value."""

import re
from datetime import date
from decimal import Decimal
from typing import Final

from msgspec import Struct

from kontaktpunkt.usecases.invoice_control import read_number

_MONTH: Final = re.compile(r"(\d{4})-?(\d{2})(-\d{2})?", re.ASCII)
_LAST_MONTH: Final = 12


class RegionList(Struct, frozen=True):
    """What could be read, and the lines (from 1) that nobody could read."""

    figures: tuple[tuple[date, Decimal], ...] = ()
    unread: tuple[int, ...] = ()


def read_region_list(text: str) -> RegionList:
    """Read lines "2026-02; 1,9" (semicolon or tab); a head line is passed.

    The last line of a month holds. A month is written 2026-02, 202602 or as any day of it.
    """
    found: dict[date, Decimal] = {}
    unread: list[int] = []
    for at, line in enumerate(text.lstrip("\N{ZERO WIDTH NO-BREAK SPACE}").splitlines(), start=1):
        if not line.strip():
            continue
        fields = [field.strip().strip('"') for field in re.split(r"[\t;]", line)]
        month = read_month(fields[0])
        value = read_number(fields[1]) if len(fields) > 1 else None
        if month is None or value is None or value < 0:
            if at > 1:  # the first line may be the headings
                unread.append(at)
            continue
        found[month] = value
    return RegionList(tuple(sorted(found.items())), tuple(unread))


def legible(data: bytes) -> str:
    """Read a list's bytes as a spreadsheet writes them: UTF-8, else as Windows does in Sweden."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def read_month(text: str) -> date | None:
    """Read a month; None for what is none."""
    parts = _MONTH.fullmatch(text.strip())
    if parts is None or not 1 <= int(parts[2]) <= _LAST_MONTH or int(parts[1]) < 1:
        return None
    return date(int(parts[1]), int(parts[2]), 1)
