"""Two at work, doing anything in any order: nothing leaves the list unsaid, and rows stay true."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fakes.stores import new_store
from kontaktpunkt.domain import commands as c
from kontaktpunkt.domain.events.case import CaseReopened
from kontaktpunkt.domain.events.message import MessageReopened, MessageTakenIn, Misdirection
from kontaktpunkt.domain.message_kind import Carrier, MessageKind, SetAsideReason
from kontaktpunkt.domain.notice import Notice, SetAside
from kontaktpunkt.domain.person.facts import NumberKind, PersonNumber, Protection
from kontaktpunkt.domain.staff import OnWord, Receiver, Role, WithUs
from kontaktpunkt.usecases.at_desk import StaffDesk
from kontaktpunkt.usecases.desk import Done, Fate
from kontaktpunkt.usecases.rows import InboxQuery, InboxView
from samples import (
    House,
    a_cancellation,
    a_correction,
    a_house,
    a_notice,
    a_number,
    a_person,
    an_entry,
    hours,
)

pytestmark = pytest.mark.property
K = MessageKind

_HIDDEN = a_person(3, protection=Protection.SECRECY_MARKING)
_RESERVE = PersonNumber(NumberKind.LOCAL_RESERVE, "18900102S98A")
_MESSAGES: Sequence[Notice | SetAside] = (
    a_notice(id="a"),
    a_notice(K.READINESS_NOTICE, id="r"),
    a_correction("a", K.ADMISSION_NOTICE, id="a2", stay={"ward": "Avd 4"}),
    a_cancellation("a", K.ADMISSION_NOTICE, id="ac"),
    a_correction("a", K.ADMISSION_NOTICE, id="a3", person=a_person(2)),
    a_notice(K.DISCHARGE_NOTICE, id="d"),
    a_notice(K.ADMINISTRATIVE_MESSAGE, id="m"),
    a_notice(id="b", person=a_person(2), stay={"stay_ids": ("stay-2",)}),
    a_notice(
        id="p", person=a_person(3, protection=Protection.SECRECY_MARKING), stay={"stay_ids": ()}
    ),
    a_notice(id="n", person=a_person(2, numbers=(_RESERVE,)), stay={"stay_ids": ("stay-3",)}),
    a_notice(id="nn", person=a_person(2, numbers=(_RESERVE, a_number(2))), stay={"stay_ids": ()}),
    a_notice(K.EMERGENCY_STAY_NOTICE, id="e", person=a_person(3), stay={"stay_ids": ()}),
    SetAside(reason=SetAsideReason.NO_EVENT),
    SetAside(reason=SetAsideReason.NO_EVENT, person=a_person(1), place="x"),
)

_Act = Callable[[House, StaffDesk, int], Any]


def _on_message(make: Callable[[UUID], c.Command]) -> _Act:
    """Wish something of one of the messages that there are."""

    def act(house: House, desk: StaffDesk, pick: int) -> Any:
        known = _known(house)
        return desk.act(make(known[pick % len(known)])) if known else None

    return act


def _on_case(make: Callable[[UUID], c.Command]) -> _Act:
    """Wish something of the case of one of the messages."""

    def act(house: House, desk: StaffDesk, pick: int) -> Any:
        cases = sorted({row.case for row in map(house.row, _known(house)) if row.case})
        return desk.act(make(cases[pick % len(cases)])) if cases else None

    return act


def _on_person(make: Callable[[UUID], c.Command]) -> _Act:
    def act(house: House, desk: StaffDesk, pick: int) -> Any:
        persons = sorted({row.person for row in map(house.row, _known(house)) if row.person})
        return desk.act(make(persons[pick % len(persons)])) if persons else None

    return act


def _known(house: House) -> list[UUID]:
    return sorted(house.listed() | house.listed(InboxView.DONE_TODAY))


def _take_in(house: House, desk: StaffDesk, pick: int) -> Any:
    meaning = _MESSAGES[pick % len(_MESSAGES)]
    return desk.take_in("fil", house.original(meaning), Carrier.FOLDER)


def _enter(_house: House, desk: StaffDesk, pick: int) -> Any:
    return desk.enter(an_entry(K.LEAVE_NOTICE, number_text=a_number(1 + pick % 3).value))


def _complete(house: House, desk: StaffDesk, pick: int) -> Any:
    known = _known(house)
    return desk.enter(an_entry(completes=known[pick % len(known)])) if known else None


def _move(house: House, desk: StaffDesk, pick: int) -> Any:
    known = _known(house)
    if not known:
        return None
    return desk.move_message(known[pick % len(known)], a_number(1 + pick % 4).value, "Nytt Namn")


def _take_back(house: House, desk: StaffDesk, pick: int) -> Any:
    assert desk.my_id is not None
    with house.store.reading() as view:
        acts = view.last_acts_by(desk.my_id, 20)
    return desk.act(c.TakeBack(act=acts[pick % len(acts)])) if acts else None


def _look(house: House, desk: StaffDesk, pick: int) -> Any:
    known = _known(house)
    desk.search("prov")
    desk.in_hospital()
    return desk.card(known[pick % len(known)]) if known else None


def _two(house: House, pick: int, field: str) -> tuple[UUID, UUID] | None:
    """Choose two persons or cases of the known messages."""
    found = sorted({one for row in map(house.row, _known(house)) if (one := getattr(row, field))})
    if len(found) < 2:
        return None
    one = found[pick % len(found)]
    return one, found[(pick // 7 + found.index(one) + 1) % len(found)]


def _on_two(field: str, make: Callable[[UUID, UUID], c.Command]) -> _Act:
    """Wish something of two persons or two cases."""

    def act(house: House, desk: StaffDesk, pick: int) -> Any:
        pair = _two(house, pick, field)
        return desk.act(make(*pair)) if pair else None

    return act


_ITEM = UUID(int=77)
_ACTS: dict[str, _Act] = {
    "take_in": _take_in,
    "enter": _enter,
    "complete": _complete,
    "move": _move,
    "undo": lambda _house, desk, _pick: desk.undo(),
    "take back": _take_back,
    "look": _look,
    "join": _on_two("person", lambda one, two: c.JoinPersons(person=one, other_person=two)),
    "apart": _on_two("person", lambda one, two: c.KeepPersonsApart(person=one, other_person=two)),
    "one stay": _on_two("case", lambda one, two: c.JoinCases(case=one, other_case=two)),
    "two stays": _on_two("case", lambda one, two: c.KeepCasesApart(case=one, other_case=two)),
    "take": _on_message(lambda m: c.TakeMessage(message=m)),
    "acknowledge": _on_message(lambda m: c.AcknowledgeMessage(message=m, system="SAMSA")),
    "to Bo": _on_message(lambda m: c.HandOverMessage(message=m, to=Receiver(unit="Hemvård Norr"))),
    "later": _on_message(lambda m: c.DeferMessage(message=m, until=hours(5))),
    "await": _on_message(lambda m: c.DeferMessage(message=m)),
    "not for us": _on_message(lambda m: c.MarkMisdirected(message=m, way=Misdirection.RETURNED)),
    "done": _on_message(lambda m: c.FinishMessage(message=m)),
    "reopen": _on_message(lambda m: c.ReopenMessage(message=m)),
    "dismiss": _on_message(lambda m: c.DismissSetAside(message=m, note="reklam")),
    "note": _on_case(lambda case: c.AddNote(case=case, text="ord")),
    "tick": _on_case(lambda case: c.TickStep(case=case, step="larm", on_word=OnWord(name="Cia"))),
    "close": _on_case(lambda case: c.CloseCase(case=case)),
    "take case": _on_case(lambda case: c.TakeCase(case=case)),
    "write": _on_case(
        lambda case: c.RequestDocumentation(case=case, item=_ITEM, system="SAMSA", text="x")
    ),
    "written": _on_case(lambda case: c.TickDocumented(case=case, item=_ITEM)),
    "with us": _on_person(lambda p: c.SetWithUs(person=p, with_us=WithUs(unit="Hemvård Norr"))),
    "number": _on_person(lambda p: c.CorrectNumber(person=p, wrong=a_number(1), right=a_number(8))),
    "rename": lambda _house, desk, pick: desk.act(
        c.AddStaff(staff=desk.me.staff, name=f"Namn {pick}", role=Role.CASEWORKER)
    ),
    "minutes": lambda _house, desk, pick: desk.act(
        c.ChangeSetting(key="untaken_minutes", value=str(10 + pick % 3))
    ),
}
_SETTLES = (c.FinishMessage, c.MarkMisdirected, c.DismissSetAside)

_steps = st.lists(
    st.tuples(st.sampled_from(sorted(_ACTS)), st.booleans(), st.integers(0, 30)),
    min_size=5,
    max_size=40,
)


def _play(house: House, steps: list[tuple[str, bool, int]]) -> None:
    """Do the steps; after each, what left the list must have been said to be done by it."""
    house.take_in(*_MESSAGES[:3])
    for name, by_anna, pick in steps:
        house.clock.advance(1)
        before = house.listed()
        answer = _ACTS[name](house, house.anna if by_anna else house.bo, pick)
        gone = before - house.listed()
        assert gone <= _said_done(house, name, answer), name
        assert house.listed(InboxView.WAITING) | house.listed(InboxView.UNTAKEN) <= house.listed()


def _said_done(house: House, name: str, answer: object) -> set[UUID]:
    """Give the messages that this step said to be done, or took the opening of back."""
    if isinstance(answer, Fate):
        return set()
    if not isinstance(answer, Done):
        return set()
    said = {wish.message for wish in answer.commands if isinstance(wish, _SETTLES)}
    if name == "complete":
        said |= set(answer.changed.messages)
    undone = [wish.act for wish in answer.commands if isinstance(wish, c.TakeBack)]
    with house.store.reading() as view:
        for act in undone:
            said |= {
                event.envelope.subject.id
                for event in view.act_events(act)
                if isinstance(event.body, MessageReopened | MessageTakenIn | CaseReopened)
            }
    return said


@given(_steps)
def test_nothing_leaves_the_list_unsaid_and_rows_stay_true(
    steps: list[tuple[str, bool, int]],
) -> None:
    """Any morning at all: unhandled messages stay on the list, and a rebuild changes nothing."""
    house = a_house()

    _play(house, steps)

    assert house.is_clean
    counts = house.anna.counts(InboxQuery())
    assert counts.by_view[InboxView.ALL_OPEN] == len(house.listed())


@settings(max_examples=15)
@given(steps=_steps)
def test_the_encrypted_store_keeps_it_as_true(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, bool, int]]
) -> None:
    """The same mornings on the real store."""
    folder = tmp_path_factory.mktemp("any") / "store"
    store = new_store(folder)
    try:
        house = a_house(store)
        _play(house, steps)
        assert house.is_clean
    finally:
        store.close()
