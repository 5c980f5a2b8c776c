"""Fold of what is known of the contingency copy (nödläge); it is part of the policy."""

from msgspec.structs import replace

from kontaktpunkt.domain.events.contingency import ContingencyTried, ContingencyUsed
from kontaktpunkt.domain.ledger.envelope import Event
from kontaktpunkt.domain.states.contingency import ContingencyState


def with_contingency(state: ContingencyState, event: Event) -> ContingencyState:
    """Follow the uses of the copy; one that was opened by passphrase has tried that too."""
    match event.body:
        case ContingencyUsed() as used:
            state = replace(state, uses=(*state.uses, used))
            if not used.by_passphrase:
                return state
            return replace(state, tried_at=used.began, tried_by=event.envelope.by, tried_note="")
        case ContingencyTried(note=note):
            at, by = event.envelope.at, event.envelope.by
            return replace(state, tried_at=at, tried_by=by, tried_note=note)
        case _:
            return state
