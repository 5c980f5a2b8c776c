"""Swedish words about clocks: what they count, whose turn it is, and what is missing."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from kontaktpunkt.domain.calendar.clock_kind import ClockKind
from kontaktpunkt.domain.clocks import (
    ClockGap,
    ClockStatus,
    Counting,
    OpenQuestion,
    Owes,
    PastReason,
)

CLOCKS: Final[Mapping[type[StrEnum], Mapping[StrEnum, str]]] = {
    ClockKind: {
        ClockKind.EMERGENCY_STAY: "23 timmar",
        ClockKind.PLANNING_ANSWER: "Planeringssvar",
        ClockKind.READINESS: "Utskrivningsklar",
        ClockKind.PAYMENT_START: "Betalningsansvar",
        ClockKind.ADMISSION_NOTICE: "Inskrivningsmeddelande",
        ClockKind.PLAN_SUMMONS: "Kallelse till SIP",
        ClockKind.DISCHARGE_INFORMATION: "Information vid utskrivning",
        ClockKind.DEVIATION_ANSWER: "Svar på avvikelse",
        ClockKind.WATCH_CHECK: "Bevakning",
    },
    Owes: {
        Owes.US: "vår tur",
        Owes.REGION: "väntar på regionen",
        Owes.NOBODY: "underlag",
    },
    ClockGap: {
        ClockGap.NO_ADMISSION_NOTICE: "inskrivningsmeddelande saknas",
        ClockGap.NO_ADMISSION_TIME: "tid för inskrivning saknas i meddelandet",
        ClockGap.NO_SENDING_TIME: "tid för avsändande saknas i meddelandet",
        ClockGap.NO_READINESS_NOTICE: "inte utskrivningsklar än",
        ClockGap.NO_DISCHARGE_TIME: "tid för utskrivning saknas i meddelandet",
        ClockGap.NO_ARRIVAL_TIME: "tid för ankomst saknas",
        ClockGap.NO_RULE_CONFIRMED: "tiden är ej bekräftad i regelprofilen",
        ClockGap.SIP_NOT_JUDGED: "ingen har sagt om SIP behövs",
        ClockGap.SIP_NOT_NEEDED: "SIP behövs inte",
        ClockGap.NOT_SENT: "inte markerad som skickad",
        ClockGap.NO_LONGER_NEEDED: "behövs inte längre",
    },
    PastReason: {
        PastReason.WITHDRAWN: "återtogs",
        PastReason.CORRECTED: "rättades senare",
        PastReason.CANCELLED: "makulerades",
        PastReason.REPEATED: "upprepades utan återtagande, den första räknas",
        PastReason.WENT_HOME: "gällde till utskrivningen",
    },
    OpenQuestion: {
        OpenQuestion.SIP: "om SIP behövs",
        OpenQuestion.REGIONAL_SERVICES: "om regionens insatser finns",
        OpenQuestion.ADMISSION_SENT: "när inskrivningsmeddelandet sändes",
    },
    Counting: {
        Counting.ELAPSED: "alla timmar räknas",
        Counting.WEEKDAYS: "bara vardagar räknas",
        Counting.CALENDAR: "kalenderdagar räknas",
    },
    ClockStatus: {
        ClockStatus.NOT_RUNNING: "räknas inte",
        ClockStatus.RUNNING: "pågår",
        ClockStatus.PAUSED: "står stilla",
        ClockStatus.OVERDUE: "tiden har gått ut",
        ClockStatus.MET: "i tid",
        ClockStatus.MET_LATE: "efter tiden",
        ClockStatus.PAST: "gäller inte längre",
    },
}
