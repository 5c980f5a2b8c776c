"""A paper on its way out: its PDF, and which of its pages are which numbered sheets."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.usecases.paper_rows import PlacedSheet


class Order(Struct, frozen=True, kw_only=True):
    """A paper to print or save; `sheets` are its numbered ones, none of a list.

    `pages` are those that are to be printed, counted from 0; empty means all. `again`: its sheets
    did not come out before.
    """

    pdf: bytes
    title: str
    sheets: tuple[PlacedSheet, ...] = ()
    pages: tuple[int, ...] = ()
    again: bool = False

    @property
    def numbers(self) -> tuple[str, ...]:
        """Give the numbers that it bears, as people read them."""
        return tuple(one.number for one in self.sheets)


def jobs_of(order: Order, pages: Sequence[int], most: int) -> list[tuple[int, ...]]:
    """Deal pages out to jobs of at most `most` pages (0 = one job), no sheet in two jobs.

    A sheet with more pages than that has a job of its own.
    """
    groups = groups_of(order, pages)
    if not most:
        return [tuple(page for group in groups for page in group)] if groups else []
    jobs: list[list[int]] = []
    for group in groups:
        if not jobs or len(jobs[-1]) + len(group) > most:
            jobs.append([])
        jobs[-1].extend(group)
    return [tuple(job) for job in jobs]


def groups_of(order: Order, pages: Sequence[int]) -> list[tuple[int, ...]]:
    """Gather pages that must come out together: those of a sheet; a page of a list is alone."""
    owner = {page: one.sheet for one in order.sheets for page in pages_of(one)}
    groups: list[list[int]] = []
    for before, page in pairwise((-1, *pages)):
        if page in owner and owner.get(before) == owner[page]:
            groups[-1].append(page)
        else:
            groups.append([page])
    return [tuple(group) for group in groups]


def pages_of(sheet: PlacedSheet) -> range:
    """Give the pages of a sheet."""
    return range(sheet.first_page, sheet.first_page + sheet.pages)


def not_out(order: Order, out: Iterable[int]) -> tuple[PlacedSheet, ...]:
    """Give the sheets of which not all pages have come out."""
    printed = set(out)
    return tuple(one for one in order.sheets if not printed.issuperset(pages_of(one)))


def ids_of(sheets: Iterable[PlacedSheet]) -> tuple[UUID, ...]:
    """Give the ids of sheets."""
    return tuple(one.sheet for one in sheets)
