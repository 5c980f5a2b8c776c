"""What staff may want to decide of a person in hospital before a weekend (helgbesked)."""

from datetime import date, time
from uuid import UUID

from kontaktpunkt.domain.commands.command import Command
from kontaktpunkt.domain.events.weekend import WeekendAnswer, WeekendSide


class DecideWeekend(Command, frozen=True, kw_only=True):
    """Write down whether the person may be taken home on these days; fields as in the event."""

    case: UUID
    days: tuple[date, ...]
    answer: WeekendAnswer
    text: str = ""
    earliest: time | None = None
    ring: str = ""
    ring_phone: str = ""
    unit_manager: str = ""
    licensed: str = ""


class ConfirmWeekend(Command, frozen=True, kw_only=True):
    """Put the other name under what was decided."""

    case: UUID
    side: WeekendSide
    name: str
