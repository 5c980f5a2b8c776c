"""Lays out a form: rows of fields in blocks, tightened until they fit their pages."""

from collections.abc import Iterator, Sequence

from msgspec import Struct, structs

from kontaktpunkt.domain.paper.form import COLUMNS, Block, Field, FieldKind, FormDefinition
from kontaktpunkt.domain.paper.printout import PaperValue
from kontaktpunkt.paper.cells import WRITING, Cell, Place, draw_cell, measure
from kontaktpunkt.paper.filling import Filling
from kontaktpunkt.paper.flow import Part, flow, height_of
from kontaktpunkt.paper.frame import MM, Sides
from kontaktpunkt.paper.pdf.file import PdfFile
from kontaktpunkt.paper.pdf.fitting import LEADING, Fitted
from kontaktpunkt.paper.pdf.fonts import Face, Ink
from kontaktpunkt.paper.pdf.structure import Role
from kontaktpunkt.paper.table import TableRow, shape_of, table_parts

_GUTTER = 4 * MM
_HEADING = Ink(Face.BOLD, 9.4)
_PIECE_LINES = 24
"""Text longer than this goes on in a further row, so that no row is taller than a page."""


class Squeeze(Struct, frozen=True):
    """How tight a form is set: space under rows, height of headings, lines, and lines to spare."""

    gap: float = 3.4
    heading: float = 18.0
    least_lines: bool = False
    extra_lines: int = 0


_TIGHTER = (
    Squeeze(),
    Squeeze(least_lines=True),
    Squeeze(gap=1.6, heading=15.0, least_lines=True),
)


class _Heading(Part):
    """The heading of a block, set off by white space: a rule would double the line above it."""

    def __init__(self, title: str, sides: Sides, height: float) -> None:
        super().__init__(height, keeps=True)
        self.opens = (Role.SHEET,)
        self._title = title
        self._sides = sides

    def draw(self, file: PdfFile, top: float) -> None:
        """Set the title."""
        with file.inside(Role.HEADING):
            file.write(self._sides.left, top - self.height + 4.5, _HEADING, self._title)


class _Row(Part):
    """Fields side by side, their lines on one height."""

    def __init__(self, cells: Sequence[Cell], gap: float) -> None:
        self._cells = cells
        self._labels = max(cell.label_height for cell in cells)
        self._writing = max(cell.writing for cell in cells)
        super().__init__(self._labels + self._writing + gap)

    def draw(self, file: PdfFile, top: float) -> None:
        """Draw the cells from the left."""
        for cell in self._cells:
            draw_cell(file, cell, top - self._labels, self._writing)


Measured = dict[tuple[str, str, PaperValue, int], Cell]
"""Cells of one form that were measured before, by field, label, value and lines."""


def lay_out(
    definition: FormDefinition, filling: Filling, sides: Sides, measured: Measured
) -> list[list[Part]]:
    """Lay out a form on as many pages as it is meant for, or on more if that cannot be.

    What is left over on the last page becomes lines to write on, so no page ends half empty.
    Copies of one form share `measured`: most of their fields are empty or alike.
    """
    common = _Common(filling, sides, measured)
    tried: list[tuple[Squeeze, list[list[Part]]]] = []
    for squeeze in _TIGHTER:
        pages = flow(_parts(definition, common, squeeze), sides.height)
        tried.append((squeeze, pages))
        if len(pages) <= definition.pages:
            break
    squeeze, pages = min(tried, key=lambda one: len(one[1]))
    extra = int((sides.height - height_of(pages[-1])) // WRITING)
    if extra:
        wider = structs.replace(squeeze, extra_lines=extra)
        grown = flow(_parts(definition, common, wider), sides.height)
        pages = grown if len(grown) == len(pages) else pages
    return pages


class _Common(Struct, frozen=True):
    """What all blocks of one copy share."""

    filling: Filling
    sides: Sides
    measured: Measured


def _parts(definition: FormDefinition, common: _Common, squeeze: Squeeze) -> list[Part]:
    """Give the parts of all blocks."""
    growing = [field.key for block in definition.block for field in block.field if field.grow][-1:]
    parts: list[Part] = []
    for block in definition.block:
        is_person = block.key == "person"
        # The person's block stands in the same place on every copy, however full the rest is.
        tight = structs.replace(_TIGHTER[0], extra_lines=squeeze.extra_lines)
        within = _Within(common, tight if is_person else squeeze, tuple(growing), is_person)
        parts.extend(_block(block, within))
    return parts


class _Within(Struct, frozen=True):
    """What the rows of a block need to know."""

    common: _Common
    squeeze: Squeeze
    growing: tuple[str, ...]
    is_person: bool

    def lines(self, field: Field) -> int:
        """Tell how many lines a field gets."""
        return field.least_lines if self.squeeze.least_lines else field.lines

    def measure(self, field: Field, place: Place) -> Cell:
        """Fit a field into its place; the one that grows gets the lines that are left over."""
        filling, measured = self.common.filling, self.common.measured
        label, value, lines = filling.words(field.label), filling.value(field), self.lines(field)
        cell = measured.get((field.key, label, value, lines))
        if cell is None:
            cell = measure(field, label, value, place, lines)
            measured[field.key, label, value, lines] = cell
        extra = self.squeeze.extra_lines if field.key in self.growing else 0
        return structs.replace(cell, writing=cell.writing + extra * WRITING) if extra else cell


def _block(block: Block, within: _Within) -> list[Part]:
    """Give the parts of a block: heading, rows, tables."""
    title = within.common.filling.words(block.title)
    parts: list[Part] = [_Heading(title, within.common.sides, within.squeeze.heading)]
    for fields in _side_by_side(block.field):
        is_table = fields[0].kind is FieldKind.TABLE
        parts.extend(_table(fields[0], within) if is_table else _rows(fields, within))
    parts[-1].closes += 1
    return parts


def _side_by_side(fields: Sequence[Field]) -> list[list[Field]]:
    """Deal fields out to rows of twelve parts; a table has a row of its own."""
    rows: list[list[Field]] = []
    left = 0
    for field in fields:
        wide = COLUMNS if field.kind is FieldKind.TABLE else field.width
        if wide > left:
            rows.append([])
            left = COLUMNS
        rows[-1].append(field)
        left -= wide
    return rows


def _rows(fields: Sequence[Field], within: _Within) -> Iterator[_Row]:
    """Give a row, and further rows for text too long for one."""
    column = (within.common.sides.width + _GUTTER) / COLUMNS
    left = within.common.sides.left
    pieces: list[list[Cell]] = []
    for field in fields:
        place = Place(left, field.width * column - _GUTTER, within.is_person)
        cell = within.measure(field, place)
        left += field.width * column
        for at, piece in enumerate(_pieces(cell)):
            if at == len(pieces):
                pieces.append([])
            pieces[at].append(piece)
    return (_Row(cells, within.squeeze.gap) for cells in pieces)


def _pieces(cell: Cell) -> list[Cell]:
    """Cut a cell with very long text into cells that each fit a page."""
    lines, size = cell.fitted.lines, cell.fitted.size
    if len(lines) <= _PIECE_LINES:
        return [cell]
    cut = [lines[at : at + _PIECE_LINES] for at in range(0, len(lines), _PIECE_LINES)]
    return [
        structs.replace(
            cell,
            label=cell.label if at == 0 else (f"{cell.label[0]} (forts.)",),
            fitted=Fitted(size, piece),
            writing=len(piece) * size * LEADING + 3,
            part=at,
        )
        for at, piece in enumerate(cut)
    ]


def _table(field: Field, within: _Within) -> list[TableRow]:
    """Give the head and rows of a table: rows that are filled, and empty ones to write in."""
    value = within.common.filling.value(field)
    given = [row for row in value if isinstance(row, tuple)] if isinstance(value, tuple) else []
    count = max(field.rows, len(field.row_labels), len(given))
    wide = len(field.columns)
    rows = [_table_row(field, given, at, wide) for at in range(count)]
    shape = shape_of(within.common.sides, [column.width for column in field.columns], 8.5, WRITING)
    boxes = tuple(column.box for column in field.columns)
    shape = structs.replace(shape, boxes=boxes, upright=(False,) + (True,) * (wide - 1))
    labels = [within.common.filling.words(column.label) for column in field.columns]
    return table_parts(shape, labels, rows, field)


def _table_row(
    field: Field, given: Sequence[tuple[str, ...]], at: int, wide: int
) -> tuple[str, ...]:
    """Give the cells of one row: what was given, else its fixed label and nothing."""
    if at < len(given):
        return (*given[at], *("",) * wide)[:wide]
    label = field.row_labels[at] if at < len(field.row_labels) else ""
    return (label, *("",) * (wide - 1))
