"""Puts copies of a form on paper, blank or filled, one after the other in one file."""

from collections.abc import Sequence

from kontaktpunkt.domain.paper.form import FormDefinition
from kontaktpunkt.domain.paper.printout import SheetValues
from kontaktpunkt.paper.filling import Filling
from kontaktpunkt.paper.flow import Part, draw_parts
from kontaktpunkt.paper.form_layout import Measured, lay_out
from kontaktpunkt.paper.frame import (
    A4,
    DEMO_WORDS,
    EXERCISE_WORDS,
    PROTECTED_WORDS,
    Head,
    body_of,
    draw_foot,
    draw_head,
    draw_marks,
    draw_watermark,
    file_date,
    foot_text,
)
from kontaktpunkt.paper.pdf.file import PdfFile
from kontaktpunkt.paper.pdf.structure import Role


def render_form(definition: FormDefinition, sheets: Sequence[SheetValues]) -> bytes:
    """Make a PDF with one copy of the form for each of `sheets` (at least one).

    The same definition and sheets give the same bytes, here and elsewhere. Values stand as page
    content, never as fields to fill: what is printed must not depend on a viewer's whim.
    """
    if not sheets:
        raise ValueError(sheets)
    title = f"{definition.number} {Filling(sheets[0]).words(definition.title)}"
    file = PdfFile(title, file_date(sheets[0].foot))
    measured: Measured = {}
    for sheet in sheets:
        with file.inside(Role.SHEET):
            filling = Filling(sheet)
            pages = lay_out(definition, filling, body_of(), measured)
            _draw_sheet(file, definition, filling, pages)
    return file.finish()


def _draw_sheet(
    file: PdfFile, definition: FormDefinition, filling: Filling, pages: Sequence[Sequence[Part]]
) -> None:
    """Draw all pages of one copy."""
    sheet = filling.sheet
    marks = (
        *((DEMO_WORDS,) if sheet.foot.demo else ()),
        *((EXERCISE_WORDS,) if sheet.foot.exercise else ()),
        *((PROTECTED_WORDS,) if sheet.protected else ()),
    )
    head = Head(
        title=f"{definition.number} {filling.words(definition.title)}",
        ours=filling.ours(),
        number=sheet.number,
        marks=marks,
    )
    later = Head(
        title=head.title,
        ours=head.ours[:1],
        number=head.number,
        marks=marks,
        concerns=filling.concerns(definition),
    )
    for at, parts in enumerate(pages, start=1):
        file.new_page(*A4)
        if sheet.foot.demo:
            draw_watermark(file, A4)
        _draw_top(file, head if at == 1 else later, is_first=at == 1)
        draw_parts(file, parts, body_of().top)
        words = foot_text(
            sheet.foot,
            (at, len(pages)),
            f"blankett {definition.number} version {sheet.foot.form_version or definition.version}",
            sheet.foot.documented_where or filling.words(definition.documented),
        )
        is_last = at == len(pages)
        with file.inside(Role.PARAGRAPH if is_last else Role.ARTIFACT):
            draw_foot(file, A4, words)


def _draw_top(file: PdfFile, head: Head, *, is_first: bool) -> None:
    """Draw marks and head; on later pages they are passed over when read aloud."""
    if is_first:
        draw_marks(file, A4, head.marks)
        draw_head(file, A4, head)
        return
    with file.inside(Role.ARTIFACT):
        draw_marks(file, A4, head.marks)
        draw_head(file, A4, head)
