"""A unit edited with its people: the wishes that make the register say what the form says."""

from collections.abc import Callable
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace

from kontaktpunkt.domain.commands import Command, ListContact, ListUnit, RetireContact
from kontaktpunkt.domain.contacts.shapes import ContactFacts, ContactRole, UnitFacts, Upkeep
from kontaktpunkt.usecases.contacts.rows import ContactLine, Register, UnitLine
from kontaktpunkt.usecases.contacts.unit_list import folded


class PersonEdit(Struct, frozen=True, kw_only=True):
    """Somebody in the form of a unit; without `contact` somebody new, or known elsewhere."""

    role: ContactRole
    name: str
    phones: tuple[str, ...] = ()
    contact: UUID | None = None


class UnitEdit(Struct, frozen=True, kw_only=True):
    """A unit as the form says it, with everybody who is to stand there; without `unit` a new one.

    Whoever is known and not among `people` leaves the unit; at no unit left she is retired.
    """

    facts: UnitFacts
    upkeep: Upkeep = Upkeep()
    people: tuple[PersonEdit, ...] = ()
    unit: UUID | None = None


def wishes_of(edit: UnitEdit, register: Register, fresh: Callable[[], UUID]) -> list[Command]:
    """Give what is to be done so that the register says what the form says."""
    unit = edit.unit or fresh()
    line = register.unit(unit)
    known = {one.contact: one for each in register.units for one in each.people}
    known |= {one.contact: one for one in register.others}
    found: list[Command] = []
    if line is None or (line.facts, line.upkeep) != (edit.facts, edit.upkeep):
        found.append(ListUnit(contact=unit, facts=edit.facts, upkeep=edit.upkeep))
    stays: set[UUID] = set()
    for person in edit.people:
        before = known.get(person.contact) if person.contact else _same(person, known)
        contact = before.contact if before else fresh()
        stays.add(contact)
        units = before.facts.units if before and not before.retired else ()
        facts = ContactFacts(
            name=person.name,
            role=person.role,
            phones=person.phones or (before.facts.phones if before and not person.contact else ()),
            units=units if unit in units else (*units, unit),
        )
        upkeep = _upkeep(before, line, edit)
        said = (before.facts, before.upkeep) if before and not before.retired else None
        if said != (facts, upkeep):
            found.append(ListContact(contact=contact, facts=facts, upkeep=upkeep))
    there = line.people if line is not None else ()
    return [*found, *(_leaving(one, unit) for one in there if one.contact not in stays)]


def _upkeep(before: ContactLine | None, line: UnitLine | None, edit: UnitEdit) -> Upkeep:
    """Let who answers for the unit answer for its people, unless they have somebody of their own.

    Somebody new has been looked at now; whoever stood there has not been rung because of that.
    """
    if before is None:
        return edit.upkeep
    was = line.upkeep.owner if line is not None else ""
    follows = before.upkeep.owner in ("", was)
    return replace(before.upkeep, owner=edit.upkeep.owner) if follows else before.upkeep


def _same(person: PersonEdit, known: dict[UUID, ContactLine]) -> ContactLine | None:
    """Find somebody of the same name and role at another unit: she is not entered twice."""
    return next(
        (
            one
            for one in known.values()
            if one.facts.role is person.role and folded(one.facts.name) == folded(person.name)
        ),
        None,
    )


def _leaving(one: ContactLine, unit: UUID) -> Command:
    rest = tuple(each for each in one.facts.units if each != unit)
    if rest:
        facts = replace(one.facts, units=rest)
        return ListContact(contact=one.contact, facts=facts, upkeep=one.upkeep)
    return RetireContact(contact=one.contact, reason="borttagen från enheten")
