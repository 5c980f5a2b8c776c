"""Rules for the handover from one shift to the next (överlämning)."""

from typing import Final
from uuid import UUID

from msgspec.structs import replace

from kontaktpunkt.domain.commands.handover import (
    AcceptHandover,
    AnswerHandover,
    FinishHandover,
    QuestionHandover,
    WriteHandover,
)
from kontaktpunkt.domain.decide.ground import Decision, Ground, Happening, Rules, refuse
from kontaktpunkt.domain.events.handover import (
    HandoverAccepted,
    HandoverAnswered,
    HandoverFinished,
    HandoverQuestioned,
    HandoverWritten,
)
from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.domain.ledger.subjects import shift_subject
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.states.handover import HandedLine, ShiftState


def write(ground: Ground, wish: WriteHandover) -> Decision:
    """Hand lines over; each has words, and it must be known who hands over."""
    if ground.me is None:
        return refuse(RefusalReason.NO_USER)
    state = _shift(ground, wish.shift)
    if state.frozen:
        return refuse(RefusalReason.NEEDS_NEWER_PROGRAM)
    if not wish.lines or any(not line.text.strip() for line in wish.lines):
        return refuse(RefusalReason.EMPTY_TEXT)
    lines = tuple(replace(line, text=line.text.strip()) for line in wish.lines)
    body = HandoverWritten(day=wish.day, begins=wish.begins, to=wish.to_words.strip(), lines=lines)
    return (Happening(shift_subject(wish.shift), body, ground.now),)


def accept(ground: Ground, wish: AcceptHandover) -> Decision:
    """Take lines over: what needs its receiver is taken by itself, so that it has been read."""
    if ground.me is None:
        return refuse(RefusalReason.NO_USER)
    lines = [_line(ground, wish.shift, line) for line in wish.lines]
    found: list[HandedLine] = []
    for line in lines:
        if isinstance(line, Refused):
            return line
        found.append(line)
    if not found or not any(line.waits for line in found):
        return refuse(RefusalReason.ALREADY_ACCEPTED)
    if len(found) > 1 and any(line.line.needs_you and line.waits for line in found):
        return refuse(RefusalReason.ONE_BY_ONE)
    taken = tuple(line.line.line for line in found if line.waits)
    return _on(ground, wish.shift, HandoverAccepted(lines=taken))


def question(ground: Ground, wish: QuestionHandover) -> Decision:
    """Ask back about a line that is not done."""
    line = _open_line(ground, wish.shift, wish.line, wish.text)
    if isinstance(line, Refused):
        return line
    body = HandoverQuestioned(line=wish.line, text=wish.text.strip())
    return _on(ground, wish.shift, body)


def answer(ground: Ground, wish: AnswerHandover) -> Decision:
    """Answer a question that waits."""
    line = _open_line(ground, wish.shift, wish.line, wish.text)
    if isinstance(line, Refused):
        return line
    if not line.is_asked:
        return refuse(RefusalReason.NOTHING_ASKED)
    return _on(ground, wish.shift, HandoverAnswered(line=wish.line, text=wish.text.strip()))


def finish(ground: Ground, wish: FinishHandover) -> Decision:
    """Say that a line is done; whoever says so has taken it too."""
    line = _open_line(ground, wish.shift, wish.line, "klart")
    if isinstance(line, Refused):
        return line
    body = HandoverFinished(line=wish.line, note=wish.note.strip(), carried_to=wish.carried_to)
    return _on(ground, wish.shift, body)


def _shift(ground: Ground, shift: UUID) -> ShiftState:
    state = ground.states.get(shift_subject(shift))
    return state if isinstance(state, ShiftState) else ShiftState()


def _line(ground: Ground, shift: UUID, line: UUID) -> HandedLine | Refused:
    state = _shift(ground, shift)
    if state.frozen:
        return refuse(RefusalReason.NEEDS_NEWER_PROGRAM)
    return state.line(line) or refuse(RefusalReason.NOT_FOUND)


def _open_line(ground: Ground, shift: UUID, line: UUID, text: str) -> HandedLine | Refused:
    if ground.me is None:
        return refuse(RefusalReason.NO_USER)
    found = _line(ground, shift, line)
    if isinstance(found, Refused):
        return found
    if not text.strip():
        return refuse(RefusalReason.EMPTY_TEXT)
    return found if found.done_at is None else refuse(RefusalReason.LINE_DONE)


def _on(ground: Ground, shift: UUID, body: Body) -> Decision:
    return (Happening(shift_subject(shift), body, ground.now),)


RULES: Final[Rules] = {
    WriteHandover: write,
    AcceptHandover: accept,
    QuestionHandover: question,
    AnswerHandover: answer,
    FinishHandover: finish,
}
"""The rule of each wish about this."""
