"""A stop's page and stamp, put together from its state and those of its numbers."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final
from uuid import UUID

from kontaktpunkt.domain.fold import fold
from kontaktpunkt.domain.ledger.subjects import Subject, SubjectKind
from kontaktpunkt.domain.states import (
    CallNote,
    FaultNote,
    GivenSheet,
    OutageSign,
    OutageState,
    SheetMove,
    SheetStage,
    SheetState,
    ToldNote,
)
from kontaktpunkt.domain.states.sheet import Balance, balance
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.outages.rows import (
    OutageEntry,
    OutagePage,
    OutagePhase,
    OutageSheetLine,
    OutageSigned,
    OutageStamp,
    SheetStep,
)
from kontaktpunkt.usecases.ports import StoreView

_NAME: Final = "name"
"""The field of a form that says who it is about, in every form that says it."""

Names = Mapping[UUID, str]
"""Names of staff by id."""

NameOf = Callable[[UUID | None, UUID | None], str]
"""The name of a person in a case as this user may see it."""

Outages = Iterable[tuple[UUID, OutageState]]
"""Stops by their id, as they stand."""

Sheets = Mapping[UUID, SheetState]
"""Papers by their id, as they stand."""


def read_sheets(store: StoreView, outages: Iterable[OutageState]) -> Sheets:
    """Read the papers of some stops in one go."""
    subjects = [
        Subject(SubjectKind.SHEET, one.sheet) for outage in outages for one in outage.sheets
    ]
    found: dict[UUID, SheetState] = {}
    for subject, events in store.events_of_many(subjects).items():
        state = fold(subject.kind, events) if events else None
        if isinstance(state, SheetState) and state.issued is not None:
            found[subject.id] = state
    return found


def read_sheet(store: StoreView, sheet: UUID) -> SheetState | None:
    """Read one paper; None of a number that was never given out."""
    subject = Subject(SubjectKind.SHEET, sheet)
    events = store.events_of(subject)
    state = fold(subject.kind, events) if events else None
    return state if isinstance(state, SheetState) and state.issued is not None else None


def balance_of(outage: OutageState, sheets: Sheets) -> Balance:
    """Count the numbers of a stop by stage."""
    return balance((one.number, sheets.get(one.sheet)) for one in outage.sheets)


def stamp(outage: UUID, state: OutageState, sheets: Sheets) -> OutageStamp | None:
    """Make a stop's line; None of one that was never declared."""
    if state.facts is None or state.declared is None:
        return None
    count = balance_of(state, sheets)
    return OutageStamp(
        outage=outage,
        facts=state.facts,
        phase=_phase(state, count),
        exercise=state.exercise,
        numbers=count.issued,
        left=len(count.unsettled),
        over_at=state.over.at if state.over else None,
        closed_at=state.closed.at if state.closed else None,
    )


def page(
    stamped: OutageStamp, state: OutageState, sheets: Sheets, names: Names, name_of: NameOf
) -> OutagePage:
    """Make a stop's page."""
    count = balance_of(state, sheets)
    ready = state.is_open and state.over is not None and state.reconciled is not None
    return OutagePage(
        stamp=stamped,
        declared=_signed(state.declared, names) or OutageSigned(at=Instant(0)),
        told=_entries(state.told, names),
        calls=_entries(state.calls, names),
        faults=_entries(state.faults, names),
        lines=tuple(
            sheet_line(one, sheets[one.sheet], names, name_of)
            for one in state.sheets
            if one.sheet in sheets
        ),
        balance=count,
        over=_signed(state.over, names),
        reconciled=_signed(state.reconciled, names),
        source_round=state.reconciliation.round if state.reconciliation else None,
        closed=_signed(state.closed, names),
        withdrawn=_signed(state.withdrawn, names),
        unheard=state.unheard,
        can_close=ready and count.holds,
    )


def _phase(state: OutageState, count: Balance) -> OutagePhase:
    """Say how far it has come; one that ended with a number left is still being documented."""
    if state.has_ended and count.holds:
        return OutagePhase.CLOSED if state.closed is not None else OutagePhase.WITHDRAWN
    if state.has_ended:
        return OutagePhase.DOCUMENTING
    return OutagePhase.GOES_ON if state.over is None else OutagePhase.DOCUMENTING


def _signed(sign: OutageSign | None, names: Names) -> OutageSigned | None:
    if sign is None:
        return None
    return OutageSigned(at=sign.at, by_name=_name(names, sign.by), note=sign.note)


def _entries(
    notes: Iterable[ToldNote | CallNote | FaultNote], names: Names
) -> tuple[OutageEntry, ...]:
    return tuple(
        OutageEntry(said=one.said, at=one.at, by_name=_name(names, one.by)) for one in notes
    )


def sheet_line(
    given: GivenSheet, state: SheetState, names: Names, name_of: NameOf
) -> OutageSheetLine:
    """Make the line of one number."""
    issued = state.issued
    assert issued is not None, "only papers that were issued are read"  # noqa: S101 - ours
    last, signed, entry = state.last, state.signed, state.entry
    return OutageSheetLine(
        sheet=given.sheet,
        number=given.number,
        form=issued.form,
        direction=issued.direction,
        stage=state.stage,
        given_at=state.issued_at,
        given_by_name=_name(names, state.issued_by) or issued.by_name,
        stage_at=last.at if last else None,
        stage_by_name=_name(names, last.by) if last else "",
        text=last.text if last else "",
        case=state.case,
        name=issued.dummy or name_of(state.person, state.case) or _name_written(state),
        is_settled=state.is_settled,
        signed_by_name=_name(names, signed.by) if signed else "",
        signed_reason=signed.text if signed else "",
        signed_at=signed.at if signed else None,
        may_become=frozenset(stage for stage in SheetStage if state.may_be_said(stage)),
        clashes=tuple(move.to for move in state.without_effect),
        way=_steps(state.way, names),
        without_effect=_steps(state.without_effect, names),
        settled_at=state.settled_at,
        is_entered=entry is not None,
        awaits_check=state.awaits_check,
        not_understood=len(entry.said.not_understood) if entry is not None else 0,
        twins=len(state.twins),
    )


def _name_written(state: SheetState) -> str:
    """Give the name on a paper of whom nobody knows yet; of somebody known her own rule holds."""
    if state.entry is None or state.person is not None or state.case is not None:
        return ""
    written = (one.text for one in state.entry.said.values if one.key == _NAME)
    return next(written, "").strip()


def _steps(moves: Iterable[SheetMove], names: Names) -> tuple[SheetStep, ...]:
    return tuple(
        SheetStep(to=move.to, at=move.at, by_name=_name(names, move.by), text=move.text)
        for move in moves
    )


def _name(names: Names, staff: UUID | None) -> str:
    return names.get(staff, "") if staff else ""
