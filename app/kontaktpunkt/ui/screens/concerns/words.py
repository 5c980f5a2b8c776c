"""What a concern says, in words."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from kontaktpunkt.domain.times import Instant, local_day
from kontaktpunkt.ui.widgets.grouped_table import GroupLine, heading
from kontaktpunkt.usecases.concerns.rows import ConcernPage, ConcernRow
from kontaktpunkt.wording.names import identity, person_name, receiver_name
from kontaktpunkt.wording.times import clock, day, when
from kontaktpunkt.wording.words import word

COLUMNS = ("Senast", "Person · hos oss", "Vad som setts", "Vem tittar", "Vårdbegäran")
WEIGHTS = (9, 16, 28, 15, 12)
_WIDE = 46
"""So many letters to a line of what was seen; the whole is its tip."""


def concern_lines(page: ConcernPage, staff: Mapping[UUID, str]) -> list[GroupLine]:
    """Say what waits, and what was settled within a month."""
    now = page.at
    lines = [heading(f"Väntar ({len(page.waiting)})")] if page.waiting else []
    lines += [_line(row, now, staff) for row in page.waiting]
    if page.settled:
        lines.append(heading(f"Översett den senaste månaden ({len(page.settled)})"))
        lines += [_line(row, now, staff) for row in page.settled]
    return lines


def state_words(page: ConcernPage) -> str:
    """Say how many wait, how many are late, and from when."""
    late = page.late(local_day(page.at))
    said = f", {late} {'sen' if late == 1 else 'sena'}" if late else ""
    return f"{len(page.waiting)} väntar{said}. Uppgifter från {clock(page.at)}."


def _line(row: ConcernRow, now: Instant, staff: Mapping[UUID, str]) -> GroupLine:
    today = local_day(now)
    settled = row.settled_at
    due = day(row.due, today) if settled is None else when(settled, now)
    late = settled is None and row.due < today
    is_today = settled is None and row.due == today
    seen = "\n".join((word(row.about), *_broken(row.outcome or row.text)))
    raised = f"{row.raised_by_name}, {when(row.raised_at, now)}".lstrip(", ")
    return GroupLine(
        cells=(
            f"{due}\nsent" if late else due,
            _person(row, today),
            seen,
            f"{receiver_name(row.to, staff)}\nfrån {raised}",
            "finns" if row.has_care_request else "saknas",
        ),
        key=row.concern,
        look="wrong" if late else "today" if is_today else "soft" if settled is not None else "",
        tips=("", "", "\n".join(part for part in (row.text, row.outcome) if part)),
    )


def _person(row: ConcernRow, today: date) -> str:
    number = "" if row.masked else identity(row.number, row.birth_date, today, whole=False)
    parts = (person_name(row.name, masked=row.masked), number.replace("född ", "f. "), row.unit)
    return "\n".join(part for part in parts if part)


def _broken(text: str) -> list[str]:
    """Break a text into two lines; what is more stands in the tip."""
    if len(text) <= _WIDE:
        return [text] if text else []
    cut = text.rfind(" ", 0, _WIDE)
    cut = cut if cut > 0 else _WIDE
    return [text[:cut], text[cut:].strip()]
