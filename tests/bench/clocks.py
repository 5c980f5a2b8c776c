"""Recomputes every clock of many open cases, against the bare fold of the same events.

    PYTHONPATH=app:tests python tests/bench/clocks.py [COUNT] [ROUNDS]

COUNT cases (2 000), each of some twenty events: admission, changed dates, readiness, a withdrawal,
steps, calls, pauses, a deviation. The fold makes a state of the events; the clocks are worked out
of that state, with weekdays and red days. ROUNDS (7) turn by turn in the machine's same mood.
"""

import sys
from pathlib import Path

from bench.measuring import say, scratch, spread, tell_machine, timed
from kontaktpunkt.domain.calendar.clock_kind import ClockKind
from kontaktpunkt.domain.clocks import clocks_of
from kontaktpunkt.domain.events import case as said
from kontaktpunkt.domain.events.clock import (
    ClockPaused,
    ClockResumed,
    ConditionsJudged,
    DeviationSent,
)
from kontaktpunkt.domain.fold import fold
from kontaktpunkt.domain.ledger.envelope import Event
from kontaktpunkt.domain.ledger.subjects import SubjectKind
from kontaktpunkt.domain.states import CaseState
from kontaktpunkt.domain.times import HOUR, MINUTE, Instant
from told_case import at, event, named, terms

_START = at("2026-03-02 06:00")
_TERMS = terms(
    "lidkoping",
    planning_answer_hours="24",
    planning_answer_weekdays_only="true",
    deviation_answer='{"count": 60, "unit": "days"}',
)


def _case(number: int) -> list[Event]:
    """Make the events of one stay; each third was withdrawn once and is ready again."""
    begun = Instant(_START + number * 7 * MINUTE)
    person = named(f"{number} person")
    opened = said.CaseOpened(person=person, case_kind=said.CaseKind.INPATIENT)
    events: list[Event] = [event(opened, begun, f"{number} opened")]

    def tell(kind: type[said.Noticed], after: float, **facts: object) -> None:
        when = Instant(begun + int(after * HOUR))
        name = f"{number} {len(events)}"
        body = kind(message=named(name), sent_at=when, **facts)  # pyright: ignore[reportArgumentType]  facts of its kind
        events.append(event(body, when, name))

    def do(body: object, after: float) -> None:
        when = Instant(begun + int(after * HOUR))
        events.append(event(body, when, f"{number} {len(events)}"))  # pyright: ignore[reportArgumentType]  a body

    tell(said.AdmissionNoticed, 5, admitted_at=begun, expected_discharge=Instant(begun + 72 * HOUR))
    for place, step in enumerate(step.key for step in _TERMS.profile.steps[:5]):
        do(said.StepDone(step=step), 8 + place)
    do(ClockPaused(clock=ClockKind.PLANNING_ANSWER, waiting_for="regionen"), 6)
    do(ClockResumed(clock=ClockKind.PLANNING_ANSWER), 20)
    for place in range(3):
        tell(
            said.ExpectedDischargeNoticed, 20 + place, expected_discharge=Instant(begun + 80 * HOUR)
        )
        do(said.CallLogged(direction=said.CallDirection.OUT, counterpart="Avd 3"), 20.5 + place)
    tell(said.ReadinessNoticed, 30)
    if number % 3 == 0:
        tell(said.ReadinessWithdrawn, 36)
        tell(said.ReadinessNoticed, 60)
    do(ConditionsJudged(sip_needed=number % 2 == 0), 61)
    tell(said.PlanSummoned, 62)
    do(said.DeviationNoted(code="transport"), 63)
    do(DeviationSent(deviation=events[-1].envelope.event_id), 64)
    return events


def main(count: int, rounds: int) -> None:
    """Measure folds and clocks turn by turn."""
    with scratch() as folder:
        tell_machine(Path(folder))
    stories = [_case(number) for number in range(count)]
    say(f"{count} cases, {sum(map(len, stories)) / count:.1f} events each")
    folds: list[float] = []
    counted: list[float] = []
    states: list[CaseState] = []
    made = 0
    for _ in range(rounds):

        def bare() -> None:
            folded = (fold(SubjectKind.CASE, story) for story in stories)
            states[:] = [state for state in folded if isinstance(state, CaseState)]

        def clocks() -> int:
            return sum(len(clocks_of(state, _TERMS)) for state in states)

        folds.append(timed(bare))
        counted.append(timed(clocks))
        made = clocks()
    assert len(states) == count, "every case is folded"
    assert made > 5 * count, "every case has its clocks"
    say(f"bare fold: {spread(folds)} a round, {min(folds) / count * 1e6:.0f} µs a case")
    say(f"{made} clocks: {spread(counted)} a round, {min(counted) / count * 1e6:.0f} µs a case")
    say(f"  clocks cost {min(counted) / min(folds):.2f} of the fold")


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]]
    main(*(given + [2_000, 7][len(given) :]))
