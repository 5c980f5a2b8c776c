"""Folds of reports, questions to the process leaders, and the region's figures."""

from msgspec.structs import replace

from kontaktpunkt.domain.events.report import (
    QuestionAnswered,
    QuestionAsked,
    RegionFigureNoted,
    ReportWritten,
)
from kontaktpunkt.domain.fold.story import Story
from kontaktpunkt.domain.states.report import (
    QuestionState,
    RegionFigure,
    RegionFiguresState,
    ReportState,
    ReportVersion,
)


def fold_report(story: Story) -> ReportState:
    """Fold a report: each writing that stands is a version."""
    return ReportState(
        versions=tuple(
            ReportVersion(event.body, event.envelope.at, event.envelope.by)
            for event in story.told
            if isinstance(event.body, ReportWritten)
        ),
        frozen=story.frozen,
    )


def fold_question(story: Story) -> QuestionState:
    """Fold a question; a later answer replaces the one before."""
    state = QuestionState(frozen=story.frozen)
    for event in story.told:
        envelope = event.envelope
        match event.body:
            case QuestionAsked(text=text, report=report):
                state = replace(
                    state, text=text, report=report, asked_at=envelope.at, asked_by=envelope.by
                )
            case QuestionAnswered(answer=answer, answered_by=who):
                state = replace(state, answer=answer, answered_by=who, answered_at=envelope.at)
            case _:
                pass
    return state


def fold_region_figures(story: Story) -> RegionFiguresState:
    """Fold the region's figures: what was written last of a month holds."""
    months: dict[object, RegionFigure] = {}
    for event in story.told:
        if isinstance(event.body, RegionFigureNoted):
            body, envelope = event.body, event.envelope
            months.pop(body.month, None)
            if body.value is not None:
                months[body.month] = RegionFigure(
                    body.month, body.value, envelope.at, envelope.by, body.source
                )
    figures = tuple(sorted(months.values(), key=lambda one: one.month))
    return RegionFiguresState(figures=figures, frozen=story.frozen)
