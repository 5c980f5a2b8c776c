"""Clocks of a case for the screens: ours running, money, the region's kept, one withdrawn."""

from datetime import date
from uuid import UUID

from kontaktpunkt.domain.calendar.clock_kind import ClockKind
from kontaktpunkt.domain.calendar.deadlines import Rule, StartingFact
from kontaktpunkt.domain.clocks import (
    CaseClock,
    ClockGap,
    ClockSource,
    Counting,
    OpenQuestion,
    Owes,
    PastReason,
)
from kontaktpunkt.domain.profile import Certainty, PaymentModel
from kontaktpunkt.domain.times import HOUR, MINUTE, Instant

ADMISSION, READY, EARLIER, DEVIATION = (UUID(int=600_000 + number) for number in range(4))


def some_clocks(now: Instant) -> tuple[CaseClock, ...]:
    """Give the clocks of somebody who has been ready for 95 minutes."""
    admitted, ready = Instant(now - 50 * HOUR), Instant(now - 95 * MINUTE)
    law = ClockSource(
        key="admission_notice_hours",
        value="24",
        profile="Lag (2017:612)",
        source="2 kap. 3 § lagen (2017:612)",
        certainty=Certainty.VERIFIED,
    )
    return (
        CaseClock(
            kind=ClockKind.PLANNING_ANSWER,
            owes=Owes.US,
            rule=Rule.PLANNING,
            message=ADMISSION,
            sent_at=Instant(now - 32 * HOUR),
            counted_from=StartingFact.ADMISSION_NOTICE_SENT,
            started_at=Instant(now - 32 * HOUR),
            due_at=Instant(now + 16 * HOUR),
        ),
        CaseClock(
            kind=ClockKind.READINESS,
            owes=Owes.US,
            rule=Rule.READINESS_NOTICE,
            message=READY,
            sent_at=ready,
            counted_from=StartingFact.READINESS_NOTICE_SENT,
            started_at=ready,
        ),
        CaseClock(
            kind=ClockKind.PAYMENT_START,
            owes=Owes.NOBODY,
            rule=Rule.PAYMENT_START,
            counting=Counting.CALENDAR,
            message=READY,
            sent_at=ready,
            started_at=ready,
            due_day=date(2026, 3, 6),
            model=PaymentModel.INDIVIDUAL,
            open_questions=(OpenQuestion.SIP, OpenQuestion.REGIONAL_SERVICES),
        ),
        CaseClock(
            kind=ClockKind.ADMISSION_NOTICE,
            owes=Owes.REGION,
            rule=Rule.ADMISSION_NOTICE,
            source=law,
            message=ADMISSION,
            sent_at=Instant(now - 32 * HOUR),
            counted_from=StartingFact.ADMITTED,
            started_at=admitted,
            due_at=Instant(admitted + 24 * HOUR),
            stopped_at=Instant(now - 32 * HOUR),
        ),
        CaseClock(
            kind=ClockKind.PLAN_SUMMONS,
            owes=Owes.REGION,
            rule=Rule.PLAN_SUMMONS,
            message=READY,
            gap=ClockGap.SIP_NOT_JUDGED,
        ),
        CaseClock(
            kind=ClockKind.PAYMENT_START,
            owes=Owes.NOBODY,
            message=EARLIER,
            sent_at=Instant(now - 20 * HOUR),
            started_at=Instant(now - 20 * HOUR),
            stopped_at=Instant(now - 18 * HOUR),
            past=PastReason.WITHDRAWN,
        ),
        CaseClock(
            kind=ClockKind.DEVIATION_ANSWER,
            owes=Owes.US,
            deviation=DEVIATION,
            about="late",
            gap=ClockGap.NOT_SENT,
        ),
    )
