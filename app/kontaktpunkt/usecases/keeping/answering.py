"""By when we must answer an admission notice with what we can plan for; said in the inbox."""

from uuid import UUID

from kontaktpunkt.domain.clocks import ClockStatus, planning_clock
from kontaktpunkt.domain.events.message import MessageTakenIn
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.states import CaseState
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.showing.evidence import terms_of
from kontaktpunkt.usecases.tools import Rules


def answer_by(
    message: UUID, taken: MessageTakenIn, case: CaseState | None, rules: Rules
) -> Instant | None:
    """Say by when the planning must be answered.

    None where it is no matter of this message, is answered or stands still, or where nobody has
    confirmed within how many hours.
    """
    if taken.message_kind is not MessageKind.ADMISSION_NOTICE or case is None:
        return None
    clock = planning_clock(case, terms_of(rules))
    if clock is None or clock.message != message or clock.due_at is None:
        return None
    # Whether it has run out is for the screen to say: here it only matters that it runs.
    runs = clock.status(clock.due_at) is ClockStatus.RUNNING
    return clock.due_at if runs else None
