"""The rules of short stays in a case: queue, decisions outside office hours, manager, arrival."""

from uuid import UUID

import pytest
from msgspec.structs import replace

from kontaktpunkt.domain import commands as c
from kontaktpunkt.domain.decide import Decision, Ground, decide
from kontaktpunkt.domain.events import place as on_place
from kontaktpunkt.domain.events import short_term as on
from kontaktpunkt.domain.events.case import CaseKind, CaseOpened
from kontaktpunkt.domain.events.place import PlaceFacts, PlaceKind
from kontaktpunkt.domain.events.short_term import DoctorAsked, ShortTermWish
from kontaktpunkt.domain.joining.cases import as_one_case
from kontaktpunkt.domain.ledger.subjects import SubjectKind, case_subject, place_subject
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.states import (
    CaseState,
    PlaceState,
    PlaceStay,
    ShortTermDecision,
    ShortTermNeed,
    ShortTermState,
)
from kontaktpunkt.domain.times import HOUR, Instant
from rule_states import CASE, NOW, P, a_ground
from stories import fold_words

R = RefusalReason
_PL, _ST, _D = UUID(int=81), UUID(int=82), UUID(int=84)
_FREE = PlaceState(facts=PlaceFacts(name="Solgården 1"))
_PERMANENT = PlaceState(facts=PlaceFacts(name="Linden 7", place_kind=PlaceKind.PERMANENT))
_NOON = Instant(NOW + 30 * HOUR)
_NEED = ShortTermNeed(need="trygg plats", applied_at=Instant(NOW - HOUR))
_GRANT = c.GrantShortTerm(
    case=CASE,
    decision=_D,
    stay=_ST,
    valid_until=_NOON,
    reason=" maken akut sjuk ",
    wish=ShortTermWish.SELF,
    delegation=True,
    assessment="kan inte vara ensam",
    doctor=DoctorAsked.NOT_NEEDED,
    tried=("relatives",),
    place=_PL,
    handed_over=("key",),
    told=("caseworkers",),
)
_GRANTED = on.ShortTermGranted(
    decision=_D,
    reason="maken akut sjuk",
    wish=ShortTermWish.SELF,
    delegation=True,
    assessment="kan inte vara ensam",
    doctor=DoctorAsked.NOT_NEEDED,
    tried=("relatives",),
    place=_PL,
    place_name="Solgården 1",
    handed_over=("key",),
    told=("caseworkers",),
    valid_until=_NOON,
)
_WAITING = ShortTermState(decisions=(ShortTermDecision(granted=_GRANTED, at=NOW),))
_QUEUED = ShortTermState(needs=(_NEED,))
_ON_IT = replace(_FREE, stays=(PlaceStay(stay=_ST, since=NOW, case=CASE, person=P, decision=_D),))


def _ground(said: ShortTermState = ShortTermState(), place: PlaceState = _FREE) -> Ground:  # noqa: B008 - a frozen value
    ground = a_ground()
    states = dict(ground.states)
    states[place_subject(_PL)] = place
    states[case_subject(CASE)] = CaseState(person=P, short_term=said)
    return replace(ground, states=states)


def _bodies(decision: Decision) -> list[object]:
    assert not isinstance(decision, Refused), decision
    return [one.body for one in decision]


def test_a_decision_stands_in_the_case_and_puts_her_at_the_place() -> None:
    """Granted at eight in the evening, she sleeps there and the board says so."""
    bodies = _bodies(decide(_ground(), _GRANT))

    assert bodies == [
        _GRANTED,
        on_place.PlaceOccupied(stay=_ST, person=P, case=CASE, until=_NOON, decision=_D),
        on.ShortTermPlaced(place=_PL, name="Solgården 1", stay=_ST, until=_NOON),
    ]


def test_a_place_that_is_on_no_board_has_a_name() -> None:
    """A place bought by telephone in the night is written down in words."""
    wish = replace(_GRANT, place=None, place_name=" Vårdhemmet Eken ")

    (granted,) = _bodies(decide(_ground(), wish))

    assert granted == replace(_GRANTED, place=None, place_name="Vårdhemmet Eken")


def test_somebody_without_a_case_gets_one() -> None:
    """She has never been in hospital; the decision opens a matter of hers."""
    new = UUID(int=777)
    wish = replace(_GRANT, case=new, person=P, opens_case=True)

    opened, *_ = _bodies(decide(_ground(), wish))

    assert opened == CaseOpened(person=P, case_kind=CaseKind.MATTER)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"wish": None}, R.WISH_MISSING),
        ({"wish": ShortTermWish.REPRESENTATIVE}, R.WISH_MISSING),
        ({"delegation": False}, R.DELEGATION_MISSING),
        ({"reason": " "}, R.ASSESSMENT_MISSING),
        ({"assessment": ""}, R.ASSESSMENT_MISSING),
        ({"doctor": None}, R.STEPS_LEFT),
        ({"tried": ()}, R.STEPS_LEFT),
        ({"place": None}, R.PLACE_MISSING),
        ({"valid_until": NOW}, R.TIME_IN_PAST),
        ({"opens_case": True}, R.NO_PERSON),
        ({"opens_case": True, "person": UUID(int=998)}, R.NO_PERSON),
        ({"case": UUID(int=999)}, R.NOT_FOUND),
        ({"at": Instant(NOW + HOUR)}, R.TIME_IN_FUTURE),
    ],
)
def test_no_step_of_a_decision_is_jumped_over(
    change: dict[str, object], reason: RefusalReason
) -> None:
    """Without her own wish, delegation, assessment, the doctor and what was tried: no decision."""
    decision = decide(_ground(), replace(_GRANT, **change))

    assert isinstance(decision, Refused)
    assert decision.reason is reason


def test_a_permanent_place_and_a_taken_one_are_not_the_nurses_to_give() -> None:
    """The manager on call decides on a permanent place; a bed that is taken is nobody's to give."""
    permanent = decide(_ground(place=_PERMANENT), _GRANT)
    taken = decide(_ground(place=_ON_IT), _GRANT)
    second = decide(_ground(_WAITING), _GRANT)

    assert [one.reason for one in (permanent, taken, second) if isinstance(one, Refused)] == [
        R.MANAGER_DECIDES,
        R.PLACE_TAKEN,
        R.DECISION_WAITS,
    ]
    by_manager = _bodies(decide(_ground(place=_PERMANENT), replace(_GRANT, manager="C. Chef")))
    assert len(by_manager) == 3


def test_the_manager_on_call_is_asked_where_a_nurse_would_say_no() -> None:
    """A refusal is never given by the nurse: the question goes to the manager on call."""
    wish = c.AskManagerOnCall(case=CASE, manager="C. Chef", question="nej?", answer="ge plats")

    (asked,) = _bodies(decide(_ground(), wish))

    assert asked == on.ManagerOnCallAsked(manager="C. Chef", question="nej?", answer="ge plats")
    refused = decide(_ground(), replace(wish, question=" "))
    assert isinstance(refused, Refused)


def test_the_caseworker_takes_the_decision_over_or_ends_it() -> None:
    """On the weekday it becomes a stay with an end of its own, or she leaves the place."""
    until = Instant(_NOON + 24 * HOUR)
    confirm = c.ConfirmShortTerm(case=CASE, decision=_D, caseworker="Bo", until=until)
    end = c.EndShortTerm(case=CASE, decision=_D, caseworker="Bo", reason="hemma")
    ground = _ground(_WAITING, _ON_IT)

    assert _bodies(decide(ground, confirm)) == [
        on.ShortTermConfirmed(decision=_D, caseworker="Bo", until=until),
        on_place.PlaceStayChanged(stay=_ST, until=until, confirmed=True),
    ]
    assert _bodies(decide(ground, end)) == [
        on.ShortTermEnded(decision=_D, caseworker="Bo", reason="hemma"),
        on_place.PlaceVacated(stay=_ST),
        on.ShortTermLeft(place=_PL, name="Solgården 1", stay=_ST),
    ]


def test_who_was_told_and_what_went_along_can_be_ticked_afterwards() -> None:
    """The enhetschef who did not answer at night is told in the morning."""
    wish = c.TellOfShortTerm(case=CASE, decision=_D, told=("unit_manager",))

    (told,) = _bodies(decide(_ground(_WAITING), wish))

    assert told == on.ShortTermTold(decision=_D, told=("unit_manager",))


_CONFIRMED = replace(
    _WAITING, decisions=(replace(_WAITING.decisions[0], confirmed_at=NOW, caseworker="Bo"),)
)


@pytest.mark.parametrize(
    ("wish", "said", "reason"),
    [
        (c.ApplyForShortTerm(case=CASE, need=" "), ShortTermState(), R.EMPTY_TEXT),
        (c.ApplyForShortTerm(case=CASE, need="x"), _QUEUED, R.ALREADY_IN_QUEUE),
        (
            c.DecideShortTerm(case=CASE, granted=True, caseworker="Bo"),
            ShortTermState(),
            R.NOT_IN_QUEUE,
        ),
        (
            c.DecideShortTerm(case=CASE, granted=True, caseworker=" "),
            _QUEUED,
            R.CASEWORKER_MISSING,
        ),
        (
            c.DecideShortTerm(case=CASE, granted=True, caseworker="Bo", at=Instant(NOW - 2 * HOUR)),
            _QUEUED,
            R.TIME_IN_PAST,
        ),
        (c.WithdrawShortTerm(case=CASE), ShortTermState(), R.NOT_IN_QUEUE),
        (
            c.ConfirmShortTerm(case=CASE, decision=_D, caseworker="Bo"),
            ShortTermState(),
            R.NOT_FOUND,
        ),
        (c.ConfirmShortTerm(case=CASE, decision=_D, caseworker="Bo"), _CONFIRMED, R.ALREADY_DONE),
        (c.ConfirmShortTerm(case=CASE, decision=_D, caseworker=""), _WAITING, R.CASEWORKER_MISSING),
        (
            c.ConfirmShortTerm(case=CASE, decision=_D, caseworker="Bo", until=Instant(NOW - 1)),
            _WAITING,
            R.TIME_IN_PAST,
        ),
        (c.EndShortTerm(case=CASE, decision=_D, caseworker=""), _WAITING, R.CASEWORKER_MISSING),
        (c.TellOfShortTerm(case=CASE, decision=_D), _WAITING, R.EMPTY_TEXT),
        (c.PlanShortTermArrival(case=CASE), ShortTermState(), R.EMPTY_TEXT),
        (c.CloseCase(case=CASE), _WAITING, R.DECISION_WAITS),
    ],
)
def test_what_may_not_be_done_about_a_short_stay(
    wish: c.Command, said: ShortTermState, reason: RefusalReason
) -> None:
    """Nobody is in the queue twice, decided on without a name, or closed while she waits."""
    decision = decide(_ground(said), wish)

    assert isinstance(decision, Refused)
    assert decision.reason is reason


def test_a_case_folds_to_queue_decisions_and_arrival() -> None:
    """Applied, granted, placed and left; a refused application leaves the queue."""
    applied = on.ShortTermApplied(need="trygg plats")
    story = (
        applied,
        on.ShortTermDecided(granted=True, caseworker="Bo"),
        on.ShortTermPlaced(place=_PL, name="Solgården 1", stay=_ST),
        on.ShortTermLeft(place=_PL, name="Solgården 1", stay=_ST),
        _GRANTED,
        on.ShortTermTold(decision=_D, told=("unit_manager",), handed_over=("key",)),
        on.ManagerOnCallAsked(manager="C. Chef", question="?"),
        on.ShortTermArrivalPlanned(infection="MRSA"),
    )
    said: ShortTermState = fold_words(SubjectKind.CASE, *story).short_term
    no = on.ShortTermDecided(granted=False, caseworker="Bo")
    refused: ShortTermState = fold_words(SubjectKind.CASE, applied, no).short_term
    withdrawn: ShortTermState = fold_words(
        SubjectKind.CASE, applied, on.ShortTermWithdrawn()
    ).short_term
    ended: ShortTermState = fold_words(
        SubjectKind.CASE, _GRANTED, on.ShortTermEnded(decision=_D, caseworker="Bo")
    ).short_term

    assert said.waiting_need is None
    assert said.stays[0].left_at is not None
    assert said.waiting_decision is not None
    assert said.waiting_decision.told == ("caseworkers", "unit_manager")
    assert said.waiting_decision.handed_over == ("key",)
    assert len(said.asked) == 1
    assert said.arrival is not None
    assert refused.waiting_need is None
    assert withdrawn.waiting_need is None
    assert ended.waiting_decision is None


def test_what_waits_in_either_of_two_joined_cases_waits_in_the_whole() -> None:
    """Two cases that are one stay lose no decision of either."""
    other = replace(_GRANTED, decision=UUID(int=85))
    second = ShortTermState(decisions=(ShortTermDecision(granted=other, at=NOW),))
    one, two = CaseState(person=P, short_term=_WAITING), CaseState(person=P, short_term=second)

    whole = as_one_case([one, two]).short_term

    assert [each.granted.decision for each in whole.decisions] == [_D, UUID(int=85)]


def test_a_decision_and_an_arrival_are_planned_as_they_are_said() -> None:
    """Grounds and arrival are written as they were told."""
    apply = c.ApplyForShortTerm(case=CASE, need=" trygg plats ")
    plan = c.PlanShortTermArrival(case=CASE, arrives_at=_NOON, report_taken=True, aids=" rollator ")

    assert _bodies(decide(_ground(), apply)) == [on.ShortTermApplied(need="trygg plats")]
    assert _bodies(decide(_ground(), plan)) == [
        on.ShortTermArrivalPlanned(arrives_at=_NOON, report_taken=True, aids="rollator")
    ]
    withdraw = c.WithdrawShortTerm(case=CASE, reason=" hemma ")
    assert _bodies(decide(_ground(_QUEUED), withdraw)) == [on.ShortTermWithdrawn(reason="hemma")]
