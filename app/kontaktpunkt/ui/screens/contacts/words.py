"""The words of a unit in the register: what it is, who is rung there, when it was checked."""

import re
from datetime import date

from kontaktpunkt.domain.contacts.areas import read_area
from kontaktpunkt.domain.contacts.shapes import AddressArea, AreaKind
from kontaktpunkt.ui.widgets.text import unbroken
from kontaktpunkt.usecases.contacts.rows import ContactLine, UnitLine
from kontaktpunkt.wording.words import word

_SEVERAL = re.compile(r"\s*[;,/]\s*")
_CODE_LENGTH = 5


def unit_words(line: UnitLine) -> str:
    """Say what a unit is, on the second line of the list."""
    parts = [word(line.facts.unit_kind), *map(unbroken, line.facts.phones)]
    if line.retired:
        parts.append("tagen ur bruk")
    return " · ".join(parts)


def findable(line: UnitLine) -> str:
    """Give all words that a unit is found by: its name, kind, numbers, areas and people."""
    people = (f"{one.facts.name} {' '.join(one.facts.phones)}" for one in line.people)
    areas = (area.text for area in line.facts.areas)
    parts = (line.facts.name, word(line.facts.unit_kind), *line.facts.phones, *areas, *people)
    return " ".join(parts).casefold()


def person_words(line: ContactLine) -> str:
    """Say who somebody is and how she is rung."""
    return " · ".join((line.facts.name, *map(unbroken, line.facts.phones)))


def area_words(areas: tuple[AddressArea, ...]) -> str:
    """Say the areas as they are written: 531 30, Storgatan."""
    return ", ".join(_area(area) for area in areas)


def read_areas(text: str) -> tuple[AddressArea, ...] | str:
    """Read areas as they are written; the one that says nothing where there is such a one."""
    found: list[AddressArea] = []
    for part in filter(None, _SEVERAL.split(text.strip())):
        area = read_area(part)
        if area is None:
            return part
        found.append(area)
    return tuple(dict.fromkeys(found))


def phones_in(text: str) -> tuple[str, ...]:
    """Give the numbers of a field, one or several."""
    return tuple(" ".join(part.split()) for part in _SEVERAL.split(text.strip()) if part)


def checked_words(line: UnitLine, today: date) -> str:
    """Say when a unit's lines were last checked, by whom, and whether they are past their day."""
    upkeep = line.upkeep
    checked = f"Kontrollerad {upkeep.verified_on}" if upkeep.verified_on else "Inte kontrollerad än"
    by = f", {upkeep.owner} svarar för uppgifterna" if upkeep.owner else ""
    if upkeep.best_before is None:
        return f"{checked}{by}."
    past = upkeep.best_before < today
    until = f"gällde till {upkeep.best_before}" if past else f"gäller till {upkeep.best_before}"
    return f"{checked}{by}; {until}."


def _area(area: AddressArea) -> str:
    whole = area.text.isdecimal() and len(area.text) == _CODE_LENGTH
    if area.kind is AreaKind.POSTAL_CODE and whole:
        return f"{area.text[:3]} {area.text[3:]}"
    return area.text
