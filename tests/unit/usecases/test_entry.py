"""Entry by hand: what was told by phone becomes a message like any other."""

from typing import Any
from uuid import UUID

import pytest

from kontaktpunkt.domain.calendar.clock_kind import ClockKind
from kontaktpunkt.domain.clocks import CaseClock
from kontaktpunkt.domain.commands import NoteSendingTime
from kontaktpunkt.domain.events.message import SendingTimeNoted
from kontaktpunkt.domain.message_kind import Carrier, MessageKind, SetAsideReason
from kontaktpunkt.domain.notice import SetAside, StayFacts
from kontaktpunkt.domain.payment import NoLiability
from kontaktpunkt.domain.person.facts import PersonFacts, Sex
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.staff import OnWord
from samples import (
    House,
    a_house,
    a_notice,
    a_number,
    a_person,
    an_entry,
    do,
    done,
    hours,
    id_of,
    minutes,
)

K = MessageKind


def test_a_call_becomes_a_message_with_its_own_words() -> None:
    """Who told it, from where and when, stands on the list and in the case at once."""
    house = a_house()
    told = OnWord(name="Sköterskan avd 3", phone="0500-00 00 00")
    stay = StayFacts(hospital="Sjukhuset", ward="Avd 3", admitted_at=hours(-2))

    done(house.anna.enter(an_entry(stay=stay, on_word=told, text="ringde")))

    (message,) = house.listed()
    row, card = house.row(message), house.anna.card(message)
    assert (row.name, row.number, row.ward) == ("Prov1 Provsson", a_number(1), "Avd 3")
    assert card is not None
    assert card.state.taken_in is not None
    assert (card.state.taken_in.carrier, card.state.taken_in.on_word) == (Carrier.HAND, told)
    assert [one.case for one in house.anna.in_hospital()] == [row.case]
    assert house.is_clean


def test_the_number_fills_in_what_it_tells() -> None:
    """Born and sex come with the number, and are not typed."""
    house = a_house()
    person = PersonFacts(given_name="Prov", family_name="Provsson")
    done(house.anna.enter(an_entry(person=person)))

    (message,) = house.listed()
    card = house.anna.card(message)
    assert card is not None
    assert card.person is not None
    assert card.person.birth_date is not None
    assert card.person.birth_date.year == 1890
    assert card.person.sex in Sex


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"number_text": "19900230-1234"}, RefusalReason.BAD_NUMBER),
        ({"number_text": "", "person": PersonFacts()}, RefusalReason.NO_PERSON),
        ({"sent_at": minutes(6)}, RefusalReason.TIME_IN_FUTURE),
        ({"happened_at": minutes(6)}, RefusalReason.TIME_IN_FUTURE),
        ({"stay": StayFacts(admitted_at=hours(24))}, RefusalReason.TIME_IN_FUTURE),
        ({"stay": StayFacts(ready_at=hours(1))}, RefusalReason.TIME_IN_FUTURE),
        ({"stay": StayFacts(discharged_at=hours(1))}, RefusalReason.TIME_IN_FUTURE),
        ({"completes": id_of("m")}, RefusalReason.NOT_SET_ASIDE),
        ({"completes": id_of("finns inte")}, RefusalReason.NOT_SET_ASIDE),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(
    said: dict[str, Any], reason: RefusalReason
) -> None:
    """A wrong number, nobody, or a time to come: said at once, with the form as it was."""
    house = a_house()
    house.take_in(a_notice(id="m"))

    refused = house.anna.enter(an_entry(**said))

    assert isinstance(refused, Refused)
    assert refused.reason is reason
    assert house.listed() == {id_of("m")}
    assert house.is_clean


def test_a_time_to_come_is_right_for_what_is_to_come() -> None:
    """The expected discharge lies ahead, and a clock may go five minutes wrong."""
    house = a_house()
    stay = StayFacts(expected_discharge=hours(48), admitted_at=minutes(5))

    done(house.anna.enter(an_entry(stay=stay, sent_at=minutes(5))))

    assert len(house.listed()) == 1


def test_a_readiness_by_phone_never_guesses_when_it_was_sent() -> None:
    """Without the time of sending, which money hangs on, the evidence says that it is missing."""
    house = a_house()
    case = house.take_in(a_notice(id="m"))[0].case
    assert case is not None

    done(house.anna.enter(an_entry(K.READINESS_NOTICE)))

    page = house.anna.case(case)
    assert page is not None
    told = {each.kind: each for each in page.clocks}
    assert told[ClockKind.PAYMENT_START].hindrance is NoLiability.READINESS_TIME_MISSING
    assert page.row.ready_sent_at == house.clock.now()


def test_a_sending_time_found_out_later_starts_the_clock() -> None:
    """Looked up in SAMSA afterwards: the days count from then, the word stands, undo takes it."""
    house = a_house()
    case = house.take_in(a_notice(id="m"))[0].case
    assert case is not None
    done(house.anna.enter(an_entry(K.READINESS_NOTICE)))
    message = next(m for m in house.listed() if house.row(m).kind is K.READINESS_NOTICE)
    before = _payment(house, case)

    word = OnWord(name="SAMSA, avd 3")
    do(house.anna, NoteSendingTime(message=message, sent_at=hours(-20), on_word=word))

    page = house.anna.case(case)
    assert page is not None
    assert before.hindrance is NoLiability.READINESS_TIME_MISSING
    assert _payment(house, case).hindrance is not NoLiability.READINESS_TIME_MISSING
    assert page.row.ready_sent_at == hours(-20)
    assert house.row(message).sent_at == hours(-20)
    noted = [one.body for one in page.timeline if isinstance(one.body, SendingTimeNoted)]
    assert [one.on_word for one in noted] == [word]

    do(house.anna, NoteSendingTime(message=message, sent_at=hours(-21), on_word=word))
    assert house.row(message).sent_at == hours(-21)
    house.anna.undo()
    house.anna.undo()
    assert _payment(house, case) == before
    assert house.row(message).sent_at is None
    assert house.is_clean


def _payment(house: House, case: UUID) -> CaseClock:
    page = house.anna.case(case)
    assert page is not None
    return next(each for each in page.clocks if each.kind is ClockKind.PAYMENT_START)


def test_a_pasted_text_never_says_that_it_was_sent_now() -> None:
    """When a copied message was sent stands in it or is not known; pasting it is no sending."""
    house = a_house()
    done(house.anna.enter(an_entry(pasted="Inskrivningsmeddelande")))

    (message,) = house.listed()
    card = house.anna.card(message)
    assert card is not None
    assert card.state.taken_in is not None
    assert card.state.taken_in.sent_at is None


def test_completing_keeps_the_original_that_was_set_aside() -> None:
    """What was received lies behind the message that a hand made of it."""
    house = a_house()
    data = b"received as it was"
    house.original(SetAside(reason=SetAsideReason.NO_EVENT, person=a_person(1)), data)
    aside = house.anna.take_in("a.json", data, Carrier.FILE).message
    assert aside is not None

    done(house.anna.enter(an_entry(completes=aside)))

    (message,) = house.listed()
    assert message != aside
    assert house.anna.original_text(message) == "received as it was"
    again = house.anna.enter(an_entry(completes=aside))
    assert again == Refused(reason=RefusalReason.ALREADY_DONE)


def test_a_person_without_number_is_a_new_one_each_time() -> None:
    """A name is never guessed to be somebody that we know."""
    house = a_house()
    done(house.anna.enter(an_entry(number_text="")))
    done(house.anna.enter(an_entry(number_text="")))

    assert len({house.row(one).person for one in house.listed()}) == 2
