"""How an exercise went: what was entered against the script, and how long each paper took."""

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.events.sheet import EnteredValue
from kontaktpunkt.domain.exercise.judging import (
    ExercisePaper,
    WrittenFields,
    judge,
    share_out,
)
from kontaktpunkt.domain.exercise.scenario import ExerciseCall, ExerciseScenario, Written
from kontaktpunkt.domain.paper.exercise_number import show_number
from kontaktpunkt.domain.paper.form import Field, FormDefinition, fields_of
from kontaktpunkt.domain.states import OutageState, SheetState
from kontaktpunkt.usecases.exercise.rows import ExerciseLine, ExerciseResult
from kontaktpunkt.usecases.outages.account import median
from kontaktpunkt.usecases.outages.page import Names, Sheets

_Forms = Mapping[str, Sequence[Field]]


class _Paper(Struct, frozen=True):
    """A paper that has been entered: its number, how it stands, what was written."""

    number: str
    state: SheetState
    written: WrittenFields


def result_of(
    scenario: ExerciseScenario,
    state: OutageState,
    sheets: Sheets,
    forms: Iterable[FormDefinition],
    names: Names,
) -> ExerciseResult:
    """Hold every paper that was entered in an exercise against the script of its day."""
    known = {form.number: fields_of(form) for form in forms}
    papers = {
        one.sheet: _Paper(one.number, sheets[one.sheet], written_of(sheets[one.sheet]))
        for one in state.sheets
        if one.sheet in sheets and sheets[one.sheet].entry is not None
    }
    found = share_out(scenario.call, _judged_papers(papers), known)
    lines = tuple(_line(call, found.get(call.key), papers, known, names) for call in scenario.call)
    return ExerciseResult(
        title=scenario.title,
        lines=lines,
        stray=tuple(
            show_number(paper.number)
            for sheet, paper in papers.items()
            if sheet not in found.values()
        ),
        to_enter=median(one.to_enter for one in lines if one.to_enter is not None),
        to_settle=median(one.to_settle for one in lines if one.to_settle is not None),
    )


def written_of(sheet: SheetState) -> WrittenFields:
    """Give what was entered of a paper, by field; a choice as the key of its box."""
    entry = sheet.entry
    return {one.key: _one(one) for one in entry.said.values} if entry is not None else {}


def _one(value: EnteredValue) -> Written:
    if value.ticked:
        return True
    return value.text or ", ".join(value.chosen)


def _judged_papers(papers: Mapping[UUID, _Paper]) -> Iterable[ExercisePaper]:
    for sheet, paper in papers.items():
        form = paper.state.issued.form if paper.state.issued is not None else ""
        yield ExercisePaper(sheet=sheet, form=form, written=paper.written)


def _line(
    call: ExerciseCall,
    sheet: UUID | None,
    papers: Mapping[UUID, _Paper],
    forms: _Forms,
    names: Names,
) -> ExerciseLine:
    if sheet is None:
        return ExerciseLine(call=call)
    paper = papers[sheet]
    entry, settled = paper.state.entry, paper.state.settled_at
    assert entry is not None, "only papers that were entered are held against it"  # noqa: S101 - ours
    return ExerciseLine(
        call=call,
        sheet=sheet,
        number=paper.number,
        fields=judge(call, forms.get(call.form, ()), paper.written),
        to_enter=max(entry.noted_at - paper.state.issued_at, 0),
        to_settle=max(settled - entry.noted_at, 0) if settled is not None else None,
        entered_by_name=names.get(entry.by, "") if entry.by is not None else "",
    )
