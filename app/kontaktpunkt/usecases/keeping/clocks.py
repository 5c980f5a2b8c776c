"""The clocks of a case by the rules in force, and by when we must answer an admission notice."""

from uuid import UUID

from kontaktpunkt.domain.clocks import CaseClock, ClockStatus, ClockTerms, clocks_of, planning_clock
from kontaktpunkt.domain.events.message import MessageTakenIn
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.states import CaseState, PersonState
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.tools import Rules


def evidence_of(case: CaseState, person: PersonState, rules: Rules) -> tuple[CaseClock, ...]:
    """Give the clocks of a case by the rules in force; what each says at a time is its own."""
    # Where somebody protected lives reaches nobody, not even as the payer of a clock.
    home = "" if person.is_protected else person.home_municipality
    return clocks_of(case, terms_of(rules, home))


def terms_of(rules: Rules, home_municipality: str = "") -> ClockTerms:
    """Give the rules as clocks read them."""
    return ClockTerms(
        profile=rules.profile, is_red=rules.is_red, home_municipality=home_municipality
    )


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
