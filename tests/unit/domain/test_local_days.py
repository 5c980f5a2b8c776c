"""Storhelger and own free days over the years: when each begins, and when work goes on."""

from datetime import date, time, timedelta

import pytest

from duty_places import at
from kontaktpunkt.domain.calendar.local_days import (
    Feast,
    FreeDay,
    HolidayPeriod,
    LocalDays,
    feast_days,
)
from kontaktpunkt.domain.calendar.office_hours import OfficeClock, OfficeHours, Span
from kontaktpunkt.domain.calendar.red_days import is_red_day

ALL = tuple(Feast)
DAYS = LocalDays(is_red_day, feasts=ALL)


@pytest.mark.parametrize(
    ("feast", "first", "last"),
    [
        # Christmas with julafton on each day of the week.
        (Feast.CHRISTMAS, date(2029, 12, 24), date(2029, 12, 26)),  # Monday
        (Feast.CHRISTMAS, date(2030, 12, 24), date(2030, 12, 26)),  # Tuesday
        (Feast.CHRISTMAS, date(2025, 12, 24), date(2025, 12, 28)),  # Wednesday
        (Feast.CHRISTMAS, date(2026, 12, 24), date(2026, 12, 27)),  # Thursday
        (Feast.CHRISTMAS, date(2027, 12, 24), date(2027, 12, 26)),  # Friday
        (Feast.CHRISTMAS, date(2022, 12, 24), date(2022, 12, 26)),  # Saturday
        (Feast.CHRISTMAS, date(2023, 12, 24), date(2023, 12, 26)),  # Sunday
        (Feast.NEW_YEAR, date(2026, 12, 31), date(2027, 1, 3)),
        (Feast.NEW_YEAR, date(2027, 12, 31), date(2028, 1, 2)),
        (Feast.NEW_YEAR, date(2024, 12, 31), date(2025, 1, 1)),
        (Feast.EASTER, date(2024, 3, 29), date(2024, 4, 1)),  # over the change to summer time
        (Feast.EASTER, date(2026, 4, 3), date(2026, 4, 6)),
        (Feast.EASTER, date(2038, 4, 23), date(2038, 4, 26)),  # as late as it comes
        (Feast.WHITSUN, date(2026, 5, 23), date(2026, 5, 24)),
        (Feast.MIDSUMMER, date(2026, 6, 19), date(2026, 6, 21)),
        (Feast.MIDSUMMER, date(2027, 6, 25), date(2027, 6, 27)),
    ],
)
def test_a_storhelg_goes_on_until_the_next_weekday_at_work(
    feast: Feast, first: date, last: date
) -> None:
    """Who plans a storhelg sees all of its days as one, and the days around it as they are."""
    found = DAYS.major_holiday(first)

    assert found is not None
    assert (found.feast, found.starts, found.ends) == (feast, first, last)
    assert DAYS.major_holiday(first - timedelta(days=1)) is None
    assert DAYS.major_holiday(last) == found
    assert DAYS.major_holiday(last + timedelta(days=1)) is None


@pytest.mark.parametrize("year", range(1999, 2051))
def test_each_year_has_its_storhelger_and_they_never_meet(year: int) -> None:
    """Whichever year it is, each day lies in one storhelg at most, and each ends in free days."""
    seen = [DAYS.major_holiday(date(year, 1, 1) + timedelta(days=nth)) for nth in range(366)]
    found = {holiday for holiday in seen if holiday is not None}

    assert {holiday.feast for holiday in found} == set(ALL)
    for holiday in found:
        assert not DAYS.is_free(holiday.ends + timedelta(days=1))
        assert all(
            DAYS.is_free(holiday.starts + timedelta(days=nth))
            for nth in range((holiday.ends - holiday.starts).days + 1)
        )


def test_only_the_feasts_that_the_profile_names_are_storhelger() -> None:
    """A municipality that plans Whitsun as any weekend says so."""
    without = LocalDays(is_red_day, feasts=(Feast.CHRISTMAS,))

    assert without.major_holiday(date(2026, 5, 24)) is None
    assert without.major_holiday(date(2026, 12, 25)) is not None


def test_the_municipalitys_own_days_are_free_and_carry_their_name() -> None:
    """A closed day between holidays is free here, is counted into the storhelg, and is named."""
    own = [FreeDay(date(2026, 12, day), "Stängt i mellandagarna") for day in (28, 29, 30)]
    days = LocalDays(is_red_day, own=own, feasts=ALL)

    assert days.is_red(date(2026, 12, 29))
    assert days.closed(date(2026, 12, 29))
    assert days.name(date(2026, 12, 29)) == "Stängt i mellandagarna"
    assert days.name(date(2026, 12, 25)) == "Juldagen"
    assert days.name(date(2026, 12, 23)) == ""
    christmas = days.major_holiday(date(2026, 12, 29))
    assert christmas is not None
    assert (christmas.starts, christmas.ends) == (date(2026, 12, 24), date(2027, 1, 3))


def test_a_period_of_the_municipalitys_own_is_a_storhelg_with_its_name() -> None:
    """The municipality's own period counts before the feast that it covers."""
    own = HolidayPeriod(date(2026, 4, 2), date(2026, 4, 6), "Påsk från skärtorsdagen")
    days = LocalDays(is_red_day, feasts=ALL, periods=(own,))

    for day in (date(2026, 4, 2), date(2026, 4, 5)):
        found = days.major_holiday(day)
        assert found is not None
        assert (found.name, found.feast) == ("Påsk från skärtorsdagen", None)
    assert days.major_holiday(date(2026, 4, 7)) is None


def test_where_nothing_is_added_the_calendar_is_the_law_itself() -> None:
    """Office clocks of all who have no days of their own share what they have worked out."""
    assert LocalDays(is_red_day).closed is is_red_day


def test_new_year_begins_on_its_eve() -> None:
    """The storhelg at the turn of the year belongs to the year that it begins in."""
    assert feast_days(Feast.NEW_YEAR, 2026) == (date(2026, 12, 31), date(2027, 1, 1))


def test_a_half_day_is_no_free_day_but_ends_early() -> None:
    """On Maundy Thursday we work until noon: the day is a weekday, and after noon we are closed."""
    days = LocalDays(is_red_day, own=[FreeDay(date(2026, 4, 2), "Skärtorsdag", time(12))])

    assert not days.is_red(date(2026, 4, 2))
    assert not days.is_free(date(2026, 4, 2))
    assert days.name(date(2026, 4, 2)) == "Skärtorsdag"
    assert days.closes_at(date(2026, 4, 2)) == time(12)
    assert days.closes_at(date(2026, 4, 1)) is None
    assert LocalDays(is_red_day).half_days is None


@pytest.mark.parametrize(
    ("start", "minutes", "due"),
    [
        ("2026-04-02 11:40", 15, "2026-04-02 11:55"),
        ("2026-04-02 11:50", 30, "2026-04-07 07:20"),  # the rest on the Tuesday after Easter
        ("2026-04-02 14:00", 30, "2026-04-07 07:30"),
    ],
)
def test_office_time_stands_still_on_the_afternoon_of_a_half_day(
    start: str, minutes: int, due: str
) -> None:
    """What comes on Maundy Thursday afternoon is not late before we are back."""
    days = LocalDays(is_red_day, own=[FreeDay(date(2026, 4, 2), "Skärtorsdag", time(12))])
    hours = OfficeHours(((Span(time(7), time(16, 30)),),) * 5 + ((), ()))
    clock = OfficeClock(hours, days.closed, (), days.closes_at)

    assert clock.add_minutes(at(start), minutes) == at(due)
