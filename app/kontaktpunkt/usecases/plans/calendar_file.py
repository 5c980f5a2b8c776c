"""A week of SIP as a calendar file (iCalendar, RFC 5545), for the calendar that staff already have.

Protected persons are never named in it, nor where they meet: the file leaves the house.
"""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Final

from kontaktpunkt.domain.person.facts import Protection
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.plans.rows import PlanEntry, PlanStanding

_LONGEST: Final = 75
"""Octets of a line without its end (RFC 5545 3.1)."""
_STATUS: Final = {
    PlanStanding.SET: "CONFIRMED",
    PlanStanding.SUMMONED: "TENTATIVE",
    PlanStanding.HELD: "CONFIRMED",
    PlanStanding.CANCELLED: "CANCELLED",
}
_FORMS: Final = {"phone": "telefon", "in_person": "möte på plats", "video": "video"}


def calendar_file(entries: Iterable[PlanEntry], made_at: Instant) -> bytes:
    """Write the file: UTF-8, CRLF, times in UTC, the same UID for a meeting that is moved.

    A meeting that was called off stands in it as cancelled, so that the calendar takes it away.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Kontaktpunkt//SIP//SV",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
    ]
    for entry in entries:
        lines += _event(entry, made_at)
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _event(entry: PlanEntry, made_at: Instant) -> list[str]:
    # A summons and the meeting that we set for it are two entries with ids of their own.
    uid = entry.plan or f"{entry.case.case}-kallelse"
    lines = [
        "BEGIN:VEVENT",
        f"UID:{uid}@kontaktpunkt",
        f"DTSTAMP:{_utc(made_at)}",
        f"SEQUENCE:{entry.changes}",
        f"DTSTART:{_utc(entry.at)}",
        f"DTEND:{_utc(entry.ends_at)}",
        f"SUMMARY:{_escaped(_summary(entry))}",
        f"STATUS:{_STATUS[entry.standing]}",
        "CLASS:PRIVATE",
    ]
    if not _is_protected(entry):
        lines += _whereabouts(entry)
    return [*lines, "END:VEVENT"]


def _is_protected(entry: PlanEntry) -> bool:
    """Say whether nothing may tell who it is: whoever exports it, for others read a calendar."""
    return entry.case.masked or entry.case.protection is not Protection.NONE


def _summary(entry: PlanEntry) -> str:
    if _is_protected(entry):
        return "SIP, skyddad identitet"
    return f"SIP: {entry.case.name or 'namn saknas'}"


def _whereabouts(entry: PlanEntry) -> list[str]:
    form = _FORMS[entry.form] if entry.form is not None else entry.form_words
    place = ", ".join(part for part in (form, entry.place) if part)
    said = (
        f"Deltar: {', '.join(entry.participants)}." if entry.participants else "",
        "Enligt regionens kallelse, inte bekräftad av oss."
        if entry.standing is PlanStanding.SUMMONED
        else "",
        "Hållen." if entry.standing is PlanStanding.HELD else "",
    )
    about = "\n".join(part for part in said if part)
    lines = [f"LOCATION:{_escaped(place)}"] if place else []
    return [*lines, f"DESCRIPTION:{_escaped(about)}"] if about else lines


def _utc(at: Instant) -> str:
    return datetime.fromtimestamp(at / 1_000_000, UTC).strftime("%Y%m%dT%H%M%SZ")


def _escaped(text: str) -> str:
    """Escape a text (RFC 5545 3.3.11); control characters have no place in it."""
    for char, instead in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(char, instead)
    return "".join(char for char in text if char >= " " and char != "\x7f")


def _folded(line: str) -> bytes:
    """Fold a line at 75 octets, never inside a character, and end it with CRLF (RFC 5545 3.1)."""
    parts: list[bytes] = [b""]
    for char in line:
        octets = char.encode()
        if len(parts[-1]) + len(octets) > _LONGEST:
            parts.append(b" ")
        parts[-1] += octets
    return b"\r\n".join(parts) + b"\r\n"
