"""Puts the recovery sheet on paper: a store's keys as text in groups, and as codes."""

from collections.abc import Sequence

from kontaktpunkt.domain.paper.printout import PrintFoot, RecoverySheet
from kontaktpunkt.paper.frame import (
    A4,
    DEMO_WORDS,
    MM,
    Sides,
    body_of,
    draw_code,
    draw_foot,
    draw_marks,
    draw_watermark,
    file_date,
)
from kontaktpunkt.paper.pdf.file import PdfFile
from kontaktpunkt.paper.pdf.fitting import LEADING, wrap
from kontaktpunkt.paper.pdf.fonts import Face, Ink, fit_to_print
from kontaktpunkt.paper.pdf.structure import Role

_TITLE = "Återställningsblad"
_CODE = 38 * MM
_GROUP = Ink(Face.MONO, 15.0)
_COUNT = Ink(Face.REGULAR, 7.0, 0.2)
_BODY = Ink(Face.REGULAR, 10.0)
_HEADING = Ink(Face.BOLD, 11.0)
_IN_A_ROW = 4
_GROUP_WIDTH = 27 * MM
_GROUP_HEIGHT = 11 * MM
_KEEP = "Förvaras inlåst, till exempel i kassaskåp. Den som har bladet kan läsa allt i lagret."


def render_recovery_sheet(sheet: RecoverySheet) -> bytes:
    """Make the PDF of a recovery sheet: one page, the same bytes for the same sheet."""
    foot = PrintFoot(printed_at=sheet.made_at, printed_by=sheet.made_by)
    file = PdfFile(f"{_TITLE} {sheet.store_name}", file_date(foot))
    sides = body_of(A4, 0)
    file.new_page(*A4)
    if sheet.demo:
        draw_watermark(file, A4)
    with file.inside(Role.SHEET):
        draw_marks(file, A4, (DEMO_WORDS,) if sheet.demo else ())
        y = _draw_top(file, sheet, sides)
        y = _draw_key(file, ("Nyckel till lagret", sheet.key_groups, sheet.key_code), sides, y)
        y = _draw_key(file, ("Id-nyckel", sheet.id_key_groups, sheet.id_key_code), sides, y)
        _draw_instructions(file, sheet.instructions, sides, y)
        with file.inside(Role.PARAGRAPH):
            draw_foot(
                file,
                A4,
                f"Skriven på papper {sheet.made_at} av {sheet.made_by} · "
                "När nyckeln byts görs ett nytt blad, och detta förstörs.",
            )
    return file.finish()


def _draw_top(file: PdfFile, sheet: RecoverySheet, sides: Sides) -> float:
    """Set what the sheet is and what it is for; gives the height below it."""
    y = sides.top - 16
    with file.inside(Role.TITLE):
        file.write(sides.left, y, Ink(Face.BOLD, 18.0), _TITLE)
    lines = (
        f"{sheet.municipality} · {sheet.store_name}",
        f"Gjort {sheet.made_at} av {sheet.made_by}",
    )
    for line in lines:
        y = _paragraph(file, line, sides, y - 2)
    return _paragraph(file, _KEEP, sides, y - 8, Ink(Face.BOLD, 10.0)) - 6


def _draw_key(
    file: PdfFile, key: tuple[str, Sequence[str], str], sides: Sides, top: float
) -> float:
    """Set one key: its groups, counted so that they can be read aloud, and its code."""
    title, groups, code = key
    if not groups:
        return top
    file.line(sides.left, top, sides.right, top, 1.3)
    with file.inside(Role.HEADING):
        file.write(sides.left, top - 16, _HEADING, title)
    y = top - 24
    for at, group in enumerate(groups):
        x = sides.left + (at % _IN_A_ROW) * _GROUP_WIDTH
        if at % _IN_A_ROW == 0:
            y -= _GROUP_HEIGHT
        with file.inside(Role.PARAGRAPH):
            file.write(x, y + 15, _COUNT, str(at + 1))
            file.write(x, y, _GROUP, fit_to_print(group))
    corner = (sides.right - _CODE, top - 10 - _CODE)
    draw_code(file, code or "".join(groups), corner, _CODE, f"{title} som kod")
    return min(y - 18, corner[1] - 14)


def _draw_instructions(
    file: PdfFile, instructions: Sequence[str], sides: Sides, top: float
) -> None:
    """Set the numbered steps back to a working store."""
    if not instructions:
        return
    file.line(sides.left, top, sides.right, top, 1.3)
    with file.inside(Role.HEADING):
        file.write(sides.left, top - 16, _HEADING, "Så används bladet")
    y = top - 22
    for at, step in enumerate(instructions, start=1):
        y = _paragraph(file, f"{at}. {step}", sides, y - 3)


def _paragraph(file: PdfFile, text: str, sides: Sides, top: float, ink: Ink = _BODY) -> float:
    """Set a paragraph; gives the height below it."""
    with file.inside(Role.PARAGRAPH):
        y = top
        for line in wrap(fit_to_print(text), ink.face, ink.size, sides.width):
            y -= ink.size * LEADING
            file.write(sides.left, y, ink, line)
    return y
