"""The table of causes in words: a row for each, a column for each month."""

from datetime import date
from typing import Final
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.profile.shapes import Code
from kontaktpunkt.domain.times import Instant, local_day
from kontaktpunkt.ui.widgets.grouped_table import GroupLine, heading
from kontaktpunkt.usecases.causes.rows import CausePage, TriedBefore
from kontaktpunkt.usecases.rows import CaseRow
from kontaktpunkt.wording.names import identity, person_name
from kontaktpunkt.wording.times import clock, planned

MONTHS: Final = 12
_NAMES: Final = ("jan", "feb", "mars", "apr", "maj", "juni", "juli")
_LATER: Final = ("aug", "sep", "okt", "nov", "dec")
TRIED: Final = {
    TriedBefore.NURSE_ASSESSED: "Bedömd av sjuksköterska före",
    TriedBefore.DOCTOR_ASKED: "Läkare tillfrågad före",
    TriedBefore.PLACE_TRIED: "Sviktplats prövad",
}
NOT_NOTED: Final = "ingen orsak noterad"
CASE_COLUMNS: Final = ("Inskriven", "Person · hos oss", "Avdelning", "Ansvarig")
CASE_WEIGHTS: Final = (12, 20, 20, 12)


class OfNumbers(Struct, frozen=True):
    """A row of the table: its name, and the cases of each of its numbers."""

    name: str
    cases: tuple[tuple[UUID, ...], ...]


def columns(page: CausePage) -> tuple[str, ...]:
    """Name the months; January with its year."""
    names = (*_NAMES, *_LATER)
    said = (
        names[month.month - 1] + (f" {month.year % 100}" if month.month == 1 else "")
        for month in page.months
    )
    return ("Orsak", *said, "I allt")


def table_lines(page: CausePage, codes: tuple[Code, ...]) -> list[GroupLine]:
    """Say the causes, all of them together, and what was tried before."""
    labels = {one.code: one.label for one in codes}
    lines = [heading("Inskrivna, efter orsak")]
    for count in page.causes:
        name = labels.get(count.code, count.code) or NOT_NOTED
        numbers = tuple(_number(len(cases)) for cases in count.cases)
        lines.append(
            GroupLine((name, *numbers, _number(count.total)), OfNumbers(name, count.cases))
        )
    whole = tuple(
        tuple(case for count in page.causes for case in count.cases[place])
        for place in range(len(page.months))
    )
    totals = tuple(_number(count) for count in page.admitted)
    named = ("Inskrivna i allt", *totals, _number(sum(page.admitted)))
    lines += [GroupLine(named, OfNumbers("inskrivna", whole)), heading("Prövat före: ja av svar")]
    for count in page.tried:
        numbers = tuple(
            f"{len(yes)} av {answered}" if answered else "·"
            for yes, answered in zip(count.yes, count.answered, strict=True)
        )
        every = f"{sum(map(len, count.yes))} av {sum(count.answered)}"
        name = TRIED[count.tried]
        lines.append(GroupLine((name, *numbers, every), OfNumbers(name, count.yes)))
    return lines


def case_lines(rows: tuple[CaseRow, ...], now: Instant) -> list[GroupLine]:
    """Say the cases behind a number."""
    today = local_day(now)
    return [
        GroupLine(
            (
                "" if row.admitted_at is None else planned(row.admitted_at, now),
                _person(row, today),
                "\n".join(part for part in (row.ward, row.hospital) if part),
                row.responsible_name or "ingen",
            ),
            row.case,
        )
        for row in rows
    ]


def state_words(page: CausePage) -> str:
    """Say how many admissions, for how many a cause is noted, and from when."""
    admitted = sum(page.admitted)
    without = next((one.total for one in page.causes if not one.code), 0)
    return (
        f"{admitted} inskrivna, orsak noterad för {admitted - without}. "
        f"Uppgifter från {clock(page.at)}."
    )


def _number(count: int) -> str:
    return f"{count}" if count else "·"


def _person(row: CaseRow, today: date) -> str:
    number = "" if row.masked else identity(row.number, row.birth_date, today, whole=False)
    who = person_name(row.name, masked=row.masked)
    return "\n".join(part for part in (who, number.replace("född ", "f. "), row.unit) if part)
