"""Binds papers that were made one by one into one file."""

import hashlib
import re
from collections.abc import Sequence
from io import BytesIO
from typing import Final

from pypdfium2 import PdfDocument

from kontaktpunkt.paper.pdf.images import ONE_AT_A_TIME

_ID: Final = re.compile(rb"/ID\[<[0-9A-F]{32}><[0-9A-F]{32}>\]")


def bind(parts: Sequence[bytes]) -> tuple[bytes, int]:
    """Give the pages of all parts in one PDF, and how many they are; each keeps its own foot.

    The bound file holds the pages as drawn; what explains them to a screen reader stays in the
    parts.
    """
    with ONE_AT_A_TIME, PdfDocument.new() as whole:
        for part in parts:
            with PdfDocument(part) as source:
                whole.import_pages(source)
        out = BytesIO()
        whole.save(out)
        return _named(out.getvalue()), len(whole)


def _named(bound: bytes) -> bytes:
    """Give the file an id from what is in it: PDFium draws one, and the same pages would differ."""
    found = _ID.search(bound)
    if found is None:
        return bound
    name = hashlib.md5(bound[: found.start()], usedforsecurity=False).hexdigest().upper().encode()
    return b"%s/ID[<%s><%s>]%s" % (bound[: found.start()], name, name, bound[found.end() :])
