"""Rules for the register of units and contacts."""

from typing import Final

from kontaktpunkt.domain.commands import (
    ListContact,
    ListUnit,
    NoteCallTest,
    ReinstateContact,
    RetireContact,
    VerifyContact,
)
from kontaktpunkt.domain.contacts.phone import PhoneFault, read_phone
from kontaktpunkt.domain.contacts.shapes import ContactFacts, UnitFacts
from kontaktpunkt.domain.decide.ground import Decision, Ground, Happening, Rules, refuse
from kontaktpunkt.domain.events.contact import (
    ContactListed,
    ContactReinstated,
    ContactRetired,
    ContactTestCalled,
    ContactVerified,
    UnitListed,
)
from kontaktpunkt.domain.ledger.subjects import contact_subject
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.states import ContactState
from kontaktpunkt.domain.times import local_day


def list_unit(ground: Ground, wish: ListUnit) -> Decision:
    """Let a unit stand in the register; the same once more changes nothing."""
    refused = _unfit(ground, wish, other=ContactFacts)
    if refused is not None:
        return refused
    state = _state(ground, wish)
    if state is not None and _is_listed_so(state, state.unit, wish):
        return ()
    body = UnitListed(facts=wish.facts, upkeep=wish.upkeep)
    return (Happening(contact_subject(wish.contact), body, ground.now),)


def list_contact(ground: Ground, wish: ListContact) -> Decision:
    """Let somebody to ring stand in the register; the same once more changes nothing."""
    refused = _unfit(ground, wish, other=UnitFacts)
    if refused is not None:
        return refused
    state = _state(ground, wish)
    if state is not None and _is_listed_so(state, state.contact, wish):
        return ()
    body = ContactListed(facts=wish.facts, upkeep=wish.upkeep)
    return (Happening(contact_subject(wish.contact), body, ground.now),)


def verify(ground: Ground, wish: VerifyContact) -> Decision:
    """Note that a line holds as of today."""
    state = _known(ground, wish)
    if isinstance(state, Refused):
        return state
    body = ContactVerified(on=local_day(ground.now), best_before=wish.best_before)
    return (Happening(contact_subject(wish.contact), body, ground.now),)


def note_call_test(ground: Ground, wish: NoteCallTest) -> Decision:
    """Note what came of ringing a line today; one without a number cannot be rung."""
    state = _known(ground, wish)
    if isinstance(state, Refused):
        return state
    if not state.phones:
        return refuse(RefusalReason.NO_PHONE)
    body = ContactTestCalled(on=local_day(ground.now), outcome=wish.outcome, note=wish.note.strip())
    return (Happening(contact_subject(wish.contact), body, ground.now),)


def retire(ground: Ground, wish: RetireContact) -> Decision:
    """Let a line be rung no more; it stays readable."""
    state = _known(ground, wish)
    if isinstance(state, Refused):
        return state
    if state.retired:
        return ()
    body = ContactRetired(reason=wish.reason.strip())
    return (Happening(contact_subject(wish.contact), body, ground.now),)


def reinstate(ground: Ground, wish: ReinstateContact) -> Decision:
    """Let a retired line be rung again."""
    state = _known(ground, wish)
    if isinstance(state, Refused):
        return state
    if not state.retired:
        return ()
    return (Happening(contact_subject(wish.contact), ContactReinstated(), ground.now),)


_Wish = ListUnit | ListContact | VerifyContact | NoteCallTest | RetireContact | ReinstateContact


def _state(ground: Ground, wish: _Wish) -> ContactState | None:
    state = ground.states.get(contact_subject(wish.contact))
    return state if isinstance(state, ContactState) else None


def _known(ground: Ground, wish: _Wish) -> ContactState | Refused:
    state = _state(ground, wish)
    if state is None or state.voided:
        return refuse(RefusalReason.NOT_FOUND)
    return refuse(RefusalReason.NEEDS_NEWER_PROGRAM) if state.frozen else state


def _is_listed_so(
    state: ContactState, facts: UnitFacts | ContactFacts | None, wish: ListUnit | ListContact
) -> bool:
    return not state.retired and facts == wish.facts and state.upkeep == wish.upkeep


def _unfit(
    ground: Ground, wish: ListUnit | ListContact, *, other: type[UnitFacts | ContactFacts]
) -> Refused | None:
    """Say why something cannot be listed so; a unit never becomes a contact, nor the other way."""
    state = _state(ground, wish)
    if not wish.facts.name.strip():
        return refuse(RefusalReason.EMPTY_TEXT)
    if state is not None and state.frozen:
        return refuse(RefusalReason.NEEDS_NEWER_PROGRAM)
    if state is not None and isinstance(state.unit or state.contact, other):
        return refuse(RefusalReason.NOT_FOUND)
    read = [read_phone(each) for each in wish.facts.phones]
    faults = [each.text for each in read if isinstance(each, PhoneFault)]
    return refuse(RefusalReason.BAD_PHONE, *faults) if faults else None


RULES: Final[Rules] = {
    ListUnit: list_unit,
    ListContact: list_contact,
    VerifyContact: verify,
    NoteCallTest: note_call_test,
    RetireContact: retire,
    ReinstateContact: reinstate,
}
"""The rule of each wish about this."""
