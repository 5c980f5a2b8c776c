"""Days and clock times as they are typed from a paper: read, said back, or asked about."""

import re
from datetime import date
from typing import Final

from kontaktpunkt.domain.paper.form import Field, FieldKind
from kontaktpunkt.domain.times import HOUR, Instant, local_day, to_local
from kontaktpunkt.usecases.arriving.entry_times import Direction, TimeFault, TypedTime, read_time
from kontaktpunkt.wording.times import day, full_day

_COMING: Final = frozenset({
    "stay.expected_discharge", "stay.expected_before", "stay.expected_time", "plan.from",
    "plan.next", "meeting.date", "home.date", "deviation.answer_due", "outage.next_word",
})  # fmt: skip
"""Where a form speaks of what is to come: a day without year is then the nearest one."""

_SHORT_DAY: Final = re.compile(r"^(\d{1,2})(\d{2})$")
_CLOCK: Final = re.compile(r"^(?:kl\.? ?)?\d{1,2}(?:[:.]?\d{2})?$|^nu$")

_NEAR_DAYS: Final = 60

_NO_DAY: Final = "Datumet gick inte att tolka. Skriv till exempel 24/3, 2403 eller i går."
_NO_CLOCK: Final = "Klockslaget gick inte att tolka. Skriv till exempel 0812 eller 8.12."
_AHEAD: Final = "Dagen ligger framåt."


def read_typed(field: Field, typed: str, now: Instant) -> tuple[str, str]:
    """Give what a field holds (a day as 2026-03-24, a time as 08:12), and what is wrong, or ''."""
    text = typed.strip()
    if not text or field.kind not in (FieldKind.DATE, FieldKind.TIME):
        return text, ""
    return _clock(text, now) if field.kind is FieldKind.TIME else _day(field, text, now)


def speaks_of_coming(field: Field) -> bool:
    """Say whether a field tells of what is to come."""
    return field.back_entry in _COMING


def said_back(field: Field, value: str, now: Instant) -> str:
    """Say a day as it was understood: "i går, mån 23 mars"; nothing of other fields."""
    if field.kind is not FieldKind.DATE or not value:
        return ""
    try:
        found = date.fromisoformat(value)
    except ValueError:
        return ""
    today = local_day(now)
    near, named = day(found, today), full_day(found, today)
    return named if near == named else f"{near}, {named}"


def _day(field: Field, text: str, now: Instant) -> tuple[str, str]:
    short = _SHORT_DAY.match(text)
    words = f"{short[1]}/{short[2]}" if short else text
    coming = field.back_entry in _COMING
    read = read_time(words, now, Direction.COMING if coming else Direction.PAST)
    if short and _is_far(read, now):
        return text, _NO_DAY
    if isinstance(read, TypedTime) and not read.clock_given:
        return local_day(read.instant).isoformat(), ""
    # Today is a day too, though its noon has not been yet.
    if read is TimeFault.NEEDS_CLOCK:
        return local_day(now).isoformat(), ""
    if read is TimeFault.IN_FUTURE:
        ahead = read_time(words, now, Direction.COMING)
        if isinstance(ahead, TypedTime) and not ahead.clock_given:
            return local_day(ahead.instant).isoformat(), _AHEAD
    return text, _NO_DAY


def _is_far(read: TypedTime | TimeFault, now: Instant) -> bool:
    """Say whether four digits mean a day so far off that they may be a clock time instead."""
    return isinstance(read, TypedTime) and abs(read.instant - now) > _NEAR_DAYS * 24 * HOUR


def _clock(text: str, now: Instant) -> tuple[str, str]:
    read = read_time(text, now) if _CLOCK.match(text.casefold()) else TimeFault.NOT_UNDERSTOOD
    if isinstance(read, TypedTime):
        return f"{to_local(read.instant):%H:%M}", ""
    return text, _NO_CLOCK
