"""What screens ask about units and contacts, and about who somebody is with us."""

from typing import Protocol
from uuid import UUID

from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.usecases.answers import Done, PaperPreview
from kontaktpunkt.usecases.contacts.editing import UnitEdit
from kontaktpunkt.usecases.contacts.rows import ImportPage, Proposed, Register, WithUsPage
from kontaktpunkt.usecases.contacts.sheets import SheetFault
from kontaktpunkt.usecases.phone_lists.numbers import NumbersPage, NumbersWaiting
from kontaktpunkt.usecases.phone_lists.papers import PhoneListKind


class Contacts(Protocol):
    """What screens ask about units and contacts, and about who somebody is with us."""

    def register(self) -> Register:
        """Give all units and contacts; no person's data is in it."""
        ...

    def numbers(self) -> NumbersPage:
        """Give every number of the register, those first that are to be rung first to be checked.

        It says which of them I answer for; no person's data is in it.
        """
        ...

    def numbers_waiting(self) -> NumbersWaiting:
        """Count the numbers that I am to check: old ones, and those that soon will be."""
        ...

    def phone_list(self, kind: PhoneListKind, unit: UUID | None = None) -> PaperPreview:
        """Make a phone list for paper; an old one has the words across it."""
        ...

    def with_us(self, person: UUID) -> WithUsPage:
        """Say who somebody is with us, or what her address proposes; part of her case's page."""
        ...

    def proposed_receivers(self, person: UUID, kind: MessageKind | None) -> tuple[Proposed, ...]:
        """Propose to whom a message of this kind about somebody is handed, her unit first."""
        ...

    def save_unit(self, edit: UnitEdit) -> Done | Refused:
        """Let the register say of a unit and its people what a form says, in one act."""
        ...

    def read_contact_list(self, data: bytes) -> ImportPage | SheetFault:
        """Show what a list of units, or of persons, would give; nothing is changed."""
        ...

    def take_contact_list(self, data: bytes) -> Done | Refused | SheetFault:
        """Read a list in: all its good lines in one act; a list of persons is noted."""
        ...
