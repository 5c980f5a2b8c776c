"""Writes a tagged PDF over reportlab: pages of text and strokes, and the tree that explains them.

reportlab's canvas knows no marked content, and its catalogue entries alone make no tagged PDF. So
pages and tree are written here, as bytes; files, streams and embedded subset fonts are reportlab's.
"""

import hashlib
from collections.abc import Callable, Sequence
from threading import Lock
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypedDict, Unpack, cast

from reportlab.pdfbase import pdfdoc

from kontaktpunkt.paper.pdf.fonts import Face, Ink, font
from kontaktpunkt.paper.pdf.structure import Element, Number, Objects, Role, write_tree
from kontaktpunkt.paper.pdf.widgets import Box, Widget, write_form

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont

_VERSION = (1, 7)
# A typeface is shared by all files, and keeps its reading place in itself while it is cut down.
_one_reader = Lock()
_ESCAPES = (
    (b"\\", b"\\\\"),
    (b"(", b"\\("),
    (b")", b"\\)"),
    (b"\r", b"\\r"),
    (b"\n", b"\\n"),
)


class Raw(pdfdoc.PDFObject):
    """An object of the file whose bytes we have written ourselves."""

    __RefOnly__ = 1

    def __init__(self, data: bytes = b"") -> None:
        self.data = data

    def format(self, document: object) -> bytes:  # noqa: ARG002  reportlab's signature
        """Give the bytes, as reportlab asks for them."""
        return self.data


class How(TypedDict, total=False):
    """What a field holds already, and what it is: see Widget."""

    value: str
    tick: str
    group: str
    several_lines: bool
    is_settled: bool


class Page:
    """One page being drawn: strokes below, and above them text in the order it is read."""

    def __init__(self, size: tuple[float, float]) -> None:
        self.size = size
        self.strokes: list[bytes] = []
        self.text: list[bytes] = []
        self.marks: list[Element] = []


class PdfFile:
    """One document in the making: begin elements, write and draw, then `finish`.

    Measures are in points from the lower left corner. Text and `draw` belong to the innermost open
    element; strokes by `line` and `box` are artifacts, which readers aloud pass over. A `fillable`
    one takes fields to fill in.
    """

    def __init__(self, title: str, dated: str = "", *, fillable: bool = False) -> None:
        self.fillable = fillable
        self._widgets: list[Widget] = []
        self._title = title
        self._dated = dated
        # reportlab has no types and hangs attributes on as it goes: Any, in this file only.
        self._document: Any = pdfdoc.PDFDocument(compression=1, invariant=1, pdfVersion=_VERSION)
        self._pages: list[Page] = []
        self._held: list[Any] = []
        self._page = Page((0, 0))
        self._root = Element(Role.DOCUMENT, None)
        self._open = self._root
        self._marked: Element | None = None
        self._set: tuple[bytes, float, float] | None = None
        self._encoded: dict[tuple[Face, str], list[tuple[bytes, bytes]]] = {}

    def new_page(self, width: float, height: float) -> None:
        """Begin a page of this size; open elements go on."""
        self._unmark()
        self._set = None
        self._page = Page((width, height))
        self._pages.append(self._page)

    def inside(self, role: Role, alt: str = "") -> "_Inside":
        """Open an element for as long as a `with` lasts; `alt` is read instead of a picture."""
        return _Inside(self, role, alt)

    def begin(self, role: Role, alt: str = "") -> None:
        """Open an element inside the one that is open."""
        self._unmark()
        # Whatever an artifact holds is artifact: a head shown again has no elements of its own.
        is_artifact = self._open.role is Role.ARTIFACT
        self._open = Element(Role.ARTIFACT if is_artifact else role, self._open, alt)

    def end(self) -> None:
        """Close the innermost element."""
        self._unmark()
        assert self._open.parent is not None, "an element was closed that was never opened"  # noqa: S101  cannot fail: begin and end come in pairs
        self._open = self._open.parent

    def write(self, x: float, y: float, ink: Ink, text: str) -> None:
        """Set a line of text with its baseline at (x, y)."""
        if not text:
            return
        self._mark()
        page = self._page.text
        parts = [b"BT %.2f %.2f Td" % (x, y)]
        for name, data in self._encode(ink.face, f"{text} "):
            if self._set != (name, ink.size, ink.grey):
                self._set = (name, ink.size, ink.grey)
                parts.append(b"%s %.2f Tf %.2f g" % (name, ink.size, ink.grey))
            parts.append(b"(%s) Tj" % data)
        parts.append(b"ET")
        page.append(b" ".join(parts))

    def draw(self, operators: bytes) -> None:
        """Draw strokes that mean something, as content of the open element."""
        self._mark()
        self._page.text.append(b"q %s Q" % operators)

    def field(self, name: str, label: str, box: Box, **how: Unpack[How]) -> None:
        """Offer a field to fill in, over what is drawn; nothing where the file is only paper."""
        if not self.fillable:
            return
        with self.inside(Role.FIELD, alt=label):
            widget = Widget(name, label, box, len(self._pages) - 1, self._open, **how)
            self._widgets.append(widget)

    def stroke(self, operators: bytes) -> None:
        """Draw strokes that carry no meaning of their own, below all text."""
        self._page.strokes.append(operators)

    def line(self, x: float, y: float, to_x: float, to_y: float, thick: float = 0.6) -> None:
        """Draw a line."""
        self.stroke(b"%.2f w %.2f %.2f m %.2f %.2f l S" % (thick, x, y, to_x, to_y))

    def finish(self) -> bytes:
        """Write the file: byte-identical for the same strokes, text, title and date."""
        self._unmark()
        document = self._document
        pages = [self._placed(page, at) for at, page in enumerate(self._pages)]
        marks = [page.marks for page in self._pages]
        objects = self._fields(pages)
        tree = write_tree(self._root, marks, pages, self._new, objects)
        catalogue = document.Catalog
        catalogue.Outlines = None
        catalogue.Lang = pdfdoc.PDFString("sv-SE")
        catalogue.StructTreeRoot = tree
        catalogue.MarkInfo = Raw(b"<</Marked true>>")
        catalogue.ViewerPreferences = Raw(b"<</DisplayDocTitle true>>")
        document.info = Raw(self._information())
        with _one_reader:
            for used in cast("list[TTFont]", document.delayedFonts):
                used.addObjects(document)
        # reportlab would make the file's id from the clock or the environment.
        content = (part for page in self._pages for part in (*page.strokes, *page.text))
        document.signature = hashlib.md5(self._information(), usedforsecurity=False)
        for part in content:
            document.signature.update(part)
        document.Reference(catalogue)
        document.Reference(document.info)
        return cast("bytes", document.format())

    def _fields(self, pages: Sequence[int]) -> Objects:
        """Put the fields into the file."""
        if not self._widgets:
            return ()
        # In the order of their pages, as the tree counts them.
        widgets = sorted(self._widgets, key=lambda one: one.page)
        written = write_form(widgets, pages, len(pages), _Fields(self._new))
        self._document.Catalog.AcroForm = Raw(written.form)
        for held, of_page in zip(self._held, written.of_page, strict=True):
            held.__NoDefault__ = [*held.__NoDefault__, "Annots"]
            held.Annots = Raw(b"[%s]" % b" ".join(b"%d 0 R" % number for number, _ in of_page))
        return written.of_page

    def _placed(self, page: Page, at: int) -> int:
        """Put a page into the file; gives its object number."""
        held: Any = cast("Any", pdfdoc.PDFPage())
        held.MediaBox = pdfdoc.PDFArray([0, 0, *page.size])
        resources = pdfdoc.PDFResourceDictionary()
        resources.basicFonts()
        held.Resources = resources
        content = b"\n".join((b"/Artifact BMC", *page.strokes, b"EMC", *page.text, b""))
        # Deflated only: reportlab's own pages are blown up again to base 85, at half the time.
        held.Contents = pdfdoc.PDFStream(content=content, filters=[pdfdoc.PDFZCompress])
        held.__NoDefault__ = [*pdfdoc.PDFPage.__NoDefault__, "StructParents", "Tabs"]
        held.StructParents = at
        held.Tabs = pdfdoc.PDFName("S")
        self._held.append(held)
        self._document.Reference(held, f"Page{at + 1}")
        self._document.Pages.addPage(held)
        return self._number(f"Page{at + 1}")

    def _new(self) -> tuple[int, Raw]:
        """Reserve an object of the file; gives its number and where its bytes go."""
        held = Raw()
        return self._number(self._document.Reference(held).name), held

    def _number(self, name: str) -> int:
        return cast("int", self._document.idToObjectNumberAndVersion[name][0])

    def _encode(self, face: Face, text: str) -> list[tuple[bytes, bytes]]:
        """Give a text as codes of this document's subset fonts, with each subset's name."""
        known = self._encoded.get((face, text))
        if known is None:
            typeface = font(face)
            known = [
                (
                    typeface.getSubsetInternalName(subset, self._document).encode(),
                    _escaped(codes),
                )
                for subset, codes in typeface.splitString(text, self._document)
            ]
            self._encoded[face, text] = known
        return known

    def _mark(self) -> None:
        """See to it that what comes next is marked as content of the open element."""
        if self._marked is self._open:
            return
        self._unmark()
        self._marked = self._open
        page = self._page
        if self._open.role is Role.ARTIFACT:
            page.text.append(b"/Artifact BMC")
            return
        mark = len(page.marks)
        page.marks.append(self._open)
        self._open.kids.append((len(self._pages) - 1, mark))
        page.text.append(b"/%s <</MCID %d>> BDC" % (self._open.role.value.encode(), mark))

    def _unmark(self) -> None:
        if self._marked is not None:
            self._page.text.append(b"EMC")
            self._marked = None

    def _information(self) -> bytes:
        """Give the file's own description; no person's name ever stands there."""
        title = b"<FEFF%s>" % self._title.encode("utf-16-be").hex().encode()
        date = b"/CreationDate(D:%s)" % self._dated.encode() if self._dated else b""
        return b"<</Title %s/Producer(Kontaktpunkt)%s>>" % (title, date)


class _Fields:
    """What a document offers for fields to be written in it."""

    def __init__(self, new: Callable[[], tuple[Number, Raw]]) -> None:
        self._new = new

    def reserve(self) -> tuple[Number, Raw]:
        """Reserve an object of the file."""
        return self._new()

    def stream(self, box: Box, content: bytes) -> Number:
        """Put a form XObject into the file."""
        number, held = self.reserve()
        held.data = (
            b"<</Type/XObject/Subtype/Form/BBox [%.2f %.2f %.2f %.2f]/Length %d>>"
            b"stream\n%s\nendstream" % (*box, len(content), content)
        )
        return number


class _Inside:
    """Opens an element at the start of a `with` and closes it at its end."""

    def __init__(self, file: PdfFile, role: Role, alt: str) -> None:
        self._file = file
        self._role = role
        self._alt = alt

    def __enter__(self) -> Self:
        self._file.begin(self._role, self._alt)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.end()


def _escaped(codes: bytes) -> bytes:
    """Write codes as a string of the file; a bare carriage return would be read as a line feed."""
    for sign, escaped in _ESCAPES:
        codes = codes.replace(sign, escaped)
    return codes
