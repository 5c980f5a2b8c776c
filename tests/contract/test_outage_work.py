"""The work in a stop on a real store: whom to ring, whom to tell, what is next, what is noted."""

from uuid import UUID

import pytest

from kontaktpunkt.domain import commands as c
from kontaktpunkt.domain.contacts.shapes import ContactFacts, ContactRole, UnitFacts, UnitKind
from kontaktpunkt.domain.events.outage import OutageCall, OutageOf
from kontaktpunkt.domain.ledger.subjects import SubjectKind
from kontaktpunkt.domain.person.facts import Protection
from kontaktpunkt.domain.times import HOUR, Instant
from kontaktpunkt.usecases.desk import IssuedPaper
from kontaktpunkt.usecases.outages.telling import ToRing
from kontaktpunkt.usecases.outages.work import NextStep, OutageWork
from kontaktpunkt.usecases.ports import Store
from samples import NOW, House, a_house, a_notice, a_person, a_round, do


@pytest.fixture
def house(store: Store) -> House:
    """Give a house with two on one ward, one of them protected, and a register."""
    house = a_house(store)
    stay = {"ward": "Avd 1", "hospital": "Sjukhuset", "ward_phone": "0510-850 01"}
    house.take_in(a_notice(id="in1", person=a_person(1), stay=stay))
    hidden = a_person(2, protection=Protection.SECRECY_MARKING)
    house.take_in(a_notice(id="in2", person=hidden, stay=stay))
    unit = UUID(int=1)
    do(
        house.anna,
        c.ListUnit(contact=unit, facts=UnitFacts(
            name="Korttiden", unit_kind=UnitKind.SHORT_TERM, phones=("0510-850 20",),
        )),
        c.ListUnit(contact=UUID(int=2), facts=UnitFacts(
            name="Geriatriken", unit_kind=UnitKind.WARD, phones=("0510-850 30",),
        )),
        c.ListContact(contact=UUID(int=3), facts=ContactFacts(
            name="R. Chef", role=ContactRole.UNIT_MANAGER, phones=("070-174 06 70",), units=(unit,),
        )),
    )  # fmt: skip
    return house


def _declare(house: House, **said: object) -> UUID:
    stop = house.anna.new_outage()
    facts = {"of": OutageOf.SOURCE, "since": NOW, "system": "SAMSA", **said}
    do(house.anna, c.DeclareOutage(outage=stop, **facts))  # type: ignore[arg-type]
    return stop


def _work(house: House, stop: UUID) -> OutageWork:
    work = house.anna.outage_work(stop)
    assert work is not None
    return work


def test_wards_to_ring_are_where_ours_are_and_those_of_the_register(house: House) -> None:
    """Each ward once, with its number; who is protected is not counted at any ward."""
    wards = [one.ward for one in _work(house, _declare(house)).rounds.wards]

    assert [(ward.name, ward.phone, ward.people) for ward in wards] == [
        ("Avd 1, Sjukhuset", "0510-850 01", 1),
        ("Geriatriken", "0510-850 30", 0),
    ]


def test_whom_to_tell_comes_with_the_numbers_of_the_register(house: House) -> None:
    """Korttid by its units, managers by their role; who was told besides stands last."""
    stop = _declare(house)
    do(house.anna, c.TellOfOutage(outage=stop, whom="MAS"))
    lines = {line.whom: line for line in _work(house, stop).tell}

    assert lines["avdelningarna"].to_ring == (
        ToRing("Avd 1, Sjukhuset", "0510-850 01"),
        ToRing("Geriatriken", "0510-850 30"),
    )
    assert lines["korttid"].to_ring == (ToRing("Korttiden", "0510-850 20"),)
    assert lines["enhetscheferna"].to_ring == (ToRing("R. Chef", "070-174 06 70"),)
    assert list(lines)[-1] == "MAS"
    assert lines["MAS"].told is not None


def test_the_next_step_follows_the_order_in_which_it_is_done(house: House) -> None:
    """Report, packet, tell, ring at once and again, wait; over: account, compare, close."""
    stop = _declare(house)
    steps = [_work(house, stop).next_step]

    def then(*wishes: c.Command) -> None:
        do(house.anna, *wishes)
        steps.append(_work(house, stop).next_step)

    then(c.ReportFault(outage=stop, reference="INC-1"))
    paper = house.anna.issue_in_outage(stop, "R1", None, saved=False)
    assert isinstance(paper, IssuedPaper)
    steps.append(_work(house, stop).next_step)
    then(*(c.TellOfOutage(outage=stop, whom=line.whom) for line in _work(house, stop).tell))
    wards = _work(house, stop).rounds.wards
    round_of_calls = tuple(
        c.LogOutageCall(outage=stop, ward=one.ward.name, outcome=OutageCall.NOTHING_NEW)
        for one in wards
    )
    then(*round_of_calls)
    house.clock.advance(121)
    steps.append(_work(house, stop).next_step)
    then(*round_of_calls)
    then(c.EndOutage(outage=stop))
    then(c.VoidSheet(sheet=paper.sheet, reason="tom"))
    house.clock.advance(1)
    found = a_round(house.anna)
    then(c.ReconcileOutage(outage=stop, source_round=found))
    then(c.CloseOutage(outage=stop))

    assert steps == [
        NextStep.REPORT_FAULT,
        NextStep.WRITE_PACKET,
        NextStep.TELL,
        NextStep.RING,
        NextStep.WAIT,
        NextStep.RING,
        NextStep.WAIT,
        NextStep.ACCOUNT,
        NextStep.RECONCILE,
        NextStep.CLOSE,
        NextStep.NOTHING,
    ]


def test_a_round_signed_before_the_stop_was_over_is_not_offered(house: House) -> None:
    """Only a list that was compared afterwards says what came while it was down."""
    stop = _declare(house)
    a_round(house.anna)
    house.clock.advance(5)
    do(house.anna, c.EndOutage(outage=stop))
    assert _work(house, stop).round is None

    house.clock.advance(5)
    found = a_round(house.anna)
    offered = _work(house, stop).round

    assert offered is not None
    assert offered.round == found


def test_every_screens_watch_names_nobody_and_is_not_noted(house: House) -> None:
    """The bar is asked for each minute: it leaves no line in the access log, the page does."""
    stop = _declare(house)
    known = next(row.case for row in house.anna.in_hospital() if not row.masked)
    house.anna.issue_in_outage(stop, "R1", known, saved=False)

    def noted() -> int:
        with house.store.reading() as view:
            return sum(len(view.events_of(each)) for each in view.subjects(SubjectKind.ACCESS))

    before = noted()
    (watch,) = house.anna.outage_watches()
    assert noted() == before
    assert watch.forms_at == Instant(NOW + 2 * HOUR)
    assert watch.stamp.left == 1

    house.anna.outage_work(stop)
    assert noted() > before


def test_stops_stand_in_the_order_in_which_they_began(house: House) -> None:
    """The oldest first, whichever was declared first; one that has ended is not in the bar."""
    later, earlier = _declare(house), _declare(house, system="Link", since=Instant(NOW - HOUR))
    third = _declare(house, system="Lifecare")
    do(house.anna, c.WithdrawOutage(outage=third, reason="fel"))

    assert [one.stamp.outage for one in house.anna.outage_watches()] == [earlier, later]


def test_an_exercise_rings_and_tells_nobody_real(house: House) -> None:
    """Its wards and their numbers are the script's; who else is told is whoever leads it."""
    work = _work(house, _declare(house, exercise=True))
    wards = [(one.ward.name, one.ward.phone, one.ward.people) for one in work.rounds.wards]
    told = {line.whom: line.to_ring for line in work.tell}

    assert wards == [
        ("Kirurgi 52, Övningssjukhuset", "070-000 00 12", 2),
        ("Medicin 3, Övningssjukhuset", "070-000 00 11", 2),
    ]
    assert told["avdelningarna"] == tuple(ToRing(name, phone) for name, phone, _ in wards)
    leader = (ToRing("den som leder övningen", ""),)
    assert all(to_ring == leader for whom, to_ring in told.items() if whom != "avdelningarna")


def test_a_unit_without_a_number_is_told_through_those_who_work_there(house: House) -> None:
    """Korttid has no number of its own: the one of its nurse stands there."""
    unit, nurse = (
        UUID(int=7),
        ContactFacts(
            name="S. Sköterska",
            role=ContactRole.NURSE,
            phones=("070-174 06 71",),
            units=(UUID(int=7),),
        ),
    )
    do(
        house.anna,
        c.ListUnit(
            contact=unit, facts=UnitFacts(name="Växelvården", unit_kind=UnitKind.SHORT_TERM)
        ),
        c.ListContact(contact=UUID(int=8), facts=nurse),
    )
    lines = {line.whom: line for line in _work(house, _declare(house)).tell}

    assert lines["korttid"].to_ring == (
        ToRing("Korttiden", "0510-850 20"),
        ToRing("Växelvården, S. Sköterska", "070-174 06 71"),
    )


def test_whoever_is_named_for_korttid_is_rung_where_no_unit_has_a_number(house: House) -> None:
    """A line that is called after it stands in: nobody has to look it up in the packet."""
    facts = UnitFacts(name="Sjuksköterska korttid", phones=("070-174 06 82",))
    do(
        house.anna,
        c.RetireContact(contact=UUID(int=1)),
        c.ListUnit(contact=UUID(int=9), facts=facts),
    )
    lines = {line.whom: line for line in _work(house, _declare(house)).tell}

    assert lines["korttid"].to_ring == (ToRing("Sjuksköterska korttid", "070-174 06 82"),)
