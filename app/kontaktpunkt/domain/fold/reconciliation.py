"""Fold of one round (avstämning): what was found, how it was settled, when it was signed."""

from msgspec.structs import replace

from kontaktpunkt.domain.events.reconciliation import (
    FindingsSettled,
    OverviewCompared,
    SourceReconciled,
)
from kontaktpunkt.domain.fold.story import Story
from kontaktpunkt.domain.ledger.envelope import Event
from kontaktpunkt.domain.states import RoundState, Settlement


def fold_round(story: Story) -> RoundState:
    """Fold a round; of two who settled the same finding the later word holds.

    A round whose comparison was taken back stays readable and is voided.
    """
    state = RoundState(frozen=story.frozen)
    opening = [one for one in story.withdrawn if isinstance(one.body, OverviewCompared)]
    for event in (*opening, *story.told):
        state = _told(state, event)
    return replace(state, voided=True) if opening else state


def _told(state: RoundState, event: Event) -> RoundState:
    envelope = event.envelope
    match event.body:
        case OverviewCompared() as compared:
            return replace(
                state, compared=compared, compared_at=envelope.at, compared_by=envelope.by
            )
        case FindingsSettled(findings=findings, decision=decision, messages=messages):
            new = tuple(
                Settlement(no, decision, envelope.at, envelope.by, messages) for no in findings
            )
            kept = tuple(one for one in state.settled if one.finding not in findings)
            return replace(state, settled=kept + new)
        case SourceReconciled() as stamp:
            return replace(
                state, reconciled=stamp, reconciled_at=envelope.at, reconciled_by=envelope.by
            )
        case _:
            return state
