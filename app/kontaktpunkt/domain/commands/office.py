"""What staff may want for staff, settings and papers."""

from datetime import date
from uuid import UUID

from kontaktpunkt.domain.commands.command import Command
from kontaktpunkt.domain.events.office import SheetDirection, SheetMedium
from kontaktpunkt.domain.staff import Role


class AddStaff(Command, frozen=True, kw_only=True):
    """Add somebody who works here."""

    staff: UUID
    name: str
    role: Role
    unit: str = ""


class ChangeSetting(Command, frozen=True, kw_only=True):
    """Change a value of the profile for this municipality from a day on; `value` is JSON text.

    Without day from ever; `follows_profile` goes back to what the profile says.
    """

    key: str
    value: str = "null"
    valid_from: date | None = None
    source: str = ""
    confirmed_by: str = ""
    follows_profile: bool = False


class NoteRecoveryPrinted(Command, frozen=True, kw_only=True):
    """Note that the recovery sheet has been printed or saved."""


class IssueSheet(Command, frozen=True, kw_only=True):
    """Give a paper its number and enter it in the register, and in the stop that it is for.

    `dummy` is the made-up name on a paper of an exercise; `by_name` who gave it out of the
    contingency copy, by the name that she said.
    """

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
    outage: UUID | None = None
    dummy: str = ""
    by_name: str = ""


class VoidSheet(Command, frozen=True, kw_only=True):
    """Say that a numbered paper is not to be used (makulera)."""

    sheet: UUID
    reason: str = ""
