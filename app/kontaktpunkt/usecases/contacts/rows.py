"""What screens get of the register, of who somebody is with us, and of a list that is read in."""

from enum import StrEnum
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.contacts.shapes import ContactFacts, ContactRole, UnitFacts, Upkeep
from kontaktpunkt.domain.person.facts import PersonNumber
from kontaktpunkt.domain.staff import Receiver, Role, WithUs
from kontaktpunkt.domain.states import CallTest


class ContactLine(Struct, frozen=True, kw_only=True):
    """Somebody to ring, as the register has her."""

    contact: UUID
    facts: ContactFacts
    upkeep: Upkeep = Upkeep()
    tested: CallTest | None = None
    retired: bool = False


class UnitLine(Struct, frozen=True, kw_only=True):
    """A unit with those to ring there, in the order of their roles."""

    unit: UUID
    facts: UnitFacts
    upkeep: Upkeep = Upkeep()
    tested: CallTest | None = None
    retired: bool = False
    people: tuple[ContactLine, ...] = ()


class Register(Struct, frozen=True, kw_only=True):
    """All units by name, those in use first, and those to ring who belong to no unit in use."""

    units: tuple[UnitLine, ...] = ()
    others: tuple[ContactLine, ...] = ()

    def unit(self, unit: UUID | None) -> UnitLine | None:
        """Give a unit by its id."""
        return next((line for line in self.units if line.unit == unit), None)


class WithUsPage(Struct, frozen=True, kw_only=True):
    """Who somebody is with us: her own lines, filled up from the register, or what is proposed.

    `proposed` are the units that her address gives: several where it is not told apart.
    """

    own: WithUs | None = None
    shown: WithUs | None = None
    proposed: tuple[UnitLine, ...] = ()


class Proposed(Struct, frozen=True, kw_only=True):
    """Somebody to hand to, from who the person is with us; `asked` by the step for this message.

    `role` is as what she is asked, `title` what she is called at the unit.
    """

    to: Receiver
    name: str
    unit: str = ""
    role: Role | None = None
    title: ContactRole | None = None
    phone: str = ""
    asked: bool = False


class ListKind(StrEnum):
    """What a list that is read in is about."""

    UNITS = "units"
    PERSONS = "persons"


class LineFate(StrEnum):
    """What a line of a list gives."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    FAULTY = "faulty"


class LineFaultReason(StrEnum):
    """Why a line cannot be read in; `values` of the line are told beside each."""

    NO_UNIT = "no_unit"
    UNKNOWN_KIND = "unknown_kind"  # values: what was written
    BAD_PHONE = "bad_phone"  # values: what was written, why
    PHONE_WITHOUT_NAME = "phone_without_name"  # values: the column
    BAD_AREA = "bad_area"  # values: what was written
    BAD_DATE = "bad_date"  # values: what was written
    FORMULA = "formula"  # values: the column
    NO_SUCH_UNIT = "no_such_unit"  # values: what was written
    BAD_NUMBER = "bad_number"  # values: why; never the number
    SAID_TWICE = "said_twice"  # values: the line that said it before
    TOO_LATE = "too_late"  # past the longest list


class LineFault(Struct, frozen=True):
    """What is wrong with a line, and the values that the sentence needs."""

    reason: LineFaultReason
    values: tuple[str, ...] = ()


class ImportLine(Struct, frozen=True, kw_only=True):
    """One line of a list: its number in the file, about what, and what comes of it.

    `changes` name the columns that say something new; `notes` what was understood with care;
    `text` is the line as it was, for whoever is to put it right.
    """

    no: int
    fate: LineFate
    name: str = ""
    number: PersonNumber | None = None
    faults: tuple[LineFault, ...] = ()
    changes: tuple[str, ...] = ()
    notes: tuple["LineNote", ...] = ()
    text: str = ""


class LineNote(StrEnum):
    """What was understood with care, and is told."""

    ZERO_ADDED = "zero_added"
    TWO_NUMBERS = "two_numbers"
    NEW_PERSON = "new_person"
    SAME_UNIT = "same_unit"


class ImportPage(Struct, frozen=True, kw_only=True):
    """A list as it would be read in: understood columns, and what each line gives."""

    kind: ListKind
    lines: tuple[ImportLine, ...]
    head: str = ""
    unread_columns: tuple[str, ...] = ()
    sheet: str = ""
    other_sheets: tuple[str, ...] = ()

    def count(self, fate: LineFate) -> int:
        """Count the lines of a fate."""
        return sum(line.fate is fate for line in self.lines)
