"""Fold of one place for a short stay: everybody who is said to be there is kept."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from msgspec.structs import replace

from kontaktpunkt.domain.events.place import (
    PlaceChecked,
    PlaceListed,
    PlaceOccupied,
    PlacePutInUse,
    PlaceReservationEnded,
    PlaceReserved,
    PlaceRetired,
    PlaceStayChanged,
    PlaceTakenOutOfUse,
    PlaceVacated,
)
from kontaktpunkt.domain.fold.story import Story
from kontaktpunkt.domain.ledger.envelope import Envelope
from kontaktpunkt.domain.states.place import (
    OutOfUse,
    PlaceState,
    PlaceStay,
    Reservation,
    Statement,
)


def fold_place(story: Story) -> PlaceState:
    """Fold a place; one whose listing was taken back stays readable and is voided."""
    state = PlaceState(frozen=story.frozen)
    opening = [one for one in story.withdrawn if isinstance(one.body, PlaceListed)]
    for event in story.told:
        step = _STEPS.get(type(event.body))
        if step is not None:
            said = _said(event.envelope, event.body)
            state = replace(step(state, event.envelope, event.body), said=said)
    if state.facts is None and opening:
        body = opening[0].body
        facts = body.facts if isinstance(body, PlaceListed) else None
        return replace(state, facts=facts, voided=True)
    return state


def _said(envelope: Envelope, body: Any) -> Statement:
    return Statement(at=envelope.at, by=envelope.by, on_word=getattr(body, "on_word", None))


def _listed(state: PlaceState, _envelope: Envelope, body: PlaceListed) -> PlaceState:
    return replace(state, facts=body.facts, retired_at=None)


def _occupied(state: PlaceState, envelope: Envelope, body: PlaceOccupied) -> PlaceState:
    stay = PlaceStay(
        stay=body.stay,
        since=envelope.at,
        person=body.person,
        case=body.case,
        until=body.until,
        decision=body.decision,
        applied_at=body.applied_at,
        decided_at=body.decided_at,
        note=body.note,
        said=_said(envelope, body),
    )
    held = tuple(one for one in state.reservations if body.case is None or one.case != body.case)
    return replace(state, stays=(*state.stays, stay), reservations=held)


def _stay_changed(state: PlaceState, envelope: Envelope, body: PlaceStayChanged) -> PlaceState:
    said = _said(envelope, body)

    def changed(stay: PlaceStay) -> PlaceStay:
        decision = None if body.confirmed else stay.decision
        return replace(stay, until=body.until, decision=decision, said=said)

    return replace(
        state, stays=tuple(changed(one) if one.stay == body.stay else one for one in state.stays)
    )


def _vacated(state: PlaceState, envelope: Envelope, body: PlaceVacated) -> PlaceState:
    stays = tuple(
        replace(one, left_at=envelope.at, said=_said(envelope, body))
        if one.stay == body.stay and one.left_at is None
        else one
        for one in state.stays
    )
    return replace(state, stays=stays)


def _reserved(state: PlaceState, envelope: Envelope, body: PlaceReserved) -> PlaceState:
    new = Reservation(
        reservation=body.reservation,
        since=envelope.at,
        case=body.case,
        words=body.words,
        until=body.until,
        said=_said(envelope, body),
    )
    return replace(state, reservations=(*state.reservations, new))


def _reservation_ended(
    state: PlaceState, _envelope: Envelope, body: PlaceReservationEnded
) -> PlaceState:
    kept = tuple(one for one in state.reservations if one.reservation != body.reservation)
    return replace(state, reservations=kept)


def _taken_out(state: PlaceState, envelope: Envelope, body: PlaceTakenOutOfUse) -> PlaceState:
    out = OutOfUse(since=envelope.at, reason=body.reason, until=body.until)
    return replace(state, out_of_use=out)


def _put_in(state: PlaceState, _envelope: Envelope, _body: PlacePutInUse) -> PlaceState:
    return replace(state, out_of_use=None)


def _checked(state: PlaceState, _envelope: Envelope, _body: PlaceChecked) -> PlaceState:
    return state


def _retired(state: PlaceState, envelope: Envelope, _body: PlaceRetired) -> PlaceState:
    return replace(state, retired_at=envelope.at)


_STEPS: Final[Mapping[type, Callable[[PlaceState, Envelope, Any], PlaceState]]] = {
    PlaceListed: _listed,
    PlaceOccupied: _occupied,
    PlaceStayChanged: _stay_changed,
    PlaceVacated: _vacated,
    PlaceReserved: _reserved,
    PlaceReservationEnded: _reservation_ended,
    PlaceTakenOutOfUse: _taken_out,
    PlacePutInUse: _put_in,
    PlaceChecked: _checked,
    PlaceRetired: _retired,
}
