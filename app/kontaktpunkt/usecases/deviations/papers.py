"""A report on its form, and the list of reports, on paper."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from kontaktpunkt.domain.clocks.deviation_due import answer_due, due_from
from kontaktpunkt.domain.events.deviation import DataConsent
from kontaktpunkt.domain.paper.form import Field, FieldKind, FormDefinition
from kontaktpunkt.domain.paper.printout import (
    ListColumn,
    ListDocument,
    ListGroup,
    PaperValue,
    PrintFoot,
)
from kontaktpunkt.domain.person.number import shown
from kontaktpunkt.domain.profile import RuleProfile
from kontaktpunkt.domain.states import DeviationReportState, PersonState
from kontaktpunkt.domain.times import local_day
from kontaktpunkt.usecases.deviations.consent import may_go_along
from kontaktpunkt.usecases.deviations.listing import is_protected, masked
from kontaktpunkt.usecases.deviations.rows import DeviationPage, DeviationRow
from kontaktpunkt.usecases.ports import Word
from kontaktpunkt.usecases.showing.filling import NO, YES, day_of, moment_of

FORM: Final = "R12"
_OTHER: Final = "other"
_POINTS: Final = "deviation.code"
_TICKED: Final = {DataConsent.YES: YES, DataConsent.NO: NO, DataConsent.NOT_ASKED: ""}
_COLUMNS: Final = (
    ListColumn(label="Hände", weight=4),
    ListColumn(label="Det som inte följdes", weight=7),
    ListColumn(label="Motpart", weight=6),
    ListColumn(label="Gäller", weight=5),
    ListColumn(label="Sänd", weight=4),
    ListColumn(label="Svar senast", weight=4),
    ListColumn(label="Noteringar", weight=5, write_in=True),
)


def form_values(
    definition: FormDefinition,
    state: DeviationReportState,
    person: PersonState | None,
    profile: RuleProfile,
    today: date,
) -> Mapping[str, PaperValue]:
    """Fill the form's own fields by what each is entered back as, whatever the form calls it.

    Name and number of the person only with her consent, and never of a protected one.
    """
    fields = [field for block in definition.block for field in block.field]
    boxes = {
        option.key for field in fields if field.back_entry == _POINTS for option in field.options
    }
    said = _said(state, profile, today)
    own = _labels(profile, (one for one in state.content.points if one not in boxes))
    if own:
        said["deviation.text"] = f"{own}. {state.content.description}"
    if person is not None and may_go_along(state.content, person):
        number = person.number
        said["deviation.person_name"] = person.name
        said["deviation.person_number"] = shown(number, today) if number else ""
    values = {field.key: said[field.back_entry] for field in fields if field.back_entry in said}
    for field in fields:
        if field.back_entry == _POINTS:
            values[field.key] = _options(field, state.content.points)
    return values


def _said(state: DeviationReportState, profile: RuleProfile, today: date) -> dict[str, PaperValue]:
    content = state.content
    due = answer_due(state, profile) if state.sent is not None else due_from(today, profile)
    on, at = content.happened_on, content.happened_time
    return {
        "deviation.unit": content.unit,
        "deviation.phone": content.phone,
        "deviation.reporter": content.reporter,
        "deviation.role": content.role,
        "deviation.reported_on": (local_day(state.sent_at) if state.sent_at else today).isoformat(),
        "deviation.counterpart": ", ".join(
            part for part in (content.counterpart, content.counterpart_unit) if part
        ),
        "deviation.address": state.sent.address if state.sent is not None else content.address,
        "deviation.copy_to_mas": content.copy_to_mas,
        "deviation.answer_due": due.isoformat() if due is not None else "",
        "deviation.happened_on": on.isoformat() if on is not None else "",
        "deviation.happened_at": f"{at:%H:%M}" if at is not None else "",
        "deviation.where": content.place,
        "deviation.text": content.description,
        "deviation.consequence": content.consequence,
        "deviation.action": content.action,
        "deviation.consent": _TICKED[content.consent],
    }


def _options(field: Field, points: tuple[str, ...]) -> PaperValue:
    """Tick what the form has; what it lacks is ticked as something else."""
    known = {option.key for option in field.options}
    ticked = [point if point in known else _OTHER for point in points]
    found = tuple(dict.fromkeys(point for point in ticked if point in known))
    return found if field.kind is FieldKind.CHOICES else (found[0] if found else "")


def _labels(profile: RuleProfile, points: Iterable[str]) -> str:
    """Name points of the municipality's own list that the form has no box for."""
    labels = {code.code: code.label for code in profile.deviation_codes}
    return ", ".join(labels.get(point, point) for point in points)


def deviation_list(
    page: DeviationPage, profile: RuleProfile, word: Word, foot: PrintFoot
) -> ListDocument:
    """Make the list of what waits; protected persons are masked whoever prints it."""
    labels = {code.code: code.label for code in profile.deviation_codes}
    today = local_day(page.at)
    groups = tuple(
        ListGroup(
            title=f"{word(rows[0].stage).capitalize()} ({len(rows)})",
            rows=tuple(_row(row, labels, today) for row in rows),
        )
        for rows in (page.to_send, page.answered, page.awaiting)
        if rows
    )
    return ListDocument(
        title="Avvikelser",
        subtitle=f"Uppgifter från {moment_of(page.at)}. Väntar på svar: "
        f"{len(page.awaiting)}, varav sena {page.late(today)}.",
        columns=_COLUMNS,
        groups=groups,
        foot=foot,
        shred_note="Arbetslista. Förstörs enligt rutin när en ny är uttagen.",
        empty_note="Ingen avvikelse väntar.",
    )


def _row(row: DeviationRow, labels: Mapping[str, str], today: date) -> tuple[str, ...]:
    shown_row = masked(row) if is_protected(row) else row
    number = shown(shown_row.number, today) if shown_row.number else ""
    who = "Skyddade personuppgifter" if shown_row.masked else shown_row.name
    late = " (sent)" if row.is_late(today) else ""
    return (
        row.happened_on.isoformat() if row.happened_on else "",
        ", ".join(labels.get(point, point) for point in row.points),
        row.other_side,
        "\n".join(part for part in (who, number) if part),
        day_of(row.sent_at),
        f"{row.due.isoformat()}{late}" if row.due is not None else "",
        "",
    )
