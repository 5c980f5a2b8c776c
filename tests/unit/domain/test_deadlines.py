"""The statutory clocks: every worked case as a row, and what they are counted from."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kontaktpunkt.domain.calendar.deadlines import (
    Grounds,
    Rule,
    StartingFact,
    admission_notice_due,
    check_admission_notice,
    is_after_cut_off,
    readiness_age,
    statutory_start,
    statutory_start_with_grounds,
)
from kontaktpunkt.domain.times import HOUR, LOCAL_ZONE, Instant, to_instant, to_local


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
    assert statutory_start(at(sent)) == start


def test_a_start_tells_what_it_was_counted_from() -> None:
    """Whoever doubts the day sees the section, the message's time and whether noon had passed."""
    sent = at("2026-03-02 12:00:01")

    start = statutory_start_with_grounds(sent)

    assert (start.day, start.after_cut_off) == (date(2026, 3, 6), True)
    assert start.grounds == Grounds(Rule.PAYMENT_START, StartingFact.READINESS_NOTICE_SENT, sent)


def test_another_cut_off_can_be_agreed() -> None:
    """Lag 2017:612 4 kap. 5 §: region and municipality may agree on another time."""
    sent = at("2026-03-02 12:30")

    assert is_after_cut_off(sent)
    assert statutory_start(sent, time(14)) == date(2026, 3, 5)


@given(st.integers(0, 4_000_000_000_000_000), st.integers(0, 400 * 24 * HOUR))
def test_a_later_notice_never_starts_earlier(sent: int, later: int) -> None:
    """Waiting with the notice never helps the one who sends it."""
    earlier_start = statutory_start(Instant(sent))

    assert earlier_start <= statutory_start(Instant(sent + later))
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


_ADMITTED, _DUE = "2026-03-02 14:20", "2026-03-03 14:20"


@pytest.mark.parametrize(
    ("sent", "now", "in_time"),
    [
        ("2026-03-03 14:20", "2026-03-04 08:00", True),
        ("2026-03-03 14:20:00.000001", "2026-03-04 08:00", False),
        ("2026-03-02 14:00", "2026-03-04 08:00", True),
        (None, "2026-03-03 14:20", None),
        (None, "2026-03-03 14:21", False),
    ],
)
def test_it_is_told_whether_the_admission_notice_came_in_time(
    sent: str | None, now: str, in_time: object
) -> None:
    """As evidence: in time, too late, or still to come."""
    check = check_admission_notice(at(_ADMITTED), at(sent) if sent else None, at(now))

    assert (check.due, check.in_time) == (at(_DUE), in_time)
    assert check.grounds == Grounds(Rule.ADMISSION_NOTICE, StartingFact.ADMITTED, at(_ADMITTED))


@pytest.mark.parametrize(
    ("judged", "fact", "due"),
    [
        ("2026-03-04 09:00", StartingFact.NEED_JUDGED, "2026-03-05 09:00"),
        ("2026-03-01 09:00", StartingFact.ADMITTED, _DUE),
    ],
)
def test_a_need_that_is_seen_later_starts_the_clock_then(
    judged: str, fact: StartingFact, due: str
) -> None:
    """Lag 2017:612 2 kap. 3 §: 24 hours from the judgement when the need is seen afterwards."""
    check = check_admission_notice(at(_ADMITTED), None, at("2026-03-02 15:00"), at(judged))

    assert (check.grounds.fact, check.due) == (fact, at(due))


@pytest.mark.parametrize(
    ("sent", "now", "days", "minutes"),
    [
        ("2026-03-02 10:00", "2026-03-02 23:59", 0, 839),
        ("2026-03-02 23:59", "2026-03-03 00:01", 1, 2),
        ("2026-03-28 12:00", "2026-03-29 12:00", 1, 23 * 60),
        ("2026-03-02 10:00", "2026-03-05 10:00", 3, 3 * 24 * 60),
        ("2026-03-02 10:00", "2026-03-02 09:58", 0, 0),
    ],
)
def test_readiness_is_as_old_as_its_calendar_days(
    sent: str, now: str, days: int, minutes: int
) -> None:
    """The day of the notice is day zero; a clock that goes wrong makes nobody younger."""
    age = readiness_age(at(sent), at(now))

    assert (age.days, age.minutes) == (days, minutes)
    assert age.grounds == Grounds(
        Rule.READINESS_NOTICE, StartingFact.READINESS_NOTICE_SENT, at(sent)
    )
