"""From the cells of a line to what it says of a unit, or of a person: values, and what is wrong."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Final

from msgspec import Struct

from kontaktpunkt.domain.contacts.areas import read_area
from kontaktpunkt.domain.contacts.phone import PhoneFault, digits_of, read_phone
from kontaktpunkt.domain.contacts.shapes import AddressArea, ContactRole, UnitKind
from kontaktpunkt.usecases.contacts.columns import Column, Heading, Said
from kontaktpunkt.usecases.contacts.rows import LineFault, LineFaultReason, LineNote
from kontaktpunkt.usecases.contacts.sheets import SheetLine

_R = LineFaultReason
_SEVERAL: Final = re.compile(r"\s*(?:[/;,]|\beller\b|\boch\b)\s*")
_SEVERAL_AREAS: Final = re.compile(r"\s*[;,/]\s*")
_DAY: Final = re.compile(r"(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{8})(?![0-9+-])")
_NO_DAY: Final = ""
_NATIONAL: Final = range(7, 10)
"""So many digits a Swedish number has without its first zero (the post and telecom plan)."""

_KINDS: Final[Mapping[str, UnitKind]] = {
    **dict.fromkeys(
        ("hemvårdsgrupp", "hemvård", "hemtjänst", "hemtjänstgrupp", "hvg"),
        UnitKind.HOME_CARE_GROUP,
    ),
    **dict.fromkeys(
        (
            *("säbo", "särskilt boende", "särskilt boende (säbo)", "äldreboende", "vårdboende"),
            *("demensboende", "vård- och omsorgsboende", "vobo"),
        ),
        UnitKind.SPECIAL_HOUSING,
    ),
    **dict.fromkeys(
        ("lss", "gruppbostad", "servicebostad", "personlig assistans"),
        UnitKind.DISABILITY_SUPPORT,
    ),
    **dict.fromkeys(
        ("korttid", "korttidsboende", "korttidsenhet", "korttidsplats", "växelvård"),
        UnitKind.SHORT_TERM,
    ),
    **dict.fromkeys(
        ("privat utförare", "privat", "utförare", "lov", "lov-utförare"), UnitKind.PRIVATE_PROVIDER
    ),
    **dict.fromkeys(("vårdcentral", "vc", "hälsocentral"), UnitKind.HEALTH_CENTRE),
    **dict.fromkeys(("avdelning", "vårdavdelning", "sjukhusavdelning"), UnitKind.WARD),
    **dict.fromkeys(("annan", "annan enhet", "övrig", "övrigt", "annat"), UnitKind.OTHER),
}


class RolePerson(Struct, frozen=True, kw_only=True):
    """Somebody named in a line: as what, by which heading, with which numbers."""

    role: ContactRole
    heading: str
    name: str
    phones: tuple[str, ...] = ()


class LineSaid(Struct, frozen=True, kw_only=True):
    """What one line says; empty means not said."""

    unit: str = ""
    unit_kind: UnitKind | None = None
    phones: tuple[str, ...] = ()
    areas: tuple[AddressArea, ...] = ()
    people: tuple[RolePerson, ...] = ()
    owner: str = ""
    verified_on: date | None = None
    best_before: date | None = None
    number: str = ""
    person_name: str = ""
    faults: tuple[LineFault, ...] = ()
    notes: tuple[LineNote, ...] = ()


def said_in(line: SheetLine, heading: Heading) -> LineSaid:
    """Say what a line says, and all that is wrong in it, not only the first."""
    reading = _Reading(line)
    for column in heading.columns:
        if column.place in line.formulas:
            reading.fault(_R.FORMULA, column.heading)
    dates = {said: reading.day(heading.of(said)) for said in (Said.VERIFIED_ON, Said.BEST_BEFORE)}
    kind = reading.kind(heading.of(Said.KIND))
    phones = tuple(one for column in heading.of(Said.PHONE) for one in reading.phones(column))
    areas = tuple(one for column in heading.of(Said.AREA) for one in reading.areas(column))
    people = reading.people(heading)
    return LineSaid(
        unit=reading.text(heading.of(Said.UNIT)),
        unit_kind=kind,
        phones=tuple(dict.fromkeys(phones)),
        areas=tuple(dict.fromkeys(areas)),
        people=people,
        owner=reading.text(heading.of(Said.OWNER)),
        verified_on=dates[Said.VERIFIED_ON],
        best_before=dates[Said.BEST_BEFORE],
        number=reading.text(heading.of(Said.NUMBER)),
        person_name=reading.text(heading.of(Said.PERSON_NAME)),
        faults=tuple(reading.faults),
        notes=tuple(dict.fromkeys(reading.notes)),
    )


class _Reading:
    """Reads cell by cell, and gathers what is wrong."""

    def __init__(self, line: SheetLine) -> None:
        self._line = line
        self.faults: list[LineFault] = []
        self.notes: list[LineNote] = []

    def fault(self, reason: LineFaultReason, *values: str) -> None:
        """Note that something is wrong."""
        self.faults.append(LineFault(reason, values))

    def cell(self, column: Column) -> str:
        """Give the text of a cell."""
        cells = self._line.cells
        return cells[column.place] if column.place < len(cells) else ""

    def text(self, columns: tuple[Column, ...]) -> str:
        """Give the first text that stands in any of the columns."""
        return next((text for column in columns if (text := self.cell(column))), "")

    def kind(self, columns: tuple[Column, ...]) -> UnitKind | None:
        """Read what kind of unit it is."""
        text = self.text(columns)
        kind = _KINDS.get(text.casefold().rstrip("."))
        if text and kind is None:
            self.fault(_R.UNKNOWN_KIND, text)
        return kind

    def day(self, columns: tuple[Column, ...]) -> date | None:
        """Read a day written as 2026-03-24 or 20260324, maybe with a time after it.

        More digits are no day: they are somebody's number in the wrong column.
        """
        text = self.text(columns)
        try:
            written = _DAY.match(text)
            return date.fromisoformat(written[0] if written else _NO_DAY) if text else None
        except ValueError:
            self.fault(_R.BAD_DATE, text)
            return None

    def phones(self, column: Column) -> list[str]:
        """Read the numbers of a cell; a number of a workbook gets its first zero back."""
        found: list[str] = []
        for text in filter(None, _SEVERAL.split(self.cell(column))):
            phone = read_phone(text)
            if isinstance(phone, PhoneFault):
                self.fault(_R.BAD_PHONE, text, phone.reason)
                continue
            if column.place in self._line.numeric and len(phone) in _NATIONAL and phone[0] != "0":
                phone = f"0{phone}"
                self.notes.append(LineNote.ZERO_ADDED)
            found.append(phone)
        return found

    def areas(self, column: Column) -> list[AddressArea]:
        """Read the areas of a cell."""
        found: list[AddressArea] = []
        for text in filter(None, _SEVERAL_AREAS.split(self.cell(column))):
            area = read_area(text)
            if area is None:
                self.fault(_R.BAD_AREA, text)
            else:
                found.append(area)
        return found

    def people(self, heading: Heading) -> tuple[RolePerson, ...]:
        """Read who is named, each with the numbers of the columns that are hers."""
        named = heading.of(Said.ROLE_NAME)
        phones: dict[int, list[str]] = {}
        for column in heading.of(Said.ROLE_PHONE):
            numbers = self.phones(column)
            owner = _owner(column, named)
            if numbers and (owner is None or not self.cell(owner)):
                self.fault(_R.PHONE_WITHOUT_NAME, column.heading)
            elif owner is not None:
                phones.setdefault(owner.place, []).extend(numbers)
        return tuple(
            RolePerson(
                role=column.role,
                heading=column.heading,
                name=name,
                phones=tuple(phones.get(column.place, ())),
            )
            for column in named
            if column.role is not None and (name := self.cell(column))
        )


def _owner(phone: Column, named: tuple[Column, ...]) -> Column | None:
    """Say whose number a column holds: of the nearest before it, else of the first after it."""
    hers = [one for one in named if (one.role, one.title) == (phone.role, phone.title)]
    before = [one for one in hers if one.place < phone.place]
    return before[-1] if before else next(iter(hers), None)


def same_phones(some: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Say whether the numbers are the same ones, however they are written."""
    return {digits_of(one) for one in some} == {digits_of(one) for one in others}
