"""Spans of time in words, for the papers of a stop: 25 min, 3 tim 40 min, 2 dygn 5 tim."""

from typing import Final

from kontaktpunkt.domain.times import MINUTE

_HOUR: Final = 60
_DAY: Final = 24 * _HOUR


def span(microseconds: int) -> str:
    """Say a span in whole minutes, hours or days; under a minute says so."""
    minutes = microseconds // MINUTE
    if minutes < 1:
        return "under en minut"
    if minutes < _HOUR:
        return f"{minutes} min"
    if minutes < 2 * _DAY:
        return _both(minutes // _HOUR, "tim", minutes % _HOUR, "min")
    return _both(minutes // _DAY, "dygn", minutes % _DAY // _HOUR, "tim")


def _both(count: int, unit: str, rest: int, lesser: str) -> str:
    return f"{count} {unit} {rest} {lesser}" if rest else f"{count} {unit}"
