"""What was done in several cases that are one stay: homecoming, clocks and 23-timmars as one."""

from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Final, TypeVar

from msgspec.structs import replace

from kontaktpunkt.domain.states.care_request import DecisionState
from kontaktpunkt.domain.states.clock import ClockFacts, DeviationState
from kontaktpunkt.domain.states.emergency import EmergencyState, NotedOutcome
from kontaktpunkt.domain.states.homecoming import Homecoming, ReadinessState, ServiceState
from kontaktpunkt.domain.states.weekend import WeekendState
from kontaktpunkt.domain.times import Instant

if TYPE_CHECKING:
    from uuid import UUID

_Said = TypeVar("_Said", ReadinessState, ServiceState)
_Word = TypeVar("_Word", DecisionState, NotedOutcome, WeekendState)
_Each = TypeVar("_Each")

_LONG_AGO: Final = Instant(-(1 << 62))


def as_one_homecoming(states: Sequence[Homecoming]) -> Homecoming:
    """Put together what was done for one homecoming in several cases; the later word holds.

    The latest call home holds; who left or came home before it did so by a call before.
    """
    caller = max(states, key=lambda one: _LONG_AGO if one.called is None else one.called.at)
    since = _LONG_AGO if caller.called is None else caller.called.at
    left = [one.left for one in states if one.left and (one is caller or one.left.left_at >= since)]
    reached = [
        one.reached
        for one in states
        if one.reached and (one is caller or one.reached.reached_at >= since)
    ]
    followed = max(states, key=lambda one: one.followed_up_at or _LONG_AGO)
    placed = next((one for one in states if one.destination is not None), states[0])
    return replace(
        caller,
        readiness=_latest((each for one in states for each in one.readiness), "item"),
        obstacles=_each_once(each for one in states for each in one.obstacles),
        services=_latest((each for one in states for each in one.services), "service"),
        destination=placed.destination,
        place=placed.place,
        left=max(left, key=attrgetter("left_at"), default=None),
        reached=max(reached, key=attrgetter("reached_at"), default=None),
        followed_up_at=followed.followed_up_at,
        handed_to=followed.handed_to,
        cause=next((one.cause for one in states if one.cause is not None), None),
    )


def as_one_clocks(states: Sequence[ClockFacts]) -> ClockFacts:
    """Put together what the clocks of several cases stand on, in the order of time."""
    deviations: dict[UUID, DeviationState] = {}
    for each in (each for one in states for each in one.deviations):
        deviations.setdefault(each.deviation, each)
    return ClockFacts(
        turns=tuple(sorted({each for one in states for each in one.turns})),
        deviations=tuple(sorted(deviations.values(), key=lambda one: one.deviation.int)),
        judgements=tuple(
            sorted(
                _each_once(each for one in states for each in one.judgements),
                key=lambda one: (one.at, one.event),
            )
        ),
        planning_answers=tuple(sorted({each for one in states for each in one.planning_answers})),
    )


def as_one_emergency(states: Sequence[EmergencyState]) -> EmergencyState:
    """Put together what was done in a 23-timmars matter that was met twice; the last word holds."""
    contacts = _each_once(each for one in states for each in one.contacts)
    corrections = [one.correction for one in states if one.correction is not None]
    return EmergencyState(
        contacts=tuple(sorted(contacts, key=lambda one: one.at)),
        outcome=latest(one.outcome for one in states),
        correction=max(corrections, key=lambda one: one.noted_at, default=None),
    )


def latest(said: Iterable[_Word | None]) -> _Word | None:
    """Give the last word, where anybody has said one."""
    return max((one for one in said if one is not None), key=lambda one: one.at, default=None)


def _latest(said: Iterable[_Said], name: str) -> tuple[_Said, ...]:
    """Give the last word on each thing."""
    last: dict[str, _Said] = {}
    for each in sorted(said, key=lambda one: one.at):
        key: str = getattr(each, name)
        last.pop(key, None)
        last[key] = each
    return tuple(last.values())


def _each_once(things: Iterable[_Each]) -> tuple[_Each, ...]:
    found: list[_Each] = []
    for each in things:
        if each not in found:
            found.append(each)
    return tuple(found)
