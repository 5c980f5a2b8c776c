"""The list that a team stands around: who is in which group, in which order, what comes next."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import pytest
from msgspec.structs import replace

from kontaktpunkt.bootstrap.shelf import DataShelf
from kontaktpunkt.domain.events.case import CaseKind
from kontaktpunkt.domain.events.meeting import ReviewDecision
from kontaktpunkt.domain.side import Side
from kontaktpunkt.domain.times import HOUR, MINUTE, Instant
from kontaktpunkt.usecases.case_lines.homecoming import HomecomingLine, ObstacleLine, ReviewLine
from kontaktpunkt.usecases.follow_up.listing import follow_up_page, left_by
from kontaktpunkt.usecases.follow_up.rows import (
    FollowUpGroup,
    FollowUpQuery,
    FollowUpRow,
    NextStep,
)
from kontaktpunkt.usecases.rows import CaseRow

NOW = Instant(1_774_338_000_000_000)
ANNA = UUID(int=11)
_G, _N = FollowUpGroup, NextStep
_AGO, _LATER = Instant(NOW - 3 * HOUR), Instant(NOW + 3 * HOUR)
_NEXT_WEEK = Instant(NOW + 7 * 24 * HOUR)
_PROFILE = DataShelf().profile("lidkoping")
_EVERY = tuple(item.code for item in _PROFILE.readiness_items)
_OURS = tuple(item.code for item in _PROFILE.readiness_items if item.side is Side.MUNICIPALITY)


def _case(number: int = 1, home: HomecomingLine | None = None, **more: Any) -> CaseRow:
    known: dict[str, Any] = {"responsible": ANNA, "admitted_at": _AGO, **more}
    return CaseRow(case=UUID(int=number), homecoming=home or HomecomingLine(), **known)


def _rows(*cases: CaseRow, query: FollowUpQuery | None = None) -> tuple[FollowUpRow, ...]:
    return follow_up_page(cases, query or FollowUpQuery(), _PROFILE, NOW).rows


_READY: dict[str, Any] = {"ready_sent_at": _AGO}
_OURS_DONE = HomecomingLine(done=_OURS)
_OUR_OBSTACLE = HomecomingLine(obstacles=(ObstacleLine(UUID(int=5), "x", Side.MUNICIPALITY, _AGO),))
_CALLED = HomecomingLine(called_at=_AGO, expected_home=_LATER)
_TABLE: Sequence[tuple[str, CaseRow, FollowUpGroup, NextStep]] = (
    (
        "23-timmars stands on top and is to be contacted",
        _case(case_kind=CaseKind.EMERGENCY_STAY),
        _G.EMERGENCY,
        _N.MAKE_CONTACT,
    ),
    ("ready, our parts lacking", _case(**_READY), _G.READY, _N.OUR_PARTS),
    ("ready, our obstacle first", _case(home=_OUR_OBSTACLE, **_READY), _G.READY, _N.OUR_OBSTACLE),
    (
        "ready, hospital's parts lacking",
        _case(home=_OURS_DONE, **_READY),
        _G.READY,
        _N.ASK_HOSPITAL,
    ),
    (
        "ready and all in place",
        _case(home=HomecomingLine(done=_EVERY), **_READY),
        _G.READY,
        _N.CALL_HOME,
    ),
    (
        "nobody answers for her",
        _case(responsible=None, **_READY),
        _G.READY,
        _N.FIND_RESPONSIBLE,
    ),
    ("called home today", _case(home=_CALLED, **_READY), _G.HOME_SOON, _N.AWAIT),
    (
        "has left by our own note, called home",
        _case(home=HomecomingLine(called_at=_AGO, expected_home=_LATER, left_at=_AGO), **_READY),
        _G.HOME_SOON,
        _N.AWAIT,
    ),
    (
        "has left by our own note, not called home",
        _case(home=HomecomingLine(left_at=_AGO), **_READY),
        _G.AT_HOME,
        _N.FOLLOW_UP,
    ),
    (
        "called home, services still paused",
        _case(home=HomecomingLine(called_at=_AGO, expected_home=_LATER, paused=("food",))),
        _G.HOME_SOON,
        _N.RESTART_SERVICES,
    ),
    (
        "called home with holes of ours",
        _case(home=replace(_CALLED, done=("epicrisis",)), **_READY),
        _G.HOME_SOON,
        _N.OUR_PARTS,
    ),
    (
        "called home with an obstacle of ours",
        _case(home=replace(_CALLED, obstacles=_OUR_OBSTACLE.obstacles), **_READY),
        _G.HOME_SOON,
        _N.OUR_OBSTACLE,
    ),
    (
        "called home and the hospital has left something out",
        _case(home=replace(_CALLED, done=_OURS, missing=("epicrisis",)), **_READY),
        _G.HOME_SOON,
        _N.ASK_HOSPITAL,
    ),
    (
        "called home and all in place",
        _case(home=replace(_CALLED, done=_EVERY), **_READY),
        _G.HOME_SOON,
        _N.AWAIT,
    ),
    (
        "expected tomorrow with holes of ours",
        _case(home=HomecomingLine(missing=_OURS[:1]), expected_discharge=Instant(NOW + 24 * HOUR)),
        _G.HOME_SOON,
        _N.OUR_PARTS,
    ),
    (
        "called home and then not ready after all",
        _case(home=replace(_CALLED, withdrawn_at=NOW)),
        _G.HOME_SOON,
        _N.TAKE_BACK_CALL,
    ),
    (
        "expected tomorrow though not ready",
        _case(expected_discharge=Instant(NOW + 24 * HOUR), steps_done=("planning",)),
        _G.HOME_SOON,
        _N.AWAIT,
    ),
    (
        "not home two hours after the expected time",
        _case(home=HomecomingLine(called_at=_AGO, expected_home=Instant(NOW - 121 * MINUTE))),
        _G.HOME_SOON,
        _N.CONFIRM_HOME,
    ),
    ("planned for next week", _case(expected_discharge=_NEXT_WEEK), _G.PLANNED, _N.PLAN),
    (
        "home and followed up",
        _case(in_hospital=False, discharged_at=_AGO),
        _G.AT_HOME,
        _N.FOLLOW_UP,
    ),
    (
        "home though the hospital has not said so",
        _case(home=HomecomingLine(reached_at=_AGO), **_READY),
        _G.AT_HOME,
        _N.FOLLOW_UP,
    ),
    (
        "discharged on paper and on the road: nobody has confirmed her home",
        _case(in_hospital=False, discharged_at=_AGO, home=_CALLED),
        _G.HOME_SOON,
        _N.AWAIT,
    ),
    (
        "discharged, and not home two hours after the expected time",
        _case(
            in_hospital=False,
            discharged_at=_AGO,
            home=HomecomingLine(called_at=_AGO, expected_home=Instant(NOW - 121 * MINUTE)),
        ),
        _G.HOME_SOON,
        _N.CONFIRM_HOME,
    ),
    (
        "discharged and called home with no time said",
        _case(in_hospital=False, discharged_at=_AGO, home=HomecomingLine(called_at=_AGO)),
        _G.HOME_SOON,
        _N.CONFIRM_HOME,
    ),
    (
        "discharged and confirmed home",
        _case(
            in_hospital=False,
            discharged_at=_AGO,
            home=HomecomingLine(called_at=_AGO, expected_home=_LATER, reached_at=_AGO),
        ),
        _G.AT_HOME,
        _N.FOLLOW_UP,
    ),
    (
        "dead with services still paused",
        _case(in_hospital=False, deceased=True, home=HomecomingLine(paused=("food",))),
        _G.AT_HOME,
        _N.END_SERVICES,
    ),
)


@pytest.mark.parametrize(
    ("case", "group", "step"), [row[1:] for row in _TABLE], ids=[row[0] for row in _TABLE]
)
def test_each_person_stands_in_her_group_with_what_comes_next(
    case: CaseRow, group: FollowUpGroup, step: NextStep
) -> None:
    """One glance says where she belongs and what somebody has to do."""
    (row,) = _rows(case)

    assert (row.group, row.next_step) == (group, step)


def test_the_groups_come_in_order_and_the_longest_ready_first() -> None:
    """23-timmars first, then who has waited longest; what is late stands above what is not."""
    early, late = Instant(_AGO - 9 * HOUR), Instant(NOW - 5 * HOUR)
    cases = [
        _case(1, expected_discharge=_NEXT_WEEK),
        _case(2, ready_sent_at=_AGO),
        _case(3, case_kind=CaseKind.EMERGENCY_STAY),
        _case(4, ready_sent_at=early),
        _case(5, home=HomecomingLine(called_at=_AGO, expected_home=_LATER)),
        _case(6, home=HomecomingLine(called_at=_AGO, expected_home=late)),
        _case(7, in_hospital=False, discharged_at=_AGO),
        _case(8),
    ]

    assert [row.case.case.int for row in _rows(*cases)] == [3, 4, 2, 6, 5, 8, 1, 7]


def test_ready_with_holes_says_what_the_hospital_lacks() -> None:
    """Utskrivningsklar without a medication list is seen at once, and what was asked for too."""
    home = HomecomingLine(done=tuple(set(_EVERY) - {"epicrisis"}), asked=("epicrisis",))
    (row,) = _rows(_case(home=home, **_READY))
    (whole,) = _rows(_case(home=HomecomingLine(done=_EVERY), **_READY))

    assert row.with_holes
    assert [(part.code, part.side, part.asked) for part in row.lacking] == [
        ("epicrisis", Side.HOSPITAL, True)
    ]
    assert (row.items - row.in_place, whole.with_holes, whole.in_place) == (1, False, whole.items)


def test_the_list_can_be_narrowed_and_still_says_how_many_there_are() -> None:
    """Whoever looks at her own unit knows that there are others."""
    cases = [_case(1, unit="Norr"), _case(2, unit="Söder", responsible=UUID(int=12))]
    page = follow_up_page(cases, FollowUpQuery(unit="Norr"), _PROFILE, NOW)

    assert [row.case.case.int for row in page.rows] == [1]
    assert (page.total, page.units) == (2, ("Norr", "Söder"))
    mine = FollowUpQuery(responsible=UUID(int=12))
    assert [row.case.case.int for row in _rows(*cases, query=mine)] == [2]


def test_closed_cases_and_matters_are_not_in_the_list() -> None:
    """A question without a stay, and what is done with, do not stand in the way."""
    matter = _case(case_kind=CaseKind.MATTER, in_hospital=False)

    assert _rows(matter, _case(is_open=False)) == ()


def test_what_has_come_since_the_last_meeting_is_marked() -> None:
    """Lunch looks first at whom anything has happened to since the morning."""
    line = ReviewLine("morning", ReviewDecision.UNCHANGED, _AGO)
    yesterday = ReviewLine("lunch", ReviewDecision.WAITING, Instant(NOW - 24 * HOUR))
    home = HomecomingLine(reviews=(yesterday, line))
    (same,) = _rows(_case(home=home, latest_at=_AGO))
    (changed,) = _rows(_case(home=home, latest_at=NOW))

    assert (same.changed, changed.changed) == (False, True)
    assert (same.said("morning"), same.said("lunch")) == (line, None)


def test_who_has_left_the_ward_waits_there_no_more() -> None:
    """Her time as ready ends when she leaves, also before the region has told of it."""
    rows = _rows(
        _case(1, **_READY),
        _case(2, HomecomingLine(called_at=_AGO, left_at=_AGO), **_READY),
        _case(3, HomecomingLine(called_at=_AGO, left_at=_LATER), **_READY),
    )

    waits = {row.case.case.int: (row.ready_minutes, left_by(row.case, NOW)) for row in rows}
    assert waits == {1: (180, None), 2: (None, _AGO), 3: (180, None)}
