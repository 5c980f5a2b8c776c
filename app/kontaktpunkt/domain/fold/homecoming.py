"""Fold of what was done for a homecoming: each word in order, the later one on the same thing."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from msgspec.structs import replace

from kontaktpunkt.domain.events.homecoming import (
    AdmissionCauseNoted,
    CalledHome,
    CallHomeWithdrawn,
    DestinationSet,
    FollowedUp,
    HomeReached,
    ObstacleMet,
    ObstacleRemoved,
    ReadinessMarked,
    ReadinessUnmarked,
    ServiceChanged,
    WardLeft,
)
from kontaktpunkt.domain.ledger.envelope import Envelope
from kontaktpunkt.domain.states.homecoming import (
    CalledHomeState,
    Homecoming,
    ObstacleState,
    ReadinessState,
    ServiceState,
)

_Step = Callable[[Homecoming, Envelope, Any], Homecoming]


def _marked(state: Homecoming, envelope: Envelope, body: ReadinessMarked) -> Homecoming:
    new = ReadinessState(
        item=body.item,
        mark=body.mark,
        at=envelope.at,
        by=envelope.by,
        on_word=body.on_word,
        due_at=body.due_at,
        note=body.note,
    )
    kept = (one for one in state.readiness if one.item != body.item)
    return replace(state, readiness=(*kept, new))


def _unmarked(state: Homecoming, _envelope: Envelope, body: ReadinessUnmarked) -> Homecoming:
    return replace(state, readiness=tuple(one for one in state.readiness if one.item != body.item))


def _met(state: Homecoming, envelope: Envelope, body: ObstacleMet) -> Homecoming:
    if any(one.obstacle == body.obstacle for one in state.obstacles):
        return state
    new = ObstacleState(
        obstacle=body.obstacle,
        code=body.code,
        side=body.side,
        since=body.since,
        by=envelope.by,
        text=body.text,
    )
    return replace(state, obstacles=(*state.obstacles, new))


def _removed(state: Homecoming, _envelope: Envelope, body: ObstacleRemoved) -> Homecoming:
    """End an obstacle; of two who ended it while apart the first word holds."""
    return replace(
        state,
        obstacles=tuple(
            replace(one, until=max(body.until, one.since))
            if one.obstacle == body.obstacle and one.until is None
            else one
            for one in state.obstacles
        ),
    )


def _service(state: Homecoming, envelope: Envelope, body: ServiceChanged) -> Homecoming:
    new = ServiceState(
        service=body.service,
        stage=body.stage,
        at=envelope.at,
        by=envelope.by,
        on_word=body.on_word,
        from_visit=body.from_visit,
        first_at=body.first_at,
        note=body.note,
    )
    kept = (one for one in state.services if one.service != body.service)
    return replace(state, services=(*kept, new))


def _destination(state: Homecoming, _envelope: Envelope, body: DestinationSet) -> Homecoming:
    return replace(state, destination=body.destination, place=body.place)


def _called(state: Homecoming, envelope: Envelope, body: CalledHome) -> Homecoming:
    # Who is called home anew has not left or come home by the call before.
    return replace(
        state, called=CalledHomeState(envelope.at, envelope.by, body), left=None, reached=None
    )


def _called_off(state: Homecoming, _envelope: Envelope, _body: CallHomeWithdrawn) -> Homecoming:
    return replace(state, called=None, left=None, reached=None)


def _left(state: Homecoming, _envelope: Envelope, body: WardLeft) -> Homecoming:
    # Who leaves the ward has not come home by the time before, though nobody called her anew.
    before = state.reached is not None and state.reached.reached_at < body.left_at
    return replace(state, left=body, reached=None if before else state.reached)


def _reached(state: Homecoming, _envelope: Envelope, body: HomeReached) -> Homecoming:
    return replace(state, reached=body)


def _followed(state: Homecoming, envelope: Envelope, body: FollowedUp) -> Homecoming:
    return replace(state, followed_up_at=envelope.at, handed_to=body.handed_to)


def _cause(state: Homecoming, _envelope: Envelope, body: AdmissionCauseNoted) -> Homecoming:
    return replace(state, cause=body)


STEPS: Final[Mapping[type, _Step]] = {
    ReadinessMarked: _marked,
    ReadinessUnmarked: _unmarked,
    ObstacleMet: _met,
    ObstacleRemoved: _removed,
    ServiceChanged: _service,
    DestinationSet: _destination,
    CalledHome: _called,
    CallHomeWithdrawn: _called_off,
    WardLeft: _left,
    HomeReached: _reached,
    FollowedUp: _followed,
    AdmissionCauseNoted: _cause,
}
"""What each event does to the homecoming of its case."""
