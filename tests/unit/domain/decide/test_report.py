"""Reports, questions and the region's figures: what may be written, and what then stands there."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from kontaktpunkt.domain.commands import (
    AnswerQuestion,
    AskQuestion,
    Command,
    NoteRegionFigure,
    WriteReport,
)
from kontaktpunkt.domain.decide import Ground, decide
from kontaktpunkt.domain.events.report import (
    QuestionAnswered,
    QuestionAsked,
    RegionFigureNoted,
    ReportKind,
    ReportSection,
    ReportWritten,
)
from kontaktpunkt.domain.ledger.body import Unknown
from kontaktpunkt.domain.ledger.subjects import (
    Subject,
    SubjectKind,
    question_subject,
    region_figures_subject,
    report_subject,
)
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.states import (
    QuestionState,
    RegionFiguresState,
    ReportState,
    State,
)
from kontaktpunkt.domain.times import Instant
from stories import TELLER, fold_words

R = RefusalReason
_ID = UUID(int=9)
_FIRST, _LAST = date(2026, 3, 2), date(2026, 3, 8)
_BODY = ReportWritten(
    report_kind=ReportKind.WEEKLY,
    title="Vecka 10",
    first=_FIRST,
    last=_LAST,
    sections=(ReportSection("Hinder", "larm"),),
)
_WISH = WriteReport(
    report=_ID,
    report_kind=ReportKind.WEEKLY,
    title=" Vecka 10 ",
    first=_LAST,
    last=_FIRST,
    sections=_BODY.sections,
)
_ASKED = fold_words(SubjectKind.QUESTION, QuestionAsked(text="Vad gäller?"))
_REPORT, _QUESTION = report_subject(_ID), question_subject(_ID)
_FIGURES = region_figures_subject(_ID)


def _decide(wish: Command, states: dict[Subject, State] | None = None) -> Any:
    return decide(Ground(now=Instant(7), me=TELLER, states=states or {}), wish)


@pytest.mark.parametrize(
    ("wish", "body"),
    [
        (_WISH, _BODY),
        (AskQuestion(question=_ID, text=" Vad? "), QuestionAsked(text="Vad?")),
        (
            NoteRegionFigure(indicator=_ID, month=date(2026, 2, 17), value=Decimal("1.9")),
            RegionFigureNoted(month=date(2026, 2, 1), value=Decimal("1.9")),
        ),
        (
            NoteRegionFigure(indicator=_ID, month=date(2026, 2, 1)),
            RegionFigureNoted(month=date(2026, 2, 1)),
        ),
    ],
)
def test_what_is_written_stands_as_it_was_meant(wish: Command, body: object) -> None:
    """Blanks around words are taken away, days stand in order, a month is its first day."""
    (happening,) = _decide(wish)

    assert (happening.body, happening.at) == (body, 7)


def test_an_answer_is_written_to_a_question_that_was_asked() -> None:
    """It stands with who gave it."""
    wish = AnswerQuestion(question=_ID, answer=" Samma. ", answered_by=" Åsa ")
    (happening,) = _decide(wish, {_QUESTION: _ASKED})

    assert happening.body == QuestionAnswered(answer="Samma.", answered_by="Åsa")


@pytest.mark.parametrize(
    ("wish", "states", "reason"),
    [
        (
            WriteReport(
                report=_ID, report_kind=ReportKind.SURVEY, title=" ", first=_FIRST, last=_LAST
            ),
            {},
            R.EMPTY_TEXT,
        ),
        (_WISH, {_REPORT: fold_words(SubjectKind.REPORT, _BODY)}, R.NOTHING_NEW),
        (_WISH, {_REPORT: ReportState(frozen=True)}, R.NEEDS_NEWER_PROGRAM),
        (AskQuestion(question=_ID, text=" "), {}, R.EMPTY_TEXT),
        (AnswerQuestion(question=_ID, answer="Ja"), {}, R.NOT_FOUND),
        (AnswerQuestion(question=_ID, answer="Ja"), {_QUESTION: QuestionState()}, R.NOT_FOUND),
        (AnswerQuestion(question=_ID, answer=" "), {_QUESTION: _ASKED}, R.EMPTY_TEXT),
        (
            AnswerQuestion(question=_ID, answer="Ja"),
            {_QUESTION: QuestionState(text="Vad?", frozen=True)},
            R.NEEDS_NEWER_PROGRAM,
        ),
        (NoteRegionFigure(indicator=_ID, month=_FIRST, value=Decimal(-1)), {}, R.BAD_VALUE),
        (NoteRegionFigure(indicator=_ID, month=_FIRST, value=Decimal("NaN")), {}, R.BAD_VALUE),
        (
            NoteRegionFigure(indicator=_ID, month=_FIRST, value=Decimal(1)),
            {_FIGURES: RegionFiguresState(frozen=True)},
            R.NEEDS_NEWER_PROGRAM,
        ),
    ],
)
def test_what_cannot_be_written_is_refused_with_its_reason(
    wish: Command, states: dict[Subject, State], reason: RefusalReason
) -> None:
    """Nothing is kept without words, twice, below zero, or by a program that is too old."""
    refused = _decide(wish, states)

    assert isinstance(refused, Refused)
    assert refused.reason is reason


def test_every_version_of_a_report_stays() -> None:
    """The newest is the report; the ones before can be read for ever."""
    later = ReportWritten(report_kind=ReportKind.WEEKLY, title="Ny", first=_FIRST, last=_LAST)

    state = fold_words(SubjectKind.REPORT, _BODY, later)

    assert [one.written.title for one in state.versions] == ["Vecka 10", "Ny"]
    assert state.newest.written == later
    assert (state.changed_at, state.newest.by) == (2, TELLER)


def test_a_later_answer_replaces_the_one_before() -> None:
    """What the process leaders said last is what holds."""
    state = fold_words(
        SubjectKind.QUESTION,
        QuestionAsked(text="Vad?", report=_ID),
        QuestionAnswered(answer="Ja", answered_by="Bo"),
        QuestionAnswered(answer="Nej", answered_by="Åsa"),
    )

    assert (state.text, state.answer, state.answered_by) == ("Vad?", "Nej", "Åsa")
    assert (state.asked_at, state.answered_at, state.report) == (1, 3, _ID)


def test_the_regions_figure_of_a_month_can_be_changed_and_taken_away() -> None:
    """What was written last of each month holds, and the months stand in order."""
    months = (date(2026, 2, 1), date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 1))
    notes = [
        RegionFigureNoted(month=month, value=Decimal(nth), source="regionen")
        for nth, month in enumerate(months)
    ]

    state = fold_words(
        SubjectKind.REGION_FIGURES, *notes, RegionFigureNoted(month=date(2026, 3, 1))
    )

    assert [(one.month.month, one.value) for one in state.figures] == [(1, 1), (2, 2)]
    assert state.figures[0].source == "regionen"


def test_words_of_a_newer_program_freeze_and_are_passed_over() -> None:
    """Nothing that this program cannot read is written over."""
    for kind in (SubjectKind.REPORT, SubjectKind.QUESTION, SubjectKind.REGION_FIGURES):
        assert fold_words(kind, Unknown(b"{}")).frozen
