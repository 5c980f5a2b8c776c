"""What screens ask about a unit's week."""

from typing import Protocol

from kontaktpunkt.usecases.answers import PaperPreview
from kontaktpunkt.usecases.unit_week.rows import UnitWeekPage, UnitWeekQuery


class UnitWeeks(Protocol):
    """What screens ask about a unit's week, on screen and on paper."""

    def unit_week(self, query: UnitWeekQuery) -> UnitWeekPage:
        """Give who comes to a unit and what it carries; one access event with unit and count."""
        ...

    def unit_week_paper(self, query: UnitWeekQuery) -> tuple[PaperPreview, int]:
        """Make the list for paper, and say how many people stand on it.

        Protected persons are masked on paper whoever prints it.
        """
        ...
