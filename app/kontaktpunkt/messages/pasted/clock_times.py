"""Reads times as screens show them: clock time in Sweden, a full date, nothing guessed.

- A time needs a day with its year, hour and minute. Without zone it is Swedish clock time.
- In the hour that the autumn repeats, or that the spring leaves out, a time without zone means no
  one instant, and is not understood.
"""

import re
from datetime import UTC, date, datetime, time
from typing import Final

from kontaktpunkt.domain.times import LOCAL_ZONE, Instant, to_instant
from kontaktpunkt.messages.fhir.moments import FIRST_YEAR, LAST_YEAR, read_moment

_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            ("januari", "jan"),
            ("februari", "feb"),
            ("mars", "mar"),
            ("april", "apr"),
            ("maj",),
            ("juni", "jun"),
            ("juli", "jul"),
            ("augusti", "aug"),
            ("september", "sep", "sept"),
            ("oktober", "okt"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
_CLOCK: Final = r"(?:,?\s+|T)(?:kl\.?\s*)?([01]?[0-9]|2[0-3])[:.]([0-5][0-9])(?:[:.]([0-5][0-9]))?"
_WEEKDAY: Final = r"(?:(?:mån|tis|ons|tors|fre|lör|sön)(?:dag)?(?:en)?\.?,?\s+)?(?:den\s+)?"
_BY_NUMBERS: Final = re.compile(
    _WEEKDAY + r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:" + _CLOCK + ")?", re.IGNORECASE | re.ASCII
)
_BY_WORDS: Final = re.compile(
    _WEEKDAY + r"([0-9]{1,2})\s+([a-z]{3,9})\.?\s+([0-9]{4})(?:" + _CLOCK + ")?",
    re.IGNORECASE | re.ASCII,
)
_BY_SLASH: Final = re.compile(
    _WEEKDAY + r"([0-9]{1,2})/([0-9]{1,2})[\s-]([0-9]{4})(?:" + _CLOCK + ")?",
    re.IGNORECASE | re.ASCII,
)
_LONGEST: Final = 60


def clock_time(words: str) -> Instant | None:
    """Give the instant that the words mean; none when they mean no one instant."""
    if len(words) > _LONGEST:
        return None
    told = read_moment(words.strip())
    if told is not None:
        return told
    parts = _parts(words)
    if parts is None or parts[3] is None:
        return None
    day = _day(*parts[:3])
    return None if day is None else _instant(day, parts[3])


def day_only(words: str) -> date | None:
    """Give the day when the words hold a day and no clock time."""
    parts = _parts(words) if len(words) <= _LONGEST else None
    return None if parts is None or parts[3] is not None else _day(*parts[:3])


def _parts(words: str) -> tuple[int, int, int, time | None] | None:
    """Give year, month, day of the month and clock time."""
    words = " ".join(words.split())
    if found := _BY_NUMBERS.fullmatch(words):
        return int(found[1]), int(found[2]), int(found[3]), _time(found)
    if found := _BY_SLASH.fullmatch(words):
        return int(found[3]), int(found[2]), int(found[1]), _time(found)
    if (found := _BY_WORDS.fullmatch(words)) and found[2].lower() in _MONTHS:
        return int(found[3]), _MONTHS[found[2].lower()], int(found[1]), _time(found)
    return None


def _time(found: re.Match[str]) -> time | None:
    if found[4] is None:
        return None
    return time(int(found[4]), int(found[5]), int(found[6] or 0))


def _day(year: int, month: int, day: int) -> date | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _instant(day: date, clock: time) -> Instant | None:
    first, second = (
        datetime.combine(day, clock, tzinfo=LOCAL_ZONE).replace(fold=fold) for fold in (0, 1)
    )
    if first.utcoffset() != second.utcoffset():
        return None
    return to_instant(first.astimezone(UTC))
