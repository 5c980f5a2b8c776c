"""Reads from the store what figures are made of: stays, looks in the inbox, plans."""

from collections.abc import Iterator
from datetime import time, timedelta
from typing import Final
from uuid import UUID

from kontaktpunkt.domain.events.care_request import MedicalPlan
from kontaktpunkt.domain.figures import days_after_ready, in_the_way, watched
from kontaktpunkt.domain.figures.figure import Figure, FigureValue
from kontaktpunkt.domain.figures.spell import Received, Spell
from kontaktpunkt.domain.figures.terms import FigureTerms
from kontaktpunkt.domain.ledger.subjects import SubjectKind
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.person.facts import Protection
from kontaktpunkt.domain.states import PolicyState
from kontaktpunkt.domain.times import Instant, at_local, local_day
from kontaktpunkt.usecases.duty.watching import stamps_between
from kontaktpunkt.usecases.keeping.listing import listed
from kontaktpunkt.usecases.keeping.spells import spells_since
from kontaktpunkt.usecases.ports import StoreView

OF_STAYS: Final = {
    Figure.READY_NOW: days_after_ready.ready_now,
    Figure.READY_OVER_TIME: days_after_ready.ready_over_time,
    Figure.MEAN_DAYS: days_after_ready.mean_days,
    Figure.MEDIAN_DAYS: days_after_ready.median_days,
    Figure.MEAN_DAYS_WITHOUT_ZERO: days_after_ready.mean_days_without_zero,
    Figure.MEDIAN_DAYS_WITHOUT_ZERO: days_after_ready.median_days_without_zero,
    Figure.HOME_WITHIN_DAY: days_after_ready.home_within_day,
    Figure.LUNCH_MISSES: in_the_way.lunch_misses,
    Figure.LIABILITY_DAYS: in_the_way.liability_days,
    Figure.OBSTACLE_HOURS: in_the_way.obstacle_hours,
    Figure.READY_IN_TIME: in_the_way.ready_in_time,
    Figure.READMISSIONS: in_the_way.readmissions,
}
"""The figures that stand on stays alone, and how each is worked out."""

_NOT_TO_US: Final = (MessageKind.CARE_REQUEST_OUT, MessageKind.ACKNOWLEDGEMENT)

LINE: Final = (
    Figure.READY_NOW,
    Figure.MEAN_DAYS,
    Figure.HOME_WITHIN_DAY,
    Figure.LIABILITY_DAYS,
)
"""The four above the follow-up list."""


def stays_for(store: StoreView, terms: FigureTerms) -> list[Spell]:
    """Give the stays that a period's figures stand on: ended in it or later, or going on.

    Who is ready now is of today, also where the period is to come.
    """
    first = min(terms.period.first, local_day(terms.now))
    return spells_since(store, at_local(first, time()))


def of_stays(
    spells: list[Spell], terms: FigureTerms, figures: tuple[Figure, ...]
) -> dict[Figure, FigureValue]:
    """Work out figures that stand on stays."""
    return {figure: OF_STAYS[figure](spells, terms) for figure in figures if figure in OF_STAYS}


def every_figure(
    store: StoreView, terms: FigureTerms, policy: PolicyState
) -> dict[Figure, FigureValue]:
    """Work out all figures of a period."""
    found = of_stays(stays_for(store, terms), terms, tuple(Figure))
    found[Figure.ACKNOWLEDGE_TIME] = watched.acknowledge_time(_received(store, terms), terms)
    found[Figure.WATCH_KEPT] = _watch(store, terms, policy)
    found[Figure.MEDICAL_PLAN] = watched.medical_plan(_plans(store), terms)
    return {figure: found[figure] for figure in Figure if figure in found}


def _received(store: StoreView, terms: FigureTerms) -> Iterator[Received]:
    """Give the messages of the period that somebody is to acknowledge in the region's system."""
    first = at_local(terms.period.first, time())
    after = at_local(terms.period.last + timedelta(days=1), time())
    for row in store.received_rows(first, after):
        if row.matched_into is not None:  # on paper too: the electronic one stands for both
            continue
        if row.kind is not None and row.kind not in _NOT_TO_US:
            yield Received(
                message=row.message,
                case=row.case,
                person=row.person,
                protected=row.protection is not Protection.NONE,
                received_at=row.received_at,
                acknowledged_at=row.acknowledged_at,
            )


def _watch(store: StoreView, terms: FigureTerms, policy: PolicyState) -> FigureValue:
    """Count from the founding or the first look, whichever is first: before, none could be made."""
    first = terms.period.first - timedelta(days=1)
    last = min(terms.period.last, local_day(terms.now))
    stamps = stamps_between(store, terms.profile, policy.municipality, (first, last))
    looks = [stamp.at for stamp in stamps]
    known = looks if policy.founded_at is None else [*looks, policy.founded_at]
    began = min(known, default=terms.now)
    return watched.watch_kept(looks, began, terms)


def _plans(store: StoreView) -> dict[UUID, tuple[MedicalPlan, Instant, bool]]:
    found: dict[UUID, tuple[MedicalPlan, Instant, bool]] = {}
    for person, state in listed(store, SubjectKind.CARE_REQUEST):
        if state.content is not None:
            rows = store.case_rows_of(person)
            protected = any(row.protection is not Protection.NONE for row in rows)
            found[person] = (state.content.medical_plan, state.written_at or Instant(0), protected)
    return found
