"""Which case a wish about a report looks at, and what can no longer be taken back of a report."""

from collections.abc import Sequence
from uuid import UUID

from kontaktpunkt.domain.commands import Command
from kontaktpunkt.domain.events.shared import ActTakenBack
from kontaktpunkt.domain.fold import taken_back
from kontaktpunkt.domain.ledger.envelope import Event
from kontaktpunkt.domain.ledger.subjects import (
    Subject,
    SubjectKind,
    case_subject,
    deviation_subject,
)
from kontaktpunkt.domain.states import DeviationReportState
from kontaktpunkt.usecases.keeping.workroom import Workroom


def case_of_report(room: Workroom, command: Command) -> list[Subject]:
    """Name the case that the report was written in, where there is one."""
    report: object = getattr(command, "deviation_report", None)
    if not isinstance(report, UUID):
        return []
    state = room.state(deviation_subject(report))
    if not isinstance(state, DeviationReportState) or state.case is None:
        return []
    return [case_subject(state.case)]


def went_on(room: Workroom, act: Sequence[Event]) -> bool:
    """Say whether a report has gone on since an act on it: what came later rests on it."""
    reports = {
        event.envelope.subject
        for event in act
        if event.envelope.subject.kind is SubjectKind.DEVIATION
    }
    return any(_has_later(room.events(report), act) for report in reports)


def _has_later(events: Sequence[Event], act: Sequence[Event]) -> bool:
    own = act[0].envelope.act_id
    withdrawn = taken_back(events)
    told = [event for event in events if not isinstance(event.body, ActTakenBack)]
    places = [place for place, event in enumerate(told) if event.envelope.act_id == own]
    later = told[max(places, default=-1) + 1 :]
    return any(event.envelope.act_id not in withdrawn for event in later)
