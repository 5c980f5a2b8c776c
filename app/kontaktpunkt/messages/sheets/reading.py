"""Tells a workbook from a text by its first bytes, and reads it by the reader for that."""

from typing import Final

from kontaktpunkt.messages.sheets.bounds import MOST_BYTES
from kontaktpunkt.messages.sheets.text_table import read_text_table
from kontaktpunkt.usecases.contacts.sheets import Sheet, SheetFault

_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Excel before 2007, and a workbook of today behind a password."""


def read_sheet(data: bytes) -> Sheet | SheetFault:
    """Read a table from CSV or XLSX, or say why not; total over any bytes."""
    if len(data) > MOST_BYTES:
        return SheetFault.TOO_LARGE
    if data.startswith(_OLE):
        locked = "EncryptedPackage".encode("utf-16-le") in data
        return SheetFault.LOCKED if locked else SheetFault.OLD_WORKBOOK
    if data.startswith(_ZIP):
        # The library takes a third of a second to load, and most days nobody reads a workbook.
        from kontaktpunkt.messages.sheets.workbook import read_workbook  # noqa: PLC0415  late

        return read_workbook(data)
    return read_text_table(data)
