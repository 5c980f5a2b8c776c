"""Rules for places for a short stay: a place is had by one at a time, and who says so is kept."""

from typing import Final
from uuid import UUID

from kontaktpunkt.domain.commands.place import (
    ChangePlaceStay,
    CheckPlace,
    EndReservation,
    ListPlace,
    OccupyPlace,
    PutPlaceInUse,
    ReservePlace,
    RetirePlace,
    TakePlaceOutOfUse,
    VacatePlace,
)
from kontaktpunkt.domain.decide.ground import Decision, Ground, Happening, Rules, refuse
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
from kontaktpunkt.domain.events.short_term import ShortTermLeft, ShortTermPlaced
from kontaktpunkt.domain.ledger.subjects import case_subject, place_subject
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.states import CaseState, PlaceState, PlaceStay
from kontaktpunkt.domain.times import Instant


def known_place(ground: Ground, place: UUID) -> PlaceState | Refused:
    """Give a place that may be acted on, or say why not."""
    state = ground.states.get(place_subject(place))
    if not isinstance(state, PlaceState) or state.facts is None:
        return refuse(RefusalReason.NOT_FOUND)
    if state.frozen:
        return refuse(RefusalReason.NEEDS_NEWER_PROGRAM)
    return refuse(RefusalReason.ALREADY_TAKEN_BACK) if state.voided else state


def place_to_give(ground: Ground, place: UUID, case: UUID | None) -> PlaceState | Refused:
    """Give a place that somebody can have now, or say why nobody can."""
    state = known_place(ground, place)
    if isinstance(state, Refused):
        return state
    if state.retired_at is not None or state.out_of_use is not None:
        return refuse(RefusalReason.PLACE_OUT_OF_USE)
    if state.present:
        return refuse(RefusalReason.PLACE_TAKEN)
    if any(one.case is None or one.case != case for one in state.reservations):
        return refuse(RefusalReason.PLACE_RESERVED)
    return state


def list_place(ground: Ground, wish: ListPlace) -> Decision:
    """Put a place with a name on the board."""
    if not wish.facts.name.strip():
        return refuse(RefusalReason.EMPTY_TEXT)
    known = ground.states.get(place_subject(wish.place))
    if isinstance(known, PlaceState) and known.frozen:
        return refuse(RefusalReason.NEEDS_NEWER_PROGRAM)
    return ground.happen(
        place_subject(wish.place), wish.at, PlaceListed(facts=wish.facts, on_word=wish.on_word)
    )


def occupy(ground: Ground, wish: OccupyPlace) -> Decision:
    """Let somebody have a free place; it is told in her case too, and ends her waiting."""
    state = place_to_give(ground, wish.place, wish.case)
    if isinstance(state, Refused):
        return state
    at = ground.moment(wish.at)
    if isinstance(at, Refused):
        return at
    if wish.until is not None and wish.until <= at:
        return refuse(RefusalReason.TIME_IN_PAST)
    case: CaseState | Refused | None = ground.case(wish.case) if wish.case is not None else None
    if isinstance(case, Refused):
        return case
    need = case.short_term.waiting_need if case is not None else None
    body = PlaceOccupied(
        stay=wish.stay,
        person=case.person if case is not None else wish.person,
        case=wish.case,
        until=wish.until,
        applied_at=need.applied_at if need is not None else None,
        decided_at=need.decided_at if need is not None else None,
        note=wish.note.strip(),
        on_word=wish.on_word,
    )
    return (
        Happening(place_subject(wish.place), body, at),
        *told_in_case(state, wish.place, body, at),
    )


def told_in_case(
    state: PlaceState, place: UUID, body: PlaceOccupied, at: Instant
) -> tuple[Happening, ...]:
    """Give what the case is told of somebody who got a place; nothing where there is no case."""
    if body.case is None:
        return ()
    name = state.facts.name if state.facts is not None else ""
    placed = ShortTermPlaced(place=place, name=name, stay=body.stay, until=body.until)
    return (Happening(case_subject(body.case), placed, at),)


def change_stay(ground: Ground, wish: ChangePlaceStay) -> Decision:
    """Let a stay last until another time, which is not before it began."""
    found = _present(ground, wish.place, wish.stay)
    if isinstance(found, Refused):
        return found
    if wish.until is not None and wish.until <= found.since:
        return refuse(RefusalReason.TIME_IN_PAST)
    body = PlaceStayChanged(stay=wish.stay, until=wish.until, on_word=wish.on_word)
    return ground.happen(place_subject(wish.place), wish.at, body)


def vacate(ground: Ground, wish: VacatePlace) -> Decision:
    """Note that somebody left, not before she came."""
    found = _present(ground, wish.place, wish.stay)
    if isinstance(found, Refused):
        return found
    at = ground.moment(wish.at)
    if isinstance(at, Refused):
        return at
    if at < found.since:
        return refuse(RefusalReason.TIME_IN_PAST)
    body = PlaceVacated(stay=wish.stay, note=wish.note.strip(), on_word=wish.on_word)
    state = known_place(ground, wish.place)
    name = state.facts.name if isinstance(state, PlaceState) and state.facts else ""
    left = Happening(place_subject(wish.place), body, at)
    if found.case is None:
        return (left,)
    told = ShortTermLeft(place=wish.place, name=name, stay=wish.stay)
    return (left, Happening(case_subject(found.case), told, at))


def reserve(ground: Ground, wish: ReservePlace) -> Decision:
    """Hold a place, also one that somebody has now; it is for somebody by case or in words."""
    state = known_place(ground, wish.place)
    if isinstance(state, Refused):
        return state
    if wish.case is None and not wish.words.strip():
        return refuse(RefusalReason.EMPTY_TEXT)
    if state.retired_at is not None:
        return refuse(RefusalReason.PLACE_OUT_OF_USE)
    if state.reservations:
        return refuse(RefusalReason.PLACE_RESERVED)
    body = PlaceReserved(
        reservation=wish.reservation,
        case=wish.case,
        words=wish.words.strip(),
        until=wish.until,
        on_word=wish.on_word,
    )
    return ground.happen(place_subject(wish.place), wish.at, body)


def end_reservation(ground: Ground, wish: EndReservation) -> Decision:
    """Hold a place no more."""
    state = known_place(ground, wish.place)
    if isinstance(state, Refused):
        return state
    if all(one.reservation != wish.reservation for one in state.reservations):
        return refuse(RefusalReason.NOT_FOUND)
    body = PlaceReservationEnded(reservation=wish.reservation, on_word=wish.on_word)
    return ground.happen(place_subject(wish.place), wish.at, body)


def take_out_of_use(ground: Ground, wish: TakePlaceOutOfUse) -> Decision:
    """Let nobody have a place for a time; whoever is there is not moved by it."""
    state = known_place(ground, wish.place)
    if isinstance(state, Refused):
        return state
    if state.present:
        return refuse(RefusalReason.PLACE_TAKEN)
    body = PlaceTakenOutOfUse(reason=wish.reason.strip(), until=wish.until, on_word=wish.on_word)
    return ground.happen(place_subject(wish.place), wish.at, body)


def put_in_use(ground: Ground, wish: PutPlaceInUse) -> Decision:
    """Let a place be had again."""
    state = known_place(ground, wish.place)
    if isinstance(state, Refused):
        return state
    if state.out_of_use is None:
        return refuse(RefusalReason.NOT_DONE)
    return ground.happen(place_subject(wish.place), wish.at, PlacePutInUse(on_word=wish.on_word))


def check(ground: Ground, wish: CheckPlace) -> Decision:
    """Note that what stands still holds."""
    state = known_place(ground, wish.place)
    if isinstance(state, Refused):
        return state
    return ground.happen(place_subject(wish.place), wish.at, PlaceChecked(on_word=wish.on_word))


def retire(ground: Ground, wish: RetirePlace) -> Decision:
    """Take a place that nobody has from the board."""
    state = known_place(ground, wish.place)
    if isinstance(state, Refused):
        return state
    if state.present:
        return refuse(RefusalReason.PLACE_TAKEN)
    if state.retired_at is not None:
        return refuse(RefusalReason.ALREADY_DONE)
    return ground.happen(
        place_subject(wish.place), wish.at, PlaceRetired(reason=wish.reason.strip())
    )


def _present(ground: Ground, place: UUID, stay: UUID) -> PlaceStay | Refused:
    """Give a stay that has not ended."""
    state = known_place(ground, place)
    if isinstance(state, Refused):
        return state
    found = next((one for one in state.present if one.stay == stay), None)
    return found if found is not None else refuse(RefusalReason.NOT_FOUND)


RULES: Final[Rules] = {
    ListPlace: list_place,
    OccupyPlace: occupy,
    ChangePlaceStay: change_stay,
    VacatePlace: vacate,
    ReservePlace: reserve,
    EndReservation: end_reservation,
    TakePlaceOutOfUse: take_out_of_use,
    PutPlaceInUse: put_in_use,
    CheckPlace: check,
    RetirePlace: retire,
}
"""The rule of each wish about this."""
