"""Time counted in office hours: over nights, weekends, red days and the change of clocks."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kontaktpunkt.domain.calendar.office_hours import (
    OfficeClock,
    OfficeHours,
    Span,
    add_working_minutes,
    office_clock,
)
from kontaktpunkt.domain.calendar.red_days import is_red_day
from kontaktpunkt.domain.times import LOCAL_ZONE, MINUTE, Instant, to_instant, to_local

LONG_DAY = (Span(time(7), time(16, 30)),)
WITH_LUNCH = (Span(time(8, 30), time(11, 30)), Span(time(13), time(16)))
HOURS = OfficeHours((LONG_DAY,) * 5 + ((), ()))
SPLIT = OfficeHours((WITH_LUNCH,) * 5 + ((), ()))
ALWAYS = OfficeHours(((Span(time(0), time(0)),),) * 7)
NEVER = OfficeHours(((),) * 7)


def at(text: str) -> Instant:
    """Read a local time as staff write it, 2026-03-02 10:00; a final B means the second of two."""
    second = text.endswith("B")
    local = datetime.fromisoformat(text.removesuffix("B")).replace(tzinfo=LOCAL_ZONE)
    return to_instant(local.replace(fold=1) if second else local)


def _never_red(day: date) -> bool:
    del day
    return False


def _always_red(day: date) -> bool:
    del day
    return True


@pytest.mark.parametrize(
    ("start", "minutes", "due"),
    [
        ("2026-03-02 08:10", 30, "2026-03-02 08:40"),
        ("2026-03-02 06:00", 30, "2026-03-02 07:30"),
        ("2026-03-02 16:00", 30, "2026-03-02 16:30"),
        ("2026-03-02 16:01", 30, "2026-03-03 07:01"),
        ("2026-03-02 16:30", 30, "2026-03-03 07:30"),
        ("2026-03-06 16:20", 30, "2026-03-09 07:20"),  # Friday to Monday
        ("2026-03-07 12:00", 30, "2026-03-09 07:30"),  # Saturday
        ("2026-04-02 16:20", 30, "2026-04-07 07:20"),  # Maundy Thursday, over Easter
        ("2026-12-23 16:20", 30, "2026-12-28 07:20"),  # over Christmas
        ("2026-03-02 07:00", 570, "2026-03-02 16:30"),
        ("2026-03-02 07:00", 571, "2026-03-03 07:01"),
        ("2026-03-02 07:00", 2850, "2026-03-06 16:30"),
        ("2026-03-02 20:00", 0, "2026-03-02 20:00"),
    ],
)
def test_only_minutes_at_work_count(start: str, minutes: int, due: str) -> None:
    """A message that came Friday at closing time is not late on Monday before we have begun."""
    assert add_working_minutes(at(start), minutes, HOURS, is_red_day) == at(due)


@pytest.mark.parametrize(
    ("start", "minutes", "due"),
    [
        ("2026-03-02 11:20", 30, "2026-03-02 13:20"),
        ("2026-03-02 12:00", 30, "2026-03-02 13:30"),
        ("2026-03-02 11:00", 30, "2026-03-02 11:30"),
        ("2026-03-02 08:30", 361, "2026-03-03 08:31"),
    ],
)
def test_a_break_does_not_count(start: str, minutes: int, due: str) -> None:
    """While the phone is closed over lunch, nothing grows older."""
    assert add_working_minutes(at(start), minutes, SPLIT, is_red_day) == at(due)


@pytest.mark.parametrize(
    ("start", "minutes", "due"),
    [
        ("2026-03-29 01:30", 60, "2026-03-29 03:30"),  # the hour from two to three is not there
        ("2026-03-28 12:00", 24 * 60, "2026-03-29 13:00"),
        ("2026-10-25 01:30", 60, "2026-10-25 02:30"),
        ("2026-10-25 01:30", 120, "2026-10-25 02:30B"),  # and here it is there twice
        ("2026-10-24 12:00", 24 * 60, "2026-10-25 11:00"),
    ],
)
def test_minutes_are_elapsed_minutes_when_the_clocks_change(
    start: str, minutes: int, due: str
) -> None:
    """Who works around the clock works an hour less in March and one more in October."""
    assert add_working_minutes(at(start), minutes, ALWAYS, _never_red) == at(due)


def test_a_span_in_the_hour_that_is_skipped_is_no_span() -> None:
    """Hours from 02:00 to 03:00 don't exist on the night when summer time begins."""
    nights = OfficeHours(((Span(time(2, 15), time(3)),),) * 7)

    due = add_working_minutes(at("2026-03-28 02:30"), 60, nights, _never_red)

    assert due == at("2026-03-30 02:45")


def test_hours_that_never_come_give_no_time() -> None:
    """Where nobody ever works nothing is ever late, and the program does not hang."""
    monday = at("2026-03-02 10:00")

    assert add_working_minutes(monday, 30, NEVER, is_red_day) is None
    assert add_working_minutes(monday, 30, HOURS, _always_red) is None
    assert OfficeClock(HOURS, _always_red).next_opening(monday) is None
    assert OfficeClock(NEVER, is_red_day).minutes_between(monday, at("2026-03-03 10:00")) == 0


@pytest.mark.parametrize(
    ("moment", "until", "opens"),
    [
        ("2026-03-02 08:29", None, "2026-03-02 08:30"),
        ("2026-03-02 08:30", "2026-03-02 11:30", "2026-03-02 13:00"),
        ("2026-03-02 11:29", "2026-03-02 11:30", "2026-03-02 13:00"),
        ("2026-03-02 11:30", None, "2026-03-02 13:00"),
        ("2026-03-02 16:00", None, "2026-03-03 08:30"),
        ("2026-03-06 17:00", None, "2026-03-09 08:30"),
        ("2026-01-06 10:00", None, "2026-01-07 08:30"),  # Trettondedagen, a Tuesday
    ],
)
def test_it_is_known_whether_we_are_open(moment: str, until: str | None, opens: str) -> None:
    """The strip says until when we are open, or when we open next."""
    clock = office_clock(SPLIT, is_red_day)
    instant = at(moment)

    assert clock.open_until(instant) == (at(until) if until else None)
    assert clock.is_open(instant) == (until is not None)
    assert clock.next_opening(instant) == at(opens)


_HOURS = st.sampled_from([HOURS, SPLIT, ALWAYS])
_STARTS = st.datetimes(datetime(2025, 1, 1), datetime(2027, 12, 31)).map(  # noqa: DTZ001  made local below
    lambda moment: to_instant(moment.replace(tzinfo=LOCAL_ZONE, microsecond=0, second=0))
)
_MINUTES = st.integers(1, 6000)


@given(_STARTS, _MINUTES, _HOURS)
def test_the_minutes_to_the_due_time_are_the_minutes_asked_for(
    start: Instant, minutes: int, hours: OfficeHours
) -> None:
    """Counting forwards and counting between agree, whatever the day and the hours."""
    clock = office_clock(hours, is_red_day)
    due = clock.add_minutes(start, minutes)

    assert due is not None
    assert clock.minutes_between(start, due) == minutes
    assert clock.minutes_between(start, Instant(due - MINUTE)) == minutes - 1


@given(_STARTS, _MINUTES, _MINUTES, _HOURS)
def test_more_minutes_are_never_due_earlier(
    start: Instant, fewer: int, more: int, hours: OfficeHours
) -> None:
    """Adding in two steps is adding at once, and the due time only moves forwards."""
    clock = office_clock(hours, is_red_day)
    first = clock.add_minutes(start, fewer)
    assert first is not None

    assert clock.add_minutes(first, more) == clock.add_minutes(start, fewer + more)
    assert first > start


@given(_STARTS, _HOURS)
def test_open_hours_agree_with_the_clock_on_the_wall(start: Instant, hours: OfficeHours) -> None:
    """We are open exactly when the wall clock stands within the day's hours and no day is red."""
    local = to_local(start)
    within = any(
        span.opens <= local.time() and (local.time() < span.closes or span.closes == time(0))
        for span in hours.weekdays[local.weekday()]
    )

    assert office_clock(hours, is_red_day).is_open(start) == (
        within and not is_red_day(local.date())
    )


def test_a_day_is_worked_out_once() -> None:
    """Ten thousand messages of one day ask the calendar once."""
    asked: list[date] = []

    def is_red(day: date) -> bool:
        asked.append(day)
        return False

    clock = OfficeClock(HOURS, is_red)
    start = at("2026-03-02 07:00")
    for second in range(10_000):
        clock.add_minutes(Instant(start + second * 1_000_000), 30)

    assert asked == [date(2026, 3, 2)]
    assert clock.minutes_between(start, at("2026-03-03 08:00")) == timedelta(hours=10.5) // (
        timedelta(minutes=1)
    )
