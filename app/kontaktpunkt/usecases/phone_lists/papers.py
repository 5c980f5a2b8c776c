"""Phone lists as lists for paper: whom to ring now, units, wards, all; an old one says so."""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from typing import Final
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.calendar.local_days import LocalDays
from kontaktpunkt.domain.contacts.freshness import Freshness
from kontaktpunkt.domain.contacts.shapes import UnitKind
from kontaktpunkt.domain.paper.printout import ListColumn, ListDocument, ListGroup, PrintFoot
from kontaktpunkt.domain.person.facts import Protection
from kontaktpunkt.domain.profile import RuleProfile
from kontaktpunkt.domain.times import Instant, local_day
from kontaktpunkt.usecases.contacts.register import register_of
from kontaktpunkt.usecases.contacts.rows import Register, UnitLine
from kontaktpunkt.usecases.phone_lists.numbers import NumberRow, number_rows, phone_keeping
from kontaktpunkt.usecases.phone_lists.on_call import NO_NUMBER, OnCall, on_call
from kontaktpunkt.usecases.ports import StoreView, Word

OLD_WORDS: Final = "GAMMAL LISTA: kontrollera numret"
"""What stands across a list with a number that nobody has checked in time."""

_NEVER_CHECKED: Final = "▲ aldrig kontrollerat"

_SHRED: Final = "Ersätts av nästa telefonlista. Inga patientuppgifter."
_COLUMNS: Final = (
    ListColumn(label="Namn", weight=6),
    ListColumn(label="Uppgift", weight=4),
    ListColumn(label="Telefon", weight=5),
    ListColumn(label="Svarar för numret", weight=4),
    ListColumn(label="Kontrollerat", weight=4),
    ListColumn(label="Gäller till", weight=3),
)
_CARE_OUTSIDE: Final = (UnitKind.WARD, UnitKind.HEALTH_CENTRE)


class PhoneListKind(StrEnum):
    """Which numbers a phone list holds."""

    NOW = "now"
    UNITS = "units"
    WARDS = "wards"
    UNIT = "unit"
    ALL = "all"


PACKET_LISTS: Final = (PhoneListKind.NOW, PhoneListKind.UNITS, PhoneListKind.WARDS)
"""What goes with a packet: each number once, those needed first on a page of their own."""

_TITLES: Final = {
    PhoneListKind.NOW: "Telefonlista: vem du ringer nu",
    PhoneListKind.UNITS: "Telefonlista: våra enheter",
    PhoneListKind.WARDS: "Telefonlista: avdelningar och vårdcentraler",
    PhoneListKind.UNIT: "Telefonlista",
    PhoneListKind.ALL: "Telefonlista: alla nummer",
}


class _Line(Struct, frozen=True):
    """A line of a list, and whether its number is old."""

    cells: tuple[str, ...]
    is_old: bool = False


_Groups = dict[str, list[_Line]]


class _Told(Struct, frozen=True, kw_only=True):
    """What all lists are made of: register, its numbers, who is on call, wards heard of, words."""

    register: Register
    rows: tuple[NumberRow, ...]
    on_call: tuple[OnCall, ...]
    heard: tuple[tuple[str, str], ...]
    word: Word


class PhoneListRecipe(Struct, frozen=True, kw_only=True):
    """What phone lists are made by: the rules and calendar in force, now, the foot, the words."""

    profile: RuleProfile
    days: LocalDays
    now: Instant
    foot: PrintFoot
    word: Word


def phone_list_documents(
    store: StoreView,
    recipe: PhoneListRecipe,
    kinds: Sequence[PhoneListKind] = PACKET_LISTS,
    unit: UUID | None = None,
) -> tuple[ListDocument, ...]:
    """Make the phone lists of these kinds for paper; `unit` is whose list UNIT is.

    No person in hospital stands on any of them. A list with a number past its day has words across
    it (`ListDocument.across`), and each such number is marked in its row.
    """
    told = _told(store, recipe)
    by_kind = [(kind, _groups(kind, told, unit)) for kind in kinds]
    return tuple(_document(kind, held, told, recipe.foot, unit) for kind, held in by_kind)


def checked_words(row: NumberRow) -> str:
    """Say when a number was checked, and that it is old or wrong where it is."""
    tested = row.tested
    if row.fresh is Freshness.WRONG and tested is not None:
        return f"▲ fel nummer {_day(tested.on)}"
    if row.verified_on is None:
        return _NEVER_CHECKED
    old = "▲ GAMMALT: " if row.fresh is Freshness.OLD else ""
    return f"{old}{_day(row.verified_on)}"


def _told(store: StoreView, recipe: PhoneListRecipe) -> _Told:
    register = register_of(store)
    rows = number_rows(register, phone_keeping(recipe.profile, local_day(recipe.now)))
    return _Told(
        register=register,
        rows=rows,
        on_call=on_call(recipe.profile, recipe.days, recipe.now),
        heard=_heard(store, {row.name.casefold() for row in rows}),
        word=recipe.word,
    )


def _heard(store: StoreView, known: set[str]) -> tuple[tuple[str, str], ...]:
    """Give wards that messages name a number of and the register does not.

    A ward that only somebody with protected identity lies on is not told of.
    """
    found = {
        (", ".join(part for part in (case.hospital, case.ward) if part), case.ward_phone)
        for case in store.open_cases()
        if case.ward and case.ward_phone and case.protection is Protection.NONE
        if case.ward.casefold() not in known
    }
    return tuple(sorted(found))


def _document(
    kind: PhoneListKind, groups: _Groups, told: _Told, foot: PrintFoot, unit: UUID | None
) -> ListDocument:
    line = told.register.unit(unit)
    named = f": {line.facts.name}" if kind is PhoneListKind.UNIT and line is not None else ""
    lines = [line for held in groups.values() for line in held]
    old = sum(line.is_old for line in lines)
    return ListDocument(
        title=f"{_TITLES[kind]}{named}",
        subtitle=_subtitle(len(lines), old),
        columns=_COLUMNS,
        groups=tuple(
            ListGroup(
                title=title,
                rows=tuple(line.cells for line in held),
                marked=tuple(at for at, line in enumerate(held) if line.is_old),
            )
            for title, held in groups.items()
            if held
        ),
        foot=foot,
        shred_note=_SHRED,
        empty_note="Inga nummer i Kontakter.",
        landscape=False,
        across=OLD_WORDS if old else "",
    )


def _subtitle(count: int, old: int) -> str:
    numbers = "1 nummer" if count == 1 else f"{count} nummer"
    if not old:
        return numbers
    checked = "kontrollerat" if old == 1 else "kontrollerade"
    return f"{numbers}, {old} är inte {checked} i tid"


def _groups(kind: PhoneListKind, told: _Told, unit: UUID | None) -> _Groups:
    if kind is PhoneListKind.NOW:
        return _now(told)
    if kind is PhoneListKind.UNITS:
        return _by_kind(told, tuple(one for one in UnitKind if one not in _CARE_OUTSIDE))
    if kind is PhoneListKind.WARDS:
        return _by_kind(told, _CARE_OUTSIDE) | _heard_of(told)
    if kind is PhoneListKind.UNIT:
        return {"": _at(told, unit)}
    return _now(told) | _by_kind(told, tuple(UnitKind)) | _heard_of(told)


def _now(told: _Told) -> _Groups:
    """Give those who are rung by what they are, with the number of the register if it has one."""
    by_name = {row.name.casefold(): row for row in told.rows}
    lines: list[_Line] = []
    for one in told.on_call:
        row = by_name.get(one.label.casefold())
        what = "svarar nu" if one.now else one.note
        if row is not None:
            lines.append(_line(row, told, what or None))
            continue
        phone = one.phone or NO_NUMBER
        source = "ur reglerna" if one.phone else ""
        lines.append(_Line((one.label, what, phone, source, "", "")))
    return {"Jour och beredskap": lines}


def _by_kind(told: _Told, kinds: Iterable[UnitKind]) -> _Groups:
    """Give units of these kinds, each with those whom one rings there under its name.

    Units with nothing but a number of their own stand together, under what they are.
    """
    wanted = set(kinds)
    units = [line for line in told.register.units if not line.retired]
    groups: _Groups = {}
    for kind in (one for one in UnitKind if one in wanted):
        alone: list[_Line] = []
        for unit in (line for line in units if line.facts.unit_kind is kind):
            lines = _at(told, unit.unit)
            if unit.people and lines:
                groups.setdefault(unit.facts.name, []).extend(_under_its_name(lines, unit))
            else:
                alone += lines
        if alone:
            name = told.word(kind)
            groups[f"{name[:1].upper()}{name[1:]}"] = alone
    if UnitKind.OTHER in wanted:
        loose = [_line(row, told) for row in told.rows if row.kind is None and not row.units]
        groups |= {"Utan enhet": loose} if loose else {}
    return groups


def _under_its_name(lines: list[_Line], unit: UnitLine) -> list[_Line]:
    """Let a unit's own number be called so where the unit's name stands above it."""
    if not unit.facts.phones:
        return lines
    own = _Line(("Enhetens eget nummer", *lines[0].cells[1:]), lines[0].is_old)
    return [own, *lines[1:]]


def _at(told: _Told, unit: UUID | None) -> list[_Line]:
    """Give a unit's own number, and then its people."""
    line = told.register.unit(unit)
    if line is None:
        return []
    by_id = {row.contact: row for row in told.rows}
    wanted = (line.unit, *(one.contact for one in line.people))
    return [_line(by_id[each], told) for each in wanted if each in by_id]


def _heard_of(told: _Told) -> _Groups:
    """Give wards that stand in no register: nobody answers for their numbers, none is checked."""
    lines = [
        _Line((name, "", phone, "ingen, ur meddelanden", _NEVER_CHECKED, ""), is_old=True)
        for name, phone in told.heard
    ]
    return {"Avdelningar ur meddelanden, inte i Kontakter": lines} if lines else {}


def _line(row: NumberRow, told: _Told, what: str | None = None) -> _Line:
    """Make the line of a number; one that is known to be wrong is not printed to be rung."""
    is_wrong = row.fresh is Freshness.WRONG
    cells = (
        row.name,
        what or _what(row, told.word),
        NO_NUMBER if is_wrong else "\n".join(row.phones),
        row.owner,
        checked_words(row),
        "" if is_wrong or row.until is None else _day(row.until),
    )
    return _Line(cells, row.fresh.is_old)


def _what(row: NumberRow, word: Word) -> str:
    """Say what somebody is; her unit stands above her."""
    if row.role is not None:
        return word(row.role)
    return word(row.kind) if row.kind not in (None, UnitKind.OTHER) else ""


def _day(day: date) -> str:
    return f"{day.day}/{day.month} {day.year}"
