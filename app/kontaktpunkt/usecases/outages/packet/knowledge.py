"""What is known of a stay, piece by piece, with the age of each piece in words."""

from collections.abc import Mapping
from typing import Final

from msgspec import Struct

from kontaktpunkt.domain.events.case import (
    AdmissionNoticed,
    Discharged,
    EmergencyStayNoticed,
    ExpectedDischargeNoticed,
    LeaveNoticed,
    Noticed,
    ReadinessNoticed,
    ReadinessWithdrawn,
)
from kontaktpunkt.domain.states import CaseState
from kontaktpunkt.domain.stay import Stay, valid_facts
from kontaktpunkt.domain.times import Instant, local_day, minutes_between, to_local

_HOUR: Final = 60
_DAY: Final = 24 * _HOUR


class Piece(Struct, frozen=True):
    """One piece of knowledge in words, and when it was told."""

    words: str
    told_at: Instant


def pieces_of(case: CaseState, stay: Stay, now: Instant) -> tuple[Piece, ...]:
    """Give what the messages say about a stay, each piece as old as what said it last."""
    told = _told(case)
    begun = told.get(EmergencyStayNoticed if stay.emergency else AdmissionNoticed)
    begun = begun or told.get(AdmissionNoticed)
    said = (
        ("På akuten" if stay.emergency else "Inskriven", stay.admitted_at, begun),
        ("Beräknad", stay.expected_discharge, told.get(ExpectedDischargeNoticed)),
        ("Utskrivningsklar", stay.ready_since, told.get(ReadinessNoticed)),
        ("Utskriven", stay.discharged_at, told.get(Discharged)),
    )
    found = [
        Piece(f"{words} {moment_words(at, now)}", told_at)
        for words, at, told_at in said
        if at is not None and told_at is not None
    ]
    if stay.admitted_at is None and begun is not None:
        found.insert(0, Piece("Inskriven, tid inte sagd", begun))
    return (*found, *_changes(stay, told))


def _changes(stay: Stay, told: Mapping[type[Noticed], Instant]) -> list[Piece]:
    back, leave = told.get(ReadinessWithdrawn), told.get(LeaveNoticed)
    found: list[Piece] = []
    if back is not None and stay.ready_message is None:
        found.append(Piece("Utskrivningsklar återtagen", back))
    if leave is not None and stay.on_leave:
        found.append(Piece("På permission", leave))
    return found


def _told(case: CaseState) -> dict[type[Noticed], Instant]:
    """Give when each kind of fact was told last; an admission may tell the expected day too."""
    told: dict[type[Noticed], Instant] = {}
    for fact in valid_facts(case):
        at = fact.noted_at if fact.body.sent_at is None else fact.body.sent_at
        told[type(fact.body)] = at
        if isinstance(fact.body, AdmissionNoticed) and fact.body.expected_discharge is not None:
            told[ExpectedDischargeNoticed] = at
    return told


def aged(piece: Piece, now: Instant) -> str:
    """Say a piece with its age: "Beräknad 27/3 (uppgift från 24/3 07:50, för 2 timmar sedan)"."""
    return f"{piece.words} ({age_words(piece.told_at, now)})"


def age_words(told_at: Instant, now: Instant) -> str:
    """Say when something was told: "uppgift från 24/3 07:50, för 2 timmar sedan"."""
    return f"uppgift från {moment_words(told_at, now)}, {_ago(minutes_between(told_at, now))}"


def moment_words(at: Instant, now: Instant) -> str:
    """Say a time on paper, always with its day, for it is read on other days too: "22/3 16:40".

    Noon sharp and midnight are how systems write a day without a time; then the day is all.
    """
    local, day = to_local(at), local_day(now)
    clock = f"{local:%H:%M}"
    date = f"{local.day}/{local.month}"
    date = date if local.year == day.year else f"{date} {local.year}"
    return date if clock in ("00:00", "12:00") else f"{date} {clock}"


def _ago(minutes: int) -> str:
    if minutes < 1:
        return "nyss"
    if minutes < _HOUR:
        return "för 1 minut sedan" if minutes == 1 else f"för {minutes} minuter sedan"
    if minutes < _DAY:
        hours = minutes // _HOUR
        return "för 1 timme sedan" if hours == 1 else f"för {hours} timmar sedan"
    return f"för {minutes // _DAY} dygn sedan"
