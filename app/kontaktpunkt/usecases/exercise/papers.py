"""An exercise on paper: the script for who leads it, and how it went as a part of the protocol."""

from kontaktpunkt.domain.exercise.judging import judge
from kontaktpunkt.domain.exercise.scenario import ExerciseCall, ExerciseScenario
from kontaktpunkt.domain.paper.exercise_number import show_number
from kontaktpunkt.domain.paper.form import FormDefinition, fields_of
from kontaktpunkt.domain.paper.printout import ListColumn, PrintFoot
from kontaktpunkt.domain.paper.sections import Section, SectionDocument, SectionTable
from kontaktpunkt.usecases.exercise.rows import ExerciseLine, ExerciseResult
from kontaktpunkt.usecases.outages.spans import span

_RESULT = (
    ListColumn(label="Samtal", weight=5),
    ListColumn(label="Nr", weight=4),
    ListColumn(label="Rätt", weight=2),
    ListColumn(label="Fel fält", weight=9),
    ListColumn(label="Till införd", weight=3),
    ListColumn(label="Till klar", weight=3),
)
_DUMMIES = (
    ListColumn(label="Övningsperson", weight=4),
    ListColumn(label="Nummer", weight=3),
    ListColumn(label="Hos oss", weight=4),
    ListColumn(label="På sjukhus när övningen börjar", weight=6),
)
_KEPT = "Bara för den som leder övningen: här står de rätta svaren."


def script(
    scenario: ExerciseScenario, forms: dict[str, FormDefinition], foot: PrintFoot
) -> SectionDocument:
    """Make the script for who leads the exercise: whom it is about, each call with its facit."""
    rows = tuple(
        (
            one.name,
            one.number,
            one.unit,
            ", ".join(part for part in (one.hospital, one.ward) if part) or "nej",
        )
        for one in scenario.dummy
    )
    return SectionDocument(
        title=f"Övning: {scenario.title}",
        subtitle=f"Manus för övningsledaren. Tar ungefär {scenario.minutes} minuter.",
        sections=(
            Section(title="Så går det till", sentences=(scenario.told,)),
            Section(title="Vilka det gäller", table=SectionTable(columns=_DUMMIES, rows=rows)),
            *(_call(call, forms.get(call.form)) for call in scenario.call),
        ),
        foot=foot,
        kept_note=_KEPT,
    )


def _call(call: ExerciseCall, form: FormDefinition | None) -> Section:
    fields = fields_of(form) if form is not None else ()
    right = "; ".join(f"{one.label}: {one.right}" for one in judge(call, fields, {}))
    title = f"{form.number} {form.title}" if form is not None else call.form
    return Section(
        title=f"Samtal {call.key}, efter {call.after_minutes} minuter",
        facts=(
            ("Den som ringer", ", ".join(part for part in (call.caller, call.phone) if part)),
            ("Säger", call.says),
            ("Hör hemma på", title),
            ("Rätt svar", right),
        ),
    )


def result_section(found: ExerciseResult) -> Section:
    """Say how it went: each call with its wrong fields and its time, and papers that fit none."""
    missed = f"{found.without_paper} samtal blev ingen införd blankett."
    told = [
        f"{found.title}: {found.right} av {found.judged} fält rätt.",
        missed if found.without_paper else "Alla samtal är införda.",
        f"Införda men hör inte till något samtal: {', '.join(found.stray)}." if found.stray else "",
        f"Från utlämnad till införd {span(found.to_enter)} (median)."
        if found.to_enter is not None
        else "",
    ]
    return Section(
        title="Övningens resultat",
        sentences=(" ".join(part for part in told if part),),
        table=SectionTable(columns=_RESULT, rows=tuple(map(_row, found.lines))),
    )


def _row(line: ExerciseLine) -> tuple[str, ...]:
    what = f"{line.call.key}. {line.call.form}, {line.call.caller}"
    if line.sheet is None:
        return (what, "–", "–", "ingen införd blankett", "–", "–")
    wrong = "; ".join(
        f"{one.label}: skrev {one.written or 'inget'}, rätt {one.right}" for one in line.wrong
    )
    return (
        what,
        show_number(line.number),
        f"{len(line.fields) - len(line.wrong)} av {len(line.fields)}",
        wrong or "inga",
        span(line.to_enter) if line.to_enter is not None else "–",
        span(line.to_settle) if line.to_settle is not None else "–",
    )
