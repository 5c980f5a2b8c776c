"""Figures of the time after readiness: now, day by day, mean and median, home within 24 hours."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from typing import Final

from kontaktpunkt.domain.figures.figure import Figure, FigureGap, FigureValue, Part
from kontaktpunkt.domain.figures.spell import Spell
from kontaktpunkt.domain.figures.terms import FigureTerms, day_of, is_free
from kontaktpunkt.domain.leaving import has_left
from kontaktpunkt.domain.times import HOUR, Instant

CALLED: Final = "called"
WEEKDAY: Final = "weekday"
FREE_DAY: Final = "free_day"
_ONE_DAY: Final = timedelta(days=1)
_WITHIN: Final = 24 * HOUR


def ready_now(spells: Iterable[Spell], terms: FigureTerms) -> FigureValue:
    """Count who is in hospital and ready for discharge now, whatever the period.

    Who has left by our own note is there no more, though the region has not told of it. `detail`
    says who is called home. Beside it stand the nights of the period, so that the days before can
    be told too.
    """
    today, known = day_of(terms.now), tuple(spells)
    return FigureValue(
        figure=Figure.READY_NOW,
        period=terms.period,
        parts=ordered(
            part_of(spell, on=today, amount=1, detail=CALLED if spell.called_home else "")
            for spell in known
            if spell.is_stay and _is_there(spell, terms) and _has_come(spell.ready_at, terms)
        ),
        asked_on=today,
        before=ready_over_time(known, terms).parts,
    )


def ready_over_time(spells: Iterable[Spell], terms: FigureTerms) -> FigureValue:
    """Count the days in the period on which somebody was ready and still there at midnight.

    Ready and home on the same day is no day, so the days of one stay are those from notice to
    leaving. A day that is not over counts for nobody, and nothing is divided by it. `on` is the
    first of the days in the period.
    """
    parts: list[Part] = []
    for spell in spells:
        nights = _nights(spell, terms)
        if nights is not None:
            parts.append(_part(spell, nights[0], (nights[1] - nights[0]).days))
    finished = day_of(terms.now) - _ONE_DAY
    return FigureValue(
        figure=Figure.READY_OVER_TIME,
        period=terms.period,
        parts=ordered(parts),
        gap=FigureGap.NO_FINISHED_DAY if finished < terms.period.first else None,
        finished=finished,
    )


def _nights(spell: Spell, terms: FigureTerms) -> tuple[date, date] | None:
    """Give the first day of the period and the day after the last on which it lasted."""
    if not spell.is_stay or spell.ready_at is None or spell.ready_at > terms.now:
        return None
    end = spell.ended_at
    if end is None and not spell.in_hospital:
        return None
    until = day_of(terms.now if end is None else min(end, terms.now))
    first = max(day_of(spell.ready_at), terms.period.first)
    last = min(until, terms.period.last + _ONE_DAY)
    return (first, last) if first < last else None


def mean_days(spells: Iterable[Spell], terms: FigureTerms) -> FigureValue:
    """Give the mean of calendar days from notice to leaving, zero days counted (VGR, Skåne)."""
    return _days(Figure.MEAN_DAYS, spells, terms)


def median_days(spells: Iterable[Spell], terms: FigureTerms) -> FigureValue:
    """Give the median of the same days."""
    return _days(Figure.MEDIAN_DAYS, spells, terms)


def mean_days_without_zero(spells: Iterable[Spell], terms: FigureTerms) -> FigureValue:
    """Give the mean of those with at least one day (SKR, vantetider.se)."""
    return _days(Figure.MEAN_DAYS_WITHOUT_ZERO, spells, terms, at_least=1)


def median_days_without_zero(spells: Iterable[Spell], terms: FigureTerms) -> FigureValue:
    """Give the median of those with at least one day."""
    return _days(Figure.MEDIAN_DAYS_WITHOUT_ZERO, spells, terms, at_least=1)


def _days(
    figure: Figure, spells: Iterable[Spell], terms: FigureTerms, at_least: int = 0
) -> FigureValue:
    parts: list[Part] = []
    left_out = 0
    for spell, ready, left in _ended(spells, terms):
        days = (day_of(left) - day_of(ready)).days
        left_out += days < 0
        if days >= at_least:
            parts.append(_part(spell, day_of(left), days, kind_of_day(ready, terms)))
    return FigureValue(
        figure=figure,
        period=terms.period,
        parts=ordered(parts),
        left_out=left_out + _untold(spells, terms),
    )


def home_within_day(spells: Iterable[Spell], terms: FigureTerms) -> FigureValue:
    """Give the share that left hospital alive within 24 elapsed hours of the notice."""
    parts = [
        _part(spell, day_of(left), int(left - ready <= _WITHIN), kind_of_day(ready, terms))
        for spell, ready, left in _ended(spells, terms)
        if not spell.deceased and left >= ready
    ]
    return FigureValue(
        figure=Figure.HOME_WITHIN_DAY,
        period=terms.period,
        parts=ordered(parts),
        left_out=_untold(spells, terms),
    )


def _ended(spells: Iterable[Spell], terms: FigureTerms) -> Iterator[tuple[Spell, Instant, Instant]]:
    """Give the stays that ended in the period with a readiness that stood, and both times."""
    for spell in spells:
        if spell.is_stay and spell.ready_at is not None and spell.left_at is not None:
            within = spell.left_at <= terms.now and terms.period.holds(day_of(spell.left_at))
            if within:
                yield spell, spell.ready_at, spell.left_at


def _untold(spells: Iterable[Spell], terms: FigureTerms) -> int:
    """Count ready ones whose case was closed in the period, and nobody told when they left."""
    return sum(
        spell.is_stay
        and spell.ready_at is not None
        and spell.left_at is None
        and spell.ended_at is not None
        and terms.period.holds(day_of(spell.ended_at))
        for spell in spells
    )


def kind_of_day(at: Instant, terms: FigureTerms) -> str:
    """Say whether a time falls on a day at work, or on a Saturday, a Sunday or a red day."""
    return FREE_DAY if is_free(terms.days, day_of(at)) else WEEKDAY


def _is_there(spell: Spell, terms: FigureTerms) -> bool:
    return spell.in_hospital and not has_left(spell.left_at, terms.now)


def _has_come(at: Instant | None, terms: FigureTerms) -> bool:
    return at is not None and at <= terms.now


def _part(spell: Spell, on: date, amount: int, group: str = "") -> Part:
    return part_of(spell, on=on, amount=amount, group=group)


def part_of(spell: Spell, *, on: date, amount: int, group: str = "", detail: str = "") -> Part:
    """Make a part of a stay."""
    return Part(
        case=spell.case,
        person=spell.person,
        protected=spell.protected,
        on=on,
        amount=amount,
        group=group,
        detail=detail,
    )


def ordered(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Put parts in one order, in whatever order their stays came."""
    return tuple(sorted(parts, key=_place))


_place: Final[Callable[[Part], tuple[date, str, str, str, int]]] = lambda part: (  # noqa: E731  a key
    part.on,
    str(part.case or part.person),
    part.group,
    part.detail,
    part.amount,
)
