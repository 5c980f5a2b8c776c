"""A report of a deviation, as it stands."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.events.deviation import (
    DeviationContent,
    DeviationReportAnswered,
    DeviationReportSent,
)
from kontaktpunkt.domain.times import Instant


class DeviationStage(StrEnum):
    """How far a report has come; `AWAITING` is the other side's turn."""

    TO_SEND = "to_send"
    AWAITING = "awaiting"
    ANSWERED = "answered"
    DONE = "done"
    WITHDRAWN = "withdrawn"


class ReportSaid(Struct, frozen=True, kw_only=True):
    """Something said of a report: when, by whom, and in which words."""

    at: Instant
    by: UUID | None = None
    text: str = ""


class ReportPaper(Struct, frozen=True, kw_only=True):
    """A numbered form that the report was put on."""

    sheet: UUID
    number: str
    at: Instant


class DeviationReportState(Struct, frozen=True, kw_only=True):
    """One report: `written` is the first writing, `content` the last."""

    written: ReportSaid | None = None
    content: DeviationContent = DeviationContent()
    case: UUID | None = None
    noted: UUID | None = None
    papers: tuple[ReportPaper, ...] = ()
    sent: DeviationReportSent | None = None
    sent_at: Instant | None = None
    sent_by: UUID | None = None
    received_on: date | None = None
    reminders: tuple[ReportSaid, ...] = ()
    answer: DeviationReportAnswered | None = None
    answer_noted: ReportSaid | None = None
    followed_up: ReportSaid | None = None
    withdrawn: ReportSaid | None = None
    frozen: bool = False

    @property
    def stage(self) -> DeviationStage:
        """Give how far it has come."""
        if self.withdrawn is not None:
            return DeviationStage.WITHDRAWN
        if self.followed_up is not None:
            return DeviationStage.DONE
        if self.answer is not None:
            return DeviationStage.ANSWERED
        return DeviationStage.TO_SEND if self.sent is None else DeviationStage.AWAITING

    @property
    def is_open(self) -> bool:
        """Say whether anything is left to do or to wait for."""
        return self.written is not None and self.stage not in (
            DeviationStage.DONE,
            DeviationStage.WITHDRAWN,
        )
