"""The numbers of the register one by one: who answers for each, and which are to be checked."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace

from kontaktpunkt.domain.contacts.freshness import Freshness, PhoneKeeping
from kontaktpunkt.domain.contacts.shapes import ContactRole, UnitKind
from kontaktpunkt.domain.profile import RuleProfile
from kontaktpunkt.domain.staff import Role
from kontaktpunkt.domain.states import CallTest
from kontaktpunkt.usecases.contacts.rows import ContactLine, Register, UnitLine
from kontaktpunkt.usecases.contacts.unit_list import folded
from kontaktpunkt.usecases.rows import StaffRow

_GOOD_KEY: Final = "phone_good_days"
_NAG_KEY: Final = "phone_nag_days"
_URGENCY: Final = {fresh: place for place, fresh in enumerate(Freshness)}


class NumberRow(Struct, frozen=True, kw_only=True):
    """A line of the register that is rung: whose, where, by whom kept, and whether it holds.

    `role` of a person, `kind` of a unit. `until` is the last day on which it is good. A unit's own
    number has the unit as its name; a person's `units` are those where she is rung.
    """

    contact: UUID
    name: str
    phones: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    kind: UnitKind | None = None
    role: ContactRole | None = None
    owner: str = ""
    verified_on: date | None = None
    until: date | None = None
    fresh: Freshness = Freshness.CHECKED
    tested: CallTest | None = None


class NumbersPage(Struct, frozen=True, kw_only=True):
    """The numbers in the order in which they are to be rung to see that they hold; mine apart."""

    lines: tuple[NumberRow, ...] = ()
    mine: frozenset[UUID] = frozenset()

    @property
    def to_check(self) -> tuple[NumberRow, ...]:
        """Give those that somebody has to see to."""
        return tuple(row for row in self.lines if row.fresh.is_to_check)

    @property
    def mine_to_check(self) -> tuple[NumberRow, ...]:
        """Give those that I have to see to."""
        return tuple(row for row in self.to_check if row.contact in self.mine)


class NumbersWaiting(Struct, frozen=True, kw_only=True):
    """How many numbers I am to check, and whether one of them is old already."""

    count: int = 0
    late: bool = False


def phone_keeping(profile: RuleProfile, today: date) -> PhoneKeeping:
    """Give what a profile says of its phone lists."""
    return PhoneKeeping(
        today=today, good_days=profile.count(_GOOD_KEY), nag_days=profile.count(_NAG_KEY) or 0
    )


def number_rows(register: Register, keeping: PhoneKeeping) -> tuple[NumberRow, ...]:
    """Give every number that is in use once, in the order of the register."""
    units = {line.unit: line for line in register.units if not line.retired}
    found: dict[UUID, NumberRow] = {}
    for unit in units.values():
        if unit.facts.phones:
            found[unit.unit] = _unit(unit, keeping)
        for one in unit.people:
            if one.facts.phones and one.contact not in found:
                at = [units[each] for each in one.facts.units if each in units]
                found[one.contact] = _person(one, at, keeping)
    for one in register.others:
        if one.facts.phones and not one.retired:
            found[one.contact] = _person(one, (), keeping)
    return tuple(found.values())


def numbers_page(
    register: Register, keeping: PhoneKeeping, me: StaffRow, staff: Iterable[StaffRow]
) -> NumbersPage:
    """Give the numbers, those known to be wrong or longest unchecked first, and which are mine."""
    rows = sorted(number_rows(register, keeping), key=_order)
    known = _names(staff)
    mine = (row.contact for row in rows if is_mine(row.owner, me, known))
    return NumbersPage(lines=tuple(rows), mine=frozenset(mine))


def numbers_waiting(page: NumbersPage) -> NumbersWaiting:
    """Count what I am to check."""
    mine = page.mine_to_check
    late = any(row.fresh is not Freshness.SOON for row in mine)
    return NumbersWaiting(count=len(mine), late=late)


def is_mine(owner: str, me: StaffRow, known: frozenset[str]) -> bool:
    """Say whether I am to see to a line: I or my unit answer for it.

    What nobody here answers for is the contact point's: else nobody would ever be reminded.
    """
    if folded(owner) in known:
        return folded(owner) in _names((me,))
    return me.role is Role.CONTACT_POINT


def _names(staff: Iterable[StaffRow]) -> frozenset[str]:
    """Give the names and units that an owner may be written as."""
    return frozenset(folded(name) for row in staff for name in (row.name, row.unit) if name)


def _order(row: NumberRow) -> tuple[int, date, str]:
    # An old number is an old number: what was never checked has no day and comes before it.
    return _URGENCY[row.fresh], row.verified_on or date.min, row.name.casefold()


def _unit(unit: UnitLine, keeping: PhoneKeeping) -> NumberRow:
    row = NumberRow(
        contact=unit.unit,
        name=unit.facts.name,
        phones=unit.facts.phones,
        kind=unit.facts.unit_kind,
        owner=unit.upkeep.owner,
    )
    return _kept(row, unit, keeping)


def _person(one: ContactLine, at: Sequence[UnitLine], keeping: PhoneKeeping) -> NumberRow:
    owners = (line.upkeep.owner for line in at if line.upkeep.owner)
    row = NumberRow(
        contact=one.contact,
        name=one.facts.name,
        phones=one.facts.phones,
        units=tuple(line.facts.name for line in at),
        role=one.facts.role,
        owner=one.upkeep.owner or next(owners, ""),
    )
    return _kept(row, one, keeping)


def _kept(row: NumberRow, line: UnitLine | ContactLine, keeping: PhoneKeeping) -> NumberRow:
    """Say of a row when it was checked and whether it holds."""
    outcome = line.tested.outcome if line.tested is not None else None
    return replace(
        row,
        verified_on=line.upkeep.verified_on,
        until=keeping.good_until(line.upkeep),
        fresh=keeping.freshness(line.upkeep, outcome),
        tested=line.tested,
    )
