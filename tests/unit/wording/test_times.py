"""Days and spans are said as staff say them."""

from datetime import date, time

import pytest

from kontaktpunkt.domain.times import HOUR, MINUTE, Instant, at_local
from kontaktpunkt.wording.times import ago, clock, day, due, full_day, late, short_day, span, when

TUESDAY = date(2026, 3, 3)
NOW = at_local(TUESDAY, time(8, 40))


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (0, "nyss"),
        (-1, "för 1 min"),
        (-30, "för 30 min"),
        (-59, "för 59 min"),
        (-60, "för 1 tim"),
        (-80, "för 1 tim 20 min"),
        (-5 * 60 - 10, "för 5 tim"),
        (-26 * 60, "för 26 tim"),
        (-47 * 60, "för 47 tim"),
        (-49 * 60, "för 2 dygn"),
        (3 * 60, "om 3 tim"),
        (25, "om 25 min"),
    ],
)
def test_how_far_off_a_time_is(minutes: int, said: str) -> None:
    """Half an hour ago is "för 30 min", and what is to come is "om"."""
    assert ago(Instant(NOW + minutes * MINUTE), NOW) == said


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (date(2026, 3, 3), "i dag"),
        (date(2026, 3, 2), "i går"),
        (date(2026, 3, 4), "i morgon"),
        (date(2026, 3, 10), "tis 10 mars"),
        (date(2025, 12, 31), "ons 31 dec 2025"),
    ],
)
def test_a_day_is_said_by_name_when_it_is_near(wanted: date, said: str) -> None:
    """Yesterday, today and tomorrow by name, other days by date, with the year if it differs."""
    assert day(wanted, TUESDAY) == said
    assert full_day(TUESDAY) == "tis 3 mars"


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (date(2026, 3, 3), "i dag"),
        (date(2026, 3, 12), "12/3"),
        (date(2025, 12, 31), "31/12 2025"),
    ],
)
def test_a_day_is_said_in_few_letters_where_there_is_little_room(wanted: date, said: str) -> None:
    """In a narrow column the day is "12/3", and another year is told."""
    assert short_day(wanted, TUESDAY) == said


def test_today_s_times_stand_without_their_day() -> None:
    """What happened today needs only its clock time."""
    assert when(NOW, NOW) == "08:40"
    assert when(Instant(NOW - 16 * HOUR), NOW) == "i går 16:40"
    assert clock(NOW) == "08:40"


def test_what_we_must_do_says_by_when_or_how_late() -> None:
    """A time of ours is said with what is left of it, and afterwards with how late we are."""
    assert due(Instant(NOW + 200 * MINUTE), NOW) == "senast 12:00, om 3 tim"
    assert late(Instant(NOW - 25 * MINUTE), NOW) == "25 min sent"
    assert due(Instant(NOW - 25 * MINUTE), NOW) == "25 min sent"


def test_the_clock_follows_the_season() -> None:
    """Times are Swedish clock times in winter and in summer."""
    assert clock(at_local(date(2026, 7, 1), time(8, 40))) == "08:40"
    assert span(61) == "1 tim 1 min"
