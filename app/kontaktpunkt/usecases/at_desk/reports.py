"""Reports, questions to the process leaders, and the region's figures at a desk."""

from datetime import date
from typing import Final
from uuid import UUID

from msgspec.structs import replace

from kontaktpunkt.domain.figures.days_after_ready import mean_days, mean_days_without_zero
from kontaktpunkt.domain.figures.slices import Slice, along, limit_of
from kontaktpunkt.domain.figures.spell import Period
from kontaktpunkt.domain.ledger.subjects import SubjectKind, keyed_id
from kontaktpunkt.domain.paper.printout import ListDocument
from kontaktpunkt.domain.payment.averages import months_back
from kontaktpunkt.domain.states.report import (
    QuestionState,
    RegionFigure,
    RegionFiguresState,
    ReportState,
)
from kontaktpunkt.domain.times import local_day
from kontaktpunkt.usecases.answers import PaperPreview
from kontaktpunkt.usecases.at_desk.figures import FigureDesk
from kontaktpunkt.usecases.figures.reading import stays_for
from kontaktpunkt.usecases.figures.report_rows import (
    QuestionRow,
    RegionMonth,
    RegionPage,
    ReportRow,
    VersionRow,
)
from kontaktpunkt.usecases.keeping.listing import listed

_MONTHS_BACK: Final = 12


class ReportDesk(FigureDesk):
    """What is asked of reports, questions, and the region's figures."""

    def new_report(self) -> UUID:
        """Give the id of a report or question that is about to be written."""
        return self.outside.tools.new_id()

    def reports(self) -> tuple[ReportRow, ...]:
        """Give the reports with their versions, the newest first."""
        with self.outside.store.reading() as store:
            names = {row.staff: row.name for row in store.staff_rows()}
            found = listed(store, SubjectKind.REPORT, only_open=True)
        return tuple(_report_row(report, state, names) for report, state in reversed(found))

    def questions(self) -> tuple[QuestionRow, ...]:
        """Give the questions, those without answer first, then the newest."""
        with self.outside.store.reading() as store:
            names = {row.staff: row.name for row in store.staff_rows()}
            found = listed(store, SubjectKind.QUESTION, only_open=True)
        rows = [_question_row(question, state, names) for question, state in found]
        rows.sort(key=lambda row: (bool(row.answer), -row.asked_at, row.question))
        return tuple(rows)

    def region_page(self) -> RegionPage:
        """Give the region's own figures beside ours, thirteen months back."""
        today = local_day(self.now())
        first = months_back((today.year, today.month), _MONTHS_BACK)
        terms = self._figure_terms(Period(date(*first, 1), today))
        with self.outside.store.reading() as store:
            indicator = keyed_id(store.keys().id_key, "region figures", self.policy().municipality)
            row = dict(listed(store, SubjectKind.REGION_FIGURES)).get(indicator)
            spells = stays_for(store, terms)
        state = row if isinstance(row, RegionFiguresState) else RegionFiguresState()
        limit = limit_of(terms.profile)
        theirs = {one.month: one for one in state.figures}
        ours = zip(
            along(mean_days_without_zero(spells, terms), limit),
            along(mean_days(spells, terms), limit),
            strict=True,
        )
        by_month = {without.period.first.replace(day=1): (without, zero) for without, zero in ours}
        months = sorted({*theirs, *by_month}, reverse=True)
        return RegionPage(
            indicator=indicator,
            months=tuple(_month(one, theirs.get(one), by_month.get(one)) for one in months),
        )

    def figure_paper(self, document: ListDocument) -> PaperPreview:
        """Make a paper of figures or of a report, with our own foot."""
        whole = replace(document, foot=self._foot())
        pdf = self.outside.paper.listing(whole)
        return PaperPreview(pdf=pdf, protected=False, title=document.title)


def _report_row(report: UUID, state: ReportState, names: dict[UUID, str]) -> ReportRow:
    versions = [
        VersionRow(
            number=number,
            at=one.at,
            by_name=names.get(one.by, "") if one.by else "",
            written=one.written,
        )
        for number, one in enumerate(state.versions, start=1)
    ]
    return ReportRow(report=report, versions=tuple(reversed(versions)))


def _question_row(question: UUID, state: QuestionState, names: dict[UUID, str]) -> QuestionRow:
    return QuestionRow(
        question=question,
        text=state.text,
        asked_at=state.asked_at,
        asked_by_name=names.get(state.asked_by, "") if state.asked_by else "",
        report=state.report,
        answer=state.answer,
        answered_by=state.answered_by,
        answered_at=state.answered_at,
    )


def _month(
    month: date, region: RegionFigure | None, ours: tuple[Slice, Slice] | None
) -> RegionMonth:
    if ours is None:
        return RegionMonth(month=month, region=region)
    without, with_zero = ours
    return RegionMonth(
        month=month,
        region=region,
        without_zero=None if without.withheld else without.value,
        with_zero=None if with_zero.withheld else with_zero.value,
        persons=with_zero.persons,
    )
