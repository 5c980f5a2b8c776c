"""The rules of a homecoming: what is in place, what is in the way, calling and coming home."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import pytest
from msgspec.structs import replace

from kontaktpunkt.domain import commands as c
from kontaktpunkt.domain.decide import Ground, decide
from kontaktpunkt.domain.events import homecoming as home
from kontaktpunkt.domain.events.case import AdmissionNoticed
from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.side import Side
from kontaktpunkt.domain.staff import OnWord
from kontaktpunkt.domain.states import (
    CalledHomeState,
    CaseState,
    Fact,
    Homecoming,
    ObstacleState,
    ReadinessState,
)
from kontaktpunkt.domain.times import HOUR, Instant
from rule_states import ANNA, CASE, FREE_CASE, NOW, M, a_ground

_O = UUID(int=51)
_EARLIER = Instant(NOW - HOUR)
_LATER = Instant(NOW + HOUR)
_WORD = OnWord(name="Ssk Lind", phone="0510-00 00 01")
_DONE = home.ReadinessMark.DONE
_CALLED = CalledHomeState(_EARLIER, ANNA, home.CalledHome(told="Ssk Lind"))
_CLOSED = replace(FREE_CASE, closed_at=NOW)


def _case(**more: Any) -> CaseState:
    return replace(FREE_CASE, homecoming=Homecoming(**more))


_STANDING = ObstacleState(obstacle=_O, code="transport", side=Side.TRANSPORT, since=_EARLIER)
_MARKED = ReadinessState(item="alarm", mark=_DONE, at=_EARLIER, by=ANNA)

_ADMITTED = replace(
    FREE_CASE, facts=(Fact(_EARLIER, AdmissionNoticed(message=M, admitted_at=_EARLIER)),)
)

_ALLOWED: Sequence[tuple[str, Ground, c.Command, Body]] = (
    (
        "a thing is in place on the ward's word",
        a_ground(),
        c.MarkReadiness(case=CASE, item="epicrisis", mark=_DONE, on_word=_WORD, note=" ja "),
        home.ReadinessMarked(item="epicrisis", mark=_DONE, on_word=_WORD, note="ja"),
    ),
    (
        "what was said turned out not to be known",
        a_ground(case=_case(readiness=(_MARKED,))),
        c.MarkReadiness(case=CASE, item="alarm", mark=None),
        home.ReadinessUnmarked(item="alarm"),
    ),
    (
        "an obstacle since an hour ago",
        a_ground(),
        c.MeetObstacle(case=CASE, obstacle=_O, code="transport", side=Side.TRANSPORT, at=_EARLIER),
        home.ObstacleMet(obstacle=_O, code="transport", side=Side.TRANSPORT, since=_EARLIER),
    ),
    (
        "the same obstacle on another side is another one",
        a_ground(case=_case(obstacles=(_STANDING,))),
        c.MeetObstacle(case=CASE, obstacle=_O, code="transport", side=Side.PERSON),
        home.ObstacleMet(obstacle=_O, code="transport", side=Side.PERSON, since=NOW),
    ),
    (
        "an obstacle out of the way",
        a_ground(case=_case(obstacles=(_STANDING,))),
        c.RemoveObstacle(case=CASE, obstacle=_O),
        home.ObstacleRemoved(obstacle=_O, until=NOW),
    ),
    (
        "home care starts again from a named visit",
        a_ground(),
        c.ChangeService(
            case=CASE,
            service="home_care",
            stage=home.ServiceStage.RESTARTED,
            from_visit="tisdag kväll",
        ),
        home.ServiceChanged(
            service="home_care", stage=home.ServiceStage.RESTARTED, from_visit="tisdag kväll"
        ),
    ),
    (
        "called home by telephone",
        a_ground(),
        c.CallHome(case=CASE, told="Ssk Lind", expected_home=_LATER, read_back=True),
        home.CalledHome(told="Ssk Lind", expected_home=_LATER, read_back=True),
    ),
    (
        "a homecoming is called off",
        a_ground(case=_case(called=_CALLED)),
        c.WithdrawCallHome(case=CASE, reason="feber"),
        home.CallHomeWithdrawn(reason="feber"),
    ),
    (
        "left the ward without having been called home",
        a_ground(),
        c.NoteWardLeft(case=CASE, travel=home.Travel.STRETCHER, at=_EARLIER),
        home.WardLeft(left_at=_EARLIER, travel=home.Travel.STRETCHER),
    ),
    (
        "left earlier on the day, the call noted afterwards",
        a_ground(case=_case(called=_CALLED)),
        c.NoteWardLeft(case=CASE, at=Instant(_EARLIER - HOUR)),
        home.WardLeft(left_at=Instant(_EARLIER - HOUR)),
    ),
    (
        "left at the very time of the admission",
        a_ground(case=_ADMITTED),
        c.NoteWardLeft(case=CASE, at=_EARLIER),
        home.WardLeft(left_at=_EARLIER),
    ),
    (
        "home, received by the home care group",
        a_ground(case=_case(left=home.WardLeft(left_at=_EARLIER))),
        c.NoteHomeReached(case=CASE, received_by="Hemvårdsgrupp Norr"),
        home.HomeReached(reached_at=NOW, received_by="Hemvårdsgrupp Norr"),
    ),
    (
        "looked back on after a fortnight, also in a closed case",
        a_ground(case=_CLOSED),
        c.FollowUp(case=CASE, text="Allt fungerar", handed_to="Norr"),
        home.FollowedUp(text="Allt fungerar", handed_to="Norr"),
    ),
    (
        "why she went in",
        a_ground(),
        c.NoteAdmissionCause(case=CASE, cause="fall", nurse_assessed=True),
        home.AdmissionCauseNoted(cause="fall", nurse_assessed=True),
    ),
    (
        "where she goes",
        a_ground(),
        c.SetDestination(case=CASE, destination=home.Destination.SHORT_TERM, place=" Ängen "),
        home.DestinationSet(destination=home.Destination.SHORT_TERM, place="Ängen"),
    ),
)

_R = RefusalReason
_GONE = replace(_STANDING, until=NOW)
_REFUSED: Sequence[tuple[str, Ground, c.Command, RefusalReason]] = (
    ("no case", a_ground(case=None), c.CallHome(case=CASE, told="Lind"), _R.NOT_FOUND),
    ("nothing to unmark", a_ground(), c.MarkReadiness(case=CASE, item="x", mark=None), _R.NOT_DONE),
    ("no thing", a_ground(), c.MarkReadiness(case=CASE, item="", mark=_DONE), _R.EMPTY_TEXT),
    (
        "an obstacle counted twice",
        a_ground(case=_case(obstacles=(_STANDING,))),
        c.MeetObstacle(case=CASE, obstacle=UUID(int=9), code="transport", side=Side.TRANSPORT),
        _R.ALREADY_DONE,
    ),
    (
        "an obstacle without words",
        a_ground(),
        c.MeetObstacle(case=CASE, obstacle=_O, code="", side=Side.PERSON, text=" "),
        _R.EMPTY_TEXT,
    ),
    (
        "an obstacle that comes tomorrow",
        a_ground(),
        c.MeetObstacle(case=CASE, obstacle=_O, code="x", side=Side.PERSON, at=_LATER),
        _R.TIME_IN_FUTURE,
    ),
    (
        "gone before it came",
        a_ground(case=_case(obstacles=(_STANDING,))),
        c.RemoveObstacle(case=CASE, obstacle=_O, at=Instant(_EARLIER - 1)),
        _R.TIME_IN_PAST,
    ),
    (
        "gone already",
        a_ground(case=_case(obstacles=(_GONE,))),
        c.RemoveObstacle(case=CASE, obstacle=_O),
        _R.ALREADY_DONE,
    ),
    ("never met", a_ground(), c.RemoveObstacle(case=CASE, obstacle=_O), _R.NOT_FOUND),
    (
        "restarted from no visit",
        a_ground(),
        c.ChangeService(case=CASE, service="food", stage=home.ServiceStage.RESTARTED),
        _R.EMPTY_TEXT,
    ),
    ("nobody told", a_ground(), c.CallHome(case=CASE, told=" "), _R.EMPTY_TEXT),
    (
        "home before now",
        a_ground(),
        c.CallHome(case=CASE, told="Lind", expected_home=_EARLIER),
        _R.TIME_IN_PAST,
    ),
    ("closed", a_ground(case=_CLOSED), c.CallHome(case=CASE, told="Lind"), _R.ALREADY_DONE),
    ("never called", a_ground(), c.WithdrawCallHome(case=CASE), _R.NOT_DONE),
    (
        "home before she left",
        a_ground(case=_case(left=home.WardLeft(left_at=NOW))),
        c.NoteHomeReached(case=CASE, at=_EARLIER),
        _R.BEFORE_LEAVING,
    ),
    (
        "home before she was called",
        a_ground(case=_case(called=_CALLED)),
        c.NoteHomeReached(case=CASE, at=Instant(_EARLIER - 1)),
        _R.BEFORE_CALL,
    ),
    (
        "home before she was admitted",
        a_ground(case=_ADMITTED),
        c.NoteHomeReached(case=CASE, at=Instant(_EARLIER - 1)),
        _R.BEFORE_ADMISSION,
    ),
    (
        "left before she was admitted",
        a_ground(case=_ADMITTED),
        c.NoteWardLeft(case=CASE, at=Instant(_EARLIER - 1)),
        _R.BEFORE_ADMISSION,
    ),
    (
        "left the day before she was called",
        a_ground(case=_case(called=_CALLED)),
        c.NoteWardLeft(case=CASE, at=Instant(_EARLIER - 24 * HOUR)),
        _R.BEFORE_CALL,
    ),
    ("no words", a_ground(), c.FollowUp(case=CASE, text=""), _R.EMPTY_TEXT),
    ("no cause", a_ground(), c.NoteAdmissionCause(case=CASE, cause=""), _R.EMPTY_TEXT),
)


@pytest.mark.parametrize(
    ("ground", "wish", "body"), [row[1:] for row in _ALLOWED], ids=[row[0] for row in _ALLOWED]
)
def test_what_may_be_done_for_a_homecoming_happens(
    ground: Ground, wish: c.Command, body: Body
) -> None:
    """What staff do to bring somebody home is noted just as they said it."""
    decision = decide(ground, wish)

    assert not isinstance(decision, Refused)
    assert [one.body for one in decision] == [body]


@pytest.mark.parametrize(
    ("ground", "wish", "reason"), [row[1:] for row in _REFUSED], ids=[row[0] for row in _REFUSED]
)
def test_what_cannot_be_meant_is_refused_with_its_reason(
    ground: Ground, wish: c.Command, reason: RefusalReason
) -> None:
    """A slip is told at once, and nothing is noted."""
    decision = decide(ground, wish)

    assert isinstance(decision, Refused)
    assert decision.reason is reason
