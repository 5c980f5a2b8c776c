"""What stands around every paper: measures, who we are, name and number, marks, and the foot."""

import re
from collections.abc import Callable, Sequence

from msgspec import Struct

from kontaktpunkt.domain.paper.exercise_number import show_number
from kontaktpunkt.domain.paper.printout import PrintFoot
from kontaktpunkt.paper.pdf.code import code_strokes
from kontaktpunkt.paper.pdf.file import PdfFile
from kontaktpunkt.paper.pdf.fitting import LEADING, Room, fit, fit_lines
from kontaktpunkt.paper.pdf.fonts import Face, Ink, width
from kontaktpunkt.paper.pdf.structure import Role

MM = 72 / 25.4
A4 = (210 * MM, 297 * MM)
MARGIN = 20 * MM
"""On all sides; the holes of a binder (centres 12 mm in, ISO 838) stay free."""

LABEL = Ink(Face.REGULAR, 7.4, 0.2)
"""Small print. Grey 0.2 is 12.6:1 on white: a fax makes it black, never dots."""

_SMALL = 6.6
_STRIP = 5.5 * MM
_GAP = 2 * MM
_CODE = 18 * MM
_FOOT_SIZES = (_SMALL, 6.2, 5.8, 5.4, 5.0)
_TITLE_SIZES = (13.0, 12.0, 11.0, 10.0, 9.0)
_OURS_SIZES = (9.0, 8.5, 8.0, 7.5, 7.0)
_OURS_WIDTH = 62 * MM
_FOOT_LINES = 3
_BOUND_UP = 34.0
ACROSS_BAND = 20 * MM
"""Height of each of the two bands that words across the page stand in, above and below."""

_ACROSS_LARGEST = 46.0
_DATED = re.compile(r"(\d{4})-(\d\d)-(\d\d)\D+(\d\d)[:.](\d\d)")

DEMO_WORDS = "DEMO – inga riktiga personer"
EXERCISE_WORDS = "ÖVNING – gäller inga riktiga personer"
PROTECTED_WORDS = "SKYDDADE PERSONUPPGIFTER"
NO_NUMBER_WORDS = "Förhandsvisning, inget nummer ännu"


OnPage = Callable[[PdfFile], None]
"""Adds something to a page that is drawn."""


def no_more(file: PdfFile) -> None:
    """Add nothing to a page."""
    del file


class Sides(Struct, frozen=True):
    """Where the body of a page stands, in points from the lower left corner."""

    left: float
    right: float
    top: float
    bottom: float

    @property
    def width(self) -> float:
        """Width of the body."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Height of the body."""
        return self.top - self.bottom


class Head(Struct, frozen=True, kw_only=True):
    """What the top of a page says; `number` None where the paper has none, as a list."""

    title: str
    ours: tuple[str, ...] = ()
    number: str | None = None
    no_number: str = NO_NUMBER_WORDS
    marks: tuple[str, ...] = ()
    concerns: str = ""


def body_of(
    size: tuple[float, float] = A4, head: float = _CODE + 2 * MM, *, has_marks: bool = True
) -> Sides:
    """Tell where the body stands between marks and head above and foot below.

    A form keeps the strip of marks free even without marks, so that nothing moves.
    """
    across, up = size
    strip = _STRIP + _GAP if has_marks else 0.0
    foot = _FOOT_LINES * _SMALL * LEADING + _GAP + 4
    return Sides(MARGIN, across - MARGIN, up - MARGIN - strip - head, MARGIN + foot)


def draw_marks(file: PdfFile, size: tuple[float, float], marks: Sequence[str]) -> None:
    """Draw the marks side by side in their strip."""
    across, up = size
    room = (across - 2 * MARGIN) / max(len(marks), 1)
    for at, mark in enumerate(marks):
        left, bottom = MARGIN + at * room, up - MARGIN - _STRIP
        wide = room - (_GAP if at < len(marks) - 1 else 0)
        file.stroke(b"1.4 w %.2f %.2f %.2f %.2f re S" % (left, bottom, wide, _STRIP))
        ink = Ink(Face.BOLD, 10.0)
        start = left + (wide - width(mark, ink.face, ink.size)) / 2
        with file.inside(Role.PARAGRAPH):
            file.write(start, bottom + 4.2, ink, mark)


def draw_watermark(file: PdfFile, size: tuple[float, float]) -> None:
    """Draw DEMO across the page, pale, in strokes: as text it would be read among the words."""
    across, up = size
    scale = min(across / A4[0], up / A4[1], 1.0)
    # Letters 100 wide and 140 high with 40 between, drawn about the middle and turned 50 degrees.
    file.stroke(
        b"q 0.91 G 9 w 1 J 1 j 0.643 0.766 -0.766 0.643 %.2f %.2f cm "
        b"%.3f 0 0 %.3f 0 0 cm 1 0 0 1 -260 -70 cm "
        b"0 0 m 0 140 l 40 140 l 120 140 120 0 40 0 c h S "
        b"230 0 m 140 0 l 140 140 l 230 140 l S 140 72 m 215 72 l S "
        b"280 0 m 280 140 l 335 50 l 390 140 l 390 0 l S "
        b"480 -2 m 410 -2 410 142 480 142 c 550 142 550 -2 480 -2 c h S Q"
        % (across / 2, up / 2, scale, scale)
    )


def draw_across(file: PdfFile, around: Sides, words: str) -> None:
    """Draw words large and black across the page, above and below what is read, never over it.

    What comes after a colon stands below. A number that letters run through is misread on a fax.
    """
    first, _, last = words.partition(": ")
    bands = ((first, around.top), (last or first, around.bottom - _GAP + ACROSS_BAND))
    with file.inside(Role.ARTIFACT):
        for line, top in bands:
            widest = (around.width - 2 * _GAP) / width(line, Face.BOLD, 1.0)
            ink = Ink(Face.BOLD, min(widest, _ACROSS_LARGEST))
            bottom = top - ACROSS_BAND + _GAP
            file.stroke(
                b"2.4 w %.2f %.2f %.2f %.2f re S"
                % (around.left, bottom, around.width, ACROSS_BAND - _GAP)
            )
            left = around.left + (around.width - width(line, ink.face, ink.size)) / 2
            middle = bottom + (ACROSS_BAND - _GAP) / 2
            file.write(left, middle - 0.36 * ink.size, ink, line)


def draw_head(file: PdfFile, size: tuple[float, float], head: Head) -> None:
    """Draw who we are on the left, and on the right name and number with the code."""
    across, up = size
    top = up - MARGIN - _STRIP - _GAP
    right = across - MARGIN
    if head.number is not None:
        right -= _CODE + 4 * MM
    _draw_title(file, head, right, top)
    _draw_ours(file, head, top)
    if head.number:
        corner = (across - MARGIN - _CODE, top - _CODE)
        draw_code(file, head.number, corner, _CODE, "Kod som bär numret")
    elif head.number is not None:
        corner = (across - MARGIN - _CODE, top - _CODE, _CODE, _CODE)
        file.stroke(b"q [2 2] 0 d 0.6 w %.2f %.2f %.2f %.2f re S Q" % corner)


def draw_code(file: PdfFile, text: str, corner: tuple[float, float], side: float, alt: str) -> None:
    """Draw a code from its lower left corner, on white: no watermark may run through it."""
    x, y = corner
    quiet = 3 * MM
    # Above it stands the strip of marks, whose frame must stay whole.
    above = _GAP - 0.5 * MM
    around = (x - quiet, y - quiet, side + 2 * quiet, side + quiet + above)
    file.stroke(b"q 1 g %.2f %.2f %.2f %.2f re f Q" % around)
    with file.inside(Role.PICTURE, alt=alt):
        file.draw(code_strokes(text, x, y, side))


def _draw_title(file: PdfFile, head: Head, right: float, top: float) -> None:
    """Set the title and the number against the right side."""
    room = Room(right - MARGIN - _OURS_WIDTH, 34.0)
    title = fit_lines(head.title, Face.BOLD, room, _TITLE_SIZES)
    y = top
    with file.inside(Role.TITLE):
        for line in title.lines:
            y -= title.size * LEADING
            file.write(
                right - width(line, Face.BOLD, title.size), y + 2, Ink(Face.BOLD, title.size), line
            )
    if head.number is None:
        return
    ink = Ink(Face.BOLD, 11.0) if head.number else Ink(Face.REGULAR, 8.0)
    shown = f"Nr {show_number(head.number)}" if head.number else head.no_number
    with file.inside(Role.PARAGRAPH):
        file.write(right - width(shown, ink.face, ink.size), top - _CODE + 1.5, ink, shown)


def _draw_ours(file: PdfFile, head: Head, top: float) -> None:
    """Set who we are, and on later pages whom the paper is about."""
    y = top
    room = Room(_OURS_WIDTH - 4 * MM, 12.0)
    concerns = (f"Avser: {head.concerns}",) if head.concerns else ()
    for at, text in enumerate((*head.ours, *concerns)):
        face = Face.BOLD if at == 0 else Face.REGULAR
        fitted = fit(text, face, room, _OURS_SIZES)
        with file.inside(Role.PARAGRAPH):
            for line in fitted.lines:
                y -= fitted.size * LEADING
                file.write(MARGIN, y + 1, Ink(face, fitted.size), line)


def draw_foot(file: PdfFile, size: tuple[float, float], text: str) -> None:
    """Set the foot in small print under a line; it shrinks rather than leaves its three lines."""
    across, _ = size
    room = across - 2 * MARGIN
    grow = _FOOT_LINES * _SMALL * LEADING
    file.line(MARGIN, MARGIN + grow + 3, across - MARGIN, MARGIN + grow + 3, 0.5)
    fitted = fit_lines(text, Face.REGULAR, Room(room, grow + 0.1), _FOOT_SIZES)
    y = MARGIN + grow
    for line in fitted.lines:
        y -= fitted.size * LEADING
        file.write(MARGIN, y + 1.5, Ink(Face.REGULAR, fitted.size, 0.2), line)


def draw_bound(file: PdfFile, text: str) -> None:
    """Say below the foot which sheet of a packet this is, outside the holes of a binder."""
    with file.inside(Role.ARTIFACT):
        file.write(MARGIN, _BOUND_UP, Ink(Face.REGULAR, 7.4), text)


def foot_text(foot: PrintFoot, page: tuple[int, int], paper: str, after: str) -> str:
    """Say when, by whom, from when, which page, which paper, and what happens to it."""
    by = f" av {foot.printed_by}" if foot.printed_by else ""
    parts = (
        f"Skriven på papper {foot.printed_at}{by}",
        f"Uppgifter från {foot.data_from}" if foot.data_from else "",
        f"sida {page[0]} av {page[1]}",
        paper,
        after,
    )
    return " · ".join(part for part in parts if part)


def file_date(foot: PrintFoot) -> str:
    """Give the date of the file from the foot, so that the same paper is the same file."""
    found = _DATED.search(foot.printed_at)
    return "".join(found.groups()) + "00" if found else ""
