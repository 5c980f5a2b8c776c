"""What staff type in a hurry becomes the time that they meant, or a reason why not."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kontaktpunkt.domain.times import LOCAL_ZONE, MINUTE, Instant, at_local, to_instant, to_local
from kontaktpunkt.usecases.arriving.entry_times import (
    SLACK,
    Direction,
    TimeFault,
    TypedTime,
    read_time,
)

NOW = at_local(date(2026, 3, 10), time(8, 40))  # a Tuesday


def _shown(found: TypedTime | TimeFault) -> str:
    if isinstance(found, TimeFault):
        return found.value
    return to_local(found.instant).strftime("%Y-%m-%d %H:%M") + (
        "" if found.clock_given else " noon"
    )


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("0812", "2026-03-10 08:12"),
        ("812", "2026-03-10 08:12"),
        ("08:12", "2026-03-10 08:12"),
        ("8.12", "2026-03-10 08:12"),
        ("kl 8", "2026-03-10 08:00"),
        ("klockan 08.12", "2026-03-10 08:12"),
        ("2350", "2026-03-09 23:50"),
        ("0844", "2026-03-10 08:44"),
        ("0900", "2026-03-09 09:00"),
        ("igår 14:30", "2026-03-09 14:30"),
        ("i går 1430", "2026-03-09 14:30"),
        ("1430 igår", "2026-03-09 14:30"),
        ("I FÖRRGÅR 7", "2026-03-08 07:00"),
        ("idag 0812", "2026-03-10 08:12"),
        ("3/3 1200", "2026-03-03 12:00"),
        ("3/3 kl 12", "2026-03-03 12:00"),
        ("3 mars 12:00", "2026-03-03 12:00"),
        ("den 3:e mars, 12.00", "2026-03-03 12:00"),
        ("24/12 1500", "2025-12-24 15:00"),
        ("3/3-25 1200", "2025-03-03 12:00"),
        ("3/3/2025 1200", "2025-03-03 12:00"),
        ("2026-03-03 12:00", "2026-03-03 12:00"),
        ("2026-03-03T12:00", "2026-03-03 12:00"),
        ("20260303 1200", "2026-03-03 12:00"),
        ("260303 1200", "2026-03-03 12:00"),
        ("fre 1615", "2026-03-06 16:15"),
        ("i fredags", "not_understood"),
        ("tisdag 0800", "2026-03-10 08:00"),
        ("tis 0900", "2026-03-03 09:00"),
        ("nu", "2026-03-10 08:40"),
        ("för 20 min", "2026-03-10 08:20"),
        ("2 tim sedan", "2026-03-10 06:40"),
        ("igår", "2026-03-09 12:00 noon"),
        ("idag", "needs_clock"),
        ("imorgon 10", "in_future"),
        ("idag 0900", "in_future"),
        ("12/3 0800", "in_future"),
        ("31/2 1200", "no_such_day"),
        ("2026-13-01", "no_such_day"),
        ("2560", "no_such_clock"),
        ("24:00", "no_such_clock"),
        ("99", "no_such_clock"),
        ("halv nio", "not_understood"),
        ("", "not_understood"),
        ("3/3 4/4", "not_understood"),
        ("igår igår 12", "not_understood"),
    ],
)
def test_a_time_that_has_been_is_understood(typed: str, meant: str) -> None:
    """What I type about something that has happened is read as the latest such time."""
    assert _shown(read_time(typed, NOW)) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1400", "2026-03-10 14:00"),
        ("0800", "2026-03-11 08:00"),
        ("i morgon 10", "2026-03-11 10:00"),
        ("imorgon", "2026-03-11 12:00 noon"),
        ("övermorgon 13.30", "2026-03-12 13:30"),
        ("fre 11", "2026-03-13 11:00"),
        ("tis 0800", "2026-03-17 08:00"),
        ("12/3", "2026-03-12 12:00 noon"),
        ("2/1 10", "2026-01-02 10:00"),
        ("om 2 tim", "2026-03-10 10:40"),
        ("om 45 min", "2026-03-10 09:25"),
    ],
)
def test_a_time_that_is_to_come_is_understood(typed: str, meant: str) -> None:
    """A planned discharge is read as the next such time."""
    assert _shown(read_time(typed, NOW, Direction.COMING)) == meant


def test_the_hour_that_spring_skips_does_not_exist() -> None:
    """Half past two the night when the clocks go forward is told to be no time at all."""
    now = at_local(date(2026, 3, 29), time(8))

    assert read_time("0230", now) is TimeFault.NO_SUCH_CLOCK


def test_new_year_is_crossed_backwards() -> None:
    """On the second of January, 30/12 was last year."""
    now = at_local(date(2026, 1, 2), time(8))

    assert _shown(read_time("30/12 1200", now)) == "2025-12-30 12:00"


_moments = st.datetimes(datetime(2024, 1, 2), datetime(2030, 1, 1)).map(  # noqa: DTZ001 - made local below
    lambda naive: to_instant(naive.replace(second=0, microsecond=0, tzinfo=LOCAL_ZONE))
)


@given(_moments, st.integers(0, 23), st.integers(0, 59))
def test_a_clock_alone_is_within_the_last_day(now: Instant, hour: int, minute: int) -> None:
    """A clock alone means a time during the last day (25 hours in autumn), never one to come."""
    found = read_time(f"{hour:02}{minute:02}", now)

    if isinstance(found, TypedTime):
        assert now - 25 * 60 * MINUTE <= found.instant <= now + SLACK
        assert (to_local(found.instant).hour, to_local(found.instant).minute) == (hour, minute)
    else:
        assert found is TimeFault.NO_SUCH_CLOCK


@given(_moments, st.timedeltas(timedelta(0), timedelta(days=400)))
def test_a_full_date_is_read_as_it_stands(now: Instant, back: timedelta) -> None:
    """Year, month, day and clock mean just that."""
    then = to_local(Instant(now - back // timedelta(microseconds=1)))

    found = read_time(then.strftime("%Y-%m-%d %H:%M"), now)

    assert isinstance(found, TypedTime)
    assert to_local(found.instant).strftime("%Y%m%d%H%M") == then.strftime("%Y%m%d%H%M")


@given(st.text(max_size=30), _moments)
def test_no_text_makes_it_fall(typed: str, now: Instant) -> None:
    """Whatever is typed, the answer is a time or a reason."""
    assert isinstance(read_time(typed, now), TypedTime | TimeFault)
