"""What somebody is to look at, on paper: for a unit that has no program."""

from collections.abc import Mapping
from typing import Final
from uuid import UUID

from kontaktpunkt.domain.paper.printout import ListColumn, ListDocument, ListGroup, PrintFoot
from kontaktpunkt.domain.person.facts import Protection
from kontaktpunkt.domain.person.number import shown
from kontaktpunkt.domain.times import Instant, local_day, to_local
from kontaktpunkt.usecases.concerns.listing import masked
from kontaktpunkt.usecases.concerns.rows import ConcernPage, ConcernRow
from kontaktpunkt.usecases.ports import Word

_COLUMNS: Final = (
    ListColumn(label="Senast", weight=2),
    ListColumn(label="Person", weight=4),
    ListColumn(label="Vad som setts", weight=7),
    ListColumn(label="Tittar", weight=4),
    ListColumn(label="Vårdbegäran", weight=2),
    ListColumn(label="Vad det ledde till", weight=6, write_in=True),
)


def concern_list(
    page: ConcernPage, staff: Mapping[UUID, str], word: Word, foot: PrintFoot
) -> ListDocument:
    """Make the list of what waits; protected persons are masked whoever prints it."""
    rows = [
        row if row.protection is Protection.NONE or row.masked else masked(row)
        for row in page.waiting
    ]
    cells = tuple(_row(row, _looks(row, staff, word), word, page.at) for row in rows)
    return ListDocument(
        title="Ska ses över",
        subtitle=f"Uppgifter från {to_local(page.at):%m-%d %H:%M}.",
        columns=_COLUMNS,
        groups=(ListGroup(title="", rows=cells),) if cells else (),
        foot=foot,
        shred_note="Arbetslista. Förstörs enligt rutin när en ny är uttagen.",
        empty_note="Inget väntar.",
    )


def _looks(row: ConcernRow, staff: Mapping[UUID, str], word: Word) -> str:
    named = (
        staff.get(row.to.staff, "kollega") if row.to.staff is not None else "",
        row.to.unit,
        word(row.to.role) if row.to.role is not None else "",
    )
    return ", ".join(part for part in named if part)


def _row(row: ConcernRow, looks: str, word: Word, now: Instant) -> tuple[str, ...]:
    number = shown(row.number, local_day(now)) if row.number else ""
    who = "Skyddade personuppgifter" if row.masked else row.name
    return (
        f"{row.due:%m-%d}",
        "\n".join(part for part in (who, number, row.unit) if part),
        f"{word(row.about)}: {row.text}" if row.text else word(row.about),
        looks,
        "finns" if row.has_care_request else "saknas",
        "",
    )
