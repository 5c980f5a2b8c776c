"""The clocks that run for a person, and which of them we may stop while we wait for others."""

from enum import StrEnum
from typing import Final


class ClockKind(StrEnum):
    """What a clock counts.

    `WATCH_CHECK` is the watch log's: it stands here so that all clocks are said in the same way.
    """

    EMERGENCY_STAY = "emergency_stay"
    PLANNING_ANSWER = "planning_answer"
    READINESS = "readiness"
    PAYMENT_START = "payment_start"
    ADMISSION_NOTICE = "admission_notice"
    PLAN_SUMMONS = "plan_summons"
    DISCHARGE_INFORMATION = "discharge_information"
    DEVIATION_ANSWER = "deviation_answer"
    WATCH_CHECK = "watch_check"


PAUSABLE: Final = frozenset({ClockKind.PLANNING_ANSWER, ClockKind.DEVIATION_ANSWER})
"""Ours to stop while we wait for the other side; what a statute counts stops for nobody."""
