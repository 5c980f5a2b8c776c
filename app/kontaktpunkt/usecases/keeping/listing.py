"""Small subjects in lists: how the state of each kind is kept as a row, and read back."""

from collections.abc import Callable, Mapping
from typing import Any, Final
from uuid import UUID

import msgspec
from msgspec import Struct

from kontaktpunkt.domain.ledger.subjects import Subject, SubjectKind
from kontaktpunkt.domain.states import (
    CareRequestState,
    ConcernState,
    ContactState,
    DeviationReportState,
    MeetingState,
    OutageState,
    PacketState,
    PersonState,
    PlaceState,
    QuestionState,
    RegionFiguresState,
    ReportState,
    RoundState,
    ShiftState,
    State,
)
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.ports.lists import ListedRow, ListedView

ROWS_SHAPE: Final = 14
"""Raised whenever rows come to be made otherwise: a store with rows of another is rebuilt."""


class Listing(Struct, frozen=True):
    """How a kind is listed: its state's shape, which are open, when found, which stand in it."""

    shape: type[Any]
    is_open: Callable[[Any], bool]
    at: Callable[[Any], Instant]
    is_listed: Callable[[Any], bool] = lambda _state: True


def _round_goes_on(state: RoundState) -> bool:
    return state.reconciled is None and not state.voided


def _is_rung(state: ContactState) -> bool:
    return not state.retired and not state.voided


def _is_with_us(state: PersonState) -> bool:
    """Say whether somebody has services with us: many other persons are known by messages."""
    return state.with_us is not None and bool(state.with_us.unit) and not state.voided


def _is_wanted(state: CareRequestState) -> bool:
    return state.is_kept or state.waiting is not None


LISTINGS: Final[Mapping[SubjectKind, Listing]] = {
    SubjectKind.CARE_REQUEST: Listing(
        CareRequestState, _is_wanted, lambda state: state.looked_over_at or Instant(0)
    ),
    SubjectKind.CONCERN: Listing(
        ConcernState, lambda state: bool(state.open_ones), lambda state: state.latest_at
    ),
    SubjectKind.CONTACT: Listing(ContactState, _is_rung, lambda state: state.listed_at),
    SubjectKind.DEVIATION: Listing(
        DeviationReportState,
        lambda state: state.is_open,
        lambda state: state.written.at,
        lambda state: state.written is not None,
    ),
    SubjectKind.MEETING: Listing(
        MeetingState, lambda state: state.goes_on, lambda state: state.began_at
    ),
    SubjectKind.OUTAGE: Listing(
        OutageState,
        lambda state: state.is_open,
        lambda state: state.declared.at,
        lambda state: state.declared is not None,
    ),
    SubjectKind.PERSON: Listing(
        PersonState, lambda state: not state.deceased, lambda _state: Instant(0), _is_with_us
    ),
    SubjectKind.PLACE: Listing(
        PlaceState, lambda state: state.is_on_board, lambda state: state.said.at
    ),
    SubjectKind.PACKET: Listing(
        PacketState, lambda state: state.lies_about, lambda state: state.made_at
    ),
    SubjectKind.SHIFT: Listing(
        ShiftState, lambda state: state.is_open, lambda state: state.latest_at
    ),
    SubjectKind.REPORT: Listing(
        ReportState, lambda state: bool(state.versions), lambda state: state.changed_at
    ),
    SubjectKind.QUESTION: Listing(
        QuestionState, lambda state: bool(state.text), lambda state: state.asked_at
    ),
    SubjectKind.REGION_FIGURES: Listing(
        RegionFiguresState, lambda state: bool(state.figures), lambda _state: Instant(0)
    ),
    SubjectKind.ROUND: Listing(RoundState, _round_goes_on, lambda state: state.compared_at),
}
"""The kinds that are listed whole: few, small, and asked for as they stand."""

_encode = msgspec.json.Encoder(order="sorted").encode
_decoders = {kind: msgspec.json.Decoder(one.shape) for kind, one in LISTINGS.items()}


def listed_row(subject: Subject, state: State) -> ListedRow | None:
    """Make the row of a subject; None when it stands in no list."""
    listing = LISTINGS.get(subject.kind)
    if listing is None or not listing.is_listed(state):
        return None
    return ListedRow(
        kind=subject.kind,
        id=subject.id,
        is_open=listing.is_open(state),
        at=listing.at(state),
        row=_encode(state),
    )


def listed(
    store: ListedView, kind: SubjectKind, since: Instant | None = None, *, only_open: bool = False
) -> tuple[tuple[UUID, Any], ...]:
    """Give the states of a kind by time: from a time on, or only those still open."""
    decode = _decoders[kind].decode
    return tuple(
        (row.id, decode(row.row)) for row in store.listed(kind, since, only_open=only_open)
    )
