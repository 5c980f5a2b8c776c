"""What staff may want to be done in a 23-timmars matter."""

from uuid import UUID

from kontaktpunkt.domain.commands.command import Command
from kontaktpunkt.domain.events.case import CaseKind
from kontaktpunkt.domain.events.emergency import ContactWay, EmergencyOutcome
from kontaktpunkt.domain.staff import OnWord


class NotePatientContact(Command, frozen=True, kw_only=True):
    """Note that the caseworker has reached the person, or tried to without answer."""

    case: UUID
    answered: bool = True
    way: ContactWay = ContactWay.PHONE
    counterpart: str = ""
    phone: str = ""
    text: str = ""
    on_word: OnWord | None = None


class NoteEmergencyOutcome(Command, frozen=True, kw_only=True):
    """Note where the person went, which closes the case, or that she is still there."""

    case: UUID
    outcome: EmergencyOutcome
    text: str = ""


class CorrectCaseKind(Command, frozen=True, kw_only=True):
    """Say what kind of case it really is, and why."""

    case: UUID
    case_kind: CaseKind
    reason: str
