"""Days for which nobody is named are told five working days ahead, and not for ever."""

from datetime import date

import pytest

from duty_places import days_of, place
from kontaktpunkt.domain.profile import DayKind, DutyKind, duty_gaps
from kontaktpunkt.domain.profile.gaps import unplanned

ALL = (DutyKind.PHONE, DutyKind.WATCH, DutyKind.STEPS)
HOURS = [{"hours": "08:00-12:00", "label": "Chef i beredskap"}]


@pytest.mark.parametrize(
    ("today", "told"),
    [
        (date(2025, 12, 18), [24, 25, 26, 27, 28]),  # 18, 19, 22, 23 lie before julafton
        (date(2025, 12, 17), [24, 25, 26, 27, 28]),
        (date(2025, 12, 16), []),  # six working days before
        (date(2025, 12, 20), [24, 25, 26, 27, 28, 31]),  # five working days before nyårsafton
    ],
)
def test_christmas_is_told_five_working_days_before(today: date, told: list[int]) -> None:
    """Whoever plans duty has a working week to name somebody."""
    gaps = duty_gaps(place(), today, days_of(place()))

    assert [gap.day.day for gap in gaps if gap.day.month == 12] == told
    assert all(gap.kind is DayKind.MAJOR_HOLIDAY for gap in gaps)
    assert all(gap.duties == ALL for gap in gaps)


def test_epiphany_is_a_red_weekday_that_nobody_is_named_for() -> None:
    """The sixth of January stands in the list with what is missing and where it is entered."""
    gaps = duty_gaps(place(), date(2026, 1, 2), days_of(place()))

    (gap,) = (gap for gap in gaps if gap.day == date(2026, 1, 6))
    assert (gap.kind, gap.duties) == (DayKind.RED_DAY, ALL)
    assert gap.keys == ("phone_hours.red_day", "inbox_watch_hours.red_day", "steps")


def test_an_ordinary_week_has_no_gap() -> None:
    """Lidköping's table names weekdays, Saturday and Sunday: nothing is missing in March."""
    assert duty_gaps(place(), date(2026, 3, 2), days_of(place())) == ()


def test_naming_somebody_fills_the_gap() -> None:
    """Hours that the municipality enters itself take the day off the list, duty by duty."""
    profile = place(phone_hours__red_day=HOURS, inbox_watch_hours__red_day=[])

    (gap,) = duty_gaps(profile, date(2026, 5, 8), days_of(profile))

    assert gap.day == date(2026, 5, 14)
    # That nobody watches was said, but not who does it otherwise: still nobody.
    assert gap.duties == (DutyKind.WATCH, DutyKind.STEPS)
    filled = place(
        phone_hours__red_day=HOURS,
        inbox_watch_hours__red_day=[],
        watch_otherwise={"label": "Trygghetscentralen", "note": "Ring korttid"},
    )
    (left,) = duty_gaps(filled, date(2026, 5, 8), days_of(filled))
    assert left.duties == (DutyKind.STEPS,)


def test_the_municipalitys_own_free_day_is_a_gap_too() -> None:
    """A closed Friday after Ascension Day has nobody named either."""
    profile = place(own_free_days=[{"day": "2026-05-15", "name": "Klämdag"}])

    gaps = duty_gaps(profile, date(2026, 5, 11), days_of(profile))

    assert [gap.day for gap in gaps] == [date(2026, 5, 14), date(2026, 5, 15)]


def test_where_nothing_is_planned_that_is_said_once_and_not_day_by_day() -> None:
    """A region's profile without any hours does not fill the list with every day."""
    profile = place("vgr")

    assert unplanned(profile, date(2026, 3, 2))[:2] == (DutyKind.PHONE, DutyKind.WATCH)
    missing = {
        duty
        for gap in duty_gaps(profile, date(2026, 3, 2), days_of(profile))
        for duty in gap.duties
    }
    assert missing.isdisjoint({DutyKind.PHONE, DutyKind.WATCH})
