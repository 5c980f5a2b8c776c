"""A meeting on paper: as a meeting list with what was decided, or as a work list to take along."""

from kontaktpunkt.domain.events.meeting import ReviewDecision
from kontaktpunkt.domain.paper.printout import ListColumn, ListDocument, ListGroup, PrintFoot
from kontaktpunkt.domain.person.number import shown
from kontaktpunkt.domain.times import Instant, local_day, to_local
from kontaktpunkt.usecases.meetings.rows import MeetingLine, MeetingPage, MeetingPart

_PROTECTED = "Skyddade personuppgifter"
_PARTS = {
    MeetingPart.SHOULD_BE_HOME: "Skulle hem i dag",
    MeetingPart.NEWLY_READY: "Nya utskrivningsklara",
    MeetingPart.CHANGED: "Ändrade sedan sist",
    MeetingPart.THE_REST: "Övriga",
}
_DECISIONS = {
    ReviewDecision.GOES_HOME_TODAY: "går hem i dag",
    ReviewDecision.OBSTACLE: "hinder",
    ReviewDecision.WAITING: "väntar",
    ReviewDecision.NEW_DATE: "nytt datum",
    ReviewDecision.UNCHANGED: "oförändrat",
}
_SHRED = "Arbetslista. Förstörs enligt rutin när dagen är slut."
_MEETING = (
    ListColumn(label="Person", weight=4),
    ListColumn(label="Avdelning", weight=5),
    ListColumn(label="Klar sedan", weight=2),
    ListColumn(label="Beslut", weight=3),
    ListColumn(label="Rad", weight=8),
)
_WORK = (
    ListColumn(label="Person", weight=4),
    ListColumn(label="Avdelning, telefon", weight=5),
    ListColumn(label="Beslut", weight=3),
    ListColumn(label="Ansvarig", weight=3),
    ListColumn(label="Att göra", weight=8, write_in=True),
)


def meeting_list(page: MeetingPage, foot: PrintFoot, now: Instant) -> ListDocument:
    """Make the list of a meeting: who was there, and what was decided about each."""
    there = ", ".join(page.participants) or "ingen antecknad"
    signed = (
        f" Signerad {_moment(page.signed_at)} av {page.signed_by_name}." if page.signed_at else ""
    )
    return _document(page, foot, _MEETING, f"Deltog: {there}.{signed}", now)


def work_list(page: MeetingPage, foot: PrintFoot, now: Instant) -> ListDocument:
    """Make a list to work by after a meeting: fewest columns, and room to write in."""
    return _document(page, foot, _WORK, "Efter mötet", now)


def _document(
    page: MeetingPage,
    foot: PrintFoot,
    columns: tuple[ListColumn, ...],
    subtitle: str,
    now: Instant,
) -> ListDocument:
    make = _meeting_row if columns is _MEETING else _work_row
    parts = [(part, [line for line in page.lines if line.part is part]) for part in MeetingPart]
    return ListDocument(
        title=f"Avstämning {page.name} {to_local(page.began_at):%Y-%m-%d %H:%M}",
        subtitle=subtitle,
        columns=columns,
        groups=tuple(
            ListGroup(
                title=f"{_PARTS[part]} ({len(lines)})",
                rows=tuple(make(line, now) for line in lines),
            )
            for part, lines in parts
            if lines
        ),
        foot=foot,
        shred_note=_SHRED,
        empty_note="Ingen att gå igenom.",
    )


def _meeting_row(line: MeetingLine, now: Instant) -> tuple[str, ...]:
    case = line.row.case
    ready = _moment(case.ready_sent_at)
    return (_person(line, now), _place(line, phone=False), ready, _decision(line), line.text)


def _work_row(line: MeetingLine, now: Instant) -> tuple[str, ...]:
    decided = "\n".join(part for part in (_decision(line), line.text) if part)
    responsible = line.row.case.responsible_name or "ingen"
    return (_person(line, now), _place(line, phone=True), decided, responsible, "")


def _person(line: MeetingLine, now: Instant) -> str:
    case = line.row.case
    if case.masked:
        return _PROTECTED
    number = shown(case.number, local_day(now)) if case.number else ""
    return "\n".join(part for part in (case.name, number) if part)


def _place(line: MeetingLine, *, phone: bool) -> str:
    case = line.row.case
    where = ", ".join(part for part in (case.hospital, case.ward) if part)
    return "\n".join(part for part in (where, case.ward_phone if phone else "") if part)


def _decision(line: MeetingLine) -> str:
    if line.decision is None:
        return "hanns inte med"
    said = _DECISIONS[line.decision]
    return f"{said} {to_local(line.expected):%m-%d}" if line.expected is not None else said


def _moment(at: Instant | None) -> str:
    return "" if at is None else to_local(at).strftime("%m-%d %H:%M")
