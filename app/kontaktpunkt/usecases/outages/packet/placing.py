"""On which pages of a bound file each numbered paper stands."""

from collections.abc import Sequence

from kontaktpunkt.domain.commands import IssueSheet
from kontaktpunkt.domain.paper.printout import BoundPapers
from kontaktpunkt.usecases.paper_rows import PlacedSheet


def placed(bound: BoundPapers, lists: int, wishes: Sequence[IssueSheet]) -> tuple[PlacedSheet, ...]:
    """Say on which pages each numbered paper stands; so many lists come first."""
    first = sum(bound.pages[:lists])
    places: list[PlacedSheet] = []
    for wish, pages in zip(wishes, bound.pages[lists:], strict=True):
        places.append(
            PlacedSheet(sheet=wish.sheet, number=wish.number, first_page=first, pages=pages)
        )
        first += pages
    return tuple(places)
