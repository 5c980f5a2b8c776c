"""When the region's inbox is to be looked in, and which of those checks nobody has made."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final

from msgspec import Struct

from kontaktpunkt.domain.calendar.local_days import LocalDays
from kontaktpunkt.domain.profile.duty import DutyKind, end_of, hours_on
from kontaktpunkt.domain.profile.rule_profile import RuleProfile
from kontaktpunkt.domain.profile.shapes import Answerer, DutyHour
from kontaktpunkt.domain.times import MINUTE, Instant, at_local, local_day

LATE_AFTER: Final = 30 * MINUTE
"""So long after its time an expected check is missed; so long before it a check already counts."""

_DAYS_BACK: Final = 4
_DAYS_AHEAD: Final = 14
_STEP: Final = 5 * MINUTE
_ONE_DAY = timedelta(days=1)


class ExpectedCheck(Struct, frozen=True):
    """A time at which the region's inbox is to be looked in, and by whom."""

    due: Instant
    who: Answerer

    @property
    def late_at(self) -> Instant:
        """Give when it is missed."""
        return Instant(self.due + LATE_AFTER)

    @property
    def counts_from(self) -> Instant:
        """Give from when a check answers it."""
        return Instant(self.due - LATE_AFTER)


def checks_per_day(profile: RuleProfile, day: date) -> int | None:
    """Give how often the inbox is to be looked in on a day; None where nobody has confirmed it."""
    value = profile.value("inbox_checks_per_day", day).value
    return value if isinstance(value, int) else None


def expected_checks(profile: RuleProfile, day: date, days: LocalDays) -> tuple[ExpectedCheck, ...]:
    """Give a day's expected checks.

    The watched time of the day, in elapsed minutes, is cut into as many equal parts as there are
    checks; one is due at the start of each part, rounded down to five minutes. So the first is due
    when the watch begins, and each part of the watch has one. Without confirmed hours or number
    nothing is expected.
    """
    spans = _spans(day, hours_on(profile, DutyKind.WATCH, day, days) or ())
    count = checks_per_day(profile, day) or 0
    whole = sum(ends - begins for begins, ends, _ in spans)
    dues: dict[Instant, Answerer] = {}
    for nth in range(count):
        left = whole * nth // count
        for begins, ends, who in spans:
            if left < ends - begins:
                due = max(begins, (begins + left) // _STEP * _STEP)
                dues.setdefault(Instant(due), who)
                break
            left -= ends - begins
    return tuple(ExpectedCheck(due, who) for due, who in dues.items())


def expected_between(
    profile: RuleProfile, first: date, last: date, days: LocalDays
) -> tuple[ExpectedCheck, ...]:
    """Give the expected checks of several days, in order."""
    count = (last - first).days + 1
    return tuple(
        check
        for ahead in range(count)
        for check in expected_checks(profile, first + ahead * _ONE_DAY, days)
    )


def answers(checks: Sequence[ExpectedCheck], stamps: Iterable[Instant]) -> dict[Instant, Instant]:
    """Say which check was answered by which stamp, by due time.

    A stamp answers the latest check that it counts for, and only the first stamp does. A check is
    made in time when its stamp is not after `late_at`.
    """
    found: dict[Instant, Instant] = {}
    for stamp in sorted(stamps):
        counted = [check for check in checks if check.counts_from <= stamp]
        if counted:
            found.setdefault(counted[-1].due, stamp)
    return found


def missed_now(
    checks: Sequence[ExpectedCheck], stamps: Iterable[Instant], now: Instant
) -> ExpectedCheck | None:
    """Give the latest missed check, unless somebody has looked since.

    Looking late mends it: what matters is that nothing lies unseen now.
    """
    late = [check for check in checks if check.late_at <= now]
    if not late or any(late[-1].counts_from <= stamp <= now for stamp in stamps):
        return None
    return late[-1]


def next_check(
    profile: RuleProfile, now: Instant, stamps: Iterable[Instant], days: LocalDays
) -> ExpectedCheck | None:
    """Give the next check that nobody has made yet and that is not late; None in two weeks."""
    today = local_day(now)
    coming = expected_between(profile, today, today + _DAYS_AHEAD * _ONE_DAY, days)
    made = answers(coming, stamps)
    for check in coming:
        if check.late_at > now and check.due not in made:
            return check
    return None


def looked_back(now: Instant) -> date:
    """Give the first day whose checks still matter: longer than any storhelg of the law."""
    return local_day(now) - _DAYS_BACK * _ONE_DAY


def _spans(day: date, hours: Iterable[DutyHour]) -> list[tuple[Instant, Instant, Answerer]]:
    """Give the watched pieces of a day; one within the hour that the spring skips is none."""
    spans = (
        (at_local(day, hour.opens), end_of(day, hour), Answerer(hour.label, hour.role))
        for hour in hours
    )
    return [span for span in spans if span[0] < span[1]]
