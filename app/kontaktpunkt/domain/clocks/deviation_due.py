"""By when a report of a deviation is to be answered: as agreed, else as the profile says."""

from datetime import date, time
from typing import Final

from kontaktpunkt.domain.clocks.counting import due_on
from kontaktpunkt.domain.profile import RuleProfile, TimeLimit
from kontaktpunkt.domain.states.deviation import DeviationReportState
from kontaktpunkt.domain.times import at_local, local_day

ANSWER_LIMIT: Final = "deviation_answer"


def answer_due(state: DeviationReportState, profile: RuleProfile) -> date | None:
    """Give the last day for the answer; None before it is sent, or where no rule is confirmed.

    60 days (Göteborgsområdet) or two months (Sjuhärad) after the other side got it; from when it
    was sent where nobody has said when it came.
    """
    if state.sent is None or state.sent_at is None:
        return None
    if state.sent.answer_by is not None:
        return state.sent.answer_by
    start = state.received_on or local_day(state.sent_at)
    return due_from(start, profile)


def due_from(start: date, profile: RuleProfile) -> date | None:
    """Give the last day for the answer to a report that is got on a day."""
    limit = profile.value(ANSWER_LIMIT, start).value
    if not isinstance(limit, TimeLimit):
        return None
    return due_on(at_local(start, time(12)), limit).day
