"""Who does what in words: gaps, hours, looks in the region's inbox, and days of our own."""

from datetime import date

import pytest

from duty_places import at, days_of, place
from kontaktpunkt.domain.profile import Answerer, Cover, Manning, RuleProfile
from kontaktpunkt.domain.profile.duty import DutyKind, hours_on, manning
from kontaktpunkt.domain.profile.watching import ExpectedCheck
from kontaktpunkt.usecases.duty.rows import Look, WatchPage
from kontaktpunkt.usecases.duty.watching import name_day, named_gaps
from kontaktpunkt.wording.duty import (
    calendar_words,
    coming_words,
    gap_words,
    hours_words,
    kind_of_day,
    last_words,
    manning_words,
    missed_words,
    short_missed,
)

NOW = at("2026-03-24 08:40")
DUE = ExpectedCheck(at("2026-03-24 07:00"), Answerer("Kontaktpunkten"))


def _page(**said: object) -> WatchPage:
    day = name_day(date(2026, 3, 24), days_of(place()))
    named = Manning(Cover.NAMED, DUE.who)
    return WatchPage(system="SAMSA", municipality="X", today=day, watch_now=named, **said)  # pyright: ignore[reportArgumentType]  what a test says


def _gaps(profile: RuleProfile, today: date) -> list[str]:
    return [gap_words(gap) for gap in named_gaps(profile, today, days_of(profile))]


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (
            date(2025, 12, 30),
            [
                "Ingen utsedd för storhelg nyår 31 december–1 januari",
                "Ingen utsedd för röd vardag 6 januari",
            ],
        ),
        (date(2026, 1, 2), ["Ingen utsedd för röd vardag 6 januari"]),
        (date(2026, 3, 30), ["Ingen utsedd för storhelg påsk 3–6 april"]),
        (date(2026, 5, 18), ["Ingen utsedd för storhelg pingst 23–24 maj"]),
        (date(2026, 3, 24), []),
    ],
)
def test_days_without_anybody_named_are_said_with_their_dates(today: date, said: list[str]) -> None:
    """Kind of day, name of the holiday, and the dates as they stand in the almanac."""
    assert _gaps(place(), today) == said


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 3, 24), "vardag"),
        (date(2026, 3, 29), "söndag"),
        (date(2026, 1, 6), "röd vardag, Trettondedag jul"),
        (date(2026, 4, 5), "storhelg, påsk"),
        (date(2026, 10, 31), "lördag, Alla helgons dag"),
    ],
)
def test_a_day_is_called_by_its_kind_and_name(day: date, said: str) -> None:
    """A Sunday is just a Sunday, a red weekday says which."""
    assert kind_of_day(name_day(day, days_of(place()))) == said


def test_hours_of_one_name_stand_together() -> None:
    """Two phone hours of the same people are read as one line; midnight ends a day as 24:00."""
    profile = place(
        phone_hours__red_day=[
            {"hours": "08:00-12:00", "label": "Jour"},
            {"hours": "20:00-24:00", "label": "Natt"},
        ]
    )
    days = days_of(profile)

    assert hours_words(hours_on(profile, DutyKind.PHONE, date(2026, 3, 24), days)) == (
        "08:30–11:30 och 13:00–16:00 Kontaktpunkten"
    )
    assert hours_words(hours_on(profile, DutyKind.PHONE, date(2026, 1, 6), days)) == (
        "08:00–12:00 Jour; 20:00–24:00 Natt"
    )
    assert hours_words(None) == "ej bekräftat"
    assert hours_words(()) == "ingen"


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ("2026-03-24 09:00", "Kontaktpunkten"),
        ("2026-03-24 12:00", "Trygghetscentralen"),
        ("2026-01-06 09:00", "ej bekräftat (Trygghetscentralen övrig tid)"),
    ],
)
def test_who_answers_is_said_with_how_sure_it_is(moment: str, said: str) -> None:
    """Who reads it knows whether somebody was named, or whether it is just as at other times."""
    profile = place()

    assert manning_words(manning(profile, DutyKind.PHONE, at(moment), days_of(profile))) == said


def test_a_look_and_the_next_one_are_said() -> None:
    """Last and next stand together; without either that is said too."""
    look = Look(at=at("2026-03-24 08:35"), by_name="A. Berg")
    assert last_words(_page(last=look), NOW) == "SAMSA bevakat 08:35 av A. Berg"
    assert last_words(_page(), NOW) == "Ingen har stämplat att SAMSA är bevakat"
    soon = ExpectedCheck(at("2026-03-24 10:10"), DUE.who)
    assert coming_words(_page(coming=soon, per_day=3), NOW) == "nästa 10:10"
    assert coming_words(_page(coming=DUE, per_day=3), NOW) == "dags nu (väntad 07:00)"
    assert coming_words(_page(), NOW) == "hur ofta är ej bekräftat"
    assert coming_words(_page(per_day=3), NOW) == ""


def test_a_missed_look_says_who_is_there_and_what_to_do() -> None:
    """In the evening the manned function is named with what the profile asks it to do."""
    hand = Answerer("Trygghetscentralen", note="Ring korttid 0510-00 00 00.")
    said = "SAMSA skulle ha bevakats 07:00"

    assert missed_words(_page(missed=DUE), NOW) == said
    assert missed_words(_page(missed=DUE, hand_to=hand), NOW) == (
        f"{said}. Nu bemannat: Trygghetscentralen, ring korttid 0510-00 00 00"
    )
    assert missed_words(_page(missed=DUE, hand_to=hand, hand_confirmed=False), NOW) == (
        f"{said}. Nu bemannat: Trygghetscentralen (ej bekräftat)"
    )
    assert short_missed(_page(missed=DUE), NOW) == "SAMSA ej bevakat, väntat 07:00"
    assert missed_words(_page(), NOW) == short_missed(_page(), NOW) == ""


def test_the_calendar_of_the_place_is_said_with_its_source() -> None:
    """Which holidays count, and days of our own, half ones too."""
    profile = place(
        own_free_days=[
            {"day": "2026-05-15", "name": "Klämdag"},
            {"day": "2026-04-02", "name": "Skärtorsdag", "closes": "12:00"},
        ],
        major_holiday_periods=[{"starts": "2026-12-23", "ends": "2027-01-06", "name": "Jul"}],
    )

    assert calendar_words(profile.value("major_holidays")).startswith(
        "Storhelger: nyår, påsk, pingst, midsommar, jul (Lag (2017:612) · ur sammanfattning"
    )
    assert calendar_words(profile.value("own_free_days")) == (
        "Egna lediga dagar: tors 2 april 2026 Skärtorsdag från 12:00, fre 15 maj 2026 Klämdag "
        "(Kommunens eget värde)."
    )
    assert "ons 23 dec–ons 6 jan 2027 Jul" in calendar_words(profile.value("major_holiday_periods"))
    assert calendar_words(place().value("own_free_days")) == "Egna lediga dagar: ej bekräftat."
    none = place(own_free_days=[])
    assert calendar_words(none.value("own_free_days")).startswith("Egna lediga dagar: inga")
