"""Whom an exercise is about: dummies as the packet of a stop wants them, known to no ledger."""

import uuid
from collections.abc import Mapping
from datetime import date, time, timedelta
from typing import Final

from kontaktpunkt.domain.exercise.scenario import ExerciseDummy, ExerciseScenario
from kontaktpunkt.domain.paper.printout import PaperValue
from kontaktpunkt.domain.times import Instant, at_local
from kontaktpunkt.usecases.outages.packet.knowledge import Piece
from kontaktpunkt.usecases.outages.packet.people import PacketPerson
from kontaktpunkt.usecases.rows import CaseRow
from kontaktpunkt.usecases.showing.filling import clock_of, day_of

_SPACE: Final = uuid.UUID("8f3c5d8e-0a4b-5c6e-9f57-0e1d2c3b4a59")
_ADMITTED: Final = time(14, 10)
_READY: Final = time(7, 30)


def people_of(scenario: ExerciseScenario, day: date) -> tuple[PacketPerson, ...]:
    """Give the dummies that are in hospital when the exercise begins, on its day."""
    return tuple(_person(scenario, one, day) for one in scenario.dummy if one.in_hospital)


def _person(scenario: ExerciseScenario, one: ExerciseDummy, day: date) -> PacketPerson:
    admitted = at_local(day - timedelta(days=one.admitted_days_ago), _ADMITTED)
    expected = (
        at_local(day + timedelta(days=one.expected_in_days), time(12))
        if one.expected_in_days is not None
        else None
    )
    ready = at_local(day, _READY) if one.ready else None
    row = CaseRow(
        case=uuid.uuid5(_SPACE, f"{scenario.key}/{one.key}"),
        name=one.name,
        hospital=one.hospital,
        ward=one.ward,
        ward_phone=one.ward_phone,
        admitted_at=admitted,
        expected_discharge=expected,
        ready_sent_at=ready,
        unit=one.unit,
    )
    return PacketPerson(
        row=row,
        phone_with_us=one.phone_with_us,
        known=(Piece(f"{one.number}, inskriven {day_of(admitted)}", admitted),),
        values=_values(one, admitted, expected, ready),
        name=one.name,
    )


def _values(
    one: ExerciseDummy, admitted: Instant, expected: Instant | None, ready: Instant | None
) -> Mapping[str, PaperValue]:
    return {
        "person.name": one.name,
        "person.number": one.number,
        "person.address": "Övningsgatan 1",
        "stay.hospital": one.hospital,
        "stay.ward": one.ward,
        "stay.ward_phone": one.ward_phone,
        "stay.admitted_on": day_of(admitted),
        "stay.admitted_time": clock_of(admitted),
        "stay.expected_discharge": day_of(expected),
        "stay.ready_on": day_of(ready),
        "stay.ready_time": clock_of(ready),
        "with_us.unit": one.unit,
        "with_us.unit_phone": one.phone_with_us,
    }
