"""What the tables of Vem gör vad say, as rows of words."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from kontaktpunkt.domain.profile import (
    Cover,
    DayKind,
    DutyKind,
    DutyPiece,
    Manning,
    PlanningStep,
    RuleProfile,
    StepMatrix,
)
from kontaktpunkt.domain.times import Instant, to_local
from kontaktpunkt.ui.screens.duty.table import Cell
from kontaktpunkt.usecases.duty.rows import CheckRow, DutyDay, DutyPage, Look, WatchDay
from kontaktpunkt.wording.duty import (
    NOT_CONFIRMED,
    holiday_name,
    hours_words,
    kind_of_day,
    manning_words,
)
from kontaktpunkt.wording.times import clock, day, when
from kontaktpunkt.wording.words import kind_name, word

Rows = list[list[Cell]]
EVERYBODY: Final = "Alla"
NOBODY: Final = "Ingen utsedd"
_DASH: Final = "–"
_END_OF_DAY: Final = "24:00"


def kind_heading(kind: DayKind) -> str:
    """Name a kind of day on its tab."""
    return word(kind).capitalize()


def now_words(page: DutyPage, system: str, now: Instant) -> list[str]:
    """Say who answers and who watches now, until when."""
    phone = manning_words(page.phone_now)
    if page.phone_until is not None:
        phone += f" till {clock(page.phone_until)}"
    elif page.phone_opens is not None:
        phone += f". Telefontid {when(page.phone_opens, now)}"
    return [f"Telefonen: {phone}", f"{system}: {manning_words(page.watch.watch_now)}"]


def matrix_heads(matrix: StepMatrix) -> list[str]:
    """Give the heads of the table of steps: the roles."""
    roles = [word(role).capitalize() if role else EVERYBODY for role in matrix.roles]
    return ["Meddelande", *roles]


def matrix_rows(matrix: StepMatrix, profile: RuleProfile) -> Rows:
    """Give a row for each message, with the steps of each role."""
    rows: Rows = []
    for row in matrix.rows:
        head = kind_name(row.message, profile) if row.message else "Utan meddelande"
        cells = [Cell(_steps(cell) or _DASH, "" if cell else "soft") for cell in row.cells]
        if row.left_out and not any(row.cells) and cells:
            cells[0] = Cell(" ".join(row.left_out), "soft")
        rows.append([Cell(head, "strong"), *cells])
    return rows


def _steps(steps: Sequence[PlanningStep]) -> str:
    return "\n".join(one.label for one in steps)


def notes_of(matrix: StepMatrix) -> str:
    """Give the notes of the table, each once, after the step that it is about."""
    steps = [step for row in matrix.rows for cell in row.cells for step in cell if step.note]
    found: dict[str, list[str]] = {}
    for step in steps:
        labels = found.setdefault(step.note, [])
        labels += [] if step.label in labels else [step.label]
    return "\n".join(f"{' · '.join(labels)}: {note}" for note, labels in found.items())


def piece_rows(pieces: Sequence[DutyPiece], now: Instant | None) -> Rows:
    """Give a row for each piece of a day; the one that it is now is marked with a word."""
    rows: Rows = []
    for place, piece in enumerate(pieces):
        is_now = now is not None and piece.begins <= now < piece.ends
        last = place == len(pieces) - 1
        ends = _END_OF_DAY if last else clock(piece.ends)
        span = f"{clock(piece.begins)}–{ends}" + ("  ◂ nu" if is_now else "")
        rows.append(
            [
                Cell(span, "strong" if is_now else ""),
                _manning(piece.phone, is_now=is_now),
                _manning(piece.watch, is_now=is_now),
            ]
        )
    return rows


def _manning(manning: Manning, *, is_now: bool) -> Cell:
    if manning.cover is Cover.NAMED:
        return Cell(manning_words(manning), "strong" if is_now else "")
    return Cell(manning_words(manning), "soft")


def week_rows(week: Sequence[DutyDay], today: date) -> Rows:
    """Give a row for each day ahead; what nobody is named for stands in words."""
    rows: Rows = []
    for one in week:
        look = "today" if one.on.day == today else "strong"
        named = f"{day(one.on.day, today).capitalize()}\n{kind_of_day(one.on)}"
        cells = [
            Cell(NOBODY, look) if duty in one.missing else Cell(hours_words(hours))
            for duty, hours in ((DutyKind.PHONE, one.phone), (DutyKind.WATCH, one.watch))
        ]
        rows.append([Cell(named), *cells])
    return rows


def log_rows(log: Sequence[WatchDay], now: Instant, today: date) -> Rows:
    """Give a row for each day that has been: what was expected and who looked."""
    rows: Rows = []
    for one in log:
        looks = [_check(row) for row in one.checks if row.check.due <= now or row.look]
        looks += [
            f"{_look(look)} (utöver)" if one.checks else _look(look) for look in one.other_looks
        ]
        missed = sum(row.missed for row in one.checks)
        said = "; ".join(looks) or ("ingen väntad" if not one.checks else _DASH)
        count = f"{missed} missad" + ("e" if missed > 1 else "") if missed else _DASH
        is_today = one.on.day == today
        rows.append(
            [
                Cell(f"{day(one.on.day, today).capitalize()}"),
                Cell(said, "" if looks else "soft"),
                Cell(
                    count,
                    ("wrong" if is_today and _is_open(one, now) else "strong")
                    if missed
                    else "soft",
                ),
            ]
        )
    return rows


def _is_open(one: WatchDay, now: Instant) -> bool:
    """Say whether the last check that was due is still unmade: then somebody must look now."""
    due = [row for row in one.checks if row.check.due <= now]
    return bool(due) and due[-1].missed and due[-1].look is None


def _check(row: CheckRow) -> str:
    due = clock(row.check.due)
    if row.look is not None:
        return _look(row.look) + (f", väntad {due}" if row.missed else "")
    return f"{due} missad" if row.missed else f"{due} väntas"


def _look(look: Look) -> str:
    by = f" {look.by_name}" if look.by_name else ""
    found = ", nytt" if look.found_new else ""
    note = f" ({look.note})" if look.note else ""
    return f"{to_local(look.at):%H:%M}{by}{found}{note}"


def next_words(page_kind: DayKind, page: DutyPage, today: date) -> str:
    """Say which day the hours are shown for: today, or the next day of the kind."""
    found = next((one for one in page.kinds if one.kind is page_kind), None)
    if found is None or found.next_day is None:
        return "Ingen sådan dag det närmaste året."
    on = found.next_day
    name = holiday_name(on.major) or on.name
    named = f" ({name})" if name and name != "Söndag" else ""
    return f"Timme för timme, {day(on.day, today)}{named}"


def unconfirmed_words(kind: DayKind) -> str:
    """Say that the table is silent about a kind of day."""
    return f"Rolltabellen säger inget om {word(kind)}: {NOT_CONFIRMED}."


def key_words(key: str, system: str) -> str:
    """Name a rule of duty."""
    family = key.partition(".")[0]
    return {
        "phone_hours": "telefontid",
        "inbox_watch_hours": f"bevakning av {system}",
        "phone_otherwise": "telefon övrig tid",
        "watch_otherwise": f"{system} övrig tid",
        "inbox_checks_per_day": f"hur ofta {system} bevakas",
        "steps": "rolltabellen",
    }[family]
