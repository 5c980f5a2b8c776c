"""Key figures as a file for a spreadsheet and as a list for paper: no names, no small groups."""

import csv
import io
from collections.abc import Iterator, Sequence
from typing import Final

from kontaktpunkt.domain.figures.figure import FigureUnit, FigureValue, Shape, Split
from kontaktpunkt.domain.figures.slices import (
    Slice,
    along,
    group_shape,
    groups,
    is_withheld,
    limit_of,
    step_of,
)
from kontaktpunkt.domain.paper.printout import ListColumn, ListDocument, ListGroup, PrintFoot
from kontaktpunkt.domain.profile import RuleProfile
from kontaktpunkt.usecases.figures.rows import FigurePage
from kontaktpunkt.wording.figures.definitions import definition
from kontaktpunkt.wording.figures.saying import (
    WITHHELD,
    behind,
    by_law,
    group_name,
    name,
    period_name,
    slice_value,
    value,
)
from kontaktpunkt.wording.words import word

_FORMULA: Final = ("=", "+", "-", "@", "\t")
_HEAD: Final = ("nyckeltal", "uppdelning", "del", "värde", "enhet", "personer", "definition")
_COLUMNS: Final = (
    ListColumn(label="Nyckeltal", weight=4),
    ListColumn(label="Värde", weight=2),
    ListColumn(label="Bakom", weight=3),
    ListColumn(label="Så räknas det", weight=9),
)
_OPEN: Final = "Uppgifter utan namn. Små grupper med skyddade personuppgifter visas inte."


def as_csv(page: FigurePage, profile: RuleProfile | None) -> bytes:
    """Give a line for each figure, each group and each piece of the period.

    Semicolons, decimal comma and UTF-8 with mark, as a Swedish spreadsheet reads it.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(["period", page.period.first.isoformat(), page.period.last.isoformat()])
    writer.writerow(["regelprofil", _harmless(page.profile)])
    writer.writerow([])
    writer.writerow(_HEAD)
    for figure in page.figures.values():
        writer.writerows(map(_harmless, row) for row in _rows(figure, profile))
    return out.getvalue().encode("utf-8-sig")


def _rows(figure: FigureValue, profile: RuleProfile | None) -> Iterator[Sequence[str]]:
    name, unit = word(figure.figure), word(figure.shape.unit)
    held = is_withheld(figure.parts, limit_of(profile))
    whole = _number(figure.value, figure.shape.unit)
    meaning = f"{_meaning(figure, profile)}"
    persons = "" if held else str(figure.persons)
    yield (name, "alla", "", WITHHELD if held else whole, unit, persons, meaning)
    if figure.gap is not None:
        return
    if figure.shape.split is not Split.NOTHING:
        split = figure.shape.split
        for one in groups(figure, limit_of(profile)):
            named = (word(split), group_name(split, one.key, profile))
            yield _piece(figure, one, group_shape(figure), named)
    step = word(step_of(figure.period))
    for one in along(figure, limit_of(profile)):
        if one.parts:
            yield _piece(figure, one, figure.shape, (step, one.period.first.isoformat()))


def _piece(figure: FigureValue, one: Slice, shape: Shape, named: tuple[str, str]) -> Sequence[str]:
    unit = shape.unit
    said = WITHHELD if one.withheld else _number(one.value, unit)
    persons = "" if one.withheld else str(one.persons)
    counted = "antal" if shape is not figure.shape else word(unit)
    return (word(figure.figure), *named, said, counted, persons, "")


def _number(number: object, unit: FigureUnit) -> str:
    del unit
    return "" if number is None else f"{number}".replace(".", ",")


def _meaning(figure: FigureValue, profile: RuleProfile | None) -> str:
    days = (profile.count("readmission_days") if profile is not None else None) or 0
    gap = f" {word(figure.gap)}" if figure.gap is not None else ""
    return f"{definition(figure.figure, days)}{by_law(figure)}{gap}"


def _harmless(cell: str) -> str:
    """Keep a cell from becoming a formula in a spreadsheet."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def document(page: FigurePage, profile: RuleProfile | None) -> ListDocument:
    """Make the list of all figures for paper; the desk sets the foot."""
    rows = tuple(
        (
            name(one, page.at),
            WITHHELD if is_withheld(one.parts, limit_of(profile)) else value(one),
            behind(one),
            _meaning(one, profile),
        )
        for one in page.figures.values()
    )
    split = tuple(
        (word(one.figure), said, f"{persons} personer" if persons else "", name)
        for one in page.figures.values()
        for said, persons, name in _split(one, profile)
    )
    return ListDocument(
        title=f"Nyckeltal {period_name(page.period)}",
        subtitle=f"Regelprofil: {page.profile}. {_OPEN}",
        columns=_COLUMNS,
        groups=(
            ListGroup(title="Alla", rows=rows),
            ListGroup(title="Uppdelat", rows=split),
        ),
        foot=PrintFoot(printed_at="", printed_by=""),
        empty_note="Inga nyckeltal.",
    )


def _split(figure: FigureValue, profile: RuleProfile | None) -> Iterator[tuple[str, str, str]]:
    if figure.gap is not None or figure.shape.split is Split.NOTHING:
        return
    for one in groups(figure, limit_of(profile)):
        persons = "" if one.withheld or not one.persons else str(one.persons)
        name = group_name(figure.shape.split, one.key, profile)
        yield slice_value(one, group_shape(figure)), persons, name
