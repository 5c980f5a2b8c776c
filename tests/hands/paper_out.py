"""A printer and a save dialog for tests: they remember what they were given."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtWidgets import QWidget

from kontaktpunkt.domain.paper.printout import PageImage

A4_INCHES = (8.27, 11.69)


@dataclass
class PrinterInMemory:
    """Takes paper, or says no; `cancels` is somebody who changes her mind in the dialog.

    `jams_at` is the page of all that it is ever given at which it says no; `at_page` is told of
    each page that it takes. A job of which it threw the pages away counts as not painted.
    """

    there: bool = True
    takes: bool = True
    cancels: bool = False
    jams_at: int = 0
    most: int = 0
    at_page: Callable[[int], None] | None = None
    painted: list[tuple[str, int]] = field(default_factory=list[tuple[str, int]])
    chosen: list[str] = field(default_factory=list[str])
    widest: int = 0
    _title: str = ""
    _pages: int = 0
    _given: int = 0

    def is_there(self) -> bool:
        """Say whether there is a printer."""
        return self.there

    def choose(self, window: QWidget, title: str, then: Callable[[], None]) -> None:
        """Choose at once, or change one's mind."""
        del window
        self.chosen.append(title)
        if not self.cancels:
            then()

    def pages_of_a_job(self) -> int:
        """Give the size of a job."""
        return self.most

    def begin(self, title: str) -> None:
        """Begin a job."""
        self._title, self._pages = title, 0

    def add(self, page: PageImage) -> bool:
        """Take a page."""
        self._given += 1
        if self._given == self.jams_at:
            return False
        self._pages += 1
        self.widest = max(self.widest, page.width)
        if self.at_page is not None:
            self.at_page(self._given)
        return True

    def end(self) -> bool:
        """Take the job, or say no."""
        if self.takes:
            self.painted.append((self._title, self._pages))
        return self.takes

    def give_up(self) -> None:
        """Throw the job away."""
        self._pages = 0


@dataclass
class PlaceInMemory:
    """Chooses a place at once."""

    path: str = ""
    proposed: list[str] = field(default_factory=list[str])

    def choose(self, window: QWidget, name: str, then: Callable[[str], None]) -> None:
        """Choose the place, unless there is none."""
        del window
        self.proposed.append(name)
        if self.path:
            then(self.path)
