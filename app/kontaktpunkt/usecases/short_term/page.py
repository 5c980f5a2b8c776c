"""The page of short stays for one reader: board, queue, what waits, weeks and history."""

from collections.abc import Iterable, Sequence
from typing import Final
from uuid import UUID

from kontaktpunkt.domain.events.short_term import ShortTermArrivalPlanned
from kontaktpunkt.domain.short_term import search_order
from kontaktpunkt.domain.states import ShortTermDecision, ShortTermState
from kontaktpunkt.domain.times import HOUR, Instant
from kontaktpunkt.usecases.joining.joined import whole_case
from kontaktpunkt.usecases.rows import CaseRow
from kontaktpunkt.usecases.short_term.board import Around, Places, board, past
from kontaktpunkt.usecases.short_term.people import People
from kontaktpunkt.usecases.short_term.rows import (
    ArrivalRow,
    DecisionRow,
    QueueRow,
    ShortTermPage,
)
from kontaktpunkt.usecases.short_term.weeks import week_lines
from kontaktpunkt.usecases.showing.masking import mask_case_row
from kontaktpunkt.usecases.showing.pages import Reading

HISTORY: Final = 90 * 24 * HOUR


def short_term_page(reading: Reading, places: Places, me: UUID | None) -> ShortTermPage:
    """Put the page together; `me` None masks every protected person, as paper does."""
    now, profile = reading.now, reading.rules.profile
    around = Around(People(reading, me), reading.names, search_order(profile), now)
    cases = [row for row in reading.store.open_cases() if row.short_term is not None]
    told = [(mask_case_row(row, me), _said(reading, row.case)) for row in cases]
    return ShortTermPage(
        at=now,
        places=board(places, around),
        queue=_queue(told),
        decisions=_decisions(told, reading),
        arrivals=_arrivals(told),
        weeks=week_lines((state for _, state in places), cases, now),
        history=past(places, around, Instant(now - HISTORY)),
        order=around.order,
    )


def _said(reading: Reading, case: UUID) -> ShortTermState:
    state = whole_case(reading, case)
    return state.short_term if state is not None else ShortTermState()


_Told = Sequence[tuple[CaseRow, ShortTermState]]


def _queue(told: _Told) -> tuple[QueueRow, ...]:
    """Give who waits: first those whom the caseworker has granted a place, the longest first."""
    found: list[QueueRow] = []
    for row, said in told:
        need = said.waiting_need
        if need is None:
            continue
        where = ", ".join(part for part in (row.hospital, row.ward) if part)
        found.append(
            QueueRow(
                case=row.case,
                person=row.person,
                name=row.name,
                masked=row.masked,
                need="" if row.masked else need.need,
                applied_at=need.applied_at,
                decided_at=need.decided_at,
                caseworker=need.caseworker,
                unit="" if row.masked else row.unit,
                whereabouts=where if row.in_hospital and not row.masked else "",
                ready_since=row.ready_sent_at if row.in_hospital else None,
            )
        )
    return tuple(sorted(found, key=lambda one: (one.decided_at is None, one.applied_at)))


def _decisions(told: _Told, reading: Reading) -> tuple[DecisionRow, ...]:
    """Give the decisions that wait for the caseworker, the first to run out on top."""
    found = (
        _decision(row, one, reading) for row, said in told for one in said.decisions if one.waits
    )
    return tuple(sorted(found, key=lambda one: (one.valid_until, one.granted_at)))


def _decision(row: CaseRow, made: ShortTermDecision, reading: Reading) -> DecisionRow:
    granted = made.granted
    return DecisionRow(
        case=row.case,
        person=row.person,
        name=row.name,
        masked=row.masked,
        decision=granted.decision,
        place_name=_place_name(granted.place, granted.place_name, masked=row.masked),
        granted_at=made.at,
        granted_by=reading.names.get(made.by, "") if made.by is not None else "",
        valid_until=granted.valid_until,
        late=granted.valid_until <= reading.now,
        reason="" if row.masked else granted.reason,
        told=made.told,
        handed_over=made.handed_over,
    )


def _arrivals(told: _Told) -> tuple[ArrivalRow, ...]:
    """Give who is expected, the first to come on top and those without a time last."""
    found = [
        ArrivalRow(
            case=row.case,
            person=row.person,
            name=row.name,
            masked=row.masked,
            planned=_bare(said.arrival) if row.masked else said.arrival,
        )
        for row, said in told
        if row.short_term is not None and row.short_term.arrival and said.arrival is not None
    ]

    def key(one: ArrivalRow) -> tuple[bool, int]:
        at = one.planned.arrives_at
        return (at is None, at or 0)

    return tuple(sorted(found, key=key))


def _bare(planned: ShortTermArrivalPlanned) -> ShortTermArrivalPlanned:
    """Give an arrival without words that could tell whom it is about."""
    name = _place_name(planned.place, planned.place_name, masked=True)
    return ShortTermArrivalPlanned(
        arrives_at=planned.arrives_at, place=planned.place, place_name=name
    )


def _place_name(place: UUID | None, name: str, *, masked: bool) -> str:
    """Give the name of a place; of a masked person only one of the board, never words typed."""
    return "" if masked and place is None else name


def waiting_until(cases: Iterable[CaseRow]) -> tuple[Instant, ...]:
    """Give until when each decision that waits for the caseworker holds."""
    lines = (row.short_term for row in cases)
    return tuple(
        line.valid_until for line in lines if line is not None and line.valid_until is not None
    )
