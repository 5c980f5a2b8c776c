"""Every clock of a case: what started it, whose turn it is, when it runs out, what is missing."""

from kontaktpunkt.domain.clocks.clock import (
    CaseClock,
    ClockGap,
    ClockSource,
    ClockStatus,
    ClockTerms,
    Counting,
    OpenQuestion,
    Owes,
    PastReason,
)
from kontaktpunkt.domain.clocks.of_case import clocks_of, planning_clock

__all__ = [
    "CaseClock",
    "ClockGap",
    "ClockSource",
    "ClockStatus",
    "ClockTerms",
    "Counting",
    "OpenQuestion",
    "Owes",
    "PastReason",
    "clocks_of",
    "planning_clock",
]
