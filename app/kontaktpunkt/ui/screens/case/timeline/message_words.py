"""What a message said, in words, for the timeline: the facts of the stay, the summons, the text."""

from collections.abc import Mapping

from kontaktpunkt.domain.events.message import MessageTakenIn
from kontaktpunkt.domain.notice import StayFacts, SummonsFacts
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.wording.times import when


def message_lines(body: MessageTakenIn, tracks: Mapping[str, str], now: Instant) -> tuple[str, ...]:
    """Give the lines of a message in the municipality's words, the sender's own text last."""
    said = (
        _place(body.stay),
        " · ".join(line for line in _stay(body.stay, tracks, now) if line),
        " · ".join(line for line in _summons(body.summons, now) if line),
        *(f"Anmärkning: {remark}" for remark in body.remarks),
        _sender(body),
        body.conversation.subject_line,
        body.conversation.text.strip(),
        *(f"Bifogat: {part.title or part.content_type}" for part in body.conversation.attachments),
    )
    return tuple(line for line in said if line)


def _place(stay: StayFacts) -> str:
    return " · ".join(part for part in (stay.hospital, stay.ward, stay.ward_phone) if part)


def _stay(stay: StayFacts, tracks: Mapping[str, str], now: Instant) -> tuple[str, ...]:
    consent = {True: "Samtycke finns", False: "Samtycke saknas", None: ""}[stay.consent]
    leave = {True: "Permission från", False: "Åter från permission", None: ""}[stay.leave_started]
    return (
        _time("Kom in", stay.admitted_at, now),
        _time("Beräknad utskrivning", stay.expected_discharge, now),
        _time("Utskrivningsklar", stay.ready_at, now),
        _time("Utskriven", stay.discharged_at, now),
        f"Utskriven till {stay.discharged_to}" if stay.discharged_to else "",
        _time(leave, stay.leave_at, now) if leave else "",
        f"Processpår: {tracks.get(stay.track, stay.track)}" if stay.track else "",
        consent,
    )


def _summons(summons: SummonsFacts, now: Instant) -> tuple[str, ...]:
    place = ", ".join(part for part in (summons.form, summons.place) if part)
    return (
        _time("Möte", summons.meeting_at, now),
        place,
        "Deltagare: " + ", ".join(summons.participants) if summons.participants else "",
    )


def _sender(body: MessageTakenIn) -> str:
    sender = ", ".join(part for part in (body.sender_name, body.sender_unit) if part)
    return f"Från {sender}" if sender else ""


def _time(label: str, at: Instant | None, now: Instant) -> str:
    return f"{label} {when(at, now)}" if at is not None else ""
