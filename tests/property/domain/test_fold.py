"""Whatever events there are, in whatever order: folding them never fails."""

import itertools
from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from kontaktpunkt.domain.events.register import KINDS, read_body
from kontaktpunkt.domain.events.shared import ActTakenBack
from kontaktpunkt.domain.fold import fold, taken_back
from kontaktpunkt.domain.ledger.body import Body, Erased, Unknown
from kontaktpunkt.domain.ledger.envelope import Event
from kontaktpunkt.domain.ledger.subjects import Subject, SubjectKind
from kontaktpunkt.domain.message_kind import Change
from kontaktpunkt.domain.order import in_order, void_messages
from kontaktpunkt.domain.states import CaseState, MessageState, PersonState, SheetState
from kontaktpunkt.domain.stay import current, kind_of_case, valid_facts
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.keeping import project
from kontaktpunkt.usecases.showing.bare import bare
from kontaktpunkt.usecases.showing.masking import mask_message, mask_person
from kontaktpunkt.usecases.showing.timeline import timeline
from samples import a_house
from stories import event_of

pytestmark = pytest.mark.property

_FOLDER = Path(__file__).parents[2] / "data" / "events"
_IDS = [UUID(int=number) for number in range(1, 7)]
_FOLDED = [kind for kind in SubjectKind if kind is not SubjectKind.ACCESS]
_RULES = a_house().anna.rules
ids = st.sampled_from(_IDS)


def _sample(kind: str) -> Body:
    text = (_FOLDER / f"{kind}.v{KINDS[kind].version}.json").read_bytes()
    body = read_body(kind, KINDS[kind].version, text)
    assert isinstance(body, Body)
    return body


_SAMPLES = [_sample(kind) for kind in sorted(KINDS)]


@st.composite
def _bodies(draw: st.DrawFn) -> Body | Erased | Unknown:
    """Draw a body of any kind, speaking of few things, so that much of it meets."""
    if draw(st.integers(0, 15)) == 0:
        return draw(st.sampled_from([Erased(), Unknown(b"{}")]))
    body = draw(st.sampled_from(_SAMPLES))
    changed: dict[str, Any] = {}
    for field in msgspec.structs.fields(body):
        value = getattr(body, field.name)
        if isinstance(value, UUID):
            changed[field.name] = draw(ids)
        elif isinstance(value, tuple) and value and isinstance(value[0], UUID):
            changed[field.name] = tuple(draw(st.lists(ids, max_size=3)))
        elif isinstance(value, Change):
            changed[field.name] = draw(st.sampled_from(Change))
        elif field.name == "sent_at":
            changed[field.name] = draw(st.none() | st.integers(0, 5).map(Instant))
    return replace(body, **changed)


@st.composite
def _stories(draw: st.DrawFn, kind: SubjectKind) -> list[Event]:
    """Draw the events of one subject, some of them taken back, some of those taken back too."""
    bodies = draw(st.lists(_bodies(), max_size=14))
    acts = draw(st.lists(ids, min_size=len(bodies), max_size=len(bodies)))
    numbers = itertools.count(1)
    subject = Subject(kind, _IDS[0])
    return [
        _event(subject, act, next(numbers), body) for act, body in zip(acts, bodies, strict=True)
    ]


def _event(subject: Subject, act: UUID, number: int, body: Body | Erased | Unknown) -> Event:
    ids = {"event_id": UUID(int=1000 + number), "act_id": act, "by": _IDS[number % 3]}
    return event_of(number, subject, body, **ids)


@pytest.mark.parametrize("kind", _FOLDED)
@given(data=st.data())
def test_any_events_in_any_order_fold_and_show(kind: SubjectKind, data: st.DataObject) -> None:
    """A clash between desks, or an event of the future, is something to look at, not a stop."""
    events = data.draw(_stories(kind))

    state = fold(kind, events)

    assert fold(kind, events) == state
    told = timeline([events], {}, _IDS[0], frozenset())
    assert all(bare(each.body) is not None for each in told if _is_shown_bare(each.body))
    _show(state)


def _is_shown_bare(body: Body) -> bool:
    return not type(body).__module__.endswith(".person")


def _show(state: object) -> None:
    """Make of a state everything that is shown of one."""
    match state:
        case CaseState() as case:
            stay = current(case)
            kind_of_case(case, stay)
            assert len(valid_facts(case)) <= len(in_order(case.facts)) == len(case.facts)
            assert case.moved_away <= void_messages(case)
            project.case_row(_IDS[0], case, project.around(case, None), {}, Instant(0))
        case MessageState() as message:
            row = project.inbox_row(_IDS[0], message, project.Around(), {}, _RULES)
            assert row.stage is message.stage
            for protection in row.protection.__class__:
                mask_message(message, protection, may=False)
        case PersonState() as person:
            assert mask_person(person, may=False).is_protected == person.is_protected
        case SheetState() as sheet:
            project.sheet_row(_IDS[0], sheet, None, {})
        case _:
            pass


@given(_stories(SubjectKind.MESSAGE))
def test_a_settled_message_says_who_settled_it(events: list[Event]) -> None:
    """What is off the shared list shows among what was done; what is on it does not."""
    state = fold(SubjectKind.MESSAGE, events)

    assert isinstance(state, MessageState)
    settled = state.stage in ("done", "dismissed")
    assert settled == (state.done_at is not None)


@given(_stories(SubjectKind.CASE), ids)
def test_taking_back_a_taking_back_restores(events: list[Event], act: UUID) -> None:
    """However often something is undone and redone, it stands or it does not."""
    subject = Subject(SubjectKind.CASE, _IDS[0])
    plain = [event for event in events if not isinstance(event.body, ActTakenBack)]
    undo = _event(subject, UUID(int=91), 91, ActTakenBack(act=act))
    redo = _event(subject, UUID(int=92), 92, ActTakenBack(act=UUID(int=91)))

    assert taken_back([*plain, undo]) == {act}
    assert fold(SubjectKind.CASE, [*plain, undo, redo]) == fold(SubjectKind.CASE, plain)
