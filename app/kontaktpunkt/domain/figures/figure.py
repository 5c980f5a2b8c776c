"""What a key figure is: how it is measured, in which unit, and the cases that it is made of."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Final
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.figures.spell import Period
from kontaktpunkt.domain.times import HOUR

HUNDREDTH: Final = Decimal("0.01")
_PERCENT: Final = 100


class Figure(StrEnum):
    """The key figures, in the order in which they are shown."""

    READY_NOW = "ready_now"
    READY_OVER_TIME = "ready_over_time"
    MEAN_DAYS = "mean_days"
    MEDIAN_DAYS = "median_days"
    MEAN_DAYS_WITHOUT_ZERO = "mean_days_without_zero"
    MEDIAN_DAYS_WITHOUT_ZERO = "median_days_without_zero"
    HOME_WITHIN_DAY = "home_within_day"
    LUNCH_MISSES = "lunch_misses"
    LIABILITY_DAYS = "liability_days"
    OBSTACLE_HOURS = "obstacle_hours"
    READY_IN_TIME = "ready_in_time"
    READMISSIONS = "readmissions"
    ACKNOWLEDGE_TIME = "acknowledge_time"
    WATCH_KEPT = "watch_kept"
    MEDICAL_PLAN = "medical_plan"


class Measure(StrEnum):
    """How the amounts of the cases become one figure."""

    SUM = "sum"
    MEAN = "mean"
    MEDIAN = "median"
    SHARE = "share"
    PER_DAY = "per_day"


class FigureUnit(StrEnum):
    """What a figure counts; hours are told in hours and kept in microseconds."""

    PERSONS = "persons"
    DAYS = "days"
    HOURS = "hours"
    PERCENT = "percent"


class Split(StrEnum):
    """What a figure is split by into groups."""

    NOTHING = "nothing"
    WEEKDAY = "weekday"
    DAY_KIND = "day_kind"
    SIDE = "side"
    MEETING = "meeting"
    SPEED = "speed"
    PLAN = "plan"


class Shape(Struct, frozen=True):
    """How one figure is made: measure, unit and what it is split by."""

    measure: Measure
    unit: FigureUnit
    split: Split = Split.NOTHING


SHAPES: Final = {
    Figure.READY_NOW: Shape(Measure.SUM, FigureUnit.PERSONS),
    Figure.READY_OVER_TIME: Shape(Measure.PER_DAY, FigureUnit.PERSONS),
    Figure.MEAN_DAYS: Shape(Measure.MEAN, FigureUnit.DAYS, Split.DAY_KIND),
    Figure.MEDIAN_DAYS: Shape(Measure.MEDIAN, FigureUnit.DAYS, Split.DAY_KIND),
    Figure.MEAN_DAYS_WITHOUT_ZERO: Shape(Measure.MEAN, FigureUnit.DAYS, Split.DAY_KIND),
    Figure.MEDIAN_DAYS_WITHOUT_ZERO: Shape(Measure.MEDIAN, FigureUnit.DAYS, Split.DAY_KIND),
    Figure.HOME_WITHIN_DAY: Shape(Measure.SHARE, FigureUnit.PERCENT, Split.DAY_KIND),
    Figure.LUNCH_MISSES: Shape(Measure.SHARE, FigureUnit.PERCENT, Split.MEETING),
    Figure.LIABILITY_DAYS: Shape(Measure.SUM, FigureUnit.DAYS),
    Figure.OBSTACLE_HOURS: Shape(Measure.SUM, FigureUnit.HOURS, Split.SIDE),
    Figure.READY_IN_TIME: Shape(Measure.SHARE, FigureUnit.PERCENT, Split.WEEKDAY),
    Figure.READMISSIONS: Shape(Measure.SHARE, FigureUnit.PERCENT),
    Figure.ACKNOWLEDGE_TIME: Shape(Measure.MEDIAN, FigureUnit.HOURS, Split.SPEED),
    Figure.WATCH_KEPT: Shape(Measure.SHARE, FigureUnit.PERCENT, Split.DAY_KIND),
    Figure.MEDICAL_PLAN: Shape(Measure.SHARE, FigureUnit.PERCENT, Split.PLAN),
}
"""The shape of each figure."""


class Part(Struct, frozen=True, kw_only=True, gc=False):
    """What one case puts into a figure.

    `amount` is days, microseconds, or 1 and 0 in a share. `on` is the local day that it is counted
    on; `group` says in which group (of the figure's split) it stands, `detail` what in it.
    """

    on: date
    amount: int
    case: UUID | None = None
    person: UUID | None = None
    protected: bool = False
    group: str = ""
    detail: str = ""


class FigureGap(StrEnum):
    """Why a figure cannot be given."""

    AVERAGE_MODEL = "average_model"
    MODEL_NOT_CONFIRMED = "model_not_confirmed"
    WATCH_NOT_CONFIRMED = "watch_not_confirmed"
    ITEMS_NOT_CONFIRMED = "items_not_confirmed"
    NO_FINISHED_DAY = "no_finished_day"
    BEFORE_PROGRAM = "before_program"
    ONLY_TODAY = "only_today"


class FigureValue(Struct, frozen=True, kw_only=True):
    """A figure of a period, as nothing but its cases make it.

    `left_out` counts cases that could not be counted, because a time or a note is missing.
    `by_law` says why it is worked out as the law does, where an agreement does otherwise.
    What is counted now has `asked_on`, the day of that, and in `before` the days from `on` that
    each case lasted over midnight: what was counted at the end of the days before.
    `finished` is the last day that has ended, where only those that have are counted.
    """

    figure: Figure
    period: Period
    parts: tuple[Part, ...] = ()
    left_out: int = 0
    gap: FigureGap | None = None
    by_law: FigureGap | None = None
    asked_on: date | None = None
    before: tuple[Part, ...] = ()
    finished: date | None = None

    @property
    def shape(self) -> Shape:
        """Give how the figure is made."""
        return SHAPES[self.figure]

    @property
    def total(self) -> int:
        """Give the sum of what its cases put in."""
        return sum(part.amount for part in self.parts)

    @property
    def value(self) -> Decimal | None:
        """Give the figure itself; None where it would be of nobody."""
        if self.gap is not None:
            return None
        return measured(self.shape, self.parts, self.days_in(self.period))

    def days_in(self, period: Period) -> int:
        """Count the days of a period by which it is divided: those that have ended."""
        if self.finished is None:
            return period.days
        return max(0, (min(period.last, self.finished) - period.first).days + 1)

    @property
    def persons(self) -> int:
        """Count the people behind it."""
        return persons_in(self.parts)


def persons_in(parts: Iterable[Part]) -> int:
    """Count the people behind some parts; a case without known person is one."""
    return len({part.person or part.case for part in parts if part.person or part.case})


def measured(shape: Shape, parts: Sequence[Part], days: int) -> Decimal | None:
    """Make one number of what cases put in, with two decimals, half rounded up.

    A sum of nobody is zero; a mean, a median and a share of nobody are nothing at all, nor is what
    is divided by no day.
    """
    amounts = [part.amount for part in parts]
    scale = HOUR if shape.unit is FigureUnit.HOURS else 1
    match shape.measure:
        case Measure.SUM:
            found = Decimal(sum(amounts)) / scale
        case Measure.PER_DAY:
            return None if days < 1 else _rounded(Decimal(sum(amounts)) / days)
        case _ if not amounts:
            return None
        case Measure.SHARE:
            found = Decimal(sum(amounts) * _PERCENT) / len(amounts)
        case Measure.MEAN:
            found = Decimal(sum(amounts)) / len(amounts) / scale
        case Measure.MEDIAN:
            found = middle(amounts) / scale
    return _rounded(found)


def _rounded(number: Decimal) -> Decimal:
    return number.quantize(HUNDREDTH, ROUND_HALF_UP)


def middle(amounts: Sequence[int]) -> Decimal:
    """Give the median: the one in the middle, or half way between the two that are."""
    ordered = sorted(amounts)
    half = len(ordered) // 2
    if len(ordered) % 2:
        return Decimal(ordered[half])
    return Decimal(ordered[half - 1] + ordered[half]) / 2
