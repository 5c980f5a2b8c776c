"""What staff may want to be done in a case."""

from uuid import UUID

from kontaktpunkt.domain.commands.command import Command
from kontaktpunkt.domain.events.case import CallDirection
from kontaktpunkt.domain.staff import OnWord, Receiver


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
    """Note that the item has been documented in the region's system (dokumenterat).

    `request` is under whose id the care request lies that the item is, where she is joined.
    """

    case: UUID
    item: UUID
    request: UUID | None = None


class CloseCase(Command, frozen=True, kw_only=True):
    """Say that nothing more is to be done in the case."""

    case: UUID
    note: str = ""


class ReopenCase(Command, frozen=True, kw_only=True):
    """Open a closed case again."""

    case: UUID
