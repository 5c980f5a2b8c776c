"""What screens ask of the key figures."""

from typing import Protocol

from kontaktpunkt.domain.figures.figure import FigureValue
from kontaktpunkt.domain.figures.spell import Period
from kontaktpunkt.usecases.figures.rows import FigureCases, FigurePage, KeyLine


class KeyFigures(Protocol):
    """What screens ask of the key figures."""

    def key_line(self) -> KeyLine:
        """Give the four figures above the follow-up list, of this month; nobody is named in it."""
        ...

    def figures(self, period: Period) -> FigurePage:
        """Give all figures of a period; nobody is named in it."""
        ...

    def figure_cases(
        self, value: FigureValue, group: str | None = None, *, name: str = ""
    ) -> FigureCases:
        """Give the cases behind a figure or one group of it; noted in the access log as a list.

        `name` is the figure in words, for the log.
        """
        ...
