"""The watch of the region's inbox as a page: looks of the last days against what was expected."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from kontaktpunkt.domain.calendar.local_days import LocalDays
from kontaktpunkt.domain.fold import fold
from kontaktpunkt.domain.ledger.subjects import SubjectKind, keyed_id, watch_subject
from kontaktpunkt.domain.profile import (
    Answerer,
    Cover,
    DutyKind,
    RuleProfile,
    day_kind,
    duty_gaps,
)
from kontaktpunkt.domain.profile.duty import manning, otherwise_on
from kontaktpunkt.domain.profile.watching import (
    ExpectedCheck,
    answers,
    checks_per_day,
    expected_between,
    looked_back,
    missed_now,
    next_check,
)
from kontaktpunkt.domain.states import PolicyState, WatchStamp, WatchState
from kontaktpunkt.domain.times import Instant, local_day
from kontaktpunkt.usecases.duty.rows import (
    CheckRow,
    DayName,
    Look,
    NamedGap,
    WatchDay,
    WatchPage,
)
from kontaktpunkt.usecases.outages.downtime import downtimes
from kontaktpunkt.usecases.ports import StoreView

_LOG_DAYS: Final = 7
_ONE_DAY = timedelta(days=1)


def watch_id(store: StoreView, system: str, municipality: str, day: date) -> UUID:
    """Give the subject of a system's watch on a local day, the same on every workstation."""
    return keyed_id(store.keys().id_key, "watch", system, municipality, day.isoformat())


def name_day(day: date, days: LocalDays) -> DayName:
    """Give a day with its kind and name."""
    return DayName(
        day=day, kind=day_kind(day, days), name=days.name(day), major=days.major_holiday(day)
    )


def watch_page(
    store: StoreView, profile: RuleProfile, days: LocalDays, now: Instant, policy: PolicyState
) -> WatchPage:
    """Put the page together from the looks of the last days.

    Before the store was founded nobody could stamp anything here: nothing was missed then. A demo
    is founded with its days already behind it.
    """
    municipality = policy.municipality
    since = Instant(0) if policy.demo else policy.founded_at or Instant(0)
    today = local_day(now)
    first = min(looked_back(now), today - (_LOG_DAYS - 1) * _ONE_DAY)
    stamps = stamps_between(store, profile, municipality, (first, today))
    names = {row.staff: row.name for row in store.staff_rows()}
    checks = [one for one in expected_between(profile, first, today, days) if one.due >= since]
    moments = [stamp.at for stamp in stamps if stamp.at <= now]
    down = downtimes(store, profile.system_short_name, now)
    could = [one for one in checks if not any(stop.excuses(one) for stop in down)]
    late = [check for check in could if local_day(check.due) >= looked_back(now)]
    down_since = min((stop.since for stop in down if stop.goes_on(now)), default=None)
    hand_to, sure = _manned(profile, days, now)
    return WatchPage(
        system=profile.system_short_name,
        municipality=municipality,
        today=name_day(today, days),
        last=_look(stamps[-1], names) if stamps else None,
        coming=next_check(profile, now, moments, days) if down_since is None else None,
        down_since=down_since,
        missed=missed_now(late, moments, now) if down_since is None else None,
        watch_now=manning(profile, DutyKind.WATCH, now, days),
        hand_to=hand_to,
        hand_confirmed=sure,
        per_day=checks_per_day(profile, today),
        gaps=named_gaps(profile, today, days),
        log=_log(could, stamps, names, days, now),
    )


def named_gaps(profile: RuleProfile, today: date, days: LocalDays) -> tuple[NamedGap, ...]:
    """Give the days for which nobody is named; those of one storhelg that lack the same as one."""
    found: list[NamedGap] = []
    for gap in duty_gaps(profile, today, days):
        on = name_day(gap.day, days)
        last = found[-1] if found else None
        if last and on.major and on.major == last.on.major and gap.duties == last.gap.duties:
            found[-1] = NamedGap(gap=last.gap, on=last.on, to=on)
        else:
            found.append(NamedGap(gap=gap, on=on, to=on))
    return tuple(found)


def stamps_between(
    store: StoreView, profile: RuleProfile, municipality: str, span: tuple[date, date]
) -> list[WatchStamp]:
    """Give the looks of some days, by time."""
    first, last = span
    subjects = [
        watch_subject(watch_id(store, profile.system_name, municipality, first + ahead * _ONE_DAY))
        for ahead in range((last - first).days + 1)
    ]
    found: list[WatchStamp] = []
    for events in store.events_of_many(subjects).values():
        state = fold(SubjectKind.WATCH, events) if events else None
        if isinstance(state, WatchState):
            found += state.stamps
    return sorted(found, key=lambda stamp: stamp.at)


def _manned(profile: RuleProfile, days: LocalDays, now: Instant) -> tuple[Answerer | None, bool]:
    """Say who can be rung where none of ours watches now, and whether the profile is sure of it.

    Where nobody is named for the inbox, whoever has the phone is the one who is there.
    """
    watch = manning(profile, DutyKind.WATCH, now, days)
    if watch.cover is Cover.NAMED:
        return None, True
    if watch.who is not None:
        return watch.who, watch.cover is not Cover.UNCONFIRMED
    phone = manning(profile, DutyKind.PHONE, now, days)
    return phone.who or otherwise_on(profile, DutyKind.PHONE, local_day(now)), False


def _log(
    checks: Sequence[ExpectedCheck],
    stamps: Sequence[WatchStamp],
    names: Mapping[UUID, str],
    days: LocalDays,
    now: Instant,
) -> tuple[WatchDay, ...]:
    """Give the last days, newest first: what was expected, and what was looked at besides."""
    looks = {stamp.at: _look(stamp, names) for stamp in stamps}
    made = answers(checks, looks)
    used = set(made.values())
    today = local_day(now)
    return tuple(
        WatchDay(
            on=name_day(day, days),
            checks=tuple(
                _check_row(check, looks.get(made.get(check.due, Instant(-1))), now)
                for check in checks
                if local_day(check.due) == day
            ),
            other_looks=tuple(
                look for at, look in looks.items() if at not in used and local_day(at) == day
            ),
        )
        for day in (today - back * _ONE_DAY for back in range(_LOG_DAYS))
    )


def _check_row(check: ExpectedCheck, look: Look | None, now: Instant) -> CheckRow:
    seen_at = look.at if look is not None else now
    return CheckRow(check=check, look=look, missed=seen_at >= check.late_at)


def _look(stamp: WatchStamp, names: Mapping[UUID, str]) -> Look:
    by_name = names.get(stamp.by, "") if stamp.by else ""
    return Look(at=stamp.at, by_name=by_name, found_new=stamp.found_new, note=stamp.note)
