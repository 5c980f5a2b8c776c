"""Whose forms go along in the packet of a stop from the command line."""

from uuid import UUID

import pytest

from kontaktpunkt.cli.commands.packets import issued
from kontaktpunkt.domain import commands as c
from kontaktpunkt.domain.events.outage import OutageOf
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.person.facts import Protection
from kontaktpunkt.usecases.outages.packet.rows import IssuedPacket
from samples import House, a_house, a_notice, a_person, do, hours, id_of


@pytest.fixture
def house() -> House:
    """Give a house with one who is ready, and one with protected identity that Anna answers for."""
    house = a_house()
    for nth, protection in ((1, Protection.NONE), (2, Protection.PROTECTED_REGISTRATION)):
        person = a_person(nth, protection=protection)
        stay = {"stay_ids": (f"stay-{nth}",)}
        for kind, sent_at in (
            (MessageKind.ADMISSION_NOTICE, hours(-4)),
            (MessageKind.READINESS_NOTICE, hours(-2)),
        ):
            house.take_in(
                a_notice(kind, id=f"{kind.value}-{nth}", person=person, stay=stay, sent_at=sent_at)
            )
    case = house.row(id_of("admission_notice-2")).case
    assert case is not None
    do(house.anna, c.TakeCase(case=case))
    return house


def _forms_for(house: House, *, protected: bool) -> set[UUID]:
    stop = house.anna.new_outage()
    declared = c.DeclareOutage(
        outage=stop, of=OutageOf.SOURCE, since=house.anna.now(), system="SAMSA"
    )
    do(house.anna, declared)
    made = issued(house.anna, stop, protected=protected)
    assert isinstance(made, IssuedPacket), made
    return {sheet.case for sheet in house.anna.sheets() if sheet.case is not None}


def test_a_protected_persons_forms_stay_at_home_unless_they_are_asked_for(house: House) -> None:
    """The file may lie where anybody finds it; the others' forms go along as usual."""
    cases = [house.row(id_of(f"admission_notice-{nth}")).case for nth in (1, 2)]

    assert _forms_for(house, protected=False) == {cases[0]}
    assert _forms_for(house, protected=True) == set(cases)
