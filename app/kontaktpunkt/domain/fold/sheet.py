"""Fold of one numbered paper."""

from collections.abc import Mapping
from typing import Final

from msgspec.structs import replace

from kontaktpunkt.domain.events.office import SheetDirection, SheetIssued, SheetVoided
from kontaktpunkt.domain.events.sheet import (
    SheetAwaitsSender,
    SheetDocumented,
    SheetEntered,
    SheetEntryChecked,
    SheetFilledIn,
    SheetFoundAgain,
    SheetMissing,
    SheetMissingSigned,
    SheetNotOnPaper,
    SheetPrintedAgain,
    SheetTwinMatched,
)
from kontaktpunkt.domain.fold.story import Story
from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.domain.ledger.envelope import Event
from kontaktpunkt.domain.states.sheet import (
    EnteredSheet,
    MatchedTwin,
    SheetMove,
    SheetStage,
    SheetState,
)

_LEADS_TO: Final[Mapping[type[Body], SheetStage]] = {
    SheetNotOnPaper: SheetStage.NOT_ON_PAPER,
    SheetPrintedAgain: SheetStage.GIVEN_OUT,
    SheetFilledIn: SheetStage.FILLED_IN,
    SheetDocumented: SheetStage.DOCUMENTED,
    SheetAwaitsSender: SheetStage.AWAITS_SENDER,
    SheetFoundAgain: SheetStage.FOUND_AGAIN,
    SheetMissing: SheetStage.MISSING,
    SheetVoided: SheetStage.VOIDED,
}


def fold_sheet(story: Story) -> SheetState:
    """Fold a paper; a step that cannot follow on the stage it had is kept, without effect."""
    state = SheetState(frozen=story.frozen)
    for event in story.told:
        state = _told(state, event)
    return state


def _told(state: SheetState, event: Event) -> SheetState:
    envelope = event.envelope
    match event.body:
        case SheetIssued() as issued if state.issued is None:
            return replace(state, issued=issued, issued_at=envelope.at, issued_by=envelope.by)
        case SheetMissingSigned(reason=reason) if state.stage is SheetStage.MISSING:
            signed = SheetMove(to=SheetStage.MISSING, at=envelope.at, by=envelope.by, text=reason)
            return state if state.signed else replace(state, signed=signed)
        case SheetEntered() | SheetEntryChecked() | SheetTwinMatched():
            return _looked_at(state, event)
        case body if type(body) in _LEADS_TO:
            return _moved(state, event, _LEADS_TO[type(body)])  # type: ignore[index]  # seen above
        case _:
            return state


def _looked_at(state: SheetState, event: Event) -> SheetState:
    """Follow what was entered and held against the paper; that moves no number by itself."""
    envelope = event.envelope
    match event.body:
        case SheetEntered() as said:
            entry = EnteredSheet(
                said=said, at=envelope.at, noted_at=envelope.noted_at, by=envelope.by
            )
            return replace(state, entries=(*state.entries, entry), checked=None)
        case SheetEntryChecked(note=note) if envelope.by != state.worked_by:
            seen = SheetMove(to=state.stage, at=envelope.at, by=envelope.by, text=note)
            return replace(state, checked=seen)
        case SheetTwinMatched() as matched:
            return replace(state, twins=(*state.twins, MatchedTwin(matched, envelope.act_id)))
        case _:
            return state


def _moved(state: SheetState, event: Event, to: SheetStage) -> SheetState:
    move = SheetMove(to=to, at=event.envelope.at, by=event.envelope.by, text=_words_of(event))
    if to is state.stage is SheetStage.FOUND_AGAIN and state.twins:
        return state  # found by its message, and by hand: no two say otherwise
    if not state.may_become(to):
        return replace(state, without_effect=(*state.without_effect, move))
    way = (*state.way, move)
    if to is SheetStage.DOCUMENTED and state.direction is SheetDirection.SHARED:
        ours = replace(move, to=SheetStage.AWAITS_SENDER)
        return replace(state, way=(*state.way, ours), last=ours, signed=None, our_part=ours)
    return replace(state, way=way, last=move, signed=None)


def _words_of(event: Event) -> str:
    match event.body:
        case SheetVoided(reason=text):
            return text
        case SheetFilledIn(note=text) | SheetAwaitsSender(note=text) | SheetMissing(note=text):
            return text
        case SheetNotOnPaper(note=text):
            return text
        case SheetDocumented(system=text) | SheetFoundAgain(system=text):
            return text
        case _:
            return ""
