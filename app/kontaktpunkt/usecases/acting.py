"""Doing what staff wish: load, decide, remember and renew rows in one transaction."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from kontaktpunkt.domain import commands as wishes
from kontaktpunkt.domain.commands import Command
from kontaktpunkt.domain.decide import Ground, Happening, decide, decide_take_back
from kontaktpunkt.domain.decide.take_back import can_be_taken_back
from kontaktpunkt.domain.events.case import NoticeMovedAway
from kontaktpunkt.domain.events.meeting import MeetingBegan, MeetingSignedOff, PersonReviewed
from kontaktpunkt.domain.events.message import MessageTakenIn
from kontaktpunkt.domain.events.reconciliation import (
    FindingsSettled,
    OverviewCompared,
    SourceReconciled,
)
from kontaktpunkt.domain.events.short_term import ShortTermGranted
from kontaktpunkt.domain.fold import taken_back
from kontaktpunkt.domain.ledger.envelope import Event
from kontaktpunkt.domain.ledger.subjects import (
    Subject,
    SubjectKind,
    care_request_subject,
    case_subject,
    concern_subject,
    contact_subject,
    deviation_subject,
    meeting_subject,
    message_subject,
    outage_subject,
    packet_subject,
    person_subject,
    place_subject,
    question_subject,
    region_figures_subject,
    report_subject,
    round_subject,
    shift_subject,
    watch_subject,
)
from kontaktpunkt.domain.profile import OwnValue, RuleProfile, can_hold
from kontaktpunkt.domain.profile.emergency import emergency_steps
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.staff import Receiver
from kontaktpunkt.domain.states import MeetingState, RoundState
from kontaktpunkt.usecases.arriving.consequences import waiting_in
from kontaktpunkt.usecases.deviations.standing import case_of_report, went_on
from kontaktpunkt.usecases.joining.joined import leading_case, persons_with
from kontaktpunkt.usecases.keeping.paper_twins import about_twins, rests_in_twin
from kontaktpunkt.usecases.keeping.workroom import Workroom
from kontaktpunkt.usecases.outages.standing import in_a_stop, rests_in_ended
from kontaktpunkt.usecases.spreading import forbidden, spread

POLICY = Subject(SubjectKind.POLICY, UUID(int=0))
"""One store is one tenant until a hub brings several: its policy has the nil id."""

_LOOKED_BACK: Final = (50, 1_000, 50_000)
"""How many acts Ctrl+Z looks at in turn: a folder of files taken in may lie between."""

_NAMED: Final = (
    ("case", case_subject),
    ("other_case", case_subject),
    ("person", person_subject),
    ("other_person", person_subject),
    ("person", care_request_subject),
    ("request", care_request_subject),
    ("person", concern_subject),
    ("round", round_subject),
    ("source_round", round_subject),
    ("meeting", meeting_subject),
    ("outage", outage_subject),
    ("report", report_subject),
    ("question", question_subject),
    ("indicator", region_figures_subject),
    ("watch", watch_subject),
    ("shift", shift_subject),
    ("packet", packet_subject),
    ("contact", contact_subject),
    ("deviation_report", deviation_subject),
    ("place", place_subject),
)
"""The subjects that a wish names by a field of its own."""

_SIGNED: Final = (MeetingBegan, PersonReviewed, OverviewCompared, FindingsSettled)
"""What stands when it has been signed."""
_SIGNING: Final = (MeetingSignedOff, SourceReconciled)

_NAMING: Final = (
    RefusalReason.ALREADY_TAKEN,
    RefusalReason.ALREADY_DONE,
    RefusalReason.ALREADY_ACKNOWLEDGED,
    RefusalReason.STEP_DONE,
)
"""The refusals whose value is a colleague."""


def perform(room: Workroom, commands: Sequence[Command]) -> UUID | Refused:
    """Do all the commands in one act, each on what the ones before it made, or none of them.

    Gives the act's id.
    """
    act = room.tools.new_id()
    for command in commands:
        decision = _decide_whole(room, command)
        if isinstance(decision, Refused):
            room.give_up()
            return decision
        room.plan(act, decision)
    room.keep()
    return act


def try_out(room: Workroom, command: Command) -> tuple[Happening, ...] | Refused:
    """Say what a command would come to, without planning it."""
    return _decide_whole(room, command)


def _decide_whole(room: Workroom, command: Command) -> tuple[Happening, ...] | Refused:
    """Decide on a wish for all that are one; refused when none of them can follow it."""
    refused = forbidden(room, command)
    if refused is not None:
        return refused
    decisions = [_decide(room, each) for each in spread(room, command)]
    done = [decision for decision in decisions if not isinstance(decision, Refused)]
    return tuple(each for decision in done for each in decision) if done else decisions[0]


def _decide(room: Workroom, command: Command) -> tuple[Happening, ...] | Refused:
    if isinstance(command, wishes.TakeBack):
        return _take_back(room, command.act)
    ground = Ground(
        now=room.tools.now(),
        me=room.actor.staff,
        states=room.states(_subjects(room, command)),
        steps=_steps(room.rules.profile),
        signers=room.rules.profile.signs_for_missing,
        second_eyes=room.rules.profile.second_eyes_forms,
        system=room.rules.profile.system_short_name,
        tenant=POLICY,
    )
    if isinstance(command, wishes.CorrectNumber) and _is_anothers(room, command):
        return Refused(reason=RefusalReason.ANOTHERS_NUMBER)
    if isinstance(command, wishes.ChangeSetting) and not _is_good(room, command):
        return Refused(reason=RefusalReason.BAD_VALUE, values=(command.key,))
    return _with_names(room, decide(ground, command))


def _steps(profile: RuleProfile) -> frozenset[str]:
    """Give the steps that can be ticked: those of the planning, and the parts of 23-timmars."""
    return frozenset(step.key for step in (*profile.steps, *emergency_steps(profile)))


def _is_anothers(room: Workroom, command: wishes.CorrectNumber) -> bool:
    """Say whether the right number belongs to somebody else who is known here."""
    return not {*room.store.persons_of_number(command.right)} <= {
        *persons_with(room, command.person)
    }


def _is_good(room: Workroom, command: wishes.ChangeSetting) -> bool:
    """Say whether the profile can hold the value: what it cannot obey is never written down."""
    return can_hold(room.rules.profile, OwnValue(key=command.key, value=command.value))


def _with_names(
    room: Workroom, decision: tuple[Happening, ...] | Refused
) -> tuple[Happening, ...] | Refused:
    """Let a refusal name the colleague that the domain knows by id only."""
    if not isinstance(decision, Refused) or decision.reason not in _NAMING:
        return decision
    names = {str(row.staff): row.name for row in room.store.staff_rows()}
    return Refused(
        reason=decision.reason, values=tuple(names.get(each, "") for each in decision.values)
    )


def _subjects(room: Workroom, command: Command) -> list[Subject]:
    """Name the subjects that a decision about this command may look at."""
    subjects = [POLICY]
    message: UUID | None = getattr(command, "message", None)
    if message is not None:
        subjects.append(message_subject(message))
        state = room.message(message)
        if state is not None and state.case is not None:
            subjects.append(case_subject(state.case))
    for field, subject in _NAMED:
        found: object = getattr(command, field, None)  # a place may be just its name, too
        if isinstance(found, UUID):
            subjects.append(subject(found))
    to: object = getattr(command, "to", None)  # to somebody, or just a name of a place
    if isinstance(to, Receiver) and to.staff is not None:
        subjects.append(Subject(SubjectKind.STAFF, to.staff))
    if isinstance(command, wishes.MoveMessage):
        subjects += waiting_in(room, command.case)
    sheet: UUID | None = getattr(command, "sheet", None)
    if sheet is not None:
        subjects += [Subject(SubjectKind.SHEET, sheet), *about_twins(room, command)]
    return [
        *subjects,
        *in_a_stop(room, command),
        *case_of_report(room, command),
        *_concerned(room, command),
    ]


def _concerned(room: Workroom, command: Command) -> list[Subject]:
    """Name who a thing is handed to, and what may wait in the case that a message is moved to."""
    match command:
        case wishes.HandOverMessage(to=to) | wishes.HandOverCase(to=to) if to.staff is not None:
            return [Subject(SubjectKind.STAFF, to.staff)]
        case wishes.MoveMessage(case=case):
            there = leading_case(room, case) or case
            return [message_subject(each) for each in room.store.links_of_case(there).messages]
        case wishes.ConfirmShortTerm(case=case) | wishes.EndShortTerm(case=case):
            state = room.case(case)
            decisions = state.short_term.decisions if state is not None else ()
            return [place_subject(one.granted.place) for one in decisions if one.granted.place]
        case _:
            return []


def _take_back(room: Workroom, act: UUID) -> tuple[Happening, ...] | Refused:
    events = room.store.act_events(act)
    if _is_signed(room, events):
        return Refused(reason=RefusalReason.ALREADY_SIGNED)
    already = bool(events) and is_taken_back(room, act, events[0].envelope.subject)
    decision = decide_take_back(events, room.actor.staff, room.tools.now(), already=already)
    if isinstance(decision, Refused):
        return decision
    if went_on(room, events):
        return Refused(reason=RefusalReason.DEVIATION_WENT_ON)
    if _is_confirmed(room, events):
        return Refused(reason=RefusalReason.DECISION_CONFIRMED)
    if rests_in_twin(room, events):
        return Refused(reason=RefusalReason.TWINS_STAND)
    return (*decision, *_left_elsewhere(room, events))


def _is_confirmed(room: Workroom, act: Sequence[Event]) -> bool:
    """Say whether a caseworker has taken over what the act granted: her word rests on it."""
    for event in act:
        state = room.case(event.envelope.subject.id) if _grants(event) else None
        for made in state.short_term.decisions if state is not None else ():
            if made.granted == event.body and made.confirmed_at is not None:
                return True
    return False


def _grants(event: Event) -> bool:
    return isinstance(event.body, ShortTermGranted)


def _is_signed(room: Workroom, act: Sequence[Event]) -> bool:
    """Say whether an act is part of a meeting, round or stop that another act signed: it stands.

    The act that signed it can be taken back, with what else was done in it.
    """
    if rests_in_ended(room, act):
        return True
    acts_own = {event.envelope.subject for event in act if isinstance(event.body, _SIGNING)}
    for event in act:
        if isinstance(event.body, _SIGNED) and event.envelope.subject not in acts_own:
            state = room.state(event.envelope.subject)
            if isinstance(state, MeetingState) and state.signed_at is not None:
                return True
            if isinstance(state, RoundState) and state.reconciled is not None:
                return True
    return False


def _left_elsewhere(room: Workroom, act: Sequence[Event]) -> list[Happening]:
    """Let an entry that was moved after it was made hold no more where it is now either."""
    found: list[Happening] = []
    for event in act:
        if isinstance(event.body, MessageTakenIn):
            message = event.envelope.subject.id
            state = room.message(message)
            if state is not None and state.case not in (None, event.body.case):
                away = NoticeMovedAway(message=message)
                found.append(Happening(case_subject(state.case), away, room.tools.now()))
    return found


def is_taken_back(room: Workroom, act: UUID, subject: Subject) -> bool:
    """Say whether an act stands taken back, as one of its subjects tells."""
    return act in taken_back(room.events(subject))


def last_undoable(room: Workroom) -> UUID | Refused:
    """Find my last act that can be taken back and has not been, however far back it lies."""
    if room.actor.staff is None:
        return Refused(reason=RefusalReason.NOTHING_TO_TAKE_BACK)
    seen = 0
    for far in _LOOKED_BACK:
        acts = room.store.last_acts_by(room.actor.staff, far)
        for act in acts[seen:]:
            events = room.store.act_events(act)
            undoable = all(can_be_taken_back(each.body) for each in events)
            stands = _is_signed(room, events) or rests_in_twin(room, events)
            undoable = undoable and not stands and not went_on(room, events)
            if undoable and not is_taken_back(room, act, events[0].envelope.subject):
                return act
        if len(acts) < far:
            break
        seen = far
    return Refused(reason=RefusalReason.NOTHING_TO_TAKE_BACK)
