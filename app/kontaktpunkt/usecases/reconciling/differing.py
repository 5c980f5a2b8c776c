"""How one person stands in our list and in the overview, and what the two say differently."""

import re
import unicodedata
from typing import Final
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.events.case import CaseKind, ReadinessNoticed
from kontaktpunkt.domain.events.reconciliation import Difference
from kontaktpunkt.domain.overview import (
    OverviewField,
    OverviewLine,
    OverviewMoment,
    OverviewStatus,
)
from kontaktpunkt.domain.person.facts import PersonNumber
from kontaktpunkt.domain.states import CaseState, PersonState
from kontaktpunkt.domain.stay import Stay, current, kind_of_case
from kontaktpunkt.domain.times import MINUTE, Instant, local_day

F = OverviewField
TAKEABLE: Final = frozenset(
    {F.WARD, F.ADMITTED, F.EXPECTED_DISCHARGE, F.READY_SINCE, F.READY_SENT, F.LEAVE}
)
"""What can be taken over as a notice; another name behind the same number never is."""

_TEN: Final = 10
_ENOUGH: Final = 2
"""So many words of a name in common, and a line may be about its bearer: Vera (Maria) Hedin."""
_WORDS: Final = re.compile(r"[0-9a-zåäöéü]+")
_WARDS: Final = frozenset({"avd", "avdelning", "avdelningen"})
_DOUBTED: Final = frozenset({F.ADMITTED, F.EXPECTED_DISCHARGE, F.READY_SINCE, F.READY_SENT})


class Ours(Struct, frozen=True, kw_only=True):
    """Somebody in hospital as our list has it."""

    case: UUID
    person: UUID | None
    stay: Stay
    ready_at: Instant | None = None
    is_emergency: bool = False
    name: str = ""
    is_protected: bool = False


def ours_of(case: UUID, state: CaseState, person: PersonState | None) -> Ours:
    """Give a case as it is compared."""
    stay = current(state)
    told = (fact.body for fact in state.facts if fact.body.message == stay.ready_message)
    ready = next((body.ready_at for body in told if isinstance(body, ReadinessNoticed)), None)
    return Ours(
        case=case,
        person=state.person,
        stay=stay,
        ready_at=ready,
        is_emergency=kind_of_case(state, stay) is CaseKind.EMERGENCY_STAY,
        name=person.name if person else "",
        is_protected=person.is_protected if person else False,
    )


def differences(line: OverviewLine, mine: Ours, *, tells: bool) -> tuple[Difference, ...]:
    """Say what a line and our case say differently about somebody in hospital."""
    found = [
        _place(line, mine.stay),
        _moment(F.ADMITTED, mine.stay.admitted_at, line.admitted),
        _moment(F.EXPECTED_DISCHARGE, mine.stay.expected_discharge, line.expected_discharge),
        _readiness(line, mine, tells=tells),
        _leave(line, mine.stay),
        _name(line, mine),
        *_doubtful(line, mine.stay),
    ]
    return tuple(one for one in found if one is not None)


def _moment(
    field: OverviewField, ours: Instant | None, theirs: OverviewMoment | None
) -> Difference | None:
    """Compare a time: to the minute, or as days where the overview tells only the day.

    A day is no time of admission: where ours is not known it says nothing that we could hold.
    """
    if theirs is None or (ours is not None and same_moment(ours, theirs)):
        return None
    if field is F.ADMITTED and ours is None and not theirs.has_clock:
        return None
    return Difference(field=field, ours_at=ours, theirs_at=theirs.at, day_only=not theirs.has_clock)


def same_moment(ours: Instant, theirs: OverviewMoment) -> bool:
    """Say whether two times are the same as far as the overview tells."""
    if not theirs.has_clock:
        return local_day(ours) == local_day(theirs.at)
    return ours // MINUTE == theirs.at // MINUTE


def _readiness(line: OverviewLine, mine: Ours, *, tells: bool) -> Difference | None:
    stay, theirs = mine.stay, line.ready_since
    is_ready = stay.ready_message is not None
    field = F.READY_SENT if line.ready_is_sent else F.READY_SINCE
    if line.is_ready:
        if is_ready and (theirs is None or _same_readiness(line, theirs, mine)):
            return None
        return Difference(
            field=field,
            theirs=said(line, field) or said(line, F.STATUS),
            ours_at=stay.ready_since if is_ready else None,
            theirs_at=theirs.at if theirs else None,
            day_only=theirs is not None and not theirs.has_clock,
        )
    denied = line.says_not_ready or (tells and line.status is OverviewStatus.IN_HOSPITAL)
    return Difference(field=field, ours_at=stay.ready_since) if is_ready and denied else None


def _same_readiness(line: OverviewLine, theirs: OverviewMoment, mine: Ours) -> bool:
    """Hold a time of sending to the minute, any other time of readiness to its day.

    A day that we could not write down as a time of sending is no difference.
    """
    sent = mine.stay.ready_sent_at
    if line.ready_is_sent:
        return not theirs.has_clock if sent is None else same_moment(sent, theirs)
    known = (sent, mine.ready_at, mine.stay.ready_since)
    days = {local_day(one) for one in known if one is not None}
    return not theirs.has_clock or local_day(theirs.at) in days


def _leave(line: OverviewLine, stay: Stay) -> Difference | None:
    if not line.on_leave or stay.on_leave:
        return None
    return Difference(field=F.LEAVE, theirs=said(line, F.STATUS))


def _doubtful(line: OverviewLine, stay: Stay) -> list[Difference]:
    """Let a person look at what could not be read; it is neither the same nor another."""
    ours = {
        F.ADMITTED: stay.admitted_at,
        F.EXPECTED_DISCHARGE: stay.expected_discharge,
        F.READY_SINCE: stay.ready_since,
        F.READY_SENT: stay.ready_sent_at,
    }
    return [
        Difference(field=piece.field, theirs=piece.text, ours_at=ours[piece.field], doubtful=True)
        for piece in line.doubts
        if piece.field in _DOUBTED
    ]


def _place(line: OverviewLine, stay: Stay) -> Difference | None:
    """Compare wards by their words: "Avd 3" and "Avdelning 3, Medicin" are the same place."""
    theirs = words_of(f"{line.hospital} {line.ward}")
    if not theirs:
        return None
    ours = words_of(stay.ward) or words_of(stay.hospital)
    ward = words_of(line.ward)
    if ours and (ours <= theirs or (ward and ward <= words_of(f"{stay.hospital} {stay.ward}"))):
        return None
    if not ward:  # a hospital alone, and we know the ward
        hospital = words_of(stay.hospital)
        if not hospital or hospital & theirs:
            return None
    return Difference(
        field=F.WARD,
        ours=_where(stay.hospital if line.hospital or not stay.ward else "", stay.ward),
        theirs=_where(line.hospital, line.ward),
    )


def _where(hospital: str, ward: str) -> str:
    return " · ".join(part for part in (hospital, ward) if part)


def _name(line: OverviewLine, mine: Ours) -> Difference | None:
    """Notice another name behind the same number; the names themselves stand in the original."""
    theirs, ours = words_of(line.name), words_of(mine.name)
    differs = bool(theirs and ours) and not theirs & ours and not mine.is_protected
    return Difference(field=F.NAME) if differs else None


def said(line: OverviewLine, field: OverviewField) -> str:
    """Give what stood in the overview for a field ('' when nothing)."""
    return next((piece.text for piece in line.pieces if piece.field is field), "")


def words_of(text: str) -> frozenset[str]:
    """Give the words of a text in small letters; all words for a ward are one."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return frozenset("avd" if word in _WARDS else word for word in _WORDS.findall(plain))


def may_be(name: str, number: PersonNumber | None, text: str) -> bool:
    """Say whether a text holds enough of the name, or the last ten signs of the number."""
    words = words_of(name)
    last = number.value[-_TEN:] if number is not None else ""
    signs = "".join(sign for sign in text if sign.isalnum())
    same = len(words & words_of(text))
    return (bool(words) and same >= min(len(words), _ENOUGH)) or (bool(last) and last in signs)
