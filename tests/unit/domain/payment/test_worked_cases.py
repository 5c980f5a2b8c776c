"""The worked cases of payment liability, as tables (lag 2017:612 5 kap.)."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest

from kontaktpunkt.bootstrap.shelf import profile_texts
from kontaktpunkt.domain.payment import (
    Care,
    NoLiability,
    PaidStay,
    RegionalServices,
    averages,
    liability_of,
)
from kontaktpunkt.domain.profile import RuleProfile, layer_texts, load_profile, with_own_values
from kontaktpunkt.domain.times import LOCAL_ZONE, Instant, to_instant


def at(text: str) -> Instant:
    """Read a local time, or one with its own zone."""
    moment = datetime.fromisoformat(text)
    return to_instant(moment if moment.tzinfo else moment.replace(tzinfo=LOCAL_ZONE))


def profile(key: str = "lag-2017-612", **own: str) -> RuleProfile:
    """Give a shipped profile with own values (underscores stand for dots)."""
    shipped = load_profile(layer_texts(key, profile_texts()))
    return with_own_values(shipped, {name.replace("__", "."): text for name, text in own.items()})


def stay(ready: str = "2026-03-02 10:00", **facts: Any) -> PaidStay:
    """Give a stay with all conditions met."""
    given: dict[str, Any] = {
        "id": "1",
        "admission_notice_sent": at("2018-01-01 08:00"),
        "ready_notice_sent": at(ready) if ready else None,
        "home_municipality": "A",
    }
    return PaidStay(**(given | facts))


@pytest.mark.parametrize(
    ("sent", "start"),
    [
        ("2026-03-02 10:00", "2026-03-05"),
        ("2026-03-02 12:00:00", "2026-03-05"),
        ("2026-03-02 12:00:01", "2026-03-06"),
        ("2026-03-06 09:00", "2026-03-09"),
        ("2026-12-23 13:30", "2026-12-27"),
        ("2028-02-27 08:00", "2028-03-01"),
        ("2026-01-05T11:00:00+00:00", "2026-01-08"),
        ("2026-03-28 12:00:01", "2026-04-01"),
        ("2026-10-24 11:59:59", "2026-10-27"),
    ],
)
def test_the_start_follows_the_noon_rule_over_weekends_and_holidays(sent: str, start: str) -> None:
    """Payment starts on day three, or four after twelve, whatever days those are (5 kap. 4 §)."""
    assert liability_of(stay(sent), profile()).start == date.fromisoformat(start)


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"admission_notice_sent": None}, NoLiability.NO_ADMISSION_NOTICE),
        ({"ready_notice_sent": None}, NoLiability.NO_READINESS_NOTICE),
        ({"sip_needed": True}, NoLiability.NO_SUMMONS),
        (
            {"sip_needed": True, "summons_sent": at("2026-03-06 08:00")},
            NoLiability.LATE_SUMMONS,
        ),
        (
            {"regional_services": RegionalServices.UNAVAILABLE},
            NoLiability.REGIONAL_SERVICES_MISSING,
        ),
        ({"regional_services": RegionalServices.UNCLEAR}, NoLiability.REGIONAL_SERVICES_MISSING),
        ({"ready_withdrawn": at("2026-03-03 09:00")}, NoLiability.READINESS_WITHDRAWN),
        ({"admission_notice_sent": at("2026-03-02 11:00")}, NoLiability.LATE_ADMISSION_NOTICE),
    ],
)
def test_a_missing_condition_means_no_start(facts: dict[str, Any], reason: NoLiability) -> None:
    """Without any of the conditions of 5 kap. 3 and 5 §§ nothing starts, and why is said."""
    found = liability_of(stay(**facts), profile())

    assert (found.start, found.days, found.amount, found.reason) == (None, None, None, reason)


def test_a_summons_on_the_third_day_is_in_time() -> None:
    """A summons sent on 5 March for a notice of 2 March is in time (4 kap. 3 §)."""
    found = liability_of(stay(sip_needed=True, summons_sent=at("2026-03-05 23:59")), profile())

    assert found.start == date(2026, 3, 5)


def test_a_withdrawal_before_the_notice_belongs_to_an_earlier_one() -> None:
    """Withdrawn on 3 March and told anew on 10 March: the new notice starts a clock of its own."""
    again = stay("2026-03-10 09:00", ready_withdrawn=at("2026-03-03 08:00"))

    assert liability_of(again, profile()).start == date(2026, 3, 13)


def test_the_placing_municipality_pays() -> None:
    """Who decided on a stay in another municipality pays, wherever the person is registered."""
    assert liability_of(stay(placing_municipality="B"), profile()).payer == "B"
    assert liability_of(stay(), profile()).payer == "A"


@pytest.mark.parametrize(("paid", "days", "amount"), [("false", 3, "23400"), ("true", 4, "31200")])
def test_days_and_amount_follow_the_flag_for_the_day_of_discharge(
    paid: str, days: int, amount: str
) -> None:
    """6 to 9 June 2019 is three days, or four where the day of discharge is paid."""
    found = liability_of(
        stay("2019-06-03 10:00", discharged=at("2019-06-09 13:00")),
        profile(payment__discharge_day_paid=paid),
    )

    assert (found.start, found.days, found.amount) == (date(2019, 6, 6), days, Decimal(amount))


def test_amounts_follow_the_year_of_each_day() -> None:
    """Two days of 2022 and one of 2023 are priced each by its year."""
    priced = profile(
        payment__discharge_day_paid="false",
        amount__2023='{"kronor": 10500, "instrument": "HSLF-FS 2022:60"}',
    )

    found = liability_of(stay("2022-12-27 10:00", discharged=at("2023-01-02 10:00")), priced)

    assert (found.days, found.amount) == (3, Decimal(29100))


def test_a_year_without_confirmed_amount_has_days_but_no_sum() -> None:
    """No confirmed amount, no price: the year that lacks it is named."""
    found = liability_of(stay(discharged=at("2026-03-09 10:00")), profile())

    assert (found.days, found.amount) == (4, None)
    assert (found.reason, found.year) == (NoLiability.AMOUNT_MISSING, 2026)
    assert not found.discharge_day_confirmed


def test_somebody_who_goes_home_before_the_start_costs_nothing() -> None:
    """Home on the day of the start, or before: zero days, zero kronor."""
    found = liability_of(stay("2019-06-03 10:00", discharged=at("2019-06-05 10:00")), profile())

    assert (found.days, found.amount) == (0, Decimal(0))


@pytest.mark.parametrize(
    ("home", "alone"), [("2026-03-09 10:00", False), ("2026-03-10 10:00", True)]
)
def test_more_than_seven_days_is_counted_alone_in_jonkoping(home: str, *, alone: bool) -> None:
    """Seven days are only in the average; the eighth makes the stay counted for itself."""
    found = liability_of(stay(discharged=at(home)), profile("jonkoping"))

    assert (found.reason, found.individual) == (NoLiability.AVERAGE_MODEL, alone)


def test_compulsory_outpatient_care_is_left_out_in_jonkoping() -> None:
    """ÖPT and ÖRV do not count where the agreement leaves them out."""
    found = liability_of(stay(care=Care.OPT), profile("jonkoping"))

    assert found.reason is NoLiability.COMPULSORY_OUTPATIENT


def test_an_unconfirmed_model_gives_no_start() -> None:
    """Where nobody has confirmed the region's model, nothing is worked out."""
    assert liability_of(stay(), profile("varmland")).reason is NoLiability.MODEL_NOT_CONFIRMED


def ended(month: int, days: int, count: int = 1) -> list[PaidStay]:
    """Give stays that ended in a month of 2026 after so many days in all, spread over them."""
    each, extra = divmod(days, count)
    lengths = [each + (1 if at_place < extra else 0) for at_place in range(count)]
    return [
        stay(
            f"2026-{month:02d}-{28 - length:02d} 10:00" if length < 28 else "2026-01-01 10:00",
            discharged=at(f"2026-{month:02d}-28 12:00"),
        )
        for length in lengths
    ]


def test_three_months_are_pooled_and_not_the_mean_of_means() -> None:
    """Ten, nine and forty-one days over four, six and ten persons are 3.00 together, not 2.70."""
    stays = [*ended(1, 10, 4), *ended(2, 9, 6), *ended(3, 41, 10)]

    found = averages(stays, profile("vgr", payment__average_level="3"))

    assert [one.mean for one in found] == [Decimal("2.50"), Decimal("1.50"), Decimal("4.10")]
    assert (found[2].pooled_days, found[2].pooled_persons) == (60, 20)
    assert found[2].pooled_mean == Decimal("3.00")
    assert found[2].exceeds is False


@pytest.mark.parametrize(("zero", "mean"), [("true", "1.80"), ("false", "3.00")])
def test_days_of_zero_count_or_not_by_the_profile(zero: str, mean: str) -> None:
    """Nought, nought, one, three and five days are 1.8 with zero days and 3.0 without."""
    stays = [one for days in (0, 0, 1, 3, 5) for one in ended(3, days)]

    found = averages(stays, profile(payment__average_counts_zero_days=zero))

    assert found[0].mean == Decimal(mean)


def test_a_level_that_nobody_confirmed_is_never_exceeded() -> None:
    """Without a confirmed level nothing is said about regulation."""
    assert averages(ended(3, 9), profile("vgr"))[0].exceeds is None
