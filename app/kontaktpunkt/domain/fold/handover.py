"""Fold of the handover to a shift: the same whichever order its events are told in."""

from collections.abc import Iterable
from uuid import UUID

from msgspec.structs import replace

from kontaktpunkt.domain.events.handover import (
    HandoverAccepted,
    HandoverAnswered,
    HandoverFinished,
    HandoverQuestioned,
    HandoverWritten,
)
from kontaktpunkt.domain.fold.story import Story
from kontaktpunkt.domain.ledger.envelope import Envelope, Event
from kontaktpunkt.domain.states.handover import HandedLine, LineTalk, ShiftState
from kontaktpunkt.domain.times import Instant


def fold_shift(story: Story) -> ShiftState:
    """Fold a shift's handover: first what was written, then what became of each line.

    A line whose writing was taken back is gone, unless a colleague has taken it, asked about it or
    done it meanwhile: nobody's word is lost by another's regret.
    """
    spoken_of = _spoken_of(story.told)
    lines: dict[UUID, HandedLine] = {}
    for event in sorted((*story.told, *story.withdrawn), key=_when):
        if isinstance(event.body, HandoverWritten):
            kept = None if event in story.told else spoken_of
            lines = {**_written(event.envelope, event.body, kept), **lines}
    for event in sorted(story.told, key=_when):
        _tell(lines, event)
    written = [event.body for event in story.told if isinstance(event.body, HandoverWritten)]
    written += [event.body for event in story.withdrawn if isinstance(event.body, HandoverWritten)]
    ordered = sorted(lines.values(), key=lambda one: (one.written_at, str(one.line.line)))
    return ShiftState(
        day=min((one.day for one in written), default=None),
        begins=min((one.begins for one in written), default=Instant(0)),
        lines=tuple(ordered),
        frozen=story.frozen,
    )


def _when(event: Event) -> tuple[int, int, str]:
    envelope = event.envelope
    return envelope.at, envelope.noted_at, str(envelope.event_id)


def _spoken_of(told: Iterable[Event]) -> frozenset[UUID]:
    """Give the lines that somebody has said something of."""
    found: set[UUID] = set()
    for event in told:
        match event.body:
            case HandoverAccepted(lines=lines):
                found.update(lines)
            case (
                HandoverQuestioned(line=line)
                | HandoverAnswered(line=line)
                | HandoverFinished(line=line)
            ):
                found.add(line)
            case _:
                pass
    return frozenset(found)


def _written(
    envelope: Envelope, body: HandoverWritten, kept: frozenset[UUID] | None
) -> dict[UUID, HandedLine]:
    return {
        line.line: HandedLine(
            line=line,
            begins=body.begins,
            written_at=envelope.at,
            written_by=envelope.by,
            to_words=body.to,
        )
        for line in body.lines
        if kept is None or line.line in kept
    }


def _tell(lines: dict[UUID, HandedLine], event: Event) -> None:
    """Let an event change the lines that it speaks of; of two who took one the first holds."""
    match event.body:
        case HandoverAccepted(lines=taken):
            for line in taken:
                _accept(lines, line, event.envelope)
        case HandoverQuestioned(line=line, text=text):
            _talk(lines, line, _said(event.envelope, text, is_answer=False))
        case HandoverAnswered(line=line, text=text):
            _talk(lines, line, _said(event.envelope, text, is_answer=True))
        case HandoverFinished():
            _finish(lines, event.envelope, event.body)
        case _:
            pass


def _accept(lines: dict[UUID, HandedLine], line: UUID, envelope: Envelope) -> None:
    known = lines.get(line)
    if known is not None and known.accepted_at is None:
        lines[line] = replace(known, accepted_at=envelope.at, accepted_by=envelope.by)


def _said(envelope: Envelope, text: str, *, is_answer: bool) -> LineTalk:
    return LineTalk(at=envelope.at, text=text, by=envelope.by, is_answer=is_answer)


def _talk(lines: dict[UUID, HandedLine], line: UUID, said: LineTalk) -> None:
    known = lines.get(line)
    if known is not None:
        lines[line] = replace(known, talk=(*known.talk, said))


def _finish(lines: dict[UUID, HandedLine], envelope: Envelope, body: HandoverFinished) -> None:
    known = lines.get(body.line)
    if known is not None and known.done_at is None:
        lines[body.line] = replace(
            known,
            done_at=envelope.at,
            done_by=envelope.by,
            done_note=body.note,
            carried_to=body.carried_to,
        )
