"""Average days per municipality and month, by the definition of the profile (genomsnittsmodell)."""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from msgspec import Struct
from msgspec.structs import replace

from kontaktpunkt.domain.payment.amounts import amount_on
from kontaktpunkt.domain.payment.conditions import is_left_out
from kontaktpunkt.domain.payment.liability import model_of
from kontaktpunkt.domain.payment.reasons import NoSum, NoVerdict
from kontaktpunkt.domain.payment.stays import PaidStay
from kontaktpunkt.domain.profile import (
    Amount,
    AverageWindow,
    Certainty,
    PaymentModel,
    RuleProfile,
)
from kontaktpunkt.domain.times import local_day

Month = tuple[int, int]
HUNDREDTH = Decimal("0.01")
POOLED = 3
_AVERAGED = (PaymentModel.AVERAGE, PaymentModel.AVERAGE_WITH_CAP)


class DayCount(Struct, frozen=True):
    """Days from notice to discharge of some persons, and how many of those had none at all."""

    days: int = 0
    persons: int = 0
    zero: int = 0

    def with_stay(self, days: int) -> "DayCount":
        """Count one more stay."""
        return DayCount(self.days + days, self.persons + 1, self.zero + (days == 0))

    def and_also(self, other: "DayCount") -> "DayCount":
        """Pool two counts."""
        days, persons = self.days + other.days, self.persons + other.persons
        return DayCount(days, persons, self.zero + other.zero)

    def among(self, *, counts_zero: bool) -> int:
        """Give the persons that a definition divides by."""
        return self.persons if counts_zero else self.persons - self.zero

    def mean(self, *, counts_zero: bool) -> Decimal | None:
        """Give the mean with two decimals, half rounded up; None where it is of nobody."""
        persons = self.among(counts_zero=counts_zero)
        return mean_of(self.days, persons) if persons else None


class MonthAverage(Struct, frozen=True, kw_only=True):
    """One municipality's average for a month of discharge.

    `days` is the sum of calendar days from notice to discharge over `persons`, by the definition
    of the profile (`counts_zero` None = nobody has confirmed it; zero days are counted then).
    `mean_with_zero` is the regions' usual definition, `mean_without_zero` that of SKR. `pooled_*`
    hold the three months that end with this one, where the profile pools. `exceeds` is None where
    `no_verdict` says why; the mean must *exceed* the level. `excess_days` are the days above the
    level, two decimals, and `amount` kronor for them: a basis (underlag), never an invoice.
    """

    municipality: str
    month: Month
    persons: int
    days: int
    mean: Decimal | None = None
    counts_zero: bool | None = None
    mean_with_zero: Decimal | None = None
    mean_without_zero: Decimal | None = None
    pooled_persons: int | None = None
    pooled_days: int | None = None
    pooled_mean: Decimal | None = None
    level: Decimal | None = None
    level_certainty: Certainty = Certainty.UNVERIFIED
    exceeds: bool | None = None
    no_verdict: NoVerdict | None = None
    excess_days: Decimal | None = None
    kronor: Decimal | None = None
    amount: Decimal | None = None
    no_sum: NoSum | None = None


def averages(stays: Iterable[PaidStay], profile: RuleProfile) -> tuple[MonthAverage, ...]:
    """Work out the averages of all municipalities and months, in that order.

    Population: stays ended, with both notices sent and a summons where one was needed (a late one
    was sent too). Whether a stay of zero days counts, and the window, are the profile's.
    """
    counts: dict[tuple[str, Month], DayCount] = defaultdict(DayCount)
    for stay in stays:
        days = stay.days_after_notice
        if stay.discharged is not None and days is not None and belongs(stay, profile):
            left = local_day(stay.discharged)
            key = (stay.payer, (left.year, left.month))
            counts[key] = counts[key].with_stay(days)
    first = min((month for _, month in counts), default=(0, 0))
    return tuple(_average(key, counts, profile, first) for key in sorted(counts))


def belongs(stay: PaidStay, profile: RuleProfile) -> bool:
    """Say whether a stay belongs to the population that averages are taken of."""
    ready, left = stay.ready_notice_sent, stay.discharged
    if ready is None or left is None or left < ready or stay.is_withdrawn:
        return False
    if stay.emergency or stay.admission_notice_sent is None or is_left_out(stay, profile):
        return False
    if profile.value("payment.model", local_day(ready)).value in _AVERAGED and (
        model_of(stay, profile).value not in _AVERAGED
    ):
        return False  # psychiatric care while it was counted for itself
    return not stay.sip_needed or stay.summons_sent is not None


def mean_of(days: int, persons: int) -> Decimal:
    """Give the mean with two decimals, half rounded up."""
    return (Decimal(days) / Decimal(persons)).quantize(HUNDREDTH, ROUND_HALF_UP)


def excess_over(days: int, persons: int, level: Decimal) -> Decimal:
    """Give the days above a level: (mean - level) x persons, unrounded until two decimals."""
    return (Decimal(days) - level * persons).quantize(HUNDREDTH, ROUND_HALF_UP)


def months_back(month: Month, back: int) -> Month:
    """Give the month so many months before."""
    index = month[0] * 12 + month[1] - 1 - back
    return (index // 12, index % 12 + 1)


class _Definition(Struct, frozen=True):
    """What the profile says about averages on the last day of a month."""

    averaged: bool
    counts_zero: bool | None
    pools: bool
    level: Decimal | None
    certainty: Certainty


def _definition(profile: RuleProfile, on: date) -> _Definition:
    zero = profile.value("payment.average_counts_zero_days", on).value
    level = profile.value("payment.average_level", on)
    window = profile.value("payment.average_window", on).value
    return _Definition(
        profile.value("payment.model", on).value in _AVERAGED,
        zero if isinstance(zero, bool) else None,
        window is AverageWindow.THREE_MONTHS_POOLED,
        level.value if isinstance(level.value, Decimal) else None,
        level.certainty,
    )


def _average(
    key: tuple[str, Month],
    counts: Mapping[tuple[str, Month], DayCount],
    profile: RuleProfile,
    first: Month,
) -> MonthAverage:
    municipality, month = key
    says = _definition(profile, _last_day(month))
    counts_zero = says.counts_zero is not False
    own, pooled = counts[key], None
    months = [months_back(month, back) for back in range(POOLED if says.pools else 1)]
    if says.pools and months[-1] >= first:
        pooled = DayCount()
        for one in months:
            pooled = pooled.and_also(counts.get((municipality, one), DayCount()))
    decides = pooled if says.pools else own
    no_verdict = _no_verdict(says, decides)
    found = MonthAverage(
        municipality=municipality,
        month=month,
        persons=own.among(counts_zero=counts_zero),
        days=own.days,
        mean=own.mean(counts_zero=counts_zero),
        counts_zero=says.counts_zero,
        mean_with_zero=own.mean(counts_zero=True),
        mean_without_zero=own.mean(counts_zero=False),
        pooled_persons=pooled.among(counts_zero=counts_zero) if pooled else None,
        pooled_days=pooled.days if pooled else None,
        pooled_mean=pooled.mean(counts_zero=counts_zero) if pooled else None,
        level=says.level,
        level_certainty=says.certainty,
        no_verdict=no_verdict,
    )
    if no_verdict is not None or decides is None or says.level is None:
        return found
    return _judged(found, decides, says.level, [_amount(profile, one) for one in months])


def _no_verdict(says: _Definition, decides: DayCount | None) -> NoVerdict | None:
    tried = (
        (not says.averaged, NoVerdict.NO_AVERAGE_MODEL),
        (says.level is None, NoVerdict.LEVEL_NOT_CONFIRMED),
        (says.counts_zero is None, NoVerdict.DEFINITION_NOT_CONFIRMED),
        (decides is None, NoVerdict.THREE_MONTHS_NEEDED),
    )
    return next((reason for holds, reason in tried if holds), None)


def _judged(
    found: MonthAverage, decides: DayCount, level: Decimal, amounts: list[Decimal | None]
) -> MonthAverage:
    """Say whether the level is exceeded, by how many days, and what those cost."""
    persons = decides.among(counts_zero=found.counts_zero is not False)
    excess = excess_over(decides.days, persons, level)
    if not Decimal(decides.days) > level * persons:
        return replace(found, exceeds=False, excess_days=Decimal("0.00"))
    one = amounts[0]
    if one is None or None in amounts:
        return replace(found, exceeds=True, excess_days=excess, no_sum=NoSum.AMOUNT_MISSING)
    if len(set(amounts)) > 1:
        return replace(found, exceeds=True, excess_days=excess, no_sum=NoSum.AMOUNTS_DIFFER)
    return replace(found, exceeds=True, excess_days=excess, kronor=one, amount=excess * one)


def _amount(profile: RuleProfile, month: Month) -> Decimal | None:
    amount = amount_on(profile, _last_day(month)).value
    return amount.kronor if isinstance(amount, Amount) else None


def _last_day(month: Month) -> date:
    return date(*month, monthrange(*month)[1])
