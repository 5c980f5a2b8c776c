"""Binds papers that were made one by one into one file."""

from collections.abc import Sequence
from io import BytesIO

from pypdfium2 import PdfDocument

from kontaktpunkt.paper.pdf.images import ONE_AT_A_TIME


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
        return out.getvalue(), len(whole)
