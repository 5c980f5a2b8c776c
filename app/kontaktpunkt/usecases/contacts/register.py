"""The register as it stands: units with their people, and a person's lines filled up from it."""

from collections import defaultdict
from typing import Final
from uuid import UUID

from msgspec.structs import replace

from kontaktpunkt.domain.contacts.shapes import ContactRole
from kontaktpunkt.domain.ledger.subjects import SubjectKind
from kontaktpunkt.domain.staff import Role, WithUs
from kontaktpunkt.domain.states import ContactState, PersonState
from kontaktpunkt.usecases.contacts.rows import ContactLine, Register, UnitLine
from kontaktpunkt.usecases.keeping.listing import listed
from kontaktpunkt.usecases.ports import StoreView

_ROLE_ORDER: Final = {role: place for place, role in enumerate(ContactRole)}
FIELDS: Final = {
    ContactRole.UNIT_MANAGER: "unit_manager",
    ContactRole.NURSE: "nurse",
    ContactRole.THERAPIST: "therapist",
    ContactRole.CASEWORKER: "caseworker",
    ContactRole.NAMED_CARE_CONTACT: "named_care_contact",
}
"""Which of a person's lines each role of the register fills; its phone stands under `_phone`."""

ROLES: Final = {
    ContactRole.UNIT_MANAGER: Role.UNIT_MANAGER,
    ContactRole.NURSE: Role.LICENSED_STAFF,
    ContactRole.THERAPIST: Role.LICENSED_STAFF,
    ContactRole.CASEWORKER: Role.CASEWORKER,
    ContactRole.NAMED_CARE_CONTACT: Role.LICENSED_STAFF,
}
"""As what each is asked for a step of the planning."""

PARTED: Final = " / "


def register_of(store: StoreView) -> Register:
    """Give the register: units by name, those in use first; a unit's people by role and name."""
    states = [(one, state) for one, state in _states(store) if not state.voided]
    people = [
        ContactLine(
            contact=one,
            facts=state.contact,
            upkeep=state.upkeep,
            tested=state.tested,
            retired=state.retired,
        )
        for one, state in states
        if state.contact is not None
    ]
    people.sort(key=lambda line: (_ROLE_ORDER[line.facts.role], line.facts.name.casefold()))
    at: defaultdict[UUID, list[ContactLine]] = defaultdict(list)
    for line in people:
        if not line.retired:
            for unit in line.facts.units:
                at[unit].append(line)
    units = [
        UnitLine(
            unit=one,
            facts=state.unit,
            upkeep=state.upkeep,
            tested=state.tested,
            retired=state.retired,
            people=tuple(at[one]),
        )
        for one, state in states
        if state.unit is not None
    ]
    units.sort(key=lambda line: (line.retired, line.facts.name.casefold()))
    in_use = {line.unit for line in units if not line.retired}
    others = (line for line in people if line.retired or in_use.isdisjoint(line.facts.units))
    return Register(units=tuple(units), others=tuple(others))


def _states(store: StoreView) -> tuple[tuple[UUID, ContactState], ...]:
    return listed(store, SubjectKind.CONTACT)


def lines_of(unit: UnitLine) -> WithUs:
    """Give a unit's name, number and people as the lines of a person there."""
    lines: dict[str, str] = {}
    for role, field in FIELDS.items():
        people = [line for line in unit.people if line.facts.role is role]
        lines[field] = PARTED.join(line.facts.name for line in people)
        phones = (phone for line in people for phone in line.facts.phones)
        lines[f"{field}_phone"] = PARTED.join(dict.fromkeys(phones))
    phone = PARTED.join(unit.facts.phones)
    return replace(WithUs(unit_id=unit.unit, unit=unit.facts.name, unit_phone=phone), **lines)


def filled_person(person: PersonState, store: StoreView) -> PersonState:
    """Give a person with her lines filled up from the register, where she has a unit in it."""
    own = person.with_us
    if own is None or own.unit_id is None:
        return person
    return replace(person, with_us=filled_up(own, register_of(store)))


def filled_up(own: WithUs, register: Register) -> WithUs:
    """Fill what is empty in a person's lines from her unit in the register.

    Who was written in for her keeps her own number: a name never gets another one's.
    """
    unit = register.unit(own.unit_id)
    if unit is None or own.unknown_to_us:
        return own
    theirs = lines_of(unit)
    lines = {"unit": theirs.unit, "unit_phone": own.unit_phone or theirs.unit_phone}
    for field in FIELDS.values():
        phone = f"{field}_phone"
        if not getattr(own, field) and not getattr(own, phone):
            lines |= {field: getattr(theirs, field), phone: getattr(theirs, phone)}
    return replace(own, **lines)
