"""Somebody was called home and the hospital took the readiness back: everybody sees it at once."""

from uuid import UUID

import pytest

from kontaktpunkt.domain.commands import CallHome, NoteWardLeft, SetWithUs, WithdrawCallHome
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.staff import WithUs
from kontaktpunkt.ui.screens.follow_up.lines import Terms, Tone, cells
from kontaktpunkt.ui.screens.weekend.lines import homeward_lines
from kontaktpunkt.usecases.follow_up.rows import FollowUpQuery, FollowUpRow, NextStep
from kontaktpunkt.usecases.unit_week.rows import ArrivalKind, UnitWeekPage, UnitWeekQuery
from kontaktpunkt.usecases.weekend.people import is_late_home
from kontaktpunkt.wording.words import word
from samples import House, a_house, a_notice, do, hours, id_of

K = MessageKind


@pytest.fixture
def house() -> House:
    """Give a house with somebody ready at half past eight, called home at nine for one o'clock."""
    made = a_house()
    made.take_in(a_notice(id="in"), a_notice(K.READINESS_NOTICE, id="ready"))
    row = made.row(id_of("in"))
    assert row.person is not None
    do(made.anna, SetWithUs(person=row.person, with_us=WithUs(unit="Norr")))
    made.clock.set(hours(0.5))
    do(made.anna, CallHome(case=_case(made), told="Ssk Öst", expected_home=hours(4.5)))
    return made


def _case(house: House) -> UUID:
    case = house.row(id_of("in")).case
    assert case is not None
    return case


def _withdraw(house: House) -> None:
    house.clock.set(hours(1.5))
    house.take_in(a_notice(K.READINESS_WITHDRAWN_NOTICE, id="taken-back", sent_at=hours(1.4)))


def _row(house: House) -> FollowUpRow:
    (row,) = house.anna.follow_up(FollowUpQuery()).rows
    return row


def _week(house: House) -> UnitWeekPage:
    return house.anna.unit_week(UnitWeekQuery(unit="Norr"))


def test_a_readiness_taken_back_after_the_call_is_the_next_thing_to_do(house: House) -> None:
    """The call is to be taken back and the unit told, before somebody waits at an empty door."""
    assert _row(house).next_step is not NextStep.TAKE_BACK_CALL

    _withdraw(house)

    row = _row(house)
    assert row.next_step is NextStep.TAKE_BACK_CALL
    assert word(row.next_step) == "ta tillbaka kallelsen, säg till enheten"
    assert row.case.homecoming.withdrawn_at == hours(1.5)
    assert row.case.homecoming.called_at is not None


def test_the_row_warns_in_words_and_in_colour(house: House) -> None:
    """Whoever looks at the list sees that the time no longer holds."""
    _withdraw(house)

    said = cells(_row(house), Terms(now=hours(2), profile=house.anna.profile()))

    warning = next(cell for cell in said if "återtagen" in cell.main)
    assert warning.tone is Tone.WRONG
    assert "10:10" in warning.said
    assert any(cell.main == "ta tillbaka kallelsen" and cell.tone is Tone.WRONG for cell in said)


def test_nobody_asks_whether_she_came_home_meanwhile(house: House) -> None:
    """She lies in her bed: hours after the expected time it is still the call that is wrong."""
    _withdraw(house)
    house.clock.set(hours(9))

    row = _row(house)

    assert (row.next_step, row.home_late) == (NextStep.TAKE_BACK_CALL, False)


def test_the_unit_s_week_marks_her_and_does_not_count_her(house: House) -> None:
    """The unit sees that she may not come, on the day for which it has staffed."""
    assert _week(house).coming == 1

    _withdraw(house)

    week = _week(house)
    (arrival,) = week.days[0].arrivals
    assert (arrival.kind, week.coming) == (ArrivalKind.WITHDRAWN, 0)
    assert [line.coming for line in week.by_unit] == [0]


def test_helg_and_jour_says_it_beside_the_time(house: House) -> None:
    """Nobody who reads who goes home reads only the hour."""
    _withdraw(house)

    (line,) = homeward_lines([_row(house).case], hours(2))

    assert "klar återtagen, kallad hem i dag 13:10" in line.main  # first: the end may be cut off
    assert line.look == "wrong"
    assert not is_late_home(_row(house).case, hours(9))


def test_ready_again_or_called_off_takes_the_warning_away(house: House) -> None:
    """A new readiness holds, and a call taken back is no longer in doubt."""
    _withdraw(house)
    house.clock.set(hours(2))
    house.take_in(a_notice(K.READINESS_NOTICE, id="again", sent_at=hours(1.9)))
    assert _row(house).case.homecoming.withdrawn_at is None

    house.clock.set(hours(2.5))
    house.take_in(a_notice(K.READINESS_WITHDRAWN_NOTICE, id="no", sent_at=hours(2.4)))
    assert _row(house).next_step is NextStep.TAKE_BACK_CALL
    do(house.anna, WithdrawCallHome(case=_case(house)))
    assert _row(house).case.homecoming.withdrawn_at is None


def test_who_is_on_the_road_is_awaited_whatever_comes_late(house: House) -> None:
    """She has left the ward: a withdrawal that comes after that takes no call back."""
    house.clock.set(hours(1.2))
    do(house.anna, NoteWardLeft(case=_case(house)))

    _withdraw(house)

    assert _row(house).next_step is not NextStep.TAKE_BACK_CALL
