"""The words of a unit in the register: what it is, who is rung there, when it was checked."""

import re

from kontaktpunkt.domain.contacts.areas import read_area
from kontaktpunkt.domain.contacts.freshness import Freshness, PhoneKeeping
from kontaktpunkt.domain.contacts.shapes import AddressArea, AreaKind
from kontaktpunkt.domain.times import local_day
from kontaktpunkt.ui.widgets.text import unbroken
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.contacts.rows import ContactLine, UnitLine
from kontaktpunkt.usecases.phone_lists.numbers import phone_keeping
from kontaktpunkt.wording.words import word

_SEVERAL = re.compile(r"\s*[;,/]\s*")
_CODE_LENGTH = 5


def keeping_here(workplace: Workplace) -> PhoneKeeping:
    """Give how long a checked number holds here, as of today."""
    today, profile = local_day(workplace.now()), workplace.profile
    return phone_keeping(profile, today) if profile is not None else PhoneKeeping(today=today)


def unit_words(line: UnitLine, keeping: PhoneKeeping) -> str:
    """Say what a unit is, on the second line of the list, and whether a number of it is old."""
    parts = [word(line.facts.unit_kind), *map(unbroken, line.facts.phones)]
    if line.retired:
        parts.append("tagen ur bruk")
    elif worst := _worst(line, keeping):
        parts.append(f"▲ {worst}")
    return " · ".join(parts)


def findable(line: UnitLine) -> str:
    """Give all words that a unit is found by: its name, kind, numbers, areas and people."""
    people = (f"{one.facts.name} {' '.join(one.facts.phones)}" for one in line.people)
    areas = (area.text for area in line.facts.areas)
    parts = (line.facts.name, word(line.facts.unit_kind), *line.facts.phones, *areas, *people)
    return " ".join(parts).casefold()


def person_words(line: ContactLine, keeping: PhoneKeeping) -> str:
    """Say who somebody is and how she is rung, and whether that number holds."""
    found = _freshness(line, keeping)
    mark = () if found is None or not _is_bad(found) else (f"▲ {word(found)}",)
    return " · ".join((line.facts.name, *map(unbroken, line.facts.phones), *mark))


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


def _freshness(line: UnitLine | ContactLine, keeping: PhoneKeeping) -> Freshness | None:
    """Say how a line's number stands; None where it has none."""
    if not line.facts.phones:
        return None
    outcome = line.tested.outcome if line.tested is not None else None
    return keeping.freshness(line.upkeep, outcome)


def _is_bad(fresh: Freshness) -> bool:
    return fresh is Freshness.WRONG or fresh.is_old


def _worst(line: UnitLine, keeping: PhoneKeeping) -> str:
    """Say the worst of a unit's numbers and those of its people; nothing when all can be rung."""
    found = {_freshness(one, keeping) for one in (line, *line.people)}
    if Freshness.WRONG in found:
        return "fel nummer"
    return "gammalt nummer" if any(one is not None and one.is_old for one in found) else ""


def _area(area: AddressArea) -> str:
    whole = area.text.isdecimal() and len(area.text) == _CODE_LENGTH
    if area.kind is AreaKind.POSTAL_CODE and whole:
        return f"{area.text[:3]} {area.text[3:]}"
    return area.text
