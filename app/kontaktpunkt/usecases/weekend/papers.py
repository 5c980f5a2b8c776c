"""The packet for unstaffed time as lists for paper: what stands in it, and what of it is new."""

import hashlib
from collections.abc import Iterable
from typing import Final
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace

from kontaktpunkt.domain.events.packet import PacketItem
from kontaktpunkt.domain.paper.printout import ListColumn, ListDocument, ListGroup, PrintFoot
from kontaktpunkt.domain.person.number import shown
from kontaktpunkt.domain.profile import DutyHour
from kontaktpunkt.domain.profile.unstaffed import Unstaffed
from kontaktpunkt.domain.times import Instant, local_day, to_local
from kontaktpunkt.usecases.duty.rows import DutyDay
from kontaktpunkt.usecases.phone_lists.on_call import NO_NUMBER
from kontaktpunkt.usecases.ports import Word
from kontaktpunkt.usecases.rows import InboxRow
from kontaktpunkt.usecases.short_term.papers import DAYS, free_places, moment_cell
from kontaktpunkt.usecases.weekend.paper_people import (
    ARRIVALS,
    PEOPLE,
    PROTECTED,
    Row,
    arrival_rows,
    people_rows,
    person_cell,
    ward_cell,
)
from kontaktpunkt.usecases.weekend.rows import HandoverRow, PhoneRow, WeekendPage
from kontaktpunkt.usecases.weekend.stops import down_words, is_open, name_of

_SHRED: Final = "Arbetspapper. Förstörs enligt rutin när det är ersatt, och bockas av i programmet."
_NOT_CONFIRMED: Final = "ej bekräftat"
_DUTY: Final = (
    ListColumn(label="Dag", weight=3),
    ListColumn(label="Telefon", weight=6),
    ListColumn(label="Bevakar systemet", weight=6),
)
_LINES: Final = (
    ListColumn(label="Behöver dig", weight=2),
    ListColumn(label="Rad", weight=9),
    ListColumn(label="Om", weight=5),
    ListColumn(label="Från", weight=3),
    ListColumn(label="Tagen av, klockan", weight=4, write_in=True),
)
_MESSAGES: Final = (
    ListColumn(label="Kom", weight=2),
    ListColumn(label="Meddelande", weight=3),
    ListColumn(label="Person", weight=4),
    ListColumn(label="Avdelning, telefon", weight=5),
    ListColumn(label="Senast", weight=2),
    ListColumn(label="Hos", weight=3),
    ListColumn(label="Gjort", weight=4, write_in=True),
)
_PHONES: Final = (
    ListColumn(label="Namn", weight=5),
    ListColumn(label="Hör till", weight=5),
    ListColumn(label="Telefon", weight=5),
    ListColumn(label="Kontrollerad", weight=4),
)


class Part(Struct, frozen=True, kw_only=True):
    """A part of the packet: its list, what stands in it, and about whom."""

    document: ListDocument
    items: tuple[PacketItem, ...]
    cases: tuple[UUID, ...]


class Binding(Struct, frozen=True, kw_only=True):
    """What every part is made by: foot, words, name of the whole, what earlier packets said."""

    foot: PrintFoot
    word: Word
    title: str
    known: frozenset[PacketItem] = frozenset()


def packet_title(period: Unstaffed, now: Instant, supplement: int) -> str:
    """Name a packet: up to when it holds; an addition by its number and time."""
    until = f"till {moment_cell(period.ends)}"
    if supplement:
        return f"Tillägg {supplement}, {to_local(now):%H:%M}, till helgpaketet {until}"
    return f"Helgpaket {until}"


def parts_of(page: WeekendPage, binding: Binding) -> tuple[Part, ...]:
    """Make the parts of a packet; of one that adds to an earlier, those with something new.

    The first page says who answers, and what the packet holds and does not hold.
    """
    lists = (
        _part("Överlämning", _LINES, _handover_rows(page), binding),
        _part("Personer på sjukhus", PEOPLE, people_rows(page, binding.word), binding),
        _part("Kommer till korttid", ARRIVALS, arrival_rows(page), binding),
        _part("Meddelanden att ta hand om", _MESSAGES, _message_rows(page, binding.word), binding),
        *_places(page, binding),
        _part("Telefonlista", _PHONES, _phone_rows(page), binding),
    )
    held = tuple(part for part in lists if part.items)
    rows = (*_duty_rows(page), *_stop_rows(page))
    first = _part("Vem svarar och vem bevakar", _DUTY, rows, binding)
    if binding.known:
        return (first, *held) if first.items else held
    return (_with_contents(first, lists), *held)


def _with_contents(first: Part, lists: Iterable[Part]) -> Part:
    """Say on the first page what follows, also what there is nothing of."""
    rows = tuple((part.document.title, _count(len(part.items)), "") for part in lists)
    held = ListGroup(title="I paketet", rows=rows)
    whole = replace(first.document, groups=(*first.document.groups, held))
    return replace(first, document=whole)


def _count(rows: int) -> str:
    if rows == 0:
        return "inga"
    return "1 rad" if rows == 1 else f"{rows} rader"


def _part(
    title: str, columns: tuple[ListColumn, ...], rows: Iterable[Row], binding: Binding
) -> Part:
    kept = [(row, item) for row in rows if (item := _item(row)) not in binding.known]
    groups: dict[str, list[tuple[str, ...]]] = {}
    for row, _ in kept:
        groups.setdefault(row.group, []).append(row.cells)
    document = ListDocument(
        title=title,
        subtitle=binding.title,
        columns=columns,
        groups=tuple(ListGroup(title=name, rows=tuple(held)) for name, held in groups.items()),
        foot=binding.foot,
        shred_note=_SHRED,
        empty_note="Inga",
    )
    cases = dict.fromkeys(row.case for row, _ in kept if row.case is not None)
    return Part(document=document, items=tuple(item for _, item in kept), cases=tuple(cases))


def _item(row: Row) -> PacketItem:
    words = "\x1f".join((row.group, *row.cells))
    return PacketItem(row.key, hashlib.sha256(words.encode()).hexdigest()[:32])


def _duty_rows(page: WeekendPage) -> list[Row]:
    return [
        Row(
            key=f"duty:{day.on.day.isoformat()}",
            cells=(_day_words(day), _hours(day.phone), _hours(day.watch)),
        )
        for day in page.duty
    ] + [
        Row(
            key="duty:otherwise",
            cells=(
                "Övrig tid",
                _answerer_words(page),
                "",
            ),
        )
    ]


def _stop_rows(page: WeekendPage) -> list[Row]:
    """Say on the first page what is down, and how many of its papers are left."""
    return [
        Row(
            key=f"stop:{one.outage}",
            group="Driftstopp",
            cells=(
                name_of(one),
                f"{down_words(one, page.at)} "
                f"{moment_cell(one.facts.since)}"
                + (f" till {moment_cell(one.over_at)}" if one.over_at is not None else ""),
                f"{one.left} blad kvar" if one.left else "inga blad kvar",
            ),
        )
        for one in page.stops
        if is_open(one)
    ]


def _answerer_words(page: WeekendPage) -> str:
    """Say who answers otherwise, with the number that the register has."""
    if page.otherwise is None:
        return _NOT_CONFIRMED
    name = page.otherwise.label
    known = (row for row in page.phones if row.name.casefold() == name.casefold())
    numbers = [number for row in known for number in row.phones]
    return "\n".join((name, " / ".join(numbers) or NO_NUMBER))


def _handover_rows(page: WeekendPage) -> list[Row]:
    return [
        Row(
            key=f"line:{row.line}",
            cells=(
                "Ja" if row.handed.line.needs_you else "",
                _line_words(row),
                person_cell(row.about, page.at) if row.about is not None else "",
                f"{row.by_name}\n{moment_cell(row.handed.written_at)}",
                f"{row.accepted_by_name} {moment_cell(row.handed.accepted_at)}".strip(),
            ),
            case=row.handed.line.case,
        )
        for row in page.handover
        if row.handed.done_at is None
    ]


def _line_words(row: HandoverRow) -> str:
    if row.masked:
        return "Står i programmet"
    talk = [f"{'Svar' if one.is_answer else 'Fråga'}: {one.text}" for one in row.handed.talk]
    return "\n".join((row.text, *talk))


def _places(page: WeekendPage, binding: Binding) -> tuple[Part, ...]:
    """Take the list of free places as the board makes it; what is in it is told by its rows."""
    if page.short_term is None:
        return ()
    document = free_places(page.short_term, binding.word, binding.foot, page.period.ends)
    rows = [(group.title, cells) for group in document.groups for cells in group.rows]
    items = [_item(Row(key=f"place:{cells[0]}", cells=cells, group=name)) for name, cells in rows]
    new = tuple(item for item in items if item not in binding.known)
    return (Part(document=document, items=new, cases=()),)


def _message_rows(page: WeekendPage, word: Word) -> list[Row]:
    return [
        Row(
            key=f"message:{row.message}",
            cells=(
                moment_cell(row.received_at),
                word(row.kind) if row.kind is not None else "Ej inläst",
                _messageperson_cell(row, page.at),
                ward_cell(row),
                moment_cell(row.due_at),
                row.owner_name or row.receiver_name or "Ej taget",
                "",
            ),
            case=row.case,
        )
        for row in (*page.must, *page.not_taken)
    ]


def _messageperson_cell(row: InboxRow, now: Instant) -> str:
    if row.masked:
        return PROTECTED
    number = shown(row.number, local_day(now)) if row.number else ""
    return "\n".join(part for part in (row.name or "Ej inläst", number) if part)


def _phone_rows(page: WeekendPage) -> list[Row]:
    return [
        Row(
            key=f"phone:{row.name}:{row.place}",
            cells=(row.name, row.place, "\n".join(row.phones) or NO_NUMBER, age_words(row)),
        )
        for row in page.phones
    ]


def age_words(row: PhoneRow) -> str:
    """Say how old a number is: "4/3 2026", "aldrig", with a mark where it is too old."""
    if row.by_rule or not row.phones:
        return ""
    if row.verified_on is None:
        return "aldrig kontrollerad"
    on = row.verified_on
    return f"{on.day}/{on.month} {on.year}{', gammal' if row.outdated else ''}"


def _day_words(day: DutyDay) -> str:
    on = day.on.day
    name = f", {day.on.name}" if day.on.name and day.on.name != "Söndag" else ""
    return f"{DAYS[on.weekday()]} {on.day}/{on.month}{name}"


def _hours(hours: tuple[DutyHour, ...] | None) -> str:
    if hours is None:
        return _NOT_CONFIRMED
    return (
        "\n".join(f"{one.opens:%H:%M}–{one.closes:%H:%M} {one.label}" for one in hours) or "ingen"
    )
