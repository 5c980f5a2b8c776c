"""The port through which a table is read: bytes in, lines of cells as text out."""

from enum import StrEnum
from typing import Protocol

from msgspec import Struct


class SheetFault(StrEnum):
    """Why a file is no table that can be read."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    LOCKED = "locked"
    OLD_WORKBOOK = "old_workbook"
    BROKEN_WORKBOOK = "broken_workbook"
    NOT_A_TABLE = "not_a_table"
    NO_HEADING = "no_heading"


class SheetLine(Struct, frozen=True):
    """One line of a table that is not empty, with its number in the file (from 1).

    `numeric` are the places of cells that the workbook held as numbers: a phone number among them
    has lost its first zero. `formulas` are those of formulas whose answer the file does not hold.
    """

    no: int
    cells: tuple[str, ...]
    numeric: tuple[int, ...] = ()
    formulas: tuple[int, ...] = ()


class Sheet(Struct, frozen=True, kw_only=True):
    """A table as text; `name` is that of the workbook's sheet, `others` those not read."""

    lines: tuple[SheetLine, ...]
    name: str = ""
    others: tuple[str, ...] = ()
    cut: bool = False


class SheetReader(Protocol):
    """Reads a table from CSV or XLSX; total over any bytes, never raises."""

    def __call__(self, data: bytes) -> Sheet | SheetFault:
        """Read a table, or say why not."""
        ...
