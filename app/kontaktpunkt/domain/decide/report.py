"""Rules for reports, questions to the process leaders, and the region's figures."""

from typing import Final

from kontaktpunkt.domain.commands.report import (
    AnswerQuestion,
    AskQuestion,
    NoteRegionFigure,
    WriteReport,
)
from kontaktpunkt.domain.decide.ground import Decision, Ground, Happening, Rules, refuse
from kontaktpunkt.domain.events.report import (
    QuestionAnswered,
    QuestionAsked,
    RegionFigureNoted,
    ReportWritten,
)
from kontaktpunkt.domain.ledger.subjects import (
    question_subject,
    region_figures_subject,
    report_subject,
)
from kontaktpunkt.domain.refusal import RefusalReason
from kontaktpunkt.domain.states.report import QuestionState, RegionFiguresState, ReportState


def write(ground: Ground, wish: WriteReport) -> Decision:
    """Keep a report that has a title; what stands already is not written again."""
    if not wish.title.strip():
        return refuse(RefusalReason.EMPTY_TEXT)
    subject = report_subject(wish.report)
    state = ground.states.get(subject)
    if isinstance(state, ReportState) and state.frozen:
        return refuse(RefusalReason.NEEDS_NEWER_PROGRAM)
    body = ReportWritten(
        report_kind=wish.report_kind,
        title=wish.title.strip(),
        first=min(wish.first, wish.last),
        last=max(wish.first, wish.last),
        sections=wish.sections,
    )
    newest = state.newest if isinstance(state, ReportState) else None
    if newest is not None and newest.written == body:
        return refuse(RefusalReason.NOTHING_NEW)
    return (Happening(subject, body, ground.now),)


def ask(ground: Ground, wish: AskQuestion) -> Decision:
    """Ask something in words."""
    if not wish.text.strip():
        return refuse(RefusalReason.EMPTY_TEXT)
    body = QuestionAsked(text=wish.text.strip(), report=wish.report)
    return (Happening(question_subject(wish.question), body, ground.now),)


def answer(ground: Ground, wish: AnswerQuestion) -> Decision:
    """Answer a question that was asked."""
    subject = question_subject(wish.question)
    state = ground.states.get(subject)
    if not isinstance(state, QuestionState) or not state.text:
        return refuse(RefusalReason.NOT_FOUND)
    if state.frozen:
        return refuse(RefusalReason.NEEDS_NEWER_PROGRAM)
    if not wish.answer.strip():
        return refuse(RefusalReason.EMPTY_TEXT)
    body = QuestionAnswered(answer=wish.answer.strip(), answered_by=wish.answered_by.strip())
    return (Happening(subject, body, ground.now),)


def note_figure(ground: Ground, wish: NoteRegionFigure) -> Decision:
    """Write the region's figure of a month down; a figure is never negative."""
    subject = region_figures_subject(wish.indicator)
    state = ground.states.get(subject)
    if isinstance(state, RegionFiguresState) and state.frozen:
        return refuse(RefusalReason.NEEDS_NEWER_PROGRAM)
    if wish.value is not None and (not wish.value.is_finite() or wish.value < 0):
        return refuse(RefusalReason.BAD_VALUE, str(wish.value))
    month = wish.month.replace(day=1)
    body = RegionFigureNoted(month=month, value=wish.value, source=wish.source.strip())
    return (Happening(subject, body, ground.now),)


RULES: Final[Rules] = {
    WriteReport: write,
    AskQuestion: ask,
    AnswerQuestion: answer,
    NoteRegionFigure: note_figure,
}
"""The rule of each wish about this."""
