"""The board of places, put together from what was told last of each."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.events.place import PlaceFacts, PlaceKind
from kontaktpunkt.domain.states import PlaceState, PlaceStay, Statement
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.short_term.people import People, where_each_is
from kontaktpunkt.usecases.short_term.rows import (
    HeldFor,
    Holder,
    PastStay,
    PlaceRow,
    PlaceStanding,
)

Places = Sequence[tuple[UUID, PlaceState]]
_MASKED_WORDS = "Skyddad identitet"


class Around(Struct, frozen=True):
    """What a place's row needs beside its state: people, names of staff, order and the time."""

    people: People
    names: Mapping[UUID, str]
    order: tuple[PlaceKind, ...]
    now: Instant


def board(places: Places, around: Around) -> tuple[PlaceRow, ...]:
    """Give the places on the board, in the order in which they are asked for."""
    at = where_each_is(around.people, places)
    rows = [
        _row(place, state.facts, state, around, at)
        for place, state in places
        if state.is_on_board and state.facts is not None
    ]

    def key(row: PlaceRow) -> tuple[int, int, str]:
        return (rank_of(row.facts.place_kind, around.order), row.facts.rank, row.facts.name)

    return tuple(sorted(rows, key=key))


def rank_of(kind: PlaceKind, order: tuple[PlaceKind, ...]) -> int:
    """Say at which turn a kind of place is asked for; one that no profile names comes last."""
    return order.index(kind) if kind in order else len(order) + tuple(PlaceKind).index(kind)


def past(places: Places, around: Around, since: Instant) -> tuple[PastStay, ...]:
    """Give the stays that have ended since a time, the latest first."""
    found = [
        _past(place, state.facts, stay, stay.left_at, around)
        for place, state in places
        for stay in state.stays
        if state.facts is not None and stay.left_at is not None and stay.left_at >= since
    ]
    return tuple(sorted(found, key=lambda one: one.left_at, reverse=True))


def said_by(said: Statement, names: Mapping[UUID, str]) -> str:
    """Say whose word something is: who told us by name, else who noted it."""
    if said.on_word is not None and said.on_word.name:
        return said.on_word.name
    return names.get(said.by, "") if said.by is not None else ""


def _row(
    place: UUID,
    facts: PlaceFacts,
    state: PlaceState,
    around: Around,
    at: Mapping[UUID, list[tuple[UUID, str]]],
) -> PlaceRow:
    held = tuple(
        _held(one.reservation, one.case, one.words, one.until, around) for one in state.reservations
    )
    out = state.out_of_use
    return PlaceRow(
        place=place,
        facts=facts,
        standing=_standing(state),
        said_at=state.said.at,
        said_by=said_by(state.said, around.names),
        holders=tuple(_holder(place, stay, around, at) for stay in state.present),
        held_for=held,
        free_from=_free_from(state),
        reason=out.reason if out is not None else "",
    )


def _standing(state: PlaceState) -> PlaceStanding:
    there = len(state.present)
    if there:
        return PlaceStanding.OCCUPIED if there == 1 else PlaceStanding.DOUBLE
    if state.out_of_use is not None:
        return PlaceStanding.OUT_OF_USE
    return PlaceStanding.RESERVED if state.reservations else PlaceStanding.FREE


def _free_from(state: PlaceState) -> Instant | None:
    """Say when the place can be had again; unknown as long as one who is there has no end."""
    untils = [stay.until for stay in state.present]
    if state.out_of_use is not None:
        untils.append(state.out_of_use.until)
    known = [until for until in untils if until is not None]
    return max(known) if known and len(known) == len(untils) else None


def _holder(
    place: UUID,
    stay: PlaceStay,
    around: Around,
    at: Mapping[UUID, list[tuple[UUID, str]]],
) -> Holder:
    who = around.people.named(stay.case, stay.person)
    lead = around.people.lead(stay.person)
    others = at.get(lead, []) if lead is not None else []
    return Holder(
        stay=stay.stay,
        since=stay.since,
        case=stay.case,
        person=stay.person,
        name=who.name,
        masked=who.masked,
        until=stay.until,
        provisional=stay.decision is not None,
        overdue=stay.until is not None and stay.until <= around.now,
        elsewhere=tuple(name for other, name in others if other != place),
        note="" if who.masked else stay.note,
    )


def _held(
    reservation: UUID, case: UUID | None, words: str, until: Instant | None, around: Around
) -> HeldFor:
    who = around.people.named(case, None)
    said = _MASKED_WORDS if who.masked else " ".join(part for part in (who.name, words) if part)
    return HeldFor(reservation=reservation, words=said, case=case, masked=who.masked, until=until)


def _past(
    place: UUID, facts: PlaceFacts, stay: PlaceStay, left_at: Instant, around: Around
) -> PastStay:
    who = around.people.named(stay.case, stay.person)
    return PastStay(
        place=place,
        place_name=facts.name,
        name=who.name,
        masked=who.masked,
        since=stay.since,
        left_at=left_at,
        applied_at=stay.applied_at,
        decided_at=stay.decided_at,
    )
