"""What the screens of reports, questions and the region's figures get, ready to paint."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.events.report import ReportWritten
from kontaktpunkt.domain.states.report import RegionFigure
from kontaktpunkt.domain.times import Instant


class VersionRow(Struct, frozen=True, kw_only=True):
    """One version of a report: the whole of it, when and by whom."""

    number: int
    at: Instant
    by_name: str
    written: ReportWritten


class ReportRow(Struct, frozen=True, kw_only=True):
    """A report in the list: what it is of, and its versions, the newest first."""

    report: UUID
    versions: tuple[VersionRow, ...]

    @property
    def newest(self) -> VersionRow:
        """Give the report as it stands."""
        return self.versions[0]


class QuestionRow(Struct, frozen=True, kw_only=True):
    """A question to the process leaders, with the answer when it has come."""

    question: UUID
    text: str
    asked_at: Instant
    asked_by_name: str
    report: UUID | None = None
    answer: str = ""
    answered_by: str = ""
    answered_at: Instant | None = None


class RegionMonth(Struct, frozen=True, kw_only=True):
    """One month: the region's figure, and ours by both definitions, of so many people."""

    month: date
    region: RegionFigure | None = None
    without_zero: Decimal | None = None
    with_zero: Decimal | None = None
    persons: int = 0

    @property
    def difference(self) -> Decimal | None:
        """Give the region's figure less ours by SKR's definition; None where one is missing."""
        if self.region is None or self.without_zero is None:
            return None
        return self.region.value - self.without_zero


class RegionPage(Struct, frozen=True, kw_only=True):
    """The region's own indicator beside ours, the newest month first."""

    indicator: UUID
    months: tuple[RegionMonth, ...]
