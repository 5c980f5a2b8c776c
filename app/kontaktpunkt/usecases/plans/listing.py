"""Puts a week of SIP together from open cases: meetings by day, clashes, who is not summoned."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from msgspec.structs import replace

from kontaktpunkt.domain.times import HOUR, Instant, local_day
from kontaktpunkt.usecases.case_lines.homecoming import PlanLine
from kontaktpunkt.usecases.plans.rows import (
    AwaitsSummons,
    PlanDay,
    PlanEntry,
    PlanQuery,
    PlanStanding,
    PlanWeek,
)
from kontaktpunkt.usecases.rows import CaseRow

_DAYS: Final = 7
_WORKDAYS: Final = 5
_ASSUMED: Final = HOUR
"""A summons says when a meeting begins and not how long it lasts: an hour is kept free."""
_COMING: Final = (PlanStanding.SET, PlanStanding.SUMMONED)


def plan_week(
    cases: Iterable[CaseRow], query: PlanQuery, now: Instant, is_red: Callable[[date], bool]
) -> PlanWeek:
    """Put the week together that a day lies in."""
    found = [case for case in cases if case.is_open]
    shown = [case for case in found if query.unit in ("", case.unit)]
    monday = query.day - timedelta(days=query.day.weekday())
    days = [monday + timedelta(days=ahead) for ahead in range(_DAYS)]
    # Who is asked for does not change who is double-booked.
    entries = _with_clashes([entry for case in found for entry in entries_of(case)])
    entries = [entry for entry in entries if query.unit in ("", entry.case.unit)]
    return PlanWeek(
        at=now,
        unit=query.unit,
        units=tuple(sorted({case.unit for case in found} - {""})),
        days=tuple(
            PlanDay(
                day=day,
                is_free=day.weekday() >= _WORKDAYS or is_red(day),
                entries=tuple(entry for entry in entries if local_day(entry.at) == day),
            )
            for day in days
        ),
        untimed=tuple(case for case in shown if _is_untimed(case)),
        awaiting=_awaiting(shown),
    )


def entries_of(case: CaseRow) -> Iterator[PlanEntry]:
    """Give the meetings of a case: ours, and the region's own where ours say nothing of it."""
    home = case.homecoming
    summoned = home.summons.meeting_at
    for line in home.plans:
        yield _entry(case, line, summoned)
    if summoned is not None and not any(not line.cancelled for line in home.plans):
        yield PlanEntry(
            case=case,
            standing=PlanStanding.SUMMONED,
            at=summoned,
            ends_at=Instant(summoned + _ASSUMED),
            form_words=home.summons.form,
            place=home.summons.place,
            participants=home.summons.participants,
            consent=home.consent,
        )


def _entry(case: CaseRow, line: PlanLine, summoned: Instant | None) -> PlanEntry:
    standing = PlanStanding.SET
    if line.held:
        standing = PlanStanding.HELD
    elif line.cancelled:
        standing = PlanStanding.CANCELLED
    differs = summoned is not None and summoned != line.meeting_at
    return PlanEntry(
        case=case,
        standing=standing,
        at=line.meeting_at,
        ends_at=line.ends_at,
        plan=line.plan,
        form=line.form,
        place=line.place,
        participants=line.participants,
        consent=line.consent,
        changes=line.changes,
        moved_from_summons=differs and standing is PlanStanding.SET,
    )


def _with_clashes(entries: Sequence[PlanEntry]) -> list[PlanEntry]:
    """Mark those that overlap another while somebody would have to be in both."""
    ordered = sorted(entries, key=lambda one: (one.at, one.case.case.bytes))
    coming = [one for one in ordered if one.standing in _COMING]
    clashing: set[int] = set()
    for place, one in enumerate(coming):
        for other in coming[place + 1 :]:
            if other.at >= one.ends_at:
                break
            if _needs_same(one, other):
                clashing |= {id(one), id(other)}
    return [replace(one, clash=True) if id(one) in clashing else one for one in ordered]


def _needs_same(one: PlanEntry, other: PlanEntry) -> bool:
    """Say whether the same person is to be in both: the patient, who answers, or who is named."""
    if one.case.person is not None and one.case.person == other.case.person:
        return True
    responsible = one.case.responsible
    named = _names(one) & _names(other)
    return bool(named) or (responsible is not None and responsible == other.case.responsible)


def _names(entry: PlanEntry) -> set[str]:
    return {" ".join(name.casefold().split()) for name in entry.participants}


def _is_untimed(case: CaseRow) -> bool:
    """Say whether the region has summoned to a meeting without a time that anybody has set."""
    summons = case.homecoming.summons
    return summons.came and summons.meeting_at is None and not case.homecoming.plans


def _awaiting(cases: Iterable[CaseRow]) -> tuple[AwaitsSummons, ...]:
    found = (
        AwaitsSummons(case=case, due=case.homecoming.summons.due)
        for case in cases
        if case.homecoming.summons.due is not None and not case.homecoming.plans
    )
    return tuple(sorted(found, key=lambda one: (one.due, one.case.case.bytes)))
