"""Fold of one case: what messages said about the stay, and what we did."""

from collections.abc import Callable
from typing import Any, Final
from uuid import UUID

from msgspec.structs import replace

from kontaktpunkt.domain.events.case import (
    CareRequestSent,
    CaseClosed,
    CaseHandedOver,
    CaseOpened,
    CaseReopened,
    CaseTaken,
    DocumentationDue,
    Documented,
    Noticed,
    NoticeMovedAway,
    NoticeTimed,
    StepDone,
    StepUndone,
)
from kontaktpunkt.domain.events.meeting import CaseReviewed
from kontaktpunkt.domain.events.sheet import SheetTwinMatched
from kontaktpunkt.domain.fold import homecoming
from kontaktpunkt.domain.fold.care_request import CASE_STEPS
from kontaktpunkt.domain.fold.clock import STEPS as CLOCK_STEPS
from kontaktpunkt.domain.fold.emergency import EMERGENCY_STEPS
from kontaktpunkt.domain.fold.joining import ties_of
from kontaktpunkt.domain.fold.meeting import review_case
from kontaktpunkt.domain.fold.plan import PLAN_STEPS
from kontaktpunkt.domain.fold.short_term import CASE_STEPS as SHORT_TERM_STEPS
from kontaktpunkt.domain.fold.story import Story
from kontaktpunkt.domain.fold.twins import with_twins
from kontaktpunkt.domain.fold.weekend import WEEKEND_STEPS
from kontaktpunkt.domain.ledger.envelope import Envelope
from kontaktpunkt.domain.states import CaseState, DocumentationItem, Fact, StepState
from kontaktpunkt.domain.times import Instant

_Step = Callable[[CaseState, Envelope, Any], CaseState]
_HOLDS_NOTHING: Final = (CaseTaken, CaseHandedOver, NoticeMovedAway)
"""What does not keep a case open by itself when what opened it was taken back."""


def _opened(state: CaseState, envelope: Envelope, body: CaseOpened) -> CaseState:
    if state.person is not None:  # opened by two who did not know of each other: the same case
        return replace(state, stay_ids=_union(state.stay_ids, body.stay_ids))
    return replace(
        state,
        person=body.person,
        case_kind=body.case_kind,
        opened_at=envelope.noted_at,
        stay_ids=_union(state.stay_ids, body.stay_ids),
    )


def _noticed(state: CaseState, envelope: Envelope, body: Noticed) -> CaseState:
    if isinstance(body, CareRequestSent) and body.item is not None:
        state = _tick(state, envelope, body.item, body.sent_at or envelope.at)
    facts = state.facts
    if body.message in state.moved_away:  # moved away and back: it holds again, once
        facts = tuple(fact for fact in facts if fact.body.message != body.message)
    return replace(
        state,
        facts=(*facts, Fact(envelope.noted_at, body)),
        moved_away=state.moved_away - {body.message},
        stay_ids=_union(state.stay_ids, body.stay_ids),
    )


def _moved_away(state: CaseState, _envelope: Envelope, body: NoticeMovedAway) -> CaseState:
    return replace(state, moved_away=state.moved_away | {body.message})


def _taken(state: CaseState, _envelope: Envelope, body: CaseTaken) -> CaseState:
    return replace(state, responsible=body.staff, receiver=None)


def _handed_over(state: CaseState, _envelope: Envelope, body: CaseHandedOver) -> CaseState:
    return replace(state, responsible=body.to.staff, receiver=body.to)


def _step_done(state: CaseState, envelope: Envelope, body: StepDone) -> CaseState:
    done = StepState(body.step, True, envelope.by, envelope.at, body.on_word)  # noqa: FBT003 - a plain record
    return replace(state, steps=_replace_step(state.steps, done))


def _step_undone(state: CaseState, envelope: Envelope, body: StepUndone) -> CaseState:
    undone = StepState(body.step, False, envelope.by, envelope.at)  # noqa: FBT003 - a plain record
    return replace(state, steps=_replace_step(state.steps, undone))


def _due(state: CaseState, envelope: Envelope, body: DocumentationDue) -> CaseState:
    item = DocumentationItem(body.item, body.system, body.text, envelope.at)
    return replace(state, documentation=(*state.documentation, item))


def _documented(state: CaseState, envelope: Envelope, body: Documented) -> CaseState:
    return _tick(state, envelope, body.item, body.documented_at)


def _tick(state: CaseState, envelope: Envelope, ticked: UUID, at: Instant) -> CaseState:
    """Note that a text stands in the region's system; of two ticks the first one holds."""
    items = tuple(
        replace(item, documented_at=at, documented_by=envelope.by)
        if item.item == ticked and item.documented_at is None
        else item
        for item in state.documentation
    )
    return replace(state, documentation=items)


def _closed(state: CaseState, envelope: Envelope, _body: CaseClosed) -> CaseState:
    return replace(state, closed_at=envelope.at)


def _reopened(state: CaseState, _envelope: Envelope, _body: CaseReopened) -> CaseState:
    return replace(state, closed_at=None)


_STEPS: Final[dict[type, _Step]] = {
    CaseOpened: _opened,
    NoticeMovedAway: _moved_away,
    CaseTaken: _taken,
    CaseHandedOver: _handed_over,
    StepDone: _step_done,
    StepUndone: _step_undone,
    DocumentationDue: _due,
    Documented: _documented,
    CaseClosed: _closed,
    CaseReopened: _reopened,
    **CASE_STEPS,
    CaseReviewed: review_case,
    **CLOCK_STEPS,
    **SHORT_TERM_STEPS,
    **PLAN_STEPS,
}


def fold_case(story: Story) -> CaseState:
    """Fold a case to its state.

    When what opened it was taken back but others have put something in it meanwhile, it stays
    open for their sake: nobody's word is lost by another's regret. Else it is voided.
    """
    state = _folded(story)
    if state.person is not None:
        return state
    opening = next((one for one in story.withdrawn if isinstance(one.body, CaseOpened)), None)
    if opening is None:
        return state
    stands = any(not isinstance(event.body, _HOLDS_NOTHING) for event in story.told)
    return replace(_folded(replace(story, told=(opening, *story.told))), voided=not stands)


def _folded(story: Story) -> CaseState:
    state = CaseState(frozen=story.frozen)
    for event in story.told:
        if isinstance(event.body, Noticed):
            state = _noticed(state, event.envelope, event.body)
            continue
        homeward = homecoming.STEPS.get(type(event.body))
        if homeward is not None:
            home = homeward(state.homecoming, event.envelope, event.body)
            state = replace(state, homecoming=home)
            continue
        step = _STEPS.get(type(event.body))
        if step is not None:
            state = step(state, event.envelope, event.body)
        elif (weekend := WEEKEND_STEPS.get(type(event.body))) is not None:
            said = weekend(state.weekend, event.envelope, event.body)
            state = replace(state, weekend=said)
        elif (part := EMERGENCY_STEPS.get(type(event.body))) is not None:
            emergency = part(state.emergency, event.envelope, event.body)
            state = replace(state, emergency=emergency)
    timed = replace(state, facts=_timed(state.facts, story), ties=ties_of(story.told))
    bodies = (event.body for event in story.told)
    return with_twins(timed, [body for body in bodies if isinstance(body, SheetTwinMatched)])


def _timed(facts: tuple[Fact, ...], story: Story) -> tuple[Fact, ...]:
    """Let what did not say when it was sent count from the latest word of that, if there is one.

    A message's own time is never written over.
    """
    noted = {
        event.body.message: event.body.sent_at
        for event in story.told
        if isinstance(event.body, NoticeTimed)
    }
    return tuple(
        Fact(fact.noted_at, replace(fact.body, sent_at=noted[fact.body.message]))
        if fact.body.sent_at is None and fact.body.message in noted
        else fact
        for fact in facts
    )


def _union(known: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    """Add what is new, keeping the order of arrival."""
    return known + tuple(one for one in dict.fromkeys(more) if one not in known)


def _replace_step(steps: tuple[StepState, ...], new: StepState) -> tuple[StepState, ...]:
    """Put the newest word on a step in place of the earlier one."""
    return (*(step for step in steps if step.step != new.step), new)
