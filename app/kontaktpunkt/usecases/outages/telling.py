"""Who is told of a stop: the municipality's list with the numbers that are known, and the ticks."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from kontaktpunkt.domain.contacts.shapes import ContactRole, UnitKind
from kontaktpunkt.domain.events.outage import OutageTold
from kontaktpunkt.domain.profile.shapes import Answerer, Code
from kontaktpunkt.usecases.contacts.rows import ContactLine, Register, UnitLine
from kontaktpunkt.usecases.outages.rows import OutageEntry

_OF_KIND: Final[Mapping[str, UnitKind]] = {
    "short_term": UnitKind.SHORT_TERM,
    "special_housing": UnitKind.SPECIAL_HOUSING,
    "private_providers": UnitKind.PRIVATE_PROVIDER,
    "health_centres": UnitKind.HEALTH_CENTRE,
    "home_care_groups": UnitKind.HOME_CARE_GROUP,
}
_OF_ROLE: Final[Mapping[str, ContactRole]] = {
    "unit_managers": ContactRole.UNIT_MANAGER,
    "nurses": ContactRole.NURSE,
    "caseworkers": ContactRole.CASEWORKER,
}
_MANAGER_ON_CALL: Final = "manager_on_call"
_WARDS: Final = "wards"
_LEADER: Final = "den som leder övningen"


class ToRing(Struct, frozen=True):
    """Somebody to ring, and by which number."""

    name: str
    phone: str


class TellLine(Struct, frozen=True, kw_only=True):
    """Who must know, those to ring there, and when and by whom they were told."""

    whom: str
    to_ring: tuple[ToRing, ...] = ()
    told: OutageEntry | None = None


def tell_lines(
    codes: Sequence[Code],
    told: Iterable[OutageEntry],
    register: Register,
    manager: Answerer | None,
    at_wards: tuple[ToRing, ...] = (),
) -> tuple[TellLine, ...]:
    """Give the list of whom to tell, ticked so far, and after it whoever else has been told.

    `at_wards` are the numbers of the round: those that messages gave as well as the register's.
    """
    ticked = {one.said.whom: one for one in told if isinstance(one.said, OutageTold)}
    listed = tuple(
        TellLine(
            whom=code.label,
            to_ring=at_wards if code.code == _WARDS else _numbers(code, register, manager),
            told=ticked.get(code.label),
        )
        for code in codes
    )
    names = {code.label for code in codes}
    others = (TellLine(whom=whom, told=one) for whom, one in ticked.items() if whom not in names)
    return (*listed, *others)


def tell_in_practice(
    codes: Sequence[Code], told: Iterable[OutageEntry], wards: Iterable[ToRing]
) -> tuple[TellLine, ...]:
    """Give the same list in an exercise: nobody real is rung, whoever leads it plays the others."""
    at_wards, leader = tuple(wards), (ToRing(_LEADER, ""),)
    to_ring = {code.label: at_wards if code.code == _WARDS else leader for code in codes}
    lines = tell_lines(codes, told, Register(), None)
    return tuple(replace(line, to_ring=to_ring.get(line.whom, ())) for line in lines)


def _numbers(code: Code, register: Register, manager: Answerer | None) -> tuple[ToRing, ...]:
    """Find the numbers: by what the choice means to the program, else by its words."""
    if code.code == _MANAGER_ON_CALL:
        return (ToRing(manager.label, manager.note),) if manager and manager.note else ()
    units = [unit for unit in register.units if not unit.retired]
    if code.code in _OF_KIND:
        named = [one for one in units if one.facts.unit_kind is _OF_KIND[code.code]]
    else:
        named = [one for one in units if one.facts.name.casefold() == code.label.casefold()]
    found = [number for one in named for number in _of_unit(one)]
    if not found:  # "Sjuksköterska korttid" answers for "korttid"
        alike = (one for one in units if code.label.casefold() in one.facts.name.casefold())
        found = [number for one in alike for number in _of_unit(one)]
    people = [
        *(line for unit in units for line in unit.people),
        *(line for line in register.others if not line.retired),
    ]
    found.extend(
        ToRing(line.facts.name, line.facts.phones[0])
        for line in people
        if line.facts.phones and _is_meant(line, code)
    )
    return tuple(dict.fromkeys(found))


def _of_unit(unit: UnitLine) -> tuple[ToRing, ...]:
    """Give a unit's own number, else that of the first who works there and has one."""
    name = unit.facts.name
    if unit.facts.phones:
        return (ToRing(name, unit.facts.phones[0]),)
    at_work = (line.facts for line in unit.people if line.facts.phones and not line.retired)
    first = next(at_work, None)
    return (ToRing(f"{name}, {first.name}", first.phones[0]),) if first is not None else ()


def _is_meant(line: ContactLine, code: Code) -> bool:
    if code.code in _OF_ROLE:
        return line.facts.role is _OF_ROLE[code.code]
    return line.facts.name.casefold() == code.label.casefold()
