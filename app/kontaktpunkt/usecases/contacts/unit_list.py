"""A list of units and their people held against the register: what each line gives, and wishes."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

import msgspec
from msgspec.structs import replace

from kontaktpunkt.domain.commands import Command, ListContact, ListUnit, RetireContact
from kontaktpunkt.domain.contacts.shapes import (
    ContactFacts,
    ContactRole,
    UnitFacts,
    Upkeep,
)
from kontaktpunkt.domain.ledger.subjects import keyed_id
from kontaktpunkt.usecases.contacts.cells import LineSaid, RolePerson, said_in, same_phones
from kontaktpunkt.usecases.contacts.columns import Heading
from kontaktpunkt.usecases.contacts.rows import (
    ContactLine,
    ImportLine,
    LineFate,
    LineFault,
    LineFaultReason,
    LineNote,
    Register,
    UnitLine,
)
from kontaktpunkt.usecases.contacts.sheets import SheetLine

_BOTH: Final = frozenset({"fysioterapeut", "arbetsterapeut"})


def folded(name: str) -> str:
    """Give a name as it is compared: letters' size and double spaces do not count."""
    return " ".join(name.casefold().split())


class UnitList:
    """Goes through a list of units line by line; afterwards `wishes` are what it all comes to.

    What a line leaves empty it says nothing of: an empty cell never takes anything away.
    """

    def __init__(self, register: Register, heading: Heading, id_key: bytes) -> None:
        self._heading = heading
        self._id_key = id_key
        self._units = {folded(line.facts.name): line for line in reversed(register.units)}
        people = (*(one for line in register.units for one in line.people), *register.others)
        self._people = {_key(one.facts.role, one.facts.name): one for one in reversed(people)}
        self._taken = {line.unit for line in register.units} | {one.contact for one in people}
        self._said_units: dict[UUID, UnitFacts] = {}
        self._upkeep: dict[UUID, Upkeep] = {}
        self._said_people: dict[UUID, ContactFacts] = {}
        self._named: dict[tuple[UUID, ContactRole], set[UUID]] = {}
        self._spoken: dict[int, tuple[UUID, tuple[tuple[str, UUID], ...]]] = {}

    def take(self, line: SheetLine) -> ImportLine:
        """Take in a line, or say what is wrong with it; a faulty line says nothing at all.

        What it changes is known when all lines are taken in: see `settled`.
        """
        said = said_in(line, self._heading)
        faults = list(said.faults)
        if not said.unit:
            faults.append(LineFault(LineFaultReason.NO_UNIT))
        if faults:
            return _line(line, said, LineFate.FAULTY, faults=tuple(faults))
        known = self._units.get(folded(said.unit))
        unit = self._unit_id(said.unit)
        notes = list(said.notes)
        if unit in self._said_units:
            notes.append(LineNote.SAME_UNIT)
        self._unit(said, known)
        people = tuple(
            (person.heading.casefold(), self._person(said, person, notes)) for person in said.people
        )
        self._spoken[line.no] = unit, people
        fate = LineFate.NEW if known is None else LineFate.SAME
        return _line(line, said, fate, notes=tuple(dict.fromkeys(notes)))

    def settled(self, line: ImportLine) -> ImportLine:
        """Say what a line comes to when all lines that speak of the same are laid together."""
        if line.fate is not LineFate.SAME or line.no not in self._spoken:
            return line
        unit, people = self._spoken[line.no]
        known = self._units[folded(line.name)]
        changes = [*self._changes_of(unit, known)]
        changes += [heading for heading, contact in people if self._is_changed(contact, unit)]
        if not changes:
            return line
        return replace(line, fate=LineFate.CHANGED, changes=tuple(dict.fromkeys(changes)))

    def wishes(self) -> list[Command]:
        """Give what is to be done: only what is new or changed, units first."""
        units = {line.unit: line for line in self._units.values()}
        found: list[Command] = []
        for unit, facts in self._said_units.items():
            known = units.get(unit)
            upkeep = self._upkeep[unit]
            if known is None or known.retired or (known.facts, known.upkeep) != (facts, upkeep):
                found.append(ListUnit(contact=unit, facts=facts, upkeep=upkeep))
        people = {line.contact: line for line in self._people.values()}
        for contact, facts in self._said_people.items():
            known_one = people.get(contact)
            if known_one is None or known_one.retired or known_one.facts != facts:
                upkeep = known_one.upkeep if known_one is not None else self._upkeep_at(facts)
                found.append(ListContact(contact=contact, facts=facts, upkeep=upkeep))
        return [*found, *self._leavings(people)]

    def _upkeep_at(self, facts: ContactFacts) -> Upkeep:
        """Let somebody new be kept as her unit is."""
        return self._upkeep.get(facts.units[0], Upkeep()) if facts.units else Upkeep()

    def _unit(self, said: LineSaid, known: UnitLine | None) -> None:
        """Note what a line says of its unit, laid together with what lines before it said."""
        unit = self._unit_id(said.unit)
        before = self._said_units.get(unit)
        first = before is None
        was = before or (known.facts if known else UnitFacts(name=said.unit))
        phones = said.phones if first else (*was.phones, *said.phones)
        areas = said.areas if first else (*was.areas, *said.areas)
        facts = UnitFacts(
            name=was.name,
            unit_kind=said.unit_kind or was.unit_kind,
            phones=_without_twins(phones) if said.phones else was.phones,
            areas=tuple(dict.fromkeys(areas)) if said.areas else was.areas,
        )
        if known is not None and same_phones(facts.phones, known.facts.phones):
            facts = replace(facts, phones=known.facts.phones)
        if known is not None and set(facts.areas) == set(known.facts.areas):
            facts = replace(facts, areas=known.facts.areas)
        old = self._upkeep.get(unit) or (known.upkeep if known else Upkeep())
        kept = Upkeep(
            owner=said.owner or old.owner,
            verified_on=said.verified_on or old.verified_on,
            best_before=said.best_before or old.best_before,
        )
        self._said_units[unit], self._upkeep[unit] = facts, kept

    def _changes_of(self, unit: UUID, known: UnitLine) -> list[str]:
        facts, shown = self._said_units[unit], known.facts
        changed = {
            "typ": facts.unit_kind is not shown.unit_kind,
            "telefon": facts.phones != shown.phones,
            "område": facts.areas != shown.areas,
            "kontrollerad": self._upkeep[unit] != known.upkeep,
            "i bruk igen": known.retired,
        }
        return [name for name, is_new in changed.items() if is_new]

    def _is_changed(self, contact: UUID, unit: UUID) -> bool:
        facts = self._said_people[contact]
        known = self._people.get(_key(facts.role, facts.name))
        if known is None or known.retired or unit not in known.facts.units:
            return True
        return facts.phones != known.facts.phones

    def _person(self, said: LineSaid, person: RolePerson, notes: list[LineNote]) -> UUID:
        unit = self._unit_id(said.unit)
        known = self._people.get(_key(person.role, person.name))
        contact = known.contact if known else self._fresh("contact", person.role, person.name)
        self._named.setdefault((unit, person.role), set()).add(contact)
        before = self._said_people.get(contact)
        was = before or (known.facts if known else None)
        retired = before is None and known is not None and known.retired
        units = was.units if was and not retired else ()
        phones = person.phones or (was.phones if was else ())
        if before and before.phones and person.phones:
            phones = _without_twins((*before.phones, *person.phones))
            if not same_phones(before.phones, person.phones):
                notes.append(LineNote.TWO_NUMBERS)
        if known is not None and same_phones(phones, known.facts.phones):
            phones = known.facts.phones
        facts = ContactFacts(
            name=known.facts.name if known else person.name,
            role=person.role,
            phones=phones,
            units=units if unit in units else (*units, unit),
        )
        self._said_people[contact] = facts
        return contact

    def _leavings(self, people: dict[UUID, ContactLine]) -> list[Command]:
        """Let those go from a unit whose place somebody else has in the list."""
        left: dict[UUID, set[UUID]] = {}
        for (unit, role), named in self._named.items():
            if not self._tells_all(role):
                continue
            for line in people.values():
                here = unit in line.facts.units and line.facts.role is role and not line.retired
                if here and line.contact not in named:
                    left.setdefault(line.contact, set()).add(unit)
        found: list[Command] = []
        for contact, units in left.items():
            facts = self._said_people.get(contact, people[contact].facts)
            rest = tuple(unit for unit in facts.units if unit not in units)
            if rest:
                kept = replace(facts, units=rest)
                upkeep = people[contact].upkeep
                found.append(ListContact(contact=contact, facts=kept, upkeep=upkeep))
            else:
                found.append(RetireContact(contact=contact, reason="ersatt i inläst lista"))
        return found

    def _tells_all(self, role: ContactRole) -> bool:
        """Say whether the columns cover a role: one kind of therapist says nothing of both."""
        titles = {column.title for column in self._heading.columns if column.role is role}
        return not titles < _BOTH

    def _unit_id(self, name: str) -> UUID:
        key = folded(name)
        known = self._units.get(key)
        return known.unit if known else self._fresh("unit", key)

    def _fresh(self, *parts: str) -> UUID:
        """Give the id that this has on every workstation, unless somebody else has come by it."""
        names = [folded(part) for part in parts]
        first = keyed_id(self._id_key, "register", *names)
        if first not in self._taken:
            return first
        return keyed_id(self._id_key, "register", *names, "again")


def _key(role: ContactRole, name: str) -> tuple[ContactRole, str]:
    return role, folded(name)


def _without_twins(phones: Sequence[str]) -> tuple[str, ...]:
    """Give each number once, however it is written."""
    found: list[str] = []
    for phone in phones:
        if not any(same_phones((phone,), (one,)) for one in found):
            found.append(phone)
    return tuple(found)


def _line(line: SheetLine, said: LineSaid, fate: LineFate, **more: object) -> ImportLine:
    made = ImportLine(no=line.no, fate=fate, name=said.unit, text="\t".join(line.cells))
    return msgspec.structs.replace(made, **more)
