"""What staff may want with reports, questions to the process leaders, and the region's figures."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from kontaktpunkt.domain.commands.command import Command
from kontaktpunkt.domain.events.report import ReportKind, ReportSection


class WriteReport(Command, frozen=True, kw_only=True):
    """Keep a report as it is written now; earlier versions stay."""

    report: UUID
    report_kind: ReportKind
    title: str
    first: date
    last: date
    sections: tuple[ReportSection, ...] = ()


class AskQuestion(Command, frozen=True, kw_only=True):
    """Ask the process leaders something."""

    question: UUID
    text: str
    report: UUID | None = None


class AnswerQuestion(Command, frozen=True, kw_only=True):
    """Write down what the process leaders answered."""

    question: UUID
    answer: str
    answered_by: str = ""


class NoteRegionFigure(Command, frozen=True, kw_only=True):
    """Write down the region's own figure of a month."""

    indicator: UUID
    month: date
    value: Decimal | None = None
    source: str = ""
