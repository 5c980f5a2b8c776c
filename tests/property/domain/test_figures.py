"""Every figure is nothing but the sum of the cases it opens to, in whatever order they come."""

import random
from datetime import date, time, timedelta
from decimal import Decimal
from statistics import median

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duty_places import place
from invented_years import invented_stays
from kontaktpunkt.domain.calendar.red_days import is_red_day
from kontaktpunkt.domain.figures.figure import Figure, FigureUnit, Measure, Shape
from kontaktpunkt.domain.figures.slices import along, groups
from kontaktpunkt.domain.figures.spell import Period, Spell
from kontaktpunkt.domain.figures.terms import FigureTerms
from kontaktpunkt.domain.profile import local_days
from kontaktpunkt.domain.times import HOUR, Instant, at_local, local_day
from kontaktpunkt.usecases.figures.reading import OF_STAYS, of_stays

pytestmark = pytest.mark.property

FIRST = date(2021, 1, 1)
YEARS = 5
DAYS = YEARS * 365
_PROFILE = place(payment__model="individual")
_LOCAL = local_days(_PROFILE, is_red_day)


def _terms(period: Period, now: Instant) -> FigureTerms:
    return FigureTerms(period=period, now=now, profile=_PROFILE, days=_LOCAL)


def _all(spells: list[Spell], terms: FigureTerms) -> dict[Figure, object]:
    return dict(of_stays(spells, terms, tuple(OF_STAYS)))


def _by_hand(shape: Shape, amounts: list[int], days: int) -> Decimal:
    """Work a figure out from what its cases put in, as anybody with a pencil would."""
    scale = HOUR if shape.unit is FigureUnit.HOURS else 1
    match shape.measure:
        case Measure.SUM:
            return Decimal(sum(amounts)) / scale
        case Measure.PER_DAY:
            return Decimal(sum(amounts)) / days
        case Measure.SHARE:
            return Decimal(100 * sum(amounts)) / len(amounts)
        case Measure.MEAN:
            return Decimal(sum(amounts)) / len(amounts) / scale
        case Measure.MEDIAN:
            return Decimal(str(median(amounts))) / scale


@pytest.mark.slow
def test_every_figure_of_five_years_is_the_sum_of_its_cases() -> None:
    """What the screen says and what it opens to can never differ, nor its groups and months."""
    spells = invented_stays(6_000, FIRST, DAYS)
    period = Period(FIRST, FIRST + timedelta(days=DAYS + 20))
    terms = _terms(period, at_local(period.last, time(18)))

    for figure in of_stays(spells, terms, tuple(OF_STAYS)).values():
        amounts = [part.amount for part in figure.parts]
        assert len(amounts) > 10, figure.figure
        by_hand = _by_hand(figure.shape, amounts, period.days - 1)  # today has not ended
        assert figure.value is not None
        assert abs(figure.value - by_hand) <= Decimal("0.005")
        assert sum(one.total for one in groups(figure)) == figure.total
        if figure.figure is Figure.READY_NOW:
            assert along(figure)[-1].total == figure.total
        else:
            assert sum(one.total for one in along(figure)) == figure.total


def test_years_add_up_to_all_of_them() -> None:
    """No case is lost or counted twice where one year meets the next."""
    spells = invented_stays(3_000, FIRST, DAYS)
    now = at_local(date(2026, 6, 1), time(8))
    whole = Period(FIRST, date(2026, 5, 31))
    years = [Period(date(year, 1, 1), date(year, 12, 31)) for year in range(2021, 2026)]
    years.append(Period(date(2026, 1, 1), whole.last))
    added = set(OF_STAYS) - {Figure.READY_NOW}

    all_of_it = of_stays(spells, _terms(whole, now), tuple(added))
    each = [of_stays(spells, _terms(year, now), tuple(added)) for year in years]

    for figure in added:
        assert sum(year[figure].total for year in each) == all_of_it[figure].total, figure


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10_000), shuffled=st.randoms(use_true_random=False))
def test_the_order_of_the_cases_makes_no_difference(seed: int, shuffled: random.Random) -> None:
    """Whichever workstation's cases come first, the figures and their cases are the same."""
    spells = invented_stays(120, FIRST, 60, seed)
    terms = _terms(Period(FIRST, FIRST + timedelta(days=80)), at_local(date(2021, 3, 20), time(9)))
    other = list(spells)
    shuffled.shuffle(other)

    assert _all(spells, terms) == _all(other, terms)


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_no_case_puts_more_in_than_its_stay(seed: int) -> None:
    """Nights and obstacle hours of one person never exceed the time she was in hospital."""
    spells = invented_stays(80, FIRST, 60, seed)
    now = at_local(date(2021, 3, 20), time(9))
    terms = _terms(Period(FIRST, date(2021, 3, 20)), now)
    found = of_stays(spells, terms, (Figure.READY_OVER_TIME, Figure.OBSTACLE_HOURS))

    for spell in spells:
        assert spell.admitted_at is not None
        end = now if spell.ended_at is None else spell.ended_at
        nights = sum(
            part.amount for part in found[Figure.READY_OVER_TIME].parts if part.case == spell.case
        )
        hours = sum(
            part.amount for part in found[Figure.OBSTACLE_HOURS].parts if part.case == spell.case
        )
        assert nights <= (local_day(end) - local_day(spell.admitted_at)).days or not nights
        assert hours <= max(0, end - spell.admitted_at)
