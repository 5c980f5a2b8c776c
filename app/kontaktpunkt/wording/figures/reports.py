"""Reports in words: how a new one begins, filled with figures, and how one is put on paper."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from textwrap import wrap
from typing import Final

from msgspec.structs import replace

from kontaktpunkt.domain.events.report import ReportKind, ReportSection, ReportWritten
from kontaktpunkt.domain.figures.figure import Figure, FigureValue
from kontaktpunkt.domain.figures.slices import at_the_end, groups, is_withheld, limit_of
from kontaktpunkt.domain.figures.spell import Period
from kontaktpunkt.domain.paper.printout import ListColumn, ListDocument, ListGroup, PrintFoot
from kontaktpunkt.domain.profile import RuleProfile
from kontaktpunkt.domain.side import Side
from kontaktpunkt.domain.times import HOUR
from kontaktpunkt.usecases.figures.report_rows import QuestionRow, VersionRow
from kontaktpunkt.usecases.figures.rows import FigurePage
from kontaktpunkt.wording.figures.saying import (
    WITHHELD,
    behind,
    decimal,
    name,
    period_name,
    slice_value,
    value,
)
from kontaktpunkt.wording.times import moment
from kontaktpunkt.wording.words import word

_LONGEST: Final = 1200
_TITLE: Final = 58
"""So many letters have room on one line of the paper."""
_READY: Final = "Utskrivningsklara"
QUESTIONS: Final = "Frågor till processledarna"
_TOLD: Final = (
    Figure.READY_NOW,
    Figure.MEAN_DAYS,
    Figure.MEAN_DAYS_WITHOUT_ZERO,
    Figure.HOME_WITHIN_DAY,
    Figure.LUNCH_MISSES,
    Figure.LIABILITY_DAYS,
    Figure.READY_IN_TIME,
    Figure.READMISSIONS,
    Figure.ACKNOWLEDGE_TIME,
    Figure.WATCH_KEPT,
)
_EMPTY: Final = {
    ReportKind.SURVEY: (
        "Möjligheter och framgångsfaktorer",
        "Genomförda aktiviteter",
        "Planerade aktiviteter (vad, vem, när)",
    ),
    ReportKind.WEEKLY: ("Det som har fungerat", "Det som behöver ändras"),
}


def title_of(kind: ReportKind, period: Period) -> str:
    """Name a new report: "Kartläggning mars 2026", "Veckorapport vecka 10, 2026"."""
    if kind is ReportKind.WEEKLY:
        year, week, _ = period.last.isocalendar()
        return f"Veckorapport vecka {week}, {year}"
    return f"Kartläggning {period_name(period)}"


def draft(
    kind: ReportKind,
    page: FigurePage,
    profile: RuleProfile | None,
    questions: Iterable[QuestionRow] = (),
) -> tuple[ReportSection, ...]:
    """Begin a report: figures and obstacles are filled in, the rest waits for the team."""
    figures = ReportSection("Läget i siffror", _in_figures(page, limit_of(profile)))
    found = page.figures.get(Figure.OBSTACLE_HOURS)
    obstacles = ReportSection(
        "Hinder som fördröjde", _obstacles(found, profile) if found is not None else ""
    )
    parts = [figures, obstacles, *(ReportSection(heading) for heading in _EMPTY[kind])]
    if kind is ReportKind.WEEKLY:
        asked = [one for one in questions if not one.answer]
        parts.append(ReportSection(QUESTIONS, "\n".join(one.text for one in asked)))
    return tuple(parts)


def _in_figures(page: FigurePage, limit: int) -> str:
    lines: list[str] = []
    for figure in _TOLD:
        found = page.figures.get(figure)
        if found is None:
            continue
        if found.asked_on is not None and found.period.last < found.asked_on:
            lines.append(_as_it_ended(found, limit))
            continue
        few = is_withheld(found.parts, limit)
        said = WITHHELD if few else value(found)
        more = "" if few or found.gap is not None else f" ({behind(found)})"
        lines.append(f"{name(found, page.at)}: {said}{more}")
    goal = page.goal.value
    if goal is not None:
        lines.append(f"Mål för dagar i medel: {goal}".replace(".", ","))
    return "\n".join(lines)


def _as_it_ended(figure: FigureValue, limit: int) -> str:
    """Tell what is counted now as it was when a period that is over ended."""
    ended = at_the_end(figure, limit)
    there = replace(figure, parts=ended.parts)
    more = "" if ended.withheld else f" ({behind(there)})"
    head = f"{_READY} {figure.period.last.isoformat()} vid midnatt"
    return f"{head}: {slice_value(ended, figure.shape)}{more}"


def _obstacles(figure: FigureValue, profile: RuleProfile | None) -> str:
    lines: list[str] = []
    for one in groups(figure, limit_of(profile)):
        if one.withheld:
            continue
        hours: dict[str, int] = {}
        for part in one.parts:
            hours[part.detail] = hours.get(part.detail, 0) + part.amount
        ordered = sorted(hours.items(), key=lambda pair: (-pair[1], pair[0]))
        named = ", ".join(f"{_code(code, profile)} {_hours(much)}" for code, much in ordered)
        side = word(Side(one.key))
        lines.append(f"{side[:1].upper()}{side[1:]}: {_hours(one.total)}. {named}")
    return "\n".join(lines) or "Inga hinder är noterade i perioden."


def _hours(microseconds: int) -> str:
    return f"{decimal(Decimal(round(microseconds / HOUR)))} tim"


def _code(code: str, profile: RuleProfile | None) -> str:
    known = profile.obstacle_codes if profile is not None else ()
    return next((one.label for one in known if one.code == code), code or "annat")


def asked_in(sections: Iterable[ReportSection]) -> tuple[str, ...]:
    """Give the questions of a weekly report, each a line, in order and once."""
    lines = [
        line.strip()
        for part in sections
        if part.heading == QUESTIONS
        for line in part.text.splitlines()
    ]
    return tuple(dict.fromkeys(line for line in lines if line))


def on_paper(version: VersionRow) -> ListDocument:
    """Make a report for paper: each part under its heading; the desk sets the foot."""
    written = version.written
    fits = len(written.title) <= _TITLE
    whole = () if fits else (ListGroup(title="Rubrik", rows=((written.title,),)),)
    return ListDocument(
        title=written.title if fits else _name(written),
        subtitle=(
            f"{period_name(Period(written.first, written.last))}. Version {version.number}, "
            f"{moment(version.at)}, {version.by_name}."
        ),
        columns=(ListColumn(label=_name(written), weight=1),),
        groups=whole
        + tuple(
            ListGroup(title=part.heading, rows=tuple((line,) for line in _lines(part.text)))
            for part in written.sections
        ),
        foot=PrintFoot(printed_at="", printed_by=""),
        empty_note="Inget är skrivet.",
        landscape=False,
    )


def _name(written: ReportWritten) -> str:
    said = word(written.report_kind)
    return f"{said[:1].upper()}{said[1:]}"


def _lines(text: str) -> Sequence[str]:
    """Give the paragraphs, none so long that it could not go on a page with others."""
    lines = [piece for line in text.splitlines() for piece in wrap(line, _LONGEST)]
    return lines or ["–"]


def week_before(today: date) -> Period:
    """Give the last whole week, Monday to Sunday."""
    sunday = today - timedelta(days=today.isoweekday())
    return Period(sunday - timedelta(days=6), sunday)
