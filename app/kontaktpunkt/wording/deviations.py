"""How reports of deviations are said: one in a list, how far it has come, and counts."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from kontaktpunkt.domain.events.deviation import AlsoConsider
from kontaktpunkt.domain.paper.printout import ListColumn, ListDocument, ListGroup, PrintFoot
from kontaktpunkt.domain.states import DeviationStage
from kontaktpunkt.domain.times import local_day
from kontaktpunkt.usecases.deviations.rows import (
    DeviationCard,
    DeviationCount,
    DeviationCounts,
    DeviationPage,
    DeviationRow,
    NotedRow,
)
from kontaktpunkt.wording.figures.saying import period_name
from kontaktpunkt.wording.names import identity, person_name
from kontaktpunkt.wording.telling import Telling
from kontaktpunkt.wording.times import clock, short_day
from kontaktpunkt.wording.words import word

COLUMNS: Final = ("Hände", "Inte följt", "Motpart", "Gäller", "Läge")
WEIGHTS: Final = (10, 21, 18, 16, 18)
COUNTED: Final = ("Rapporter", "Skickade", "Besvarade", "Sena svar")
_UNKNOWN: Final = "motpart inte skriven"
Group = tuple[str, tuple[tuple[str, DeviationCount], ...]]
"""A heading, and below it what each number counts, with its name."""
PARTS: Final = {
    "place": "var",
    "description": "beskrivningen",
    "consequence": "följd och risk",
    "action": "det vi gjorde genast",
}
_LEX: Final = {AlsoConsider.LEX_SARAH: "lex Sarah", AlsoConsider.LEX_MARIA: "lex Maria"}
NOBODY: Final = "ingen enskild"


def row_cells(row: DeviationRow, today: date, telling: Telling) -> tuple[str, ...]:
    """Say one report in the columns of a list."""
    return (
        short_day(row.happened_on, today) if row.happened_on is not None else "",
        "\n".join(_broken(points_words(row.points, telling))),
        "\n".join(part for part in (row.counterpart, row.counterpart_unit) if part),
        about_words(row, today),
        standing_words(row, today),
    )


def noted_cells(row: NotedRow, today: date, telling: Telling) -> tuple[str, ...]:
    """Say one that was noted and has no report, in the same columns."""
    number = "" if row.masked else identity(row.number, row.birth_date, today, whole=False)
    who = (person_name(row.name, masked=row.masked), number.replace("född ", "f. "))
    return (
        short_day(local_day(row.at), today),
        "\n".join(_broken(telling.deviation(row.code) if row.code else "inte valt")),
        "\n".join(part for part in (row.hospital, row.ward) if part),
        "\n".join(part for part in who if part),
        "noterad\ningen rapport",
    )


def state_words(page: DeviationPage) -> str:
    """Say how many wait for us and for others, and from when."""
    ours = len(page.noted) + len(page.to_send) + len(page.answered)
    late = page.late(local_day(page.at))
    said = f", {late} {'sent' if late == 1 else 'sena'}" if late else ""
    waits = len(page.awaiting)
    return f"{ours} att göra. {waits} svar att vänta på{said}. Uppgifter från {clock(page.at)}."


def points_words(points: Iterable[str], telling: Telling) -> str:
    """Name what was not kept."""
    return ", ".join(telling.deviation(point) for point in points)


def about_words(row: DeviationRow, today: date) -> str:
    """Say whom it is about, if anybody."""
    if row.case is None:
        return NOBODY
    number = "" if row.masked else identity(row.number, row.birth_date, today, whole=False)
    parts = (person_name(row.name, masked=row.masked), number.replace("född ", "f. "))
    return "\n".join(part for part in parts if part)


def standing_words(row: DeviationRow, today: date) -> str:
    """Say how far it has come, and by when the answer is waited for."""
    match row.stage:
        case DeviationStage.TO_SEND:
            return "\n".join(part for part in ("inte skickad", _paper(row)) if part)
        case DeviationStage.AWAITING:
            return "\n".join((*_due(row, today), *_reminded(row, today)))
        case DeviationStage.ANSWERED:
            on = short_day(row.answered_on, today) if row.answered_on is not None else ""
            return f"svar {on}".strip()
        case _:
            ended = short_day(local_day(row.ended_at), today) if row.ended_at is not None else ""
            return f"{word(row.stage)} {ended}".strip()


def _paper(row: DeviationRow) -> str:
    return "på papper" if row.paper else ""


def _due(row: DeviationRow, today: date) -> tuple[str, ...]:
    if row.due is None:
        return ("svarstid ej bekräftad",)
    left, on = (row.due - today).days, short_day(row.due, today)
    if left < 0:
        late = "1 dag" if left == -1 else f"{-left} dagar"
        return (f"svar sent {late}", f"skulle ha kommit {on}")
    count = "sista dagen" if left == 0 else "1 dag kvar" if left == 1 else f"{left} dagar kvar"
    return (f"svar senast {on}", count)


def _reminded(row: DeviationRow, today: date) -> tuple[str, ...]:
    if row.reminded_at is None:
        return ()
    return (f"påmind {short_day(local_day(row.reminded_at), today)}",)


def warning_words(card: DeviationCard) -> str:
    """Say what must be looked at before it goes out: names without consent, another duty."""
    said: list[str] = []
    if card.telling:
        where = ", ".join(PARTS[part] for part in card.telling)
        said.append(
            f"Namn, nummer, adress eller telefon står i {where}, utan samtycke. Ta bort det före "
            "utskicket."
        )
    if card.content.consider:
        lexes = " och ".join(_LEX[one] for one in card.content.consider)
        said.append(f"Överväg {lexes}. Det anmäls för sig, aldrig i den här rapporten.")
    return "\n".join(said)


def _broken(text: str, wide: int = 26) -> list[str]:
    """Break a text into two lines; what is more stands in the tip."""
    if len(text) <= wide:
        return [text] if text else []
    cut = text.rfind(" ", 0, wide)
    cut = cut if cut > 0 else wide
    return [text[:cut], text[cut:].strip()]


def grouped(counts: DeviationCounts, telling: Telling) -> tuple[Group, ...]:
    """Give the counts under their headings, each with its name."""
    sides = {one.counterpart: one.counterpart or _UNKNOWN for one in counts.by_counterpart}
    points = {one.point: telling.deviation(one.point) for one in counts.by_point}
    found = (
        (f"Alla, {period_name(counts.period)}", [("alla rapporter", counts.every)]),
        ("Efter vad som inte följdes", [(points[one.point], one) for one in counts.by_point]),
        ("Efter motpart", [(sides[one.counterpart], one) for one in counts.by_counterpart]),
        (
            "Efter motpart och vad som inte följdes",
            [(f"{sides[one.counterpart]}: {points[one.point]}", one) for one in counts.by_both],
        ),
    )
    return tuple((title, tuple(named)) for title, named in found if named)


def count_cells(count: DeviationCount) -> tuple[str, ...]:
    """Say how many were written, sent, answered and answered late; nought is a point."""
    numbers = (count.reports, count.sent, count.answered, count.late)
    return tuple(str(len(found)) if found else "·" for found in numbers)


def counts_on_paper(counts: DeviationCounts, telling: Telling) -> ListDocument:
    """Make the counts for paper, without names; the desk sets the foot."""
    return ListDocument(
        title=f"Avvikelser {period_name(counts.period)}",
        subtitle="Rapporter efter den dag det hände. Återkallade räknas inte. Utan namn.",
        columns=(
            ListColumn(label="Avvikelser", weight=8),
            *(ListColumn(label=label, weight=2) for label in COUNTED),
        ),
        groups=tuple(
            ListGroup(
                title=title,
                rows=tuple((name, *count_cells(one)) for name, one in found),
            )
            for title, found in grouped(counts, telling)
        ),
        foot=PrintFoot(printed_at="", printed_by=""),
        empty_note="Inga avvikelser.",
    )
