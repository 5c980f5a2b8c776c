"""Average days per municipality and month, by the definition of the profile (genomsnittsmodell)."""

from collections import defaultdict
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from msgspec import Struct

from kontaktpunkt.domain.payment.liability import NoLiability, conditions_missing
from kontaktpunkt.domain.payment.stays import Care, PaidStay
from kontaktpunkt.domain.profile import AverageWindow, RuleProfile
from kontaktpunkt.domain.times import local_day

Month = tuple[int, int]
_HUNDREDTH = Decimal("0.01")
_POOLED = 3


class MonthAverage(Struct, frozen=True, kw_only=True):
    """One municipality's average for a month of discharge.

    `days` is the sum of calendar days from notice to discharge over `persons`. `pooled_*` hold the
    three months that end with this one, only where the profile pools and all three have persons.
    `exceeds` is None where no level has been confirmed; the mean must *exceed* the level.
    """

    municipality: str
    month: Month
    persons: int
    days: int
    mean: Decimal
    pooled_persons: int | None = None
    pooled_days: int | None = None
    pooled_mean: Decimal | None = None
    level: Decimal | None = None
    exceeds: bool | None = None


def averages(stays: Iterable[PaidStay], profile: RuleProfile) -> tuple[MonthAverage, ...]:
    """Work out the averages of all municipalities and months, in that order.

    Population: stays ended, with both notices sent and a summons where one was needed. Whether a
    stay of zero days counts, and the window, are the profile's.
    """
    sums: dict[tuple[str, Month], list[int]] = defaultdict(list)
    for stay in stays:
        days = _days(stay, profile)
        if days is not None and stay.discharged is not None:
            left = local_day(stay.discharged)
            sums[stay.payer, (left.year, left.month)].append(days)
    return tuple(_average(key, sums, profile) for key in sorted(sums))


def mean_of(days: int, persons: int) -> Decimal:
    """Give the mean with two decimals, half rounded up."""
    return (Decimal(days) / Decimal(persons)).quantize(_HUNDREDTH, ROUND_HALF_UP)


def _days(stay: PaidStay, profile: RuleProfile) -> int | None:
    """Give the days that a stay adds, or None when it does not belong to the population."""
    missing = conditions_missing(stay)
    if missing is not None and missing is not NoLiability.REGIONAL_SERVICES_MISSING:
        return None
    included = profile.value("payment.compulsory_outpatient_included").value
    if stay.care is Care.OPT and included is False:
        return None
    if stay.ready_notice_sent is None or stay.discharged is None:
        return None
    days = (local_day(stay.discharged) - local_day(stay.ready_notice_sent)).days
    counts_zero = profile.value("payment.average_counts_zero_days").value
    return None if days == 0 and counts_zero is False else days


def _average(
    key: tuple[str, Month], sums: dict[tuple[str, Month], list[int]], profile: RuleProfile
) -> MonthAverage:
    municipality, month = key
    own = sums[key]
    level = profile.value("payment.average_level").value
    known = level if isinstance(level, Decimal) else None
    mean = mean_of(sum(own), len(own))
    found = MonthAverage(
        municipality=municipality,
        month=month,
        persons=len(own),
        days=sum(own),
        mean=mean,
        level=known,
        exceeds=None if known is None else Decimal(sum(own)) > known * len(own),
    )
    window = profile.value("payment.average_window").value
    if window is not AverageWindow.THREE_MONTHS_POOLED:
        return found
    return _pooled(found, sums, known)


def _pooled(
    found: MonthAverage, sums: dict[tuple[str, Month], list[int]], level: Decimal | None
) -> MonthAverage:
    """Add the three months together: not the mean of means."""
    months = [_before(found.month, back) for back in range(_POOLED)]
    parts = [sums.get((found.municipality, month), []) for month in months]
    if not all(parts):
        return MonthAverage(
            municipality=found.municipality,
            month=found.month,
            persons=found.persons,
            days=found.days,
            mean=found.mean,
            level=level,
        )
    persons, days = sum(map(len, parts)), sum(map(sum, parts))
    return MonthAverage(
        municipality=found.municipality,
        month=found.month,
        persons=found.persons,
        days=found.days,
        mean=found.mean,
        pooled_persons=persons,
        pooled_days=days,
        pooled_mean=mean_of(days, persons),
        level=level,
        exceeds=None if level is None else Decimal(days) > level * persons,
    )


def _before(month: Month, back: int) -> Month:
    year, number = month
    index = year * 12 + number - 1 - back
    return (index // 12, index % 12 + 1)
