"""The rules of places for a short stay: had by one at a time, held, out of use, off the board."""

from uuid import UUID

import pytest
from msgspec.structs import replace

from kontaktpunkt.domain import commands as c
from kontaktpunkt.domain.decide import Decision, Ground, decide
from kontaktpunkt.domain.events import place as on
from kontaktpunkt.domain.events.place import PlaceFacts, PlaceKind
from kontaktpunkt.domain.events.shared import ActTakenBack
from kontaktpunkt.domain.events.short_term import ShortTermLeft, ShortTermPlaced
from kontaktpunkt.domain.ledger.subjects import SubjectKind, case_subject, place_subject
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.staff import OnWord
from kontaktpunkt.domain.states import (
    CaseState,
    OutOfUse,
    PlaceState,
    PlaceStay,
    Reservation,
    ShortTermNeed,
    ShortTermState,
)
from kontaktpunkt.domain.times import HOUR, Instant
from rule_states import CASE, NOW, OTHER_CASE, P, a_ground
from stories import fold_words

R = RefusalReason
_PL, _ST, _RES = UUID(int=81), UUID(int=82), UUID(int=83)
_FACTS = PlaceFacts(name="Solgården 1", place_kind=PlaceKind.OWN)
_FREE = PlaceState(facts=_FACTS)
_THERE = PlaceStay(stay=_ST, since=Instant(NOW - HOUR), case=CASE, person=P)
_TAKEN = replace(_FREE, stays=(_THERE,))
_HELD = replace(_FREE, reservations=(Reservation(reservation=_RES, since=NOW, case=OTHER_CASE),))
_OUT = replace(_FREE, out_of_use=OutOfUse(since=NOW))
_BERG = OnWord(name="A. Berg")


def _ground(place: PlaceState | None = _FREE, **case: object) -> Ground:
    ground = a_ground()
    states = dict(ground.states)
    if place is not None:
        states[place_subject(_PL)] = place
    states[case_subject(CASE)] = CaseState(person=P, **case)  # type: ignore[arg-type]  as said
    return replace(ground, states=states)


def _bodies(decision: Decision) -> list[object]:
    assert not isinstance(decision, Refused), decision
    return [one.body for one in decision]


_SOON = Instant(NOW + HOUR)


@pytest.mark.parametrize(
    ("wish", "place", "body"),
    [
        (
            c.ListPlace(place=_PL, facts=_FACTS, on_word=_BERG),
            None,
            on.PlaceListed(facts=_FACTS, on_word=_BERG),
        ),
        (
            c.ChangePlaceStay(place=_PL, stay=_ST, until=_SOON),
            _TAKEN,
            on.PlaceStayChanged(stay=_ST, until=_SOON),
        ),
        (
            c.ReservePlace(place=_PL, reservation=_RES, words=" anhörig sjuk "),
            _TAKEN,
            on.PlaceReserved(reservation=_RES, words="anhörig sjuk"),
        ),
        (
            c.EndReservation(place=_PL, reservation=_RES),
            _HELD,
            on.PlaceReservationEnded(reservation=_RES),
        ),
        (
            c.TakePlaceOutOfUse(place=_PL, reason="vattenskada"),
            _FREE,
            on.PlaceTakenOutOfUse(reason="vattenskada"),
        ),
        (c.PutPlaceInUse(place=_PL), _OUT, on.PlacePutInUse()),
        (c.CheckPlace(place=_PL, on_word=_BERG), _TAKEN, on.PlaceChecked(on_word=_BERG)),
        (c.RetirePlace(place=_PL, reason="såld"), _FREE, on.PlaceRetired(reason="såld")),
    ],
)
def test_what_may_be_said_of_a_place(
    wish: c.Command, place: PlaceState | None, body: object
) -> None:
    """Each statement about a place is one thing that happened, on somebody's word."""
    assert _bodies(decide(_ground(place), wish)) == [body]


def test_getting_a_place_stands_at_the_place_and_in_the_case_with_the_wait() -> None:
    """The board shows who is there, the case where she is, and the wait is remembered."""
    need = ShortTermNeed(need="x", applied_at=Instant(NOW - 9 * HOUR), decided_at=NOW)
    ground = _ground(short_term=ShortTermState(needs=(need,)))
    wish = c.OccupyPlace(place=_PL, stay=_ST, case=CASE, until=_SOON, on_word=_BERG)

    bodies = _bodies(decide(ground, wish))

    assert bodies == [
        on.PlaceOccupied(
            stay=_ST,
            person=P,
            case=CASE,
            until=_SOON,
            applied_at=need.applied_at,
            decided_at=NOW,
            on_word=_BERG,
        ),
        ShortTermPlaced(place=_PL, name="Solgården 1", stay=_ST, until=_SOON),
    ]


def test_leaving_a_place_is_told_in_the_case_too() -> None:
    """Whoever opens the case sees that she has left."""
    bodies = _bodies(decide(_ground(_TAKEN), c.VacatePlace(place=_PL, stay=_ST)))

    assert bodies == [
        on.PlaceVacated(stay=_ST),
        ShortTermLeft(place=_PL, name="Solgården 1", stay=_ST),
    ]


_OCCUPY = c.OccupyPlace(place=_PL, stay=_ST)
_PAST = Instant(NOW - 2 * HOUR)


@pytest.mark.parametrize(
    ("wish", "place", "reason"),
    [
        (c.ListPlace(place=_PL, facts=PlaceFacts(name=" ")), None, R.EMPTY_TEXT),
        (_OCCUPY, None, R.NOT_FOUND),
        (_OCCUPY, _TAKEN, R.PLACE_TAKEN),
        (_OCCUPY, _HELD, R.PLACE_RESERVED),
        (_OCCUPY, _OUT, R.PLACE_OUT_OF_USE),
        (_OCCUPY, replace(_FREE, retired_at=NOW), R.PLACE_OUT_OF_USE),
        (_OCCUPY, replace(_FREE, voided=True), R.ALREADY_TAKEN_BACK),
        (_OCCUPY, replace(_FREE, frozen=True), R.NEEDS_NEWER_PROGRAM),
        (replace(_OCCUPY, until=_PAST), _FREE, R.TIME_IN_PAST),
        (replace(_OCCUPY, at=Instant(NOW + HOUR)), _FREE, R.TIME_IN_FUTURE),
        (replace(_OCCUPY, case=UUID(int=999)), _FREE, R.NOT_FOUND),
        (c.ChangePlaceStay(place=_PL, stay=_ST), _FREE, R.NOT_FOUND),
        (c.ChangePlaceStay(place=_PL, stay=_ST, until=_PAST), _TAKEN, R.TIME_IN_PAST),
        (c.VacatePlace(place=_PL, stay=_ST), _FREE, R.NOT_FOUND),
        (c.VacatePlace(place=_PL, stay=_ST, at=_PAST), _TAKEN, R.TIME_IN_PAST),
        (c.ReservePlace(place=_PL, reservation=_RES), _FREE, R.EMPTY_TEXT),
        (c.ReservePlace(place=_PL, reservation=_RES, words="x"), _HELD, R.PLACE_RESERVED),
        (c.EndReservation(place=_PL, reservation=_RES), _FREE, R.NOT_FOUND),
        (c.TakePlaceOutOfUse(place=_PL), _TAKEN, R.PLACE_TAKEN),
        (c.PutPlaceInUse(place=_PL), _FREE, R.NOT_DONE),
        (c.CheckPlace(place=_PL), None, R.NOT_FOUND),
        (c.RetirePlace(place=_PL), _TAKEN, R.PLACE_TAKEN),
        (c.RetirePlace(place=_PL), replace(_FREE, retired_at=NOW), R.ALREADY_DONE),
    ],
)
def test_what_may_not_be_said_of_a_place(
    wish: c.Command, place: PlaceState | None, reason: RefusalReason
) -> None:
    """Nobody gets a bed that another has, or that is held, out of use or gone."""
    decision = decide(_ground(place), wish)

    assert isinstance(decision, Refused)
    assert decision.reason is reason


def test_a_place_that_is_held_for_her_is_hers_to_have() -> None:
    """Who the place was held for gets it, and nothing is held any more."""
    held = replace(_HELD, reservations=(Reservation(reservation=_RES, since=NOW, case=CASE),))
    wish = replace(_OCCUPY, case=CASE)

    assert len(_bodies(decide(_ground(held), wish))) == 2
    words = (
        on.PlaceListed(facts=_FACTS),
        on.PlaceReserved(reservation=_RES, case=CASE),
        on.PlaceOccupied(stay=_ST, case=CASE),
    )
    assert fold_words(SubjectKind.PLACE, *words).reservations == ()


def test_two_who_were_put_in_one_place_apart_are_both_kept() -> None:
    """Two workstations that did not know of each other leave two names, not one too few."""
    second = UUID(int=84)
    state: PlaceState = fold_words(
        SubjectKind.PLACE,
        on.PlaceListed(facts=_FACTS),
        on.PlaceOccupied(stay=_ST, case=CASE),
        on.PlaceOccupied(stay=second, case=OTHER_CASE),
        on.PlaceVacated(stay=_ST, on_word=_BERG),
        on.PlaceStayChanged(stay=second, until=_SOON, confirmed=True),
    )
    before: PlaceState = fold_words(
        SubjectKind.PLACE,
        on.PlaceOccupied(stay=_ST, case=CASE),
        on.PlaceOccupied(stay=second, case=OTHER_CASE),
    )

    assert [one.stay for one in before.present] == [_ST, second]
    assert [(one.stay, one.until) for one in state.present] == [(second, _SOON)]


def test_a_place_folds_to_what_was_said_last() -> None:
    """Held, let go, out of use and in again, checked, gone; taken back it can still be read."""
    listed = on.PlaceListed(facts=_FACTS)
    out = on.PlaceTakenOutOfUse(reason="vattenskada")
    state: PlaceState = fold_words(
        SubjectKind.PLACE,
        listed,
        on.PlaceReserved(reservation=_RES, words="x"),
        on.PlaceReservationEnded(reservation=_RES),
        out,
        on.PlacePutInUse(),
        on.PlaceChecked(on_word=_BERG),
    )
    gone: PlaceState = fold_words(SubjectKind.PLACE, listed, out, on.PlaceRetired())
    back: PlaceState = fold_words(SubjectKind.PLACE, listed, ActTakenBack(act=UUID(int=1)))

    assert (state.reservations, state.out_of_use, state.said.on_word) == ((), None, _BERG)
    assert state.is_on_board
    assert gone.out_of_use is not None
    assert not gone.is_on_board
    assert (back.facts, back.voided, back.is_on_board) == (_FACTS, True, False)
