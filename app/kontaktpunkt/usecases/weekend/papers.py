"""The packet for unstaffed time as lists for paper: what stands in it, and what of it is new."""

import hashlib
from collections.abc import Iterable
from typing import Final
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.events.packet import PacketItem
from kontaktpunkt.domain.events.weekend import WeekendAnswer, WeekendSide
from kontaktpunkt.domain.paper.printout import ListColumn, ListDocument, ListGroup, PrintFoot
from kontaktpunkt.domain.person.number import shown
from kontaktpunkt.domain.profile import DutyHour, Manning
from kontaktpunkt.domain.profile.unstaffed import PeriodKind, Unstaffed
from kontaktpunkt.domain.times import Instant, local_day, to_local
from kontaktpunkt.usecases.duty_rows import DutyDay
from kontaktpunkt.usecases.rows import CaseRow, InboxRow
from kontaktpunkt.usecases.weekend.page import said_for
from kontaktpunkt.usecases.weekend.places import PlaceLine
from kontaktpunkt.usecases.weekend.rows import HandoverRow, PhoneRow, WeekendPage

_PROTECTED: Final = "Skyddade personuppgifter"
_DAYS: Final = ("mån", "tis", "ons", "tors", "fre", "lör", "sön")
_SHRED: Final = (
    "Arbetspapper. Förstörs enligt rutin när det är ersatt, och bockas av i programmet."
)
_NOT_CONFIRMED: Final = "ej bekräftat"
_KINDS: Final = {
    PeriodKind.EVENING: "Kväll och natt",
    PeriodKind.WEEKEND: "Helg",
    PeriodKind.RED_DAY: "Röd dag",
    PeriodKind.MAJOR_HOLIDAY: "Storhelg",
}
_ANSWERS: Final = {
    WeekendAnswer.YES: "Ja",
    WeekendAnswer.YES_IF: "Ja, om",
    WeekendAnswer.NO: "Nej",
}
_AWAITED: Final = {
    WeekendSide.UNIT_MANAGER: "enhetschef",
    WeekendSide.LICENSED: "legitimerad",
}
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
_PEOPLE: Final = (
    ListColumn(label="Person", weight=4),
    ListColumn(label="Avdelning, telefon", weight=5),
    ListColumn(label="Läge", weight=4),
    ListColumn(label="Helgbesked", weight=6),
    ListColumn(label="Ring", weight=4),
    ListColumn(label="Noterat", weight=5, write_in=True),
)
_MESSAGES: Final = (
    ListColumn(label="Kom", weight=2),
    ListColumn(label="Person", weight=4),
    ListColumn(label="Avdelning, telefon", weight=5),
    ListColumn(label="Senast", weight=2),
    ListColumn(label="Hos", weight=3),
    ListColumn(label="Gjort", weight=4, write_in=True),
)
_PLACES: Final = (
    ListColumn(label="Plats", weight=5),
    ListColumn(label="Slag", weight=3),
    ListColumn(label="Ledig från", weight=3),
    ListColumn(label="Telefon", weight=3),
    ListColumn(label="Uppgift från", weight=4),
    ListColumn(label="Tagen av", weight=4, write_in=True),
)
_PHONES: Final = (
    ListColumn(label="Namn", weight=5),
    ListColumn(label="Hör till", weight=5),
    ListColumn(label="Telefon", weight=5),
    ListColumn(label="Kontrollerad", weight=4),
)


class _Row(Struct, frozen=True, kw_only=True):
    """A row of the packet: its key, its cells, under which heading, and whom it is about."""

    key: str
    cells: tuple[str, ...]
    group: str = ""
    case: UUID | None = None


class Part(Struct, frozen=True, kw_only=True):
    """A part of the packet: its list, what stands in it, and about whom."""

    document: ListDocument
    items: tuple[PacketItem, ...]
    cases: tuple[UUID, ...]


class Binding(Struct, frozen=True, kw_only=True):
    """What every part is made by: foot, name of the whole, and what earlier packets have said."""

    foot: PrintFoot
    title: str
    known: frozenset[PacketItem] = frozenset()


def packet_title(period: Unstaffed, now: Instant, supplement: int) -> str:
    """Name a packet: up to when it holds; an addition by its number and time."""
    until = f"till {_moment(period.ends)}"
    if supplement:
        return f"Tillägg {supplement}, {to_local(now):%H:%M}, till helgpaketet {until}"
    return f"Helgpaket {until}"


def parts_of(page: WeekendPage, binding: Binding) -> tuple[Part, ...]:
    """Make the parts of a packet; of one that adds to an earlier, those with something new."""
    made = (
        _part("Vem svarar och vem bevakar", _DUTY, _duty_rows(page), binding),
        _part("Överlämning", _LINES, _handover_rows(page), binding),
        _part("Personer på sjukhus", _PEOPLE, _people_rows(page), binding),
        _part("Meddelanden att ta hand om", _MESSAGES, _message_rows(page), binding),
        _part("Lediga korttidsplatser", _PLACES, _place_rows(page), binding),
        _part("Telefonlista", _PHONES, _phone_rows(page), binding),
    )
    whole = not binding.known
    return tuple(part for part in made if whole or part.items)


def _part(
    title: str, columns: tuple[ListColumn, ...], rows: Iterable[_Row], binding: Binding
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


def _item(row: _Row) -> PacketItem:
    words = "\x1f".join((row.group, *row.cells))
    return PacketItem(row.key, hashlib.sha256(words.encode()).hexdigest()[:32])


def _duty_rows(page: WeekendPage) -> list[_Row]:
    return [
        _Row(
            key=f"duty:{day.on.day.isoformat()}",
            cells=(_day_words(day), _hours(day.phone), _hours(day.watch)),
        )
        for day in page.duty
    ] + [
        _Row(
            key="duty:otherwise",
            cells=("Övrig tid", _who(page.phone_now, page), "ring kontaktpunkten"),
        )
        for _ in (1,)
        if page.manned is not None
    ]


def _who(phone: Manning, page: WeekendPage) -> str:
    who = phone.who or page.manned
    return who.label if who is not None else _NOT_CONFIRMED


def _handover_rows(page: WeekendPage) -> list[_Row]:
    return [
        _Row(
            key=f"line:{row.line}",
            cells=(
                "Ja" if row.handed.line.needs_you else "",
                _line_words(row),
                _person(row.about, page.at) if row.about is not None else "",
                f"{row.by_name}\n{_moment(row.handed.written_at)}",
                f"{row.accepted_by_name} {_moment(row.handed.accepted_at)}".strip(),
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


def _people_rows(page: WeekendPage) -> list[_Row]:
    homeward = {case.case for case in page.homeward}
    short_term = {case.case for case in page.to_short_term}
    ordered = (
        *((case, "Hem under tiden") for case in page.homeward if case.case not in short_term),
        *((case, "Kommer till korttid") for case in page.to_short_term),
        *(
            (case, "Övriga på sjukhus")
            for case in page.people
            if case.case not in homeward | short_term
        ),
    )
    return [
        _Row(
            key=f"case:{case.case}",
            cells=(
                _person(case, page.at),
                _ward(case),
                _standing(case),
                _weekend(case, page.period),
                _ring(case, page.period),
                "",
            ),
            group=group,
            case=case.case,
        )
        for case, group in ordered
    ]


def _person(case: CaseRow, now: Instant) -> str:
    if case.masked:
        return _PROTECTED
    number = shown(case.number, local_day(now)) if case.number else ""
    unit = case.unit or "okänd hos oss"
    return "\n".join(part for part in (case.name, number, unit) if part)


def _ward(row: CaseRow | InboxRow) -> str:
    where = ", ".join(part for part in (row.hospital, row.ward) if part)
    return "\n".join(part for part in (where, row.ward_phone) if part)


def _standing(case: CaseRow) -> str:
    home = case.homecoming
    if home.called_at is not None:
        return f"Kallad hem {_moment(home.expected_home)}".strip()
    if case.ready_sent_at is not None:
        return f"Utskrivningsklar {_moment(case.ready_sent_at)}"
    if case.expected_discharge is not None:
        return f"Beräknad {_moment(case.expected_discharge)}"
    return "Inskriven"


def _weekend(case: CaseRow, period: Unstaffed) -> str:
    said = case.weekend
    if said is None or not said_for(case, period):
        return "Inget besked"
    reason = " därför att" if said.answer is WeekendAnswer.NO else ""
    text = f"{reason} {said.text}" if said.text else ""
    days = ", ".join(f"{_DAYS[day.weekday()]} {day.day}/{day.month}" for day in said.days)
    earliest = f", tidigast {said.earliest:%H:%M}" if said.earliest is not None else ""
    names = " och ".join(name for name in (said.unit_manager, said.licensed) if name)
    awaited = " och ".join(_AWAITED[side] for side in said.awaited)
    waits = f"Väntar på {awaited}" if awaited else ""
    answer = f"{_ANSWERS[said.answer]}{text}{earliest}"
    return "\n".join(part for part in (answer, days, names, waits) if part)


def _ring(case: CaseRow, period: Unstaffed) -> str:
    said = case.weekend
    if said is None or not said_for(case, period):
        return ""
    return "\n".join(part for part in (said.ring, said.ring_phone) if part)


def _message_rows(page: WeekendPage) -> list[_Row]:
    return [
        _Row(
            key=f"message:{row.message}",
            cells=(
                _moment(row.received_at),
                _message_person(row, page.at),
                _ward(row),
                _moment(row.due_at),
                row.owner_name or row.receiver_name or "Ej taget",
                "",
            ),
            case=row.case,
        )
        for row in page.must
    ]


def _message_person(row: InboxRow, now: Instant) -> str:
    if row.masked:
        return _PROTECTED
    number = shown(row.number, local_day(now)) if row.number else ""
    return "\n".join(part for part in (row.name or "Ej inläst", number) if part)


def _place_rows(page: WeekendPage) -> list[_Row]:
    return [_place(place) for place in page.places]


def _place(place: PlaceLine) -> _Row:
    told = " ".join(part for part in (_moment(place.told_at), place.told_by) if part)
    free = _moment(place.free_from) or "nu"
    return _Row(
        key=f"place:{place.name}", cells=(place.name, place.sort, free, place.phone, told, "")
    )


def _phone_rows(page: WeekendPage) -> list[_Row]:
    return [
        _Row(
            key=f"phone:{row.name}:{row.place}",
            cells=(row.name, row.place, "\n".join(row.phones), age_words(row)),
        )
        for row in page.phones
    ]


def age_words(row: PhoneRow) -> str:
    """Say how old a number is: "2026-03-04", "aldrig", with a mark where it is too old."""
    if row.verified_on is None:
        return "aldrig kontrollerad"
    return f"{row.verified_on.isoformat()}{', gammal' if row.outdated else ''}"


def _day_words(day: DutyDay) -> str:
    on = day.on.day
    name = f", {day.on.name}" if day.on.name and day.on.name != "Söndag" else ""
    return f"{_DAYS[on.weekday()]} {on.day}/{on.month}{name}"


def _hours(hours: tuple[DutyHour, ...] | None) -> str:
    if hours is None:
        return _NOT_CONFIRMED
    return (
        "\n".join(f"{one.opens:%H:%M}–{one.closes:%H:%M} {one.label}" for one in hours) or "ingen"
    )


def _moment(at: Instant | None) -> str:
    if at is None:
        return ""
    local = to_local(at)
    return f"{_DAYS[local.weekday()]} {local.day}/{local.month} {local:%H:%M}"


def kind_words(period: Unstaffed) -> str:
    """Name the kind of the time: "Helg", "Storhelg"."""
    return _KINDS[period.kind]
