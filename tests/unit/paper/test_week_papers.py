"""A unit's week, a week of SIP and what is to be looked at: printed and read back as text."""

from datetime import date
from uuid import UUID

import pytest

from kontaktpunkt.domain.commands import (
    CallHome,
    ChangeService,
    RaiseConcern,
    SetPlanMeeting,
    SetWithUs,
    TakeCase,
)
from kontaktpunkt.domain.events.concern import ConcernKind
from kontaktpunkt.domain.events.homecoming import ServiceStage
from kontaktpunkt.domain.events.plan import MeetingForm
from kontaktpunkt.domain.person.facts import Protection
from kontaktpunkt.domain.staff import Receiver, WithUs
from kontaktpunkt.paper import page_count, render_list
from kontaktpunkt.usecases.concerns.papers import concern_list
from kontaktpunkt.usecases.plans.papers import plan_list
from kontaktpunkt.usecases.plans.rows import PlanQuery
from kontaktpunkt.usecases.unit_week.papers import Words, unit_week_list
from kontaktpunkt.usecases.unit_week.rows import UnitWeekQuery
from kontaktpunkt.wording.words import word
from samples import House, a_house, a_notice, a_person, do, hours
from unit.paper.copies import FOOT
from unit.paper.reading import text, texts

_UNIT = "Hemvård Norr"


@pytest.fixture
def house() -> House:
    """Give a house with somebody called home, SIP and a fall, and a protected person whom Bo has.

    The list that Bo has on screen would name her; his paper must not.
    """
    house = a_house()
    for nth, protection in ((1, Protection.NONE), (2, Protection.SECRECY_MARKING)):
        stay = {"stay_ids": (f"s-{nth}",), "expected_discharge": hours(24)}
        person = a_person(nth, protection=protection)
        house.take_in(a_notice(id=f"in-{nth}", person=person, stay=stay))
    with house.store.reading() as view:
        rows = sorted(view.open_cases(), key=lambda row: row.name)
    for place, row in enumerate(rows):
        assert row.person is not None
        do(
            house.bo,
            TakeCase(case=row.case),
            SetWithUs(person=row.person, with_us=WithUs(unit=_UNIT, unit_phone="0510-77 00 40")),
            CallHome(case=row.case, told="Ssk", expected_home=hours(6), met_by="Systern Eva"),
            ChangeService(
                case=row.case,
                service="home_care",
                stage=ServiceStage.RESTARTED,
                from_visit="tisdag kväll",
            ),
            SetPlanMeeting(
                case=row.case,
                plan=UUID(int=200 + place),
                meeting_at=hours(24),
                form=MeetingForm.PHONE,
                place="Rum 7",
                participants=("Dr Ek",),
            ),
            RaiseConcern(
                person=row.person,
                concern=UUID(int=100 + place),
                about=ConcernKind.FALL,
                text="fall vid trappan",
                to=Receiver(unit=_UNIT),
                due=date(2026, 3, 27),
            ),
        )
    return house


def test_a_units_week_can_be_worked_by_without_the_program(house: House) -> None:
    """Who comes when, from which visit, met by whom, the ward's number; the protected masked."""
    page = house.anna.unit_week(UnitWeekQuery(unit=_UNIT))
    said = text(render_list(unit_week_list(page, Words.of(house.anna.profile(), word), FOOT)))

    for words in (
        "Veckan för Hemvård Norr",
        "Tisdag 2026-03-24 (2)",
        "Onsdag 2026-03-25",
        "Söndag 2026-03-29, röd dag",
        "Prov1 Provsson",
        "Hemtjänst från tisdag kväll",
        "möts av Systern Eva",
        "0500-00 00 00",
        "Skyddade personuppgifter",
        "Bemanning",
        "Uppgifter från 03-24 08:40",
        "Förstörs enligt rutin",
    ):
        assert words in said, words
    assert said.count("Systern Eva") == 1
    assert "Prov2" not in said


def test_whoever_prints_the_protected_stay_masked(house: House) -> None:
    """Bo answers for both; what leaves the printer names one of them."""
    week, _ = house.bo.unit_week_paper(UnitWeekQuery(unit=_UNIT))
    sip, _ = house.bo.plan_paper(PlanQuery(day=date(2026, 3, 24)))
    seen, _ = house.bo.concern_paper()

    for paper in (week, sip, seen):
        assert paper.protected
        assert b"Prov1" in paper.pdf
        assert b"Prov2" not in paper.pdf
        assert b"Skyddade personuppgifter" in paper.pdf


def test_a_week_of_sip_fits_a_page_and_says_who_is_there(house: House) -> None:
    """Time, form, place, who takes part; two at once that Bo answers for are told to clash."""
    pdf = render_list(plan_list(house.anna.plan_week(PlanQuery(day=date(2026, 3, 24))), word, FOOT))
    said = text(pdf)

    assert page_count(pdf) == 1
    for words in ("Onsdag 2026-03-25", "08:40–09:40", "krock", "telefon", "Rum 7", "Dr Ek"):
        assert words in said, words
    assert said.count("Rum 7") == 1


def test_what_is_to_be_looked_at_has_room_for_what_came_of_it(house: House) -> None:
    """Who looks by when, and a column to write in."""
    document = concern_list(house.anna.concerns(), {}, word, FOOT)
    (said,) = texts(render_list(document))

    for words in ("Ska ses över", "03-27", "fall: fall vid trappan", _UNIT, "Vad det ledde till"):
        assert words in said, words
    assert any(column.write_in for column in document.columns)


def test_an_empty_week_says_so(house: House) -> None:
    """Nobody of that unit: every day stands, and no row."""
    page = house.anna.unit_week(UnitWeekQuery(unit="Ingen enhet"))
    said = text(render_list(unit_week_list(page, Words.of(house.anna.profile(), word), FOOT)))

    assert "Tisdag 2026-03-24" in said
    assert "0 väntas hem" in said
