"""Folds of messages and persons: words that meet, come twice, or come after the last word."""

from uuid import UUID

import pytest

from kontaktpunkt.domain.events.message import (
    MessageDeferred,
    MessageDone,
    MessageHandedOver,
    MessageMisdirected,
    MessageReopened,
    MessageSetAside,
    MessageTaken,
    Misdirection,
    SetAsideCompleted,
    SetAsideDismissed,
)
from kontaktpunkt.domain.events.person import PersonDescribed, PersonNumberCorrected
from kontaktpunkt.domain.events.shared import ActTakenBack
from kontaktpunkt.domain.ledger.body import Body, Unknown
from kontaktpunkt.domain.ledger.subjects import SubjectKind
from kontaktpunkt.domain.message_kind import Carrier, SetAsideReason
from kontaktpunkt.domain.person.facts import NumberKind, PersonFacts, PersonNumber, Protection
from kontaktpunkt.domain.staff import Receiver
from kontaktpunkt.domain.states import MessageStage, MessageState, PersonState
from kontaktpunkt.domain.times import Instant
from stories import TELLER, fold_words

ANNA, BO = TELLER, UUID(int=2)
RESERVE = PersonNumber(NumberKind.LOCAL_RESERVE, "18900102S98A")
PERSONAL = PersonNumber(NumberKind.PERSONAL, "189001029801")


def _message(*said: Body | Unknown | tuple[UUID, Body]) -> MessageState:
    aside = MessageSetAside(reason=SetAsideReason.NOT_JSON, carrier=Carrier.FILE, original="ab")
    return fold_words(SubjectKind.MESSAGE, aside, *said)


def _person(*said: Body | Unknown) -> PersonState:
    return fold_words(SubjectKind.PERSON, *said)


@pytest.mark.parametrize(
    "late",
    [
        MessageDone(),
        MessageDeferred(),
        MessageDeferred(until=Instant(99)),
        MessageMisdirected(way=Misdirection.RETURNED),
        SetAsideDismissed(note="x"),
        MessageHandedOver(to=Receiver(unit="Norr")),
        MessageTaken(staff=BO),
    ],
)
def test_the_first_word_that_settled_it_stands(late: Body) -> None:
    """Whoever said done first, at another desk or in a moment since undone, has said it."""
    state = _message(MessageDone(), (BO, late))

    assert (state.stage, state.done_by, state.done_at) == (MessageStage.DONE, ANNA, Instant(2))
    assert state.misdirected is None


def test_reopening_what_is_open_disturbs_nothing() -> None:
    """A done that was taken back leaves a later reopening without an effect."""
    state = _message(
        MessageDeferred(until=Instant(99)),
        MessageDone(),
        (BO, MessageReopened()),
        ActTakenBack(act=UUID(int=3)),
    )

    assert (state.stage, state.deferred_until) == (MessageStage.OPEN, Instant(99))


def test_what_is_reopened_can_be_completed_again() -> None:
    """A set-aside original that was wrongly completed is to be completed by hand once more."""
    done = _message(SetAsideCompleted(message=BO))

    assert done.completed_as == BO
    assert _message(SetAsideCompleted(message=BO), MessageReopened()).completed_as is None


def test_handing_over_what_waits_makes_it_somebodys_to_do() -> None:
    """Whoever it is handed to finds it in the open list, not among what waits for others."""
    state = _message(MessageDeferred(), MessageHandedOver(to=Receiver(staff=BO)))

    assert (state.stage, state.owner, state.awaits_answer) == (MessageStage.OPEN, BO, False)


def test_what_this_program_cannot_read_freezes_and_is_passed_over() -> None:
    """A newer program's word stands in the ledger; nobody acts on what it may have said."""
    state = _message(Unknown(b"{}"), MessageTaken(staff=BO))

    assert state.frozen
    assert state.owner == BO


def test_the_strongest_number_is_the_one_she_goes_by() -> None:
    """A reserve number gives way to the personal one, and leads to her all the same."""
    state = _person(
        PersonDescribed(facts=PersonFacts(numbers=(RESERVE,))),
        PersonDescribed(facts=PersonFacts(numbers=(PERSONAL,))),
    )

    assert state.numbers == (PERSONAL, RESERVE)


def test_a_number_that_was_corrected_away_stays_away() -> None:
    """The hospital that goes on writing the wrong number does not bring it back."""
    state = _person(
        PersonDescribed(facts=PersonFacts(numbers=(RESERVE,))),
        PersonNumberCorrected(wrong=RESERVE, right=PERSONAL),
        PersonDescribed(facts=PersonFacts(numbers=(RESERVE,))),
    )

    assert (state.numbers, state.former_numbers) == ((PERSONAL,), (RESERVE,))


@pytest.mark.parametrize("turned", [False, True])
def test_the_strongest_protection_holds(turned: bool) -> None:  # noqa: FBT001  both orders
    """Neither silence nor a weaker word lifts it, in whatever order they come."""
    words = [
        PersonDescribed(facts=PersonFacts(given_name="Prov", protection=one))
        for one in (Protection.NONE, Protection.ASSUMED_IDENTITY, Protection.SECRECY_MARKING)
    ]

    state = _person(*(words[::-1] if turned else words))

    assert state.protection is Protection.ASSUMED_IDENTITY


def test_an_empty_field_says_nothing_and_a_later_word_replaces() -> None:
    """Each field keeps its own time: a new phone does not make an old name new."""
    state = _person(
        PersonDescribed(facts=PersonFacts(given_name="Ny", family_name="Ny"), said_at=Instant(50)),
        PersonDescribed(facts=PersonFacts(phone="1"), said_at=Instant(60)),
        PersonDescribed(facts=PersonFacts(given_name="Gammal", phone="2"), said_at=Instant(55)),
    )
    later = _person(
        PersonDescribed(facts=PersonFacts(given_name="Gammal"), said_at=Instant(40)),
        PersonDescribed(facts=PersonFacts(family_name="Ny"), said_at=Instant(50)),
    )

    assert (state.given_name, state.family_name, state.phone) == ("Gammal", "Ny", "1")
    assert later.name == "Gammal Ny"
