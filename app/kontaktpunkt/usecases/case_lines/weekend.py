"""What the row of a case says of the coming weekend (helgbesked)."""

from datetime import date, time

from msgspec import Struct

from kontaktpunkt.domain.events.weekend import WeekendAnswer, WeekendSide
from kontaktpunkt.domain.states import CaseState
from kontaktpunkt.domain.times import Instant


class WeekendLine(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What was decided: for which days, the answer, whom to ring, and the names behind it."""

    days: tuple[date, ...]
    answer: WeekendAnswer
    at: Instant
    text: str = ""
    earliest: time | None = None
    ring: str = ""
    ring_phone: str = ""
    unit_manager: str = ""
    licensed: str = ""
    awaited: tuple[WeekendSide, ...] = ()


def weekend_line(case: CaseState) -> WeekendLine | None:
    """Say what was decided of a case for a weekend, if anything was."""
    state = case.weekend
    if state is None:
        return None
    said = state.decided
    return WeekendLine(
        days=said.days,
        answer=said.answer,
        at=state.at,
        text=said.text,
        earliest=said.earliest,
        ring=said.ring,
        ring_phone=said.ring_phone,
        unit_manager=said.unit_manager,
        licensed=said.licensed,
        awaited=state.awaited,
    )
