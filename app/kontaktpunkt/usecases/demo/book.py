"""The book of invented people: reads the TOML texts, and finds everybody and everything by key."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

import msgspec

from kontaktpunkt.domain.person.facts import Address, PersonFacts, PersonNumber
from kontaktpunkt.domain.person.number import NumberFault, birth_date, read_number, sex
from kontaktpunkt.domain.staff import WithUs
from kontaktpunkt.domain.times import Instant, local_day
from kontaktpunkt.usecases.demo.names import unit_id
from kontaktpunkt.usecases.demo.shapes import Colleague, DemoPeople, Person, Unit, Ward

_Keyed = TypeVar("_Keyed", Colleague, Unit, Ward, Person)

_POSTAL_CODE, _TOWN = "999 90", "Sjövik"
"""No such postal code is in use."""


def read_people(texts: Sequence[str]) -> DemoPeople:
    """Read the TOML texts of the demo, each with some of the parts; raises msgspec.DecodeError."""
    parts: dict[str, Any] = {}
    for text in texts:
        for name, part in msgspec.toml.decode(text, type=dict[str, Any]).items():
            parts[name] = parts.get(name, []) + part if isinstance(part, list) else part
    return msgspec.convert(parts, DemoPeople)


class Book:
    """Finds what a story names; a key that nobody has is a fault of ours: KeyError."""

    def __init__(self, people: DemoPeople, now: Instant) -> None:
        self.people = people
        self._now = now
        self._colleagues = _by_key(people.colleagues)
        self._units = _by_key(people.units)
        self._wards = _by_key(people.wards)
        self._persons = _by_key(people.people)

    def ward(self, key: str) -> Ward:
        """Give a ward."""
        return self._wards[key]

    def colleague_name(self, key: str) -> str:
        """Give a colleague's name."""
        return self._colleagues[key].name

    def unit_name(self, key: str) -> str:
        """Give a unit's name."""
        return self._units[key].with_us.unit

    def with_us(self, person: str) -> WithUs | None:
        """Give who the person is with us; None when we don't know her."""
        unit = self._persons[person].unit
        if not unit:
            return None
        return WithUs(unit_id=unit_id(unit), unit=self._units[unit].with_us.unit)

    def unit_people(self, person: str) -> WithUs:
        """Give those to ring at the person's unit; nobody for somebody unknown to us."""
        unit = self._persons[person].unit
        return self._units[unit].with_us if unit else WithUs()

    def number(self, person: str) -> PersonNumber:
        """Give the person's number; ValueError for one that no reader would take."""
        written = self._persons[person].number
        number = read_number(written, local_day(self._now))
        if isinstance(number, NumberFault):
            raise ValueError(written)  # noqa: TRY004 - the text is wrong, not its type
        return number

    def facts(self, key: str, *, deceased: bool = False) -> PersonFacts:
        """Give what a message says about the person."""
        person = self._persons[key]
        number = self.number(key)
        address = Address(lines=(person.street,), postal_code=_POSTAL_CODE, city=_TOWN)
        return PersonFacts(
            numbers=(number,),
            given_name=person.given,
            family_name=person.family,
            birth_date=birth_date(number, local_day(self._now)),
            sex=sex(number),
            addresses=(address,) if person.street else (),
            phone=person.phone,
            protection=person.protection,
            home_municipality=person.home or self.people.municipality,
            deceased=deceased,
        )


def _by_key(keyed: Sequence[_Keyed]) -> Mapping[str, _Keyed]:
    found = {one.key: one for one in keyed}
    if len(found) != len(keyed):
        raise ValueError("a key stands twice")
    return found
