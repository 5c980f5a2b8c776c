"""The screen's papers: free places, the whole board, a decision, and one to fill in by hand."""

from typing import Final
from uuid import UUID

from kontaktpunkt.ui.printing.document import Document, Made
from kontaktpunkt.usecases.desk import Desk
from kontaktpunkt.usecases.short_term.rows import ShortTermPaper

_TITLES: Final = {
    ShortTermPaper.FREE: "Lediga korttidsplatser",
    ShortTermPaper.BOARD: "Korttidsplatser, hela tavlan",
    ShortTermPaper.QUEUE: "Kön till korttid",
    ShortTermPaper.DECISION: "Korttidsbeslut",
    ShortTermPaper.BLANK: "Korttidsbeslut att fylla i",
}
_FILES: Final = {
    ShortTermPaper.FREE: "lediga-korttidsplatser.pdf",
    ShortTermPaper.BOARD: "korttidsplatser.pdf",
    ShortTermPaper.QUEUE: "ko-till-korttid.pdf",
    ShortTermPaper.DECISION: "korttidsbeslut.pdf",
    ShortTermPaper.BLANK: "korttidsbeslut-blankett.pdf",
}


def short_term_document(paper: ShortTermPaper, case: UUID | None = None) -> Document:
    """Name one of the papers, and say how it is made; a decision is that of a case."""

    def make(desk: Desk) -> Made | None:
        made = desk.short_term_paper(paper, case)
        if made is None:
            return None
        return made, _people_on(paper, desk)

    return Document(
        key=f"short term {paper} {case}",
        title=_TITLES[paper],
        file_name=_FILES[paper],
        make=make,
    )


def _people_on(paper: ShortTermPaper, desk: Desk) -> int:
    """Count who stands on a paper; the list of free places names nobody."""
    if paper is ShortTermPaper.DECISION:
        return 1
    if paper not in (ShortTermPaper.BOARD, ShortTermPaper.QUEUE):
        return 0
    page = desk.short_term()
    if paper is ShortTermPaper.QUEUE:
        return len(page.queue)
    return sum(one.person is not None for row in page.places for one in row.holders)
