"""How people, numbers and receivers are named in a line of text."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from kontaktpunkt.domain.person.facts import PersonNumber
from kontaktpunkt.domain.person.number import birth_date, other_century, shown
from kontaktpunkt.domain.staff import OnWord, Receiver
from kontaktpunkt.wording.words import word

NAMELESS = "Namn saknas"
MASKED = "Skyddad identitet"


def receiver_name(to: Receiver, staff: Mapping[UUID, str]) -> str:
    """Name a person, a unit or a role that something is handed to."""
    parts = [staff.get(to.staff, "kollega")] if to.staff is not None else []
    if to.unit:
        parts.append(to.unit)
    if to.role is not None:
        parts.append(word(to.role))
    return ", ".join(parts)


def on_word_of(told: OnWord | None) -> str:
    """Say on whose word something is noted: " enligt uppgift från Eva, 0510-770000"; or nothing."""
    if told is None or not told.name:
        return ""
    return f" enligt uppgift från {told.name}" + (f", {told.phone}" if told.phone else "")


def identity(number: PersonNumber | None, born: date | None, on: date, *, whole: bool) -> str:
    """Say the number in full, or only the birth date; what is missing is said too."""
    if number is not None and (whole or born is None):
        return shown(number, on)
    if born is not None:
        return f"född {born.isoformat()}"
    return "nummer saknas"


def century_words(typed: str, on: date) -> str:
    """Say that the ten digits may be somebody's who is a hundred years older; or nothing."""
    older = other_century(typed, on)
    born = birth_date(older, on) if older is not None else None
    if born is None:
        return ""
    return f"Kan också vara född {born.isoformat()}: skriv då + före de fyra sista."


def person_name(name: str, *, masked: bool) -> str:
    """Name a person in a list; a masked one is never named."""
    return MASKED if masked else name or NAMELESS
