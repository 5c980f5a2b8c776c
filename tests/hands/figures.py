"""Invented key figures for driving screens."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from kontaktpunkt.domain.figures.days_after_ready import WEEKDAY
from kontaktpunkt.domain.figures.figure import SHAPES, Figure, FigureValue, Part, Split
from kontaktpunkt.domain.figures.spell import Period
from kontaktpunkt.usecases.figures.reading import LINE
from kontaktpunkt.usecases.figures.rows import KeyLine

MARCH = Period(date(2026, 3, 1), date(2026, 3, 3))

_GROUPS = {Split.DAY_KIND: WEEKDAY}


def a_value(figure: Figure, *amounts: int) -> FigureValue:
    """Give a figure of so many people, each putting in one amount."""
    parts = tuple(
        Part(
            on=MARCH.first,
            amount=amount,
            case=UUID(int=nth),
            person=UUID(int=100 + nth),
            group=_GROUPS.get(SHAPES[figure].split, ""),
        )
        for nth, amount in enumerate(amounts, start=1)
    )
    return FigureValue(figure=figure, period=MARCH, parts=parts)


A_KEY_LINE = KeyLine(
    figures={figure: a_value(figure, 1, 1, 0) for figure in LINE},
    goal=Decimal("1.7"),
    comparison=Decimal(74),
)
