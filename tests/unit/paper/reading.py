"""Reads paper back: words in order, where they stand, the tree of elements, and codes."""

import ctypes
from collections.abc import Iterator
from io import BytesIO
from typing import Any, NamedTuple, cast

import pikepdf
import pypdfium2
import zxingcpp
from PIL import Image
from pypdfium2 import raw

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


def spoken(pdf: bytes) -> list[str]:
    """Give the words of each piece of content in the order of the tree, as a screen reader does."""
    said: list[str] = []
    with pypdfium2.PdfDocument(pdf) as document, pikepdf.open(BytesIO(pdf)) as file:
        marked = [_marked(page) for page in document]
        numbers = {page.obj.objgen: at for at, page in enumerate(file.pages)}
        for at, mark in _marks(cast("Any", file.Root.StructTreeRoot.K), numbers, 0):
            said.append(" ".join(marked[at].get(mark, "").split()))
    return [words for words in said if words]


def _marked(page: Any) -> dict[int, str]:
    """Give the text of each marked piece of a page, in the order in which it was written."""
    words = page.get_textpage()
    found: dict[int, str] = {}
    for each in page.get_objects():
        mark = raw.FPDFPageObj_GetMarkedContentID(each)
        if each.type == raw.FPDF_PAGEOBJ_TEXT and mark >= 0:
            room = raw.FPDFTextObj_GetText(each, words, None, 0)
            text = (ctypes.c_ushort * (room // 2 + 1))()
            raw.FPDFTextObj_GetText(each, words, text, room)
            told = bytes(text)[:room].decode("utf-16-le").rstrip("\0")
            found[mark] = f"{found.get(mark, '')} {told}"
    return found


def _marks(element: Any, pages: dict[Any, int], at: int) -> Iterator[tuple[int, int]]:
    """Give the page and number of every marked piece below an element, kids in their order."""
    here = pages[element.Pg.objgen] if "/Pg" in element else at
    for kid in element.K:
        if isinstance(kid, int):
            yield here, kid
        elif "/MCID" in kid:
            yield pages[kid.Pg.objgen] if "/Pg" in kid else here, int(kid.MCID)
        else:
            yield from _marks(kid, pages, here)


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
        elif kid.get("/Type") == pikepdf.Name("/OBJR"):
            assert kid.Obj.Subtype == pikepdf.Name("/Widget"), (
                "only fields are objects of their own"
            )
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
