"""Who may see whom: protected identities are masked for all but those who answer for the case.

Address, phone and home of a protected person reach nobody at all (OSL 22 kap. 1 §).
"""

from collections.abc import Iterable
from uuid import UUID

from msgspec.structs import replace

from kontaktpunkt.domain.events.person import (
    PersonDescribed,
    PersonNumberCorrected,
    WithUsSet,
)
from kontaktpunkt.domain.person.facts import PersonFacts, Protection
from kontaktpunkt.domain.states import (
    CaseState,
    DocumentationItem,
    MessageState,
    PersonState,
    StepState,
)
from kontaktpunkt.usecases.case_lines.homecoming import HomecomingLine
from kontaktpunkt.usecases.rows import CaseRow, InboxRow, TimelineEntry
from kontaktpunkt.usecases.showing.bare import bare, placeless, without_whereabouts

_OF_THE_PERSON = (PersonDescribed, PersonNumberCorrected, WithUsSet)
"""Events that say nothing but who the person is."""


def mask_inbox_row(row: InboxRow, me: UUID | None, responsible: UUID | None = None) -> InboxRow:
    """Hide who it is about unless the identity is open, or I own the message or its case."""
    if row.protection is Protection.NONE or (me is not None and me in (row.owner, responsible)):
        return row
    return replace(
        row, name="", number=None, birth_date=None, subject_line="", file_name="", masked=True
    )


def mask_case_row(row: CaseRow, me: UUID | None) -> CaseRow:
    """Hide who it is about unless the identity is open or I answer for the case."""
    if row.protection is Protection.NONE or (me is not None and row.responsible == me):
        return row
    weekend = replace(row.weekend, text="", ring="", ring_phone="") if row.weekend else None
    return replace(
        row,
        name="",
        number=None,
        birth_date=None,
        other_numbers=(),
        weekend=weekend,
        homecoming=_wordless(row.homecoming),
        masked=True,
    )


def _wordless(line: HomecomingLine) -> HomecomingLine:
    """Give how far a homecoming is without the words that could tell whom it is about."""
    return replace(
        line,
        place="",
        met_by="",
        starts="",
        obstacles=tuple(replace(one, text="") for one in line.obstacles),
        restarts=tuple(replace(one, from_visit="") for one in line.restarts),
        reviews=tuple(replace(one, text="") for one in line.reviews),
        summons=replace(line.summons, form="", place="", participants=()),
        plans=tuple(replace(one, place="", participants=()) for one in line.plans),
    )


def may_see(person: PersonState, me: UUID | None, owners: frozenset[UUID]) -> bool:
    """Say whether I may see who a person is."""
    return not person.is_protected or (me is not None and me in owners)


def mask_person(person: PersonState, *, may: bool) -> PersonState:
    """Give the person as I may see her: a protected one never with address or phone."""
    if not person.is_protected:
        return person
    if may:
        return replace(person, addresses=(), phone="", home_municipality="")
    return PersonState(protection=person.protection, with_us=None, deceased=person.deceased)


def mask_seen(facts: PersonFacts, protection: Protection, *, may: bool) -> PersonFacts:
    """Give as I may see it who was seen in a set-aside original."""
    if protection is Protection.NONE:
        return facts
    return without_whereabouts(facts) if may else PersonFacts(protection=protection)


def mask_message(state: MessageState, protection: Protection, *, may: bool) -> MessageState:
    """Give a message's state as I may see it: nothing that a masked person can be known by."""
    if protection is Protection.NONE:
        return state
    aside = state.set_aside
    if aside is not None and aside.seen_person is not None:
        seen = mask_seen(aside.seen_person, protection, may=may)
        aside = replace(aside, seen_person=seen)
    taken = state.taken_in
    if not may:
        aside = bare(aside) if aside is not None else None
        taken = bare(taken) if taken is not None else None
    return replace(state, set_aside=aside, taken_in=taken)


def mask_timeline(
    entries: Iterable[TimelineEntry], protection: Protection, *, may: bool
) -> tuple[TimelineEntry, ...]:
    """Give a timeline as I may see it: that something happened, by whom and when."""
    if protection is Protection.NONE:
        return tuple(entries)
    if may:
        return tuple(replace(each, body=placeless(each.body)) for each in entries)
    return tuple(
        replace(each, body=bare(each.body))
        for each in entries
        if not isinstance(each.body, _OF_THE_PERSON)
    )


def mask_documentation(
    items: Iterable[DocumentationItem], *, may: bool
) -> tuple[DocumentationItem, ...]:
    """Give what is to be documented as I may see it: that there is something, not its words."""
    return tuple(item if may else replace(item, text="") for item in items)


def mask_steps(steps: Iterable[StepState], *, may: bool) -> tuple[StepState, ...]:
    """Give the steps as I may see them: on whose word a step was ticked may name a relative."""
    return tuple(step if may else replace(step, on_word=None) for step in steps)


def owners_of(case: CaseState | None, messages: tuple[MessageState | None, ...]) -> frozenset[UUID]:
    """Give those who answer for a case or own a message in it."""
    owners = {message.owner for message in messages if message is not None}
    if case is not None:
        owners.add(case.responsible)
    return frozenset(owner for owner in owners if owner is not None)
