"""Which column says what: Swedish headings in any order, as people write them."""

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Final

from msgspec import Struct

from kontaktpunkt.domain.contacts.shapes import ContactRole
from kontaktpunkt.usecases.contacts.rows import ListKind
from kontaktpunkt.usecases.contacts.sheets import SheetLine


class Said(StrEnum):
    """What a column says."""

    UNIT = "unit"
    KIND = "kind"
    PHONE = "phone"
    AREA = "area"
    OWNER = "owner"
    VERIFIED_ON = "verified_on"
    BEST_BEFORE = "best_before"
    NUMBER = "number"
    PERSON_NAME = "person_name"
    ROLE_NAME = "role_name"
    ROLE_PHONE = "role_phone"


class Column(Struct, frozen=True, kw_only=True):
    """A column that is understood: its place, its heading as written, and what it says.

    `title` tells two columns of one role apart (a physiotherapist's and an occupational one's).
    """

    place: int
    heading: str
    said: Said
    role: ContactRole | None = None
    title: str = ""


class Heading(Struct, frozen=True, kw_only=True):
    """The line of headings: where it stands, what is understood of it, and what is not."""

    line: SheetLine
    kind: ListKind
    columns: tuple[Column, ...]
    unread: tuple[str, ...]

    def of(self, said: Said) -> tuple[Column, ...]:
        """Give the columns that say this."""
        return tuple(column for column in self.columns if column.said is said)


_LOOKED_AT: Final = 20
_WORD: Final = re.compile(r"[^\W\d_]+")
_PHONE: Final = frozenset(
    {"telefon", "telefonnummer", "telefonnr", "tel", "tfn", "mobil", "mobilnummer", "mobiltelefon"}
)
_PASSED: Final = frozenset({"till", "för", "nr", "nummer", "namn", "på", "enhetens", "ansvarig"})
_PLAIN: Final[Mapping[str, Said]] = {
    **dict.fromkeys(
        ("enhet", "enhetsnamn", "hemvårdsgrupp", "hemtjänstgrupp", "grupp", "utförare", "boende"),
        Said.UNIT,
    ),
    **dict.fromkeys(("typ", "slag", "enhetstyp", "typ av enhet", "slags enhet"), Said.KIND),
    **dict.fromkeys(
        (
            *("område", "områden", "postnummer", "postnr", "adress", "adresser", "gata", "gator"),
            *("ort", "orter", "adressområde", "gatuadress", "postort", "upptagningsområde"),
        ),
        Said.AREA,
    ),
    **dict.fromkeys(
        ("ansvarig", "ägare", "uppgiftsansvarig", "ansvarig för uppgiften"), Said.OWNER
    ),
    **dict.fromkeys(
        ("kontrollerad", "senast kontrollerad", "verifierad", "uppdaterad", "senast uppdaterad"),
        Said.VERIFIED_ON,
    ),
    **dict.fromkeys(("gäller till", "giltig till", "bäst före"), Said.BEST_BEFORE),
    **dict.fromkeys(
        ("personnummer", "personnr", "pnr", "person samordningsnummer", "person nr"), Said.NUMBER
    ),
    **dict.fromkeys(("namn", "person", "personens namn", "patient", "brukare"), Said.PERSON_NAME),
}
_ROLES: Final[Mapping[str, ContactRole]] = {
    **dict.fromkeys(("enhetschef", "chef", "ec", "gruppchef"), ContactRole.UNIT_MANAGER),
    **dict.fromkeys(
        (
            *("områdessköterska", "omr ssk", "omr sköterska", "sjuksköterska", "ssk", "områdesssk"),
            *("distriktssköterska", "dsk", "områdesansvarig sjuksköterska"),
        ),
        ContactRole.NURSE,
    ),
    **dict.fromkeys(
        (
            *("ft at", "at ft", "fysioterapeut", "arbetsterapeut", "ft", "at", "rehab"),
            *("fysio eller arbetsterapeut", "fysioterapeut arbetsterapeut"),
        ),
        ContactRole.THERAPIST,
    ),
    **dict.fromkeys(
        ("handläggare", "biståndshandläggare", "lss handläggare", "bh"), ContactRole.CASEWORKER
    ),
    **dict.fromkeys(("fast vårdkontakt", "vårdkontakt", "fvk"), ContactRole.NAMED_CARE_CONTACT),
}


_TITLES: Final[Mapping[str, str]] = {
    **dict.fromkeys(("fysioterapeut", "ft"), "fysioterapeut"),
    **dict.fromkeys(("arbetsterapeut", "at"), "arbetsterapeut"),
    "": "",
    "enhet": "enhet",
}
"""The titles that are held apart within one role."""


def find_heading(lines: Sequence[SheetLine]) -> Heading | None:
    """Find the line of headings among the first lines: one that names a unit or a person number."""
    for line in lines[:_LOOKED_AT]:
        heading = _understood(line)
        if heading is not None:
            return heading
    return None


def _understood(line: SheetLine) -> Heading | None:
    columns: list[Column] = []
    unread: list[str] = []
    for place, heading in enumerate(line.cells):
        column = _column(place, heading, columns[-1] if columns else None)
        if column is not None:
            columns.append(column)
        elif heading:
            unread.append(heading)
    said = [column.said for column in columns]
    if Said.NUMBER in said:
        kind = ListKind.PERSONS
    else:
        kind = ListKind.UNITS
        if Said.UNIT not in said:
            columns = [_as_unit(column) for column in columns]
            said = [column.said for column in columns]
    if Said.UNIT not in said or len(said) < _LEAST:
        return None
    return Heading(line=line, kind=kind, columns=tuple(columns), unread=tuple(unread))


_LEAST: Final = 2
"""One known word alone may stand in a title above the list."""


def _as_unit(column: Column) -> Column:
    """Where no column is called unit, one called name is its name."""
    if column.said is not Said.PERSON_NAME:
        return column
    return Column(place=column.place, heading=column.heading, said=Said.UNIT)


def _column(place: int, heading: str, before: Column | None) -> Column | None:
    """Understand one heading; "Telefon" right after somebody's column is that one's."""
    words = [_bare(word) for word in _WORD.findall(heading.casefold())]
    plain = _PLAIN.get(" ".join(words))
    if plain is not None:
        return Column(place=place, heading=heading, said=plain)
    is_phone = not _PHONE.isdisjoint(words)
    title = " ".join(word for word in words if word not in _PHONE and word not in _PASSED)
    role = _ROLES.get(title)
    title = _TITLES.get(title, "" if role is None else role.value)
    said = Said.ROLE_PHONE if is_phone else Said.ROLE_NAME
    if role is not None:
        return Column(place=place, heading=heading, said=said, role=role, title=title)
    if not is_phone or title not in ("", "enhet"):
        return None
    nearest = before is not None and before.said is Said.ROLE_NAME and before.place == place - 1
    if before is not None and nearest and not title:
        return Column(
            place=place, heading=heading, said=Said.ROLE_PHONE, role=before.role, title=before.title
        )
    return Column(place=place, heading=heading, said=Said.PHONE)


def _bare(word: str) -> str:
    """Give "enhetschefens" and "enhetschefs" as "enhetschef"."""
    for ending in ("ens", "ans", "s"):
        stem = word.removesuffix(ending)
        if stem != word and (stem in _ROLES or f"{stem}a" in _ROLES):
            return stem if stem in _ROLES else f"{stem}a"
    return word
