"""Unstaffed time by calendar and profile: evenings, weekends, red days, storhelger, summer time."""

from datetime import date

import pytest

from duty_places import at, days_of, place
from kontaktpunkt.domain.profile.unstaffed import (
    PeriodKind,
    Unstaffed,
    unstaffed_around,
    unstaffed_before,
)
from kontaktpunkt.domain.times import HOUR

_K = PeriodKind
_MAUNDY = [{"day": "2026-04-02", "name": "skärtorsdag", "closes": "13:00"}]


def _around(now: str, key: str = "lidkoping", **own: object) -> Unstaffed:
    profile = place(key, **own)
    return unstaffed_around(profile, days_of(profile), at(now))


@pytest.mark.parametrize(
    ("now", "begins", "ends", "kind"),
    [
        ("2026-03-24 08:40", "2026-03-24 16:30", "2026-03-25 07:00", _K.EVENING),
        ("2026-03-24 16:30", "2026-03-24 16:30", "2026-03-25 07:00", _K.EVENING),
        ("2026-03-25 06:59", "2026-03-24 16:30", "2026-03-25 07:00", _K.EVENING),
        ("2026-03-25 07:00", "2026-03-25 16:30", "2026-03-26 07:00", _K.EVENING),
        ("2026-03-20 12:00", "2026-03-20 16:30", "2026-03-23 07:00", _K.WEEKEND),
        ("2026-03-22 23:59", "2026-03-20 16:30", "2026-03-23 07:00", _K.WEEKEND),
        # Maundy Thursday to the Tuesday after Easter.
        ("2026-04-02 10:00", "2026-04-02 16:30", "2026-04-07 07:00", _K.MAJOR_HOLIDAY),
        ("2026-04-05 12:00", "2026-04-02 16:30", "2026-04-07 07:00", _K.MAJOR_HOLIDAY),
        ("2026-04-07 06:00", "2026-04-02 16:30", "2026-04-07 07:00", _K.MAJOR_HOLIDAY),
        # Ascension Day is a Thursday, and Friday is at work.
        ("2026-05-13 17:00", "2026-05-13 16:30", "2026-05-15 07:00", _K.RED_DAY),
        # Christmas, as Christmas Eve falls on each day of the week.
        ("2023-12-22 17:00", "2023-12-22 16:30", "2023-12-27 07:00", _K.MAJOR_HOLIDAY),
        ("2018-12-23 17:00", "2018-12-21 16:30", "2018-12-27 07:00", _K.MAJOR_HOLIDAY),
        ("2019-12-24 09:00", "2019-12-23 16:30", "2019-12-27 07:00", _K.MAJOR_HOLIDAY),
        ("2025-12-24 09:00", "2025-12-23 16:30", "2025-12-29 07:00", _K.MAJOR_HOLIDAY),
        ("2026-12-24 09:00", "2026-12-23 16:30", "2026-12-28 07:00", _K.MAJOR_HOLIDAY),
        ("2027-12-24 09:00", "2027-12-23 16:30", "2027-12-27 07:00", _K.MAJOR_HOLIDAY),
        ("2022-12-24 09:00", "2022-12-23 16:30", "2022-12-27 07:00", _K.MAJOR_HOLIDAY),
        # Epiphany on a Tuesday: the Monday before it is at work.
        ("2026-01-05 17:00", "2026-01-05 16:30", "2026-01-07 07:00", _K.RED_DAY),
    ],
)
def test_it_lasts_from_when_the_office_closes_to_the_next_staffed_weekday(
    now: str, begins: str, ends: str, kind: PeriodKind
) -> None:
    """Nobody has to look in a calendar: the page knows until when it holds, over storhelger too."""
    found = _around(now)

    assert (found.begins, found.ends, found.kind) == (at(begins), at(ends), kind)
    assert found.confirmed


def test_the_days_of_easter_are_named_from_good_friday_to_easter_monday() -> None:
    """Helgbesked are given for these days."""
    assert _around("2026-04-02 10:00").days == tuple(date(2026, 4, day) for day in (3, 4, 5, 6))
    assert _around("2026-03-24 10:00").days == ()


def test_a_half_day_closes_early() -> None:
    """On a Maundy Thursday that ends at 13 the storhelg begins at 13."""
    found = _around("2026-04-02 13:30", own_free_days=_MAUNDY)

    assert found.begins == at("2026-04-02 13:00")


def test_the_hour_that_the_spring_skips_and_the_autumn_repeats_is_counted_as_it_passes() -> None:
    """The weekend when clocks are moved is an hour shorter, or longer, than others."""
    spring, autumn, other = (
        _around(now) for now in ("2026-03-28 12:00", "2026-10-24 12:00", "2026-03-21 12:00")
    )

    usual = other.ends - other.begins
    assert spring.ends - spring.begins == usual - HOUR
    assert autumn.ends - autumn.begins == usual + HOUR


def test_before_is_the_time_that_has_ended() -> None:
    """On Monday morning the page can say what the weekend did."""
    profile = place()
    days = days_of(profile)

    monday = unstaffed_before(profile, days, at("2026-03-23 07:00"))
    sunday = unstaffed_before(profile, days, at("2026-03-22 12:00"))

    assert (monday.begins, monday.ends) == (at("2026-03-20 16:30"), at("2026-03-23 07:00"))
    assert sunday.ends == at("2026-03-20 07:00")


def test_where_no_hours_are_known_it_says_that_it_is_not_sure() -> None:
    """A municipality without confirmed hours still gets a page, and is told what it stands on."""
    found = _around("2026-03-24 08:40", "lag-2017-612")

    assert not found.confirmed
    assert found.ends > found.begins
