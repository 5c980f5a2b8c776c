"""What is filled in by hand afterwards stands where it happened, and turns no stay back."""

from datetime import date, time
from typing import Any

import pytest

from kontaktpunkt.domain.message_kind import Carrier, MessageKind, SetAsideReason
from kontaktpunkt.domain.notice import SetAside, StayFacts
from kontaktpunkt.domain.times import Instant, at_local
from kontaktpunkt.usecases.invoice_control.own_stays import stay_of_case
from samples import House, a_house, a_notice, a_person, an_entry, done, hours, id_of

K = MessageKind


def _left() -> House:
    """Give a stay of which the region told readiness and discharge, and never the admission."""
    house = a_house()
    ready = StayFacts(ready_at=hours(-50), stay_ids=("s",))
    gone = StayFacts(discharged_at=hours(-4), stay_ids=("s",))
    house.take_in(
        a_notice(K.READINESS_NOTICE, id="r", sent_at=hours(-50), stay=ready),
        a_notice(K.DISCHARGE_NOTICE, id="d", sent_at=hours(-4), stay=gone),
    )
    return house


def _case(house: House) -> Any:
    row = house.row(id_of("d"))
    assert row.case is not None
    page = house.anna.case(row.case)
    assert page is not None
    return page


@pytest.mark.parametrize("completed", [True, False])
def test_an_admission_written_afterwards_brings_nobody_back(completed: bool) -> None:  # noqa: FBT001  a parameter
    """The stay stays discharged, with its readiness, whichever way the admission was told."""
    house = _left()
    said: dict[str, Any] = {
        "stay": StayFacts(admitted_at=hours(-90)),
        "case": _case(house).row.case,
    }
    if completed:
        house.original(SetAside(reason=SetAsideReason.NO_EVENT, person=a_person(1)), b"x")
        said["completes"] = house.anna.take_in("a.json", b"x", Carrier.FILE).message

    done(house.anna.enter(an_entry(**said)))

    page = _case(house)
    assert not page.row.in_hospital
    assert page.row.ready_sent_at == hours(-50)
    assert page.row.admitted_at == hours(-90)


def test_a_copy_written_afterwards_does_not_prove_the_notice_late() -> None:
    """Nobody is told that the region was too late only because we wrote the admission down late."""
    house = _left()
    house.original(SetAside(reason=SetAsideReason.NO_EVENT, person=a_person(1)), b"x")
    aside = house.anna.take_in("a.json", b"x", Carrier.FILE).message
    case = _case(house).row.case
    stay = StayFacts(admitted_at=hours(-90))
    done(house.anna.enter(an_entry(completes=aside, case=case, stay=stay)))

    with house.anna.room() as room:
        known = room.case(case)
        person = room.person(_case(house).row.person)
    assert known is not None
    assert person is not None
    paid = stay_of_case(known, person, house.anna.profile(), "a")

    assert paid is not None
    assert paid.admission_notice_sent == paid.ready_notice_sent


@pytest.mark.parametrize(
    "admitted", [at_local(date(2026, 3, 24), time()), hours(-1), None], ids=["day", "time", "none"]
)
def test_who_came_back_the_same_day_is_in_hospital(admitted: Instant | None) -> None:
    """Nobody is lost from sight because the one who called had no clock."""
    house = _left()

    done(
        house.anna.enter(an_entry(stay=StayFacts(admitted_at=admitted), case=_case(house).row.case))
    )

    assert _case(house).row.in_hospital
