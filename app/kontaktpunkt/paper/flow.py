"""Lets the parts of a paper flow down its pages, keeping together what belongs together."""

from abc import ABC, abstractmethod
from collections.abc import Sequence

from kontaktpunkt.paper.pdf.file import PdfFile
from kontaktpunkt.paper.pdf.structure import Role


class Part(ABC):
    """A strip across the page that is never cut: a heading, a row of fields, a row of a table.

    `height` in points includes the space below. `keeps` holds it on the page of the next part;
    `opens` and `closes` say which elements begin before it and how many end after it; `head` is
    repeated above it on the top of a page.
    """

    def __init__(self, height: float, *, keeps: bool = False, head: "Part | None" = None) -> None:
        self.height = height
        self.keeps = keeps
        self.head = head
        self.opens: tuple[Role, ...] = ()
        self.closes = 0

    @abstractmethod
    def draw(self, file: PdfFile, top: float) -> None:
        """Draw the part below `top`."""


def flow(parts: Sequence[Part], room: float) -> list[list[Part]]:
    """Deal parts out to pages with this much room; what is kept together moves down together.

    A group taller than a page is dealt out part by part: something must give.
    """
    pages: list[list[Part]] = [[]]
    left = room
    for group in _groups(parts):
        tall = sum(part.height for part in group)
        if tall > left and pages[-1] and tall <= room:
            pages.append([])
            left = room - _repeat(pages[-1], group[0])
        for part in group:
            if part.height > left and pages[-1]:
                pages.append([])
                left = room - _repeat(pages[-1], part)
            pages[-1].append(part)
            left -= part.height
    return pages


def height_of(page: Sequence[Part]) -> float:
    """Give the height in points of what stands on a page, repeated heads included."""
    return sum(part.height for part in page)


def draw_parts(file: PdfFile, page: Sequence[Part], top: float) -> None:
    """Draw the parts of one page from `top` down, opening and closing their elements."""
    for part in page:
        if isinstance(part, _Repeated):
            with file.inside(Role.ARTIFACT):
                part.draw(file, top)
        else:
            for role in part.opens:
                file.begin(role)
            part.draw(file, top)
            for _ in range(part.closes):
                file.end()
        top -= part.height


class _Repeated(Part):
    """A head shown once more, as artifact."""

    def __init__(self, part: Part) -> None:
        super().__init__(part.height, keeps=True)
        self._part = part

    def draw(self, file: PdfFile, top: float) -> None:
        """Draw the head again; its elements stand where it was shown first."""
        self._part.draw(file, top)


def _repeat(page: list[Part], first: Part) -> float:
    """Begin a page with the head of its first part; gives the height that takes."""
    if first.head is None:
        return 0.0
    page.append(_Repeated(first.head))
    return first.head.height


def _groups(parts: Sequence[Part]) -> list[list[Part]]:
    """Gather parts with those that they must stand on one page with."""
    groups: list[list[Part]] = [[]]
    for part in parts:
        groups[-1].append(part)
        if not part.keeps:
            groups.append([])
    return [group for group in groups if group]
