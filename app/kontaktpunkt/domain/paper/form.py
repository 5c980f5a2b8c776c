"""A paper form as data: its blocks and fields, where their values come from and where they go."""

from enum import StrEnum

from msgspec import Struct

from kontaktpunkt.domain.events.office import SheetDirection
from kontaktpunkt.domain.message_kind import MessageKind

COLUMNS = 12
"""A row of a form is twelve parts wide; fields fill it from the left."""

SOURCES = frozenset({
    "person.name", "person.number", "person.birth_date", "person.address", "person.phone",
    "person.next_of_kin", "person.next_of_kin_phone", "person.important_to_me",
    "stay.hospital", "stay.ward", "stay.ward_phone", "stay.admitted_on", "stay.admitted_time",
    "stay.expected_discharge", "stay.ready_on", "stay.ready_time", "stay.discharged_on",
    "stay.discharged_time", "stay.discharged_to", "stay.track", "stay.consent",
    "stay.named_care_contact", "stay.named_care_contact_phone",
    "with_us.unit", "with_us.unit_phone", "with_us.unit_manager", "with_us.unit_manager_phone",
    "with_us.nurse", "with_us.nurse_phone", "with_us.therapist", "with_us.therapist_phone",
    "with_us.caseworker", "with_us.caseworker_phone", "with_us.named_care_contact",
    "with_us.named_care_contact_phone",
    "our.municipality", "our.unit", "our.phone",
    "me.name", "me.role",
    "now.date", "now.time",
    "system.name", "region.name",
})  # fmt: skip
"""Everything a form can be filled with; forms/README.md explains each."""

PLACEHOLDERS = {
    "system": ("system.name", "regionens system"),
    "region": ("region.name", "regionen"),
    "municipality": ("our.municipality", "kommunen"),
}
"""Words in braces in a form's texts: the source of each, and what stands there without it."""

_TELLS_WHERE = frozenset({
    "person.address", "person.phone", "person.next_of_kin", "person.next_of_kin_phone",
})  # fmt: skip


class FieldKind(StrEnum):
    """What a field asks for, which decides how it looks on paper and on the screen."""

    TEXT = "text"
    DATE = "date"
    TIME = "time"
    PHONE = "phone"
    PERSON_NUMBER = "person_number"
    CHECK = "check"
    CHOICE = "choice"
    CHOICES = "choices"
    SIGNATURE = "signature"
    TABLE = "table"
    WORDS = "words"


class Option(Struct, frozen=True, forbid_unknown_fields=True):
    """One of the boxes to choose among."""

    key: str
    label: str


class TableColumn(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A column of a table in a form; `box` draws a box to tick in each row instead of text."""

    key: str
    label: str
    width: int = 1
    box: bool = False


class Field(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One thing that the form asks for; `width` in twelfths of a row, `lines` to write on.

    `source` names what fills it beforehand, `back_entry` where it goes when the paper is entered
    afterwards. `least_lines` is what may be left when the page is short; `grow` takes what is over.
    `tells_where` keeps it off the paper of a protected person; address and phone always are.
    """

    key: str
    label: str
    kind: FieldKind = FieldKind.TEXT
    source: str = ""
    back_entry: str = ""
    required: bool = False
    width: int = COLUMNS
    lines: int = 1
    least_lines: int = 1
    grow: bool = False
    tells_where: bool = False
    options: tuple[Option, ...] = ()
    columns: tuple[TableColumn, ...] = ()
    rows: int = 0
    row_labels: tuple[str, ...] = ()


class Block(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Fields that belong together under a heading; the block `person` always comes first."""

    key: str
    title: str
    field: tuple[Field, ...]


class FormDefinition(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A form: number (R2), version, title, where it comes from, and its blocks in order.

    `pages` is how many pages it is meant to fill; the layout tightens before it takes one more.
    `documented` says who documents the contents where, and what becomes of the paper.
    `stands_for` names the messages that it stands in for; each has one form at most.
    """

    number: str
    version: str
    title: str
    direction: SheetDirection
    block: tuple[Block, ...]
    source: str = ""
    documented: str = ""
    pages: int = 1
    confirmed: str = ""
    stands_for: tuple[MessageKind, ...] = ()


def fields_of(definition: FormDefinition) -> tuple[Field, ...]:
    """Give all fields in the order of the paper."""
    return tuple(field for block in definition.block for field in block.field)


def is_hidden_for_protected(field: Field) -> bool:
    """Tell whether a field must stay empty for a protected identity (OSL 22 kap. 1 §)."""
    return field.tells_where or field.source in _TELLS_WHERE


def is_about_us(field: Field) -> bool:
    """Tell whether a field says who we are, which also a blank copy may say."""
    return field.source.startswith(("our.", "system.", "region."))
