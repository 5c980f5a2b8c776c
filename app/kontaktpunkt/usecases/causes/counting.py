"""Counts admissions by month and cause; pure."""

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from kontaktpunkt.domain.figures.spell import Spell
from kontaktpunkt.domain.times import Instant, local_day
from kontaktpunkt.usecases.causes.rows import CauseCount, CausePage, TriedBefore, TriedCount

_DECEMBER = 12


def months_until(last: date, count: int) -> tuple[date, ...]:
    """Give the first days of so many months, the last of them that of a day."""
    month = last.replace(day=1)
    found = [month]
    for _ in range(count - 1):
        month = _before(month)
        found.append(month)
    return tuple(reversed(found))


def cause_page(
    spells: Iterable[Spell], months: Sequence[date], codes: Sequence[str], now: Instant
) -> CausePage:
    """Count inpatient stays by month of admission; a code that the profile has not stands too."""
    by_month: dict[date, list[Spell]] = {month: [] for month in months}
    for spell in spells:
        if spell.is_stay and spell.admitted_at is not None:
            month = local_day(spell.admitted_at).replace(day=1)
            if month in by_month:
                by_month[month].append(spell)
    stays = [sorted(by_month[month], key=_order) for month in months]
    noted = {spell.cause.code for month in stays for spell in month if spell.cause is not None}
    every = (*codes, *sorted(noted - set(codes)), "")
    counts = [_count(code, stays) for code in every]
    return CausePage(
        at=now,
        months=tuple(months),
        causes=tuple(counts),
        tried=tuple(_tried(each, stays) for each in TriedBefore),
    )


def _count(code: str, stays: Sequence[Sequence[Spell]]) -> CauseCount:
    return CauseCount(
        code=code,
        cases=tuple(
            tuple(spell.case for spell in month if _code(spell) == code) for month in stays
        ),
    )


def _tried(tried: TriedBefore, stays: Sequence[Sequence[Spell]]) -> TriedCount:
    return TriedCount(
        tried=tried,
        yes=tuple(tuple(spell.case for spell in month if _answer(spell, tried)) for month in stays),
        answered=tuple(
            sum(_answer(spell, tried) is not None for spell in month) for month in stays
        ),
    )


def _answer(spell: Spell, tried: TriedBefore) -> bool | None:
    if spell.cause is None:
        return None
    answers = {
        TriedBefore.NURSE_ASSESSED: spell.cause.nurse_assessed,
        TriedBefore.DOCTOR_ASKED: spell.cause.doctor_asked,
        TriedBefore.PLACE_TRIED: spell.cause.place_tried,
    }
    return answers[tried]


def _code(spell: Spell) -> str:
    return "" if spell.cause is None else spell.cause.code


def _order(spell: Spell) -> tuple[int, bytes]:
    return (spell.admitted_at or 0, spell.case.bytes)


def _before(month: date) -> date:
    if month.month == 1:
        return date(month.year - 1, _DECEMBER, 1)
    return month.replace(month=month.month - 1)


def every_case(counts: Iterable[tuple[UUID, ...]]) -> tuple[UUID, ...]:
    """Give all cases of some counts."""
    return tuple(case for count in counts for case in count)
