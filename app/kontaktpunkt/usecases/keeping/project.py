"""From states to rows: pure, the same after one act as in a rebuild of everything."""

from collections.abc import Callable, Mapping
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace

from kontaktpunkt.domain.emergency import is_in_hospital
from kontaktpunkt.domain.fold.person import strongest
from kontaktpunkt.domain.message_kind import Carrier, Change, MessageKind
from kontaktpunkt.domain.order import cancelled_messages, void_messages
from kontaktpunkt.domain.paper.on_paper import paper_of
from kontaktpunkt.domain.person.facts import NumberKind, PersonFacts, PersonNumber, Protection
from kontaktpunkt.domain.profile import RuleProfile
from kontaktpunkt.domain.states import (
    CaseState,
    MessageStage,
    MessageState,
    PersonState,
    SheetStage,
    SheetState,
)
from kontaktpunkt.domain.stay import Stay, current, kind_of_case
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.case_lines.deviations import noted_deviations
from kontaktpunkt.usecases.case_lines.emergency import EmergencyLine
from kontaktpunkt.usecases.case_lines.weekend import weekend_line
from kontaktpunkt.usecases.keeping.clocks import answer_by, take_first_by
from kontaktpunkt.usecases.keeping.emergency_line import emergency_line
from kontaktpunkt.usecases.rows import CaseRow, DueReason, InboxRow, Mark, SheetRow
from kontaktpunkt.usecases.tools import Rules

Names = Mapping[UUID, str]
"""Names of staff by id."""


class Around(Struct, frozen=True):
    """What stands around a message: its case with what holds in it, and its person."""

    case: CaseState | None = None
    stay: Stay = Stay()
    person: PersonState | None = None
    emergency: EmergencyLine | None = None


OF_ONE_PERSON = (NumberKind.PERSONAL, NumberKind.COORDINATION)
PRIORITY_FIRST = 0
ORDINARY = 1


def around(
    case: CaseState | None, person: PersonState | None, profile: RuleProfile | None = None
) -> Around:
    """Say once what holds in a case, for all of its messages."""
    if case is None:
        return Around(person=person)
    stay = current(case)
    return Around(case, stay, person, emergency_line(case, stay, profile))


def inbox_row(
    message: UUID, state: MessageState, around: Around, names: Names, rules: Rules
) -> InboxRow:
    """Make the inbox's line of a message from its own, its case's and its person's state."""
    if state.taken_in is None:
        return _set_aside_row(message, state, around.person, (names, rules))
    taken = state.taken_in
    stay = around.stay
    who = around.person or PersonState()
    priority = _priority(taken.message_kind, around)
    take_by = (
        take_first_by(state.received_at, around.emergency, rules)
        if priority == PRIORITY_FIRST
        else rules.late_at(state.received_at)
    )
    due_at, due_reason = _due(state, take_by, answer_by(message, taken, around.case, rules))
    stands_for = _stands_for(message, state, around.case)
    stage = MessageStage.OPEN if state.stage is MessageStage.MATCHED else state.stage
    return InboxRow(
        message=message,
        case=state.case,
        person=state.person,
        kind=taken.message_kind,
        change=taken.change,
        name=who.name,
        number=who.number,
        birth_date=who.birth_date,
        protection=who.protection,
        hospital=taken.stay.hospital or stay.hospital or taken.sender_name,
        ward=taken.stay.ward or stay.ward or taken.sender_unit,
        ward_phone=taken.stay.ward_phone or stay.ward_phone,
        received_at=state.received_at,
        sent_at=taken.sent_at,
        due_at=due_at,
        due_reason=due_reason,
        priority=priority,
        emergency=around.emergency,
        unit=who.with_us.unit if who.with_us else "",
        owner=state.owner,
        owner_name=_name(names, state.owner),
        receiver=state.receiver,
        receiver_name=_receiver_name(state, names),
        stage=MessageStage.MATCHED if stands_for else stage,
        acknowledged_at=state.acknowledged_at,
        track=taken.stay.track or stay.track,
        subject_line=taken.conversation.subject_line,
        marks=_marks(message, state, who, around),
        done_at=None if stands_for else state.done_at,
        done_by_name=_name(names, state.done_by),
        on_paper=None if taken.carrier is Carrier.HAND else paper_of(around.case, message),
        matched_into=stands_for,
    )


def _stands_for(message: UUID, state: MessageState, case: CaseState | None) -> UUID | None:
    """Give the message that stands for this one: found to be the same, or entered at another desk.

    None where the two lie in cases that are not one, since somebody apart moved one of them: what
    was told is in the list again until they are parted.
    """
    if case is None:
        return state.matched_into
    if any(twin.paper == message for twin in case.twins):
        return state.matched_into
    return dict(case.doubled).get(message)


def _set_aside_row(
    message: UUID, state: MessageState, person: PersonState | None, under: tuple[Names, Rules]
) -> InboxRow:
    """Make the line of a set-aside original: who was seen in it, protected if known to be."""
    names, rules = under
    aside = state.set_aside
    seen = (aside.seen_person if aside else None) or PersonFacts()
    due_at, due_reason = _due(state, rules.late_at(state.received_at))
    marks = (Mark.NEEDS_NEWER_PROGRAM,) if state.frozen else (Mark.SET_ASIDE,)
    return InboxRow(
        message=message,
        set_aside=aside.reason if aside else None,
        name=" ".join(part for part in (seen.given_name, seen.family_name) if part),
        number=seen.numbers[0] if seen.numbers else None,
        birth_date=seen.birth_date,
        protection=strongest(seen.protection, person.protection if person else seen.protection),
        received_at=state.received_at,
        due_at=due_at,
        due_reason=due_reason,
        priority=ORDINARY,
        owner=state.owner,
        owner_name=_name(names, state.owner),
        receiver=state.receiver,
        receiver_name=_receiver_name(state, names),
        stage=state.stage,
        file_name=aside.file_name if aside else "",
        marks=marks,
        done_at=state.done_at,
        done_by_name=_name(names, state.done_by),
    )


def _due(
    state: MessageState, take_by: Instant | None, answer_by: Instant | None = None
) -> tuple[Instant | None, DueReason | None]:
    """Say what *we* must do by when; what others owe us is never a due time of ours.

    Of several the first: whoever has taken an admission notice still has to answer it.
    """
    if state.stage is not MessageStage.OPEN:
        return None, None
    if state.deferred_until is not None:
        return state.deferred_until, DueReason.DEFERRED
    if state.owner is not None:
        take_by = None
    if take_by is not None and (answer_by is None or take_by <= answer_by):
        return take_by, DueReason.UNTAKEN
    return (None, None) if answer_by is None else (answer_by, DueReason.PLANNING_ANSWER)


def _priority(kind: MessageKind, around: Around) -> int:
    """Put 23-timmars first: everyone shall prioritise them (delregional rutin SÄS).

    So long as somebody waits on the emergency ward, and no longer; a case that was opened as one
    by mistake is as ordinary as any.
    """
    if around.case is None:
        is_first = kind is MessageKind.EMERGENCY_STAY_NOTICE
    else:
        is_first = around.emergency is not None and around.emergency.ended_at is None
    return PRIORITY_FIRST if is_first else ORDINARY


def _marks(
    message: UUID, state: MessageState, person: PersonState, around: Around
) -> tuple[Mark, ...]:
    change = state.taken_in.change if state.taken_in else Change.NEW
    unchecked = state.person is not None and (
        person.number is None or person.number.kind in (NumberKind.UNCHECKED, NumberKind.FOREIGN)
    )
    said = {
        Mark.NEEDS_NEWER_PROGRAM: state.frozen,
        Mark.PROTECTED: person.protection is not Protection.NONE,
        Mark.CANCELLED: state.cancelled_by is not None
        and _holds(message, around.case, cancelled_messages),
        Mark.CORRECTED: state.corrected_by is not None
        and _holds(message, around.case, void_messages),
        Mark.CANCELS_EARLIER: change is Change.CANCELLATION,
        Mark.CHANGES_EARLIER: change is Change.CORRECTION,
        Mark.VOIDED: state.voided,
        Mark.MISDIRECTED: state.misdirected is not None,
        Mark.AWAITS_ANSWER: state.awaits_answer,
        Mark.NOT_ACKNOWLEDGED: state.acknowledged_at is None,
        Mark.UNCHECKED_NUMBER: unchecked,
        Mark.DECEASED: person.deceased or around.stay.deceased,
    }
    return tuple(mark for mark, holds in said.items() if holds)


def _holds(
    message: UUID, case: CaseState | None, of: Callable[[CaseState], frozenset[UUID]]
) -> bool:
    """Say whether a mark holds: a cancellation that was cancelled itself leaves none."""
    return case is None or message in of(case)


def case_row(
    case: UUID, state: CaseState, around: Around, names: Names, latest: Instant
) -> CaseRow:
    """Make the line of a case; a case whose opening was taken back is no longer open."""
    stay = around.stay
    who = around.person or PersonState()
    open_now = state.person is not None and state.closed_at is None and not state.voided
    return CaseRow(
        case=case,
        person=state.person,
        case_kind=kind_of_case(state, stay),
        is_open=open_now,
        in_hospital=open_now and is_in_hospital(state, stay),
        name=who.name,
        number=who.number,
        birth_date=who.birth_date,
        protection=who.protection,
        hospital=stay.hospital,
        ward=stay.ward,
        ward_phone=stay.ward_phone,
        admitted_at=stay.admitted_at,
        expected_discharge=stay.expected_discharge,
        expected_before=stay.expected_before,
        ready_sent_at=stay.ready_since,
        discharged_at=stay.discharged_at,
        on_leave=stay.on_leave,
        deceased=stay.deceased or who.deceased,
        track=stay.track,
        unit=who.with_us.unit if who.with_us else "",
        responsible=state.responsible,
        responsible_name=_name(names, state.responsible),
        steps_done=tuple(step.step for step in state.steps if step.done),
        opened_at=state.opened_at,
        latest_at=latest,
        emergency=around.emergency,
        other_numbers=_other_numbers(who),
        weekend=weekend_line(state),
        noted_deviations=noted_deviations(state),
    )


def joined_row(leading: CaseRow, case: UUID) -> CaseRow:
    """Make the line of a case that another's line stands for: it is in no list of its own."""
    return replace(leading, case=case, is_open=False, in_hospital=False, joined_into=leading.case)


def _other_numbers(who: PersonState) -> tuple[PersonNumber, ...]:
    """Give the numbers she is also found by: all but one that was corrected away as another's."""
    former = (one for one in who.former_numbers if one.kind not in OF_ONE_PERSON)
    return (*who.numbers[1:], *former)


def sheet_row(
    sheet: UUID, state: SheetState, person: PersonState | None, names: Names
) -> SheetRow | None:
    """Make the register's line of a numbered paper; a protected name does not stand in it."""
    if state.issued is None:
        return None
    name = person.name if person and not person.is_protected else ""
    return SheetRow(
        sheet=sheet,
        number=state.issued.number,
        form=state.issued.form,
        case=state.issued.case,
        name=name,
        blank=state.issued.blank,
        issued_at=state.issued_at,
        issued_by_name=_name(names, state.issued_by) or state.issued.by_name,
        voided=state.voided_at is not None,
        not_on_paper=state.stage is SheetStage.NOT_ON_PAPER,
    )


def _name(names: Names, staff: UUID | None) -> str:
    return names.get(staff, "") if staff else ""


def _receiver_name(state: MessageState, names: Names) -> str:
    if state.receiver is None:
        return ""
    return state.receiver.unit or _name(names, state.receiver.staff)
