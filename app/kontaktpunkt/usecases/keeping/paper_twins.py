"""What in the system may be the same as a paper told by phone; never joined but by somebody."""

from collections.abc import Sequence
from uuid import UUID

from kontaktpunkt.domain.commands import Command, MatchSheetTwin
from kontaktpunkt.domain.events.message import MessageTakenIn
from kontaktpunkt.domain.ledger.envelope import Event
from kontaktpunkt.domain.ledger.subjects import (
    Subject,
    SubjectKind,
    case_subject,
    message_subject,
)
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.states import SheetState
from kontaktpunkt.usecases.joining.joined import cases_with
from kontaktpunkt.usecases.keeping.workroom import Workroom


def about_twins(room: Workroom, command: Command) -> list[Subject]:
    """Name the messages that were made of a paper that is to be matched, and their cases."""
    if not isinstance(command, MatchSheetTwin):
        return []
    found: list[Subject] = []
    for message in made_of(room, command.sheet):
        found.append(message_subject(message))
        state = room.message(message)
        if state is not None and state.case is not None:
            found.append(case_subject(state.case))
    return found


def two_cases(room: Workroom, command: MatchSheetTwin) -> Refused | None:
    """Say why a paper and a message cannot be one: they lie in two stays; None when they can."""
    twin = room.message(command.message)
    if twin is None or twin.case is None:
        return None
    group = cases_with(room, twin.case)
    states = (room.message(one) for one in made_of(room, command.sheet))
    cases = [state.case for state in states if state is not None and state.case is not None]
    if cases and not any(case in group for case in cases):
        return Refused(reason=RefusalReason.NOT_ONE_CASE)
    return None


def made_of(room: Workroom, sheet: UUID) -> tuple[UUID, ...]:
    """Give all messages that were ever made of a paper, by hand out of what was set aside too."""
    state = room.state(Subject(SubjectKind.SHEET, sheet))
    entries = state.entries if isinstance(state, SheetState) else ()
    made = [one for entry in entries for one in entry.said.messages]
    asides = (room.message(one.said.set_aside) for one in entries if one.said.set_aside)
    made += [one.completed_as for one in asides if one is not None and one.completed_as]
    return tuple(dict.fromkeys(made))


def rests_in_twin(room: Workroom, act: Sequence[Event]) -> bool:
    """Say whether an act took in what is one with another by now: that is taken back first."""
    for event in act:
        if isinstance(event.body, MessageTakenIn):
            state = room.message(event.envelope.subject.id)
            if state is not None and (state.matched_into is not None or state.twin is not None):
                return True
    return False
