"""A case told in words: what messages said and what we did, folded in any order wished for."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import NAMESPACE_OID, UUID, uuid5

from kontaktpunkt.bootstrap.shelf import profile_texts
from kontaktpunkt.domain.calendar.clock_kind import ClockKind
from kontaktpunkt.domain.calendar.red_days import is_red_day
from kontaktpunkt.domain.clocks import CaseClock, ClockTerms, clocks_of
from kontaktpunkt.domain.events import case as said
from kontaktpunkt.domain.events.case import CaseKind, CaseOpened, Noticed
from kontaktpunkt.domain.fold import fold
from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.domain.ledger.envelope import Event
from kontaktpunkt.domain.ledger.subjects import SubjectKind, case_subject
from kontaktpunkt.domain.profile import layer_texts, load_profile, with_own_values
from kontaktpunkt.domain.states import CaseState
from kontaktpunkt.domain.times import LOCAL_ZONE, Instant, to_instant
from stories import event_of

CASE = UUID(int=0xCA5E)


def named(name: str) -> UUID:
    """Give the id that a message or event of this name has."""
    return uuid5(NAMESPACE_OID, name)


def at(text: str) -> Instant:
    """Read a local time (2026-03-02 10:00), or one with its own zone."""
    moment = datetime.fromisoformat(text)
    return to_instant(moment if moment.tzinfo else moment.replace(tzinfo=LOCAL_ZONE))


def event(body: Body, when: Instant, name: str) -> Event:
    """Give an event of the case that happened and was noted at a time."""
    names = {"event_id": named(name), "act_id": named("act " + name)}
    return event_of(1, case_subject(CASE), body, at=when, by=None, **names)


def told(kind: type[Noticed], name: str, sent: str = "", **facts: Any) -> Event:
    """Give a message: when it was sent ("" = it does not say), what it replaces by name.

    It came to us a minute after it was sent, or at `came`.
    """
    replaces = tuple(named(one) for one in facts.pop("replaces", "").split())
    came: str = facts.pop("came", sent or "2026-03-02 08:00")
    times: dict[str, Any] = {
        key: at(value) if key.endswith("_at") and isinstance(value, str) else value
        for key, value in facts.items()
    }
    body = kind(
        message=named(name),
        sent_at=at(sent) if sent else None,
        replaces=replaces,
        **times,
    )
    return event(body, Instant(at(came) + 60_000_000), name)


def did(body: Body, when: str, name: str = "") -> Event:
    """Give something that we did at a time."""
    return event(body, at(when), name or f"{body.kind()[:6]}{when[5:]}"[:16])


def admitted(
    when: str | None = "2026-03-01 08:00", sent: str = "2026-03-01 10:00", **more: Any
) -> Event:
    """Give an admission notice."""
    return told(said.AdmissionNoticed, more.pop("name", "A"), sent, admitted_at=when, **more)


def ready(sent: str = "2026-03-02 10:00", name: str = "R", **more: Any) -> Event:
    """Give a readiness notice."""
    return told(said.ReadinessNoticed, name, sent, **more)


def case_of(events: Iterable[Event], kind: CaseKind = CaseKind.INPATIENT) -> CaseState:
    """Fold a case of these events."""
    opened = event(CaseOpened(person=named("person"), case_kind=kind), Instant(0), "opened")
    state = fold(SubjectKind.CASE, (opened, *events))
    assert isinstance(state, CaseState)
    return state


def terms(profile: str = "lag-2017-612", **own: str) -> ClockTerms:
    """Give a shipped profile's rules with own values as JSON (two underscores stand for a dot)."""
    shipped = load_profile(layer_texts(profile, profile_texts()))
    values = {name.replace("__", "."): text for name, text in own.items()}
    return ClockTerms(
        profile=with_own_values(shipped, values), is_red=is_red_day, home_municipality="A"
    )


def clocks(
    *events: Event, under: ClockTerms | None = None, kind: CaseKind = CaseKind.INPATIENT
) -> tuple[CaseClock, ...]:
    """Give the clocks of a case of these events."""
    return clocks_of(case_of(events, kind), under or terms())


def clock(kind: ClockKind, *events: Event, under: ClockTerms | None = None) -> CaseClock:
    """Give the clock of a kind that counts now; fails where there is none."""
    found = [one for one in clocks(*events, under=under) if one.kind is kind and one.past is None]
    assert len(found) == 1, found
    return found[0]
