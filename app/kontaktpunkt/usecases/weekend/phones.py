"""Whom to phone: numbers of the register, those that matter now first, with their age."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from kontaktpunkt.domain.contacts.shapes import UnitKind, Upkeep
from kontaktpunkt.usecases.contacts.rows import ContactLine, Register, UnitLine
from kontaktpunkt.usecases.weekend.rows import PhoneRow

_GOOD_FOR: Final = timedelta(days=180)
"""A number without a best-before day is held to be old when nobody has checked it for so long."""

_LAST: Final = 9


def phone_rows(
    register: Register, manned: Iterable[str], units: Iterable[str], today: date
) -> tuple[PhoneRow, ...]:
    """Give the numbers: who is manned now, short-term places, units of people in hospital, others.

    `manned` are names of who answers now and otherwise, `units` those that somebody in hospital
    belongs to.
    """
    answering, concerned = {name.casefold() for name in manned}, set(units)
    found: list[tuple[int, PhoneRow]] = []
    for contact in register.others:
        if not contact.retired and contact.facts.phones:
            place = 0 if contact.facts.name.casefold() in answering else 2
            found.append((place, _contact(contact, "", today)))
    for unit in register.units:
        if unit.retired:
            continue
        place = _place(unit, answering, concerned)
        if unit.facts.phones:
            found.append((place, _unit(unit, today)))
        found += [
            (place + 1, _contact(one, unit.facts.name, today))
            for one in unit.people
            if one.facts.phones
        ]
    found.sort(key=lambda pair: pair[0])
    return tuple(row for _, row in found)


def _place(unit: UnitLine, answering: set[str], concerned: set[str]) -> int:
    if unit.facts.name.casefold() in answering:
        return 0
    if unit.facts.unit_kind is UnitKind.SHORT_TERM:
        return 2
    return 4 if unit.facts.name in concerned else _LAST


def _unit(unit: UnitLine, today: date) -> PhoneRow:
    return PhoneRow(
        name=unit.facts.name,
        phones=unit.facts.phones,
        verified_on=unit.upkeep.verified_on,
        outdated=_is_outdated(unit.upkeep, today),
    )


def _contact(contact: ContactLine, place: str, today: date) -> PhoneRow:
    return PhoneRow(
        name=contact.facts.name,
        place=place,
        phones=contact.facts.phones,
        verified_on=contact.upkeep.verified_on,
        outdated=_is_outdated(contact.upkeep, today),
    )


def _is_outdated(upkeep: Upkeep, today: date) -> bool:
    if upkeep.best_before is not None:
        return upkeep.best_before < today
    return upkeep.verified_on is None or upkeep.verified_on + _GOOD_FOR < today
