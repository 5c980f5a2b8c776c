"""What Helg & jour says: which time it is, what was decided, and what waits."""

from datetime import date, time

import pytest
from msgspec.structs import replace

from duty_places import at
from kontaktpunkt.domain.events.weekend import WeekendAnswer, WeekendSide
from kontaktpunkt.domain.profile import Answerer
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.case_lines.weekend import WeekendLine
from kontaktpunkt.usecases.weekend.rows import HandoverWaits, PhoneRow
from kontaktpunkt.wording.weekend import (
    answer_words,
    behind_words,
    did_heading,
    duty_words,
    late_words,
    must_heading,
    period_words,
    phone_age_words,
    receiver_words,
    until_words,
)
from samples import a_house


@pytest.mark.parametrize(
    ("now", "which", "until", "receiver"),
    [
        (
            "2026-03-24 15:00",
            "Kväll och natt",
            "börjar 16:30, till ons 25 mars 07:00",
            "Kontaktpunkten, i morgon 07:00",
        ),
        (
            "2026-03-20 15:00",
            "Helg, lör 21 mars–sön 22 mars",
            "börjar 16:30, till mån 23 mars 07:00",
            "Sjuksköterska korttid, i morgon 08:30",
        ),
        (
            "2026-03-22 10:00",
            "Helg, lör 21 mars–sön 22 mars",
            "till mån 23 mars 07:00",
            "Kontaktpunkten, i morgon 07:00",
        ),
        (
            "2026-04-02 17:00",
            "Storhelg, påsk, fre 3 april–mån 6 april",
            "till tis 7 april 07:00",
            "Trygghetscentralen (ej bekräftat), i morgon 08:00",
        ),
        (
            "2026-05-13 17:00",
            "Röda dagar, Kristi himmelsfärdsdag, tors 14 maj",
            "till fre 15 maj 07:00",
            "Trygghetscentralen (ej bekräftat), i morgon 08:00",
        ),
    ],
)
def test_each_time_is_named_with_its_days_and_its_end(
    now: str, which: str, until: str, receiver: str
) -> None:
    """Weekday evening, weekend, red day and storhelg each say what they are."""
    house = a_house()
    house.clock.set(at(now))

    page = house.anna.weekend()

    assert period_words(page) == which
    assert until_words(page) == until
    assert receiver_words(page.receiving, page.at) == receiver


def test_hours_are_said_by_who_has_them() -> None:
    """One who has both is named once; a day that nobody has planned says so."""
    house = a_house()
    house.clock.set(at("2026-04-05 09:00"))
    page = house.anna.weekend()
    said = [duty_words(day, page.at, "SAMSA") for day in page.duty]

    assert said == [
        ("I dag, Påskdagen", "telefon och SAMSA ej bekräftat"),
        ("I morgon, Annandag påsk", "telefon och SAMSA ej bekräftat"),
        (
            "Tis 7 april",
            "Kontaktpunkten: SAMSA 07:00–16:30, telefon 08:30–11:30 och 13:00–16:00",
        ),
    ]


def test_what_must_be_done_is_headed_by_when_the_watch_ends() -> None:
    """On Saturday before noon; when the watch has ended, before the office opens."""
    house = a_house()
    house.clock.set(at("2026-03-21 09:00"))
    forenoon = must_heading(house.anna.weekend())
    house.clock.set(at("2026-03-21 12:00"))

    assert forenoon == "Ska vara gjort före 12:00"
    assert must_heading(house.anna.weekend()) == "Ska vara gjort före mån 23 mars 07:00"
    assert did_heading(house.anna.weekend().period) == "Vad helgen gjorde"


@pytest.mark.parametrize(
    ("answer", "text", "said"),
    [
        (WeekendAnswer.YES, "", "ja, tidigast 13:00"),
        (WeekendAnswer.YES, "nyckel hos grannen", "ja, nyckel hos grannen, tidigast 13:00"),
        (
            WeekendAnswer.YES_IF,
            "om larmet är på plats",
            "ja, om larmet är på plats, tidigast 13:00",
        ),
        (WeekendAnswer.NO, "sängen saknas", "nej, därför att sängen saknas, tidigast 13:00"),
    ],
)
def test_a_helgbesked_is_said_whole(answer: WeekendAnswer, text: str, said: str) -> None:
    """Yes, if or no, in one line, with from when."""
    line = WeekendLine(
        days=(date(2026, 3, 21),), answer=answer, at=Instant(0), text=text, earliest=time(13)
    )

    assert answer_words(line) == said


def test_behind_a_helgbesked_stand_names_or_who_is_waited_for() -> None:
    """Whom to ring, and whose word is missing."""
    line = WeekendLine(
        days=(date(2026, 3, 21), date(2026, 3, 22)),
        answer=WeekendAnswer.YES,
        at=Instant(0),
        ring="Norr",
        ring_phone="070-174 06 72",
        unit_manager="R. Sandin",
        awaited=(WeekendSide.LICENSED,),
    )

    said = behind_words(line, at("2026-03-20 15:00"))

    assert said == "väntar på legitimerad · i morgon, 22/3 · ring Norr 070-174 06 72 · R. Sandin"


def test_lines_that_nobody_has_taken_are_counted_with_who_is_there() -> None:
    """One, several, and none."""
    manned = Answerer("Trygghetscentralen")

    assert late_words(HandoverWaits()) == ""
    assert late_words(HandoverWaits(late=1)) == "1 överlämnad rad är inte tagen"
    assert late_words(HandoverWaits(late=3, manned=manned)) == (
        "3 överlämnade rader är inte tagna. Nu bemannat: Trygghetscentralen"
    )


def test_the_age_of_a_number_is_said() -> None:
    """Checked when, too long ago, or never; of a number that is missing nothing is said."""
    now = at("2026-03-24 08:40")
    rung = PhoneRow(name="Norr", phones=("0510-1",))

    assert phone_age_words(replace(rung, verified_on=date(2026, 3, 4)), now) == "kontrollerad 4/3"
    old = replace(rung, verified_on=date(2025, 3, 4), outdated=True)
    assert phone_age_words(old, now) == "kontrollerad 4/3 2025, gammal"
    assert phone_age_words(replace(rung, outdated=True), now) == "aldrig kontrollerad"
    assert phone_age_words(replace(rung, phones=()), now) == ""
    assert phone_age_words(replace(rung, by_rule=True), now) == ""
