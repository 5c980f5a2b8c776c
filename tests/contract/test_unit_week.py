"""A unit's week on a real store: who comes when, who waits, the load, on screen and paper."""

from uuid import UUID

import pytest

from kontaktpunkt.domain.commands import (
    CallHome,
    ChangeService,
    NoteHomeReached,
    SetWithUs,
    TakeCase,
)
from kontaktpunkt.domain.events.homecoming import ServiceStage
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.person.facts import Protection
from kontaktpunkt.domain.staff import WithUs
from kontaktpunkt.domain.times import local_day
from kontaktpunkt.usecases.ports import Store
from kontaktpunkt.usecases.rows import CaseRow
from kontaktpunkt.usecases.unit_week.rows import Arrival, ArrivalKind, UnitWeekQuery
from samples import House, a_house, a_notice, a_person, do, hours

_NORTH = UnitWeekQuery(unit="Hemvård Norr")


@pytest.fixture
def house(store: Store) -> House:
    """Give a house with four people in hospital: three of Hemvård Norr, one of nobody's."""
    house = a_house(store)
    for nth in range(1, 5):
        _tell(house, nth, MessageKind.ADMISSION_NOTICE, expected_discharge=hours(24 * nth))
        if nth < 4:
            row = _row(house, nth)
            assert row.person is not None
            do(house.anna, SetWithUs(person=row.person, with_us=WithUs(unit="Hemvård Norr")))
    return house


def _tell(house: House, nth: int, kind: MessageKind, **stay: object) -> None:
    said = {"stay_ids": (f"stay-{nth}",), **stay}
    house.take_in(a_notice(kind, id=f"{kind.value}-{nth}", person=a_person(nth), stay=said))


def _row(house: House, nth: int) -> CaseRow:
    with house.store.reading() as view:
        return next(row for row in view.open_cases() if row.name == f"Prov{nth} Provsson")


def _names(arrivals: tuple[Arrival, ...]) -> list[str]:
    return [one.case.name.split()[0] for one in arrivals]


def _call(house: House, nth: int, at: float) -> UUID:
    case = _row(house, nth).case
    wish = CallHome(
        case=case, told="Ssk Öst", expected_home=hours(at), met_by="hemtjänst", starts=""
    )
    do(house.anna, wish)
    return case


def test_each_who_comes_stands_on_her_day_and_nobody_of_another_unit(house: House) -> None:
    """Somebody expected tomorrow stands under tomorrow, not called; another unit's is not here."""
    page = house.anna.unit_week(_NORTH)

    by_day = {day.day: _names(day.arrivals) for day in page.days}
    assert by_day[local_day(hours(24))] == ["Prov1"]
    assert by_day[local_day(hours(48))] == ["Prov2"]
    assert page.days[1].arrivals[0].kind is ArrivalKind.EXPECTED
    assert len(page.everybody) == page.coming == 3
    assert len(house.anna.unit_week(UnitWeekQuery()).everybody) == 4


def test_a_service_starts_again_from_a_named_visit(house: House) -> None:
    """Called home this afternoon: home care begins with the evening visit, food has no word yet."""
    case = _call(house, 1, 6)
    for service in ("home_care", "food"):
        do(house.anna, ChangeService(case=case, service=service, stage=ServiceStage.PAUSED))
    again = ChangeService(
        case=case, service="home_care", stage=ServiceStage.RESTARTED, from_visit="tisdag kväll"
    )
    do(house.anna, again)

    (arrival,) = house.anna.unit_week(_NORTH).days[0].arrivals

    assert (arrival.kind, arrival.at) == (ArrivalKind.CALLED, hours(6))
    home = arrival.case.homecoming
    assert [(one.service, one.from_visit) for one in home.restarts] == [
        ("home_care", "tisdag kväll")
    ]
    assert home.paused == ("food",)
    assert home.met_by == "hemtjänst"
    assert house.is_clean


def test_who_is_ready_and_not_called_waits_and_is_counted(house: House) -> None:
    """A person who is ready has no day of her own until somebody calls her home."""
    _tell(house, 2, MessageKind.READINESS_NOTICE)
    do(house.bo, TakeCase(case=_row(house, 2).case))

    page = house.anna.unit_week(_NORTH)

    assert _names(page.waiting) == ["Prov2"]
    assert [(one.name, one.open, one.ready) for one in page.by_staff] == [("Bo", 1, 1), ("", 2, 0)]
    assert [(one.name, one.open) for one in page.by_unit] == [("Hemvård Norr", 3), ("", 1)]
    only_bo = UnitWeekQuery(unit="Hemvård Norr", responsible=house.bo.me.staff)
    assert _names(house.anna.unit_week(only_bo).everybody) == ["Prov2"]


def test_who_should_be_home_stays_first_until_somebody_says_so(house: House) -> None:
    """Called home for yesterday and not confirmed: she stands above all days, then under today."""
    case = _call(house, 1, 1)
    house.clock.advance(30 * 60)

    assert _names(house.anna.unit_week(_NORTH).overdue) == ["Prov1"]
    do(house.anna, NoteHomeReached(case=case, received_by="hemtjänst"))
    page = house.anna.unit_week(_NORTH)
    assert _names(page.overdue) == []
    assert [(one.kind, one.case.case) for one in page.days[0].arrivals] == [
        (ArrivalKind.HOME, case)
    ]


def test_a_protected_person_is_masked_on_screen_and_always_on_paper(house: House) -> None:
    """Only who answers for her sees the name; on paper nobody does, nor who meets her where."""
    person = a_person(7, protection=Protection.SECRECY_MARKING)
    stay = {"stay_ids": ("stay-7",), "expected_discharge": hours(24)}
    house.take_in(a_notice(id="in-7", person=person, stay=stay))
    case = _row(house, 7).case
    do(
        house.bo,
        TakeCase(case=case),
        CallHome(case=case, told="Ssk", expected_home=hours(6), met_by="systern Eva"),
    )

    (seen,) = house.anna.unit_week(UnitWeekQuery()).days[0].arrivals
    (mine,) = house.bo.unit_week(UnitWeekQuery()).days[0].arrivals
    paper, count = house.bo.unit_week_paper(UnitWeekQuery())

    assert (seen.case.name, seen.case.homecoming.met_by) == ("", "")
    assert mine.case.name == "Prov7 Provsson"
    assert paper.protected
    assert count == 5
    assert b"Skyddade personuppgifter" in paper.pdf
    assert b"Prov7" not in paper.pdf
    assert b"Eva" not in paper.pdf


def test_the_paper_says_from_when_it_is_and_whom_to_ring(house: House) -> None:
    """A unit without a program gets a list with the ward's number and room to write in."""
    _call(house, 1, 6)

    paper, count = house.anna.unit_week_paper(_NORTH)
    text = paper.pdf.decode()

    assert count == 3
    assert "Uppgifter från 03-24 08:40" in text
    assert "0500-00 00 00" in text
    assert "Bemanning" in text
    assert "Söndag 2026-03-29, röd dag" in text
