"""Swedish red days, by our own reckoning, held against the library holidays."""

from datetime import date

import holidays
import pytest

from kontaktpunkt.domain.calendar.red_days import easter, is_red_day, red_day_name, red_days

_YEARS = range(1990, 2101)
_SUNDAY = 6


def _theirs(year: int) -> dict[date, str]:
    calendar = holidays.country_holidays(
        "SE", years=year, language="sv", categories=("public", "de_facto")
    )
    return dict(calendar.items())


def test_the_same_days_are_red_as_in_the_public_calendar() -> None:
    """Every day of 1990–2100 is red for us exactly when it is a holiday, its eve or a Sunday."""
    for year in _YEARS:
        theirs = set(_theirs(year))
        sundays = {day for day in red_days(year) if day.weekday() == _SUNDAY}

        assert len(sundays) in (52, 53)
        assert set(red_days(year)) == theirs | sundays


def test_the_holidays_have_their_swedish_names() -> None:
    """Each holiday is called what the public calendar calls it.

    On purpose otherwise: until 1993 the library names Marie bebådelsedag, a Sunday since 1953.
    """
    for year in _YEARS:
        ours = {day: set(name.split(" och ")) for day, name in red_days(year).items()}
        named = {day: names for day, names in ours.items() if names != {"Söndag"}}
        theirs = {
            day: set(name.split("; ")) for day, name in _theirs(year).items() if "Marie" not in name
        }

        assert named == theirs


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 4, 3), "Långfredagen"),
        (date(2026, 4, 4), ""),  # påskafton is no red day by law, and a Saturday anyway
        (date(2026, 4, 5), "Påskdagen"),
        (date(2026, 6, 6), "Nationaldagen"),
        (date(2004, 6, 6), "Söndag"),
        (date(2004, 5, 31), "Annandag pingst"),
        (date(2005, 5, 16), ""),
        (date(2026, 6, 19), "Midsommarafton"),
        (date(2026, 10, 31), "Alla helgons dag"),
        (date(2026, 12, 24), "Julafton"),
        (date(2026, 12, 31), "Nyårsafton"),
        (date(2008, 5, 1), "Första maj och Kristi himmelsfärdsdag"),
        (date(2026, 3, 8), "Söndag"),
        (date(2026, 3, 7), ""),
        (date(2026, 3, 6), ""),
    ],
)
def test_a_red_day_is_known_by_name(day: date, name: str) -> None:
    """Whoever asks why we are closed gets the day's name."""
    assert red_day_name(day) == name
    assert is_red_day(day) == bool(name)


@pytest.mark.parametrize(
    ("year", "day"),
    [(1818, (3, 22)), (1943, (4, 25)), (2000, (4, 23)), (2026, (4, 5)), (2038, (4, 25))],
)
def test_easter_falls_where_the_almanac_has_it(year: int, day: tuple[int, int]) -> None:
    """The earliest and the latest Easter that there can be are right as well."""
    assert easter(year) == date(year, *day)


def test_the_days_stand_in_order_and_cannot_be_changed() -> None:
    """A list of the year's red days reads from January to December, for everybody the same."""
    days = list(red_days(2026))

    assert days == sorted(days)
    with pytest.raises(TypeError):
        red_days(2026)[date(2026, 3, 6)] = "Ledig"  # pyright: ignore[reportIndexIssue]  tried on purpose
