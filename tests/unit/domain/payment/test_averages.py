"""Averages: who belongs, which definition, which months, and the arithmetic of an invoice."""

from decimal import Decimal
from typing import Any

import pytest

from kontaktpunkt.domain.payment import (
    Care,
    MonthAverage,
    NoSum,
    NoVerdict,
    PaidStay,
    RegionalServices,
    averages,
    basis_of,
)
from kontaktpunkt.domain.payment.averages import excess_over, mean_of
from kontaktpunkt.domain.profile import RuleProfile
from unit.domain.payment.test_worked_cases import at, ended, profile, stay


def only(stays: list[PaidStay], by: RuleProfile) -> MonthAverage:
    """Give the one average of these stays."""
    (found,) = averages(stays, by)
    return found


@pytest.mark.parametrize(
    ("days", "persons", "mean"),
    [(60, 20, "3.00"), (1, 8, "0.13"), (5, 8, "0.63"), (2, 3, "0.67"), (1, 3, "0.33")],
)
def test_means_have_two_decimals_and_a_half_goes_up(days: int, persons: int, mean: str) -> None:
    """0.125 is 0.13 and 0.625 is 0.63, by exact decimals."""
    assert mean_of(days, persons) == Decimal(mean)


@pytest.mark.parametrize(
    ("excess", "amount"),
    [("284.36", "2985780"), ("169.92", "1784160"), ("44.98", "472290")],
)
def test_the_arithmetic_of_the_invoices_of_2023_is_exact(excess: str, amount: str) -> None:
    """Excess days times 10 500 kronor give the invoices to the krona."""
    assert Decimal(excess) * Decimal(10500) == Decimal(amount)


def test_days_above_the_level_are_the_mean_less_the_level_times_persons() -> None:
    """Twenty persons and 61 days are one day above three."""
    assert excess_over(61, 20, Decimal(3)) == Decimal("1.00")
    assert excess_over(100, 7, Decimal("1.7")) == Decimal("88.10")


@pytest.mark.parametrize(("days", "exceeds", "excess"), [(9, False, "0.00"), (10, True, "1.00")])
def test_the_level_must_be_exceeded(days: int, exceeds: bool, excess: str) -> None:  # noqa: FBT001  a table
    """A mean on the level is not above it; by a day it is, with its sum as a basis."""
    by = profile("skane", amount__2026='{"kronor": 10500, "instrument": "prov"}')
    found = only(ended(3, days, 3), by)

    assert (found.level, found.exceeds) == (Decimal(3), exceeds)
    assert found.excess_days == Decimal(excess)
    assert found.amount == (Decimal(10500) if exceeds else None)


def test_an_unpriced_year_has_days_above_the_level_but_no_sum() -> None:
    """No confirmed amount, no price."""
    found = only(ended(3, 12, 3), profile("skane"))

    assert (found.exceeds, found.amount, found.no_sum) == (True, None, NoSum.AMOUNT_MISSING)


@pytest.mark.parametrize(
    ("facts", "belongs"),
    [
        ({}, True),
        ({"admission_notice_sent": None}, False),
        ({"ready_withdrawn": at("2026-03-04 10:00")}, False),
        ({"sip_needed": True}, False),
        ({"sip_needed": True, "summons_sent": at("2026-03-20 10:00")}, True),
        ({"admission_notice_sent": at("2026-03-03 10:00")}, True),
        ({"regional_services": RegionalServices.UNAVAILABLE}, True),
        ({"discharged": at("2026-03-01 10:00")}, False),
        ({"discharged": None}, False),
        ({"emergency": True}, False),
        ({"care": Care.PSYCHIATRIC}, True),
    ],
)
def test_who_belongs_to_the_average(facts: dict[str, Any], belongs: bool) -> None:  # noqa: FBT001  a table
    """Both notices sent, a summons where one was needed (also a late one), and gone home."""
    one = stay("2026-03-02 10:00", **({"discharged": at("2026-03-09 10:00")} | facts))

    assert bool(averages([one], profile("vgr"))) is belongs


def test_both_definitions_stand_beside_the_profiles_own() -> None:
    """The region's with zero days, and SKR's without, of the same stays."""
    stays = [one for days in (0, 0, 1, 3, 5) for one in ended(3, days)]
    found = only(stays, profile("skane"))

    assert (found.mean_with_zero, found.mean_without_zero) == (Decimal("1.80"), Decimal("3.00"))
    assert (found.persons, found.mean) == (5, Decimal("1.80"))


def test_a_month_of_zero_days_alone_has_no_mean_without_them() -> None:
    """Nobody is left to divide by: no mean, and no verdict that it exceeds."""
    by = profile("skane", payment__average_counts_zero_days="false", payment__average_level='"0"')
    found = only(ended(3, 0, 2), by)

    assert (found.persons, found.mean, found.exceeds) == (0, None, False)


@pytest.mark.parametrize(
    ("key", "own", "reason"),
    [
        ("lag-2017-612", {"payment__average_level": '"3"'}, NoVerdict.NO_AVERAGE_MODEL),
        ("vgr", {}, NoVerdict.LEVEL_NOT_CONFIRMED),
        ("vgr", {"payment__average_level": '"3"'}, NoVerdict.THREE_MONTHS_NEEDED),
        ("jonkoping", {"payment__average_level": '"3"'}, NoVerdict.DEFINITION_NOT_CONFIRMED),
        ("varmland", {}, NoVerdict.NO_AVERAGE_MODEL),
    ],
)
def test_what_nobody_confirmed_gives_no_verdict(
    key: str, own: dict[str, str], reason: NoVerdict
) -> None:
    """No level, no definition or too few months: that is said, and nothing is judged."""
    found = only(ended(3, 40, 4), profile(key, **own))

    assert (found.exceeds, found.no_verdict, found.excess_days) == (None, reason, None)


def test_three_months_go_over_new_year_and_over_an_empty_month() -> None:
    """December, January and February are pooled though nobody left in January."""
    december = stay("2025-12-01 10:00", discharged=at("2025-12-11 10:00"))
    stays = [december, *ended(2, 2, 2)]
    found = averages(stays, profile("vgr", payment__average_level='"3"'))[-1]

    assert (found.month, found.pooled_days, found.pooled_persons) == ((2026, 2), 12, 3)
    assert (found.exceeds, found.excess_days) == (True, Decimal("3.00"))


def test_months_of_years_with_other_amounts_are_left_to_a_hand() -> None:
    """A pooled excess has no day of its own: over two amounts nothing is summed."""
    by = profile(
        "vgr",
        payment__average_level='"1"',
        amount__2025='{"kronor": 12000, "instrument": "a"}',
        amount__2026='{"kronor": 12100, "instrument": "b"}',
    )
    stays = [stay("2025-12-01 10:00", discharged=at("2025-12-11 10:00")), *ended(2, 2, 2)]
    found = averages(stays, by)[-1]

    assert (found.exceeds, found.amount, found.no_sum) == (True, None, NoSum.AMOUNTS_DIFFER)


def test_pooled_months_are_summed_once() -> None:
    """Of six months in a row two windows count, back from the last, and no day twice."""
    by = profile(
        "vgr",
        payment__average_level='"1"',
        amount__2026='{"kronor": 100, "instrument": "prov"}',
    )
    stays = [one for month in range(1, 7) for one in ended(month, 6, 2)]
    (total,) = basis_of(stays, by).payers

    assert (total.days, total.amount) == (Decimal(24), Decimal(2400))


def test_municipalities_are_averaged_each_for_itself() -> None:
    """The placing municipality has the days, and months come in order."""
    stays = [
        stay(id="1", discharged=at("2026-03-04 10:00"), home_municipality="B"),
        stay(id="2", discharged=at("2026-03-09 10:00"), placing_municipality="C"),
        stay("2026-01-02 10:00", id="3", discharged=at("2026-02-01 00:00"), home_municipality="B"),
    ]
    found = averages(stays, profile("skane"))

    assert [(one.municipality, one.month, one.days) for one in found] == [
        ("B", (2026, 2), 30),
        ("B", (2026, 3), 2),
        ("C", (2026, 3), 7),
    ]
