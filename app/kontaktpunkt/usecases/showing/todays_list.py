"""Today's list of people in hospital, as few columns as will do, for the wall and the meeting."""

from collections.abc import Sequence

from kontaktpunkt.domain.events.case import CaseKind
from kontaktpunkt.domain.paper.printout import ListColumn, ListDocument, ListGroup, PrintFoot
from kontaktpunkt.domain.person.number import shown
from kontaktpunkt.domain.times import Instant, local_day, to_local
from kontaktpunkt.usecases.case_lines.emergency import EmergencyLine
from kontaktpunkt.usecases.rows import CaseRow

_PROTECTED = "Skyddade personuppgifter"
_COLUMNS = (
    ListColumn(label="Person", weight=5),
    ListColumn(label="Hos oss", weight=4),
    ListColumn(label="Sjukhus, avdelning, telefon", weight=8),
    ListColumn(label="Inskriven", weight=2),
    ListColumn(label="Beräknad utskrivning", weight=2),
    ListColumn(label="Utskrivningsklar", weight=3),
    ListColumn(label="Ansvarig", weight=3),
    ListColumn(label="Att göra", weight=4, write_in=True),
)


def document(rows: Sequence[CaseRow], foot: PrintFoot, now: Instant) -> ListDocument:
    """Make the list: 23-timmars first, then the ready ones, then the others."""
    groups = (
        ("23-timmars", [row for row in rows if row.case_kind is CaseKind.EMERGENCY_STAY]),
        ("Utskrivningsklara", [row for row in rows if _ready(row)]),
        ("Övriga på sjukhus", [row for row in rows if _others(row)]),
    )
    count = len(rows)
    return ListDocument(
        title=f"På sjukhus {_day(now)}",
        subtitle="1 person" if count == 1 else f"{count} personer",
        columns=_COLUMNS,
        groups=tuple(
            ListGroup(title=f"{title} ({len(found)})", rows=tuple(_row(row, now) for row in found))
            for title, found in groups
            if found
        ),
        foot=foot,
        shred_note="Arbetslista. Förstörs enligt rutin när dagen är slut.",
        empty_note="Ingen är på sjukhus enligt de meddelanden som har kommit.",
    )


def _ready(row: CaseRow) -> bool:
    return row.ready_sent_at is not None and row.case_kind is not CaseKind.EMERGENCY_STAY


def _others(row: CaseRow) -> bool:
    return row.ready_sent_at is None and row.case_kind is not CaseKind.EMERGENCY_STAY


def _row(row: CaseRow, now: Instant) -> tuple[str, ...]:
    number = shown(row.number, local_day(now)) if row.number else ""
    person = _PROTECTED if row.masked else "\n".join(part for part in (row.name, number) if part)
    where = "\n".join(
        part
        for part in (", ".join(p for p in (row.hospital, row.ward) if p), row.ward_phone)
        if part
    )
    ready = _moment(row.ready_sent_at) if row.emergency is None else _emergency(row.emergency)
    leave = " (permission)" if row.on_leave else ""
    return (
        person,
        row.unit or "okänd hos oss",
        where + leave,
        _day_short(row.admitted_at),
        _day_short(row.expected_discharge),
        ready,
        row.responsible_name or "ingen",
        "",
    )


def _emergency(line: EmergencyLine) -> str:
    """Say when the 23 hours run out, and whether anybody has reached her."""
    contact = "ingen kontakt än" if line.contacted_at is None else "kontakt tagen"
    return f"23 tim: {_moment(line.due_at)}\n{contact}"


def _day(at: Instant) -> str:
    return to_local(at).strftime("%Y-%m-%d")


def _day_short(at: Instant | None) -> str:
    return "" if at is None else to_local(at).strftime("%m-%d")


def _moment(at: Instant | None) -> str:
    return "" if at is None else to_local(at).strftime("%m-%d %H:%M")
