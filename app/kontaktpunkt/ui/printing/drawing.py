"""Who draws the pages of a paper, to be shown or printed: a desk, or Nödläge without any."""

from collections.abc import Sequence
from typing import Protocol

from kontaktpunkt.domain.paper.printout import PageImage
from kontaktpunkt.ui.clerk import Clerk


class Pages(Protocol):
    """Whoever can draw the pages of a paper; asked on the clerk's lane."""

    def page_sizes(self, pdf: bytes) -> Sequence[tuple[float, float]]:
        """Give the width and height of each page in inches."""
        ...

    def page_image(self, pdf: bytes, page: int, dpi: int) -> PageImage:
        """Draw one page, counted from 0, as a picture."""
        ...


class Drawing(Protocol):
    """A clerk, and who draws for him: a workplace with its desk, or Nödläge without any."""

    @property
    def clerk(self) -> Clerk:
        """Give the clerk."""
        ...

    @property
    def desk(self) -> Pages:
        """Give who draws."""
        ...
