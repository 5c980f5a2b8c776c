"""Fold of what was decided of a person for a weekend: the later word holds, names add up."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from msgspec.structs import replace

from kontaktpunkt.domain.events.weekend import WeekendConfirmed, WeekendDecided, WeekendSide
from kontaktpunkt.domain.ledger.envelope import Envelope
from kontaktpunkt.domain.states.weekend import WeekendState

_Step = Callable[[WeekendState | None, Envelope, Any], WeekendState | None]


def _decided(
    state: WeekendState | None, envelope: Envelope, body: WeekendDecided
) -> WeekendState | None:
    """Let the new word hold; a name stays only under what it was put under."""
    if state is not None and _said(state.decided) == _said(body):
        body = replace(
            body,
            unit_manager=body.unit_manager or state.decided.unit_manager,
            licensed=body.licensed or state.decided.licensed,
        )
    return WeekendState(decided=body, at=envelope.at, by=envelope.by)


def _confirmed(
    state: WeekendState | None, _envelope: Envelope, body: WeekendConfirmed
) -> WeekendState | None:
    if state is None:
        return None
    field = "unit_manager" if body.side is WeekendSide.UNIT_MANAGER else "licensed"
    return replace(state, decided=replace(state.decided, **{field: body.name}))


def _said(body: WeekendDecided) -> WeekendDecided:
    """Give what was said, without who said it."""
    return replace(body, unit_manager="", licensed="")


WEEKEND_STEPS: Final[Mapping[type, _Step]] = {
    WeekendDecided: _decided,
    WeekendConfirmed: _confirmed,
}
"""How each word about a weekend changes what stands."""
