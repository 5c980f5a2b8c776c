"""How long a short-term decision outside office hours holds: the next weekday's forenoon."""

from datetime import date, time

import pytest

from kontaktpunkt.domain.calendar.local_days import FreeDay, LocalDays
from kontaktpunkt.domain.calendar.red_days import is_red_day
from kontaktpunkt.domain.short_term import valid_until
from kontaktpunkt.domain.times import HOUR, at_local

_DAYS = LocalDays(is_red_day)
_OPENS = time(7, 0)


@pytest.mark.parametrize(
    ("granted", "at", "holds", "why"),
    [
        ("2026-03-07", "20:00", "2026-03-09", "Saturday evening to Monday (worked case)"),
        ("2026-03-08", "23:59", "2026-03-09", "Sunday night to Monday"),
        ("2026-03-09", "03:10", "2026-03-09", "the small hours of Monday to the same forenoon"),
        ("2026-03-09", "17:30", "2026-03-10", "Monday evening to Tuesday"),
        ("2026-03-09", "09:00", "2026-03-10", "when the caseworkers have come, the next weekday"),
        ("2026-04-02", "18:00", "2026-04-07", "Maundy Thursday to Tuesday after Easter"),
        ("2026-04-05", "12:00", "2026-04-07", "Easter Sunday to Tuesday"),
        ("2026-12-23", "18:00", "2026-12-28", "the day before Christmas Eve over Saturday, Sunday"),
        ("2026-12-30", "18:00", "2027-01-04", "over New Year's Eve, New Year's Day and a weekend"),
        ("2027-01-05", "18:00", "2027-01-07", "over Trettondagen, a red Wednesday"),
        ("2026-05-13", "18:00", "2026-05-15", "over Ascension Day, a red Thursday"),
        ("2026-06-18", "18:00", "2026-06-22", "over midsummer"),
        ("2026-05-30", "10:00", "2026-06-01", "Saturday forenoon is no weekday's forenoon"),
    ],
)
def test_a_decision_holds_to_the_next_weekdays_forenoon(
    granted: str, at: str, holds: str, why: str
) -> None:
    """A nurse's decision holds until a caseworker is at work, over weekends and red days."""
    moment = at_local(date.fromisoformat(granted), time.fromisoformat(at))

    until = valid_until(moment, _DAYS, opens=_OPENS)

    assert until == at_local(date.fromisoformat(holds), time(12, 0)), why


def test_over_the_change_of_clocks_it_is_still_noon() -> None:
    """The night with 23 hours and the one with 25 end at noon by the clock on the wall."""
    spring = at_local(date(2026, 3, 28), time(20, 0))
    autumn = at_local(date(2026, 10, 24), time(20, 0))

    assert valid_until(spring, _DAYS) - spring == 39 * HOUR
    assert valid_until(autumn, _DAYS) - autumn == 41 * HOUR


def test_the_profile_may_say_another_hour_and_other_free_days() -> None:
    """Where the forenoon ends at ten, and the day between two red ones is free, so it is."""
    days = LocalDays(is_red_day, own=(FreeDay(date(2026, 5, 15), "klämdag"),))
    moment = at_local(date(2026, 5, 13), time(18, 0))

    assert valid_until(moment, days, time(10, 0)) == at_local(date(2026, 5, 18), time(10, 0))


def test_without_confirmed_hours_the_forenoon_that_goes_on_counts() -> None:
    """Where nobody has said when the caseworkers come, a forenoon that goes on is the next one."""
    moment = at_local(date(2026, 3, 9), time(9, 0))

    assert valid_until(moment, _DAYS) == at_local(date(2026, 3, 9), time(12, 0))
