"""From events to states: pure, total, the same for a local act, a pulled batch and a rebuild."""

from collections.abc import Callable, Sequence
from typing import Final
from uuid import UUID

from msgspec.structs import replace

from kontaktpunkt.domain.body import Unknown
from kontaktpunkt.domain.envelope import Event
from kontaktpunkt.domain.events.shared import ActTakenBack
from kontaktpunkt.domain.fold.case import fold_case
from kontaktpunkt.domain.fold.message import fold_message
from kontaktpunkt.domain.fold.office import fold_policy, fold_sheet, fold_staff
from kontaktpunkt.domain.fold.person import fold_person
from kontaktpunkt.domain.states import MessageStage, State
from kontaktpunkt.domain.subjects import SubjectKind

_FOLDS: Final[dict[SubjectKind, Callable[[Sequence[Event], bool], State]]] = {
    SubjectKind.MESSAGE: fold_message,
    SubjectKind.CASE: fold_case,
    SubjectKind.PERSON: fold_person,
    SubjectKind.STAFF: fold_staff,
    SubjectKind.SHEET: fold_sheet,
    SubjectKind.POLICY: fold_policy,
}


def fold(kind: SubjectKind, events: Sequence[Event]) -> State:
    """Fold a subject's events, in order, to its state.

    Events of acts that were taken back have no effect; a body that this program cannot read
    freezes the subject and is passed over; an erased one is passed over.
    """
    withdrawn = taken_back(events)
    frozen = any(isinstance(event.body, Unknown) for event in events)
    effective = [
        event
        for event in events
        if event.envelope.act_id not in withdrawn and not isinstance(event.body, ActTakenBack)
    ]
    if kind is SubjectKind.MESSAGE and events and events[0].envelope.act_id in withdrawn:
        # A message whose taking-in was taken back stays readable: struck through, never gone.
        return replace(
            fold_message([events[0], *effective], frozen), voided=True, stage=MessageStage.DONE
        )
    return _FOLDS[kind](effective, frozen)


def taken_back(events: Sequence[Event]) -> frozenset[UUID]:
    """Give the acts that stand taken back; taking back a taking-back restores the act."""
    withdrawn: set[UUID] = set()
    for event in reversed(events):
        if isinstance(event.body, ActTakenBack) and event.envelope.act_id not in withdrawn:
            withdrawn.add(event.body.act)
    return frozenset(withdrawn)
