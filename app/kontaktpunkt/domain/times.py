"""Instants as integer microseconds UTC, and the local day and hour that statutes speak of."""

from datetime import UTC, date, datetime, time, timedelta
from typing import NewType
from zoneinfo import ZoneInfo

Instant = NewType("Instant", int)
"""A point in time: microseconds since 1970-01-01T00:00Z. Zoned times do not round-trip by name."""

LOCAL_ZONE = ZoneInfo("Europe/Stockholm")
MICROSECONDS = 1_000_000
MINUTE = 60 * MICROSECONDS
HOUR = 60 * MINUTE
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def to_instant(moment: datetime) -> Instant:
    """Turn an aware datetime into an instant; a naive one raises TypeError, a fault of ours."""
    return Instant((moment - _EPOCH) // timedelta(microseconds=1))


def to_local(instant: Instant) -> datetime:
    """Give the instant as clock time in Sweden."""
    return (_EPOCH + timedelta(microseconds=instant)).astimezone(LOCAL_ZONE)


def local_day(instant: Instant) -> date:
    """Give the calendar day in Sweden that the instant falls on."""
    return to_local(instant).date()


def at_local(day: date, clock: time) -> Instant:
    """Give the instant when clocks in Sweden show this time on this day.

    In the hour that the autumn repeats it is the first of the two.
    """
    return to_instant(datetime.combine(day, clock, tzinfo=LOCAL_ZONE))


def minutes_between(earlier: Instant, later: Instant) -> int:
    """Give whole elapsed minutes, rounded down; negative when the order is the other way."""
    return (later - earlier) // MINUTE
