"""The clocks of a case by the rules in force, and by when we must answer, or take what is first."""

from datetime import timedelta
from typing import Final
from uuid import UUID

from kontaktpunkt.domain.clocks import CaseClock, ClockStatus, ClockTerms, clocks_of, planning_clock
from kontaktpunkt.domain.events.message import MessageTakenIn
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.profile.duty import DutyKind, end_of, hours_on
from kontaktpunkt.domain.profile.emergency import emergency_watches
from kontaktpunkt.domain.states import CaseState, PersonState
from kontaktpunkt.domain.times import MINUTE, Instant, at_local, local_day
from kontaktpunkt.usecases.case_lines.emergency import EmergencyLine
from kontaktpunkt.usecases.tools import Rules

_DAYS_AHEAD: Final = 10
_ONE_DAY: Final = timedelta(days=1)


def evidence_of(case: CaseState, person: PersonState, rules: Rules) -> tuple[CaseClock, ...]:
    """Give the clocks of a case by the rules in force; what each says at a time is its own."""
    # Where somebody protected lives reaches nobody, not even as the payer of a clock.
    home = "" if person.is_protected else person.home_municipality
    return clocks_of(case, terms_of(rules, home))


def terms_of(rules: Rules, home_municipality: str = "") -> ClockTerms:
    """Give the rules as clocks read them."""
    return ClockTerms(
        profile=rules.profile, is_red=rules.is_red, home_municipality=home_municipality
    )


def answer_by(
    message: UUID, taken: MessageTakenIn, case: CaseState | None, rules: Rules
) -> Instant | None:
    """Say by when the planning must be answered.

    None where it is no matter of this message, is answered or stands still, or where nobody has
    confirmed within how many hours.
    """
    if taken.message_kind is not MessageKind.ADMISSION_NOTICE or case is None:
        return None
    clock = planning_clock(case, terms_of(rules))
    if clock is None or clock.message != message or clock.due_at is None:
        return None
    # Whether it has run out is for the screen to say: here it only matters that it runs.
    runs = clock.status(clock.due_at) is ClockStatus.RUNNING
    return clock.due_at if runs else None


def take_first_by(
    received_at: Instant, waits: EmergencyLine | None, rules: Rules
) -> Instant | None:
    """Say by when what comes first of all must be taken: while somebody watches, office or not.

    Whoever is named for 23-timmars or watches the inbox takes it within as many minutes as the
    office has, and no later than her hours on the emergency ward end.
    """
    minutes = rules.profile.untaken_minutes
    told = [rules.late_at(received_at)]
    if minutes is not None:
        manned = _manned_from(received_at, rules)
        told.append(Instant(manned + minutes * MINUTE) if manned is not None else None)
    if waits is not None and waits.ended_at is None:
        told.append(waits.due_at)
    return min((at for at in told if at is not None), default=None)


def _manned_from(at: Instant, rules: Rules) -> Instant | None:
    """Give from when somebody who is named has 23-timmars or the inbox, by the profile's hours."""
    named = [
        watch.since
        for watch in emergency_watches(rules.profile, at, rules.days)
        if watch.holder is not None
    ]
    for ahead in range(_DAYS_AHEAD):
        day = local_day(at) + ahead * _ONE_DAY
        hours = hours_on(rules.profile, DutyKind.WATCH, day, rules.days) or ()
        named += [max(at, at_local(day, one.opens)) for one in hours if end_of(day, one) > at]
        if named:
            break
    return min(named, default=None)
