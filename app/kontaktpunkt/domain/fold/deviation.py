"""Fold of a report of a deviation: written, put on paper, sent, answered, followed up."""

from msgspec.structs import replace

from kontaktpunkt.domain.events.deviation import (
    DeviationFollowedUp,
    DeviationReminded,
    DeviationReportAnswered,
    DeviationReportArrived,
    DeviationReportOnPaper,
    DeviationReportSent,
    DeviationReportWithdrawn,
    DeviationReportWritten,
)
from kontaktpunkt.domain.fold.story import Story
from kontaktpunkt.domain.ledger.envelope import Envelope, Event
from kontaktpunkt.domain.states.deviation import DeviationReportState, ReportPaper, ReportSaid


def fold_deviation(story: Story) -> DeviationReportState:
    """Fold one report; of two who sent, closed or withdrew it while apart the first word holds."""
    state = DeviationReportState(frozen=story.frozen)
    for event in story.told:
        state = _before_answer(state, event) or _after(state, event)
    return state


def _before_answer(state: DeviationReportState, event: Event) -> DeviationReportState | None:
    envelope = event.envelope
    match event.body:
        case DeviationReportWritten(content=content, case=case, noted=noted):
            return replace(
                state,
                written=state.written or _said(envelope),
                content=content,
                case=case if state.written is None else state.case,
                noted=noted if state.written is None else state.noted,
            )
        case DeviationReportOnPaper(sheet=sheet, number=number):
            paper = ReportPaper(sheet=sheet, number=number, at=envelope.at)
            return replace(state, papers=(*state.papers, paper))
        case DeviationReportSent() as sent if state.sent is None:
            return replace(state, sent=sent, sent_at=envelope.at, sent_by=envelope.by)
        case DeviationReportArrived(received_on=received_on):
            first = min(filter(None, (state.received_on, received_on)))
            return replace(state, received_on=first)
        case DeviationReminded(text=text):
            return replace(state, reminders=(*state.reminders, _said(envelope, text)))
        case _:
            return None


def _after(state: DeviationReportState, event: Event) -> DeviationReportState:
    envelope = event.envelope
    match event.body:
        case DeviationReportAnswered() as answer:
            return replace(state, answer=answer, answer_noted=_said(envelope))
        case DeviationFollowedUp(text=text) if state.followed_up is None:
            return replace(state, followed_up=_said(envelope, text))
        case DeviationReportWithdrawn(reason=reason) if state.withdrawn is None:
            return replace(state, withdrawn=_said(envelope, reason))
        case _:
            return state


def _said(envelope: Envelope, text: str = "") -> ReportSaid:
    return ReportSaid(at=envelope.at, by=envelope.by, text=text)
