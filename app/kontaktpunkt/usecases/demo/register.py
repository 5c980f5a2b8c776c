"""The register of the invented municipality: its units, and those whom one rings there."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta

from kontaktpunkt.domain.commands import Command, ListContact, ListUnit
from kontaktpunkt.domain.contacts.areas import read_area
from kontaktpunkt.domain.contacts.shapes import ContactFacts, ContactRole, UnitFacts, Upkeep
from kontaktpunkt.usecases.contacts.register import FIELDS
from kontaktpunkt.usecases.demo.names import contact_id, unit_id
from kontaktpunkt.usecases.demo.shapes import Unit

_Who = tuple[ContactRole, str, str]


def register_wishes(units: Sequence[Unit], owner: str, on: date) -> tuple[Command, ...]:
    """Write all units and their people in the register, checked on a day by somebody."""
    upkeep = Upkeep(owner=owner, verified_on=on)
    listed: list[Command] = []
    at: defaultdict[_Who, list[str]] = defaultdict(list)
    for unit in units:
        areas = (read_area(text) for text in unit.areas)
        facts = UnitFacts(
            name=unit.with_us.unit,
            unit_kind=unit.kind,
            phones=tuple(filter(None, [unit.with_us.unit_phone])),
            areas=tuple(area for area in areas if area is not None),
        )
        checked = on - timedelta(days=unit.checked_earlier)
        kept = Upkeep(owner=unit.owner or owner, verified_on=checked)
        listed.append(ListUnit(contact=unit_id(unit.key), facts=facts, upkeep=kept))
        for role, field in FIELDS.items():
            name: str = getattr(unit.with_us, field)
            if name:
                at[role, name, getattr(unit.with_us, f"{field}_phone")].append(unit.key)
    for (role, name, phone), keys in at.items():
        who = ContactFacts(
            name=name,
            role=role,
            phones=(phone,) if phone else (),
            units=tuple(map(unit_id, keys)),
        )
        listed.append(ListContact(contact=contact_id(name, role), facts=who, upkeep=upkeep))
    return tuple(listed)
