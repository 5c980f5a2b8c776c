"""What holds in a 23-timmars matter: since when it runs, how it ended, whether she is there."""

from msgspec import Struct

from kontaktpunkt.domain.events.case import CaseKind
from kontaktpunkt.domain.events.emergency import EmergencyOutcome
from kontaktpunkt.domain.states import CaseState
from kontaktpunkt.domain.states.emergency import NotedOutcome
from kontaktpunkt.domain.stay import Stay, kind_of_case
from kontaktpunkt.domain.times import HOUR, Instant


class EmergencySpan(Struct, frozen=True, kw_only=True):
    """The time on the emergency ward, in µs UTC: elapsed time, nights and weekends included.

    It runs from her arrival; where nobody has said when that was (`arrival_known` is False), from
    `told_at`, when the ward told us of her.
    """

    started_at: Instant
    told_at: Instant
    arrival_known: bool = True
    due_at: Instant
    ended_at: Instant | None = None


def is_emergency(case: CaseState, stay: Stay) -> bool:
    """Say whether the case is a 23-timmars matter now."""
    return kind_of_case(case, stay) is CaseKind.EMERGENCY_STAY


def outcome_of(case: CaseState, stay: Stay) -> NotedOutcome | None:
    """Give where the person went, unless the ward has told of her anew since then."""
    noted = case.emergency.outcome
    told = stay.emergency_told_at
    return None if noted is None or (told is not None and told > noted.at) else noted


def span_of(case: CaseState, stay: Stay, hours: int) -> EmergencySpan | None:
    """Give the time on the emergency ward; None when the case is no 23-timmars matter."""
    if not is_emergency(case, stay):
        return None
    told = case.opened_at if stay.emergency_told_at is None else stay.emergency_told_at
    start = told if stay.admitted_at is None else stay.admitted_at
    return EmergencySpan(
        started_at=start,
        told_at=told,
        arrival_known=stay.admitted_at is not None,
        due_at=Instant(start + hours * HOUR),
        ended_at=_ended(case, stay),
    )


def is_in_hospital(case: CaseState, stay: Stay) -> bool:
    """Say whether the person is in hospital, by messages and by what we noted of her ourselves.

    A 23-timmars matter of which no message speaks (corrected by hand) is in hospital too; one that
    went home is not, and a matter that was never a stay isn't either.
    """
    kind = kind_of_case(case, stay)
    if kind is not CaseKind.EMERGENCY_STAY:
        return stay.in_hospital and kind is not CaseKind.MATTER
    noted = outcome_of(case, stay)
    if noted is not None and noted.outcome is not EmergencyOutcome.ADMITTED:
        return False
    return stay.in_hospital or _by_hand(case, stay)


def _by_hand(case: CaseState, stay: Stay) -> bool:
    """Say whether only our own word makes it a 23-timmars matter, with no word of the ward."""
    correction = case.emergency.correction
    said = correction is not None and correction.case_kind is CaseKind.EMERGENCY_STAY
    return said and not (stay.in_ward or stay.is_discharged or stay.deceased)


def _ended(case: CaseState, stay: Stay) -> Instant | None:
    noted = outcome_of(case, stay)
    if noted is not None:
        return noted.at
    if stay.is_discharged:
        return stay.discharge_told_at if stay.discharged_at is None else stay.discharged_at
    return stay.died_at if stay.deceased else None
