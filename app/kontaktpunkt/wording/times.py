"""Days, clock times and spans as staff say them; the present is always handed in."""

from datetime import date

from kontaktpunkt.domain.times import MINUTE, Instant, local_day, minutes_between, to_local

_DAYS = ("mån", "tis", "ons", "tors", "fre", "lör", "sön")
_MONTHS = (
    "jan",
    "feb",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "aug",
    "sep",
    "okt",
    "nov",
    "dec",
)
_NEAR = {0: "i dag", -1: "i går", 1: "i morgon"}  # days from today
_NO_TIME = (0, 12)
_HOUR = 60
_DAY = 24 * _HOUR
_EXACT_HOURS = 3 * _HOUR


def clock(at: Instant) -> str:
    """Say the clock time: "08:12"."""
    return f"{to_local(at):%H:%M}"


def at_clock(at: Instant) -> str:
    """Say the clock time with kl: "kl 08:12"."""
    return f"kl {clock(at)}"


def day(when: date, today: date) -> str:
    """Say the day: "i dag", "i går", "i morgon", "tis 3 mars"; with the year when it is another."""
    return _NEAR.get((when - today).days) or full_day(when, today)


def short_day(when: date, today: date) -> str:
    """Say the day where there is little room: "i dag", "12/3"; with the year when it is another."""
    year = "" if when.year == today.year else f" {when.year}"
    return _NEAR.get((when - today).days) or f"{when.day}/{when.month}{year}"


def full_day(when: date, today: date | None = None) -> str:
    """Say the day by name and date: "tis 3 mars"; with the year when it is another than today's."""
    words = f"{_DAYS[when.weekday()]} {when.day} {_MONTHS[when.month - 1]}"
    return words if today is None or when.year == today.year else f"{words} {when.year}"


def when(at: Instant, now: Instant) -> str:
    """Say day and time, without the day when that is today: "08:12", "i går 16:40"."""
    said = day(local_day(at), local_day(now))
    return clock(at) if said == "i dag" else f"{said} {clock(at)}"


def planned(at: Instant, now: Instant, *, short: bool = False) -> str:
    """Say a planned time: "tis 3 mars 11:00", or "3/3 11:00" where there is little room.

    Noon sharp and midnight are how systems write a day without a time; then the day is all.
    """
    local = to_local(at)
    said = (short_day if short else day)(local.date(), local_day(now))
    return said if local.minute == 0 and local.hour in _NO_TIME else f"{said} {clock(at)}"


def moment(at: Instant) -> str:
    """Say day and time without knowing the present: "tis 3 mars 08:12"."""
    return f"{full_day(local_day(at))} {clock(at)}"


def span(minutes: int) -> str:
    """Say a span without sign: "30 min", "1 tim 20 min", "46 tim", "2 dygn".

    Under two days in hours: "1 dygn" would be said of 46 hours as of 24.
    """
    minutes = abs(minutes)
    if minutes < _HOUR:
        return f"{minutes} min"
    if minutes < 2 * _DAY:
        hours, rest = divmod(minutes, _HOUR)
        return f"{hours} tim {rest} min" if rest and minutes < _EXACT_HOURS else f"{hours} tim"
    return f"{minutes // _DAY} dygn"


def ago(at: Instant, now: Instant) -> str:
    """Say how far off a time is: "nyss", "för 30 min", "om 3 tim"."""
    minutes = minutes_between(at, now)
    if now - at < MINUTE and at <= now:
        return "nyss"
    if at > now:
        return f"om {span(minutes_between(now, at))}"
    return f"för {span(minutes)}"


def when_and_ago(at: Instant, now: Instant) -> str:
    """Say a time and how far off it is: "08:12, för 30 min"."""
    return f"{when(at, now)}, {ago(at, now)}"


def due(at: Instant, now: Instant) -> str:
    """Say a time that we must keep: "senast 12:00, om 3 tim"; when it has passed see `late`."""
    if at <= now:
        return late(at, now)
    left = minutes_between(now, at)
    # The clock time is exact; what is left of it need not be.
    rough = span(left) if left < _HOUR else span(left - left % _HOUR)
    return f"senast {when(at, now)}, om {rough}"


def late(at: Instant, now: Instant) -> str:
    """Say that a time of ours has passed: "25 min sent"."""
    return f"{span(minutes_between(at, now))} sent"
