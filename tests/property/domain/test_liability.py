"""Whatever the times are: days add up over new year, sums by year, and zones change nothing."""

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from kontaktpunkt.bootstrap.shelf import profile_texts
from kontaktpunkt.domain.payment import PaidStay, liability_of
from kontaktpunkt.domain.payment.amounts import priced_spans
from kontaktpunkt.domain.profile import layer_texts, load_profile, with_own_values
from kontaktpunkt.domain.times import LOCAL_ZONE, Instant, at_local, local_day, to_instant

_LAW = load_profile(layer_texts("lag-2017-612", profile_texts()))
_PRICED = with_own_values(
    _LAW,
    {
        f"amount.{year}": f'{{"kronor": {7000 + 37 * (year - 2018)}, "instrument": "prov"}}'
        for year in range(2018, 2032)
    },
)
_DAYS = st.dates(date(2018, 1, 10), date(2030, 12, 1))
_MOMENTS = st.datetimes(datetime(2019, 1, 10), datetime(2030, 12, 1), timezones=st.just(UTC))  # noqa: DTZ001  the bounds are naive


def _stay(sent: datetime, left: datetime | None) -> PaidStay:
    return PaidStay(
        id="1",
        admission_notice_sent=Instant(0),
        ready_notice_sent=to_instant(sent),
        discharged=None if left is None else to_instant(left),
        home_municipality="A",
    )


@given(_DAYS, st.integers(0, 400), st.integers(0, 400))
def test_days_and_sums_add_up_wherever_they_are_cut(start: date, one: int, two: int) -> None:
    """The whole costs what its two parts cost, over any new year between them."""
    middle, end = start + timedelta(days=one), start + timedelta(days=one + two)

    def total(first: date, after: date) -> tuple[int, Decimal]:
        spans = priced_spans(_PRICED, first, after)
        return sum(s.days for s in spans), sum((s.total or Decimal(0) for s in spans), Decimal(0))

    whole, before, after = total(start, end), total(start, middle), total(middle, end)

    assert whole == (before[0] + after[0], before[1] + after[1])
    assert whole[0] == one + two


@given(_MOMENTS, st.timedeltas(timedelta(0), timedelta(days=300)))
def test_the_amount_is_each_day_at_its_own_year(sent: datetime, lay: timedelta) -> None:
    """Counted day by day, the sum is the same, and never below nothing."""
    found = liability_of(_stay(sent, sent + lay), _PRICED)

    assert found.start is not None
    end = local_day(to_instant(sent + lay))
    each = [found.start + timedelta(days=n) for n in range(max(0, (end - found.start).days))]
    assert found.days == len(each)
    assert found.amount == sum((Decimal(7000 + 37 * (day.year - 2018)) for day in each), Decimal(0))


@given(_MOMENTS, st.integers(-14 * 60, 14 * 60))
def test_the_zone_in_which_a_time_is_told_changes_nothing(sent: datetime, minutes: int) -> None:
    """The same moment told in another zone starts on the same day."""
    elsewhere = sent.astimezone(timezone(timedelta(minutes=minutes)))

    assert liability_of(_stay(elsewhere, None), _LAW) == liability_of(_stay(sent, None), _LAW)


@given(_MOMENTS)
def test_the_start_is_three_days_on_or_four_after_noon(sent: datetime) -> None:
    """By the wall clock in Sweden, whatever the season (5 kap. 4 §)."""
    local = sent.astimezone(LOCAL_ZONE)
    noon = at_local(local.date(), datetime(2000, 1, 1, 12).time())  # noqa: DTZ001  a time of day
    days = 4 if to_instant(sent) > noon else 3

    assert liability_of(_stay(sent, None), _LAW).start == local.date() + timedelta(days=days)
