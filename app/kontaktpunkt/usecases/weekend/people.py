"""Whom Helg & jour is about: who comes home and when, who comes to a short stay, in which order."""

from collections.abc import Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from kontaktpunkt.domain.events.case import CaseKind
from kontaktpunkt.domain.events.homecoming import Destination
from kontaktpunkt.domain.events.weekend import WeekendAnswer
from kontaktpunkt.domain.profile.unstaffed import Unstaffed
from kontaktpunkt.domain.times import Instant, local_day
from kontaktpunkt.usecases.rows import CaseRow, InboxRow

_LAST: Final = 1 << 62
_ANSWERS: Final = tuple(WeekendAnswer)
_EMERGENCY_FIRST: Final = -1


class Coming(Struct, frozen=True, kw_only=True):
    """Who comes home before the office closes, who in the unstaffed time, who to a short stay."""

    before: tuple[CaseRow, ...] = ()
    homeward: tuple[CaseRow, ...] = ()
    to_short_term: tuple[CaseRow, ...] = ()


def coming(cases: Sequence[CaseRow], period: Unstaffed, since: Instant, now: Instant) -> Coming:
    """Share those who come home or to a short stay out, each in one list.

    Whoever has left or is called home stands here until somebody has said that she is home.
    """
    short = [case for case in cases if to_short_term(case)]
    home = [
        case
        for case in cases
        if not to_short_term(case)
        and (
            is_on_the_way(case, period, since)
            or (case.in_hospital and is_homeward(case, period, now))
        )
    ]
    before = [case for case in home if now < period.begins and _is_before(case, period)]
    rest = [case for case in home if case not in before]

    def order(case: CaseRow) -> tuple[int, int, str, str]:
        return _order(case, now)

    return Coming(
        before=tuple(sorted(before, key=order)),
        homeward=tuple(sorted(rest, key=order)),
        to_short_term=tuple(sorted(short, key=order)),
    )


def is_homeward(case: CaseRow, period: Unstaffed, now: Instant) -> bool:
    """Say whether somebody in hospital is to come home before the office opens again.

    She is called home, or is ready or expected to be, and nothing was said against it.
    """
    home = case.homecoming
    if home.reached_at is not None or case.deceased:
        return False
    if home.left_at is not None:
        return True
    if home.called_at is not None:
        return home.expected_home is None or home.expected_home < period.ends
    weekend = case.weekend
    if weekend is not None and said_for(case, period):
        return weekend.answer is not WeekendAnswer.NO and (
            case.ready_sent_at is not None or _expected_within(case, period, now)
        )
    return _expected_within(case, period, now)


def is_on_the_way(case: CaseRow, period: Unstaffed, since: Instant) -> bool:
    """Say whether somebody is no longer in hospital and nobody has seen her home.

    Called home or seen to leave the ward: however long ago, for nobody knows where she is. Only
    told of by a discharge message: since the office last closed, for most of those are at home.
    """
    home = case.homecoming
    if case.in_hospital or case.deceased or home.reached_at is not None:
        return False
    if home.left_at is not None:
        return True
    if home.called_at is not None:
        return home.expected_home is None or home.expected_home < period.ends
    told = case.discharged_at if case.case_kind is CaseKind.INPATIENT else None
    return told is not None and since <= told < period.ends


def is_late_home(case: CaseRow, now: Instant) -> bool:
    """Say whether the time has passed when somebody was to be at home, and nobody has said so."""
    home = case.homecoming
    if home.reached_at is not None or (home.called_at is None and home.left_at is None):
        return False
    if home.withdrawn_at is not None:  # she is in hospital: it is the call that is wrong
        return False
    comes = home.expected_home or home.left_at
    return comes is not None and comes < now


def to_short_term(case: CaseRow) -> bool:
    """Say whether somebody goes to a short stay: planned to arrive there, or said to be going."""
    if case.short_term is not None and case.short_term.arrival:
        return True
    home = case.homecoming
    going = home.destination is Destination.SHORT_TERM and home.reached_at is None
    return going and (case.in_hospital or home.called_at is not None or home.left_at is not None)


def said_for(case: CaseRow, period: Unstaffed) -> bool:
    """Say whether a helgbesked was given for a day of this unstaffed time."""
    days = set(period.days) or {local_day(period.begins)}
    return case.weekend is not None and not days.isdisjoint(case.weekend.days)


def is_emergency(case: CaseRow) -> bool:
    """Say whether somebody waits on the emergency ward: she is not admitted, and comes first."""
    return case.emergency is not None and case.emergency.ended_at is None


def need(case: CaseRow, period: Unstaffed, *, begun: bool) -> tuple[int, int, int, str, str]:
    """Put first who lacks a word, then those whose other name lacks: somebody can still say it.

    Once the time has begun those who may come home stand first: that is what is looked for. Who
    waits on the emergency ward stands above them all.
    """
    weekend = case.weekend if said_for(case, period) else None
    if is_emergency(case):
        place = _EMERGENCY_FIRST
    elif weekend is None:
        place = 3 if begun else 0
    elif begun:
        place = _ANSWERS.index(weekend.answer)
    else:
        place = 1 if weekend.awaited else 2
    ready = case.ready_sent_at
    since = ready or case.expected_discharge or _LAST
    return place, 0 if ready else 1, since, case.name, str(case.case)


def wardless_case(case: CaseRow) -> CaseRow:
    """Give a masked case without hospital and ward: on this page somebody may read over shoulders.

    Who answers for the case sees them.
    """
    return replace(case, hospital="", ward="", ward_phone="") if case.masked else case


def wardless_message(row: InboxRow) -> InboxRow:
    """Give a masked message without hospital and ward."""
    return replace(row, hospital="", ward="", ward_phone="") if row.masked else row


def _expected_within(case: CaseRow, period: Unstaffed, now: Instant) -> bool:
    expected = case.expected_discharge
    if expected is None:
        return False
    first = min(period.begins, now)
    return local_day(first) <= local_day(expected) and expected < period.ends


def _is_before(case: CaseRow, period: Unstaffed) -> bool:
    """Say whether somebody comes before the office closes, by the time that is known of her."""
    home = case.homecoming
    if home.left_at is not None:
        return True
    comes = home.expected_home
    if home.called_at is None:
        comes = case.discharged_at
        if comes is None and not said_for(case, period):
            comes = case.expected_discharge
    return comes is not None and comes < period.begins


def _order(case: CaseRow, now: Instant) -> tuple[int, int, str, str]:
    """Put what is wrong first (late, called in vain), then those called home, then the expected."""
    home = case.homecoming
    called = home.called_at is not None or home.left_at is not None
    is_wrong = is_late_home(case, now) or home.withdrawn_at is not None
    place = 0 if is_wrong else 1 if called else 2
    arrives = case.short_term.arrives_at if case.short_term is not None else None
    comes = home.expected_home or home.left_at or arrives
    comes = comes or case.discharged_at or case.expected_discharge or _LAST
    return place, comes, case.name, str(case.case)
