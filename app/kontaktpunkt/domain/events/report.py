"""What happens with a team's reports, its questions to the process leaders, and region figures."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.ledger.body import Body


class ReportKind(StrEnum):
    """A survey of obstacles (kartläggning) or the report of a week (veckorapport)."""

    SURVEY = "survey"
    WEEKLY = "weekly"


class ReportSection(Struct, frozen=True, omit_defaults=True):
    """A part of a report: its heading, and the text that the team wrote under it."""

    heading: str
    text: str = ""


class ReportWritten(Body, frozen=True, kw_only=True):
    """The team wrote a report, or wrote it anew: the whole text as it then stood.

    Source: nordvästra Skåne, delregionalt uppdrag (001); Jönköping, veckorapport (004).
    """

    report_kind: ReportKind
    title: str
    first: date
    last: date
    sections: tuple[ReportSection, ...] = ()


class QuestionAsked(Body, frozen=True, kw_only=True):
    """Somebody asked the process leaders something; `report` is the weekly report it stood in."""

    text: str
    report: UUID | None = None


class QuestionAnswered(Body, frozen=True, kw_only=True):
    """The process leaders answered: what, and by whom; it stands with the frequent questions."""

    answer: str
    answered_by: str = ""


class RegionFigureNoted(Body, frozen=True, kw_only=True):
    """Somebody copied the region's own figure of a month; None takes it away again.

    `month` is its first day. Source: Nära vårdindikatorn "Utskrivningsklar" (001).
    """

    month: date
    value: Decimal | None = None
    source: str = ""
