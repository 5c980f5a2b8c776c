"""The demo's weekend: what was decided of people before it, and lines from shift to shift."""

from datetime import date, time, timedelta

from kontaktpunkt.domain.commands import DecideWeekend
from kontaktpunkt.domain.events.weekend import WeekendAnswer
from kontaktpunkt.usecases.demo.days import DemoDay, is_workday
from kontaktpunkt.usecases.demo.names import case_of
from kontaktpunkt.usecases.demo.written import Written

_ONE_DAY = timedelta(days=1)


class DemoWeekendWord(Written, frozen=True, kw_only=True):
    """What is decided of the person of a story for the coming free days, when and by whom."""

    story: str
    at: str
    by: str
    answer: WeekendAnswer
    text: str = ""
    earliest: str = ""
    ring: str = ""
    ring_phone: str = ""
    unit_manager: str = ""
    licensed: str = ""


class DemoLine(Written, frozen=True, kw_only=True):
    """A line that is handed over, about the person of a story or nobody."""

    text: str
    needs_you: bool = False
    story: str = ""


class DemoHandover(Written, frozen=True, kw_only=True):
    """Lines that a colleague hands over, and who takes them when, if anybody has yet."""

    at: str
    by: str
    lines: tuple[DemoLine, ...]
    taken_at: str = ""
    taken_by: str = ""


def weekend_wish(word: DemoWeekendWord, day: DemoDay) -> DecideWeekend:
    """Make the wish: for the free days that come, or for the evening when none is near."""
    return DecideWeekend(
        case=case_of(word.story),
        days=_free_days(day.today),
        answer=word.answer,
        text=word.text,
        earliest=time.fromisoformat(word.earliest) if word.earliest else None,
        ring=word.ring,
        ring_phone=word.ring_phone,
        unit_manager=word.unit_manager,
        licensed=word.licensed,
    )


def _free_days(today: date) -> tuple[date, ...]:
    """Give today or the free days around it: those from today, or from tomorrow on a workday."""
    day = today + _ONE_DAY if is_workday(today) else today
    found: list[date] = []
    while not is_workday(day):
        found.append(day)
        day += _ONE_DAY
    return tuple(found) or (today,)
