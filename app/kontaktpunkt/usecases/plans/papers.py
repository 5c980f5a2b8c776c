"""A week of SIP on paper: to put on a wall that others read, so protected persons are masked."""

from typing import Final

from kontaktpunkt.domain.paper.printout import ListColumn, ListDocument, ListGroup, PrintFoot
from kontaktpunkt.domain.person.number import shown
from kontaktpunkt.domain.times import Instant, local_day, to_local
from kontaktpunkt.usecases.plans.rows import AwaitsSummons, PlanEntry, PlanWeek
from kontaktpunkt.usecases.ports import Word
from kontaktpunkt.usecases.rows import CaseRow

_DAYS: Final = ("Måndag", "Tisdag", "Onsdag", "Torsdag", "Fredag", "Lördag", "Söndag")
_CONSENT: Final = {True: "ja", False: "nej", None: "inte tillfrågad"}
_COLUMNS: Final = (
    ListColumn(label="Tid", weight=2),
    ListColumn(label="Person", weight=4),
    ListColumn(label="Form, plats", weight=4),
    ListColumn(label="Deltar", weight=6),
    ListColumn(label="Samtycke", weight=2),
    ListColumn(label="Avdelning, telefon", weight=4),
    ListColumn(label="Ansvarig", weight=3),
)


def plan_list(week: PlanWeek, word: Word, foot: PrintFoot) -> ListDocument:
    """Make the list of a week; who is to be summoned stands last, with the day."""
    groups = [
        ListGroup(
            title=f"{_DAYS[day.day.weekday()]} {day.day.isoformat()}"
            + (", ledig dag" if day.is_free else ""),
            rows=tuple(_row(entry, word, week.at) for entry in day.entries),
        )
        for day in week.days
        if day.entries
    ]
    if week.untimed:
        rows = tuple(_waits(case, "tid saknas", week.at) for case in week.untimed)
        groups.append(ListGroup(title="Kallade, tid saknas", rows=rows))
    if week.awaiting:
        rows = tuple(_awaits(one, week.at) for one in week.awaiting)
        groups.append(ListGroup(title="Väntar på regionens kallelse", rows=rows))
    first, last = week.days[0].day, week.days[-1].day
    return ListDocument(
        title=f"SIP {first.isoformat()} till {last.isoformat()}",
        subtitle=f"{week.unit or 'Alla enheter'}. Uppgifter från {to_local(week.at):%m-%d %H:%M}.",
        columns=_COLUMNS,
        groups=tuple(groups),
        foot=foot,
        shred_note="Arbetslista. Förstörs enligt rutin när veckan är slut.",
        empty_note="Inga möten.",
    )


def _row(entry: PlanEntry, word: Word, now: Instant) -> tuple[str, ...]:
    times = f"{to_local(entry.at):%H:%M}–{to_local(entry.ends_at):%H:%M}"
    marks = (times, word(entry.standing), "krock" if entry.clash else "")
    form = word(entry.form) if entry.form is not None else entry.form_words
    case = entry.case
    return (
        "\n".join(mark for mark in marks if mark),
        _person(case, now),
        "\n".join(part for part in (form, entry.place) if part),
        ", ".join(entry.participants),
        _CONSENT[entry.consent],
        _ward(case),
        case.responsible_name or "ingen",
    )


def _waits(case: CaseRow, what: str, now: Instant) -> tuple[str, ...]:
    return (what, _person(case, now), "", "", "", _ward(case), case.responsible_name or "ingen")


def _awaits(one: AwaitsSummons, now: Instant) -> tuple[str, ...]:
    return _waits(one.case, f"senast {one.due:%m-%d}", now)


def _person(case: CaseRow, now: Instant) -> str:
    if case.masked:
        return "Skyddade personuppgifter"
    number = shown(case.number, local_day(now)) if case.number else ""
    return "\n".join(part for part in (case.name, number, case.unit) if part)


def _ward(case: CaseRow) -> str:
    return "\n".join(part for part in (case.ward, case.hospital, case.ward_phone) if part)
