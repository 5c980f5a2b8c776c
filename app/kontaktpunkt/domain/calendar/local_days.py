"""The free days of one municipality: red days, its own free days, and its major holidays."""

from collections.abc import Callable, Iterable
from datetime import date, time, timedelta
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

from kontaktpunkt.domain.calendar.red_days import easter, midsummer_day, red_day_name

_ONE_DAY = timedelta(days=1)
_SATURDAY = 5
_LONGEST_RUN = 31  # a municipality that is closed for longer than a month names a period


class Feast(StrEnum):
    """The feasts that can count as a major holiday; which of them do is the profile's to say."""

    NEW_YEAR = "new_year"
    EASTER = "easter"
    WHITSUN = "whitsun"
    MIDSUMMER = "midsummer"
    CHRISTMAS = "christmas"


class FreeDay(Struct, frozen=True):
    """A day on which the municipality is closed although it is not red, and what it is called.

    With `closes` it is a half day (skärtorsdag), on which work ends at that time.
    """

    day: date
    name: str
    closes: time | None = None


class HolidayPeriod(Struct, frozen=True):
    """Days from `starts` to `ends`, both included, that the municipality plans as a storhelg."""

    starts: date
    ends: date
    name: str


class MajorHoliday(Struct, frozen=True):
    """One storhelg: its first and last day, and its name or the feast that it is."""

    starts: date
    ends: date
    feast: Feast | None = None
    name: str = ""


class LocalDays:
    """Tells of any day whether it is red or the municipality's own free day, or in a storhelg.

    A feast's storhelg begins on its own first day (långfredagen, pingstafton, midsommarafton,
    julafton, nyårsafton) and goes on to the last free day before the next weekday at work.
    """

    def __init__(
        self,
        is_red: Callable[[date], bool],
        own: Iterable[FreeDay] = (),
        feasts: Iterable[Feast] = (),
        periods: Iterable[HolidayPeriod] = (),
    ) -> None:
        self._is_red = is_red
        self._named = {one.day: one.name for one in own}
        self._half = {one.day: one.closes for one in own if one.closes is not None}
        self._own = frozenset(self._named) - frozenset(self._half)
        self._feasts = tuple(feasts)
        self._periods = tuple(periods)
        self._years: dict[int, tuple[MajorHoliday, ...]] = {}

    @property
    def closed(self) -> Callable[[date], bool]:
        """Give what an office clock asks; the calendar's own function where nothing is added."""
        return self.is_red if self._own else self._is_red

    def is_red(self, day: date) -> bool:
        """Tell whether the day is red, or a free day of the municipality's own."""
        return day in self._own or self._is_red(day)

    @property
    def half_days(self) -> Callable[[date], time | None] | None:
        """Give what an office clock asks about half days; None where there is none."""
        return self.closes_at if self._half else None

    def closes_at(self, day: date) -> time | None:
        """Give when work ends on a half day; None on any other."""
        return self._half.get(day)

    def is_free(self, day: date) -> bool:
        """Tell whether the day is a Saturday, a Sunday, red, or the municipality's own free day."""
        return day.weekday() >= _SATURDAY or self.is_red(day)

    def name(self, day: date) -> str:
        """Give the Swedish name of a red or free day, '' for any other."""
        return self._named.get(day) or (red_day_name(day) if self._is_red(day) else "")

    def major_holiday(self, day: date) -> MajorHoliday | None:
        """Give the storhelg that the day lies in; the municipality's own period before a feast."""
        for year in (day.year, day.year - 1):
            for holiday in self._holidays(year):
                if holiday.starts <= day <= holiday.ends:
                    return holiday
        return None

    def _holidays(self, year: int) -> tuple[MajorHoliday, ...]:
        """Give the storhelger that begin in the year."""
        if year not in self._years:
            own = (
                MajorHoliday(one.starts, one.ends, None, one.name)
                for one in self._periods
                if one.starts.year == year
            )
            feasts = (self._run(feast, year) for feast in self._feasts)
            self._years[year] = (*own, *feasts)
        return self._years[year]

    def _run(self, feast: Feast, year: int) -> MajorHoliday:
        first, last = feast_days(feast, year)
        for _ in range(_LONGEST_RUN):
            if not self.is_free(last + _ONE_DAY):
                break
            last += _ONE_DAY
        return MajorHoliday(first, last, feast)


@lru_cache(maxsize=256)
def feast_days(feast: Feast, year: int) -> tuple[date, date]:
    """Give the first and the last of a feast's own days; New Year's begins in the year given."""
    sunday = easter(year)
    midsummer = midsummer_day(year)
    return {
        Feast.NEW_YEAR: (date(year, 12, 31), date(year + 1, 1, 1)),
        Feast.EASTER: (sunday - 2 * _ONE_DAY, sunday + _ONE_DAY),
        Feast.WHITSUN: (sunday + 48 * _ONE_DAY, sunday + 49 * _ONE_DAY),
        Feast.MIDSUMMER: (midsummer - _ONE_DAY, midsummer),
        Feast.CHRISTMAS: (date(year, 12, 24), date(year, 12, 26)),
    }[feast]
