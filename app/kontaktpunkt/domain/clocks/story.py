"""What clocks read out of a case: its facts in order, this time on the ward, first sendings."""

from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.events.case import (
    AdmissionNoticed,
    CaseKind,
    DeathNoticed,
    Discharged,
    EmergencyStayNoticed,
    NoticeCancelled,
    ReadinessNoticed,
    ReadinessWithdrawn,
)
from kontaktpunkt.domain.states import CaseState, Fact
from kontaktpunkt.domain.stay import Stay, current, kind_of_case, valid_facts
from kontaktpunkt.domain.times import Instant

_BACK = (AdmissionNoticed, EmergencyStayNoticed)


class CaseStory(Struct, frozen=True, kw_only=True):
    """A case as its clocks read it.

    `facts` are those of this time on the ward, `begins_at` when the time before it ended (None =
    there was none). `ready` is the readiness notice that counts: said again without withdrawal, it
    starts no new clock.
    """

    case: CaseState
    stay: Stay
    kind: CaseKind
    facts: tuple[Fact, ...]
    begins_at: Instant | None
    ready: Fact | None

    @property
    def ended_at(self) -> Instant | None:
        """Give when the person left the ward or died; None while she is there."""
        stay = self.stay
        times = [
            stay.discharged_at or stay.discharge_told_at if stay.is_discharged else None,
            stay.died_at or self._told_of_death() if stay.deceased else None,
        ]
        known = [at for at in times if at is not None]
        return min(known) if known else None

    def _told_of_death(self) -> Instant | None:
        told = [said_at(fact) for fact in self.facts if isinstance(fact.body, DeathNoticed)]
        return min(told) if told else None


def read(case: CaseState) -> CaseStory:
    """Read a case for its clocks."""
    stay = current(case)
    facts = valid_facts(case)
    here, begins_at = _this_time(facts)
    return CaseStory(
        case=case,
        stay=stay,
        kind=kind_of_case(case, stay),
        facts=here,
        begins_at=begins_at,
        ready=_ready(here, stay),
    )


def said_at(fact: Fact) -> Instant:
    """Give when something was sent, else when it came to us."""
    return fact.noted_at if fact.body.sent_at is None else fact.body.sent_at


def first_sent(case: CaseState, message: UUID) -> Instant | None:
    """Give when a message was sent the first time, before any correction of it."""
    by_message = {fact.body.message: fact for fact in case.facts}
    sent: list[Instant] = []
    met: set[UUID] = set()
    to_see = [message]
    while to_see:
        one = to_see.pop()
        fact = by_message.get(one)
        if one in met or fact is None or isinstance(fact.body, NoticeCancelled):
            continue
        met.add(one)
        if fact.body.sent_at is not None:
            sent.append(fact.body.sent_at)
        to_see += fact.body.replaces
    return min(sent) if sent else None


def _this_time(facts: tuple[Fact, ...]) -> tuple[tuple[Fact, ...], Instant | None]:
    """Leave out what was said before somebody who had gone home came back."""
    gone: int | None = None
    begins, ended = 0, None
    for place, fact in enumerate(facts):
        if isinstance(fact.body, Discharged):
            gone = place
        elif gone is not None and isinstance(fact.body, _BACK):
            begins, ended, gone = place, said_at(facts[gone]), None
    return facts[begins:], ended


def _ready(facts: tuple[Fact, ...], stay: Stay) -> Fact | None:
    """Give the readiness notice that counts: the first one sent since the last withdrawal."""
    if stay.ready_message is None:
        return None
    standing: list[Fact] = []
    for fact in facts:
        if isinstance(fact.body, ReadinessWithdrawn):
            standing.clear()
        elif isinstance(fact.body, ReadinessNoticed):
            standing.append(fact)
    timed = [fact for fact in standing if fact.body.sent_at is not None]
    return next(iter(timed or standing), None)
