"""Joined and parted in any order, from any desk: the groups are the same, and nothing is lost."""

import random
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kontaktpunkt.domain.events.joining import PersonsJoined, PersonsKeptApart
from kontaktpunkt.domain.events.person import PersonDescribed, ProtectionLifted
from kontaktpunkt.domain.events.shared import ActTakenBack
from kontaktpunkt.domain.fold import fold
from kontaktpunkt.domain.joining.group import group_of
from kontaktpunkt.domain.joining.persons import as_one
from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.domain.ledger.envelope import Event
from kontaktpunkt.domain.ledger.subjects import SubjectKind, person_subject
from kontaktpunkt.domain.person.facts import NumberKind, PersonFacts, PersonNumber, Protection
from kontaktpunkt.domain.states import PersonState, Ties
from kontaktpunkt.domain.times import Instant
from stories import event_of

pytestmark = pytest.mark.property

_PERSONS = tuple(UUID(int=n) for n in range(1, 6))
_ANNA = UUID(int=90)


def _event(person: UUID, act: int, body: Body) -> Event:
    return event_of(
        act, person_subject(person), body, event_id=UUID(int=(act << 64) | person.int), by=_ANNA
    )


Acts = list[list[Event]]


@st.composite
def _acts(draw: st.DrawFn) -> Acts:
    """Draw joinings, partings and takings back of these, each on both of its persons."""
    acts: Acts = []
    for number in range(100, 100 + draw(st.integers(1, 9))):
        one, other = draw(st.permutations(_PERSONS))[:2]
        if acts and draw(st.integers(0, 2)) == 0:
            earlier = draw(st.sampled_from(acts))
            body: Body = ActTakenBack(act=earlier[0].envelope.act_id)
            acts.append([_event(each.envelope.subject.id, number, body) for each in earlier])
            continue
        if draw(st.integers(0, 3)) == 0:
            parts = tuple(each[0].envelope.act_id for each in acts if draw(st.booleans()))
            body = PersonsKeptApart(one=one, other=other, parts=parts)
        else:
            body = PersonsJoined(into=one, joined=other)
        acts.append([_event(each, number, body) for each in (one, other)])
    return acts


def _groups(acts: Acts) -> dict[UUID, tuple[UUID, ...]]:
    states = {person: _state(acts, person) for person in _PERSONS}

    def ties(person: UUID) -> Ties:
        return states[person].ties

    return {person: group_of(person, ties) for person in _PERSONS}


def _state(acts: Acts, person: UUID) -> PersonState:
    subject = person_subject(person)
    hers = [each for act in acts for each in act if each.envelope.subject == subject]
    state = fold(SubjectKind.PERSON, hers)
    assert isinstance(state, PersonState)
    return state


@given(_acts())
def test_everybody_in_a_group_sees_the_same_group(acts: Acts) -> None:
    """Chains and circles are one group, led by the same from whichever end one comes."""
    groups = _groups(acts)

    for person, group in groups.items():
        assert person in group
        assert all(groups[other] == group for other in group)
        assert list(group) == sorted(group)


@given(_acts(), st.randoms(use_true_random=False))
def test_two_desks_that_joined_while_apart_come_to_the_same(
    acts: Acts, chance: random.Random
) -> None:
    """In whatever order joinings and partings arrive, the same are one; no undo among them."""
    plain = [act for act in acts if not isinstance(act[0].body, ActTakenBack)]
    shuffled = list(plain)
    chance.shuffle(shuffled)

    assert _groups(shuffled) == _groups(plain)
    assert [_state(shuffled, person).ties for person in _PERSONS] == [
        _state(plain, person).ties for person in _PERSONS
    ]


@given(_acts(), st.permutations(_PERSONS))
def test_a_joining_taken_back_was_never_there(acts: Acts, persons: list[UUID]) -> None:
    """Förena and Ångra leave everybody as she was, whatever else was joined."""
    one, other = persons[:2]
    joined = [_event(each, 200, PersonsJoined(into=one, joined=other)) for each in (one, other)]
    undone = [_event(each, 201, ActTakenBack(act=UUID(int=200))) for each in (one, other)]

    assert _groups([*acts, joined, undone]) == _groups(acts)
    assert _state([*acts, joined, undone], one) == _state(acts, one)
    assert other in _groups([*acts, joined])[one]


_SAID = st.builds(
    PersonFacts,
    numbers=st.sampled_from(
        [
            (),
            (PersonNumber(NumberKind.PERSONAL, "189001029801"),),
            (PersonNumber(NumberKind.LOCAL_RESERVE, "18900102S98A"),),
        ]
    ),
    given_name=st.sampled_from(["", "Prov", "Annat"]),
    phone=st.sampled_from(["", "0510-77 00 00"]),
    protection=st.sampled_from(Protection),
)


@given(st.lists(st.tuples(st.sampled_from(_PERSONS[:2]), _SAID), max_size=8))
def test_together_nothing_is_lost_and_the_strongest_protection_holds(
    said: list[tuple[UUID, PersonFacts]],
) -> None:
    """All numbers stand there, each field says its latest word, and nobody is less protected."""
    acts = [
        [_event(person, 100 + place, PersonDescribed(facts=facts))]
        for place, (person, facts) in enumerate(said)
    ]
    one, other = (_state(acts, person) for person in _PERSONS[:2])

    whole = as_one([one, other])

    assert {*whole.numbers, *whole.former_numbers} == {*one.numbers, *other.numbers}
    assert whole.is_protected == (one.is_protected or other.is_protected)
    names = [facts.given_name for _, facts in said if facts.given_name]
    assert whole.given_name == (names[-1] if names else "")
    assert as_one([other, one]).given_name == whole.given_name


@given(st.lists(_SAID, max_size=6), st.integers(99, 110), st.randoms(use_true_random=False))
def test_only_words_after_the_lifting_protect(
    said: list[PersonFacts], lifted: int, chance: random.Random
) -> None:
    """Whatever order they come in, words of before the decision protect nobody any more."""
    events = [
        _event(_PERSONS[0], 100 + place, PersonDescribed(facts=facts, said_at=Instant(100 + place)))
        for place, facts in enumerate(said)
    ]
    events.append(_event(_PERSONS[0], lifted, ProtectionLifted(reason="beslut")))
    chance.shuffle(events)

    state = fold(SubjectKind.PERSON, events)

    after = [facts for place, facts in enumerate(said) if 100 + place > lifted]
    assert isinstance(state, PersonState)
    assert state.is_protected == any(one.protection is not Protection.NONE for one in after)
