"""What statutes set clocks running by: the section, the fact they count from, hours and noon."""

from datetime import time
from enum import StrEnum

from kontaktpunkt.domain.times import HOUR, Instant, to_local

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


def is_after_cut_off(sent_at: Instant, cut_off: time = STATUTORY_CUT_OFF) -> bool:
    """Tell whether a notice was sent after the time of day, on clocks in Sweden.

    Lag 2017:612 5 kap. 4 §: 12.00 itself is not after.
    """
    return to_local(sent_at).time() > cut_off


def admission_notice_due(counted_from: Instant, hours: int = ADMISSION_NOTICE_HOURS) -> Instant:
    """Give when the admission notice must have been sent at the latest.

    Lag 2017:612 2 kap. 3 §: 24 elapsed hours from the admission, or from when the need of
    services was judged if that was later.
    """
    return Instant(counted_from + hours * HOUR)
