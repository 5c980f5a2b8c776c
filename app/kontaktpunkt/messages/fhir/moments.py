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

from kontaktpunkt.domain.times import Instant, to_instant

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2199

_MOMENT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T([0-9]{2}:[0-9]{2}(?::[0-9]{2})?)(?:\.[0-9]{1,32})?"
    r"(?:Z|[+-](?:0[0-9]|1[0-3]):[0-5][0-9]|[+-]14:00)"
)
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_MIDNIGHTS = ("24:00", "24:00:00")
_LEAP_SECOND = "23:59:60"


def read_moment(words: str) -> Instant | None:
    """Read a FHIR dateTime or instant; none when it means no instant by the rules above."""
    found = _MOMENT.fullmatch(words)
    if found is None:
        return None
    later = timedelta()
    if found[1] in _MIDNIGHTS:
        words, later = words.replace("T24", "T00", 1), timedelta(days=1)
    elif found[1] == _LEAP_SECOND:
        words, later = words.replace(":60", ":59", 1), timedelta(seconds=1)
    try:
        moment = datetime.fromisoformat(words)
    except ValueError:
        return None
    return to_instant(moment + later) if FIRST_YEAR <= moment.year <= LAST_YEAR else None


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
