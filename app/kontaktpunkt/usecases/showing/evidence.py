"""Evidence from messages: what was sent when, and what a statute makes of it; never red."""

from msgspec.structs import replace

from kontaktpunkt.domain.calendar.deadlines import (
    STATUTORY_CUT_OFF,
    check_admission_notice,
    readiness_age,
    statutory_start_with_grounds,
)
from kontaktpunkt.domain.events.case import CaseKind
from kontaktpunkt.domain.states import CaseState
from kontaktpunkt.domain.stay import Stay, current, kind_of_case
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.rows import Evidence, EvidenceKind
from kontaktpunkt.usecases.tools import Rules

_ADMISSION = "lag 2017:612 2 kap. 3 §"
_READINESS = "lag 2017:612 3 kap. 1 §"
_START = "lag 2017:612 5 kap. 4 §"
_NOT_SENT = "tid för avsändande saknas i meddelandet"


def evidence_of(case: CaseState, rules: Rules, now: Instant) -> tuple[Evidence, ...]:
    """Give the lines of evidence of a case.

    A 23-timmars matter has none: no admission notice is expected and no money clock runs.
    """
    stay = current(case)
    if kind_of_case(case, stay) is not CaseKind.INPATIENT or stay == Stay():
        return ()
    return (_admission(stay, now), *_readiness(stay, rules, now))


def _admission(stay: Stay, now: Instant) -> Evidence:
    kind = EvidenceKind.ADMISSION_NOTICE_IN_TIME
    if stay.admission_message is None:
        return Evidence(kind=kind, rule=_ADMISSION, missing="inskrivningsmeddelande saknas")
    if stay.admitted_at is None:
        return Evidence(
            kind=kind,
            message=stay.admission_message,
            rule=_ADMISSION,
            missing="tid för inskrivning saknas i meddelandet",
        )
    check = check_admission_notice(stay.admitted_at, stay.admission_sent_at, now)
    if stay.admission_sent_at is None:
        return Evidence(
            kind=kind,
            message=stay.admission_message,
            rule=_ADMISSION,
            missing=_NOT_SENT,
        )
    return Evidence(
        kind=kind,
        holds=check.in_time,
        at=stay.admission_sent_at,
        minutes=(stay.admission_sent_at - stay.admitted_at) // 60_000_000,
        message=stay.admission_message,
        rule=_ADMISSION,
    )


def _readiness(stay: Stay, rules: Rules, now: Instant) -> tuple[Evidence, ...]:
    """Tell the age of the readiness and what the statute makes of it.

    Both count from when the notice was *sent*: where that is not known nothing is counted.
    """
    if stay.ready_message is None or stay.is_discharged or stay.deceased:
        return ()
    age = Evidence(
        kind=EvidenceKind.READINESS_AGE,
        at=stay.ready_sent_at,
        message=stay.ready_message,
        rule=_READINESS,
    )
    start = Evidence(
        kind=EvidenceKind.EARLIEST_STATUTORY_START,
        at=stay.ready_sent_at,
        message=stay.ready_message,
        rule=_START,
    )
    if stay.ready_sent_at is None:
        return (replace(age, missing=_NOT_SENT), replace(start, missing=_NOT_SENT))
    age = replace(age, minutes=readiness_age(stay.ready_sent_at, now).minutes)
    if stay.admission_message is None:
        return (age, replace(start, missing="inskrivningsmeddelande saknas (5 kap. 3 §)"))
    cut_off = rules.profile.cut_off or STATUTORY_CUT_OFF
    counted = statutory_start_with_grounds(stay.ready_sent_at, cut_off)
    return (age, replace(start, day=counted.day))
