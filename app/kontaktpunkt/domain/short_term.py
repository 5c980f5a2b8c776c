"""How long a short-term decision outside office hours holds, and short stays of joined cases."""

from collections.abc import Iterable
from datetime import date, time, timedelta
from typing import Final, TypeVar, cast

from kontaktpunkt.domain.calendar.local_days import LocalDays
from kontaktpunkt.domain.events.place import PlaceKind
from kontaktpunkt.domain.profile.rule_profile import RuleProfile
from kontaktpunkt.domain.states.short_term import ShortTermState
from kontaktpunkt.domain.times import Instant, at_local, local_day, to_local

FORENOON_ENDS: Final = time(12, 0)
"""Where no profile says another time: the routine of Gislaved says *förmiddag*, and no hour."""

_T = TypeVar("_T")
_ONE_DAY = timedelta(days=1)
_LONGEST = 31  # more free days in a row than any calendar has


def valid_until(
    granted_at: Instant,
    days: LocalDays,
    ends: time = FORENOON_ENDS,
    opens: time | None = None,
) -> Instant:
    """Give until when a decision outside office hours holds: the next weekday's forenoon.

    Source: the routine of Gislaved (till nästkommande vardags förmiddag). Saturdays, Sundays, red
    days and the municipality's own free days are skipped. A decision in the small hours of a
    weekday holds until that day's own forenoon; `opens` is when the caseworkers come, and without
    it any time before the forenoon has ended counts as before.
    """
    local = to_local(granted_at)
    day = local_day(granted_at)
    if _works(day, days) and local.time() < min(opens or ends, ends):
        return at_local(day, ends)
    for _ in range(_LONGEST):
        day += _ONE_DAY
        if _works(day, days):
            break
    return at_local(day, ends)


def _works(day: date, days: LocalDays) -> bool:
    return not days.is_free(day)


def as_one_short_term(states: Iterable[ShortTermState]) -> ShortTermState:
    """Put together what cases that are one stay say: nothing that waits in either is lost."""
    said = list(states)
    return ShortTermState(
        needs=_merged(one for state in said for one in state.needs),
        decisions=_merged(one for state in said for one in state.decisions),
        asked=_merged(one for state in said for one in state.asked),
        stays=_merged(one for state in said for one in state.stays),
        arrival=next((one.arrival for one in said if one.arrival is not None), None),
    )


def _merged(things: Iterable[_T]) -> tuple[_T, ...]:
    return tuple(dict.fromkeys(things))


def search_order(profile: RuleProfile) -> tuple[PlaceKind, ...]:
    """Give in which order kinds of place are asked for; as the kinds stand where none is said."""
    value = profile.value("short_term_search_order").value
    return cast("tuple[PlaceKind, ...]", value) if isinstance(value, tuple) else tuple(PlaceKind)


def validity(profile: RuleProfile, granted_at: Instant, days: LocalDays) -> Instant:
    """Give until when a decision granted then holds, by the profile's hours and calendar."""
    ends = profile.value("short_term_valid_until").value
    hours = profile.office_hours
    spans = hours.weekdays[local_day(granted_at).weekday()] if hours is not None else ()
    opens = spans[0].opens if spans else None
    return valid_until(granted_at, days, ends if isinstance(ends, time) else FORENOON_ENDS, opens)
