"""Stops (driftstopp) that touch an unstaffed time: what is down now, and what was."""

from typing import Final

from kontaktpunkt.domain.events.outage import OutageOf
from kontaktpunkt.domain.ledger.subjects import SubjectKind
from kontaktpunkt.domain.profile.unstaffed import Unstaffed
from kontaktpunkt.domain.times import HOUR, Instant
from kontaktpunkt.usecases.keeping.listing import listed
from kontaktpunkt.usecases.outages.page import read_sheets, stamp
from kontaktpunkt.usecases.outages.rows import OutagePhase, OutageStamp
from kontaktpunkt.usecases.ports import StoreView

_LONGEST: Final = 31 * 24 * HOUR
"""Stops are listed by when they were declared; none goes on for longer than so."""

_OPEN: Final = (OutagePhase.GOES_ON, OutagePhase.DOCUMENTING)


def stops_since(store: StoreView, since: Instant) -> tuple[OutageStamp, ...]:
    """Give the stops that are not closed, and those that were over after a time; no practice."""
    held = dict(listed(store, SubjectKind.OUTAGE, only_open=True))
    held.update(listed(store, SubjectKind.OUTAGE, Instant(since - _LONGEST)))
    sheets = read_sheets(store, held.values())
    stamps = (stamp(outage, state, sheets) for outage, state in held.items())
    found = (
        one
        for one in stamps
        if one is not None
        and not one.exercise
        and (one.phase in _OPEN or (one.over_at is not None and one.over_at >= since))
    )
    return tuple(sorted(found, key=lambda one: (one.facts.since, str(one.outage))))


def is_open(stop: OutageStamp) -> bool:
    """Say whether a stop goes on, or its papers are being entered."""
    return stop.phase in _OPEN


def down_words(stop: OutageStamp, now: Instant) -> str:
    """Say that it is down, will be, or was: what stands before the time that it began."""
    if stop.phase is not OutagePhase.GOES_ON:
        return "var nere från"
    return "nere sedan" if stop.facts.since <= now else "stängs"


def within(stop: OutageStamp, period: Unstaffed) -> bool:
    """Say whether it was down at any moment of an unstaffed time."""
    ended = stop.over_at is not None and stop.over_at <= period.begins
    return stop.facts.since < period.ends and not ended


def name_of(stop: OutageStamp) -> str:
    """Name what is down, for paper."""
    if stop.facts.of is OutageOf.OWN_COMPUTERS:
        return "Våra egna datorer"
    return stop.facts.system or "Regionens system"
