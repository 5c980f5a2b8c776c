"""In which of the cases that are one stay the thing stands that a wish speaks of."""

from collections.abc import Callable, Mapping
from typing import Any, Final
from uuid import UUID

from kontaktpunkt.domain import commands as wishes
from kontaktpunkt.domain.commands import Command
from kontaktpunkt.domain.emergency import is_emergency
from kontaktpunkt.domain.states import CaseState
from kontaktpunkt.domain.stay import current
from kontaktpunkt.usecases.joining.joined import Known, cases_with


def where_it_stands(known: Known, command: Command) -> list[UUID]:
    """Give the cases that hold what a wish takes away, answers or goes on with.

    Empty where nothing is said of such a wish here, or none holds it: it goes where it says.
    """
    holds = _STANDS.get(type(command))
    named: UUID | None = getattr(command, "case", None)
    if holds is None or named is None:
        return []
    group = ((one, known.case(one)) for one in cases_with(known, named))
    found = [one for one, state in group if state is not None and holds(state, command)]
    return found[:1] if isinstance(command, _ONCE) else found


def _obstacle(case: CaseState, wish: wishes.RemoveObstacle) -> bool:
    return any(one.obstacle == wish.obstacle for one in case.homecoming.obstacles)


def _meets(case: CaseState, wish: wishes.MeetObstacle) -> bool:
    standing = case.homecoming.open_obstacles
    return bool(wish.code) and any(
        (one.code, one.side) == (wish.code, wish.side) for one in standing
    )


def _called(case: CaseState, _wish: Command) -> bool:
    return case.homecoming.called is not None


def _unmarks(case: CaseState, wish: wishes.MarkReadiness) -> bool:
    known = any(one.item == wish.item for one in case.homecoming.readiness)
    return wish.mark is None and known


def _paused(case: CaseState, wish: wishes.ResumeClock) -> bool:
    turns = [
        one
        for one in case.clock_facts.turns
        if (one.clock, one.deviation) == (wish.clock, wish.deviation)
    ]
    return bool(turns) and turns[-1].pauses


def _runs(case: CaseState, wish: wishes.PauseClock) -> bool:
    return _asked(case, wish) if wish.deviation is None else _deviation(case, wish)


def _asked(case: CaseState, _wish: Command) -> bool:
    return current(case).admission_message is not None


def _deviation(
    case: CaseState, wish: wishes.PauseClock | wishes.SendDeviation | wishes.AnswerDeviation
) -> bool:
    return any(one.deviation == wish.deviation for one in case.clock_facts.deviations)


def _reports(case: CaseState, wish: wishes.WriteDeviationReport) -> bool:
    """Say whether what the report grew from was noted here, or the report was begun here."""
    grown = (wish.noted, wish.deviation_report)
    return any(one.deviation in grown for one in case.clock_facts.deviations)


def _awaits(case: CaseState, wish: wishes.ConfirmWeekend) -> bool:
    return case.weekend is not None and wish.side in case.weekend.awaited


def _waits(case: CaseState, _wish: Command) -> bool:
    return is_emergency(case, current(case))


_STANDS: Final[Mapping[type[Command], Callable[[CaseState, Any], bool]]] = {
    wishes.MeetObstacle: _meets,
    wishes.RemoveObstacle: _obstacle,
    wishes.WithdrawCallHome: _called,
    wishes.NoteWardLeft: _called,
    wishes.NoteHomeReached: _called,
    wishes.MarkReadiness: _unmarks,
    wishes.PauseClock: _runs,
    wishes.ResumeClock: _paused,
    wishes.AnswerPlanning: _asked,
    wishes.SendDeviation: _deviation,
    wishes.AnswerDeviation: _deviation,
    wishes.WriteDeviationReport: _reports,
    wishes.ConfirmWeekend: _awaits,
    wishes.NotePatientContact: _waits,
    wishes.NoteEmergencyOutcome: _waits,
}
"""By what each such wish finds its case."""

_ONCE: Final = (wishes.NotePatientContact, wishes.PauseClock)
"""What is said once even where several cases could hold it."""
