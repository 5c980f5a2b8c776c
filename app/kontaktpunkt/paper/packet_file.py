"""Puts lists and copies of forms in one file, sharing typefaces, and numbers its sheets through."""

from collections.abc import Sequence

from kontaktpunkt.domain.paper.printout import BoundPapers, ListDocument, PacketPart, PrintFoot
from kontaktpunkt.paper.form_sheet import LaidSheet, draw_form, lay_out_form
from kontaktpunkt.paper.frame import draw_bound, file_date
from kontaktpunkt.paper.list_sheet import LaidList, draw_list, lay_out_list
from kontaktpunkt.paper.pdf.file import PdfFile


def render_packet(parts: Sequence[PacketPart], title: str, name: str) -> BoundPapers:
    """Make one PDF of lists and forms (at least one), in their order.

    With a name "name, blad 3 av 11" stands below each page: a sheet that is missing is missed.
    The same parts give the same bytes. `pages` of the answer counts the pages of each list and of
    each copy.
    """
    laid = [one for part in parts for one in _lay_out(part)]
    if not laid:
        raise ValueError(parts)
    file = PdfFile(title, file_date(_foot_of(parts[0])))
    numbering = _Numbering(name, sum(len(one.pages) for one in laid))
    for one in laid:
        if isinstance(one, LaidSheet):
            draw_form(file, one, numbering.stamp)
        else:
            draw_list(file, one, numbering.stamp)
    return BoundPapers(pdf=file.finish(), pages=tuple(len(one.pages) for one in laid))


class _Numbering:
    """Counts the pages as they are drawn."""

    def __init__(self, name: str, total: int) -> None:
        self._name = name
        self._total = total
        self._at = 0

    def stamp(self, file: PdfFile) -> None:
        """Say which sheet of how many the page is."""
        if not self._name:
            return
        self._at += 1
        draw_bound(file, f"{self._name}, blad {self._at} av {self._total}")


def _lay_out(part: PacketPart) -> Sequence[LaidSheet | LaidList]:
    if isinstance(part, ListDocument):
        return [lay_out_list(part)]
    return lay_out_form(part.form, part.sheets)


def _foot_of(part: PacketPart) -> PrintFoot:
    return part.foot if isinstance(part, ListDocument) else part.sheets[0].foot
