"""Binds papers that were made one by one into one file, and numbers its sheets through."""

import ctypes
import hashlib
import re
from collections.abc import Sequence
from io import BytesIO
from typing import Final

from pypdfium2 import PdfDocument, PdfPage, raw

from kontaktpunkt.paper.pdf.images import ONE_AT_A_TIME

_FROM_LEFT, _FROM_BELOW = 56.7, 34.0
"""In points: below the foot of each part, outside the holes of a binder."""

_SIZE: Final = 8.0
_MADE: Final = re.compile(rb"(/CreationDate ?\(D:)(\d{14})")
_ID: Final = re.compile(rb"/ID\[<[0-9A-F]{32}><[0-9A-F]{32}>\]")


def bind(parts: Sequence[bytes], name: str = "") -> tuple[bytes, int]:
    """Give the pages of all parts in one PDF, and how many they are; each keeps its own foot.

    With a name "name, blad 3 av 11" stands below: a sheet that is missing is missed.

    The bound file holds the pages as drawn; what explains them to a screen reader stays in the
    parts.
    """
    with ONE_AT_A_TIME, PdfDocument.new() as whole:
        for part in parts:
            with PdfDocument(part) as source:
                whole.import_pages(source)
        if name:
            _number(whole, name)
        out = BytesIO()
        whole.save(out)
        return _named(_dated(out.getvalue(), parts)), len(whole)


def _number(whole: PdfDocument, name: str) -> None:
    """Write which sheet of how many each page is, in a font that every reader of PDF has."""
    font = raw.FPDFText_LoadStandardFont(whole.raw, b"Helvetica")
    count = len(whole)
    for nth in range(count):
        page: PdfPage = whole[nth]
        words = raw.FPDFPageObj_CreateTextObj(whole.raw, font, _SIZE)
        said = f"{name}, blad {nth + 1} av {count}\0".encode("utf-16-le")
        letters = (ctypes.c_ushort * (len(said) // 2)).from_buffer_copy(said)
        raw.FPDFText_SetText(words, letters)
        raw.FPDFPageObj_Transform(words, 1, 0, 0, 1, _FROM_LEFT, _FROM_BELOW)
        raw.FPDFPage_InsertObject(page.raw, words)
        raw.FPDFPage_GenerateContent(page.raw)
        page.close()
    raw.FPDFFont_Close(font)


def _dated(bound: bytes, parts: Sequence[bytes]) -> bytes:
    """Give the file the date of its papers: PDFium writes what the clock says."""
    told = (_MADE.search(part) for part in parts)
    date = next((found[2] for found in told if found is not None), b"20000101000000")
    return _MADE.sub(lambda found: found[1] + date, bound)


def _named(bound: bytes) -> bytes:
    """Give the file an id from what is in it: PDFium draws one, and the same pages would differ."""
    found = _ID.search(bound)
    if found is None:
        return bound
    name = hashlib.md5(bound[: found.start()], usedforsecurity=False).hexdigest().upper().encode()
    return b"%s/ID[<%s><%s>]%s" % (bound[: found.start()], name, name, bound[found.end() :])
