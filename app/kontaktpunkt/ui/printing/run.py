"""A printing under way: page by page, with its progress, and it can be stopped between sheets."""

from typing import Final

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from kontaktpunkt.ui.printing.drawing import Drawing
from kontaktpunkt.ui.printing.order import Order, groups_of, jobs_of, not_out, pages_of
from kontaktpunkt.ui.printing.printer import DPI, PaperOut
from kontaktpunkt.usecases.paper_rows import PlacedSheet

STILL_PRINTING: Final = "En utskrift pågår. Vänta tills den är klar, eller stoppa den."
"""Said instead of choosing a printer: there is one, and the paper before is still painted on it."""


class PrintEnd(Struct, frozen=True, kw_only=True):
    """How a printing ended: what was sent, which pages and sheets were not, and whether stopped."""

    order: Order
    sent: int
    left_pages: tuple[int, ...] = ()
    left: tuple[PlacedSheet, ...] = ()
    stopped: bool = False

    @property
    def is_whole(self) -> bool:
        """Say whether all of it was sent."""
        return not self.left_pages


class PrintRun(QObject):
    """Prints one paper after the other; of each no more than a page is held as a picture.

    Pages are drawn and painted on the clerk's lane, one errand each, so that the window stays free.
    What has not been sent as part of a whole job counts as not printed. An order that comes while
    another is painted waits for it.
    """

    moved = Signal(int, int)  # how many pages have been painted, of how many
    ended = Signal(object)  # PrintEnd

    def __init__(self, workplace: Drawing, printer: PaperOut, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._printer = printer
        self._order: Order | None = None
        self._waiting: list[Order] = []
        self._jobs: list[tuple[int, ...]] = []
        self._starts: frozenset[int] = frozenset()
        self._all: tuple[int, ...] = ()
        self._sent: list[int] = []
        self._painted: list[int] = []
        self._stopping = False

    @property
    def goes_on(self) -> bool:
        """Say whether something is being printed."""
        return self._order is not None

    def start(self, order: Order) -> None:
        """Print a paper, or the pages of it that are wanted, on the printer that was chosen."""
        if self._order is not None:
            self._waiting.append(order)
            return
        desk = self._workplace.desk
        self._order = order
        self._workplace.clerk.ask(lambda: len(desk.page_sizes(order.pdf)), self._counted)

    def stop(self) -> None:
        """Send no more: the sheet that is begun is finished, what has been painted comes out."""
        self._stopping = self.goes_on

    def _counted(self, count: int) -> None:
        order = self._order
        if order is None:
            return
        self._all = order.pages or tuple(range(count))
        self._jobs = jobs_of(order, self._all, self._printer.pages_of_a_job())
        self._starts = frozenset(group[0] for group in groups_of(order, self._all))
        self._sent, self._painted, self._stopping = [], [], False
        self._begin()

    def _begin(self) -> None:
        """Begin the next job, or end when there is none."""
        order = self._order
        if order is None:
            return
        if not self._jobs or self._stopping:
            self._end(stopped=bool(self._jobs))
            return
        self._painted = []
        self._workplace.clerk.ask(
            lambda: self._printer.begin(order.title), lambda _begun: self._next()
        )

    def _next(self) -> None:
        """Have the next page of the job drawn; a job that is full, or stopped, is sent."""
        order, job = self._order, self._jobs[0]
        if order is None:
            return
        page = job[len(self._painted)] if len(self._painted) < len(job) else None
        if self._stopping and not self._painted:
            self._give_up(stopped=True)
            return
        if page is None or (self._stopping and page in self._starts):
            self._workplace.clerk.ask(self._printer.end, self._sent_off)
            return
        desk, printer = self._workplace.desk, self._printer
        self._workplace.clerk.ask(
            lambda: printer.add(desk.page_image(order.pdf, page, DPI)), self._added
        )

    def _added(self, taken: bool) -> None:  # noqa: FBT001  the answer of an errand
        if not taken:
            self._give_up(stopped=False)
            return
        self._painted.append(self._jobs[0][len(self._painted)])
        self.moved.emit(len(self._sent) + len(self._painted), len(self._all))
        self._next()

    def _give_up(self, *, stopped: bool) -> None:
        self._workplace.clerk.ask(self._printer.give_up, lambda _gone: self._end(stopped=stopped))

    def _sent_off(self, taken: bool) -> None:  # noqa: FBT001  the answer of an errand
        if not taken:
            self._end(stopped=False)
            return
        self._sent += self._painted
        whole = len(self._painted) == len(self._jobs[0])
        self._painted = []
        if whole:
            self._jobs.pop(0)
            self._begin()
        else:
            self._end(stopped=True)

    def _end(self, *, stopped: bool) -> None:
        order, self._order = self._order, None
        if order is None:
            return
        sent = set(self._sent)
        wanted = set(self._all)
        self.ended.emit(
            PrintEnd(
                order=order,
                sent=len(sent),
                left_pages=tuple(page for page in self._all if page not in sent),
                left=tuple(one for one in not_out(order, sent) if wanted & set(pages_of(one))),
                stopped=stopped,
            )
        )
        if self._waiting and self._order is None:
            self.start(self._waiting.pop(0))
