"""Payment liability at its edges: clocks and zones, withdrawals, years, and what the law omits."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from kontaktpunkt.domain.payment import (
    Care,
    GroundKind,
    NoLiability,
    RegionalServices,
    basis_of,
    grounds_of,
    liability_of,
    notice_in_force,
)
from kontaktpunkt.domain.times import Instant
from unit.domain.payment.test_worked_cases import at, profile, stay


@pytest.mark.parametrize(
    ("sent", "start"),
    [
        ("2026-03-02T12:00:00+01:00", "2026-03-05"),
        ("2026-03-02T11:00:00+00:00", "2026-03-05"),
        ("2026-03-02T11:00:00.000001+00:00", "2026-03-06"),
        ("2026-03-02T06:00:00-05:00", "2026-03-05"),
        ("2026-03-02T20:00:00+09:00", "2026-03-05"),
        ("2026-03-02T20:00:01+09:00", "2026-03-06"),
        ("2026-07-01T10:00:00+00:00", "2026-07-04"),
        ("2026-07-01T10:00:01+00:00", "2026-07-05"),
        ("2026-03-02T23:30:00+00:00", "2026-03-06"),
        ("2026-03-29T10:00:00+00:00", "2026-04-01"),
        ("2026-03-29T11:00:00+00:00", "2026-04-02"),
        ("2026-10-25T11:00:00+00:00", "2026-10-28"),
        ("2026-10-25T10:30:00+00:00", "2026-10-28"),
        ("2026-12-31T22:59:59+00:00", "2027-01-04"),
        ("2026-12-31T23:00:00+00:00", "2027-01-04"),
    ],
)
def test_noon_and_midnight_are_those_of_swedish_clocks(sent: str, start: str) -> None:
    """Whatever zone a time is given in, noon and the day are Swedish, summer time included."""
    assert liability_of(stay(sent), profile()).start == date.fromisoformat(start)


@pytest.mark.parametrize(
    ("left", "days"),
    [
        ("2019-06-03 11:00", 0),
        ("2019-06-05 23:59", 0),
        ("2019-06-06 00:00", 0),
        ("2019-06-06 23:59", 0),
        ("2019-06-07 00:00", 1),
        ("2019-06-09 00:00", 3),
    ],
)
def test_days_are_counted_by_date_and_never_below_none(left: str, days: int) -> None:
    """Home before the start, or on its day, is no day; each midnight after it is one."""
    found = liability_of(stay("2019-06-03 10:00", discharged=at(left)), profile())

    assert (found.days, found.amount) == (days, Decimal(7800) * days)


def test_days_over_the_night_of_summer_time_are_whole_days() -> None:
    """The night of 23 hours is a day like any other."""
    found = liability_of(stay("2019-03-26 10:00", discharged=at("2019-04-01 10:00")), profile())

    assert (found.start, found.days) == (date(2019, 3, 29), 3)


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"discharged": at("2026-03-02 09:59")}, NoLiability.DISCHARGED_BEFORE_NOTICE),
        ({"ready_withdrawn": at("2026-03-05 23:59")}, NoLiability.READINESS_WITHDRAWN),
        ({"ready_withdrawn": at("2026-03-02 10:00")}, NoLiability.READINESS_WITHDRAWN),
        ({"ready_withdrawn": at("2026-03-06 00:00")}, NoLiability.WITHDRAWN_AFTER_START),
        (
            {"ready_withdrawn": at("2026-03-09 15:00"), "discharged": at("2026-03-09 10:00")},
            NoLiability.WITHDRAWN_AFTER_DISCHARGE,
        ),
        ({"emergency": True}, NoLiability.EMERGENCY_STAY),
        (
            {"ready_notice_sent": None, "ready_time_unknown": True},
            NoLiability.READINESS_TIME_MISSING,
        ),
        (
            {"ready_notice_sent": None, "admission_notice_sent": None},
            NoLiability.NO_ADMISSION_NOTICE,
        ),
        ({"sip_needed": True, "summons_sent": at("2026-03-06 00:00")}, NoLiability.LATE_SUMMONS),
        ({"regional_services": RegionalServices.UNCLEAR}, NoLiability.REGIONAL_SERVICES_MISSING),
    ],
)
def test_what_the_law_does_not_price_has_a_reason_and_no_sum(
    facts: dict[str, Any], reason: NoLiability
) -> None:
    """No start, no days, no sum: the reason says whether somebody must judge."""
    found = liability_of(stay(**facts), profile())

    assert (found.reason, found.start, found.days, found.amount) == (reason, None, None, None)


@pytest.mark.parametrize("sent", ["2026-03-01 08:00", "2026-03-02 09:00", "2026-03-05 23:59:59"])
def test_a_summons_before_the_notice_or_on_the_third_day_is_in_time(sent: str) -> None:
    """Three days are three dates, not 72 hours; an early summons is a summons."""
    found = liability_of(stay(sip_needed=True, summons_sent=at(sent)), profile())

    assert found.start == date(2026, 3, 5)


def test_who_still_lies_there_goes_on() -> None:
    """Without discharge there is a start and the days so far, but no sum."""
    found = liability_of(stay(), profile(), date(2026, 3, 9))

    assert (found.start, found.days, found.days_so_far) == (date(2026, 3, 5), None, 4)
    assert (found.reason, found.amount) == (NoLiability.NOT_DISCHARGED, None)
    assert liability_of(stay(), profile(), date(2026, 3, 4)).days_so_far == 0


def test_days_over_new_year_with_one_year_unpriced_keep_their_days() -> None:
    """The priced days stand with their sum; the whole has none, and the year is named."""
    found = liability_of(stay("2022-12-27 10:00", discharged=at("2023-01-02 10:00")), profile())

    assert (found.days, found.amount, found.year) == (3, None, 2023)
    assert [(span.days, span.total) for span in found.spans] == [(2, Decimal(18600)), (1, None)]


def test_an_agreed_amount_that_ends_within_a_year_is_told_apart() -> None:
    """VGR's interim amount held to 24 September 2018; the days after it have none."""
    own = profile("vgr", payment__model='"individual"')
    found = liability_of(stay("2018-09-20 10:00", discharged=at("2018-09-27 10:00")), own)

    assert [(span.first, span.days, span.kronor) for span in found.spans] == [
        (date(2018, 9, 23), 2, Decimal(4277)),
        (date(2018, 9, 25), 2, None),
    ]


@pytest.mark.parametrize(
    ("notices", "withdrawals", "counts", "void"),
    [
        ([], [], None, ()),
        ([], [5], None, ()),
        ([1], [], 1, ()),
        ([1, 4], [], 1, ()),
        ([1, 4], [2], 4, (1,)),
        ([4, 1], [2], 4, (1,)),
        ([1, 4, 6], [2, 5], 6, (1, 4)),
        ([1, 4], [2, 5], 4, (1,)),
        ([1], [2], 1, ()),
    ],
)
def test_the_first_notice_after_the_last_withdrawal_counts(
    notices: list[int], withdrawals: list[int], counts: int | None, void: tuple[int, ...]
) -> None:
    """A withdrawal makes what was said before it void; saying it twice starts no new clock."""
    found = notice_in_force(map(Instant, notices), map(Instant, withdrawals))

    assert found == (counts, void)


@pytest.mark.parametrize(
    ("sent", "key", "start"),
    [
        ("2018-06-01 10:00", "lag-2017-612", "2018-07-01"),
        ("2018-12-31 15:00", "lag-2017-612", "2019-01-30"),
        ("2019-01-01 10:00", "lag-2017-612", "2019-01-04"),
        ("2020-02-03 15:00", "vgr", "2020-02-10"),
    ],
)
def test_psychiatric_care_had_days_of_its_own(sent: str, key: str, start: str) -> None:
    """Thirty days in 2018 by the law's transition; seven in VGR in the first quarter of 2020."""
    found = liability_of(stay(sent, care=Care.PSYCHIATRIC), profile(key))

    assert found.start == date.fromisoformat(start)


def test_psychiatric_care_is_like_other_care_in_vgr_since_april_2020() -> None:
    """From 1 April 2020 the average counts it too."""
    found = liability_of(stay("2020-04-01 10:00", care=Care.PSYCHIATRIC), profile("vgr"))

    assert found.reason is NoLiability.AVERAGE_MODEL


@pytest.mark.parametrize(
    ("key", "reason"),
    [
        ("lag-2017-612", NoLiability.NOT_DISCHARGED),
        ("jonkoping", NoLiability.COMPULSORY_OUTPATIENT),
        ("skane", NoLiability.AVERAGE_MODEL),
    ],
)
def test_compulsory_care_outside_hospital_follows_the_agreement(
    key: str, reason: NoLiability
) -> None:
    """ÖPT and ÖRV are left out in Jönköping alone."""
    assert liability_of(stay(care=Care.OPT), profile(key)).reason is reason


def test_the_evidence_names_notice_section_and_source() -> None:
    """Each line says what it rests on; a missing notice does not hold."""
    lines = grounds_of(
        stay(admission_notice_sent=None, placing_municipality="B", earlier_notices=(Instant(1),)),
        profile(),
    )
    by_kind = {line.kind: line for line in lines}

    assert by_kind[GroundKind.ADMISSION_NOTICE].holds is False
    assert by_kind[GroundKind.READINESS_NOTICE].at == at("2026-03-02 10:00")
    assert by_kind[GroundKind.PAYER_PLACING].value == "B"
    assert by_kind[GroundKind.GRACE_DAYS].value == 3
    assert "5 kap. 4 §" in by_kind[GroundKind.GRACE_DAYS].source
    assert GroundKind.EARLIER_NOTICE in by_kind


def test_each_payer_has_a_sum_and_what_it_leaves_out() -> None:
    """Priced days are summed; ongoing stays and those for a hand are counted beside it."""
    stays = [
        stay("2019-06-03 10:00", id="1", discharged=at("2019-06-09 13:00")),
        stay("2019-06-03 10:00", id="2"),
        stay("2019-06-03 10:00", id="3", discharged=at("2019-06-02 13:00")),
        stay("2026-03-02 10:00", id="4", discharged=at("2026-03-09 13:00"), home_municipality="B"),
    ]
    a, b = basis_of(stays, profile(), date(2026, 4, 1)).payers

    assert (a.days, a.amount, a.ongoing, a.by_hand) == (Decimal(3), Decimal(23400), 1, 1)
    assert (b.days, b.amount, b.unpriced) == (Decimal(4), None, Decimal(4))


def test_no_summons_is_asked_for_where_no_plan_is_made() -> None:
    """For compulsory care outside hospital no SIP is made, so none can be missing (4 kap. 1 §)."""
    found = liability_of(stay(care=Care.OPT, sip_needed=True), profile("lag-2017-612"))

    assert found.reason not in (NoLiability.NO_SUMMONS, NoLiability.LATE_SUMMONS)
