"""Puts a list on paper, such as today's: groups of rows, a head on each page, no stray line."""

from collections.abc import Sequence

from msgspec import Struct, structs

from kontaktpunkt.domain.paper.printout import ListDocument, ListGroup
from kontaktpunkt.paper.cells import WRITING
from kontaktpunkt.paper.flow import Part, draw_parts, flow, height_of
from kontaktpunkt.paper.frame import (
    A4,
    ACROSS_BAND,
    DEMO_WORDS,
    EXERCISE_WORDS,
    OnPage,
    Sides,
    body_of,
    draw_across,
    draw_foot,
    draw_marks,
    draw_watermark,
    file_date,
    foot_text,
    no_more,
)
from kontaktpunkt.paper.pdf.file import PdfFile
from kontaktpunkt.paper.pdf.fitting import wrap
from kontaktpunkt.paper.pdf.fonts import Face, Ink, fit_to_print
from kontaktpunkt.paper.pdf.structure import Role
from kontaktpunkt.paper.table import (
    MarkedRow,
    TableRow,
    TableShape,
    shape_of,
    widen_for_words,
    widest_words,
)

_HEAD = 36.0
_SIZES = (9.0, 8.5, 8.0, 7.5, 7.0)
_EASY = 8.0
"""Letters down to this size may save a page; smaller ones only stray lines."""

_STRAY = 0.3
"""A last page filled less than this is worth smaller letters to be rid of."""

_TITLE = Ink(Face.BOLD, 14.0)
_UNDER_TITLE = Ink(Face.REGULAR, 9.0, 0.2)
_GROUP = Ink(Face.BOLD, 9.5)


class _Group(Part):
    """The heading of a group of rows."""

    def __init__(self, title: str, sides: Sides) -> None:
        super().__init__(20.0, keeps=True)
        self._title = title
        self._sides = sides

    def draw(self, file: PdfFile, top: float) -> None:
        """Set the title over the rows of its group."""
        with file.inside(Role.ROW), file.inside(Role.CELL):
            file.write(self._sides.left, top - 15.5, _GROUP, self._title)
        file.line(self._sides.left, top - self.height, self._sides.right, top - self.height, 0.8)


class _Heads(Part):
    """What comes back on a page where a group goes on: the table's head and the group's."""

    def __init__(self, head: TableRow, group: _Group) -> None:
        super().__init__(head.height + group.height, keeps=True)
        self._both = (head, group)

    def draw(self, file: PdfFile, top: float) -> None:
        """Draw both."""
        head, group = self._both
        head.draw(file, top)
        group.draw(file, top - head.height)


class LaidList(Struct, frozen=True):
    """A list with its rows dealt out to pages, ready to be drawn."""

    document: ListDocument
    sides: Sides
    pages: Sequence[Sequence[Part]]


def render_list(document: ListDocument) -> bytes:
    """Make a PDF of a list; the same list gives the same bytes."""
    file = PdfFile(document.title, file_date(document.foot))
    draw_list(file, lay_out_list(document))
    return file.finish()


def lay_out_list(document: ListDocument) -> LaidList:
    """Deal the rows of a list out to pages."""
    sides = body_of(_size(document), _HEAD, has_marks=bool(_marks(document)))
    if document.across:
        # Its words stand in a band above the rows and one below, so that they hide none.
        sides = structs.replace(
            sides, top=sides.top - ACROSS_BAND, bottom=sides.bottom + ACROSS_BAND
        )
    return LaidList(document, sides, _deal(document, sides))


def _around(sides: Sides) -> Sides:
    """Give the rows' room with the bands above and below it."""
    return structs.replace(sides, top=sides.top + ACROSS_BAND, bottom=sides.bottom - ACROSS_BAND)


def draw_list(file: PdfFile, laid: LaidList, on_page: OnPage = no_more) -> None:
    """Draw a list; `on_page` adds to each of its pages what binds it to others."""
    document, size, pages = laid.document, _size(laid.document), laid.pages
    with file.inside(Role.SHEET):
        for at, parts in enumerate(pages, start=1):
            file.new_page(*size)
            if document.foot.demo:
                draw_watermark(file, size)
            if document.across:
                draw_across(file, _around(laid.sides), document.across)
            with file.inside(Role.SHEET if at == 1 else Role.ARTIFACT):
                draw_marks(file, size, _marks(document))
                _draw_title(file, document, _around(laid.sides) if document.across else laid.sides)
            draw_parts(file, parts, laid.sides.top)
            words = foot_text(document.foot, (at, len(pages)), "", document.shred_note)
            with file.inside(Role.PARAGRAPH if at == len(pages) else Role.ARTIFACT):
                draw_foot(file, size, words)
            on_page(file)


def _size(document: ListDocument) -> tuple[float, float]:
    return (A4[1], A4[0]) if document.landscape else A4


def _marks(document: ListDocument) -> tuple[str, ...]:
    foot = document.foot
    demo = (DEMO_WORDS,) if foot.demo else ()
    return (*demo, EXERCISE_WORDS) if foot.exercise else demo


def _deal(document: ListDocument, sides: Sides) -> list[list[Part]]:
    """Deal rows out to few pages; stray lines come along by smaller letters, else even pages."""
    widest = _widest(document)
    shapes = [_shape(document, sides, size, widest) for size in _SIZES]
    # Letters small enough that no word is cut, if there are any.
    shapes = [shape for shape in shapes if not shape.cuts_words] or shapes[-1:]
    easy = [shape for shape in shapes if shape.size >= _EASY] or shapes[:1]
    dealt = [(shape, flow(_parts(document, sides, shape), sides.height)) for shape in easy]
    shape, pages = min(dealt, key=lambda one: len(one[1]))
    if len(pages) == 1 or height_of(pages[-1]) >= _STRAY * sides.height:
        return pages
    for small in shapes[len(easy) :]:
        tighter = flow(_parts(document, sides, small), sides.height)
        if len(tighter) < len(pages):
            return tighter
    parts = _parts(document, sides, shape)
    even = sum(part.height for part in parts) / len(pages)
    for slack in (0.04, 0.08, 0.12, 0.16):
        evened = flow(parts, min(even + slack * sides.height, sides.height))
        if len(evened) == len(pages):
            return evened
    return pages


def _widest(document: ListDocument) -> tuple[float, ...]:
    columns = document.columns
    rows = [row for group in document.groups for row in _full(group, len(columns))]
    return widest_words([column.label for column in columns], rows)


def _shape(
    document: ListDocument, sides: Sides, size: float, widest: Sequence[float]
) -> TableShape:
    """Share the width among the columns, for letters of this size."""
    columns = document.columns
    lowest = WRITING if any(column.write_in for column in columns) else 0.0
    shape = shape_of(sides, [column.weight for column in columns], size, lowest)
    shape = widen_for_words(shape, widest)
    beside = (False, *(column.write_in for column in columns[:-1]))
    upright = tuple(column.write_in or after for column, after in zip(columns, beside, strict=True))
    return structs.replace(shape, pad=2.6 if size > _SIZES[-1] else 1.8, upright=upright)


def _parts(document: ListDocument, sides: Sides, shape: TableShape) -> list[Part]:
    """Give the head, the groups and the rows."""
    head = TableRow(shape, [column.label for column in document.columns], None)
    parts: list[Part] = [head]
    for group in document.groups:
        parts.extend(_group(group, shape, sides, head))
    if len(parts) == 1:
        parts.append(_Group(document.empty_note, sides))
        parts[-1].keeps = False
    head.opens = (Role.TABLE,)
    parts[-1].closes = 1
    return parts


def _group(group: ListGroup, shape: TableShape, sides: Sides, head: TableRow) -> list[Part]:
    """Give a group's heading and rows; an empty group says so in its heading."""
    rows = _full(group, len(shape.widths))
    if not group.title:
        return [_row(group, at, (shape, row, head)) for at, row in enumerate(rows)]
    title = fit_to_print(group.title)
    heading = _Group(title if rows else f"{title}: inga", sides)
    heading.head = head
    heading.keeps = bool(rows)
    again = _Heads(head, _Group(f"{title}, fortsättning", sides))
    return [heading, *(_row(group, at, (shape, row, head), again) for at, row in enumerate(rows))]


def _row(
    group: ListGroup,
    at: int,
    of: tuple[TableShape, Sequence[str], TableRow],
    again: Part | None = None,
) -> TableRow:
    return (MarkedRow if at in group.marked else TableRow)(*of, again)


def _full(group: ListGroup, wide: int) -> list[tuple[str, ...]]:
    """Give a group's rows with a text for each column."""
    return [(*row, *("",) * wide)[:wide] for row in group.rows]


def _draw_title(file: PdfFile, document: ListDocument, sides: Sides) -> None:
    """Set title and subtitle above the list."""
    y = sides.top + _HEAD - 15
    with file.inside(Role.TITLE):
        file.write(sides.left, y, _TITLE, fit_to_print(document.title))
    under = wrap(fit_to_print(document.subtitle), Face.REGULAR, _UNDER_TITLE.size, sides.width)
    with file.inside(Role.PARAGRAPH):
        file.write(sides.left, y - 14, _UNDER_TITLE, " ".join(under[:1]))
