"""Fold of a unit or contact: the latest word holds, a retirement until it is listed again."""

from msgspec.structs import replace

from kontaktpunkt.domain.contacts.phone import digits_of
from kontaktpunkt.domain.contacts.shapes import CallTestOutcome, ContactFacts, UnitFacts, Upkeep
from kontaktpunkt.domain.events.contact import (
    ContactListed,
    ContactReinstated,
    ContactRetired,
    ContactTestCalled,
    ContactVerified,
    UnitListed,
)
from kontaktpunkt.domain.fold.story import Story
from kontaktpunkt.domain.states.contact import CallTest, ContactState


def fold_contact(story: Story) -> ContactState:
    """Fold a line of the register."""
    state = ContactState(frozen=story.frozen)
    for event in story.told:
        match event.body:
            case UnitListed(facts=facts, upkeep=upkeep) | ContactListed(facts=facts, upkeep=upkeep):
                state = _listed(state, facts, upkeep)
            case ContactVerified(on=on, best_before=best_before):
                upkeep = replace(state.upkeep, verified_on=on, best_before=best_before)
                # Who says that the line holds says so of a number that was wrong before, too.
                state = replace(state, upkeep=upkeep, tested=_not_wrong(state.tested))
            case ContactTestCalled():
                state = _tested(state, event.body)
            case ContactRetired(reason=reason):
                state = replace(state, retired=True, retired_reason=reason)
            case ContactReinstated():
                state = replace(state, retired=False, retired_reason="")
            case _:
                continue
        state = replace(state, listed_at=event.envelope.at)
    return state


def _listed(state: ContactState, facts: UnitFacts | ContactFacts, upkeep: Upkeep) -> ContactState:
    """Let a line say so from now on; what came of ringing its number holds for that number."""
    is_same = set(map(digits_of, facts.phones)) == set(map(digits_of, state.phones))
    return ContactState(
        unit=facts if isinstance(facts, UnitFacts) else None,
        contact=facts if isinstance(facts, ContactFacts) else None,
        upkeep=upkeep,
        tested=state.tested if is_same else None,
        frozen=state.frozen,
    )


def _tested(state: ContactState, body: ContactTestCalled) -> ContactState:
    """Let an answer verify the line until the day that the profile says; the rest only marks it."""
    tested = CallTest(on=body.on, outcome=body.outcome, note=body.note)
    if body.outcome is not CallTestOutcome.ANSWERED:
        return replace(state, tested=tested)
    upkeep = replace(state.upkeep, verified_on=body.on, best_before=None)
    return replace(state, upkeep=upkeep, tested=tested)


def _not_wrong(tested: CallTest | None) -> CallTest | None:
    is_wrong = tested is not None and tested.outcome is CallTestOutcome.WRONG_NUMBER
    return None if is_wrong else tested
