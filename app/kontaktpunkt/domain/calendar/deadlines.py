"""Clocks that statutes set running, each with its grounds: which rule, from which fact, when."""

from datetime import date, time, timedelta
from enum import StrEnum

from msgspec import Struct

from kontaktpunkt.domain.times import HOUR, MINUTE, Instant, local_day, to_local

STATUTORY_CUT_OFF = time(12, 0)
ADMISSION_NOTICE_HOURS = 24
GRACE_DAYS = 3
GRACE_DAYS_AFTER_CUT_OFF = 4


class Rule(StrEnum):
    """The section of lag 2017:612 that a clock comes from, as chapter and section."""

    ADMISSION_NOTICE = "2:3"
    PLANNING = "2:6"
    READINESS_NOTICE = "3:1"
    DISCHARGE_INFORMATION = "3:2"
    PLAN_SUMMONS = "4:3"
    PAYMENT_START = "5:4"


class StartingFact(StrEnum):
    """What a clock is counted from."""

    ADMITTED = "admitted"
    NEED_JUDGED = "need_judged"
    READINESS_NOTICE_SENT = "readiness_notice_sent"
    ADMISSION_NOTICE_SENT = "admission_notice_sent"
    NOTICE_RECEIVED = "notice_received"
    ARRIVED = "arrived"
    DISCHARGED = "discharged"
    DEVIATION_SENT = "deviation_sent"
    DEVIATION_RECEIVED = "deviation_received"


class Grounds(Struct, frozen=True):
    """Why a clock says what it says: the rule, the fact that started it and when that was."""

    rule: Rule
    fact: StartingFact
    fact_at: Instant


class StatutoryStart(Struct, frozen=True):
    """The earliest day of payment liability by the statute alone; an agreement may say otherwise.

    Lag 2017:612 4 kap. 5 § lets region and municipalities agree on another day.
    """

    day: date
    after_cut_off: bool
    grounds: Grounds


class AdmissionNoticeCheck(Struct, frozen=True):
    """Whether the admission notice was sent in time: due, sent (None = not yet), in time.

    `in_time` is None while nothing has been sent and the time has not run out.
    """

    due: Instant
    sent_at: Instant | None
    in_time: bool | None
    grounds: Grounds


class ReadinessAge(Struct, frozen=True):
    """How long somebody has been ready for discharge: local calendar days and elapsed minutes.

    The day on which the notice was sent is day zero.
    """

    days: int
    minutes: int
    grounds: Grounds


def is_after_cut_off(sent_at: Instant, cut_off: time = STATUTORY_CUT_OFF) -> bool:
    """Tell whether a notice was sent after the time of day, on clocks in Sweden.

    Lag 2017:612 5 kap. 4 §: 12.00 itself is not after.
    """
    return to_local(sent_at).time() > cut_off


def statutory_start(sent_at: Instant, cut_off: time = STATUTORY_CUT_OFF) -> date:
    """Give the day on which payment liability starts by the statute, all conditions met.

    Lag 2017:612 5 kap. 4 §: three calendar days after the readiness notice was *sent*, four when
    it was sent after 12.00. Weekends and holidays count.
    """
    late = is_after_cut_off(sent_at, cut_off)
    return local_day(sent_at) + timedelta(days=GRACE_DAYS_AFTER_CUT_OFF if late else GRACE_DAYS)


def statutory_start_with_grounds(
    sent_at: Instant, cut_off: time = STATUTORY_CUT_OFF
) -> StatutoryStart:
    """Give the statutory start together with what it was counted from."""
    return StatutoryStart(
        statutory_start(sent_at, cut_off),
        is_after_cut_off(sent_at, cut_off),
        Grounds(Rule.PAYMENT_START, StartingFact.READINESS_NOTICE_SENT, sent_at),
    )


def admission_notice_due(counted_from: Instant, hours: int = ADMISSION_NOTICE_HOURS) -> Instant:
    """Give when the admission notice must have been sent at the latest.

    Lag 2017:612 2 kap. 3 §: 24 elapsed hours from the admission, or from when the need of
    services was judged if that was later.
    """
    return Instant(counted_from + hours * HOUR)


def check_admission_notice(
    admitted_at: Instant,
    sent_at: Instant | None,
    now: Instant,
    need_judged_at: Instant | None = None,
) -> AdmissionNoticeCheck:
    """Say whether the admission notice was sent in time; at the very minute is in time."""
    fact, fact_at = StartingFact.ADMITTED, admitted_at
    if need_judged_at is not None and need_judged_at > admitted_at:
        fact, fact_at = StartingFact.NEED_JUDGED, need_judged_at
    due = admission_notice_due(fact_at)
    in_time = sent_at <= due if sent_at is not None else (None if now <= due else False)
    return AdmissionNoticeCheck(
        due, sent_at, in_time, Grounds(Rule.ADMISSION_NOTICE, fact, fact_at)
    )


def readiness_age(sent_at: Instant, now: Instant) -> ReadinessAge:
    """Say for how long somebody has been ready, counted from when the notice was sent.

    A notice that another clock has sent from the future is as old as nothing.
    """
    grounds = Grounds(Rule.READINESS_NOTICE, StartingFact.READINESS_NOTICE_SENT, sent_at)
    days = (local_day(now) - local_day(sent_at)).days
    return ReadinessAge(max(0, days), max(0, now - sent_at) // MINUTE, grounds)
