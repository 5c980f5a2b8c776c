"""What happens to staff, to the policy of the municipality, to papers and in the access log."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.domain.staff import Role


class StaffAdded(Body, frozen=True, kw_only=True):
    """Somebody works here: name, role, unit."""

    name: str
    role: Role
    unit: str = ""


class StoreFounded(Body, frozen=True, kw_only=True):
    """A municipality started to use the program with a rule profile."""

    municipality: str
    profile: str
    demo: bool = False


class SettingChanged(Body, frozen=True, kw_only=True):
    """A value of the profile was changed by the municipality itself; `value` is its JSON text.

    It holds from `valid_from` on, None = from ever, until a later day's value of the same key; one
    of the same day replaces it. JSON null: the municipality sets no value. `follows_profile`: from
    that day on the profile's own value holds again. `source` is the decision or the instrument,
    `confirmed_by` the name of who answers for the value.
    """

    key: str
    value: str
    valid_from: date | None = None
    source: str = ""
    confirmed_by: str = ""
    follows_profile: bool = False


class RecoverySheetPrinted(Body, frozen=True, kw_only=True):
    """Somebody printed or saved the recovery sheet of the store."""


class SheetDirection(StrEnum):
    """Who says something with the paper."""

    WE_SEND = "we_send"
    TOLD_BY_PHONE = "told_by_phone"
    OWN_USE = "own_use"
    SHARED = "shared"


class SheetMedium(StrEnum):
    """Whether the sheet went to a printer or to a file."""

    PRINTED = "printed"
    SAVED = "saved"


class SheetIssued(Body, frozen=True, kw_only=True):
    """A numbered paper was printed or saved (PDL 3 kap. 11 §: who, when, why, for whom).

    `outage` is the stop (driftstopp) that it was given out in; `exercise`: it is only practice, and
    `dummy` the made-up name that it was filled in for.
    `second_eyes`: it is settled first when somebody else has checked the entry. `by_name` is who
    gave it out of the contingency copy, by the name that she said.
    """

    form: str
    form_version: str
    number: str
    direction: SheetDirection
    medium: SheetMedium
    case: UUID | None = None
    person: UUID | None = None
    blank: bool = False
    purpose: str = ""
    outage: UUID | None = None
    exercise: bool = False
    second_eyes: bool = False
    dummy: str = ""
    by_name: str = ""


class SheetVoided(Body, frozen=True, kw_only=True):
    """A numbered paper is not to be used (makulerad)."""

    reason: str = ""


class AccessKind(StrEnum):
    """What was done with a person's data (HSLF-FS 2016:40 4 kap. 9 §)."""

    READ = "read"
    SEARCH = "search"
    LIST = "list"
    PRINT = "print"
    EXPORT = "export"
    DENIED = "denied"
    LIFTED = "lifted"


class AccessNoted(Body, frozen=True, kw_only=True):
    """Somebody saw, searched, printed or exported: what, whose, from which unit, for what purpose.

    `os_account` names the operating system's account when the program was used from the command
    line without a chosen user.
    """

    access: AccessKind
    person: UUID | None = None
    case: UUID | None = None
    unit: str = ""
    purpose: str = ""
    filter: str = ""
    count: int = 0
    os_account: str = ""
