"""What staff may want in the handover from one shift to the next (överlämning)."""

from datetime import date
from uuid import UUID

from kontaktpunkt.domain.commands.command import Command
from kontaktpunkt.domain.events.handover import HandoverLine
from kontaktpunkt.domain.times import Instant


class WriteHandover(Command, frozen=True, kw_only=True):
    """Hand lines to the shift of a day."""

    shift: UUID
    day: date
    begins: Instant
    to_words: str = ""
    lines: tuple[HandoverLine, ...]


class AcceptHandover(Command, frozen=True, kw_only=True):
    """Take lines over: one that needs me by itself, any others in one stroke."""

    shift: UUID
    lines: tuple[UUID, ...]


class QuestionHandover(Command, frozen=True, kw_only=True):
    """Ask back about a line."""

    shift: UUID
    line: UUID
    text: str


class AnswerHandover(Command, frozen=True, kw_only=True):
    """Answer a question about a line."""

    shift: UUID
    line: UUID
    text: str


class FinishHandover(Command, frozen=True, kw_only=True):
    """Say that what a line asked for is done, or stands in a later shift's line."""

    shift: UUID
    line: UUID
    note: str = ""
    carried_to: UUID | None = None
