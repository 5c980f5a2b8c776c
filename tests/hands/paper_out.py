"""A printer and a save dialog for tests: they remember what they were given."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtWidgets import QWidget

from kontaktpunkt.domain.paper.printout import PageImage


@dataclass
class PrinterInMemory:
    """Takes paper, or says no; `cancels` is somebody who changes her mind in the dialog."""

    there: bool = True
    takes: bool = True
    cancels: bool = False
    painted: list[tuple[str, int]] = field(default_factory=list[tuple[str, int]])
    chosen: list[str] = field(default_factory=list[str])

    def is_there(self) -> bool:
        """Say whether there is a printer."""
        return self.there

    def choose(self, window: QWidget, title: str, then: Callable[[], None]) -> None:
        """Choose at once, or change one's mind."""
        del window
        self.chosen.append(title)
        if not self.cancels:
            then()

    def paint(self, pages: Sequence[PageImage], title: str) -> bool:
        """Take the pages."""
        if self.takes:
            self.painted.append((title, len(pages)))
        return self.takes


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
