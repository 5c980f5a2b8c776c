"""Red days in Sweden: public holidays by law, the eves that count as such, and Sundays."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType

_SATURDAY, _SUNDAY = 5, 6
_NATIONAL_DAY_SINCE = 2005  # lag 2004:1320: the sixth of June instead of Whit Monday
_SUNDAY_NAME = "Söndag"


@lru_cache(maxsize=64)
def red_days(year: int) -> Mapping[date, str]:
    """Give the red days of a year (1954–9999) in order, with their Swedish names.

    Public holidays: lag 1989:253. Midsummer, Christmas and New Year's Eve count as Sundays
    (semesterlag 1977:480 3 a §). A holiday on a Sunday keeps its own name, two on one day keep
    both. The municipality's own free days are not here.
    """
    named = _fixed(year)
    for day, name in _moving(year).items():
        named[day] = f"{named[day]} och {name}" if day in named else name
    return MappingProxyType(dict(sorted((_sundays(year) | named).items())))


def is_red_day(day: date) -> bool:
    """Tell whether the day is red."""
    return day.weekday() == _SUNDAY or day in red_days(day.year)


def red_day_name(day: date) -> str:
    """Give the Swedish name of a red day, '' for any other day."""
    return red_days(day.year).get(day, "")


def easter(year: int) -> date:
    """Give Easter Sunday, by the Gregorian computus (Meeus, Jones and Butcher)."""
    century, place = divmod(year, 100)
    golden = year % 19
    skipped, leap = divmod(century, 4)
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - skipped - moon + 15) % 30
    to_sunday = (32 + 2 * leap + 2 * (place // 4) - epact - place % 4) % 7
    late = (golden + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def midsummer_day(year: int) -> date:
    """Give midsommardagen, the Saturday that falls on the 20th to the 26th of June."""
    return _on_or_after(date(year, 6, 20), _SATURDAY)


def _sundays(year: int) -> dict[date, str]:
    first = _on_or_after(date(year, 1, 1), _SUNDAY)
    weeks = (first + timedelta(weeks=week) for week in range(53))
    return {day: _SUNDAY_NAME for day in weeks if day.year == year}


def _fixed(year: int) -> dict[date, str]:
    days = {
        date(year, 1, 1): "Nyårsdagen",
        date(year, 1, 6): "Trettondedag jul",
        date(year, 5, 1): "Första maj",
        date(year, 12, 24): "Julafton",
        date(year, 12, 25): "Juldagen",
        date(year, 12, 26): "Annandag jul",
        date(year, 12, 31): "Nyårsafton",
    }
    if year >= _NATIONAL_DAY_SINCE:
        days[date(year, 6, 6)] = "Nationaldagen"
    return days


def _moving(year: int) -> dict[date, str]:
    sunday = easter(year)
    midsummer = midsummer_day(year)
    days = {
        sunday - timedelta(days=2): "Långfredagen",
        sunday: "Påskdagen",
        sunday + timedelta(days=1): "Annandag påsk",
        sunday + timedelta(days=39): "Kristi himmelsfärdsdag",
        sunday + timedelta(days=49): "Pingstdagen",
        midsummer - timedelta(days=1): "Midsommarafton",
        midsummer: "Midsommardagen",
        _on_or_after(date(year, 10, 31), _SATURDAY): "Alla helgons dag",
    }
    if year < _NATIONAL_DAY_SINCE:
        days[sunday + timedelta(days=50)] = "Annandag pingst"
    return days


def _on_or_after(day: date, weekday: int) -> date:
    return day + timedelta(days=(weekday - day.weekday()) % 7)
