"""The list of everybody in hospital or just home: groups, order by consequence, the next step."""

from collections.abc import Collection, Iterable
from datetime import time, timedelta
from typing import Final
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.events.case import CaseKind
from kontaktpunkt.domain.leaving import first_known, has_left
from kontaktpunkt.domain.profile import RuleProfile
from kontaktpunkt.domain.side import Side
from kontaktpunkt.domain.times import MINUTE, Instant, at_local, local_day, minutes_between
from kontaktpunkt.usecases.case_lines.homecoming import HomecomingLine, ReviewLine
from kontaktpunkt.usecases.follow_up.rows import (
    FollowUpGroup,
    FollowUpPage,
    FollowUpQuery,
    FollowUpRow,
    NextStep,
    ReadinessPart,
)
from kontaktpunkt.usecases.rows import CaseRow

_LAST: Final = 1 << 62
_GROUPS: Final = tuple(FollowUpGroup)
_HOME_LATE_MINUTES: Final = 120
"""Without a value of the profile: two hours, as the work is done (practice, editable)."""


class _Terms(Struct, frozen=True, kw_only=True):
    """What every row is made by."""

    now: Instant
    today_begins: Instant
    today_ends: Instant
    tomorrow_ends: Instant
    late_minutes: int
    parts: tuple[ReadinessPart, ...]


def follow_up_page(
    cases: Iterable[CaseRow],
    query: FollowUpQuery,
    profile: RuleProfile,
    now: Instant,
    also: Collection[UUID] = (),
) -> FollowUpPage:
    """Put the list together: open cases, the people of the query, in the order of the groups.

    The cases of `also` are listed however they stand now.
    """
    found = [case for case in cases if case.case in also or _belongs(case)]
    late = profile.count("home_late_minutes")
    today = local_day(now)
    # Days as bounds: asking two thousand times which day an instant falls on takes long.
    begins, ends, after = (at_local(today + timedelta(days=ahead), time()) for ahead in range(3))
    terms = _Terms(
        now=now,
        today_begins=begins,
        today_ends=ends,
        tomorrow_ends=after,
        late_minutes=_HOME_LATE_MINUTES if late is None else late,
        parts=tuple(ReadinessPart(item.code, item.side) for item in profile.readiness_items),
    )
    rows = [_row(case, terms) for case in found if case.case in also or _is_asked_for(case, query)]
    rows.sort(key=_consequence)
    return FollowUpPage(
        at=now,
        rows=tuple(rows),
        total=len(found),
        units=_choices(case.unit for case in found),
        tracks=_choices(case.track for case in found),
        hospitals=_choices(case.hospital for case in found),
    )


def _belongs(case: CaseRow) -> bool:
    """Leave out matters that are no stay; who had a stay is here until her case is closed."""
    return case.is_open and (case.in_hospital or _has_left(case))


def _has_left(case: CaseRow) -> bool:
    home = case.homecoming
    return (
        case.discharged_at is not None
        or home.left_at is not None
        or home.reached_at is not None
        or (case.case_kind is CaseKind.INPATIENT and not case.in_hospital and not case.deceased)
        or bool(case.deceased and home.paused)
    )


def left_by(case: CaseRow, now: Instant) -> Instant | None:
    """Give when somebody left the hospital, by the region's message or our own note."""
    home = case.homecoming
    left_at = first_known(case.discharged_at, home.left_at, home.reached_at)
    return left_at if has_left(left_at, now) else None


def lies_there(case: CaseRow, now: Instant) -> bool:
    """Say whether somebody is in hospital, also by our own notes."""
    return case.in_hospital and left_by(case, now) is None


def _is_asked_for(case: CaseRow, query: FollowUpQuery) -> bool:
    return (
        query.unit in ("", case.unit)
        and query.track in ("", case.track)
        and query.hospital in ("", case.hospital)
        and query.responsible in (None, case.responsible)
        and (case.in_hospital or not query.only_in_hospital)
    )


def _row(case: CaseRow, terms: _Terms) -> FollowUpRow:
    home = case.homecoming
    lacking = _lacking(home, terms.parts)
    is_ready = case.ready_sent_at is not None and lies_there(case, terms.now)
    late = _is_home_late(case, terms)
    unsure = _is_on_the_way(case, terms.now) and home.expected_home is None
    group = _group(case, terms)
    today = tuple(
        (line.name, line)
        for line in home.reviews
        if terms.today_begins <= line.at < terms.today_ends
    )
    return FollowUpRow(
        case=case,
        group=group,
        next_step=_next_step(case, group, lacking, late=late or unsure),
        items=len(terms.parts),
        in_place=len(terms.parts) - len(lacking),
        lacking=lacking,
        with_holes=is_ready
        and _is_spoken_of(home)
        and any(part.side is Side.HOSPITAL for part in lacking),
        home_late=late,
        ready_minutes=(
            minutes_between(case.ready_sent_at, terms.now)
            if is_ready and case.ready_sent_at is not None
            else None
        ),
        today=today,
        changed=_has_changed(case, home.reviews),
    )


def _lacking(home: HomecomingLine, parts: tuple[ReadinessPart, ...]) -> tuple[ReadinessPart, ...]:
    """Give the profile's items that are not in place, in the profile's order."""
    if not home.done and not home.asked:
        return parts
    return tuple(
        ReadinessPart(part.code, part.side, asked=True) if part.code in home.asked else part
        for part in parts
        if part.code not in home.done
    )


def _is_spoken_of(home: HomecomingLine) -> bool:
    """Say whether anybody has said anything of what is in place: before that, nothing is a hole."""
    return bool(home.done or home.missing or home.asked)


def _group(case: CaseRow, terms: _Terms) -> FollowUpGroup:
    if _is_on_the_way(case, terms.now):
        return FollowUpGroup.HOME_SOON
    if not lies_there(case, terms.now):
        return FollowUpGroup.AT_HOME
    if case.case_kind is CaseKind.EMERGENCY_STAY:
        return FollowUpGroup.EMERGENCY
    home = case.homecoming
    day = home.expected_home if home.called_at is not None else case.expected_discharge
    soon = day is not None and day < terms.tomorrow_ends
    if home.called_at is not None or (soon and case.ready_sent_at is None):
        return FollowUpGroup.HOME_SOON
    return FollowUpGroup.PLANNED if case.ready_sent_at is None else FollowUpGroup.READY


def _is_on_the_way(case: CaseRow, now: Instant) -> bool:
    """Say whether somebody has left, was called home, and nobody has confirmed her there yet.

    Whom nobody called home is home by her discharge: nobody waits for her to be received.
    """
    home = case.homecoming
    if lies_there(case, now) or case.deceased or home.called_at is None:
        return False
    return home.reached_at is None and home.followed_up_at is None


def _is_home_late(case: CaseRow, terms: _Terms) -> bool:
    """Say whether somebody who was called home has not been confirmed home in time."""
    home = case.homecoming
    expected = home.expected_home
    if expected is None or home.reached_at is not None or case.deceased:
        return False
    if home.withdrawn_at is not None:  # she is in hospital: it is the call that is wrong
        return False
    return terms.now > expected + terms.late_minutes * MINUTE


def _next_step(
    case: CaseRow, group: FollowUpGroup, lacking: tuple[ReadinessPart, ...], *, late: bool
) -> NextStep:
    home = case.homecoming
    is_called = home.called_at is not None
    is_ready = group is FollowUpGroup.READY
    is_soon = is_ready or group is FollowUpGroup.HOME_SOON
    # Before a word is said of what is in place nothing is a hole in what is agreed.
    has_holes = is_ready or (is_soon and _is_spoken_of(home))
    at_home = group is FollowUpGroup.AT_HOME
    ours = any(part.side is Side.MUNICIPALITY for part in lacking)
    theirs = any(part.side is Side.HOSPITAL for part in lacking)
    steps = (
        (NextStep.MAKE_CONTACT, group is FollowUpGroup.EMERGENCY and not _is_reached(case)),
        (NextStep.END_SERVICES, case.deceased and bool(home.paused)),
        (NextStep.TAKE_BACK_CALL, home.withdrawn_at is not None),
        (NextStep.CONFIRM_HOME, late),
        (NextStep.RESTART_SERVICES, bool(home.paused) and (is_called or _has_left(case))),
        (NextStep.FOLLOW_UP, at_home and home.followed_up_at is None),
        (NextStep.CLOSE_CASE, at_home),
        (NextStep.FIND_RESPONSIBLE, case.responsible is None),
        (NextStep.OUR_OBSTACLE, is_soon and _our_obstacle(home)),
        (NextStep.OUR_PARTS, has_holes and ours),
        (NextStep.ASK_HOSPITAL, has_holes and theirs),
        (NextStep.CALL_HOME, is_ready),
        (NextStep.AWAIT, is_called),
        (NextStep.PLAN, not case.steps_done),
    )
    return next((step for step, holds in steps if holds), NextStep.AWAIT)


def _is_reached(case: CaseRow) -> bool:
    """Say whether the caseworker has reached somebody who waits on the emergency ward."""
    return case.emergency is not None and case.emergency.contacted_at is not None


def _our_obstacle(home: HomecomingLine) -> bool:
    return any(one.side is Side.MUNICIPALITY for one in home.obstacles)


def _has_changed(case: CaseRow, reviews: tuple[ReviewLine, ...]) -> bool:
    """Say whether anything has come since a meeting last spoke of the person."""
    return not reviews or case.latest_at > reviews[-1].at


def _consequence(row: FollowUpRow) -> tuple[int, int, int, bytes]:
    """Order by consequence: late first, then what has waited longest or comes soonest."""
    case, home = row.case, row.case.homecoming
    moment = {
        FollowUpGroup.EMERGENCY: case.admitted_at,
        FollowUpGroup.READY: case.ready_sent_at,
        FollowUpGroup.HOME_SOON: home.expected_home or case.expected_discharge,
        FollowUpGroup.PLANNED: case.expected_discharge or case.admitted_at,
        FollowUpGroup.AT_HOME: home.reached_at or case.discharged_at,
    }[row.group]
    is_late = 0 if row.home_late or home.withdrawn_at is not None else 1
    return (
        _GROUPS.index(row.group),
        is_late,
        _LAST if moment is None else moment,
        case.case.bytes,
    )


def _choices(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({one for one in found if one}))
