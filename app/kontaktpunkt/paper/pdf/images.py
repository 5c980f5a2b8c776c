"""Draws the pages of a PDF as pictures, for the preview and for a printer."""

from threading import Lock
from typing import Any, Final, cast

from pypdfium2 import PdfDocument

from kontaktpunkt.domain.paper.printout import PageImage

_POINTS_PER_INCH = 72
# PDFium must not be entered from two threads at once (its own documentation).
ONE_AT_A_TIME: Final = Lock()


def page_count(pdf: bytes) -> int:
    """Tell how many pages a PDF has."""
    with ONE_AT_A_TIME, PdfDocument(pdf) as document:
        return len(document)


def page_sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Give the width and height of each page in inches."""
    with ONE_AT_A_TIME, PdfDocument(pdf) as document:
        # pypdfium2 gives a pair without saying of what.
        known = cast("Any", document)
        sizes: list[tuple[float, float]] = [
            known.get_page_size(page) for page in range(len(document))
        ]
    return [(wide / _POINTS_PER_INCH, high / _POINTS_PER_INCH) for wide, high in sizes]


def page_image(pdf: bytes, page: int, dpi: int) -> PageImage:
    """Draw one page, counted from 0, at so many dots per inch (an A4 page at 300: 26 MB)."""
    with ONE_AT_A_TIME, PdfDocument(pdf) as document:
        # pypdfium2 says its scale is a whole number, and takes any.
        leaf = cast("Any", document[page])
        drawn = leaf.render(scale=dpi / _POINTS_PER_INCH, rev_byteorder=True)
        return PageImage(drawn.width, drawn.height, bytes(drawn.buffer), drawn.stride)
