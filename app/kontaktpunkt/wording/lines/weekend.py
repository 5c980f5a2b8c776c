"""The timeline's lines of a weekend: helgbesked, handover, packets of paper."""

from collections.abc import Mapping
from typing import Final

from kontaktpunkt.domain.events import handover, packet, weekend
from kontaktpunkt.domain.events.weekend import WeekendAnswer
from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.wording.telling import Line, Telling, at_time, tail
from kontaktpunkt.wording.times import full_day
from kontaktpunkt.wording.words import word


def _decided(body: weekend.WeekendDecided, _telling: Telling) -> str:
    days = ", ".join(full_day(day) for day in body.days)
    mark = ", om " if body.answer is WeekendAnswer.YES_IF else ", därför att "
    text = body.text.removeprefix("om ") if body.answer is WeekendAnswer.YES_IF else body.text
    said = "ja" if body.answer is WeekendAnswer.YES_IF else word(body.answer)
    earliest = f", tidigast {body.earliest:%H:%M}" if body.earliest is not None else ""
    ring = f". Ring {body.ring}{tail(body.ring_phone, ', ')}" if body.ring else ""
    names = " och ".join(name for name in (body.unit_manager, body.licensed) if name)
    more = tail(text, mark) if body.answer is not WeekendAnswer.YES else tail(text, ", ")
    return (
        f"Helgbesked{tail(days, ' ')}: {said}{more}{earliest}{ring}{tail(names, '. Bestämt av ')}"
    )


def _confirmed(body: weekend.WeekendConfirmed, _telling: Telling) -> str:
    return f"Helgbeskedet bekräftat av {word(body.side)}{tail(body.name, ', ')}"


def _written(body: handover.HandoverWritten, _telling: Telling) -> str:
    lines = "; ".join(line.text for line in body.lines)
    return f"Lämnat över{tail(body.to, ' till ')}{at_time(body.begins, ', ')}{tail(lines)}"


def _finished(body: handover.HandoverFinished, _telling: Telling) -> str:
    head = "Raden lämnad vidare" if body.carried_to is not None else "Raden klar"
    return f"{head}{tail(body.note)}"


def _made(body: packet.PacketMade, _telling: Telling) -> str:
    head = f"Tillägg {body.supplement} till helgpaketet" if body.supplement else "Helgpaket gjort"
    return f"{head}, {body.pages} sidor, till{at_time(body.ends)}"


LINES: Final[Mapping[type[Body], Line]] = {
    weekend.WeekendDecided: _decided,
    weekend.WeekendConfirmed: _confirmed,
    handover.HandoverWritten: _written,
    handover.HandoverAccepted: lambda body, _telling: (
        f"Tagit emot {len(body.lines)} rader" if len(body.lines) != 1 else "Tagit emot raden"
    ),
    handover.HandoverQuestioned: lambda body, _telling: f"Fråga om raden: {body.text}",
    handover.HandoverAnswered: lambda body, _telling: f"Svar om raden: {body.text}",
    handover.HandoverFinished: _finished,
    packet.PacketMade: _made,
    packet.PacketShredded: lambda body, _telling: f"Papperet förstört{tail(body.note)}",
}
"""A line for each kind of event of a weekend."""
