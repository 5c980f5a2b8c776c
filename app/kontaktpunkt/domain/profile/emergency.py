"""What a profile says of 23-timmars matters: the hours, the parts, and who takes them when."""

from datetime import date, timedelta
from typing import Final, cast

from msgspec import Struct

from kontaktpunkt.domain.calendar.local_days import LocalDays
from kontaktpunkt.domain.calendar.office_hours import OfficeClock, office_clock
from kontaktpunkt.domain.profile.duty import day_kind, end_of
from kontaktpunkt.domain.profile.emergency_shapes import EmergencyStep
from kontaktpunkt.domain.profile.keys import emergency_duty_key
from kontaktpunkt.domain.profile.rule_profile import RuleProfile
from kontaktpunkt.domain.profile.shapes import Answerer, DutyHour
from kontaktpunkt.domain.times import Instant, at_local, local_day

EMERGENCY_HOURS: Final = 23
"""By the name of the place; the routine of SÄS sets no limit, and a profile may say otherwise."""
HOURS_KEY = "emergency_hours"
STEPS_KEY = "emergency_steps"
MANAGER_KEY = "manager_on_call"
_DAYS_AHEAD = 10
_ONE_DAY = timedelta(days=1)


class EmergencyWatch(Struct, frozen=True, kw_only=True):
    """A piece of time and who takes 23-timmars matters in it.

    `at_office` says that the contact point is at work; without it and without `holder` nobody is
    named. `until` is None where nothing in the profile ends it.
    """

    since: Instant
    until: Instant | None = None
    holder: Answerer | None = None
    at_office: bool = False

    @property
    def is_unmanned(self) -> bool:
        """Say whether nobody is named for this time."""
        return self.holder is None and not self.at_office


def emergency_steps(profile: RuleProfile) -> tuple[EmergencyStep, ...]:
    """Give the parts of a 23-timmars matter in order; empty where the profile has no routine."""
    value = profile.value(STEPS_KEY).value
    return cast("tuple[EmergencyStep, ...]", value) if isinstance(value, tuple) else ()


def emergency_hours(profile: RuleProfile | None) -> int:
    """Give how many elapsed hours the place is for; by its name where the profile says nothing."""
    value = profile.value(HOURS_KEY).value if profile is not None else None
    return value if isinstance(value, int) else EMERGENCY_HOURS


def manager_on_call(profile: RuleProfile) -> Answerer | None:
    """Give whom to ring when nobody else is named (chef i beredskap); None when not filled in."""
    value = profile.value(MANAGER_KEY).value
    return value if isinstance(value, Answerer) else None


def emergency_watches(
    profile: RuleProfile, at: Instant, days: LocalDays
) -> tuple[EmergencyWatch, ...]:
    """Say who takes 23-timmars matters from now until the office opens the next time.

    The hours that the profile names for it come first, then the hours of the contact point; what
    is left is unmanned and says so.
    """
    hours = profile.office_hours
    plan = _Plan(profile, office_clock(hours, days.closed) if hours else None, days)
    found: list[EmergencyWatch] = []
    moment: Instant | None = at
    while moment is not None:
        watch = plan.watch(moment)
        if found and watch.at_office:
            break
        found.append(watch)
        moment = watch.until
    return tuple(found)


class _Plan:
    """The hours of a profile laid out over days."""

    def __init__(self, profile: RuleProfile, office: OfficeClock | None, days: LocalDays) -> None:
        self._profile = profile
        self._office = office
        self._days = days

    def watch(self, moment: Instant) -> EmergencyWatch:
        """Say who takes it at a moment, and until when that holds."""
        named = self._hours(moment)
        for begins, ends, hour in named:
            if begins <= moment < ends:
                holder = Answerer(hour.label, hour.role)
                return EmergencyWatch(since=moment, until=ends, holder=holder)
        later = [begins for begins, _, _ in named if begins > moment]
        open_until = self._office.open_until(moment) if self._office else None
        if open_until is not None:
            until = min([open_until, *later])
            return EmergencyWatch(since=moment, until=until, at_office=True)
        opening = self._office.next_opening(moment) if self._office else None
        coming = [*later, *([opening] if opening is not None else [])]
        return EmergencyWatch(since=moment, until=min(coming, default=None))

    def _hours(self, moment: Instant) -> list[tuple[Instant, Instant, DutyHour]]:
        """Give the hours that the profile names on the days from this one on."""
        today = local_day(moment)
        days = [today + ahead * _ONE_DAY for ahead in range(_DAYS_AHEAD)]
        return [
            (at_local(day, hour.opens), end_of(day, hour), hour)
            for day in days
            for hour in self._named_on(day)
        ]

    def _named_on(self, day: date) -> tuple[DutyHour, ...]:
        key = emergency_duty_key(day_kind(day, self._days))
        value = self._profile.value(key, day).value
        return cast("tuple[DutyHour, ...]", value) if isinstance(value, tuple) else ()
