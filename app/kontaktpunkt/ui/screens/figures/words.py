"""The rows that the screen of key figures shows, as texts."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from kontaktpunkt.domain.figures.figure import Figure, FigureValue, Shape, Split
from kontaktpunkt.domain.figures.slices import (
    Slice,
    Step,
    along,
    group_shape,
    groups,
    limit_of,
    step_of,
)
from kontaktpunkt.domain.person.number import shown
from kontaktpunkt.domain.profile import RuleProfile
from kontaktpunkt.domain.times import Instant, local_day, to_local
from kontaktpunkt.ui.screens.figures.chart import Bar, Mark
from kontaktpunkt.usecases.figures.rows import FigureCase, FigurePage
from kontaktpunkt.wording.figures.saying import (
    NOBODY,
    amount,
    decimal,
    group_name,
    slice_value,
    value,
)
from kontaktpunkt.wording.words import word

_MONTHS: Final = (
    "jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec",
)  # fmt: skip
_PROTECTED: Final = "Skyddade personuppgifter"
FIGURES: Final = ("Nyckeltal", "Värde")
SLICES: Final = ("Period", "Värde", "Personer")
CASES: Final = ("Person", "Sjukhus, avdelning", "Räknas den", "Bidrar med", "Grupp")


def figure_rows(page: FigurePage) -> list[tuple[str, ...]]:
    """Give a row for each figure."""
    return [(word(one.figure), NOBODY if one.gap else value(one)) for one in page.figures.values()]


def slice_rows(
    figure: FigureValue, profile: RuleProfile | None
) -> tuple[list[tuple[str, ...]], list[Bar], list[Slice]]:
    """Give the groups of a figure as rows and as bars."""
    return _both(
        group_shape(figure),
        list(groups(figure, limit_of(profile))),
        lambda one: _group(figure, one, profile),
    )


def time_rows(
    figure: FigureValue, profile: RuleProfile | None
) -> tuple[list[tuple[str, ...]], list[Bar], list[Slice]]:
    """Give the pieces of the period as rows and as bars."""
    step = step_of(figure.period)
    return _both(
        figure.shape,
        list(along(figure, limit_of(profile))),
        lambda one: piece_name(one.period.first, step),
    )


def _both(
    shape: Shape, slices: list[Slice], name: Callable[[Slice], str]
) -> tuple[list[tuple[str, ...]], list[Bar], list[Slice]]:
    rows: list[tuple[str, ...]] = []
    bars: list[Bar] = []
    for one in slices:
        said = slice_value(one, shape)
        rows.append((name(one), said, "" if one.withheld else str(one.persons)))
        shown_value = None if one.withheld else one.value
        bars.append(Bar(name(one), shown_value, f"{name(one)}: {said}"))
    return rows, bars, slices


def _group(figure: FigureValue, one: Slice, profile: RuleProfile | None) -> str:
    return group_name(figure.shape.split, one.key, profile)


def piece_name(first: date, step: Step) -> str:
    """Say a piece of a period where there is little room: "3/3", "v 10", "mar 26"."""
    match step:
        case Step.DAY:
            return f"{first.day}/{first.month}"
        case Step.WEEK:
            return f"v {first.isocalendar().week}"
        case Step.MONTH:
            return f"{_MONTHS[first.month - 1]} {first:%y}"


def marks_of(page: FigurePage, figure: Figure) -> list[Mark]:
    """Give the lines to read a figure by: goal and comparison, only where they are confirmed."""
    if figure is Figure.MEAN_DAYS and isinstance(page.goal.value, Decimal):
        return [Mark(page.goal.value, f"mål {decimal(page.goal.value)}")]
    if figure is Figure.HOME_WITHIN_DAY and isinstance(page.comparison.value, Decimal):
        compared = page.comparison.value
        return [Mark(compared, f"jämförelse {decimal(compared)} %", dashed=True)]
    return []


def case_rows(
    figure: FigureValue, lines: Sequence[FigureCase], profile: RuleProfile | None, now: Instant
) -> list[tuple[str, ...]]:
    """Give the cases behind a figure."""
    return [_case_row(figure, one, profile, now) for one in lines]


def _case_row(
    figure: FigureValue, one: FigureCase, profile: RuleProfile | None, now: Instant
) -> tuple[str, ...]:
    split = figure.shape.split
    group = group_name(split, one.group, profile) if split is not Split.NOTHING else ""
    return (_person(one, now), _place(one), one.on.isoformat(), amount(figure, one.amount), group)


def _person(one: FigureCase, now: Instant) -> str:
    if one.row is None:
        return f"kl {to_local(Instant(int(one.detail))):%H:%M}" if one.detail.isdigit() else ""
    if one.row.masked:
        return _PROTECTED
    number = shown(one.row.number, local_day(now)) if one.row.number else ""
    return ", ".join(part for part in (one.row.name, number) if part)


def _place(one: FigureCase) -> str:
    if one.row is None:
        return ""
    return ", ".join(part for part in (one.row.hospital, one.row.ward) if part)
