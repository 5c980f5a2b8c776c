"""Tables on paper: columns by weight, a head that comes back on each page, cells that wrap."""

from collections.abc import Iterable, Sequence

from msgspec import Struct, structs

from kontaktpunkt.domain.paper.form import Field
from kontaktpunkt.paper.cells import BOX, YES, draw_box
from kontaktpunkt.paper.flow import Part
from kontaktpunkt.paper.frame import MM, Sides
from kontaktpunkt.paper.pdf.file import PdfFile
from kontaktpunkt.paper.pdf.fitting import LEADING, Fitted, unbreakable, wrap
from kontaktpunkt.paper.pdf.fonts import Face, Ink, fit_to_print, width
from kontaktpunkt.paper.pdf.structure import Role

_PAD = 1.3 * MM
_GUTTER = 2.4 * MM
_ONE_LINE = 9 * MM
_WIDEST_WORD = 0.22
"""A single word claims no more than this share of the width; beyond it, it is cut."""

TICK = "x"
"""What a cell with a box holds when it is ticked."""


class TableShape(Struct, frozen=True):
    """Columns of a table in points, size of its text, height of its lowest row, how it is ruled."""

    left: float
    widths: tuple[float, ...]
    size: float
    lowest: float
    pad: float = _PAD
    cuts_words: bool = False
    boxes: tuple[bool, ...] = ()
    upright: tuple[bool, ...] = ()


def shape_of(sides: Sides, weights: Sequence[float], size: float, lowest: float) -> TableShape:
    """Share the width of the body among columns by their weights."""
    total = sum(weights)
    widths = tuple(sides.width * weight / total for weight in weights)
    return TableShape(sides.left, widths, size, lowest)


def widest_words(labels: Sequence[str], rows: Iterable[Sequence[str]]) -> tuple[float, ...]:
    """Give the width of the widest word of each column, its label too, at the size of one point."""
    words: list[set[str]] = [set() for _ in labels]
    for row in rows:
        for known, text in zip(words, row, strict=True):
            known.update(unbreakable(fit_to_print(text)))
    return tuple(
        max(
            _widest(known, Face.REGULAR, 1.0),
            _widest(unbreakable(fit_to_print(label)), Face.BOLD, 1.0),
        )
        for known, label in zip(words, labels, strict=True)
    )


def widen_for_words(shape: TableShape, widest: Sequence[float]) -> TableShape:
    """Take width from roomy columns for those whose widest word would have to be cut."""
    total = sum(shape.widths)
    needs = [min(one * shape.size, _WIDEST_WORD * total) + _GUTTER + 0.1 for one in widest]
    scale = min(total / sum(needs), 1.0)
    widths = _share(shape.widths, [need * scale for need in needs])
    return structs.replace(shape, widths=widths, cuts_words=scale < 1.0)


def _widest(words: Iterable[str], face: Face, size: float) -> float:
    return max((width(word, face, size) for word in words), default=0.0)


def _share(wished: Sequence[float], needs: Sequence[float]) -> tuple[float, ...]:
    """Give each column what it needs, and the rest by what was wished."""
    total = sum(wished)
    fixed: set[int] = set()
    while True:
        free = sum(wish for at, wish in enumerate(wished) if at not in fixed)
        left = total - sum(needs[at] for at in fixed)
        stretch = left / free if free else 0.0
        short = {
            at
            for at, wish in enumerate(wished)
            if at not in fixed and wish * stretch < needs[at] - 0.01
        }
        if not short:
            return tuple(
                needs[at] if at in fixed else wish * stretch for at, wish in enumerate(wished)
            )
        fixed |= short


class TableRow(Part):
    """One row; the first opens the table, the last closes it, the head comes back on each page."""

    def __init__(
        self,
        shape: TableShape,
        texts: Sequence[str],
        head: "TableRow | None",
        again: Part | None = None,
        names: Sequence[str] = (),
    ) -> None:
        self._names = names
        self._shape = shape
        self._is_head = head is None
        self._face = Face.BOLD if head is None else Face.REGULAR
        self._cells = [
            Fitted(shape.size, wrap(fit_to_print(text), self._face, shape.size, wide - _GUTTER))
            for text, wide in zip(texts, shape.widths, strict=True)
        ]
        self._ticked = [text == TICK for text in texts]
        text = max((cell.height for cell in self._cells), default=0.0) + 2 * shape.pad
        height = text if self._is_head else max(text, shape.lowest)
        super().__init__(height, keeps=self._is_head, head=again or head)

    def draw(self, file: PdfFile, top: float) -> None:
        """Draw the row with a line below it."""
        shape = self._shape
        bottom = top - self.height
        with file.inside(Role.ROW):
            x = shape.left
            for at, (cell, wide) in enumerate(zip(self._cells, shape.widths, strict=True)):
                self._draw_cell(file, at, cell, (x, top))
                if shape.upright and shape.upright[at]:
                    file.line(x - _GUTTER / 2, top, x - _GUTTER / 2, bottom, 0.4)
                x += wide
        file.line(shape.left, bottom, x, bottom, 1.0 if self._is_head else 0.4)

    def _draw_cell(self, file: PdfFile, at: int, cell: Fitted, corner: tuple[float, float]) -> None:
        x, top = corner
        with file.inside(Role.HEAD_CELL if self._is_head else Role.CELL):
            if not self._is_head and self._shape.boxes and self._shape.boxes[at]:
                bottom = top - (self.height + BOX) / 2
                draw_box(file, x, bottom, is_ticked=self._ticked[at])
                if self._names:
                    ticked = YES if self._ticked[at] else ""
                    box = (x, bottom, x + BOX, bottom + BOX)
                    file.field(self._names[at], self._names[at], box, tick=YES, value=ticked)
                return
            if self._names and not cell.lines[0]:
                wide = self._shape.widths[at] - _GUTTER / 2
                file.field(
                    self._names[at],
                    self._names[at],
                    (x, top - self.height + 1, x + wide, top - 1),
                    several_lines=self.height > _ONE_LINE,
                )
            y = top - self._shape.pad
            for line in cell.lines:
                y -= cell.size * LEADING
                file.write(x, y + cell.size * 0.28, Ink(self._face, cell.size), line)


class MarkedRow(TableRow):
    """A row that must not be taken for one as the others: a heavy frame, and a bar before it."""

    def draw(self, file: PdfFile, top: float) -> None:
        """Draw the row within its frame."""
        super().draw(file, top)
        left, wide = self._shape.left - _GUTTER / 2, sum(self._shape.widths)
        file.stroke(
            b"1.6 w %.2f %.2f %.2f %.2f re S" % (left, top - self.height + 1, wide, self.height - 2)
        )
        file.line(left - 3, top - 0.5, left - 3, top - self.height + 0.5, 5.0)


def table_parts(
    shape: TableShape,
    labels: Sequence[str],
    rows: Sequence[Sequence[str]],
    field: Field | None = None,
) -> list[TableRow]:
    """Make a whole table: its head and its rows; of a form's field its cells can be filled in."""
    head = TableRow(shape, labels, None)
    keys = [column.key for column in field.columns] if field is not None else []
    key = field.key if field is not None else ""
    made = [
        head,
        *(
            TableRow(shape, row, head, names=[f"{key}-{at}-{one}" for one in keys])
            for at, row in enumerate(rows, start=1)
        ),
    ]
    made[0].opens = (Role.TABLE,)
    made[-1].closes = 1
    return made
