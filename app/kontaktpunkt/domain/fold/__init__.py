"""From events to states: pure, total, the same for a local act, a pulled batch and a rebuild."""

from collections.abc import Callable, Sequence
from typing import Final
from uuid import UUID

from kontaktpunkt.domain.events.shared import ActTakenBack
from kontaktpunkt.domain.fold.care_request import fold_care_request
from kontaktpunkt.domain.fold.case import fold_case
from kontaktpunkt.domain.fold.concern import fold_concerns
from kontaktpunkt.domain.fold.contact import fold_contact
from kontaktpunkt.domain.fold.deviation import fold_deviation
from kontaktpunkt.domain.fold.handover import fold_shift
from kontaktpunkt.domain.fold.meeting import fold_meeting
from kontaktpunkt.domain.fold.message import fold_message
from kontaktpunkt.domain.fold.office import fold_policy, fold_staff
from kontaktpunkt.domain.fold.outage import fold_outage
from kontaktpunkt.domain.fold.packet import fold_packet
from kontaktpunkt.domain.fold.person import fold_person
from kontaktpunkt.domain.fold.place import fold_place
from kontaktpunkt.domain.fold.reconciliation import fold_round
from kontaktpunkt.domain.fold.report import fold_question, fold_region_figures, fold_report
from kontaktpunkt.domain.fold.sheet import fold_sheet
from kontaktpunkt.domain.fold.story import Story
from kontaktpunkt.domain.fold.watch import fold_watch
from kontaktpunkt.domain.ledger.body import Unknown
from kontaktpunkt.domain.ledger.envelope import Event
from kontaktpunkt.domain.ledger.subjects import SubjectKind
from kontaktpunkt.domain.states import State

_FOLDS: Final[dict[SubjectKind, Callable[[Story], State]]] = {
    SubjectKind.MESSAGE: fold_message,
    SubjectKind.CASE: fold_case,
    SubjectKind.PERSON: fold_person,
    SubjectKind.STAFF: fold_staff,
    SubjectKind.SHEET: fold_sheet,
    SubjectKind.OUTAGE: fold_outage,
    SubjectKind.ROUND: fold_round,
    SubjectKind.CARE_REQUEST: fold_care_request,
    SubjectKind.CONCERN: fold_concerns,
    SubjectKind.CONTACT: fold_contact,
    SubjectKind.DEVIATION: fold_deviation,
    SubjectKind.MEETING: fold_meeting,
    SubjectKind.REPORT: fold_report,
    SubjectKind.QUESTION: fold_question,
    SubjectKind.REGION_FIGURES: fold_region_figures,
    SubjectKind.PLACE: fold_place,
    SubjectKind.WATCH: fold_watch,
    SubjectKind.SHIFT: fold_shift,
    SubjectKind.PACKET: fold_packet,
    SubjectKind.POLICY: fold_policy,
}


def fold(kind: SubjectKind, events: Sequence[Event]) -> State:
    """Fold a subject's events, in order, to its state.

    Events of acts that were taken back have no effect; a body that this program cannot read
    freezes the subject and is passed over; an erased one is passed over. The access log has no
    state to fold.
    """
    withdrawn = taken_back(events)
    acts = [event for event in events if not isinstance(event.body, ActTakenBack)]
    return _FOLDS[kind](
        Story(
            told=tuple(event for event in acts if event.envelope.act_id not in withdrawn),
            withdrawn=tuple(event for event in acts if event.envelope.act_id in withdrawn),
            takings_back=tuple(event for event in events if isinstance(event.body, ActTakenBack)),
            frozen=any(isinstance(event.body, Unknown) for event in events),
        )
    )


def taken_back(events: Sequence[Event]) -> frozenset[UUID]:
    """Give the acts that stand taken back; taking back a taking-back restores the act."""
    withdrawn: set[UUID] = set()
    for event in reversed(events):
        if isinstance(event.body, ActTakenBack) and event.envelope.act_id not in withdrawn:
            withdrawn.add(event.body.act)
    return frozenset(withdrawn)
