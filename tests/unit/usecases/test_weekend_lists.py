"""Each who comes, and each message, stands in the list of Helg & jour where it is looked for."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from duty_places import at
from kontaktpunkt.domain.commands import (
    CallHome,
    ChangeSetting,
    DecideWeekend,
    ListContact,
    NoteHomeReached,
    NoteWardLeft,
    SetDestination,
    TakeCase,
    TakeMessage,
)
from kontaktpunkt.domain.contacts.shapes import ContactFacts
from kontaktpunkt.domain.events.homecoming import Destination
from kontaktpunkt.domain.events.weekend import WeekendAnswer
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.person.facts import Protection
from kontaktpunkt.domain.times import HOUR, Instant
from kontaktpunkt.ui.screens.weekend.lines import phone_lines
from kontaktpunkt.usecases.weekend.rows import PacketPaper
from samples import House, a_house, a_notice, a_person, do, id_of

K = MessageKind
_FRIDAY, _SATURDAY = at("2026-03-20 15:00"), at("2026-03-21 09:00")


@pytest.fixture
def house() -> House:
    """Give a house on a Friday afternoon with three people in hospital."""
    made = a_house()
    made.clock.set(_FRIDAY)
    made.take_in(*(_notice(f"in-{nth}", nth) for nth in (1, 2, 3)))
    return made


def _notice(name: str, nth: int, kind: MessageKind = K.ADMISSION_NOTICE, **said: Any) -> Any:
    stay = {
        "stay_ids": (f"stay-{nth}",),
        "admitted_at": at("2026-03-19 10:00"),
        "expected_discharge": at("2026-03-27 11:00"),
        **said.pop("stay", {}),
    }
    facts = {"person": a_person(nth), "stay": stay, "sent_at": at("2026-03-20 14:00"), **said}
    return a_notice(kind, id=name, **facts)


def _case(house: House, nth: int) -> UUID:
    case = house.row(id_of(f"in-{nth}")).case
    assert case is not None
    return case


def _expected(house: House, nth: int, when: str) -> None:
    stay = {"expected_discharge": at(when)}
    house.take_in(_notice(f"soon-{nth}", nth, K.EXPECTED_DISCHARGE_NOTICE, stay=stay))


def _out(house: House, nth: int, when: str) -> None:
    house.take_in(_notice(f"out-{nth}", nth, K.DISCHARGE_NOTICE, stay={"discharged_at": at(when)}))


def _call(house: House, nth: int, when: str) -> None:
    do(house.anna, CallHome(case=_case(house, nth), told="Syster", expected_home=at(when)))


def _packet(house: House) -> str:
    made = house.anna.make_packet()
    assert isinstance(made, PacketPaper)
    return made.pdf.decode()


def test_who_has_left_and_is_not_seen_home_stands_until_she_is(house: House) -> None:
    """Called home on Thursday, left, discharged: on Saturday nobody has said that she is home."""
    house.clock.set(at("2026-03-19 11:00"))
    _call(house, 1, "2026-03-19 13:00")
    house.clock.set(at("2026-03-19 12:00"))
    do(house.anna, NoteWardLeft(case=_case(house, 1)))
    _out(house, 1, "2026-03-19 12:00")
    _expected(house, 2, "2026-03-21 08:00")
    house.clock.set(_SATURDAY)

    page, packet = house.anna.weekend(), _packet(house)

    assert [row.case for row in page.homeward] == [_case(house, 1), _case(house, 2)]
    assert "Prov1 Provsson" in packet
    assert "inte bekräftad hemma" in packet
    do(house.anna, NoteHomeReached(case=_case(house, 1)))
    assert [row.case for row in house.anna.weekend().homeward] == [_case(house, 2)]


def test_those_called_home_stand_by_time_before_those_merely_expected(house: House) -> None:
    """An appointment comes before a guess, whatever the guess says."""
    _expected(house, 1, "2026-03-21 08:00")
    _call(house, 2, "2026-03-22 13:00")
    _call(house, 3, "2026-03-21 14:00")
    house.clock.set(at("2026-03-21 07:30"))

    homeward = house.anna.weekend().homeward

    assert [row.case for row in homeward] == [_case(house, nth) for nth in (3, 2, 1)]


def test_who_comes_before_the_office_closes_is_not_among_those_of_the_night(house: House) -> None:
    """At 08:15 on a Tuesday she who comes at 09:05 is met by those who are at work."""
    house.clock.set(at("2026-03-24 08:15"))
    _call(house, 1, "2026-03-24 09:05")
    _call(house, 2, "2026-03-24 19:00")

    page = house.anna.weekend()

    assert [row.case for row in page.home_before] == [_case(house, 1)]
    assert [row.case for row in page.homeward] == [_case(house, 2)]
    packet = _packet(house)
    assert "Prov1 Provsson" in packet
    assert "Hem i dag, före stängning" in packet


def test_who_goes_to_a_short_stay_stands_in_one_list_and_in_both_of_the_packet(
    house: House,
) -> None:
    """The list of people and the table of arrivals are about the same people."""
    do(house.anna, SetDestination(case=_case(house, 1), destination=Destination.SHORT_TERM))
    _call(house, 1, "2026-03-21 13:00")

    page = house.anna.weekend()

    assert [row.case for row in page.to_short_term] == [_case(house, 1)]
    assert page.homeward == ()
    assert _packet(house).count("Prov1 Provsson") >= 2


def _emergency(house: House, nth: int = 4, when: Instant = _SATURDAY, **said: Any) -> UUID:
    house.clock.set(when)
    stay = {
        "stay_ids": (f"stay-{nth}",),
        "admitted_at": None,
        "expected_discharge": None,
    }
    facts = {"person": a_person(nth), "stay": stay, "sent_at": when, **said}
    house.take_in(a_notice(K.EMERGENCY_STAY_NOTICE, id=f"em-{nth}", **facts))
    return id_of(f"em-{nth}")


def test_a_message_of_23_hours_is_due_while_the_weekend_is_watched(house: House) -> None:
    """At 09:00 on a Saturday somebody watches: it does not wait until Monday."""
    do(house.anna, ChangeSetting(key="untaken_minutes", value="30"))
    message = _emergency(house)

    row = next(one for one in house.anna.weekend().must if one.message == message)

    assert row.due_at == at("2026-03-21 09:30")
    assert house.is_clean


def test_a_message_of_23_hours_is_never_due_after_her_hours_have_ended(house: House) -> None:
    """It came at night or when the watch had ended: somebody has to know before she leaves."""
    do(house.anna, ChangeSetting(key="untaken_minutes", value="30"))
    message = _emergency(house, when=at("2026-03-22 04:00"))
    row = house.row(message)
    assert row.due_at == at("2026-03-22 09:00")
    message = _emergency(
        house,
        5,
        when=at("2026-03-22 12:30"),
        stay={"stay_ids": ("stay-5",), "admitted_at": None, "expected_discharge": None},
    )

    row = house.row(message)

    assert row.emergency is not None
    assert row.due_at is not None
    assert row.due_at <= row.emergency.due_at


def test_only_what_is_due_before_then_stands_under_that_heading(house: House) -> None:
    """What nobody has taken stands under a heading of its own, with what is not due by noon."""
    house.clock.set(_SATURDAY)
    do(house.anna, ChangeSetting(key="untaken_minutes", value="30"))
    house.take_in(_notice("m", 2, K.ADMINISTRATIVE_MESSAGE, sent_at=_SATURDAY))
    urgent = _emergency(house)

    page = house.anna.weekend()

    limit = page.until or page.period.ends
    assert urgent in {row.message for row in page.must}
    assert all(row.due_at is not None and row.due_at <= limit for row in page.must)
    assert id_of("m") in {row.message for row in page.not_taken}
    do(house.bo, TakeMessage(message=id_of("m")))
    assert id_of("m") in {row.message for row in house.anna.weekend().came}


def test_who_waits_on_the_emergency_ward_is_first_and_not_called_admitted(house: House) -> None:
    """On the page and on paper; and a message says what kind it is."""
    _emergency(house)

    page, packet = house.anna.weekend(), _packet(house)

    assert page.people[0].case == house.row(id_of("em-4")).case
    people = packet[packet.index("title='Personer på sjukhus'") :]
    assert people.index("Prov4 Provsson") < people.index("Prov1 Provsson")
    assert "'23-timmars" in people[: people.index("Prov1 Provsson")]
    messages = packet[packet.index("title='Meddelanden att ta hand om'") :]
    assert "label='Meddelande'" in messages
    assert "Inskrivning" in messages


@pytest.mark.parametrize("mine", [True, False])
def test_the_ward_of_a_protected_person_stands_only_for_her_own(
    house: House,
    mine: bool,  # noqa: FBT001  a parameter
) -> None:
    """On the page hospital, ward and number are for who answers for the case; on paper for none."""
    hidden = a_person(5, protection=Protection.SECRECY_MARKING)
    stay = {"ward": "Avd Hemlig", "ward_phone": "0500-99 99 99"}
    house.take_in(_notice("in-5", 5, person=hidden, stay=stay))
    case = _case(house, 5)
    word = DecideWeekend(
        case=case, days=(date(2026, 3, 21),), answer=WeekendAnswer.YES, licensed="K. Ek"
    )
    do(house.anna, TakeCase(case=case), word)

    page = (house.anna if mine else house.bo).weekend()

    row = next(one for one in page.people if one.case == case)
    assert (row.ward, row.ward_phone) == (("Avd Hemlig", "0500-99 99 99") if mine else ("", ""))
    (message,) = (one for one in (*page.must, *page.not_taken) if one.case == case)
    assert message.ward == ("Avd Hemlig" if mine else "")
    packet = _packet(house)
    assert "Avd Hemlig" not in packet
    assert "0500-99" not in packet
    assert "Skyddad identitet, se ärendet" in packet


def test_a_line_that_is_left_before_the_office_opens_is_met_the_same_day(house: House) -> None:
    """At 07:55 on a weekday the office is open until half past four: not tomorrow at seven."""
    house.clock.set(at("2026-03-24 07:55"))

    begins = house.anna.weekend().receiving.begins

    assert at("2026-03-24 07:55") <= begins < at("2026-03-24 16:30")
    house.clock.set(Instant(at("2026-03-24 16:30") + HOUR))
    assert house.anna.weekend().receiving.begins == at("2026-03-25 07:00")


def test_the_duty_page_says_the_number_of_who_answers_otherwise(house: House) -> None:
    """Where the register has none it says so: nobody looks for it in vain at night."""
    assert "nummer saknas i Kontakter" in _packet(house)
    facts = ContactFacts(name="Trygghetscentralen", phones=("0510-00 00 01",))
    do(house.anna, ListContact(contact=UUID(int=0xC9), facts=facts))

    assert "Trygghetscentralen\\n0510-00 00 01" in _packet(house)


def test_who_answers_now_and_chef_i_beredskap_stand_first_also_without_a_number(
    house: House,
) -> None:
    """Somebody alone at night sees at once whom to ring, or that a number is missing."""
    phones = house.anna.weekend().phones

    assert phones[0].place == "svarar nu"
    assert phones[1].name == "Chef i beredskap"
    assert phones[1].phones == ()
    lines = phone_lines(house.anna.weekend())
    assert lines[1].main == "Chef i beredskap  nummer saknas i Kontakter"
    assert lines[1].spoken == "nummer saknas"


def test_the_number_that_the_rules_have_is_told_with_where_it_comes_from(house: House) -> None:
    """Where Kontakter has none, a number among the rules is better than none."""
    told = '{"label": "Chef i beredskap", "note": "031-390 06 61"}'
    do(house.anna, ChangeSetting(key="manager_on_call", value=told))

    row = house.anna.weekend().phones[1]

    assert (row.phones, row.place, row.by_rule) == (("031-390 06 61",), "ur reglerna", True)
