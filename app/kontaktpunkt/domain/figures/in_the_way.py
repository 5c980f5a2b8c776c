"""Figures of what stood in the way: obstacles, broken words, our part, liability, coming back."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, time, timedelta
from typing import Final
from uuid import UUID

from msgspec.structs import replace

from kontaktpunkt.domain.figures.days_after_ready import ordered, part_of
from kontaktpunkt.domain.figures.figure import Figure, FigureGap, FigureValue, Part
from kontaktpunkt.domain.figures.spell import Period, PromisedHome, Spell
from kontaktpunkt.domain.figures.terms import FigureTerms, day_of
from kontaktpunkt.domain.obstacle_time import obstacle_time
from kontaktpunkt.domain.payment.liability import Liability, liability_of, start_of
from kontaktpunkt.domain.payment.reasons import NoLiability
from kontaktpunkt.domain.payment.stays import PaidStay
from kontaktpunkt.domain.states.homecoming import ObstacleState
from kontaktpunkt.domain.times import HOUR, Instant, at_local

_ONE_DAY: Final = timedelta(days=1)
_DAY_HOURS: Final = 24 * HOUR


def obstacle_hours(spells: Iterable[Spell], terms: FigureTerms) -> FigureValue:
    """Share out the time in which something stood in the way, by side; `detail` says what.

    That is its code, else the words of its own, but not of a protected person.

    Hours in which several stood in the way count once, so never more than the stay.
    """
    begins = at_local(terms.period.first, time())
    ends = min(at_local(terms.period.last + _ONE_DAY, time()), terms.now)
    parts: list[Part] = []
    for spell in spells:
        if not spell.obstacles or not spell.is_stay:
            continue
        end = spell.ended_at
        if end is None and not spell.in_hospital:
            continue
        since = begins if spell.admitted_at is None else max(begins, spell.admitted_at)
        until = ends if end is None else min(ends, end)
        parts += _shares(spell, since, Instant(until))
    return FigureValue(figure=Figure.OBSTACLE_HOURS, period=terms.period, parts=ordered(parts))


def _shares(spell: Spell, since: Instant, until: Instant) -> list[Part]:
    if since >= until:
        return []
    spans = [
        ObstacleState(
            obstacle=one.obstacle, code=one.code, side=one.side, since=one.since, until=one.until
        )
        for one in spell.obstacles
    ]
    shares = obstacle_time(spans, since, until)
    return [
        part_of(
            spell,
            on=day_of(max(one.since, since)),
            amount=shares[one.obstacle],
            group=one.side.value,
            detail=one.code or ("" if spell.protected else one.text),
        )
        for one in spell.obstacles
        if shares.get(one.obstacle)
    ]


def lunch_misses(spells: Iterable[Spell], terms: FigureTerms) -> FigureValue:
    """Give the share of "går hem i dag" after which the person had not left when the day was over.

    The last meeting of a day that said so counts; a day that is not over counts for nobody.
    """
    today = day_of(terms.now)
    parts: list[Part] = []
    for spell in spells:
        for day, said in _last_of_each_day(spell.promised):
            if terms.period.holds(day) and day < today:
                end = spell.ended_at
                missed = end is None or day_of(end) > day
                parts.append(part_of(spell, on=day, amount=int(missed), group=said.meeting))
    return FigureValue(figure=Figure.LUNCH_MISSES, period=terms.period, parts=ordered(parts))


def _last_of_each_day(promised: Sequence[PromisedHome]) -> Iterable[tuple[date, PromisedHome]]:
    days: dict[date, PromisedHome] = {}
    for said in sorted(promised, key=lambda one: (one.at, one.meeting)):
        days[day_of(said.at)] = said
    return days.items()


def ready_in_time(spells: Iterable[Spell], terms: FigureTerms) -> FigureValue:
    """Give the share with all of ours in place when the readiness notice was sent, by weekday.

    Stays of which nobody has noted anything of ours are left out: nothing is known of them.
    """
    ours = terms.our_items
    if not ours:
        gap = FigureGap.ITEMS_NOT_CONFIRMED
        return FigureValue(figure=Figure.READY_IN_TIME, period=terms.period, gap=gap)
    parts: list[Part] = []
    left_out = 0
    for spell in spells:
        ready = spell.ready_at
        if not spell.is_stay or ready is None or ready > terms.now:
            continue
        day = day_of(ready)
        if terms.period.holds(day):
            marks = [mark for mark in spell.marks if mark.item in ours]
            left_out += not marks
            if marks:
                in_time: frozenset[str] = frozenset(
                    mark.item for mark in marks if mark.done and mark.at <= ready
                )
                whole = int(in_time >= ours)
                parts.append(part_of(spell, on=day, amount=whole, group=str(day.weekday())))
    return FigureValue(
        figure=Figure.READY_IN_TIME, period=terms.period, parts=ordered(parts), left_out=left_out
    )


def liability_days(spells: Iterable[Spell], terms: FigureTerms) -> FigureValue:
    """Count the days of payment liability that lie in the period, also of who still lies there.

    A basis (underlag), never an invoice. Where the agreement counts in the mean, or nobody has
    confirmed how it counts, days are those of the law (5 kap. 4 §), and the figure says so.
    """
    parts: list[Part] = []
    by_law: set[NoLiability] = set()
    judged = 0
    for spell in spells:
        stay = _charged(spell)
        if stay is None or not _touches(stay, terms):
            continue
        found = liability_of(stay, terms.profile, day_of(terms.now))
        judged += found.reason is not None and found.reason.needs_judgement
        by_law |= {found.reason} & set(_BY_LAW) if found.reason is not None else set()
        days = _liable(found, stay, terms)
        if days is not None:
            parts.append(part_of(spell, on=days.first, amount=days.days))
    reasons = [gap for reason, gap in _BY_LAW.items() if reason in by_law]
    return FigureValue(
        figure=Figure.LIABILITY_DAYS,
        period=terms.period,
        parts=ordered(parts),
        left_out=judged,
        by_law=reasons[0] if reasons else None,
    )


_BY_LAW: Final = {
    NoLiability.AVERAGE_MODEL: FigureGap.AVERAGE_MODEL,
    NoLiability.MODEL_NOT_CONFIRMED: FigureGap.MODEL_NOT_CONFIRMED,
}


def _charged(spell: Spell) -> PaidStay | None:
    """Give what a stay's liability is judged on; None where nobody knows whether it goes on."""
    stay = spell.paid if spell.is_stay else None
    if stay is None or (stay.discharged is None and spell.left_at is not None):
        return stay if stay is None else replace(stay, discharged=spell.left_at)
    return None if stay.discharged is None and not spell.in_hospital else stay


def _touches(stay: PaidStay, terms: FigureTerms) -> bool:
    """Say whether somebody can have been ready in hospital on any day of the period."""
    ready, left = stay.ready_notice_sent, stay.discharged
    if left is not None and day_of(left) < terms.period.first:
        return False
    return ready is None or day_of(ready) <= terms.period.last


def _liable(found: Liability, stay: PaidStay, terms: FigureTerms) -> Period | None:
    """Give the days of the period for which somebody would pay."""
    start, count = found.start, found.days if found.days is not None else found.days_so_far
    if found.reason in _BY_LAW and stay.ready_notice_sent is not None:
        start = start_of(stay.ready_notice_sent, terms.profile, stay.care)
        until = terms.now if stay.discharged is None else stay.discharged
        count = (day_of(until) - start).days
    if start is None or count is None or count <= 0:
        return None
    first = max(start, terms.period.first)
    last = min(start + (count - 1) * _ONE_DAY, terms.period.last)
    return Period(first, last) if first <= last else None


def readmissions(spells: Iterable[Spell], terms: FigureTerms) -> FigureValue:
    """Give the share of stays ended alive that were followed by an admission within the days.

    Back on the same day is the same stay. Whether it was planned nobody has told.
    """
    within = terms.readmission_days * _DAY_HOURS
    kept = list(spells)
    admitted = defaultdict[UUID, list[Instant]](list)
    for spell in kept:
        if spell.person is not None and spell.is_stay and spell.admitted_at is not None:
            admitted[spell.person].append(spell.admitted_at)
    parts: list[Part] = []
    for spell in kept:
        left = spell.left_at
        if left is None or left > terms.now or spell.deceased or not spell.is_stay:
            continue
        day = day_of(left)
        if terms.period.holds(day) and spell.person is not None:
            again = any(
                left < at <= left + within and day_of(at) > day and at <= terms.now
                for at in admitted[spell.person]
            )
            parts.append(part_of(spell, on=day, amount=int(again)))
    return FigureValue(figure=Figure.READMISSIONS, period=terms.period, parts=ordered(parts))
