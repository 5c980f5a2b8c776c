"""The rules of SIP meetings and of concerns, and what two who did not know of each other make."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from msgspec.structs import replace

from kontaktpunkt.domain import commands as c
from kontaktpunkt.domain.decide import Ground, decide
from kontaktpunkt.domain.events import concern as concerns
from kontaktpunkt.domain.events import plan as plans
from kontaktpunkt.domain.events.shared import ActTakenBack
from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.domain.ledger.subjects import SubjectKind, concern_subject
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.staff import Receiver
from kontaktpunkt.domain.states import (
    CaseState,
    Concern,
    ConcernState,
    PlanMeeting,
)
from kontaktpunkt.domain.times import HOUR, Instant
from rule_states import BO, CASE, FREE_CASE, NOBODY, NOW, TO_BO, TO_UNIT, P, a_ground
from stories import fold_words

_R = RefusalReason
_PLAN, _C = UUID(int=61), UUID(int=62)
_TOMORROW = Instant(NOW + 24 * HOUR)
_PHONE = plans.MeetingForm.PHONE
_SAID = plans.PlanMeetingSet(plan=_PLAN, meeting_at=_TOMORROW, form=_PHONE, participants=("Eva",))
_SET = PlanMeeting(said=_SAID, at=NOW)
_HELD = replace(_SET, held_at=NOW)
_OFF = replace(_SET, cancelled_at=NOW)
_FALL = concerns.ConcernKind.FALL
_TODAY, _YESTERDAY = date(2026, 3, 24), date(2026, 3, 23)
_SEEN = Concern(concern=_C, about=_FALL, text="fall", to=TO_UNIT, due=_TODAY, raised_at=NOW)


def _case(*meetings: PlanMeeting, **more: Any) -> CaseState:
    return replace(FREE_CASE, plan_meetings=meetings, **more)


def _with(*found: Concern, frozen: bool = False) -> Ground:
    ground = a_ground()
    state = ConcernState(concerns=found, frozen=frozen)
    return replace(ground, states={**ground.states, concern_subject(P): state})


def _set(**more: Any) -> c.SetPlanMeeting:
    said: dict[str, Any] = {"participants": (" Eva ", " "), **more}
    return c.SetPlanMeeting(case=CASE, plan=_PLAN, meeting_at=_TOMORROW, form=_PHONE, **said)


def _raise(**more: Any) -> c.RaiseConcern:
    said: dict[str, Any] = {"text": " fall ", "to": TO_UNIT, "due": _TODAY, **more}
    return c.RaiseConcern(person=P, concern=_C, about=_FALL, **said)


_RAISED = concerns.ConcernRaised(concern=_C, about=_FALL, text="fall", to=TO_UNIT, due=_TODAY)
_ALLOWED: Sequence[tuple[str, Ground, c.Command, Sequence[Body]]] = (
    ("a meeting by phone tomorrow", a_ground(), _set(), [_SAID]),
    ("said again", a_ground(case=_case(_SET)), _set(), []),
    (
        "moved into the same room",
        a_ground(case=_case(_SET)),
        _set(place=" Rum 2 "),
        [replace(_SAID, place="Rum 2")],
    ),
    ("set anew after it was called off", a_ground(case=_case(_OFF)), _set(), [_SAID]),
    (
        "held an hour ago",
        a_ground(case=_case(_SET)),
        c.HoldPlanMeeting(case=CASE, plan=_PLAN, at=Instant(NOW - HOUR), note=" ja "),
        [plans.PlanMeetingHeld(plan=_PLAN, held_at=Instant(NOW - HOUR), note="ja")],
    ),
    (
        "called off",
        a_ground(case=_case(_SET)),
        c.CancelPlanMeeting(case=CASE, plan=_PLAN, reason="orkar inte"),
        [plans.PlanMeetingCancelled(plan=_PLAN, reason="orkar inte")],
    ),
    ("a fall that a unit looks at", a_ground(), _raise(), [_RAISED]),
    ("handed on to Bo", _with(_SEEN), _raise(to=TO_BO), [replace(_RAISED, to=TO_BO)]),
    (
        "looked at",
        _with(_SEEN),
        c.SettleConcern(person=P, concern=_C, text=" rollator "),
        [concerns.ConcernSettled(concern=_C, text="rollator")],
    ),
)
_REFUSED: Sequence[tuple[str, Ground, c.Command, RefusalReason]] = (
    ("against her no", a_ground(), _set(consent=False), _R.NO_CONSENT),
    ("no length", a_ground(), _set(minutes=0), _R.BAD_VALUE),
    ("longer than a day", a_ground(), _set(minutes=1441), _R.BAD_VALUE),
    ("in a closed case", a_ground(case=_case(closed_at=NOW)), _set(), _R.CASE_CLOSED),
    ("no case", a_ground(case=None), _set(), _R.NOT_FOUND),
    (
        "held in the future",
        a_ground(case=_case(_SET)),
        c.HoldPlanMeeting(case=CASE, plan=_PLAN, at=_TOMORROW),
        _R.TIME_IN_FUTURE,
    ),
    ("never set", a_ground(), c.HoldPlanMeeting(case=CASE, plan=_PLAN), _R.NOT_FOUND),
    (
        "held though called off",
        a_ground(case=_case(_OFF)),
        c.HoldPlanMeeting(case=CASE, plan=_PLAN),
        _R.ALREADY_DONE,
    ),
    (
        "called off though held",
        a_ground(case=_case(_HELD)),
        c.CancelPlanMeeting(case=CASE, plan=_PLAN),
        _R.ALREADY_DONE,
    ),
    (
        "called off in no case",
        a_ground(case=None),
        c.CancelPlanMeeting(case=CASE, plan=_PLAN),
        _R.NOT_FOUND,
    ),
    (
        "the case closed under a meeting to come",
        a_ground(case=_case(_SET)),
        c.CloseCase(case=CASE),
        _R.PLAN_STANDS,
    ),
    ("about nobody", a_ground(person=None), _raise(), _R.NO_PERSON),
    ("no words", a_ground(), _raise(text=" "), _R.EMPTY_TEXT),
    ("nobody looks", a_ground(), _raise(to=Receiver()), _R.NO_RECEIVER),
    ("somebody unknown looks", a_ground(), _raise(to=Receiver(staff=NOBODY)), _R.NO_RECEIVER),
    ("by yesterday", a_ground(), _raise(due=_YESTERDAY), _R.TIME_IN_PAST),
    ("newer than this program", _with(frozen=True), _raise(), _R.NEEDS_NEWER_PROGRAM),
    (
        "never raised",
        a_ground(),
        c.SettleConcern(person=P, concern=_C, text="ja"),
        _R.NOT_FOUND,
    ),
    (
        "settled already",
        _with(replace(_SEEN, settled_at=NOW)),
        c.SettleConcern(person=P, concern=_C, text="ja"),
        _R.ALREADY_DONE,
    ),
    (
        "settled without a word",
        _with(_SEEN),
        c.SettleConcern(person=P, concern=_C, text=" "),
        _R.EMPTY_TEXT,
    ),
    (
        "settled by an older program",
        _with(_SEEN, frozen=True),
        c.SettleConcern(person=P, concern=_C, text="ja"),
        _R.NEEDS_NEWER_PROGRAM,
    ),
)


@pytest.mark.parametrize(
    ("ground", "wish", "bodies"), [row[1:] for row in _ALLOWED], ids=[row[0] for row in _ALLOWED]
)
def test_what_is_planned_or_seen_is_noted_as_it_was_said(
    ground: Ground, wish: c.Command, bodies: Sequence[Body]
) -> None:
    """A SIP and what somebody is to look at stand as staff said it, and once."""
    decision = decide(ground, wish)

    assert not isinstance(decision, Refused)
    assert [one.body for one in decision] == list(bodies)


@pytest.mark.parametrize(
    ("ground", "wish", "reason"), [row[1:] for row in _REFUSED], ids=[row[0] for row in _REFUSED]
)
def test_what_cannot_be_meant_is_refused(
    ground: Ground, wish: c.Command, reason: RefusalReason
) -> None:
    """A slip is told at once, and a SIP is never set against the person's no."""
    decision = decide(ground, wish)

    assert isinstance(decision, Refused)
    assert decision.reason is reason


def _meetings(*said: Body) -> tuple[PlanMeeting, ...]:
    found: tuple[PlanMeeting, ...] = fold_words(SubjectKind.CASE, *said).plan_meetings
    return found


_CALLED_OFF = plans.PlanMeetingCancelled(plan=_PLAN, reason="x")
_TOOK_PLACE = plans.PlanMeetingHeld(plan=_PLAN, held_at=Instant(7))


def test_each_move_is_counted_for_calendars_that_have_an_older_time() -> None:
    """Moved and called off: whoever has the file sees that this word is newer."""
    moved = replace(_SAID, meeting_at=Instant(_TOMORROW + HOUR))

    (state,) = _meetings(_SAID, moved, _CALLED_OFF)

    assert (state.said, state.times_set, state.stands) == (moved, 3, False)
    assert _meetings(_SAID, moved, ActTakenBack(act=UUID(int=2)))[0].said == _SAID
    assert state.ends_at == Instant(_TOMORROW + 2 * HOUR)


def test_that_a_meeting_was_held_holds_over_that_it_was_called_off() -> None:
    """Of two who wrote while apart, the one who was there is believed, in whatever order."""
    for words in ((_CALLED_OFF, _TOOK_PLACE), (_TOOK_PLACE, _CALLED_OFF)):
        (state,) = _meetings(_SAID, *words)
        assert (state.held_at, state.cancelled_at) == (Instant(7), None)


def test_a_word_about_a_meeting_that_was_never_set_leaves_nothing() -> None:
    """When the setting is taken back, what was said of it says nothing."""
    assert _meetings(_SAID, _TOOK_PLACE, ActTakenBack(act=UUID(int=1))) == ()
    assert _meetings(_CALLED_OFF) == ()


def _concerns(*said: Body) -> ConcernState:
    found: ConcernState = fold_words(SubjectKind.CONCERN, *said)
    return found


def test_a_concern_that_is_handed_on_was_first_seen_when_it_was_first_raised() -> None:
    """Handing it on gives it no younger age; raised after it was settled it begins anew."""
    handed = replace(_RAISED, to=Receiver(staff=BO))
    settled = concerns.ConcernSettled(concern=_C, text="rollator")
    other = concerns.ConcernSettled(concern=_C, text="annat")

    assert [one.raised_at for one in _concerns(_RAISED, handed).open_ones] == [Instant(1)]
    assert _concerns(_RAISED, settled, other).concerns[0].outcome == "rollator"
    assert _concerns(_RAISED, settled).open_ones == ()
    assert _concerns(_RAISED, settled, handed).open_ones[0].raised_at == Instant(3)
    assert _concerns(_RAISED, settled).latest_at == Instant(2)
    assert _concerns(settled) == ConcernState()
