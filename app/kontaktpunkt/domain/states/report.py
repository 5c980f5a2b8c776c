"""What a report, a question and the region's figures are after all their events."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.events.report import ReportWritten
from kontaktpunkt.domain.times import Instant


class ReportVersion(Struct, frozen=True):
    """A report as it stood once: the whole of it, when and by whom."""

    written: ReportWritten
    at: Instant
    by: UUID | None = None


class ReportState(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A report with all its versions, the newest last; none where its writing was taken back."""

    versions: tuple[ReportVersion, ...] = ()
    frozen: bool = False

    @property
    def newest(self) -> ReportVersion | None:
        """Give the report as it stands."""
        return self.versions[-1] if self.versions else None

    @property
    def changed_at(self) -> Instant:
        """Give when it was last written."""
        return self.versions[-1].at if self.versions else Instant(0)


class QuestionState(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A question to the process leaders, and the answer when it has come."""

    text: str = ""
    asked_at: Instant = Instant(0)
    asked_by: UUID | None = None
    report: UUID | None = None
    answer: str = ""
    answered_by: str = ""
    answered_at: Instant | None = None
    frozen: bool = False


class RegionFigure(Struct, frozen=True):
    """The region's figure of one month, when it was written down and by whom."""

    month: date
    value: Decimal
    at: Instant
    by: UUID | None = None
    source: str = ""


class RegionFiguresState(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The region's own figures of one indicator, by month."""

    figures: tuple[RegionFigure, ...] = ()
    frozen: bool = False
