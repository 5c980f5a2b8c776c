"""The basis (underlag) that an invoice is held against: every stay, every average, every payer."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from msgspec import Struct

from kontaktpunkt.domain.payment.averages import (
    POOLED,
    Month,
    MonthAverage,
    averages,
)
from kontaktpunkt.domain.payment.liability import Liability, liability_of
from kontaktpunkt.domain.payment.reasons import NoVerdict
from kontaktpunkt.domain.payment.stays import PaidStay
from kontaktpunkt.domain.profile import AverageWindow, RuleProfile


class PayerSum(Struct, frozen=True, kw_only=True):
    """What one municipality would answer for by the profile: days and kronor, never an invoice.

    `days` are the paid days of stays that are counted for themselves, and the days above the level
    of averages that exceed it. `amount` is None where part of the days has no price; `unpriced`
    says how many. `by_hand` stays wait for somebody's judgement, `ongoing` ones have not ended.
    `individual` ones lie above the cap of an average model. `undecided` months have no verdict.
    """

    payer: str
    stays: int = 0
    days: Decimal = Decimal(0)
    amount: Decimal | None = Decimal(0)
    unpriced: Decimal = Decimal(0)
    by_hand: int = 0
    ongoing: int = 0
    individual: int = 0
    undecided: int = 0


class Basis(Struct, frozen=True, kw_only=True):
    """A whole list worked out under one profile: stays in their order, averages and payers."""

    liabilities: tuple[Liability, ...]
    months: tuple[MonthAverage, ...]
    payers: tuple[PayerSum, ...]


def basis_of(stays: Sequence[PaidStay], profile: RuleProfile, on: date | None = None) -> Basis:
    """Work a list out; `on` is the day that it is asked."""
    found = tuple(liability_of(stay, profile, on) for stay in stays)
    months = averages(stays, profile)
    return Basis(liabilities=found, months=months, payers=_payers(found, months, profile))


def deciding_months(
    months: Sequence[MonthAverage], profile: RuleProfile
) -> tuple[MonthAverage, ...]:
    """Give the averages that are summed: all months, or each third one where three are pooled.

    Windows are counted back from the last month of the list, so that no day is counted twice.
    """
    if not months:
        return ()
    last = max(one.month for one in months)
    pools = profile.value("payment.average_window").value is AverageWindow.THREE_MONTHS_POOLED
    step = POOLED if pools else 1
    return tuple(one for one in months if _apart(last, one.month) % step == 0)


def _apart(later: Month, earlier: Month) -> int:
    return (later[0] - earlier[0]) * 12 + later[1] - earlier[1]


class _Sum:
    """A payer's sum while it is being added up."""

    def __init__(self) -> None:
        self.stays = self.by_hand = self.ongoing = self.individual = self.undecided = 0
        self.days = self.amount = self.unpriced = Decimal(0)

    def add(self, days: Decimal, amount: Decimal | None) -> None:
        self.days += days
        self.amount += amount or 0
        self.unpriced += days if amount is None else 0

    def add_stay(self, one: Liability) -> None:
        self.stays += 1
        self.by_hand += one.reason is not None and one.reason.needs_judgement
        self.ongoing += one.start is not None and one.days is None
        self.individual += one.individual
        for span in one.spans:
            self.add(Decimal(span.days), span.total)

    def add_month(self, one: MonthAverage) -> None:
        averaged = one.no_verdict is not NoVerdict.NO_AVERAGE_MODEL
        self.undecided += averaged and one.exceeds is None
        if one.exceeds and one.excess_days is not None:
            self.add(one.excess_days, one.amount)


def _payers(
    found: Iterable[Liability], months: Sequence[MonthAverage], profile: RuleProfile
) -> tuple[PayerSum, ...]:
    sums: dict[str, _Sum] = defaultdict(_Sum)
    for one in found:
        sums[one.payer].add_stay(one)
    for month in deciding_months(months, profile):
        sums[month.municipality].add_month(month)
    return tuple(_payer(payer, sums[payer]) for payer in sorted(sums))


def _payer(payer: str, total: _Sum) -> PayerSum:
    return PayerSum(
        payer=payer,
        stays=total.stays,
        days=total.days,
        amount=None if total.unpriced else total.amount,
        unpriced=total.unpriced,
        by_hand=total.by_hand,
        ongoing=total.ongoing,
        individual=total.individual,
        undecided=total.undecided,
    )
