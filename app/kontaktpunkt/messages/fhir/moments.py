"""Reads FHIR's dates and times by stated rules; a time that means no one instant is not guessed at.

- An instant needs date, hour, minute and zone. Seconds may be missing; parts of a second beyond
  microseconds are cut off.
- 24:00 is the midnight that ends the day. A leap second (23:59:60) is the second after it.
- Without hour or zone, on a day that is not in the calendar, or outside the years 1900-2199, there
  is no instant: most times are then left out with a remark, a decisive one sets the message aside.
"""

import re
from datetime import UTC, date, datetime, timedelta
from typing import Final

from kontaktpunkt.domain.times import MICROSECONDS, MINUTE, Instant, to_instant

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2199

_MOMENT = re.compile(
    r"([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2})"
    r"(?::([0-9]{2})(?:\.([0-9]{1,32}))?)?(?:Z|([+-])([0-9]{2}):([0-9]{2}))"
)
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_LAST_HOUR, _LAST_MINUTE, _LEAP, _WIDEST_ZONE = 24, 59, 60, 14 * 60
_FRACTION = 6


def read_moment(words: str) -> Instant | None:
    """Read a FHIR dateTime or instant; none when it means no instant by the rules above."""
    found = _MOMENT.fullmatch(words)
    if found is None:
        return None
    year, month, day, hour, minute = (int(part) for part in found.group(1, 2, 3, 4, 5))
    second = int(found[6] or 0)
    offset = int(found[9] or 0) * 60 + int(found[10] or 0)
    if not (_is_clock(hour, minute, second) and offset <= _WIDEST_ZONE):
        return None
    start = _start_of(year, month, day)
    if start is None:
        return None
    fraction = int((found[7] or "").ljust(_FRACTION, "0")[:_FRACTION])
    sign = -1 if found[8] == "-" else 1
    minutes = hour * 60 + minute - sign * offset
    return Instant(start + minutes * MINUTE + second * MICROSECONDS + fraction)


def read_day(words: str) -> date | None:
    """Read a whole FHIR date; a year or a month alone is no day. A time's own date counts."""
    found = _DAY.match(words)
    if found is None:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None


def write_moment(instant: Instant) -> str:
    """Write an instant as FHIR does, in UTC, with as many decimals as it has."""
    moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=instant)
    precise = "microseconds" if moment.microsecond else "seconds"
    return moment.isoformat(timespec=precise).replace("+00:00", "Z")


def _is_clock(hour: int, minute: int, second: int) -> bool:
    if hour == _LAST_HOUR:
        return minute == 0 and second == 0
    if second == _LEAP:
        return minute == _LAST_MINUTE and hour == _LAST_HOUR - 1
    return hour < _LAST_HOUR and minute <= _LAST_MINUTE and second < _LEAP


def _start_of(year: int, month: int, day: int) -> int | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return to_instant(datetime(year, month, day, tzinfo=UTC))
    except ValueError:
        return None
