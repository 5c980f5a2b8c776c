"""One field of a form on paper: how much room it takes, and how it is drawn."""

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from kontaktpunkt.domain.paper.form import Field, FieldKind, Option
from kontaktpunkt.domain.paper.printout import PaperValue
from kontaktpunkt.paper.frame import LABEL, MM
from kontaktpunkt.paper.pdf.file import PdfFile
from kontaktpunkt.paper.pdf.fitting import LEADING, NOTHING, Fitted, Room, fit, fit_lines, wrap
from kontaktpunkt.paper.pdf.fonts import Face, Ink, fit_to_print, width
from kontaktpunkt.paper.pdf.structure import Role

WRITING = 8 * MM
"""Room to write one line by hand."""

BOX = 4.2 * MM
"""A box to tick."""

_LABEL_LEADING = 8.8
_ABOVE_LINE = 4.6
_VALUE_SIZES = (10.5, 10.0, 9.5, 9.0, 8.5, 8.0)
_PERSON_SIZES = (11.5, 11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0)
_BESIDE = 8.5
_BOX_GAP = 1.6 * MM
_OPTION_GAP = 5 * MM

YES = "Ja"
"""The state of a ticked box that may be filled in."""

TICKED, NOT_TICKED = "ikryssad", "inte ikryssad"


class Place(Struct, frozen=True):
    """Where a cell stands across the page, and whether it is in the person's block."""

    left: float
    width: float
    is_person: bool = False


class Cell(Struct, frozen=True):
    """A field with its place, its label in lines, what it is filled with, and its height."""

    field: Field
    place: Place
    label: tuple[str, ...]
    value: PaperValue
    fitted: Fitted
    writing: float
    part: int = 0

    @property
    def name(self) -> str:
        """Name the field to fill in; text that goes on in a further row has fields of its own."""
        return f"{self.field.key}-{self.part + 1}" if self.part else self.field.key

    @property
    def spoken(self) -> str:
        """Give the label in one line, for whoever has the form read aloud."""
        return " ".join(self.label or self.fitted.lines)

    @property
    def label_height(self) -> float:
        """Height of the label above the room to write in."""
        return len(self.label) * _LABEL_LEADING


def measure(field: Field, label: str, value: PaperValue, place: Place, lines: int) -> Cell:
    """Fit a field into its place; `lines` is how many there are to write on."""
    if field.kind is FieldKind.WORDS:
        words = Fitted(8.0, wrap(fit_to_print(label), Face.REGULAR, 8.0, place.width))
        return Cell(field, place, (), "", words, words.height + 2)
    if field.kind is FieldKind.CHECK:
        room = place.width - BOX - _BOX_GAP
        beside = fit_lines(label, _label_face(field), Room(room, WRITING), (_BESIDE, 8, 7.5, 7))
        return Cell(field, place, (), value, beside, max(WRITING, beside.height))
    above = wrap(fit_to_print(label), _label_face(field), LABEL.size, place.width)
    if field.kind in (FieldKind.CHOICE, FieldKind.CHOICES):
        rows = len(_option_rows(field.options, place.width))
        return Cell(field, place, above, value, NOTHING, rows * WRITING)
    fitted = _fit_value(value if isinstance(value, str) else "", place, lines)
    return Cell(field, place, above, value, fitted, max(lines * WRITING, fitted.height + 3))


def draw_cell(file: PdfFile, cell: Cell, top: float, writing: float) -> None:
    """Draw a cell whose room to write begins at `top` and is `writing` high."""
    _DRAWERS.get(cell.field.kind, _draw_text)(file, cell, top, writing)
    if file.fillable:
        _OFFERERS.get(cell.field.kind, _offer_text)(file, cell, top, writing)


def _offer_text(file: PdfFile, cell: Cell, top: float, writing: float) -> None:
    """Offer room to type in; the words that stand there already are read only."""
    left, wide = cell.place.left, cell.place.width
    value = "\n".join(cell.fitted.lines)
    several = writing > WRITING + 1
    box = (left, top - writing + 1, left + wide, top - 0.5)
    file.field(cell.name, cell.spoken, box, value=value, several_lines=several)


def _offer_box(file: PdfFile, cell: Cell, top: float, writing: float) -> None:
    left, bottom = cell.place.left, top - writing + 2.2
    box = (left, bottom, left + BOX, bottom + BOX)
    file.field(cell.name, cell.spoken, box, tick=YES, value=YES if cell.value is True else "")


def _offer_options(file: PdfFile, cell: Cell, top: float, _: float) -> None:
    """Offer the boxes of a choice: one of them, or several."""
    chosen = _chosen(cell)
    for option, x, bottom in _option_places(cell, top):
        box = (x, bottom, x + BOX, bottom + BOX)
        name, label = f"{cell.name}-{option.key}", f"{cell.spoken}: {option.label}"
        if cell.field.kind is FieldKind.CHOICES:
            file.field(name, label, box, tick=YES, value=YES if option.key in chosen else "")
            continue
        value = option.key if option.key in chosen else ""
        settled = any(one.key in chosen for one in cell.field.options)
        file.field(
            name, label, box, tick=option.key, group=cell.name, value=value, is_settled=settled
        )


def _chosen(cell: Cell) -> tuple[object, ...]:
    return cell.value if isinstance(cell.value, tuple) else (cell.value,)


def _option_places(cell: Cell, top: float) -> Iterator[tuple[Option, float, float]]:
    """Give each box of a choice with its lower left corner."""
    bottom = top + 2.2
    for row in _option_rows(cell.field.options, cell.place.width):
        bottom -= WRITING
        x = cell.place.left
        for option in row:
            yield option, x, bottom
            x += _option_width(option)


def _label_face(field: Field) -> Face:
    """Set in bold what the law demands."""
    return Face.BOLD if field.required else Face.REGULAR


def _fit_value(text: str, place: Place, lines: int) -> Fitted:
    """Fit what is filled in: one line per written line if it will, else as it can."""
    face = Face.BOLD if place.is_person else Face.REGULAR
    sizes = _PERSON_SIZES if place.is_person else _VALUE_SIZES
    room = Room(place.width, lines * WRITING - 2.5)
    if lines == 1:
        # An address comes in lines; on one line of the form commas part them.
        joined = ", ".join(line.strip() for line in text.splitlines() if line.strip())
        return fit(joined, face, room, sizes)
    spread = fit_lines(text, face, Room(place.width, float("inf")), sizes)
    return spread if len(spread.lines) <= lines else fit_lines(text, face, room, sizes)


def _draw_label(file: PdfFile, cell: Cell, top: float) -> None:
    ink = Ink(_label_face(cell.field), LABEL.size, 0.0 if cell.field.required else LABEL.grey)
    y = top + cell.label_height
    for line in cell.label:
        y -= _LABEL_LEADING
        file.write(cell.place.left, y + 1.8, ink, line)


def _draw_text(file: PdfFile, cell: Cell, top: float, writing: float) -> None:
    """Draw label, value and the lines to write on."""
    left, wide, is_person = cell.place.left, cell.place.width, cell.place.is_person
    ruled = max(int((writing + 0.1) // WRITING), 1)
    fitted = cell.fitted
    is_spread = len(fitted.lines) <= ruled and (ruled > 1 or len(fitted.lines) == 1)
    with file.inside(Role.PARAGRAPH):
        _draw_label(file, cell, top)
        ink = Ink(Face.BOLD if is_person else Face.REGULAR, fitted.size)
        for at, line in enumerate(fitted.lines):
            if is_spread:
                y = top - (at + 1) * writing / ruled + _ABOVE_LINE
            elif ruled == 1:
                y = (
                    top
                    - writing
                    + _ABOVE_LINE
                    + (len(fitted.lines) - 1 - at) * fitted.size * LEADING
                )
            else:
                y = top - at * fitted.size * LEADING - fitted.size
            file.write(left, y, ink, line)
    # Text set closer than the lines would be struck through by them.
    if file.fillable and ruled > 1 and not cell.fitted.lines:
        # What is typed goes its own way between ruled lines: only the last is left.
        file.line(left, top - writing, left + wide, top - writing)
        return
    filled = 0 if is_spread else int(-(-fitted.height // WRITING)) - 1
    for at in range(min(max(filled, 0), ruled - 1), ruled):
        y = top - (at + 1) * writing / ruled
        file.line(left, y, left + wide, y)


def _draw_words(file: PdfFile, cell: Cell, top: float, _: float) -> None:
    with file.inside(Role.PARAGRAPH):
        y = top
        for line in cell.fitted.lines:
            y -= cell.fitted.size * LEADING
            file.write(cell.place.left, y + 2, Ink(Face.REGULAR, cell.fitted.size, 0.2), line)


def _draw_check(file: PdfFile, cell: Cell, top: float, writing: float) -> None:
    """Draw one box with its words beside it, on the height of the lines of its neighbours."""
    bottom = top - writing + 2.2
    with file.inside(Role.PARAGRAPH):
        draw_box(file, cell.place.left, bottom, is_ticked=cell.value is True)
        face, size = _label_face(cell.field), cell.fitted.size
        y = bottom + BOX / 2 + (cell.fitted.height / 2) - size * 0.95
        for line in cell.fitted.lines:
            file.write(cell.place.left + BOX + _BOX_GAP, y, Ink(face, size), line)
            y -= size * LEADING


def _draw_choice(file: PdfFile, cell: Cell, top: float, _: float) -> None:
    """Draw the boxes to choose among, in as many rows as they need."""
    chosen = _chosen(cell)
    with file.inside(Role.PARAGRAPH):
        _draw_label(file, cell, top)
    for option, x, bottom in _option_places(cell, top):
        label = fit_to_print(option.label)
        with file.inside(Role.PARAGRAPH):
            draw_box(file, x, bottom, is_ticked=option.key in chosen)
            file.write(x + BOX + _BOX_GAP, bottom + 3.2, Ink(Face.REGULAR, _BESIDE), label)


def draw_box(file: PdfFile, left: float, bottom: float, *, is_ticked: bool) -> None:
    """Draw a box as strokes, crossed when ticked: a sign could be missing from a typeface."""
    with file.inside(Role.PICTURE, alt=TICKED if is_ticked else NOT_TICKED):
        strokes = b"0.9 w %.2f %.2f %.2f %.2f re S" % (left, bottom, BOX, BOX)
        if is_ticked:
            near, far = 2.2, BOX - 2.2
            strokes += b" 1.7 w %.2f %.2f m %.2f %.2f l %.2f %.2f m %.2f %.2f l S" % (
                left + near, bottom + near, left + far, bottom + far,
                left + near, bottom + far, left + far, bottom + near,
            )  # fmt: skip
        file.draw(strokes)


def _option_width(option: Option) -> float:
    words = width(fit_to_print(option.label), Face.REGULAR, _BESIDE)
    return BOX + _BOX_GAP + words + _OPTION_GAP


def _option_rows(options: Sequence[Option], room: float) -> list[list[Option]]:
    """Deal boxes out to rows."""
    rows: list[list[Option]] = [[]]
    left = room + _OPTION_GAP
    for option in options:
        if _option_width(option) > left and rows[-1]:
            rows.append([])
            left = room + _OPTION_GAP
        rows[-1].append(option)
        left -= _option_width(option)
    return rows


_DRAWERS: dict[FieldKind, Callable[[PdfFile, Cell, float, float], None]] = {
    FieldKind.WORDS: _draw_words,
    FieldKind.CHECK: _draw_check,
    FieldKind.CHOICE: _draw_choice,
    FieldKind.CHOICES: _draw_choice,
}

_OFFERERS: dict[FieldKind, Callable[[PdfFile, Cell, float, float], None]] = {
    FieldKind.WORDS: lambda _file, _cell, _top, _writing: None,
    FieldKind.SIGNATURE: lambda _file, _cell, _top, _writing: None,
    FieldKind.CHECK: _offer_box,
    FieldKind.CHOICE: _offer_options,
    FieldKind.CHOICES: _offer_options,
}
