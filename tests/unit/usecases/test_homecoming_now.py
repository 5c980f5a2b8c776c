"""Who came home and is back in hospital is seen again; who is on her way home is not lost."""

from datetime import date, time
from typing import Any
from uuid import UUID

import pytest

from kontaktpunkt.domain.commands import (
    CallHome,
    ChangeService,
    JoinCases,
    MeetObstacle,
    NoteHomeReached,
    NoteWardLeft,
)
from kontaktpunkt.domain.events.homecoming import ServiceStage
from kontaktpunkt.domain.figures.figure import Figure
from kontaktpunkt.domain.figures.slices import along
from kontaktpunkt.domain.figures.spell import Period
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.person.facts import Protection
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.side import Side
from kontaktpunkt.domain.times import at_local, local_day
from kontaktpunkt.usecases.follow_up.rows import FollowUpGroup, FollowUpQuery, FollowUpRow
from kontaktpunkt.usecases.unit_week.rows import UnitWeekQuery
from kontaktpunkt.usecases.weekend.rows import PacketPaper
from samples import House, a_house, a_notice, a_person, do, hours, id_of

K = MessageKind
_FRIDAY = at_local(date(2026, 3, 27), time(15))
_SATURDAY = at_local(date(2026, 3, 28), time(10))


@pytest.fixture
def house() -> House:
    """Give a house with somebody who is ready for discharge."""
    made = a_house()
    made.take_in(a_notice(id="in"), a_notice(K.READINESS_NOTICE, id="ready"))
    return made


def _case(house: House) -> UUID:
    case = house.row(id_of("in")).case
    assert case is not None
    return case


def _row(house: House) -> FollowUpRow:
    (row,) = house.anna.follow_up(FollowUpQuery()).rows
    return row


def _comes_home(house: House) -> None:
    case = _case(house)
    do(
        house.anna,
        ChangeService(
            case=case, service="mat", stage=ServiceStage.RESTARTED, from_visit="Tisdag kväll"
        ),
        CallHome(case=case, told="Syster", expected_home=hours(3, house.clock.now())),
    )
    house.clock.advance(60)
    do(house.anna, NoteWardLeft(case=case))
    house.clock.advance(30)
    do(house.anna, NoteHomeReached(case=case, received_by="Cia"))


def _ready_now(house: House) -> int:
    today = local_day(house.clock.now())
    return house.anna.figures(Period(today, today)).figures[Figure.READY_NOW].total


def test_who_has_come_home_by_our_own_note_is_not_ready_in_hospital(house: House) -> None:
    """The figure says what the list says, also before the region has told of the discharge."""
    assert _ready_now(house) == 1

    _comes_home(house)

    assert _row(house).group is FollowUpGroup.AT_HOME
    assert _ready_now(house) == 0


def test_who_has_left_without_a_call_waits_nowhere_to_come_home(house: House) -> None:
    """She has left by our own note: no list and no count says that she lies there ready."""
    do(house.anna, NoteWardLeft(case=_case(house), at=house.clock.now()))

    page = house.anna.unit_week(UnitWeekQuery())

    assert page.waiting == ()
    assert [line.ready for line in page.by_unit] == [0]
    assert _row(house).group is FollowUpGroup.AT_HOME
    assert _ready_now(house) == 0


def test_who_is_back_in_hospital_is_at_home_no_more(house: House) -> None:
    """Back the same day is the same stay: she can be called home anew, and is on every list."""
    _comes_home(house)
    house.clock.advance(120)
    now = house.clock.now()

    house.take_in(a_notice(id="again", sent_at=now, stay={"admitted_at": now}))

    row = _row(house)
    assert row.case.case == _case(house)
    assert row.group is FollowUpGroup.READY
    home = row.case.homecoming
    assert (home.called_at, home.left_at, home.reached_at, home.restarts) == (None, None, None, ())
    assert len(house.anna.unit_week(UnitWeekQuery()).waiting) == 1
    page = house.anna.case(_case(house))
    assert page is not None
    assert page.homecoming.called is None
    assert house.is_clean

    _comes_home(house)

    assert _row(house).group is FollowUpGroup.AT_HOME


def test_a_late_readiness_notice_of_the_same_day_brings_nobody_back(house: House) -> None:
    """The ward may send it after she has left; one of a later day is of a new stay."""
    _comes_home(house)
    house.take_in(a_notice(K.READINESS_NOTICE, id="late", sent_at=house.clock.now()))
    assert _row(house).group is FollowUpGroup.AT_HOME

    house.clock.advance(2 * 24 * 60)
    house.take_in(a_notice(K.READINESS_NOTICE, id="anew", sent_at=house.clock.now()))

    assert _row(house).group is FollowUpGroup.READY


def test_a_late_admission_notice_brings_nobody_back(house: House) -> None:
    """It tells of the stay that is over: she was admitted before she came home."""
    _comes_home(house)
    house.clock.advance(24 * 60)

    house.take_in(a_notice(id="late", sent_at=house.clock.now()))

    assert _row(house).group is FollowUpGroup.AT_HOME


@pytest.mark.parametrize("called", [True, False])
def test_who_is_discharged_ahead_of_time_stands_on_the_weekend(
    house: House,
    called: bool,  # noqa: FBT001  a parameter
) -> None:
    """The ward sends the discharge on Friday for Saturday; the packet tells who comes home."""
    house.clock.set(_FRIDAY)
    if called:
        do(house.anna, CallHome(case=_case(house), told="Syster", expected_home=_SATURDAY))
    stay = {"discharged_at": _SATURDAY}

    house.take_in(a_notice(K.DISCHARGE_NOTICE, id="out", sent_at=_FRIDAY, stay=stay))

    assert [case.case for case in house.anna.weekend().homeward] == [_case(house)]
    made = house.anna.make_packet()
    assert isinstance(made, PacketPaper)
    assert "lör 28/3 10:00" in made.pdf.decode()
    assert "Prov1" in made.pdf.decode()
    house.clock.set(_SATURDAY)
    do(house.anna, NoteHomeReached(case=_case(house)))
    assert house.anna.weekend().homeward == ()


def test_nobody_is_called_home_who_has_died(house: House) -> None:
    """A colleague may have missed the message: the program says so before the phone is lifted."""
    house.take_in(a_notice(K.DEATH_NOTICE, id="died"))

    refused = house.anna.act(CallHome(case=_case(house), told="Syster"))

    assert refused == Refused(reason=RefusalReason.DECEASED)


def test_who_is_ready_now_is_counted_at_the_end_of_the_days_before(house: House) -> None:
    """A chart by day shows who lay there ready at midnight, and today who does so now."""
    house.clock.advance(3 * 24 * 60)
    today = local_day(house.clock.now())
    found = house.anna.figures(Period(date(2026, 3, 23), today)).figures

    assert [one.value for one in along(found[Figure.READY_NOW])] == [0, 1, 1, 1, 1]
    assert [one.value for one in along(found[Figure.READY_OVER_TIME])] == [0, 1, 1, 1, None]


def test_a_day_that_is_held_back_cannot_be_reckoned_from_the_others() -> None:
    """Eight people, seven on one day: the day of the eighth, who is protected, is not told."""
    house = a_house()
    for nth in range(1, 9):
        hidden = {"protection": Protection.SECRECY_MARKING} if nth == 1 else {}
        left = hours(-48 if nth == 1 else -96)
        said: dict[str, Any] = {"person": a_person(nth, **hidden), "sent_at": left}
        stay = {"stay_ids": (f"s{nth}",), "admitted_at": hours(-200), "discharged_at": left}
        house.take_in(
            a_notice(K.READINESS_NOTICE, id=f"r{nth}", stay=stay, **said),
            a_notice(K.DISCHARGE_NOTICE, id=f"d{nth}", stay=stay, **said),
        )

    figures = house.anna.figures(Period(date(2026, 3, 1), date(2026, 3, 24))).figures

    days = [one for one in along(figures[Figure.HOME_WITHIN_DAY]) if one.parts]
    assert [(one.persons, one.withheld) for one in days] == [(7, True), (1, True)]


def test_who_leaves_the_ward_again_has_not_come_home_yet(house: House) -> None:
    """Back the same day without a word of the ward: leaving once more begins a new way home."""
    _comes_home(house)
    house.clock.advance(120)

    do(house.anna, NoteWardLeft(case=_case(house)))

    home = _row(house).case.homecoming
    assert (home.left_at, home.reached_at) == (house.clock.now(), None)


def test_one_obstacle_stands_once_in_a_joined_stay(house: House) -> None:
    """Whichever of the two cases it is noted from, the other has it already."""
    house.take_in(a_notice(id="other", stay={"stay_ids": ("another",)}))
    other = house.row(id_of("other")).case
    assert other is not None
    do(house.anna, JoinCases(case=_case(house), other_case=other))
    met = [
        MeetObstacle(case=case, obstacle=UUID(int=nth), code="x", side=Side.MUNICIPALITY)
        for nth, case in enumerate((_case(house), other))
    ]
    do(house.anna, met[0])

    again = house.anna.act(met[1])

    assert isinstance(again, Refused)
    assert again.reason is RefusalReason.ALREADY_DONE
