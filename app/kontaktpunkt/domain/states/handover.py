"""What the handover to a shift is after all its events."""

from datetime import date
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.events.handover import HandoverLine
from kontaktpunkt.domain.times import Instant


class LineTalk(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A question about a line, or the answer to it: when, by whom, in which words."""

    at: Instant
    text: str
    by: UUID | None = None
    is_answer: bool = False


class HandedLine(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A line as it stands: who handed it over when, who took it, what was asked, whether done."""

    line: HandoverLine
    begins: Instant
    written_at: Instant
    written_by: UUID | None = None
    to_words: str = ""
    accepted_at: Instant | None = None
    accepted_by: UUID | None = None
    talk: tuple[LineTalk, ...] = ()
    done_at: Instant | None = None
    done_by: UUID | None = None
    done_note: str = ""
    carried_to: UUID | None = None

    @property
    def waits(self) -> bool:
        """Say whether nobody has taken the line, and it is not done either."""
        return self.accepted_at is None and self.done_at is None

    @property
    def is_open(self) -> bool:
        """Say whether somebody has to see to it: untaken, or taken by name and not done."""
        return self.waits or (self.line.needs_you and self.done_at is None) or self.is_asked

    @property
    def is_asked(self) -> bool:
        """Say whether a question waits for its answer."""
        return self.done_at is None and bool(self.talk) and not self.talk[-1].is_answer


class ShiftState(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """All lines that were handed to the shift of a day, in the order in which they were written."""

    day: date | None = None
    begins: Instant = Instant(0)
    lines: tuple[HandedLine, ...] = ()
    frozen: bool = False

    @property
    def is_open(self) -> bool:
        """Say whether any of its lines is open."""
        return any(line.is_open for line in self.lines)

    @property
    def latest_at(self) -> Instant:
        """Give when anything last happened to its lines, or when it begins if that is later."""
        happened = (
            at
            for line in self.lines
            for at in (line.written_at, line.accepted_at, line.done_at)
            if at is not None
        )
        return max(self.begins, *happened, Instant(0))

    def line(self, line: UUID) -> HandedLine | None:
        """Give a line by its id."""
        return next((one for one in self.lines if one.line.line == line), None)
