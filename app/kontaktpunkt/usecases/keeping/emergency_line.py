"""The short line of a 23-timmars matter, made of its case and the rules."""

from kontaktpunkt.domain.emergency import outcome_of, span_of
from kontaktpunkt.domain.profile import RuleProfile
from kontaktpunkt.domain.profile.emergency import emergency_hours
from kontaktpunkt.domain.states import CaseState
from kontaktpunkt.domain.stay import Stay
from kontaktpunkt.usecases.case_lines.emergency import EmergencyLine


def emergency_line(
    case: CaseState, stay: Stay, profile: RuleProfile | None
) -> EmergencyLine | None:
    """Give the short line of a case; None when it is no 23-timmars matter."""
    span = span_of(case, stay, emergency_hours(profile))
    if span is None:
        return None
    first = case.emergency.first_contact
    noted = outcome_of(case, stay)
    return EmergencyLine(
        started_at=span.started_at,
        told_at=span.told_at,
        due_at=span.due_at,
        ended_at=span.ended_at,
        contacted_at=first.at if first is not None else None,
        tries=case.emergency.tries,
        outcome=noted.outcome if noted is not None else None,
    )
