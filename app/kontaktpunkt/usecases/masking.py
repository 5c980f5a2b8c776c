"""Who may see whom: protected identities are masked for all but those who answer for the case."""

from uuid import UUID

from msgspec.structs import replace

from kontaktpunkt.domain.person_facts import PersonFacts, Protection
from kontaktpunkt.domain.states import CaseState, MessageState, PersonState
from kontaktpunkt.usecases.rows import CaseRow, InboxRow


def mask_inbox_row(row: InboxRow, me: UUID | None) -> InboxRow:
    """Hide who it is about unless the identity is open or I own the message."""
    if row.protection is Protection.NONE or (me is not None and row.owner == me):
        return row
    return replace(row, name="", number=None, birth_date=None, masked=True)


def mask_case_row(row: CaseRow, me: UUID | None) -> CaseRow:
    """Hide who it is about unless the identity is open or I answer for the case."""
    if row.protection is Protection.NONE or (me is not None and row.responsible == me):
        return row
    return replace(row, name="", number=None, birth_date=None, masked=True)


def may_see(person: PersonState, me: UUID | None, owners: frozenset[UUID]) -> bool:
    """Say whether I may see who a person is."""
    return not person.is_protected or (me is not None and me in owners)


def mask_person(person: PersonState, *, may: bool) -> PersonState:
    """Give the person as I may see her: a protected one never with address or phone."""
    if not person.is_protected:
        return person
    bare = replace(person, addresses=(), phone="", home_municipality="")
    if may:
        return bare
    return PersonState(protection=person.protection, with_us=None, deceased=person.deceased)


def mask_facts(facts: PersonFacts) -> PersonFacts:
    """Give facts without address and phone when the identity is protected."""
    if facts.protection is Protection.NONE:
        return facts
    return replace(facts, addresses=(), phone="", home_municipality="")


def owners_of(case: CaseState | None, messages: tuple[MessageState | None, ...]) -> frozenset[UUID]:
    """Give those who answer for a case or own a message in it."""
    owners = {message.owner for message in messages if message is not None}
    if case is not None:
        owners.add(case.responsible)
    return frozenset(owner for owner in owners if owner is not None)
