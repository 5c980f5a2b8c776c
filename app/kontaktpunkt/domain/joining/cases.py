"""What is shown of cases that are one stay: all that stands in any of them, each thing once."""

from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID

from msgspec.structs import replace

from kontaktpunkt.domain.events.case import CaseKind, NoticeCancelled
from kontaktpunkt.domain.fold.twins import with_one_of_each_paper
from kontaktpunkt.domain.joining.parts import (
    as_one_clocks,
    as_one_emergency,
    as_one_homecoming,
    latest,
)
from kontaktpunkt.domain.short_term import as_one_short_term
from kontaktpunkt.domain.states import CaseState, Fact, StepState
from kontaktpunkt.domain.times import Instant

_WORKED_OUT: Final = frozenset(
    {
        "person",
        "case_kind",
        "opened_at",
        "facts",
        "moved_away",
        "responsible",
        "receiver",
        "clock_facts",
        "steps",
        "emergency",
        "primary_care",
        "homecoming",
        "weekend",
        "closed_at",
        "ties",
        "voided",
        "short_term",
        "frozen",
    }
)
"""Fields that are put together by a rule of their own below."""


def as_one_case(states: Sequence[CaseState]) -> CaseState:
    """Show several cases that are one stay as one, the leading one first; one alone as it is.

    One that is voided says nothing beside the others. It is open while any of them is; who
    answers is the first that anybody answers for.
    """
    if len(states) == 1:
        return states[0]
    holding = [state for state in states if not state.voided] or list(states)
    answered = next((one for one in holding if one.responsible or one.receiver), holding[0])
    kinds = [state.case_kind for state in holding]
    whole = replace(
        holding[0],
        person=states[0].person,
        case_kind=next((kind for kind in kinds if kind is not CaseKind.MATTER), kinds[0]),
        opened_at=min(state.opened_at for state in holding),
        responsible=answered.responsible,
        receiver=answered.receiver,
        clock_facts=as_one_clocks([state.clock_facts for state in holding]),
        steps=_steps(holding),
        emergency=as_one_emergency([state.emergency for state in holding]),
        homecoming=as_one_homecoming([state.homecoming for state in holding]),
        primary_care=latest(state.primary_care for state in holding),
        weekend=latest(state.weekend for state in holding),
        closed_at=_closed_at(holding),
        ties=states[0].ties,
        short_term=as_one_short_term(state.short_term for state in holding),
        frozen=any(state.frozen for state in states),
        **_facts(holding),
        **_the_rest(holding),
    )
    return with_one_of_each_paper(whole)


def _facts(states: Sequence[CaseState]) -> dict[str, Any]:
    """Give the words that stand in one of them; what was moved between them stands where it is."""
    held: dict[UUID, Fact] = {}
    gone: dict[UUID, Fact] = {}
    for state in states:
        for fact in state.facts:
            place = gone if fact.body.message in state.moved_away else held
            known = place.setdefault(fact.body.message, fact)
            if isinstance(known.body, NoticeCancelled):
                # A correction that came to one case cancelled its original in the other, while
                # these were two: in the whole the correction itself stands beside it.
                place[fact.body.message] = fact
    gone = {message: fact for message, fact in gone.items() if message not in held}
    facts = sorted((*held.values(), *gone.values()), key=lambda fact: fact.noted_at)
    moved = frozenset[UUID]().union(*(state.moved_away for state in states))
    return {"facts": tuple(facts), "moved_away": moved - held.keys()}


def _steps(states: Sequence[CaseState]) -> tuple[StepState, ...]:
    """Give the last word on each step."""
    last: dict[str, StepState] = {}
    for step in sorted((step for state in states for step in state.steps), key=lambda one: one.at):
        last.pop(step.step, None)
        last[step.step] = step
    return tuple(last.values())


def _closed_at(states: Sequence[CaseState]) -> Instant | None:
    closed = [state.closed_at for state in states if state.closed_at is not None]
    return max(closed) if len(closed) == len(states) else None


def _the_rest(states: Sequence[CaseState]) -> dict[str, Any]:
    """Give of lists what stands in any of them, of everything else the first that says something.

    So a field that is new in a case is shown in joined ones too.
    """
    silence = CaseState()
    found: dict[str, Any] = {}
    for field in CaseState.__struct_fields__:
        if field in _WORKED_OUT:
            continue
        said = [getattr(state, field) for state in states]
        if isinstance(getattr(silence, field), tuple):
            found[field] = tuple(dict.fromkeys(each for several in said for each in several))
        else:
            spoken = (each for each in said if each != getattr(silence, field))
            found[field] = next(spoken, getattr(silence, field))
    return found
