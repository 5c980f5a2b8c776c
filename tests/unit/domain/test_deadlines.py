"""What the statute counts by: noon, 24 hours, and days that are calendar days in Sweden."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kontaktpunkt.domain.calendar.deadlines import admission_notice_due, is_after_cut_off
from kontaktpunkt.domain.payment.liability import start_of
from kontaktpunkt.domain.times import HOUR, LOCAL_ZONE, Instant, to_instant, to_local
from told_case import terms

LAW = terms().profile


def at(text: str) -> Instant:
    """Read a time, local unless it says its zone."""
    moment = datetime.fromisoformat(text)
    return to_instant(moment if moment.tzinfo else moment.replace(tzinfo=LOCAL_ZONE))


@pytest.mark.parametrize(
    ("sent", "start"),
    [
        ("2026-03-02 10:00", date(2026, 3, 5)),
        ("2026-03-02 12:00:00", date(2026, 3, 5)),
        ("2026-03-02 12:00:00.000001", date(2026, 3, 6)),
        ("2026-03-02 12:00:01", date(2026, 3, 6)),
        ("2026-03-06 09:00", date(2026, 3, 9)),
        ("2026-12-23 13:30", date(2026, 12, 27)),
        ("2028-02-27 08:00", date(2028, 3, 1)),
        ("2026-01-05T11:00:00Z", date(2026, 1, 8)),
        ("2026-01-05T11:00:01Z", date(2026, 1, 9)),
        ("2026-07-06T10:00:00Z", date(2026, 7, 9)),  # 12.00 in summer
        ("2026-07-06T10:00:01Z", date(2026, 7, 10)),
        ("2026-03-02T23:30:00Z", date(2026, 3, 6)),  # half past midnight on the third, here
        ("2026-03-28 11:59", date(2026, 3, 31)),  # the night to summer time counts as any other
        ("2026-10-24 12:01", date(2026, 10, 28)),
        ("2026-12-30 23:59", date(2027, 1, 3)),
    ],
)
def test_payment_liability_starts_three_or_four_days_after_the_notice(
    sent: str, start: date
) -> None:
    """Lag 2017:612 5 kap. 4 §: three days after sending, four after 12.00; all days count."""
    assert start_of(at(sent), LAW) == start


def test_another_cut_off_can_be_agreed() -> None:
    """Lag 2017:612 4 kap. 5 §: region and municipality may agree on another time."""
    sent = at("2026-03-02 12:30")

    assert is_after_cut_off(sent)
    assert not is_after_cut_off(sent, time(14))
    assert start_of(sent, terms(payment__cut_off='"14:00"').profile) == date(2026, 3, 5)


# From 2018, when the law came into force, to 2096.
@given(st.integers(1_600_000_000_000_000, 4_000_000_000_000_000), st.integers(0, 400 * 24 * HOUR))
def test_a_later_notice_never_starts_earlier(sent: int, later: int) -> None:
    """Waiting with the notice never helps the one who sends it."""
    earlier_start = start_of(Instant(sent), LAW)

    assert earlier_start <= start_of(Instant(sent + later), LAW)
    assert (earlier_start - to_local(Instant(sent)).date()).days in (3, 4)


@pytest.mark.parametrize(
    ("admitted", "due"),
    [
        ("2026-03-02 14:20", "2026-03-03 14:20"),
        ("2026-03-28 14:00", "2026-03-29 15:00"),
        ("2026-10-24 14:00", "2026-10-25 13:00"),
        ("2026-12-31 23:59", "2027-01-01 23:59"),
    ],
)
def test_the_admission_notice_is_due_after_24_elapsed_hours(admitted: str, due: str) -> None:
    """Lag 2017:612 2 kap. 3 §: 24 hours are 24 hours also when the clocks change."""
    assert admission_notice_due(at(admitted)) == at(due)
