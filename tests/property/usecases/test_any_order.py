"""The messages of one stay, in any order of arrival, tell the same."""

import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kontaktpunkt.domain.fold import fold
from kontaktpunkt.domain.ledger.subjects import case_subject
from kontaktpunkt.domain.message_kind import Carrier, Change, MessageKind
from kontaktpunkt.domain.notice import Notice
from kontaktpunkt.domain.states import CaseState
from kontaktpunkt.domain.stay import Stay, current
from kontaktpunkt.usecases.rows import CaseRow, Mark
from samples import House, a_house, a_notice, hours, id_of

pytestmark = pytest.mark.property

_KINDS = [kind for kind in MessageKind if kind is not MessageKind.ACKNOWLEDGEMENT]
_MARKS = {Mark.CANCELLED, Mark.CORRECTED, Mark.DECEASED}


@st.composite
def _messages(draw: st.DrawFn) -> list[Notice]:
    """Draw messages of one stay; each may correct or cancel one that was sent before it."""
    count = draw(st.integers(1, 6))
    found: list[Notice] = []
    for place in range(count):
        # Two may have been sent in the same instant; each says when it was.
        sent = hours(draw(st.integers(-30, -1)) if draw(st.booleans()) else place - 40)
        said: dict[str, Any] = {"change": Change.NEW}
        kind = draw(st.sampled_from(_KINDS))
        if found and draw(st.integers(0, 2)):
            earlier = draw(st.sampled_from(found))
            kind = earlier.kind
            said = {
                "change": draw(st.sampled_from([Change.CORRECTION, Change.CANCELLATION])),
                "refers_to": (earlier.identity.id,),
            }
        stay = {
            "admitted_at": hours(draw(st.integers(-60, -40))),
            "expected_discharge": hours(draw(st.integers(1, 3))),
            "discharged_at": draw(st.none() | st.integers(-30, -1).map(hours)),
            "ward": draw(st.sampled_from(["", "Avd 3", "Avd 4"])),
            "leave_started": draw(st.booleans()),
        }
        found.append(a_notice(kind, id=f"m{place}", sent_at=sent, stay=stay, **said))
    return found


def _told(house: House, messages: list[Notice]) -> tuple[Any, ...]:
    """Give what the lists and the case tell, apart from when it came and how the case was opened.

    That, and the words of a message that does not say when it was sent, is all that depends on the
    order of arrival.
    """
    rows = {each.identity.id: house.row(id_of(each.identity.id)) for each in messages}
    cases = {row.case for row in rows.values()}
    assert len(cases) == 1
    stored = house.case_row(cases.pop())
    marks = {name: _MARKS & set(row.marks) for name, row in rows.items()}
    listed = house.listed() == {id_of(name) for name in rows}
    return marks, listed, _facts(stored), _stay(house, stored)


def _facts(row: CaseRow) -> tuple[Any, ...]:
    return (row.in_hospital, row.is_open, row.name, row.number, row.ready_sent_at, row.deceased)


def _stay(house: House, row: CaseRow) -> Stay:
    with house.store.reading() as view:
        subject = case_subject(row.case)
        state = fold(subject.kind, view.events_of(subject))
    assert isinstance(state, CaseState)
    return current(state)


@given(_messages(), st.randoms(use_true_random=False))
def test_the_order_of_arrival_changes_nothing(
    messages: list[Notice], chance: random.Random
) -> None:
    """Delayed, overtaken and out of order: the stay, the marks and the shared list are the same."""
    other = messages.copy()
    chance.shuffle(other)
    one, two = a_house(), a_house()

    one.take_in(*messages)
    two.take_in(*other)

    assert _told(one, messages) == _told(two, messages)
    assert two.is_clean


@given(_messages())
def test_all_at_once_is_as_one_by_one(messages: list[Notice]) -> None:
    """A folder of files gives what the same files give one after the other."""
    one, two = a_house(), a_house()

    one.take_in(*messages)
    originals = [(each.identity.id, two.original(each)) for each in messages]
    two.anna.take_in_many(originals, Carrier.FOLDER)

    assert _told(one, messages) == _told(two, messages)
    assert two.is_clean


@given(_messages())
def test_taking_in_again_changes_nothing(messages: list[Notice]) -> None:
    """Every message may be delivered twice, in any company."""
    house = a_house()
    house.take_in(*messages)
    before = _told(house, messages)

    house.take_in(*reversed(messages), *messages)

    assert _told(house, messages) == before
