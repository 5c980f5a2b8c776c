"""Invented stays of some years, drawn by a fixed seed, for holding figures to their cases."""

import random
from collections.abc import Iterator
from datetime import date, time, timedelta
from uuid import UUID

from kontaktpunkt.domain.events.case import CaseKind
from kontaktpunkt.domain.figures.spell import InPlace, ObstacleSpan, PromisedHome, Spell
from kontaktpunkt.domain.payment import PaidStay
from kontaktpunkt.domain.side import Side
from kontaktpunkt.domain.times import HOUR, Instant, at_local

_ITEMS = ("alarm", "aids", "home_care_meets", "key")
_DAY = 24 * HOUR


def invented_stays(count: int, first: date, days: int, seed: int = 1) -> list[Spell]:
    """Give so many stays that began within the days; some go on, some are of the same person."""
    luck = random.Random(seed)  # noqa: S311  not for secrets
    return [_stay(number, luck, first, days) for number in range(1, count + 1)]


def _stay(number: int, luck: random.Random, first: date, days: int) -> Spell:
    morning = at_local(first + timedelta(days=luck.randrange(days)), time(8))
    admitted = Instant(morning + luck.randrange(14 * 60) * HOUR // 60)
    ready = Instant(admitted + luck.randrange(6, 400) * HOUR) if luck.random() < 0.9 else None
    left = Instant((ready or admitted) + luck.choice((2, 5, 20, 30, 50, 80, 200)) * HOUR)
    goes_on = luck.random() < 0.03
    untold = not goes_on and luck.random() < 0.03
    gone = None if goes_on or untold else left
    return Spell(
        case=UUID(int=number),
        person=UUID(int=1_000_000 + luck.randrange(max(1, number * 2 // 3) + 1)),
        protected=luck.random() < 0.02,
        case_kind=CaseKind.EMERGENCY_STAY if luck.random() < 0.05 else CaseKind.INPATIENT,
        in_hospital=goes_on,
        admitted_at=admitted,
        ready_at=ready,
        left_at=gone,
        closed_at=None if goes_on else Instant(left + _DAY),
        deceased=gone is not None and luck.random() < 0.04,
        paid=_paid(admitted, ready, gone) if ready is not None else None,
        obstacles=tuple(_obstacles(number, luck, admitted)),
        promised=tuple(_promises(luck, admitted, left)),
        marks=tuple(
            InPlace(item, luck.random() < 0.9, Instant(admitted + luck.randrange(1, 300) * HOUR))
            for item in _ITEMS
            if luck.random() < 0.8
        ),
    )


def _paid(admitted: Instant, ready: Instant, left: Instant | None) -> PaidStay:
    return PaidStay(
        id="",
        admission_notice_sent=Instant(admitted + HOUR),
        ready_notice_sent=ready,
        discharged=left,
    )


def _obstacles(number: int, luck: random.Random, since: Instant) -> Iterator[ObstacleSpan]:
    for nth in range(luck.choice((0, 0, 0, 1, 2, 3))):
        begins = Instant(since + luck.randrange(200) * HOUR)
        ends = Instant(begins + luck.randrange(1, 100) * HOUR) if luck.random() < 0.8 else None
        obstacle = UUID(int=number * 10 + nth)
        yield ObstacleSpan(obstacle, f"code{nth}", luck.choice(list(Side)), begins, ends)


def _promises(luck: random.Random, since: Instant, left: Instant) -> Iterator[PromisedHome]:
    if luck.random() < 0.4:
        meeting = luck.choice(("morning", "lunch"))
        yield PromisedHome(meeting, Instant(since + luck.randrange(1, left - since)))
