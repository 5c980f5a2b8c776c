"""The rows of one view, as few of them as are looked at: pages come from the desk by place."""

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.rows import InboxPage, InboxQuery, InboxRow

PAGE = 60
KEPT = 6
"""So many pages are kept, those looked at last: a few hundred rows of a million."""


@dataclass(frozen=True, slots=True)
class _Answer:
    """What came back: which view it is of, the pages, and where the wanted message stands now."""

    query: InboxQuery
    pages: tuple[InboxPage, ...]
    wanted: UUID | None
    place: int | None


class Feed(QObject):
    """Knows how many rows the view has, and the rows of the pages around what is looked at."""

    arrived = Signal(int, int)  # first and last place of rows that have come
    renewed = Signal(object)  # place of the message that was asked for, or None

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._pages: OrderedDict[int, tuple[InboxRow, ...]] = OrderedDict()
        self._asked: set[int] = set()
        self.query = InboxQuery()
        self.total = 0
        self.is_known = False

    def open(self, query: InboxQuery) -> None:
        """Show another view, or the same with another filter."""
        self.query = query
        self._fetch({0}, None)

    def renew(self, looked_at: Iterable[int], wanted: UUID | None) -> None:
        """Fetch anew what is looked at, and find where a message stands now."""
        self._fetch({place // PAGE for place in looked_at} or {0}, wanted)

    def row(self, place: int) -> InboxRow | None:
        """Give the row at a place, or None while it is being fetched."""
        number = place // PAGE
        page = self._pages.get(number)
        if page is None:
            self._ask(number)
            return None
        self._pages.move_to_end(number)
        offset = place - number * PAGE
        return page[offset] if offset < len(page) else None

    def known(self, place: int) -> InboxRow | None:
        """Give the row at a place if it is here, without asking for it."""
        page = self._pages.get(place // PAGE, ())
        return page[place % PAGE] if place % PAGE < len(page) else None

    @property
    def kept(self) -> int:
        """Count the rows that are kept."""
        return sum(map(len, self._pages.values()))

    def _ask(self, number: int) -> None:
        """Ask for a page that is not here."""
        if number in self._asked or not 0 <= number * PAGE < max(self.total, 1):
            return
        self._asked.add(number)
        query, desk = self.query, self._workplace.desk
        self._workplace.clerk.ask(
            lambda: _Answer(query, (desk.inbox(query, number * PAGE, PAGE),), None, None),
            self._take_page,
        )

    def _take_page(self, answer: _Answer) -> None:
        page = answer.pages[0]
        self._asked.discard(page.start // PAGE)
        # A page of a view that has been left, or of a list that has grown meanwhile, is too late.
        if answer.query != self.query:
            return
        if page.total != self.total:
            self.renew((page.start,), None)
            return
        self._keep(page)
        if page.rows:
            self.arrived.emit(page.start, page.start + len(page.rows) - 1)

    def _fetch(self, numbers: set[int], wanted: UUID | None) -> None:
        query, desk = self.query, self._workplace.desk

        def work() -> _Answer:
            pages = tuple(desk.inbox(query, number * PAGE, PAGE) for number in sorted(numbers))
            place = desk.inbox_place(query, wanted) if wanted is not None else None
            if place is not None and place // PAGE not in numbers:
                pages = (*pages, desk.inbox(query, place // PAGE * PAGE, PAGE))
            return _Answer(query, pages, wanted, place)

        self._workplace.clerk.ask(work, self._take_all, key="inbox view")

    def _take_all(self, answer: _Answer) -> None:
        self._pages.clear()
        self._asked.clear()
        self.total = answer.pages[-1].total
        self.is_known = True
        for page in answer.pages:
            self._keep(page)
        self.renewed.emit(answer.place)

    def _keep(self, page: InboxPage) -> None:
        self._pages[page.start // PAGE] = page.rows
        self._pages.move_to_end(page.start // PAGE)
        while len(self._pages) > KEPT:
            self._pages.popitem(last=False)
