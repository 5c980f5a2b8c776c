"""What we must do by when: the planning answer with its pauses, the 23 hours, the deviations."""

from datetime import date

import pytest

from kontaktpunkt.domain.calendar.clock_kind import ClockKind
from kontaktpunkt.domain.calendar.deadlines import StartingFact
from kontaktpunkt.domain.clocks import CaseClock, ClockGap, ClockStatus, ClockTerms, Counting, Owes
from kontaktpunkt.domain.events import case as said
from kontaktpunkt.domain.events.clock import (
    ClockPaused,
    ClockResumed,
    DeviationAnswered,
    DeviationReceived,
    DeviationSent,
    PlanningAnswered,
)
from kontaktpunkt.domain.ledger.envelope import Event
from kontaktpunkt.domain.times import HOUR
from told_case import admitted, at, case_of, clock, clocks, did, named, ready, terms, told

C, G, S = ClockKind, ClockGap, ClockStatus
P = C.PLANNING_ANSWER
ALL_DAYS = terms(planning_answer_hours="24")
WEEKDAYS = terms(planning_answer_hours="24", planning_answer_weekdays_only="true")


def _paused(when: str, name: str = "") -> Event:
    return did(ClockPaused(clock=P, waiting_for="regionen"), when, name or f"pause {when}")


def _resumed(when: str, name: str = "") -> Event:
    return did(ClockResumed(clock=P), when, name or f"resume {when}")


def _answer(sent: str, *events: Event, under: ClockTerms = ALL_DAYS) -> CaseClock:
    return clock(P, admitted("2019-01-01 08:00", sent), *events, under=under)


# --- planeringssvar ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("under", "sent", "due"),
    [
        (ALL_DAYS, "2026-03-02 14:20", "2026-03-03 14:20"),
        (ALL_DAYS, "2026-03-06 14:20", "2026-03-07 14:20"),
        (ALL_DAYS, "2026-03-28 14:00", "2026-03-29 15:00"),
        (ALL_DAYS, "2026-10-24 14:00", "2026-10-25 13:00"),
        (terms(planning_answer_hours="48"), "2026-03-06 14:20", "2026-03-08 14:20"),
        (WEEKDAYS, "2026-03-02 14:20", "2026-03-03 14:20"),
        # Friday afternoon: the rest of Friday, then Monday.
        (WEEKDAYS, "2026-03-06 14:20", "2026-03-09 14:20"),
        # Sent on a Saturday: Monday is the first hour, and its whole day the 24.
        (WEEKDAYS, "2026-03-07 10:00", "2026-03-10 00:00"),
        # Over Easter: Good Friday and Easter Monday are red.
        (WEEKDAYS, "2026-04-02 16:00", "2026-04-07 16:00"),
        # Christmas: 24 to 26 December are red, the 27th is a Sunday.
        (WEEKDAYS, "2026-12-23 13:30", "2026-12-28 13:30"),
        # Over the night when summer time begins: it falls within the weekend.
        (WEEKDAYS, "2026-03-27 14:00", "2026-03-30 14:00"),
        (WEEKDAYS, "2026-10-23 14:00", "2026-10-26 14:00"),
        (
            terms(planning_answer_hours="48", planning_answer_weekdays_only="true"),
            "2026-03-05 14:20",
            "2026-03-09 14:20",
        ),
        # To the very midnight: Thursday 00:00 + 24 h is the end of Thursday.
        (WEEKDAYS, "2026-03-06 00:00", "2026-03-07 00:00"),
    ],
)
def test_the_answer_is_due_by_the_hours_of_the_profile(
    under: ClockTerms, sent: str, due: str
) -> None:
    """Elapsed hours, or hours of weekdays alone where the profile says so."""
    answer = _answer(sent, under=under)

    assert answer.due_at == at(due)
    assert answer.owes is Owes.US
    assert answer.status(at(due)) is S.RUNNING
    assert answer.is_late_for_us(at(due + ":00.000001" if len(due) == 16 else due))


def test_without_confirmed_hours_it_does_not_run_and_says_so() -> None:
    """Nothing is guessed: 24 and 48 hours are both in use."""
    answer = _answer("2026-03-02 14:20", under=terms())

    assert (answer.gap, answer.due_at) == (G.NO_RULE_CONFIRMED, None)


def test_a_copy_without_time_counts_from_when_it_came_to_us() -> None:
    """We cannot answer what we have not had."""
    came = admitted(sent="", came="2026-03-02 14:19")

    answer = clock(P, came, under=ALL_DAYS)

    assert answer.due_at == at("2026-03-03 14:20")
    assert answer.counted_from is StartingFact.NOTICE_RECEIVED


def test_a_correction_gives_us_no_more_time() -> None:
    """It counts from the notice that it corrects."""
    corrected = admitted("2026-03-01 08:00", "2026-03-05 08:00", name="A2", replaces="A")

    answer = _answer("2026-03-02 14:20", corrected)

    assert answer.due_at == at("2026-03-03 14:20")


_LATER = at("2027-01-01 08:00")


@pytest.mark.parametrize(
    ("answered", "status"),
    [("2026-03-03 14:20:00", S.MET), ("2026-03-03 14:20:01", S.MET_LATE)],
)
def test_an_answer_stops_the_clock(answered: str, status: ClockStatus) -> None:
    """At the very minute is in time; an answer that was late is said to be, and red no more."""
    answer = _answer("2026-03-02 14:20", did(PlanningAnswered(), answered))

    assert answer.status(_LATER) is status
    assert not answer.is_late_for_us(_LATER)
    assert not answer.can_pause


def test_the_steps_of_the_admission_notice_are_the_answer_when_all_are_done() -> None:
    """Whoever has ticked them need not say it twice."""
    under = terms("lidkoping", planning_answer_hours="24")
    keys = [
        step.key
        for step in under.profile.steps
        if step.message is not None and step.message.value == "admission_notice"
    ]
    assert len(keys) > 1, "several roles plan"
    ticks = [
        did(said.StepDone(step=key), f"2026-03-02 1{place}:00", f"tick {key}")
        for place, key in enumerate(keys, start=5)
    ]

    assert _answer("2026-03-02 14:20", *ticks[:-1], under=under).stopped_at is None
    last = f"2026-03-02 1{4 + len(keys)}:00"
    assert _answer("2026-03-02 14:20", *ticks, under=under).stopped_at == at(last)
    gone = did(said.StepUndone(step=keys[0]), "2026-03-02 20:00", "untick")
    assert _answer("2026-03-02 14:20", *ticks, gone, under=under).stopped_at is None


@pytest.mark.parametrize(
    "ending",
    [
        told(said.Discharged, "D", "2026-03-02 20:00", discharged_at="2026-03-02 20:00"),
        told(said.DeathNoticed, "X", "2026-03-02 20:00", died_at="2026-03-02 20:00"),
        did(said.CaseClosed(), "2026-03-02 20:00"),
    ],
)
def test_nobody_is_late_with_an_answer_that_is_no_longer_needed(ending: Event) -> None:
    """Home again, dead, or a case that was closed: nothing is to be planned."""
    answer = _answer("2026-03-02 14:20", ending)

    assert answer.gap is G.NO_LONGER_NEEDED
    assert not answer.is_late_for_us(_LATER)


def test_whoever_came_back_is_to_be_answered_anew() -> None:
    """The answer of the time before was about that time."""
    answer = _answer(
        "2026-03-02 14:20",
        did(PlanningAnswered(), "2026-03-02 16:00"),
        told(said.Discharged, "D", "2026-03-04 12:00", discharged_at="2026-03-04 12:00"),
        admitted("2026-03-06 08:00", "2026-03-06 09:00", name="A2"),
    )

    assert (answer.due_at, answer.stopped_at) == (at("2026-03-07 09:00"), None)


# --- pauses -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("under", "pauses", "due"),
    [
        (ALL_DAYS, [("2026-03-02 15:00", "2026-03-02 18:30")], "2026-03-03 17:50"),
        (
            ALL_DAYS,
            [("2026-03-02 15:00", "2026-03-02 16:00"), ("2026-03-02 20:00", "2026-03-02 22:00")],
            "2026-03-03 17:20",
        ),
        # Exactly: a second is a second.
        (ALL_DAYS, [("2026-03-02 15:00:00", "2026-03-02 15:00:01")], "2026-03-03 14:20:01"),
        # The pause began after the time had run out: it is too late to wait.
        (ALL_DAYS, [("2026-03-03 14:21", "2026-03-03 18:00")], "2026-03-03 14:20"),
        # Over the night when the clocks go on: seven elapsed hours, not eight.
        (ALL_DAYS, [("2026-03-03 08:00", "2026-03-03 08:00")], "2026-03-03 14:20"),
        # A weekend's pause costs weekdays nothing.
        (WEEKDAYS, [("2026-03-07 10:00", "2026-03-08 10:00")], "2026-03-03 14:20"),
        (WEEKDAYS, [("2026-03-02 15:00", "2026-03-09 15:00")], "2026-03-10 14:20"),
    ],
)
def test_a_pause_lengthens_the_time_by_just_as_much(
    under: ClockTerms, pauses: list[tuple[str, str]], due: str
) -> None:
    """In the clock's own kind of time."""
    turns = [turn for begin, end in pauses for turn in (_paused(begin), _resumed(end))]

    assert _answer("2026-03-02 14:20", *turns, under=under).due_at == at(due)


def test_a_pause_over_the_weekend_lengthens_weekday_hours_by_friday_and_monday_alone() -> None:
    """Friday 16 to midnight and Monday to 09 are 17 hours."""
    turns = (_paused("2026-03-06 16:00"), _resumed("2026-03-09 09:00"))

    answer = _answer("2026-03-06 14:20", *turns, under=WEEKDAYS)

    assert answer.due_at == at("2026-03-10 07:20")
    assert answer.paused == 17 * HOUR


def test_a_pause_over_the_night_of_summer_time_counts_elapsed_hours() -> None:
    """22:00 to 06:00 are seven hours in that night."""
    turns = (_paused("2026-03-28 22:00"), _resumed("2026-03-29 06:00"))

    answer = _answer("2026-03-28 14:00", *turns)

    assert answer.paused == 7 * HOUR
    assert answer.due_at == at("2026-03-29 22:00")


def test_what_stands_still_is_not_late_however_long() -> None:
    """It says since when, how much was left, and on whom we wait."""
    answer = _answer("2026-03-02 14:20", _paused("2026-03-02 18:20"))

    assert answer.status(_LATER) is S.PAUSED
    assert (answer.paused_at, answer.left) == (at("2026-03-02 18:20"), 20 * HOUR)
    assert (answer.waiting_for, answer.due_at) == ("regionen", None)


def test_an_answer_while_it_stood_still_is_in_time() -> None:
    """The hospital needed not what we waited for after all."""
    answered = did(PlanningAnswered(), "2026-03-09 10:00")

    answer = _answer("2026-03-02 14:20", _paused("2026-03-02 18:20"), answered)

    assert answer.status(_LATER) is S.MET


def test_to_stop_what_stands_and_to_start_what_goes_changes_nothing() -> None:
    """Two colleagues who both press get the same as one."""
    turns = (
        _resumed("2026-03-02 15:00"),
        _paused("2026-03-02 16:00"),
        _paused("2026-03-02 17:00"),
        _resumed("2026-03-02 18:00"),
        _resumed("2026-03-02 19:00"),
    )

    assert _answer("2026-03-02 14:20", *turns).due_at == at("2026-03-03 16:20")


def test_a_pause_of_the_time_before_is_not_of_this_one() -> None:
    """It was left standing when the person went home."""
    answer = _answer(
        "2026-03-02 14:20",
        _paused("2026-03-02 16:00"),
        told(said.Discharged, "D", "2026-03-04 12:00", discharged_at="2026-03-04 12:00"),
        admitted("2026-03-06 08:00", "2026-03-06 09:00", name="A2"),
    )

    assert answer.status(at("2026-03-06 10:00")) is S.RUNNING


# --- 23 timmar --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arrived", "due"),
    [
        ("2026-03-02 10:00", "2026-03-03 09:00"),
        ("2026-03-28 10:00", "2026-03-29 10:00"),
        ("2026-10-24 10:00", "2026-10-25 08:00"),
    ],
)
def test_the_23_hours_are_elapsed_hours(arrived: str, due: str) -> None:
    """From the arrival, also over the nights when the clocks are moved; they are ours to keep."""
    notice = told(said.EmergencyStayNoticed, "N", arrived, arrived_at=arrived)

    (only,) = clocks(notice)

    assert (only.due_at, only.owes, only.kind) == (at(due), Owes.US, C.EMERGENCY_STAY)
    assert only.is_late_for_us(at(due + ":00.000001"))
    assert not only.can_pause


def test_the_23_hours_end_with_a_discharge_and_need_an_arrival() -> None:
    """Home is home; an arrival that nobody said is asked for."""
    came = told(said.EmergencyStayNoticed, "N", "2026-03-02 10:00", arrived_at="2026-03-02 10:00")
    left = told(said.Discharged, "D", "2026-03-02 20:00", discharged_at="2026-03-02 19:30")
    untimed = told(said.EmergencyStayNoticed, "N", "2026-03-02 10:00")

    assert clocks(came, left)[0].status(_LATER) is S.MET
    assert clocks(untimed)[0].gap is G.NO_ARRIVAL_TIME


def test_an_admission_turns_23_hours_into_a_stay() -> None:
    """From then on the clocks of the law count."""
    came = told(said.EmergencyStayNoticed, "N", "2026-03-01 07:00", arrived_at="2026-03-01 07:00")

    kinds = {one.kind for one in clocks(came, admitted(), ready())}

    assert C.EMERGENCY_STAY not in kinds
    assert {C.ADMISSION_NOTICE, C.READINESS, C.PAYMENT_START} <= kinds


# --- svar på avvikelse ------------------------------------------------------------------------

NOTED = did(said.DeviationNoted(code="transport"), "2026-01-30 09:00", "dev")
DAYS = terms(deviation_answer='{"count": 60, "unit": "days"}')
MONTHS = terms(deviation_answer='{"count": 2, "unit": "months"}')


def _sent(when: str, received: str = "") -> Event:
    body = DeviationSent(deviation=named("dev"), received_at=at(received) if received else None)
    return did(body, when, f"sent {when}")


@pytest.mark.parametrize(
    ("under", "received", "due"),
    [
        (DAYS, "2026-01-31 10:00", "2026-04-01"),
        (MONTHS, "2026-01-31 10:00", "2026-03-31"),
        # A month without that day ends on its last; leap years have one more.
        (MONTHS, "2026-12-31 10:00", "2027-02-28"),
        (MONTHS, "2027-12-30 10:00", "2028-02-29"),
        (MONTHS, "2026-11-15 10:00", "2027-01-15"),
        (DAYS, "2028-01-31 23:59", "2028-03-31"),
        (MONTHS, "2026-01-31 00:00", "2026-03-31"),
    ],
)
def test_a_deviation_is_to_be_answered_in_days_or_months(
    under: ClockTerms, received: str, due: str
) -> None:
    """60 days is not two months: the profile says which, from when it was received."""
    answer = clock(C.DEVIATION_ANSWER, NOTED, _sent("2026-01-30 10:00", received), under=under)

    assert answer.due_day == date.fromisoformat(due)
    assert answer.due_at == at(f"{due} 23:59:59.999999")
    assert (answer.owes, answer.counting) == (Owes.REGION, Counting.CALENDAR)
    assert not answer.is_late_for_us(_LATER)


def test_without_a_day_of_receipt_it_counts_from_the_sending() -> None:
    """What we know is when we sent it."""
    answer = clock(C.DEVIATION_ANSWER, NOTED, _sent("2026-01-31 10:00"), under=MONTHS)

    assert answer.due_day == date(2026, 3, 31)
    assert answer.counted_from is StartingFact.DEVIATION_SENT


def test_a_deviation_that_came_to_us_is_ours_to_answer() -> None:
    """And it is late for us the day after."""
    received = did(DeviationReceived(code="transport"), "2026-01-31 10:00", "dev")

    answer = clock(C.DEVIATION_ANSWER, received, under=MONTHS)

    assert (answer.owes, answer.due_day) == (Owes.US, date(2026, 3, 31))
    assert answer.is_late_for_us(at("2026-04-01 00:00"))
    assert answer.can_pause


def test_a_pause_moves_the_last_day_by_its_days() -> None:
    """Paused on the 2nd and resumed on the 9th is seven days."""
    received = did(DeviationReceived(code="transport"), "2026-01-31 10:00", "dev")
    turns = (
        did(ClockPaused(clock=C.DEVIATION_ANSWER, deviation=named("dev")), "2026-03-02 16:00"),
        did(ClockResumed(clock=C.DEVIATION_ANSWER, deviation=named("dev")), "2026-03-09 08:00"),
    )

    assert clock(C.DEVIATION_ANSWER, received, *turns, under=MONTHS).due_day == date(2026, 4, 7)
    still = clock(C.DEVIATION_ANSWER, received, turns[0], under=MONTHS)
    assert still.status(_LATER) is S.PAUSED


def test_a_pause_after_the_last_day_gives_no_more_time() -> None:
    """It was too late to wait."""
    received = did(DeviationReceived(code="transport"), "2026-01-31 10:00", "dev")
    late = did(ClockPaused(clock=C.DEVIATION_ANSWER, deviation=named("dev")), "2026-04-02 08:00")

    assert clock(C.DEVIATION_ANSWER, received, late, under=MONTHS).due_day == date(2026, 3, 31)


def test_where_every_day_is_closed_the_time_never_runs_out() -> None:
    """A calendar without weekdays gives no time, and nothing is late by it."""
    closed = ClockTerms(profile=WEEKDAYS.profile, is_red=lambda _day: True)

    answer = _answer("2026-03-02 14:20", under=closed)

    assert answer.due_at is None
    assert not answer.is_late_for_us(_LATER)


def test_a_noted_deviation_waits_until_it_is_sent_and_an_answer_ends_it() -> None:
    """Nothing counts before it has left the house."""
    answered = did(DeviationAnswered(deviation=named("dev")), "2026-03-10 09:00")

    assert clock(C.DEVIATION_ANSWER, NOTED, under=MONTHS).gap is G.NOT_SENT
    done = clock(C.DEVIATION_ANSWER, NOTED, _sent("2026-01-31 10:00"), answered, under=MONTHS)
    assert done.status(_LATER) is S.MET


def test_without_a_confirmed_limit_no_answer_is_counted() -> None:
    """60 days and two months are both in use."""
    answer = clock(C.DEVIATION_ANSWER, NOTED, _sent("2026-01-31 10:00"))

    assert answer.gap is G.NO_RULE_CONFIRMED


def test_each_deviation_has_its_own_clock_in_any_kind_of_case() -> None:
    """Also where nobody is in hospital."""
    other = did(said.DeviationNoted(code="aids"), "2026-01-30 10:00", "dev2")

    found = clocks(NOTED, other, kind=said.CaseKind.MATTER, under=DAYS)

    assert {one.about for one in found} == {"transport", "aids"}
    assert len(case_of((NOTED, other)).clock_facts.deviations) == 2
