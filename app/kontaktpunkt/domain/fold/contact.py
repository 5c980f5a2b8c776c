"""Fold of a unit or contact: the latest word holds, a retirement until it is listed again."""

from msgspec.structs import replace

from kontaktpunkt.domain.events.contact import (
    ContactListed,
    ContactReinstated,
    ContactRetired,
    ContactVerified,
    UnitListed,
)
from kontaktpunkt.domain.fold.story import Story
from kontaktpunkt.domain.states.contact import ContactState


def fold_contact(story: Story) -> ContactState:
    """Fold a line of the register."""
    state = ContactState(frozen=story.frozen)
    for event in story.told:
        match event.body:
            case UnitListed(facts=facts, upkeep=upkeep):
                state = ContactState(unit=facts, upkeep=upkeep, frozen=story.frozen)
            case ContactListed(facts=facts, upkeep=upkeep):
                state = ContactState(contact=facts, upkeep=upkeep, frozen=story.frozen)
            case ContactVerified(on=on, best_before=best_before):
                upkeep = replace(state.upkeep, verified_on=on, best_before=best_before)
                state = replace(state, upkeep=upkeep)
            case ContactRetired(reason=reason):
                state = replace(state, retired=True, retired_reason=reason)
            case ContactReinstated():
                state = replace(state, retired=False, retired_reason="")
            case _:
                continue
        state = replace(state, listed_at=event.envelope.at)
    return state
