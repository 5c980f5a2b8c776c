"""The rules of a team's meetings: begun, each person decided about once, signed."""

from uuid import UUID

from msgspec.structs import replace

from kontaktpunkt.domain import commands as c
from kontaktpunkt.domain.decide import Ground, decide
from kontaktpunkt.domain.events import meeting as on
from kontaktpunkt.domain.events.meeting import ReviewDecision
from kontaktpunkt.domain.events.shared import ActTakenBack
from kontaktpunkt.domain.ledger.subjects import SubjectKind, case_subject, meeting_subject
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.states import MeetingState
from kontaktpunkt.domain.times import HOUR, Instant
from rule_states import CASE, NOW, a_ground
from stories import fold_words

_M = UUID(int=71)
_BEGAN = on.MeetingBegan(name="lunch", participants=("Anna", "Bo"))
_GOES_ON = MeetingState(began=_BEGAN, began_at=NOW)


def _ground(meeting: MeetingState | None = _GOES_ON) -> Ground:
    ground = a_ground()
    states = dict(ground.states)
    if meeting is not None:
        states[meeting_subject(_M)] = meeting
    return replace(ground, states=states)


def _reason(ground: Ground, wish: c.Command) -> RefusalReason | None:
    decision = decide(ground, wish)
    return decision.reason if isinstance(decision, Refused) else None


def test_a_meeting_begins_with_a_name_and_those_who_are_there() -> None:
    """The lunch meeting says who was in it; empty names are left out."""
    wish = c.BeginMeeting(meeting=_M, name=" lunch ", participants=("Anna", " ", "Bo"))

    decision = decide(_ground(None), wish)

    assert not isinstance(decision, Refused)
    assert [one.body for one in decision] == [_BEGAN]
    assert _reason(_ground(None), c.BeginMeeting(meeting=_M, name=" ")) is RefusalReason.EMPTY_TEXT


def test_what_is_decided_stands_in_the_meeting_and_in_the_case() -> None:
    """Whoever opens the case sees what lunch decided, without looking for the meeting."""
    wish = c.ReviewPerson(meeting=_M, case=CASE, decision=ReviewDecision.WAITING, text=" på larm ")

    decision = decide(_ground(), wish)

    assert not isinstance(decision, Refused)
    assert {one.subject: one.body for one in decision} == {
        case_subject(CASE): on.CaseReviewed(
            meeting=_M, name="lunch", decision=ReviewDecision.WAITING, text="på larm"
        ),
        meeting_subject(_M): on.PersonReviewed(case=CASE, decision=ReviewDecision.WAITING),
    }


def test_a_meeting_that_is_signed_or_never_was_takes_no_more_decisions() -> None:
    """Nothing is added under somebody's signature."""
    review = c.ReviewPerson(meeting=_M, case=CASE, decision=ReviewDecision.UNCHANGED)
    signed = replace(_GOES_ON, signed_at=NOW)
    new_date = replace_decision(review, ReviewDecision.NEW_DATE)

    assert _reason(_ground(), review) is None
    assert _reason(_ground(signed), review) is RefusalReason.ALREADY_SIGNED
    assert _reason(_ground(signed), c.SignOffMeeting(meeting=_M)) is RefusalReason.ALREADY_SIGNED
    assert _reason(_ground(None), review) is RefusalReason.NOT_FOUND
    assert (
        _reason(_ground(replace(_GOES_ON, voided=True)), review) is RefusalReason.ALREADY_TAKEN_BACK
    )
    assert _reason(_ground(), new_date) is RefusalReason.EMPTY_TEXT
    assert (
        _reason(_ground(replace(_GOES_ON, frozen=True)), review)
        is RefusalReason.NEEDS_NEWER_PROGRAM
    )


def replace_decision(wish: c.ReviewPerson, decision: ReviewDecision) -> c.ReviewPerson:
    """Give the same wish with another decision."""
    return replace(wish, decision=decision)


def test_a_meeting_folds_to_whom_it_went_through() -> None:
    """The one who goes on with a broken-off meeting sees who is left."""
    first, second = UUID(int=5), UUID(int=6)
    reviewed = on.PersonReviewed(case=first, decision=ReviewDecision.WAITING)
    again = on.PersonReviewed(case=first, decision=ReviewDecision.OBSTACLE)
    signed = on.MeetingSignedOff(left_out=(second,), note="avbröts")

    state: MeetingState = fold_words(SubjectKind.MEETING, _BEGAN, reviewed, again, signed, signed)
    back: MeetingState = fold_words(
        SubjectKind.MEETING, _BEGAN, reviewed, ActTakenBack(act=UUID(int=1))
    )

    assert state.reviewed == ((first, ReviewDecision.OBSTACLE),)
    assert (state.left_out, state.note, state.goes_on) == ((second,), "avbröts", False)
    assert (back.voided, back.goes_on, back.began) == (True, False, _BEGAN)


def test_a_later_word_of_the_same_meeting_replaces_its_earlier_one_in_the_case() -> None:
    """Morning and lunch stand beside each other; a changed mind within one stands once."""
    lunch = on.CaseReviewed(meeting=_M, name="lunch", decision=ReviewDecision.UNCHANGED)
    morning = replace(lunch, meeting=UUID(int=70), name="morgon")
    day = Instant(NOW + 24 * HOUR)
    changed = replace(lunch, decision=ReviewDecision.NEW_DATE, expected=day)

    reviews = fold_words(SubjectKind.CASE, morning, lunch, changed).reviews

    assert [(one.name, one.decision, one.expected) for one in reviews] == [
        ("morgon", ReviewDecision.UNCHANGED, None),
        ("lunch", ReviewDecision.NEW_DATE, day),
    ]
