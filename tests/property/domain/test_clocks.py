"""Clocks come out the same in whatever order a case is told, and a pause of no time is none."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kontaktpunkt.domain.calendar.clock_kind import ClockKind
from kontaktpunkt.domain.clocks import CaseClock, ClockTerms, clocks_of
from kontaktpunkt.domain.events import case as said
from kontaktpunkt.domain.events.clock import (
    ClockPaused,
    ClockResumed,
    ConditionsJudged,
    DeviationAnswered,
    DeviationReceived,
    DeviationSent,
    PlanningAnswered,
)
from kontaktpunkt.domain.ledger.envelope import Event
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.payment import RegionalServices
from kontaktpunkt.domain.times import HOUR, MINUTE, Instant
from told_case import at, case_of, event, named, terms

pytestmark = pytest.mark.property

P = ClockKind.PLANNING_ANSWER
_TERMS = (
    terms(planning_answer_hours="24", deviation_answer='{"count": 60, "unit": "days"}'),
    terms("lidkoping", planning_answer_hours="48", planning_answer_weekdays_only="true"),
    terms("varmland"),
)
under = st.sampled_from(_TERMS)
_START = at("2026-03-20 00:00")
"""Ten days before summer time begins, and Easter lies in what follows."""
instants = st.integers(0, 45 * 24 * 60).map(lambda minute: Instant(_START + minute * MINUTE))
names = st.sampled_from("ABCDEF")


@st.composite
def _notices(draw: st.DrawFn, name: str) -> Event:
    """Draw a message of a stay: one that says when it was sent or does not, new or correcting."""
    kind = draw(
        st.sampled_from(
            [
                said.AdmissionNoticed,
                said.ReadinessNoticed,
                said.ReadinessWithdrawn,
                said.PlanSummoned,
                said.Discharged,
                said.DischargeInformed,
                said.DeathNoticed,
                said.EmergencyStayNoticed,
                said.NoticeCancelled,
            ]
        )
    )
    times = {
        said.AdmissionNoticed: "admitted_at",
        said.Discharged: "discharged_at",
        said.DeathNoticed: "died_at",
        said.EmergencyStayNoticed: "arrived_at",
    }
    facts: dict[str, Any] = {}
    if kind in times:
        facts[times[kind]] = draw(st.none() | instants)
    if kind is said.NoticeCancelled:
        facts["notice_kind"] = draw(st.sampled_from(MessageKind))
    replaces = draw(st.lists(names, max_size=1)) if draw(st.integers(0, 3)) == 0 else []
    body = kind(
        message=named(name),
        sent_at=draw(st.none() | instants),
        replaces=tuple(map(named, replaces)),
        **facts,
    )
    return event(body, draw(instants), name)


@st.composite
def _acts(draw: st.DrawFn, name: str) -> Event:
    """Draw something that we did about the clocks."""
    deviation = named(draw(names) + " did")
    body = draw(
        st.sampled_from(
            [
                ClockPaused(clock=P, waiting_for="regionen"),
                ClockResumed(clock=P),
                PlanningAnswered(),
                ConditionsJudged(sip_needed=True),
                ConditionsJudged(sip_needed=False),
                ConditionsJudged(regional_services=RegionalServices.UNCLEAR),
                said.DeviationNoted(code="late"),
                DeviationReceived(code="late"),
                DeviationSent(deviation=deviation),
                DeviationAnswered(deviation=deviation),
                ClockPaused(clock=ClockKind.DEVIATION_ANSWER, deviation=deviation),
                ClockResumed(clock=ClockKind.DEVIATION_ANSWER, deviation=deviation),
            ]
        )
    )
    return event(body, draw(instants), f"{name} did")


@st.composite
def _stories(draw: st.DrawFn) -> list[Event]:
    notices = [draw(_notices(name)) for name in "ABCDEF"[: draw(st.integers(0, 6))]]
    acts = [draw(_acts(name)) for name in "ABCDEF"[: draw(st.integers(0, 6))]]
    return [*notices, *acts]


@given(events=_stories(), rules=under, data=st.data())
def test_any_order_of_events_gives_the_same_clocks(
    events: list[Event], rules: ClockTerms, data: st.DataObject
) -> None:
    """Whichever desk's word comes first, everybody sees the same times."""
    other = data.draw(st.permutations(events))

    assert clocks_of(case_of(events), rules) == clocks_of(case_of(other), rules)


@given(events=_stories(), rules=under, now=instants)
def test_every_clock_can_be_said_at_any_time(
    events: list[Event], rules: ClockTerms, now: Instant
) -> None:
    """None is red that is not ours, and none runs that something is missing for."""
    for clock in clocks_of(case_of(events), rules):
        clock.status(now)
        assert not (clock.is_late_for_us(now) and (clock.gap or clock.hindrance))


def _planning(events: list[Event], rules: ClockTerms) -> CaseClock:
    return next(one for one in clocks_of(case_of(events), rules) if one.kind is P)


def _admitted(sent: Instant) -> Event:
    return event(said.AdmissionNoticed(message=named("A"), sent_at=sent), sent, "A")


weekday_or_not = st.sampled_from(_TERMS[:2])


@given(sent=instants, paused=st.integers(0, 60 * 24 * 60), rules=weekday_or_not)
def test_a_pause_that_ends_at_once_changes_nothing(
    sent: Instant, paused: int, rules: ClockTerms
) -> None:
    """Pressed by mistake and let go at once: the same time as before, to the microsecond."""
    moment = Instant(sent + paused * MINUTE)
    # The order of two turns at the same instant is that of their events: the pause came first.
    early, late = sorted(("one", "other"), key=named)
    pause = event(ClockPaused(clock=P), moment, early)
    resume = event(ClockResumed(clock=P), moment, late)

    untouched = _planning([_admitted(sent)], rules)

    assert _planning([_admitted(sent), pause, resume], rules).due_at == untouched.due_at


@given(
    sent=instants,
    lengths=st.lists(st.integers(0, 3 * 24 * 60 * MINUTE), min_size=2, max_size=6),
    rules=weekday_or_not,
)
def test_pauses_never_shorten_the_time_and_lengthen_it_by_no_more_than_they_last(
    sent: Instant, lengths: list[int], rules: ClockTerms
) -> None:
    """In elapsed time a pause before the end lengthens exactly by itself."""
    moments = [Instant(sent + sum(lengths[: place + 1])) for place in range(len(lengths))]
    if len(moments) % 2:
        moments.pop()
    turns = [
        event(ClockResumed(clock=P) if place % 2 else ClockPaused(clock=P), when, f"t{place:02}")
        for place, when in enumerate(moments)
        if place == 0 or when > moments[place - 1]
    ]
    if len(turns) != len(moments):
        return

    plain = _planning([_admitted(sent)], rules)
    paused = _planning([_admitted(sent), *turns], rules)

    assert plain.due_at is not None
    assert paused.due_at is not None
    assert paused.due_at >= plain.due_at
    if rules is _TERMS[0]:
        left, expected = 24 * HOUR, 0
        begin = sent
        for place, (one, other) in enumerate(pairwise(moments)):
            if place % 2:
                continue
            left -= one - begin
            if left <= 0:
                break
            expected += other - one
            begin = other
        assert paused.due_at - plain.due_at == expected
