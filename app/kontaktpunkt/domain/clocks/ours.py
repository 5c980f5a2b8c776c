"""Clocks of what we must do: the 23 hours, the planning answer, answers to deviations."""

from typing import Final
from uuid import UUID

from msgspec.structs import replace

from kontaktpunkt.domain.calendar.clock_kind import ClockKind
from kontaktpunkt.domain.calendar.deadlines import Rule, StartingFact
from kontaktpunkt.domain.clocks.clock import CaseClock, ClockGap, ClockTerms, Counting, Owes
from kontaktpunkt.domain.clocks.counting import (
    Due,
    Pause,
    TimeGiven,
    due_after,
    due_on,
    end_of_day,
    pauses_of,
)
from kontaktpunkt.domain.clocks.deviation_due import ANSWER_LIMIT
from kontaktpunkt.domain.clocks.story import CaseStory, first_sent
from kontaktpunkt.domain.emergency import span_of
from kontaktpunkt.domain.events.case import EmergencyStayNoticed
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.profile import TimeLimit
from kontaktpunkt.domain.profile.emergency import HOURS_KEY, emergency_hours
from kontaktpunkt.domain.states import CaseState, DeviationState, Fact
from kontaktpunkt.domain.times import HOUR, Instant, local_day

_HOURS: Final = "planning_answer_hours"
_WEEKDAYS: Final = "planning_answer_weekdays_only"


def emergency(story: CaseStory, terms: ClockTerms) -> CaseClock:
    """Count 23 elapsed hours from the arrival at the emergency ward (23-timmarsplats).

    Another number where the profile says so. It stops when she has left, by message or by our own
    word of where she went.
    """
    told = [fact for fact in story.facts if isinstance(fact.body, EmergencyStayNoticed)]
    arrived = story.stay.admitted_at
    span = span_of(story.case, story.stay, emergency_hours(terms.profile))
    return CaseClock(
        kind=ClockKind.EMERGENCY_STAY,
        owes=Owes.US,
        source=terms.source(HOURS_KEY, None if arrived is None else local_day(arrived)),
        message=told[-1].body.message if told else None,
        sent_at=told[-1].body.sent_at if told else None,
        counted_from=StartingFact.ARRIVED,
        started_at=arrived,
        due_at=None if arrived is None or span is None else span.due_at,
        stopped_at=story.ended_at if span is None else span.ended_at,
        gap=ClockGap.NO_ARRIVAL_TIME if arrived is None else None,
    )


def planning(story: CaseStory, terms: ClockTerms) -> CaseClock | None:
    """Count the hours in which we answer what we can plan for; None without admission notice.

    2 kap. 6 § says that planning begins on receipt; within how many hours to answer, and whether
    only weekdays count, is the region's and the municipality's routine. Answered when somebody
    says so, or when every step that the profile ties to the admission notice is done.
    """
    message = story.stay.admission_message
    if message is None:
        return None
    fact = _fact(story.case, message)
    sent = first_sent(story.case, message)
    start = sent if sent is not None or fact is None else fact.noted_at
    on = None if start is None else local_day(start)
    weekdays = terms.profile.value(_WEEKDAYS, on).value is True
    clock = CaseClock(
        kind=ClockKind.PLANNING_ANSWER,
        owes=Owes.US,
        rule=Rule.PLANNING,
        source=terms.source(_HOURS, on),
        counting=Counting.WEEKDAYS if weekdays else Counting.ELAPSED,
        message=message,
        sent_at=sent,
        counted_from=(
            StartingFact.NOTICE_RECEIVED if sent is None else StartingFact.ADMISSION_NOTICE_SENT
        ),
        started_at=start,
        stopped_at=_planned_at(story, terms),
    )
    hours = terms.count(_HOURS, on)
    if hours is None or start is None:
        return replace(clock, gap=ClockGap.NO_RULE_CONFIRMED)
    span = TimeGiven(hours * HOUR, clock.counting, terms.is_red)
    pauses = _pauses(story.case, ClockKind.PLANNING_ANSWER, None, start)
    counted = _with(clock, due_after(start, span, _until(pauses, clock.stopped_at)))
    over = story.ended_at is not None or story.case.closed_at is not None
    if over and counted.stopped_at is None:
        return replace(counted, gap=ClockGap.NO_LONGER_NEEDED)
    return counted


def deviations(case: CaseState, terms: ClockTerms) -> tuple[CaseClock, ...]:
    """Give a clock for each deviation: ours waits for the region's answer, theirs for ours.

    60 days or two months after it was received, by the profile; from when it was sent where
    nobody has said when the other side got it.
    """
    known = (
        one
        for one in case.clock_facts.deviations
        if one.noted_at is not None and one.dropped_at is None
    )
    return tuple(_deviation(case, one, terms) for one in known)


def _deviation(case: CaseState, deviation: DeviationState, terms: ClockTerms) -> CaseClock:
    received = deviation.received_at
    start = deviation.sent_at if received is None else received
    on = None if start is None else local_day(start)
    clock = CaseClock(
        kind=ClockKind.DEVIATION_ANSWER,
        owes=Owes.US if deviation.theirs else Owes.REGION,
        source=terms.source(ANSWER_LIMIT, on),
        counting=Counting.CALENDAR,
        sent_at=deviation.sent_at,
        counted_from=(
            StartingFact.DEVIATION_SENT if received is None else StartingFact.DEVIATION_RECEIVED
        ),
        started_at=start,
        stopped_at=deviation.answered_at,
        deviation=deviation.deviation,
        about=deviation.code or deviation.text,
        report=deviation.report,
    )
    limit = terms.profile.value(ANSWER_LIMIT, on).value
    if start is None:
        return replace(clock, owes=Owes.US, gap=ClockGap.NOT_SENT)
    if deviation.answer_by is not None:
        by = deviation.answer_by
        return replace(clock, source=None, due_at=end_of_day(by), due_day=by)
    if not isinstance(limit, TimeLimit):
        return replace(clock, gap=ClockGap.NO_RULE_CONFIRMED)
    pauses = _pauses(case, ClockKind.DEVIATION_ANSWER, deviation.deviation, start)
    return _with(clock, due_on(start, limit, _until(pauses, clock.stopped_at)))


def _with(clock: CaseClock, due: Due) -> CaseClock:
    return replace(
        clock,
        due_at=due.at,
        due_day=due.day,
        paused_at=due.paused_at,
        left=due.left,
        paused=due.paused,
        waiting_for=due.waiting_for,
    )


def _pauses(
    case: CaseState, clock: ClockKind, deviation: UUID | None, start: Instant
) -> tuple[Pause, ...]:
    turns = (
        turn
        for turn in case.clock_facts.turns
        if turn.clock is clock and turn.deviation == deviation
    )
    return pauses_of(turns, start)


def _until(pauses: tuple[Pause, ...], stopped_at: Instant | None) -> tuple[Pause, ...]:
    """Close a pause that still stands where the answer was given all the same."""
    if stopped_at is None:
        return pauses
    return tuple(
        replace(pause, end=stopped_at) if pause.end is None else pause
        for pause in pauses
        if pause.begin <= stopped_at
    )


def _planned_at(story: CaseStory, terms: ClockTerms) -> Instant | None:
    """Give when the planning was answered in this time on the ward."""
    since = story.begins_at
    said = [at for at in story.case.clock_facts.planning_answers if since is None or at >= since]
    keys = {
        step.key for step in terms.profile.steps if step.message is MessageKind.ADMISSION_NOTICE
    }
    done = {
        step.step: step.at
        for step in story.case.steps
        if step.done and step.step in keys and (since is None or step.at >= since)
    }
    if keys and done.keys() == keys:
        said.append(max(done.values()))
    return min(said, default=None)


def _fact(case: CaseState, message: UUID) -> Fact | None:
    return next((fact for fact in case.facts if fact.body.message == message), None)
