"""Notices copied from a line of the overview: what the region's list says, without its message."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from kontaktpunkt.domain.events.reconciliation import Difference, Finding, FindingKind
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.notice import (
    CareSetting,
    Conversation,
    MessageIdentity,
    Notice,
    StayFacts,
)
from kontaktpunkt.domain.overview import (
    OverviewField,
    OverviewLine,
    OverviewMoment,
    OverviewStatus,
)
from kontaktpunkt.domain.person.facts import PersonFacts, Protection
from kontaktpunkt.domain.person.number import birth_date, sex
from kontaktpunkt.domain.states import PersonState
from kontaktpunkt.domain.times import Instant, local_day
from kontaktpunkt.usecases.keeping.workroom import Workroom
from kontaktpunkt.usecases.reconciling.differing import TAKEABLE

F, K = OverviewField, MessageKind
_SYSTEM: Final = "transcript"
_ADMISSION: Final = frozenset({F.WARD, F.ADMITTED})

Said = tuple[MessageKind, StayFacts]


def can_take_over(finding: Finding) -> bool:
    """Say whether something of a finding can become a notice as it stands."""
    if finding.kind is FindingKind.CHANGED:
        return any(_is_clear(one) for one in finding.differences)
    return finding.kind in (FindingKind.NEW, FindingKind.GONE)


def of_new(line: OverviewLine) -> tuple[Said, ...]:
    """Give what a line says about somebody who is not on our list.

    A day is no time of admission, but it is a planned day of discharge.
    """
    admission = StayFacts(
        setting=CareSetting.INPATIENT,
        admitted_at=_clocked(line.admitted),
        expected_discharge=line.expected_discharge.at if line.expected_discharge else None,
        hospital=line.hospital,
        ward=line.ward,
    )
    found: list[Said] = [(K.ADMISSION_NOTICE, admission)]
    if line.is_ready:
        found.append((K.READINESS_NOTICE, _ready(line)))
    if line.on_leave:
        found.append((K.LEAVE_NOTICE, StayFacts(leave_started=True)))
    return tuple(found)


def of_changed(line: OverviewLine, differences: Iterable[Difference]) -> tuple[Said, ...]:
    """Give what a line says differently about somebody on our list, one notice for each kind."""
    fields = {one.field for one in differences if _is_clear(one)}
    expected = line.expected_discharge.at if line.expected_discharge else None
    moved = expected if F.EXPECTED_DISCHARGE in fields else None
    found: list[Said] = []
    if fields & _ADMISSION:
        place = F.WARD in fields
        found.append((
            K.ADMISSION_NOTICE,
            StayFacts(
                admitted_at=_clocked(line.admitted) if F.ADMITTED in fields else None,
                expected_discharge=moved,
                hospital=line.hospital if place else "",
                ward=line.ward if place else "",
            ),
        ))  # fmt: skip
    elif moved is not None:
        found.append((K.EXPECTED_DISCHARGE_NOTICE, StayFacts(expected_discharge=moved)))
    if fields & {F.READY_SENT, F.READY_SINCE}:
        kind = K.READINESS_NOTICE if line.is_ready else K.READINESS_WITHDRAWN_NOTICE
        found.append((kind, _ready(line) if line.is_ready else StayFacts()))
    if F.LEAVE in fields:
        found.append((K.LEAVE_NOTICE, StayFacts(leave_started=True)))
    return tuple(found)


def of_gone(line: OverviewLine | None) -> tuple[Said, ...]:
    """Give that somebody has left: when, if the overview still has the line and says so."""
    if line is not None and line.status is OverviewStatus.DECEASED:
        return ((K.DEATH_NOTICE, StayFacts()),)
    left = _clocked(line.discharged) if line is not None else None
    return ((K.DISCHARGE_NOTICE, StayFacts(discharged_at=left)),)


def person_of_line(line: OverviewLine, now: Instant) -> PersonFacts:
    """Give who a line is about; where no comma parts the name, its last word is the family's."""
    given, _, family = line.name.rpartition(" ")
    return PersonFacts(
        numbers=(line.number,),
        given_name=line.given_name or given,
        family_name=line.family_name or family,
        birth_date=birth_date(line.number, local_day(now)),
        sex=sex(line.number),
        protection=Protection.SECRECY_MARKING if line.protected else Protection.NONE,
    )


def known_person(state: PersonState) -> PersonFacts:
    """Give just enough of a known person for a notice to be about her."""
    if state.numbers:
        return PersonFacts(numbers=state.numbers[:1])
    return PersonFacts(given_name=state.given_name, family_name=state.family_name)


def notice_of(room: Workroom, said: Said, person: PersonFacts, line: OverviewLine | None) -> Notice:
    """Make the notice; only the overview's own word for it makes a time one of sending."""
    kind, stay = said
    fresh = room.tools.new_id()
    sent = line is not None and line.ready_is_sent and kind is K.READINESS_NOTICE
    return Notice(
        identity=MessageIdentity(system=_SYSTEM, sender=room.keys.tenant, id=str(fresh)),
        kind=kind,
        digest=hashlib.sha256(fresh.bytes).digest(),
        happened_at=_HAPPENED[kind](stay) if kind in _HAPPENED else None,
        built_at=room.tools.now(),
        sent_at=stay.ready_at if sent else None,
        person=person,
        stay=stay,
        conversation=Conversation(text=line.text if line is not None else ""),
    )


def _ready(line: OverviewLine) -> StayFacts:
    return StayFacts(ready_at=_clocked(line.ready_since))


def _clocked(moment: OverviewMoment | None) -> Instant | None:
    """Give a time that was told with its clock; a day is not made into one."""
    return moment.at if moment is not None and moment.has_clock else None


def _is_clear(one: Difference) -> bool:
    """Say whether a difference can be taken over as it was read."""
    day_of_admission = one.field is F.ADMITTED and one.day_only
    return one.field in TAKEABLE and not one.doubtful and not day_of_admission


_HAPPENED: Final[Mapping[MessageKind, Callable[[StayFacts], Instant | None]]] = {
    K.ADMISSION_NOTICE: lambda stay: stay.admitted_at,
    K.READINESS_NOTICE: lambda stay: stay.ready_at,
    K.DISCHARGE_NOTICE: lambda stay: stay.discharged_at,
}
