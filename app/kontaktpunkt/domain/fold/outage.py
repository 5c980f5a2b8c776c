"""Fold of one stop (driftstopp)."""

from msgspec.structs import replace

from kontaktpunkt.domain.events.outage import (
    OutageCallMade,
    OutageClosed,
    OutageDeclared,
    OutageDescribed,
    OutageFaultReported,
    OutageOver,
    OutageReconciled,
    OutageSheetGiven,
    OutageTold,
    OutageWithdrawn,
)
from kontaktpunkt.domain.fold.story import Story
from kontaktpunkt.domain.ledger.envelope import Envelope, Event
from kontaktpunkt.domain.states.outage import (
    CallNote,
    FaultNote,
    GivenSheet,
    OutageSign,
    OutageState,
    ToldNote,
)


def fold_outage(story: Story) -> OutageState:
    """Fold a stop; of two who ended or closed it the first holds, and no number is ever lost."""
    state = OutageState(frozen=story.frozen)
    for event in story.told:
        match event.body:
            case OutageDeclared() as body if state.declared is None:
                state = _declared(state, body, event.envelope)
            case _:
                state = _noted(_turned(state, event), event)
    return state


def _turned(state: OutageState, event: Event) -> OutageState:
    """Follow the turns of a stop."""
    envelope = event.envelope
    match event.body:
        case OutageDescribed() as facts:
            return replace(state, facts=facts)
        case OutageWithdrawn(reason=reason) as body if not state.has_ended:
            return replace(
                state, withdrawn=_sign(envelope, reason), answered=_answered(state, body)
            )
        case OutageOver(note=note) if state.over is None:
            # Lists that were compared before the stop was over say nothing of what came since.
            return replace(state, over=_sign(envelope, note), reconciled=None, reconciliation=None)
        case OutageReconciled(note=note) as body:
            return replace(state, reconciled=_sign(envelope, note), reconciliation=body)
        case OutageClosed(note=note) as body if not state.has_ended:
            return replace(state, closed=_sign(envelope, note), answered=_answered(state, body))
        case _:
            return state


def _answered(state: OutageState, body: OutageClosed | OutageWithdrawn) -> int:
    """Say for how many numbers an end was signed: what it does not say it had all heard of."""
    return len(state.sheets) if body.numbers is None else body.numbers


def _noted(state: OutageState, event: Event) -> OutageState:
    """Keep what is noted during a stop, in its order."""
    at, by = event.envelope.at, event.envelope.by
    match event.body:
        case OutageTold() as body:
            return replace(state, told=(*state.told, ToldNote(said=body, at=at, by=by)))
        case OutageCallMade() as body:
            return replace(state, calls=(*state.calls, CallNote(said=body, at=at, by=by)))
        case OutageFaultReported() as body:
            return replace(state, faults=(*state.faults, FaultNote(said=body, at=at, by=by)))
        case OutageSheetGiven(sheet=sheet, number=number):
            given = GivenSheet(sheet, number)
            known = any(one.sheet == sheet for one in state.sheets)
            return state if known else replace(state, sheets=(*state.sheets, given))
        case _:
            return state


def _declared(state: OutageState, body: OutageDeclared, envelope: Envelope) -> OutageState:
    facts = state.facts or OutageDescribed(
        of=body.of,
        since=body.since,
        system=body.system,
        planned=body.planned,
        reach=body.reach,
        note=body.note,
    )
    return replace(
        state,
        facts=facts,
        exercise=body.exercise,
        scenario=body.scenario,
        declared=_sign(envelope, body.note),
    )


def _sign(envelope: Envelope, note: str) -> OutageSign:
    return OutageSign(at=envelope.at, by=envelope.by, note=note)
