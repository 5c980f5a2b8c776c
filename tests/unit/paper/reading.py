"""Reads paper back: words in order, where they stand, the tree of elements, and codes."""

from collections.abc import Iterator
from typing import Any, NamedTuple, cast

import pikepdf
import pypdfium2
import zxingcpp
from PIL import Image

from kontaktpunkt.paper import page_image

MARGIN = 20 * 72 / 25.4


class Sign(NamedTuple):
    """A printed sign and the box around it, in points from the lower left corner."""

    sign: str
    left: float
    bottom: float
    right: float
    top: float


class Node(NamedTuple):
    """An element of the tree: its role, its words instead of a picture, its kids."""

    role: str
    alt: str
    kids: tuple["Node", ...]
    page_marks: tuple[int, ...]


def texts(pdf: bytes) -> list[str]:
    """Give the words of each page in the order they were written, single spaces between."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]


def text(pdf: bytes) -> str:
    """Give all words of all pages."""
    return " ".join(texts(pdf))


def signs(pdf: bytes, page: int = 0) -> list[Sign]:
    """Give every sign of a page with its box."""
    with pypdfium2.PdfDocument(pdf) as document:
        words = document[page].get_textpage()
        found = words.get_text_range()
        return [
            Sign(sign, *cast("tuple[float, float, float, float]", words.get_charbox(at)))
            for at, sign in enumerate(found[: words.count_chars()])
            if not sign.isspace()
        ]


def place_of(pdf: bytes, words: str) -> tuple[float, float]:
    """Give the lower left corner of the first place where words stand, rounded to points."""
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0].get_textpage()
        found = page.search(words).get_next()
        assert found is not None, words
        left, bottom, _, _ = cast("tuple[float, ...]", page.get_charbox(found[0]))
        return round(left), round(bottom)


def tree(pdf: pikepdf.Pdf) -> Node:
    """Give the tree of elements from its first element on."""
    return _node(cast("Any", pdf.Root.StructTreeRoot.K))


def walk(node: Node) -> Iterator[Node]:
    """Give an element and all below it in reading order."""
    yield node
    for kid in node.kids:
        yield from walk(kid)


def _node(element: Any) -> Node:
    kids: list[Node] = []
    marks: list[int] = []
    for kid in element.K:
        if isinstance(kid, int):
            marks.append(kid)
        elif "/MCID" in kid:
            marks.append(int(kid.MCID))
        else:
            assert kid.P.objgen == element.objgen, "a kid must name its parent"
            kids.append(_node(kid))
    return Node(str(element.S), str(element.get("/Alt", "")), tuple(kids), tuple(marks))


def fonts(pdf: pikepdf.Pdf) -> list[Any]:
    """Give every font that any page may use."""
    return [font for page in pdf.pages for _, font in cast("Any", page).Resources.Font.items()]


def code(pdf: bytes, dpi: int) -> list[str]:
    """Read the codes of the first page as a fax sees it: black and white, so many dots an inch."""
    page = page_image(pdf, 0, dpi)
    size = (page.width, page.height)
    seen = Image.frombuffer("RGB", size, page.rgb, "raw", "RGB", page.stride, 1)
    flat = seen.convert("1", dither=Image.Dither.NONE)
    return [found.text for found in cast("Any", zxingcpp).read_barcodes(flat)]
