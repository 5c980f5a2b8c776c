"""Which case a wish about a report of a deviation looks at besides the report."""

from uuid import UUID

from kontaktpunkt.domain.commands import Command
from kontaktpunkt.domain.ledger.subjects import Subject, case_subject, deviation_subject
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
