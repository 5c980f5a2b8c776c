"""Proposals from who somebody is with us: her unit by her address, and whom to hand over to."""

from collections.abc import Sequence

from kontaktpunkt.domain.contacts.areas import units_for
from kontaktpunkt.domain.contacts.shapes import ContactRole
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.profile.shapes import DayKind, PlanningStep
from kontaktpunkt.domain.staff import Receiver, Role, WithUs
from kontaktpunkt.domain.states import PersonState
from kontaktpunkt.usecases.contacts.register import FIELDS, PARTED, ROLES, filled_up
from kontaktpunkt.usecases.contacts.rows import Proposed, Register, UnitLine, WithUsPage
from kontaktpunkt.usecases.rows import StaffRow


def with_us_page(person: PersonState, register: Register) -> WithUsPage:
    """Say who a person is with us, or which units her address gives while nobody has said it.

    The address of a protected person is never looked at.
    """
    own = person.with_us
    if own is not None and own != WithUs():
        return WithUsPage(own=own, shown=filled_up(own, register))
    if person.is_protected or person.deceased:
        return WithUsPage()
    areas = {line.unit: line.facts.areas for line in register.units if not line.retired}
    units = units_for(person.addresses, areas)
    found = (register.unit(unit) for unit in units)
    return WithUsPage(proposed=tuple(line for line in found if line is not None))


def asked_roles(
    steps: Sequence[PlanningStep], kind: MessageKind | None, day: DayKind
) -> tuple[Role, ...]:
    """Give the roles that the planning asks upon a message of this kind, on this kind of day."""
    found = (
        step.role
        for step in steps
        if step.role is not None
        and kind is not None
        and step.message is kind
        and (not step.days or day in step.days)
    )
    return tuple(dict.fromkeys(found))


def proposed_receivers(
    page: WithUsPage, unit: UnitLine | None, asked: tuple[Role, ...], staff: Sequence[StaffRow]
) -> tuple[Proposed, ...]:
    """Propose whom to hand over to: her unit, those asked at this step, then the others there."""
    shown = page.shown
    if shown is None or shown.unknown_to_us:
        return ()
    ids = {row.name.casefold(): row.staff for row in staff}
    found: list[Proposed] = []
    if shown.unit:
        to = Receiver(unit=shown.unit)
        found.append(Proposed(to=to, name=shown.unit, unit=shown.unit, phone=shown.unit_phone))
    people: list[Proposed] = []
    for name, title, phone in _people(shown, unit):
        role = ROLES[title]
        me = ids.get(name.casefold())
        to = Receiver(staff=me) if me else Receiver(unit=shown.unit, role=role)
        people.append(
            Proposed(
                to=to,
                name=name,
                unit=shown.unit,
                role=role,
                title=title,
                phone=phone,
                asked=role in asked,
            )
        )
    people.sort(key=lambda one: not one.asked)
    return (*found, *people)


def _people(shown: WithUs, unit: UnitLine | None) -> list[tuple[str, ContactRole, str]]:
    """Give those to ring by name: her own where somebody wrote them in, else the unit's."""
    found: list[tuple[str, ContactRole, str]] = []
    for contact_role, field in FIELDS.items():
        name: str = getattr(shown, field)
        there = [
            (line.facts.name, contact_role, PARTED.join(line.facts.phones))
            for line in (unit.people if unit else ())
            if line.facts.role is contact_role
        ]
        if name and name == PARTED.join(each for each, _, _ in there):
            found += there
        elif name:
            found.append((name, contact_role, getattr(shown, f"{field}_phone")))
    return found
