"""What screens ask about SIP."""

from typing import Protocol
from uuid import UUID

from kontaktpunkt.usecases.answers import PaperPreview
from kontaktpunkt.usecases.plans.rows import PlanQuery, PlanWeek


class Plans(Protocol):
    """What screens ask about SIP: the calendar, on screen, on paper and as a calendar file."""

    def plan_week(self, query: PlanQuery) -> PlanWeek:
        """Give a week of meetings; one access event with week and count."""
        ...

    def plan_paper(self, query: PlanQuery) -> tuple[PaperPreview, int]:
        """Make the week for paper, and say how many people stand on it; protected ones masked."""
        ...

    def plan_file(self, query: PlanQuery, plan: UUID | None = None) -> bytes:
        """Make a calendar file (.ics) of a week, or of one meeting in it; noted as an export."""
        ...
