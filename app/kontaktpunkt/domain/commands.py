"""Wishes of staff, in the imperative: what somebody wants to be done, as frozen values."""

from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.events.case import CallDirection
from kontaktpunkt.domain.events.message import Misdirection
from kontaktpunkt.domain.events.office import SheetDirection, SheetMedium
from kontaktpunkt.domain.events.reconciliation import FindingDecision, OverviewCompared
from kontaktpunkt.domain.person.facts import PersonFacts, PersonNumber
from kontaktpunkt.domain.staff import OnWord, Receiver, Role, WithUs
from kontaktpunkt.domain.times import Instant


class Command(Struct, frozen=True, kw_only=True):
    """A wish; `at` is when it happened if that was not now (microseconds UTC)."""

    at: Instant | None = None


class TakeMessage(Command, frozen=True, kw_only=True):
    """Make the message mine; an unowned case comes with it (ta)."""

    message: UUID


class AcknowledgeMessage(Command, frozen=True, kw_only=True):
    """Note that the message is acknowledged in the region's own system (kvitterat)."""

    message: UUID
    system: str


class HandOverMessage(Command, frozen=True, kw_only=True):
    """Hand the message to a colleague, a unit or a role (lämna till)."""

    message: UUID
    to: Receiver
    note: str = ""


class DeferMessage(Command, frozen=True, kw_only=True):
    """Let the message wait until a time, or without one until an answer comes (senare)."""

    message: UUID
    until: Instant | None = None
    note: str = ""


class MarkMisdirected(Command, frozen=True, kw_only=True):
    """Note that the message was not for us and what was done with it (felsänt)."""

    message: UUID
    way: Misdirection
    to: str = ""
    note: str = ""


class FinishMessage(Command, frozen=True, kw_only=True):
    """Say that the message is done (klar)."""

    message: UUID
    note: str = ""


class ReopenMessage(Command, frozen=True, kw_only=True):
    """Open a message again that was done."""

    message: UUID
    note: str = ""


class DismissSetAside(Command, frozen=True, kw_only=True):
    """Say that a set-aside original does not belong here (hör inte hit), and why."""

    message: UUID
    note: str


class MoveMessage(Command, frozen=True, kw_only=True):
    """Move a message to another person; `case` is hers, or a new id when she has none open."""

    message: UUID
    person: UUID
    case: UUID
    opens_case: bool = False


class TakeCase(Command, frozen=True, kw_only=True):
    """Make me responsible for the case."""

    case: UUID


class HandOverCase(Command, frozen=True, kw_only=True):
    """Hand the case to a colleague, a unit or a role."""

    case: UUID
    to: Receiver


class LogCall(Command, frozen=True, kw_only=True):
    """Note a phone call, also an unanswered one (ring/registrera samtal)."""

    case: UUID
    direction: CallDirection = CallDirection.OUT
    counterpart: str = ""
    phone: str = ""
    answered: bool = True
    read_back: bool = False
    text: str = ""


class AddNote(Command, frozen=True, kw_only=True):
    """Add a working note to the case (notering)."""

    case: UUID
    text: str


class NoteDeviation(Command, frozen=True, kw_only=True):
    """Note a deviation from what was agreed (avvikelse)."""

    case: UUID
    code: str
    text: str = ""


class TickStep(Command, frozen=True, kw_only=True):
    """Tick a planning step, my own or on somebody's word (enligt uppgift från)."""

    case: UUID
    step: str
    on_word: OnWord | None = None


class UntickStep(Command, frozen=True, kw_only=True):
    """Take the tick from a planning step."""

    case: UUID
    step: str


class RequestDocumentation(Command, frozen=True, kw_only=True):
    """Put a text on the list of what is to be documented in the region's system."""

    case: UUID
    item: UUID
    system: str
    text: str


class TickDocumented(Command, frozen=True, kw_only=True):
    """Note that the item has been documented in the region's system (dokumenterat)."""

    case: UUID
    item: UUID


class CloseCase(Command, frozen=True, kw_only=True):
    """Say that nothing more is to be done in the case."""

    case: UUID
    note: str = ""


class ReopenCase(Command, frozen=True, kw_only=True):
    """Open a closed case again."""

    case: UUID


class DescribePerson(Command, frozen=True, kw_only=True):
    """Add what we have been told about a person."""

    person: UUID
    facts: PersonFacts


class CorrectNumber(Command, frozen=True, kw_only=True):
    """Put the right number in place of a wrong one; the wrong one stays readable."""

    person: UUID
    wrong: PersonNumber
    right: PersonNumber


class SetWithUs(Command, frozen=True, kw_only=True):
    """Write down who the person is with us (hos oss)."""

    person: UUID
    with_us: WithUs


class AddStaff(Command, frozen=True, kw_only=True):
    """Add somebody who works here."""

    staff: UUID
    name: str
    role: Role
    unit: str = ""


class ChangeSetting(Command, frozen=True, kw_only=True):
    """Change a value of the profile for this municipality; `value` is JSON text."""

    key: str
    value: str


class NoteRecoveryPrinted(Command, frozen=True, kw_only=True):
    """Note that the recovery sheet has been printed or saved."""


class IssueSheet(Command, frozen=True, kw_only=True):
    """Give a paper its number and enter it in the register."""

    sheet: UUID
    number: str
    form: str
    form_version: str
    direction: SheetDirection
    medium: SheetMedium
    case: UUID | None = None
    person: UUID | None = None
    blank: bool = False
    purpose: str = ""


class VoidSheet(Command, frozen=True, kw_only=True):
    """Say that a numbered paper is not to be used (makulera)."""

    sheet: UUID
    reason: str = ""


class CompareOverview(Command, frozen=True, kw_only=True):
    """Begin a round with what comparing the region's overview with our list found."""

    round: UUID
    compared: OverviewCompared


class SettleFindings(Command, frozen=True, kw_only=True):
    """Settle findings of a round in one way; `messages` are those that come of it."""

    round: UUID
    decision: FindingDecision
    findings: tuple[int, ...] = ()
    messages: tuple[UUID, ...] = ()


class SignRound(Command, frozen=True, kw_only=True):
    """Sign a round (avstämt); `answered` are findings that our own list answers by now."""

    round: UUID
    answered: tuple[int, ...] = ()


class TakeBack(Command, frozen=True, kw_only=True):
    """Take back an earlier act (ångra)."""

    act: UUID
