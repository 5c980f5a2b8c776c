"""What a decision stands on: states, time, who wishes, and the rules that it may ask."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.commands import Command
from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.domain.ledger.subjects import (
    Subject,
    SubjectKind,
    case_subject,
    message_subject,
    outage_subject,
    person_subject,
)
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.staff import Receiver, Role
from kontaktpunkt.domain.states import (
    CaseState,
    MessageState,
    OutageState,
    PersonState,
    SheetState,
    StaffState,
    State,
)
from kontaktpunkt.domain.times import MINUTE, Instant


class Happening(Struct, frozen=True):
    """One thing that a decision makes happen: to what, what, and when it happened."""

    subject: Subject
    body: Body
    at: Instant


Decision = tuple[Happening, ...] | Refused

CLOCK_PLAY = 5 * MINUTE
"""Clocks on wards and desks differ by some minutes: so far ahead a time is not called future."""


class Ground(Struct, frozen=True, kw_only=True):
    """What a decision may look at; nothing else exists for it.

    `states` holds what the use case loaded: a subject that is missing never existed. `signers` may
    sign for a number that is missing; empty: nobody is named, so anybody may. `second_eyes` are
    the forms whose entry somebody else is to check, `system` is the region's by name.
    """

    now: Instant
    me: UUID | None
    states: Mapping[Subject, State]
    steps: frozenset[str] = frozenset()
    signers: frozenset[Role] = frozenset()
    second_eyes: frozenset[str] = frozenset()
    system: str = ""
    tenant: Subject = Subject(SubjectKind.POLICY, UUID(int=0))

    def message(self, message: UUID) -> MessageState | Refused:
        """Give a message that may be acted on, or say why not."""
        state = self.states.get(message_subject(message))
        if not isinstance(state, MessageState):
            return refuse(RefusalReason.NOT_FOUND)
        if state.frozen:
            return refuse(RefusalReason.NEEDS_NEWER_PROGRAM)
        if state.voided:
            return refuse(RefusalReason.ALREADY_TAKEN_BACK)
        return state

    def case(self, case: UUID | None) -> CaseState | Refused:
        """Give a case that may be acted on, or say why not."""
        if case is None:
            return refuse(RefusalReason.NO_CASE)
        state = self.states.get(case_subject(case))
        if not isinstance(state, CaseState) or state.person is None:
            return refuse(RefusalReason.NOT_FOUND)
        if state.frozen:
            return refuse(RefusalReason.NEEDS_NEWER_PROGRAM)
        if state.voided:
            return refuse(RefusalReason.ALREADY_TAKEN_BACK)
        return state

    def case_at(
        self, case: UUID | None, at: Instant | None = None
    ) -> tuple[CaseState, Instant] | Refused:
        """Give a case and when it happened, or say why not."""
        state = self.case(case)
        if isinstance(state, Refused):
            return state
        moment = self.moment(at)
        return moment if isinstance(moment, Refused) else (state, moment)

    def person(self, person: UUID) -> PersonState | Refused:
        """Give a person who may be described, or say why not."""
        state = self.states.get(person_subject(person))
        if not isinstance(state, PersonState):
            return refuse(RefusalReason.NO_PERSON)
        if state.frozen:
            return refuse(RefusalReason.NEEDS_NEWER_PROGRAM)
        return state

    def sheet(self, subject: Subject) -> SheetState | None:
        """Give a paper, if it exists."""
        state = self.states.get(subject)
        return state if isinstance(state, SheetState) and state.issued else None

    def outage(self, outage: UUID) -> OutageState | Refused:
        """Give a stop that may be worked with, or say why not."""
        state = self.states.get(outage_subject(outage))
        if not isinstance(state, OutageState) or state.declared is None:
            return refuse(RefusalReason.NOT_FOUND)
        if state.frozen:
            return refuse(RefusalReason.NEEDS_NEWER_PROGRAM)
        return refuse(RefusalReason.OUTAGE_ENDED) if state.has_ended else state

    def numbers(self, outage: OutageState) -> tuple[tuple[str, SheetState | None], ...]:
        """Give the numbers that a stop answers for, each with its paper as it stands."""
        return tuple(
            (one.number, self.sheet(Subject(SubjectKind.SHEET, one.sheet))) for one in outage.sheets
        )

    def may_not_sign(self) -> Refused | None:
        """Say why who wishes may not sign for a missing number; None when it is theirs to do."""
        if self.me is None:
            return refuse(RefusalReason.NO_USER)
        known = self.states.get(Subject(SubjectKind.STAFF, self.me))
        if not self.signers or (isinstance(known, StaffState) and known.role in self.signers):
            return None
        return refuse(RefusalReason.NOT_YOURS_TO_SIGN, *sorted(self.signers))

    def receiver(self, to: Receiver) -> Receiver | Refused:
        """Give somebody, a unit or a role that can answer for what is handed over."""
        if to.staff is None:
            named = bool(to.unit.strip()) or to.role is not None
            return to if named else refuse(RefusalReason.NO_RECEIVER)
        known = self.states.get(Subject(SubjectKind.STAFF, to.staff))
        return to if isinstance(known, StaffState) else refuse(RefusalReason.NO_RECEIVER)

    def moment(self, at: Instant | None) -> Instant | Refused:
        """Give when it happened: now unless said; never in the future."""
        if at is None:
            return self.now
        if at > self.now + CLOCK_PLAY:
            return refuse(RefusalReason.TIME_IN_FUTURE)
        return at

    def happen(self, subject: Subject, at: Instant | None, *bodies: Body) -> Decision:
        """Let things happen to a subject at a time, unless that lies in the future."""
        moment = self.moment(at)
        if isinstance(moment, Refused):
            return moment
        return tuple(Happening(subject, body, moment) for body in bodies)


def in_case(case: UUID, body: Body, at: Instant) -> Decision:
    """Let one thing happen in a case."""
    return (Happening(case_subject(case), body, at),)


def refuse(reason: RefusalReason, *values: str) -> Refused:
    """Say no with a reason and the values that the sentence needs."""
    return Refused(reason=reason, values=values)


Rules = Mapping[type[Command], Callable[[Ground, Any], Decision]]
"""Which rule answers which wish; each module of `decide` gives its own, typed by its wish."""
