"""What a wish about a stop looks at, and what stands once a stop is closed."""

from collections.abc import Sequence
from uuid import UUID

from kontaktpunkt.domain import commands as wishes
from kontaktpunkt.domain.commands import Command
from kontaktpunkt.domain.events.outage import OutageClosed, OutageWithdrawn
from kontaktpunkt.domain.events.sheet import SheetTwinMatched
from kontaktpunkt.domain.ledger.envelope import Event
from kontaktpunkt.domain.ledger.subjects import (
    Subject,
    SubjectKind,
    outage_subject,
    round_subject,
)
from kontaktpunkt.domain.states import OutageState, SheetState, State
from kontaktpunkt.usecases.keeping.workroom import Workroom


def in_a_stop(room: Workroom, command: Command) -> list[Subject]:
    """Name the stop of a paper, and the papers of a stop that is to be closed or withdrawn.

    Who signs is looked at too, and the round that a stop was reconciled by.
    """
    match command:
        case wishes.CloseOutage(outage=outage) | wishes.WithdrawOutage(outage=outage):
            state = room.state(outage_subject(outage))
            given = state.sheets if isinstance(state, OutageState) else ()
            subjects = [Subject(SubjectKind.SHEET, one.sheet) for one in given]
            room.fetch(subjects)
            return [*subjects, *_who_signs(room), *_round_of(state)]
        case _:
            sheet: object = getattr(command, "sheet", None)
            if not isinstance(sheet, UUID):
                return []
            stop = _stop_of(room, Subject(SubjectKind.SHEET, sheet))
            asks_who = isinstance(command, wishes.SignForMissing | wishes.VoidSheet)
            signs = _who_signs(room) if asks_who else []
            return [*([stop] if stop is not None else []), *signs]


def _who_signs(room: Workroom) -> list[Subject]:
    me = room.actor.staff
    return [Subject(SubjectKind.STAFF, me)] if me is not None else []


def _round_of(state: State | None) -> list[Subject]:
    done = state.reconciliation if isinstance(state, OutageState) else None
    return [round_subject(done.round)] if done is not None and done.round is not None else []


def rests_in_ended(room: Workroom, act: Sequence[Event]) -> bool:
    """Say whether an act is part of a stop that another act has closed or withdrawn: it stands.

    Who closed it may take the close itself back, and then what is in it is open again.
    """
    ended_here = {
        event.envelope.subject
        for event in act
        if isinstance(event.body, OutageClosed | OutageWithdrawn)
    }
    # That a message is one with a paper moves no number: what does stands beside it in the act.
    numbers = (event for event in act if not isinstance(event.body, SheetTwinMatched))
    stops = (_stop_of(room, event.envelope.subject) for event in numbers)
    for stop in stops:
        if stop is not None and stop not in ended_here:
            state = room.state(stop)
            if isinstance(state, OutageState) and state.has_ended:
                return True
    return False


def _stop_of(room: Workroom, subject: Subject) -> Subject | None:
    """Give the stop that a subject is, or was given out in."""
    if subject.kind is SubjectKind.OUTAGE:
        return subject
    state = room.state(subject) if subject.kind is SubjectKind.SHEET else None
    if not isinstance(state, SheetState) or state.issued is None or state.issued.outage is None:
        return None
    return outage_subject(state.issued.outage)
