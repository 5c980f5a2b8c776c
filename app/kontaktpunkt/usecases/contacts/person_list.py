"""A list of persons and who they are with us: what each line gives, and the wishes of it all."""

from collections.abc import Mapping
from typing import Final
from uuid import UUID

import msgspec

from kontaktpunkt.domain.commands import Command, DescribePerson, SetWithUs
from kontaktpunkt.domain.person.facts import PersonFacts, PersonNumber
from kontaktpunkt.domain.person.number import birth_date, sex
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.domain.staff import WithUs
from kontaktpunkt.domain.times import local_day
from kontaktpunkt.usecases.arriving.entry import number_or_refused
from kontaktpunkt.usecases.arriving.matching import person_for
from kontaktpunkt.usecases.contacts.cells import LineSaid, said_in, same_phones
from kontaktpunkt.usecases.contacts.columns import Heading
from kontaktpunkt.usecases.contacts.register import FIELDS, lines_of
from kontaktpunkt.usecases.contacts.rows import (
    ImportLine,
    LineFate,
    LineFault,
    LineFaultReason,
    LineNote,
    Register,
    UnitLine,
)
from kontaktpunkt.usecases.contacts.sheets import SheetLine
from kontaktpunkt.usecases.contacts.unit_list import folded
from kontaktpunkt.usecases.joining.joined import leading_person, whole_person
from kontaktpunkt.usecases.keeping.workroom import Workroom

_UNKNOWN: Final = frozenset({"okänd hos oss", "okänd", "ingen"})
_WORDS: Final[Mapping[str, str]] = {
    "unit": "enhet",
    "unit_manager": "enhetschef",
    "nurse": "områdessköterska",
    "therapist": "fysio- eller arbetsterapeut",
    "caseworker": "handläggare",
    "named_care_contact": "fast vårdkontakt",
}


class PersonList:
    """Goes through a list of persons line by line; afterwards `wishes` are what it comes to.

    A valid number that nobody goes by here makes somebody known; a wrong one never does.
    """

    def __init__(self, room: Workroom, register: Register, heading: Heading) -> None:
        self._room = room
        self._heading = heading
        self._units = {folded(line.facts.name): line for line in reversed(register.units)}
        self._said: dict[UUID, int] = {}
        self._wishes: list[Command] = []

    def wishes(self) -> list[Command]:
        """Give what is to be done: only what is new or changed."""
        return self._wishes

    def take(self, line: SheetLine) -> ImportLine:
        """Take in a line, or say what is wrong with it; a faulty line says nothing at all."""
        said = said_in(line, self._heading)
        faults = list(said.faults)
        unit = self._unit(said, faults)
        number = number_or_refused(said.number, self._room.tools.now())
        if isinstance(number, Refused):
            # What is wrong, never the number: the fault's own values may be its digits.
            faults.append(LineFault(LineFaultReason.BAD_NUMBER, number.values[:1]))
            return _line(line, said, LineFate.FAULTY, faults=tuple(faults))
        found = person_for(self._room, (number,))
        person = leading_person(self._room, found) or found
        if person in self._said:
            faults.append(LineFault(LineFaultReason.SAID_TWICE, (str(self._said[person]),)))
        if faults:
            return _line(line, said, LineFate.FAULTY, number=number, faults=tuple(faults))
        self._said[person] = line.no
        return self._known(line, said, (person, number), unit)

    def _known(
        self, line: SheetLine, said: LineSaid, who: tuple[UUID, PersonNumber], unit: UnitLine | None
    ) -> ImportLine:
        person, number = who
        state = whole_person(self._room, person)
        own = state.with_us if state is not None else None
        wanted = _with_us(said, unit, own)
        if state is None:
            self._wishes.append(self._describe(person, number, said.person_name))
        if wanted != own:
            self._wishes.append(SetWithUs(person=person, with_us=wanted))
        notes = said.notes if state is not None else (*said.notes, LineNote.NEW_PERSON)
        if state is not None and state.is_protected:
            # What we had written must not be told by what the list changes.
            return _line(line, said, LineFate.CHANGED, number=number, notes=notes)
        changes = _changes(own, wanted)
        of_known = LineFate.CHANGED if changes else LineFate.SAME
        fate = LineFate.NEW if own is None else of_known
        shown = changes if fate is LineFate.CHANGED else ()
        return _line(line, said, fate, number=number, changes=shown, notes=notes)

    def _unit(self, said: LineSaid, faults: list[LineFault]) -> UnitLine | None:
        """Find the unit in the register; None for somebody who is unknown with us."""
        if not said.unit:
            faults.append(LineFault(LineFaultReason.NO_UNIT))
        if folded(said.unit) in _UNKNOWN:
            return None
        unit = self._units.get(folded(said.unit))
        if said.unit and (unit is None or unit.retired):
            faults.append(LineFault(LineFaultReason.NO_SUCH_UNIT, (said.unit,)))
        return unit

    def _describe(self, person: UUID, number: PersonNumber, name: str) -> DescribePerson:
        given, _, family = name.strip().rpartition(" ")
        today = local_day(self._room.tools.now())
        facts = PersonFacts(
            numbers=(number,),
            given_name=given,
            family_name=family,
            birth_date=birth_date(number, today),
            sex=sex(number),
        )
        return DescribePerson(person=person, facts=facts)


def _with_us(said: LineSaid, unit: UnitLine | None, own: WithUs | None) -> WithUs:
    """Say who she is with us: her unit, and those of her own who are not the unit's.

    What a line leaves empty stays as it was while she belongs to the same unit.
    """
    if unit is None:
        return WithUs(unknown_to_us=True)
    theirs = lines_of(unit)
    lines = _kept(own, unit, theirs) if own is not None else {}
    for role in said.people:
        field = FIELDS.get(role.role)
        if field is None:
            continue
        phone = " / ".join(role.phones)
        is_theirs = folded(role.name) == folded(getattr(theirs, field)) and (
            not phone or same_phones((phone,), (getattr(theirs, f"{field}_phone"),))
        )
        lines |= {field: "" if is_theirs else role.name}
        lines |= {f"{field}_phone": "" if is_theirs else phone}
    made = WithUs(unit_id=unit.unit, unit=unit.facts.name)
    return msgspec.structs.replace(made, **lines)


def _kept(own: WithUs, unit: UnitLine, theirs: WithUs) -> dict[str, str]:
    """Give her own lines at the same unit, also of a time when there was no register.

    What was written then and is the unit's is left to the unit.
    """
    by_name = own.unit_id is None and folded(own.unit) == folded(unit.facts.name)
    if own.unit_id != unit.unit and not by_name:
        return {}
    kept: dict[str, str] = {}
    for field in FIELDS.values():
        phone = f"{field}_phone"
        said = (getattr(own, field), getattr(own, phone))
        if not by_name or said != (getattr(theirs, field), getattr(theirs, phone)):
            kept |= {field: said[0], phone: said[1]}
    return kept


def _changes(own: WithUs | None, wanted: WithUs) -> tuple[str, ...]:
    before = own or WithUs()
    if before.unknown_to_us != wanted.unknown_to_us:
        return ("enhet",)
    return tuple(
        words
        for field, words in _WORDS.items()
        if getattr(before, field) != getattr(wanted, field)
        or getattr(before, f"{field}_phone") != getattr(wanted, f"{field}_phone")
    )


def _line(line: SheetLine, said: LineSaid, fate: LineFate, **more: object) -> ImportLine:
    made = ImportLine(no=line.no, fate=fate, name=said.unit, text="\t".join(line.cells))
    return msgspec.structs.replace(made, **more)
