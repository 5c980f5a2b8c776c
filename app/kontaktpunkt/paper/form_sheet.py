"""Puts copies of a form on paper, blank or filled, one after the other in one file."""

from collections.abc import Sequence

from msgspec import Struct

from kontaktpunkt.domain.paper.form import FormDefinition
from kontaktpunkt.domain.paper.printout import SheetValues
from kontaktpunkt.paper.filling import Filling
from kontaktpunkt.paper.flow import Part, draw_parts
from kontaktpunkt.paper.form_layout import Measured, lay_out
from kontaktpunkt.paper.frame import (
    A4,
    DEMO_WORDS,
    EXERCISE_WORDS,
    NO_NUMBER_WORDS,
    PROTECTED_WORDS,
    Head,
    OnPage,
    body_of,
    draw_foot,
    draw_head,
    draw_marks,
    draw_watermark,
    file_date,
    foot_text,
    no_more,
)
from kontaktpunkt.paper.pdf.file import PdfFile
from kontaktpunkt.paper.pdf.structure import Role


class LaidSheet(Struct, frozen=True):
    """One copy of a form with its fields dealt out to pages, ready to be drawn."""

    definition: FormDefinition
    filling: Filling
    pages: Sequence[Sequence[Part]]


def render_form(definition: FormDefinition, sheets: Sequence[SheetValues]) -> bytes:
    """Make a PDF with one copy of the form for each of `sheets` (at least one).

    The same definition and sheets give the same bytes, here and elsewhere. Values stand as page
    content, never as fields to fill: what is printed must not depend on a viewer's whim.
    """
    file = PdfFile(form_title(definition, sheets), file_date(sheets[0].foot))
    for laid in lay_out_form(definition, sheets):
        draw_form(file, laid)
    return file.finish()


def render_fillable(definition: FormDefinition, sheet: SheetValues) -> bytes:
    """Make one copy of a form that is filled in on the screen, its values as on paper.

    For saving, never for printing: what is typed in a field stands only where a reader of PDF draws
    it. Fields are named by their keys (`key`, `key-option`, `table-row-column`).
    """
    file = PdfFile(form_title(definition, (sheet,)), file_date(sheet.foot), fillable=True)
    for laid in lay_out_form(definition, (sheet,)):
        draw_form(file, laid)
    return file.finish()


def form_title(definition: FormDefinition, sheets: Sequence[SheetValues]) -> str:
    """Name the file of some copies; ValueError where there is none."""
    if not sheets:
        raise ValueError(sheets)
    return f"{definition.number} {Filling(sheets[0]).words(definition.title)}"


def lay_out_form(definition: FormDefinition, sheets: Sequence[SheetValues]) -> list[LaidSheet]:
    """Deal copies of a form out to pages; copies that say the same are laid out once."""
    measured: Measured = {}
    laid: list[LaidSheet] = []
    for sheet in sheets:
        filling = Filling(sheet)
        if laid and _says_the_same(laid[-1].filling.sheet, sheet):
            pages = laid[-1].pages
        else:
            pages = lay_out(definition, filling, body_of(), measured)
        laid.append(LaidSheet(definition, filling, pages))
    return laid


def _says_the_same(one: SheetValues, other: SheetValues) -> bool:
    flags = (one.blank, one.protected) == (other.blank, other.protected)
    return flags and one.values == other.values


def draw_form(file: PdfFile, laid: LaidSheet, on_page: OnPage = no_more) -> None:
    """Draw one copy; `on_page` adds to each of its pages what binds it to others."""
    with file.inside(Role.SHEET):
        _draw_sheet(file, laid, on_page)


def _draw_sheet(file: PdfFile, laid: LaidSheet, on_page: OnPage) -> None:
    """Draw all pages of one copy."""
    definition, filling, pages = laid.definition, laid.filling, laid.pages
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
        no_number=sheet.foot.no_number or NO_NUMBER_WORDS,
        marks=marks,
    )
    later = Head(
        title=head.title,
        ours=head.ours[:1],
        number=head.number,
        no_number=head.no_number,
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
        on_page(file)


def _draw_top(file: PdfFile, head: Head, *, is_first: bool) -> None:
    """Draw marks and head; on later pages they are passed over when read aloud."""
    if is_first:
        draw_marks(file, A4, head.marks)
        draw_head(file, A4, head)
        return
    with file.inside(Role.ARTIFACT):
        draw_marks(file, A4, head.marks)
        draw_head(file, A4, head)
