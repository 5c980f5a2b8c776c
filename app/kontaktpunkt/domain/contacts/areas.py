"""From an address to the units that answer for it: the nearest match, ties never broken."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final
from uuid import UUID

from kontaktpunkt.domain.contacts.shapes import AddressArea, AreaKind
from kontaktpunkt.domain.person.facts import Address

_RANGE: Final = re.compile(r"([0-9]{5})-([0-9]{5})")
_CODE: Final = re.compile(r"[0-9]{3,5}")
_HOUSES: Final = re.compile(r"(.+?) ([0-9]{1,4}) ?- ?([0-9]{1,4})")
_HOUSE: Final = re.compile(r"[0-9]+")
_WORD: Final = re.compile(r"[^\W_]+", re.UNICODE)

_Closeness = tuple[int, int, int]
"""How closely an area fits: by street, by postal code, by place; letters or digits that agree."""
_FAR: Final = (0, 0, 0)
_WHOLE: Final = 5


def read_area(text: str) -> AddressArea | None:
    """Read an area as staff write it; None when nothing could ever match it."""
    tidy = " ".join(text.replace("–", "-").split()).strip(" .,")
    code = tidy.replace(" ", "").rstrip("*xX")
    if _CODE.fullmatch(code) or _RANGE.fullmatch(code):
        return AddressArea(AreaKind.POSTAL_CODE, code)
    if not any(letter.isalpha() for letter in tidy):
        return None
    return AddressArea(AreaKind.NAME, tidy)


def units_for(
    addresses: Sequence[Address], areas: Mapping[UUID, Sequence[AddressArea]]
) -> tuple[UUID, ...]:
    """Give the units that answer for an address: one, none, or all that fit equally well.

    A street is nearer than a postal code, and that than a place; of two of a kind the longer one.
    """
    closest = {
        unit: max((_closeness(area, each) for area in own for each in addresses), default=_FAR)
        for unit, own in areas.items()
    }
    best = max(closest.values(), default=_FAR)
    if best == _FAR:
        return ()
    return tuple(unit for unit, close in closest.items() if close == best)


def _closeness(area: AddressArea, address: Address) -> _Closeness:
    if area.kind is AreaKind.POSTAL_CODE:
        return (0, _by_code(area.text, _digits(address.postal_code)), 0)
    street, _, place = area.text.partition(" i ")
    if place:
        on_street, in_place = _on_street(street, address.lines), _begins(place, address.city)
        return (on_street, 0, in_place) if on_street and in_place else _FAR
    return (_on_street(area.text, address.lines), 0, _begins(area.text, address.city))


def _by_code(wanted: str, code: str) -> int:
    if found := _RANGE.fullmatch(wanted):
        return len(code) if len(code) == _WHOLE and found[1] <= code <= found[2] else 0
    return len(wanted) if code.startswith(wanted) else 0


def _on_street(wanted: str, lines: Iterable[str]) -> int:
    houses = _HOUSES.fullmatch(wanted)
    if houses is None:
        return max((_begins(wanted, line) for line in lines), default=0)
    street, first, last = houses[1], int(houses[2]), int(houses[3])
    for line in lines:
        close = _begins(street, line)
        rest = _words(line)[len(_words(street)) :]
        if close and rest and (house := _HOUSE.match(rest[0])) and first <= int(house[0]) <= last:
            return close + len(house[0])
    return 0


def _begins(wanted: str, text: str) -> int:
    """Say how many letters agree where a text begins with the wanted words, whole words only."""
    words = _words(wanted)
    return sum(map(len, words)) if words and _words(text)[: len(words)] == words else 0


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _digits(text: str) -> str:
    return "".join(sign for sign in text if "0" <= sign <= "9")
