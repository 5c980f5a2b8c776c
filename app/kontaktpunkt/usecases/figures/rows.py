"""What the screen of key figures gets: values with their cases, ready to paint."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from msgspec import Struct

from kontaktpunkt.domain.figures.figure import Figure, FigureValue
from kontaktpunkt.domain.figures.spell import Period
from kontaktpunkt.domain.profile import ProfileValue
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.rows import CaseRow


class FigurePage(Struct, frozen=True, kw_only=True):
    """All figures of a period, by the rules in force.

    `goal` and `comparison` are held by the profile; `profile` is its title.
    """

    at: Instant
    period: Period
    profile: str
    figures: Mapping[Figure, FigureValue]
    goal: ProfileValue
    comparison: ProfileValue


class FigureCase(Struct, frozen=True, kw_only=True):
    """One line behind a figure: what it put in, and whose it is (None = no case, as a check)."""

    on: date
    amount: int
    group: str = ""
    detail: str = ""
    row: CaseRow | None = None


class FigureCases(Struct, frozen=True, kw_only=True):
    """The cases behind a figure, or behind one group of it."""

    value: FigureValue
    lines: tuple[FigureCase, ...]
    group: str = ""


class KeyLine(Struct, frozen=True, kw_only=True):
    """The four figures above the follow-up list, of this month until now."""

    figures: Mapping[Figure, FigureValue]
    goal: Decimal | None = None
    comparison: Decimal | None = None
