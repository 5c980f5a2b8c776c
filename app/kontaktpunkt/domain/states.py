"""What each kind of subject is after all its events: the states that decisions are made on."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.events.case import CaseKind, Noticed
from kontaktpunkt.domain.events.message import MessageSetAside, MessageTakenIn, Misdirection
from kontaktpunkt.domain.events.office import SheetIssued
from kontaktpunkt.domain.events.reconciliation import (
    Finding,
    FindingDecision,
    OverviewCompared,
    SourceReconciled,
)
from kontaktpunkt.domain.person.facts import Address, PersonNumber, Protection, Sex
from kontaktpunkt.domain.staff import OnWord, Receiver, Role, WithUs
from kontaktpunkt.domain.times import Instant


class MessageStage(StrEnum):
    """How far a message has come with us; only `done` and `dismissed` leave the shared list."""

    OPEN = "open"
    WAITING = "waiting"
    DONE = "done"
    DISMISSED = "dismissed"


class MessageState(Struct, frozen=True, kw_only=True):
    """One incoming or set-aside original with all that was done about it."""

    taken_in: MessageTakenIn | None = None
    set_aside: MessageSetAside | None = None
    received_at: Instant = Instant(0)
    received_by: UUID | None = None
    stage: MessageStage = MessageStage.OPEN
    case: UUID | None = None
    person: UUID | None = None
    owner: UUID | None = None
    taken_at: Instant | None = None
    receiver: Receiver | None = None
    acknowledged_at: Instant | None = None
    acknowledged_by: UUID | None = None
    deferred_until: Instant | None = None
    awaits_answer: bool = False
    misdirected: Misdirection | None = None
    done_at: Instant | None = None
    done_by: UUID | None = None
    corrected_by: UUID | None = None
    cancelled_by: UUID | None = None
    completed_as: UUID | None = None
    voided: bool = False
    frozen: bool = False


class Fact(Struct, frozen=True):
    """Something that a message said about the case, and when it came to us."""

    noted_at: Instant
    body: Noticed


class StepState(Struct, frozen=True):
    """A planning step: done or not, by whom, on whose word, when."""

    step: str
    done: bool
    by: UUID | None
    at: Instant
    on_word: OnWord | None = None


class DocumentationItem(Struct, frozen=True):
    """Something to document in the region's system, with its text; `documented_at` when ticked."""

    item: UUID
    system: str
    text: str
    due_since: Instant
    documented_at: Instant | None = None
    documented_by: UUID | None = None


class CaseState(Struct, frozen=True, kw_only=True):
    """One stay or matter: what was said about it and what we did.

    `facts` holds everything that messages said, in order of arrival, also what was later replaced
    or cancelled; `stay.current` says what holds. `voided`: what opened the case was taken back and
    nothing else stands in it; it stays readable and is not open.
    """

    person: UUID | None = None
    case_kind: CaseKind = CaseKind.INPATIENT
    opened_at: Instant = Instant(0)
    stay_ids: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    moved_away: frozenset[UUID] = frozenset()
    responsible: UUID | None = None
    receiver: Receiver | None = None
    steps: tuple[StepState, ...] = ()
    documentation: tuple[DocumentationItem, ...] = ()
    closed_at: Instant | None = None
    voided: bool = False
    frozen: bool = False


class PersonState(Struct, frozen=True, kw_only=True):
    """A person as known to us; `former_numbers` are wrong or reserve numbers that were replaced.

    `voided`: all that said who it is was taken back; it stays readable and is offered to nobody.
    `said_at` holds when each of the fields that later words replace was last spoken of.
    """

    numbers: tuple[PersonNumber, ...] = ()
    former_numbers: tuple[PersonNumber, ...] = ()
    given_name: str = ""
    family_name: str = ""
    birth_date: date | None = None
    sex: Sex | None = None
    addresses: tuple[Address, ...] = ()
    phone: str = ""
    protection: Protection = Protection.NONE
    home_municipality: str = ""
    deceased: bool = False
    with_us: WithUs | None = None
    said_at: tuple[tuple[str, Instant], ...] = ()
    voided: bool = False
    frozen: bool = False

    @property
    def is_anybody(self) -> bool:
        """Say whether anything tells who the person is."""
        return bool(self.numbers or self.given_name or self.family_name)

    @property
    def name(self) -> str:
        """Give the name as one line."""
        return " ".join(part for part in (self.given_name, self.family_name) if part)

    @property
    def number(self) -> PersonNumber | None:
        """Give the number that the person goes by now."""
        return self.numbers[0] if self.numbers else None

    @property
    def is_protected(self) -> bool:
        """Say whether the identity is protected in any way."""
        return self.protection is not Protection.NONE


class StaffState(Struct, frozen=True, kw_only=True):
    """A member of staff."""

    name: str = ""
    role: Role = Role.CONTACT_POINT
    unit: str = ""


class SheetState(Struct, frozen=True, kw_only=True):
    """A numbered paper."""

    issued: SheetIssued | None = None
    issued_at: Instant = Instant(0)
    issued_by: UUID | None = None
    voided_at: Instant | None = None


class Settlement(Struct, frozen=True):
    """How one finding of a round was settled, when and by whom; the messages made of it."""

    finding: int
    decision: FindingDecision
    at: Instant
    by: UUID | None
    messages: tuple[UUID, ...] = ()


class RoundState(Struct, frozen=True, kw_only=True):
    """A round of our list against the region's system: found, settled, signed.

    `voided`: the comparison was taken back; it stays readable and is not gone on with.
    """

    compared: OverviewCompared | None = None
    compared_at: Instant = Instant(0)
    compared_by: UUID | None = None
    settled: tuple[Settlement, ...] = ()
    reconciled: SourceReconciled | None = None
    reconciled_at: Instant = Instant(0)
    reconciled_by: UUID | None = None
    voided: bool = False
    frozen: bool = False

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Give what was found."""
        return self.compared.findings if self.compared else ()

    @property
    def open_findings(self) -> frozenset[int]:
        """Give the findings (by number) that nobody has settled."""
        settled = {settlement.finding for settlement in self.settled}
        return frozenset(finding.no for finding in self.findings if finding.no not in settled)


class PolicyState(Struct, frozen=True, kw_only=True):
    """Which municipality and profile the store was founded for, and its own values by key."""

    municipality: str = ""
    profile: str = ""
    demo: bool = False
    founded_at: Instant | None = None
    own_values: tuple[tuple[str, str], ...] = ()
    recovery_printed_at: Instant | None = None


State = MessageState | CaseState | PersonState | StaffState | SheetState | RoundState | PolicyState
