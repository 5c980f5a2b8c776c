"""Late for us: what is untaken longer than we ourselves have said, in office hours."""

from datetime import date, time

import pytest

from kontaktpunkt.domain.commands import ChangeSetting, DeferMessage, FinishMessage, TakeMessage
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.times import Instant, at_local
from kontaktpunkt.usecases.at_desk import StaffDesk
from kontaktpunkt.usecases.rows import DueReason, InboxQuery
from samples import House, a_house, a_notice, do, hours, id_of

_M = id_of("m")
_LIMIT = ChangeSetting(key="untaken_minutes", value="30")


def _at(day: date, clock: time) -> Instant:
    return at_local(day, clock)


def test_without_a_limit_nothing_is_late() -> None:
    """Ingen gräns satt: no due time, however long it lies there."""
    house = a_house()
    house.take_in(a_notice(id="m"))
    house.clock.advance(60 * 24 * 7)

    assert house.row(_M).due_at is None
    assert house.anna.counts(InboxQuery()).late == 0


@pytest.mark.parametrize(
    ("came", "late"),
    [
        ((date(2026, 3, 24), time(8, 40)), (date(2026, 3, 24), time(9, 10))),
        ((date(2026, 3, 24), time(16, 15)), (date(2026, 3, 25), time(7, 15))),
        ((date(2026, 3, 24), time(22, 0)), (date(2026, 3, 25), time(7, 30))),
        ((date(2026, 3, 27), time(16, 20)), (date(2026, 3, 30), time(7, 20))),
        # Long Friday 3 April to Easter Monday 6 April 2026.
        ((date(2026, 4, 2), time(16, 29)), (date(2026, 4, 7), time(7, 29))),
    ],
)
def test_an_untaken_message_is_late_by_minutes_of_office_hours(
    came: tuple[date, time], late: tuple[date, time]
) -> None:
    """The clock of thirty minutes stands still at night, at weekends and on red days."""
    house = a_house()
    do(house.anna, _LIMIT)
    house.clock.set(_at(*came))

    house.take_in(a_notice(id="m"))

    row = house.row(_M)
    assert (row.due_at, row.due_reason) == (_at(*late), DueReason.UNTAKEN)
    house.clock.set(Instant(_at(*late) + 1))
    assert house.anna.counts(InboxQuery()).late == 1


def test_a_taken_message_is_not_late_and_an_untaken_one_again_is() -> None:
    """What somebody has, is hers to time; given back it counts from when it came."""
    house = a_house()
    do(house.anna, _LIMIT)
    house.take_in(a_notice(id="m"))
    due = house.row(_M).due_at

    do(house.anna, TakeMessage(message=_M))
    assert house.row(_M).due_at is None
    house.anna.undo()
    assert house.row(_M).due_at == due
    do(house.anna, DeferMessage(message=_M, until=hours(3)))
    assert house.row(_M).due_at == hours(3)
    do(house.anna, DeferMessage(message=_M))
    assert house.row(_M).due_at is None


def _two_days_of_messages() -> House:
    house = a_house()
    kinds = (MessageKind.ADMISSION_NOTICE, MessageKind.LEAVE_NOTICE, MessageKind.READINESS_NOTICE)
    house.take_in(*(a_notice(kind, id=f"m{place}") for place, kind in enumerate(kinds)))
    do(house.anna, FinishMessage(message=id_of("m1")))
    do(house.anna, DeferMessage(message=id_of("m2")))
    return house


def test_a_new_limit_holds_at_once_for_what_is_open() -> None:
    """Rows that were made under the old limit are made again under the new one."""
    house = _two_days_of_messages()

    changed = do(house.anna, _LIMIT).changed

    assert changed.everything
    dues = [house.row(id_of(f"m{place}")).due_at for place in range(3)]
    assert dues == [hours(0.5), None, None]
    do(house.anna, ChangeSetting(key="untaken_minutes", value="60"))
    assert house.row(id_of("m0")).due_at == hours(1)
    assert house.is_clean


def test_what_the_profile_cannot_hold_is_refused() -> None:
    """A value that no rule could obey is never written down."""
    house = a_house()

    for key, value in (("untaken_minutes", '"snart"'), ("untaken_minutes", "{"), ("okänd", "1")):
        refused = house.anna.act(ChangeSetting(key=key, value=value))
        assert refused == Refused(reason=RefusalReason.BAD_VALUE, values=(key,))
    assert house.anna.policy().own_values == ()


def test_a_limit_set_at_another_desk_holds_here_from_the_next_act() -> None:
    """Two windows on one store never make rows under different rules."""
    house = a_house()
    here, there = StaffDesk(house.outside, house.bo.me.staff), house.anna
    house.take_in(a_notice(id="m"))

    do(there, _LIMIT)
    do(here, TakeMessage(message=_M))
    here.undo()

    assert house.row(_M).due_at == hours(0.5)
    assert house.is_clean
