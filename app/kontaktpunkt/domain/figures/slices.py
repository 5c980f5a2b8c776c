"""A figure cut up: by its groups, and along its period in days, weeks or months."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from kontaktpunkt.domain.figures.days_after_ready import FREE_DAY, WEEKDAY
from kontaktpunkt.domain.figures.figure import (
    FigureUnit,
    FigureValue,
    Measure,
    Part,
    Shape,
    Split,
    measured,
    persons_in,
)
from kontaktpunkt.domain.figures.spell import Period
from kontaktpunkt.domain.figures.watched import SLOWER, SPEEDS
from kontaktpunkt.domain.profile import RuleProfile

SMALL_GROUP: Final = 5
"""Groups of fewer are small (practice): not shown where somebody protected could be known."""

_COUNTED: Final = (Split.SPEED, Split.PLAN)
_ORDER: Final = {
    **{str(day): day for day in range(7)},
    **{key: place for place, (key, _) in enumerate(SPEEDS)},
    SLOWER: len(SPEEDS),
    WEEKDAY: 0,
    FREE_DAY: 1,
}
_DAYS_AT_MOST: Final = 31
_WEEKS_AT_MOST: Final = 27 * 7
_ONE_DAY: Final = timedelta(days=1)
_WEEK: Final = 7
_LAST_DAY_OF_MONTH: Final = 28


class Step(StrEnum):
    """How long the pieces are that a period is cut into."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


class Slice(Struct, frozen=True, kw_only=True):
    """A piece of a figure: a group, or some days; `withheld` where it is too few to be shown."""

    key: str
    period: Period
    parts: tuple[Part, ...]
    value: Decimal | None
    withheld: bool = False

    @property
    def persons(self) -> int:
        """Count the people behind it."""
        return persons_in(self.parts)

    @property
    def total(self) -> int:
        """Give the sum of what its cases put in."""
        return sum(part.amount for part in self.parts)


def limit_of(profile: RuleProfile | None) -> int:
    """Give how many make a group that may be shown, by the profile where it says."""
    held = profile.count("small_group") if profile is not None else None
    return SMALL_GROUP if held is None else held


def step_of(period: Period) -> Step:
    """Say in which pieces a period is read: days, then weeks, then months."""
    if period.days <= _DAYS_AT_MOST:
        return Step.DAY
    return Step.WEEK if period.days <= _WEEKS_AT_MOST else Step.MONTH


def group_shape(figure: FigureValue) -> Shape:
    """Give how the groups of a figure are told: where the group is the answer, they are counted."""
    if figure.shape.split in _COUNTED:
        return Shape(Measure.SUM, FigureUnit.PERSONS)
    return figure.shape


def groups(figure: FigureValue, limit: int = SMALL_GROUP) -> tuple[Slice, ...]:
    """Give the groups of a figure; they hold its parts, each once.

    Days of the week, kinds of day and speeds stand in their own order, all others largest first.

    Where one small group alone is held back, the next smallest is too: else it could be reckoned
    from the whole.
    """
    found: dict[str, list[Part]] = defaultdict(list)
    for part in figure.parts:
        found[part.group].append(part)
    made = [_slice(figure, key, figure.period, parts, limit) for key, parts in found.items()]
    made.sort(key=lambda one: (_ORDER.get(one.key, 0), -one.total, -len(one.parts), one.key))
    if figure.shape.split in _COUNTED:
        made = [replace(one, value=Decimal(len(one.parts))) for one in made]
    return _not_to_be_reckoned(made)


def _not_to_be_reckoned(made: Sequence[Slice]) -> tuple[Slice, ...]:
    """Hold back the next smallest piece beside one that alone is: the rest would tell it."""
    held = sum(one.withheld for one in made)
    others = [one for one in made if one.parts and not one.withheld]
    if held != 1 or not others:
        return tuple(made)
    least = min(others, key=lambda one: one.persons)
    return tuple(replace(one, withheld=True) if one is least else one for one in made)


def along(figure: FigureValue, limit: int = SMALL_GROUP) -> tuple[Slice, ...]:
    """Give the pieces of the period in order, also the empty ones.

    A figure per day is spread over the days that its cases cover; all others stand on one day.
    What is counted now stands at the end of each piece: in the piece of today as it is now, before
    it as it was at midnight, and later not at all.
    """
    pieces = cut(figure.period)
    if figure.asked_on is not None:
        return tuple(_at_the_end(figure, piece, figure.asked_on, limit) for piece in pieces)
    by_piece: dict[date, list[Part]] = {piece.first: [] for piece in pieces}
    starts = {
        piece.first + ahead * _ONE_DAY: piece.first
        for piece in pieces
        for ahead in range(piece.days)
    }
    spread = figure.shape.measure is Measure.PER_DAY
    for part in _days_of(figure.parts) if spread else figure.parts:
        if part.on in starts:
            by_piece[starts[part.on]].append(part)
    return _not_to_be_reckoned(
        [
            _slice(figure, piece.first.isoformat(), piece, by_piece[piece.first], limit)
            for piece in pieces
        ]
    )


def at_the_end(figure: FigureValue, limit: int = SMALL_GROUP) -> Slice:
    """Give what is counted now as it was at the end of its period; now, while that goes on."""
    today = figure.period.last if figure.asked_on is None else figure.asked_on
    return _at_the_end(figure, figure.period, today, limit)


def cut(period: Period) -> tuple[Period, ...]:
    """Cut a period into days, weeks (from Monday) or months; the ends may be shorter."""
    step = step_of(period)
    pieces: list[Period] = []
    first = period.first
    while first <= period.last:
        last = min(_end(first, step), period.last)
        pieces.append(Period(first, last))
        first = last + _ONE_DAY
    return tuple(pieces)


def is_withheld(parts: Sequence[Part], limit: int) -> bool:
    """Say whether so few stand behind that somebody protected among them could be known."""
    return any(part.protected for part in parts) and persons_in(parts) < limit


def _days_of(parts: Iterable[Part]) -> Iterable[Part]:
    """Give one part for each day that a part covers."""
    for part in parts:
        for ahead in range(part.amount):
            yield Part(
                case=part.case,
                person=part.person,
                protected=part.protected,
                on=part.on + ahead * _ONE_DAY,
                amount=1,
                group=part.group,
            )


def _at_the_end(figure: FigureValue, piece: Period, asked_on: date, limit: int) -> Slice:
    """Give those whom a figure counted at the end of a piece; a time to come has no number."""
    key, last = piece.first.isoformat(), piece.last
    if piece.first > asked_on:
        return replace(_slice(figure, key, piece, (), limit), value=None)
    if last >= asked_on:
        return _slice(figure, key, piece, figure.parts, limit)
    there = (part for part in figure.before if 0 <= (last - part.on).days < part.amount)
    return _slice(figure, key, piece, [replace(part, on=last, amount=1) for part in there], limit)


def _slice(
    figure: FigureValue, key: str, period: Period, parts: Sequence[Part], limit: int
) -> Slice:
    return Slice(
        key=key,
        period=period,
        parts=tuple(parts),
        value=None if figure.gap else measured(figure.shape, parts, figure.days_in(period)),
        withheld=is_withheld(parts, limit),
    )


def _end(first: date, step: Step) -> date:
    match step:
        case Step.DAY:
            return first
        case Step.WEEK:
            return first + (_WEEK - 1 - first.weekday()) * _ONE_DAY
        case Step.MONTH:
            later = first.replace(day=_LAST_DAY_OF_MONTH) + 4 * _ONE_DAY
            return later - later.day * _ONE_DAY
