"""How a long paper is dealt out to jobs for the printer: no sheet is torn in two."""

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from kontaktpunkt.ui.printing.order import Order, jobs_of, not_out, pages_of
from kontaktpunkt.usecases.paper_rows import PlacedSheet


def _order(lists: int, sizes: list[int]) -> Order:
    """Give a paper of some list pages and then sheets of so many pages each."""
    sheets: list[PlacedSheet] = []
    first = lists
    for nth, pages in enumerate(sizes):
        sheet = PlacedSheet(sheet=UUID(int=nth), number=str(nth), first_page=first, pages=pages)
        sheets.append(sheet)
        first += pages
    return Order(pdf=b"", title="Prov", sheets=tuple(sheets))


def _all(order: Order, lists: int) -> range:
    return range(lists + sum(one.pages for one in order.sheets))


def test_two_pages_at_a_time_keep_sheets_whole() -> None:
    """A list page, a form of one page, one of two, one of one."""
    order = _order(1, [1, 2, 1])

    assert jobs_of(order, _all(order, 1), 2) == [(0, 1), (2, 3), (4,)]
    assert jobs_of(order, _all(order, 1), 0) == [(0, 1, 2, 3, 4)]
    assert jobs_of(order, (), 0) == []


@given(st.integers(0, 4), st.lists(st.integers(1, 3), max_size=9), st.integers(0, 5))
def test_every_page_is_printed_once_and_no_sheet_stands_in_two_jobs(
    lists: int, sizes: list[int], most: int
) -> None:
    """Whatever the printer takes at once."""
    order = _order(lists, sizes)
    pages = _all(order, lists)

    jobs = jobs_of(order, pages, most)

    assert [page for job in jobs for page in job] == list(pages)
    for sheet in order.sheets:
        assert sum(bool(set(pages_of(sheet)) & set(job)) for job in jobs) == 1


def test_a_sheet_of_which_one_page_is_lacking_is_not_out() -> None:
    """Half a form is no form."""
    order = _order(1, [2, 1])

    assert not_out(order, (0, 1, 3)) == order.sheets[:1]
    assert not_out(order, (0, 1, 2, 3)) == ()
