"""Puts a paper of sections on A4, such as a protocol: headings, facts, sentences and tables."""

from collections.abc import Iterable, Sequence
from typing import Final

from kontaktpunkt.domain.paper.sections import Section, SectionDocument, SectionTable
from kontaktpunkt.paper.flow import Part, draw_parts, flow
from kontaktpunkt.paper.frame import (
    A4,
    DEMO_WORDS,
    EXERCISE_WORDS,
    LABEL,
    MM,
    Sides,
    body_of,
    draw_foot,
    draw_marks,
    draw_watermark,
    file_date,
    foot_text,
)
from kontaktpunkt.paper.pdf.file import PdfFile
from kontaktpunkt.paper.pdf.fitting import LEADING, wrap
from kontaktpunkt.paper.pdf.fonts import Face, Ink, fit_to_print
from kontaktpunkt.paper.pdf.structure import Role
from kontaktpunkt.paper.table import (
    TableShape,
    shape_of,
    table_parts,
    widen_for_words,
    widest_words,
)

_HEAD = 40.0
_TITLE = Ink(Face.BOLD, 15.0)
_UNDER_TITLE = Ink(Face.REGULAR, 9.5, 0.2)
_HEADING = Ink(Face.BOLD, 11.0)
_TEXT = Ink(Face.REGULAR, 9.5)
_LABELS: Final = 44 * MM
_SIZES: Final = (8.5, 8.0, 7.5, 7.0)
_SIGN_HEIGHT: Final = 13 * MM


class _Heading(Part):
    """The title of a section; it stands on the page of what follows."""

    def __init__(self, title: str, sides: Sides) -> None:
        super().__init__(27.0, keeps=True)
        self._title = fit_to_print(title)
        self._sides = sides

    def draw(self, file: PdfFile, top: float) -> None:
        """Set the title with a line under it."""
        y = top - self.height + 8
        with file.inside(Role.HEADING):
            file.write(self._sides.left, y, _HEADING, self._title)
        file.line(self._sides.left, y - 4, self._sides.right, y - 4, 0.8)


class _Fact(Part):
    """A label and what it says, side by side."""

    def __init__(self, label: str, text: str, sides: Sides) -> None:
        self._label = fit_to_print(label)
        room = sides.width - _LABELS
        self._lines = wrap(fit_to_print(text) or "–", _TEXT.face, _TEXT.size, room)
        super().__init__(len(self._lines) * _TEXT.size * LEADING + 2.5)
        self._left = sides.left

    def draw(self, file: PdfFile, top: float) -> None:
        """Set the label small and the text beside it, read one after the other."""
        with file.inside(Role.PARAGRAPH):
            y = top - _TEXT.size
            file.write(self._left, y, LABEL, self._label)
            for line in self._lines:
                file.write(self._left + _LABELS, y, _TEXT, line)
                y -= _TEXT.size * LEADING


class _Sentence(Part):
    """A sentence across the page."""

    def __init__(self, text: str, sides: Sides) -> None:
        self._lines = wrap(fit_to_print(text), _TEXT.face, _TEXT.size, sides.width)
        super().__init__(len(self._lines) * _TEXT.size * LEADING + 4)
        self._left = sides.left

    def draw(self, file: PdfFile, top: float) -> None:
        """Set its lines."""
        with file.inside(Role.PARAGRAPH):
            for nth, line in enumerate(self._lines):
                file.write(self._left, top - _TEXT.size - nth * _TEXT.size * LEADING, _TEXT, line)


class _Air(Part):
    """A strip of nothing under a table."""

    def __init__(self, height: float) -> None:
        super().__init__(height)

    def draw(self, file: PdfFile, top: float) -> None:
        """Draw nothing."""


class _SignLine(Part):
    """A line to write on, with its label under it."""

    def __init__(self, label: str, sides: Sides, *, keeps: bool) -> None:
        super().__init__(_SIGN_HEIGHT, keeps=keeps)
        self._label = fit_to_print(label)
        self._sides = sides

    def draw(self, file: PdfFile, top: float) -> None:
        """Draw the line over its label."""
        y = top - self.height + LABEL.size + 4
        file.line(self._sides.left, y, self._sides.left + self._sides.width * 0.6, y, 0.6)
        with file.inside(Role.PARAGRAPH):
            file.write(self._sides.left, y - LABEL.size - 1.5, LABEL, self._label)


def render_sections(document: SectionDocument) -> bytes:
    """Make a PDF of a paper of sections; the same values give the same bytes.

    An exercise and a demo say so on every page.
    """
    foot = document.foot
    marks = (
        *((DEMO_WORDS,) if foot.demo else ()),
        *((EXERCISE_WORDS,) if foot.exercise else ()),
    )
    sides = body_of(A4, _HEAD, has_marks=bool(marks))
    pages = flow(list(_parts(document, sides)), sides.height)
    file = PdfFile(document.title, file_date(foot))
    with file.inside(Role.SHEET):
        for at, parts in enumerate(pages, start=1):
            file.new_page(*A4)
            if foot.demo:
                draw_watermark(file, A4)
            with file.inside(Role.SHEET if at == 1 else Role.ARTIFACT):
                draw_marks(file, A4, marks)
                _draw_title(file, document, sides)
            draw_parts(file, parts, sides.top)
            words = foot_text(foot, (at, len(pages)), "", document.kept_note)
            with file.inside(Role.PARAGRAPH if at == len(pages) else Role.ARTIFACT):
                draw_foot(file, A4, words)
    return file.finish()


def _parts(document: SectionDocument, sides: Sides) -> Iterable[Part]:
    yield from _titled(document.sections, sides)
    for nth, label in enumerate(document.sign_lines, start=1):
        yield _SignLine(label, sides, keeps=nth < len(document.sign_lines))
    yield from _titled(document.appendix, sides)


def _titled(sections: Iterable[Section], sides: Sides) -> Iterable[Part]:
    """Give sections with their titles; one that holds nothing is left out."""
    for section in sections:
        parts = list(_section(section, sides))
        if parts:
            yield _Heading(section.title, sides)
            yield from parts


def _section(section: Section, sides: Sides) -> Iterable[Part]:
    """Give what stands under a title."""
    yield from (_Fact(label, text, sides) for label, text in section.facts)
    yield from (_Sentence(text, sides) for text in section.sentences)
    if section.table is not None and section.table.rows:
        labels = [column.label for column in section.table.columns]
        yield from table_parts(_shape(section.table, sides), labels, _full(section.table))
        yield _Air(6.0)


def _shape(table: SectionTable, sides: Sides) -> TableShape:
    """Share the width among the columns, for the largest letters that cut no word."""
    labels = [column.label for column in table.columns]
    weights = [column.weight for column in table.columns]
    widest = widest_words(labels, _full(table))
    shapes = [widen_for_words(shape_of(sides, weights, size, 0.0), widest) for size in _SIZES]
    return next((shape for shape in shapes if not shape.cuts_words), shapes[-1])


def _full(table: SectionTable) -> Sequence[tuple[str, ...]]:
    """Give the rows with a text for each column."""
    wide = len(table.columns)
    return [(*row, *("",) * wide)[:wide] for row in table.rows]


def _draw_title(file: PdfFile, document: SectionDocument, sides: Sides) -> None:
    y = sides.top + _HEAD - 15
    with file.inside(Role.TITLE):
        file.write(sides.left, y, _TITLE, fit_to_print(document.title))
    ink = _UNDER_TITLE
    under = wrap(fit_to_print(document.subtitle), ink.face, ink.size, sides.width)
    with file.inside(Role.PARAGRAPH):
        file.write(sides.left, y - 15, ink, " ".join(under[:1]))
