"""Figures of the daily duties: messages acknowledged, the inbox watched, plans that exist."""

from collections.abc import Iterable, Mapping
from typing import Final
from uuid import UUID

from kontaktpunkt.domain.events.care_request import MedicalPlan
from kontaktpunkt.domain.figures.days_after_ready import kind_of_day, ordered
from kontaktpunkt.domain.figures.figure import Figure, FigureGap, FigureValue, Part
from kontaktpunkt.domain.figures.spell import Received
from kontaktpunkt.domain.figures.terms import FigureTerms, day_of
from kontaktpunkt.domain.profile.watching import answers, expected_between
from kontaktpunkt.domain.times import HOUR, Instant

SPEEDS: Final = (("within_1", 1), ("within_4", 4), ("within_24", 24))
"""The groups of time to acknowledgement: by key, up to so many elapsed hours."""
SLOWER: Final = "slower"


def acknowledge_time(messages: Iterable[Received], terms: FigureTerms) -> FigureValue:
    """Give the median time from a message came to us to its acknowledgement in the region's system.

    Elapsed time, nights and weekends counted. Messages not acknowledged are counted as left out.
    """
    parts: list[Part] = []
    left_out = 0
    for one in messages:
        day = day_of(one.received_at)
        if not terms.period.holds(day):
            continue
        if one.acknowledged_at is None or one.acknowledged_at > terms.now:
            left_out += 1
            continue
        took = max(0, one.acknowledged_at - one.received_at)
        parts.append(
            Part(
                case=one.case or one.message,
                person=one.person,
                protected=one.protected,
                on=day,
                amount=took,
                group=_speed(took),
                detail=str(one.message),
            )
        )
    return FigureValue(
        figure=Figure.ACKNOWLEDGE_TIME,
        period=terms.period,
        parts=ordered(parts),
        left_out=left_out,
    )


def _speed(took: int) -> str:
    return next((key for key, hours in SPEEDS if took <= hours * HOUR), SLOWER)


def watch_kept(looks: Iterable[Instant], since: Instant, terms: FigureTerms) -> FigureValue:
    """Give the share of expected checks of the region's inbox that were made in time.

    A check is expected by the profile of its day, none before `since`, when the program came into
    use. One whose time has not run out yet counts only when it is made.
    """
    period, now = terms.period, terms.now
    last = min(period.last, day_of(now))
    every = expected_between(terms.profile, period.first, last, terms.days)
    checks = [one for one in every if one.due >= since]
    gap = FigureGap.WATCH_NOT_CONFIRMED if not every and period.first <= last else None
    if every and period.last < day_of(since):
        gap = FigureGap.BEFORE_PROGRAM
    if gap is not None:
        return FigureValue(figure=Figure.WATCH_KEPT, period=period, gap=gap)
    made = answers(checks, [at for at in looks if at <= now])
    parts: list[Part] = []
    for check in checks:
        stamp = made.get(check.due)
        if stamp is None and check.late_at > now:
            continue
        kept = stamp is not None and stamp <= check.late_at
        parts.append(
            Part(
                on=day_of(check.due),
                amount=int(kept),
                group=kind_of_day(check.due, terms),
                detail=str(check.due),
            )
        )
    return FigureValue(figure=Figure.WATCH_KEPT, period=period, parts=ordered(parts))


def medical_plan(
    plans: Mapping[UUID, tuple[MedicalPlan, Instant, bool]], terms: FigureTerms
) -> FigureValue:
    """Give the share of prepared care requests now whose medical care plan exists, by person.

    For each person: how it stands, since when, and whether her identity is protected. How it stood
    on another day is not kept: a period without today has no share.
    """
    if not terms.period.holds(day_of(terms.now)):
        gap = FigureGap.ONLY_TODAY
        return FigureValue(figure=Figure.MEDICAL_PLAN, period=terms.period, gap=gap)
    return FigureValue(
        figure=Figure.MEDICAL_PLAN,
        period=terms.period,
        parts=ordered(
            Part(
                person=person,
                protected=protected,
                on=day_of(since),
                amount=int(plan is MedicalPlan.EXISTS),
                group=plan.value,
            )
            for person, (plan, since, protected) in plans.items()
        ),
    )
