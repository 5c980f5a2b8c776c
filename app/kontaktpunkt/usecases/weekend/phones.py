"""Whom to phone: who answers at any hour first, then numbers that matter now, with their age."""

from collections.abc import Iterable, Sequence
from typing import Final

from kontaktpunkt.domain.contacts.freshness import Freshness, PhoneKeeping
from kontaktpunkt.domain.contacts.shapes import UnitKind
from kontaktpunkt.usecases.contacts.rows import Register
from kontaktpunkt.usecases.phone_lists.numbers import NumberRow, number_rows
from kontaktpunkt.usecases.phone_lists.on_call import OnCall
from kontaktpunkt.usecases.weekend.rows import PhoneRow

_LAST: Final = 9


def phone_rows(
    register: Register, on_call: Sequence[OnCall], units: Iterable[str], keeping: PhoneKeeping
) -> tuple[PhoneRow, ...]:
    """Give the numbers: who answers now, chef i beredskap, others on call, then the register.

    Who is on call stands there also without a number: that it is missing is what must be known.
    After them come short-term places, `units` of people in hospital, and the rest.
    """
    rows = number_rows(register, keeping)
    by_name = {row.name.casefold(): row for row in reversed(rows)}
    first = [_on_call(one, by_name.get(one.label.casefold())) for one in on_call]
    named = {one.label.casefold() for one in on_call}
    kinds = {line.facts.name: line.facts.unit_kind for line in register.units if not line.retired}
    concerned = set(units)
    rest = [row for row in rows if row.name.casefold() not in named]
    rest.sort(key=lambda row: _place(row, kinds, concerned))
    return (*first, *map(_row, rest))


def _on_call(one: OnCall, row: NumberRow | None) -> PhoneRow:
    place = "svarar nu" if one.now else ""
    if row is not None:
        known = _row(row)
        return PhoneRow(
            name=one.label,
            place=place or known.place,
            phones=known.phones,
            verified_on=known.verified_on,
            outdated=known.outdated,
        )
    phones = (one.phone,) if one.phone else ()
    # Nobody checks what stands among the rules: it is told where it comes from instead.
    source = "ur reglerna" if one.phone else ""
    said = ", ".join(part for part in (place, source) if part)
    return PhoneRow(name=one.label, place=said, phones=phones, by_rule=bool(one.phone))


def _place(row: NumberRow, kinds: dict[str, UnitKind], concerned: set[str]) -> int:
    """Say how early a number stands: a unit's own before its people's."""
    person = row.kind is None
    units = row.units if person else (row.name,)
    if any(kinds.get(unit) is UnitKind.SHORT_TERM for unit in units) or not units:
        return 2 + person
    return 4 + person if concerned.intersection(units) else _LAST + person


def _row(row: NumberRow) -> PhoneRow:
    """Tell a number; one that is known to be wrong is not to be rung."""
    is_wrong = row.fresh is Freshness.WRONG
    return PhoneRow(
        name=row.name,
        place=", ".join(row.units),
        phones=() if is_wrong else row.phones,
        verified_on=row.verified_on,
        outdated=row.fresh.is_old,
    )
