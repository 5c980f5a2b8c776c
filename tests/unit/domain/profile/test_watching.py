"""When the region's inbox is to be looked in, what counts as having looked, and what was missed."""

from datetime import date

import pytest

from duty_places import at, days_of, place
from kontaktpunkt.domain.profile import RuleProfile
from kontaktpunkt.domain.profile.watching import (
    answers,
    expected_between,
    expected_checks,
    missed_now,
    next_check,
)
from kontaktpunkt.domain.times import local_day, to_local

NIGHT = [{"hours": "22:00-24:00", "label": "Natt"}, {"hours": "00:00-06:00", "label": "Natt"}]


def _times(profile: RuleProfile, day: date) -> list[str]:
    checks = expected_checks(profile, day, days_of(profile))
    return [f"{to_local(check.due):%H:%M}" for check in checks]


@pytest.mark.parametrize(
    ("count", "day", "times"),
    [
        (1, date(2026, 3, 3), ["07:00"]),
        (3, date(2026, 3, 3), ["07:00", "10:10", "13:20"]),
        (4, date(2026, 3, 3), ["07:00", "09:20", "11:45", "14:05"]),
        (3, date(2026, 3, 7), ["08:30", "09:40", "10:50"]),  # Saturday 08:30–12:00
        (3, date(2026, 1, 6), []),  # a red day in the week: nobody is named
        (3, date(2026, 12, 25), []),  # storhelg
        (0, date(2026, 3, 3), []),
    ],
)
def test_checks_are_spread_evenly_over_the_watch(count: int, day: date, times: list[str]) -> None:
    """The first look is due when the watch begins, and each equal part of it has one."""
    assert _times(place(inbox_checks_per_day=count), day) == times


def test_nothing_is_expected_where_nobody_has_said_how_often() -> None:
    """Lidköping's table says when the inbox is watched and not how often: nothing is made up."""
    assert _times(place(), date(2026, 3, 3)) == []


def test_a_pause_in_the_watch_is_jumped_over() -> None:
    """A check is never due while nobody watches."""
    spans = [
        {"hours": "08:00-10:00", "label": "A", "role": "contact_point"},
        {"hours": "14:00-16:00", "label": "B"},
    ]
    profile = place(inbox_checks_per_day=4, inbox_watch_hours__weekday=spans)

    assert _times(profile, date(2026, 3, 3)) == ["08:00", "09:00", "14:00", "15:00"]
    checks = expected_checks(profile, date(2026, 3, 3), days_of(profile))
    assert [check.who.label for check in checks] == ["A", "A", "B", "B"]


@pytest.mark.parametrize(
    ("day", "times"),
    [
        (date(2026, 3, 28), ["00:00", "02:00", "04:00", "22:00"]),
        (date(2026, 3, 29), ["00:00", "01:45", "04:30", "22:15"]),  # the night has an hour less
        (date(2026, 10, 25), ["00:00", "02:15", "03:30", "05:45"]),  # and in autumn one more
    ],
)
def test_the_night_of_the_clock_change_is_counted_in_hours_that_pass(
    day: date, times: list[str]
) -> None:
    """Who watches over the night that is shorter or longer has her looks as evenly spread."""
    profile = place(
        inbox_checks_per_day=4,
        inbox_watch_hours__saturday=NIGHT,
        inbox_watch_hours__sunday=NIGHT,
    )

    assert _times(profile, day) == times


LIDKOPING = place(inbox_checks_per_day=3)
DAYS = days_of(LIDKOPING)
WEEK = expected_between(LIDKOPING, date(2026, 3, 2), date(2026, 3, 8), DAYS)


@pytest.mark.parametrize(
    ("now", "stamps", "missed", "coming"),
    [
        ("2026-03-03 07:29", ["2026-03-02 13:30"], None, "2026-03-03 07:00"),
        ("2026-03-03 07:30", ["2026-03-02 13:30"], "2026-03-03 07:00", "2026-03-03 10:10"),
        ("2026-03-03 07:31", ["2026-03-03 07:30"], None, "2026-03-03 10:10"),
        # A look half an hour before is early enough, one before that is not.
        ("2026-03-03 08:00", ["2026-03-03 06:30"], None, "2026-03-03 10:10"),
        ("2026-03-03 08:00", ["2026-03-03 06:29"], "2026-03-03 07:00", "2026-03-03 10:10"),
        # A late look mends the miss.
        ("2026-03-03 09:00", ["2026-03-03 08:35"], None, "2026-03-03 10:10"),
        # What was due on Friday afternoon is missed on Saturday morning, until somebody looks.
        ("2026-03-07 08:00", ["2026-03-06 10:00"], "2026-03-06 13:20", "2026-03-07 08:30"),
        ("2026-03-07 08:31", ["2026-03-07 08:30"], None, "2026-03-07 09:40"),
        # A look that somebody's clock says is to come has not been made.
        ("2026-03-03 08:00", ["2026-03-03 08:05"], "2026-03-03 07:00", "2026-03-03 10:10"),
    ],
)
def test_a_missed_check_stands_until_somebody_has_looked(
    now: str, stamps: list[str], missed: str | None, coming: str
) -> None:
    """Half an hour after its time a check is missed for all, and the next look ends that."""
    moment = at(now)
    seen = [at(stamp) for stamp in stamps]
    checks = expected_between(LIDKOPING, date(2026, 3, 2), local_day(moment), DAYS)

    found = missed_now(checks, seen, moment)
    awaited = next_check(LIDKOPING, moment, [one for one in seen if one <= moment], DAYS)

    assert (found.due if found else None) == (at(missed) if missed else None)
    assert awaited is not None
    assert awaited.due == at(coming)


def test_a_check_is_answered_by_the_first_look_that_counts_for_it() -> None:
    """Looks in between are looks of their own, and none is counted twice."""
    looks = ["2026-03-03 06:45", "2026-03-03 08:00", "2026-03-03 09:45", "2026-03-03 15:00"]

    found = answers(WEEK, map(at, looks))

    assert found == {
        at("2026-03-03 07:00"): at("2026-03-03 06:45"),
        at("2026-03-03 10:10"): at("2026-03-03 09:45"),
        at("2026-03-03 13:20"): at("2026-03-03 15:00"),
    }


def test_after_a_storhelg_the_next_check_is_on_the_first_named_day() -> None:
    """On Maundy Thursday evening the next look is expected on Tuesday, for nobody is named."""
    found = next_check(LIDKOPING, at("2026-04-02 17:00"), [], DAYS)

    assert found is not None
    assert found.due == at("2026-04-07 07:00")
