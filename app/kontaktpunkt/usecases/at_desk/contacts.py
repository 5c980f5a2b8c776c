"""Units and contacts at a desk: the register, who somebody is with us, lists that are read in."""

from uuid import UUID

from kontaktpunkt.domain.events.office import AccessKind, AccessNoted
from kontaktpunkt.domain.ledger.subjects import contact_subject, person_subject
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.profile.duty import day_kind
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.staff import WithUs
from kontaktpunkt.domain.states import PersonState
from kontaktpunkt.domain.times import local_day
from kontaktpunkt.usecases import acting
from kontaktpunkt.usecases.at_desk.office import Office
from kontaktpunkt.usecases.contacts.editing import UnitEdit, wishes_of
from kontaktpunkt.usecases.contacts.proposing import (
    asked_roles,
    proposed_receivers,
    with_us_page,
)
from kontaktpunkt.usecases.contacts.reading_in import Readable, read_list
from kontaktpunkt.usecases.contacts.register import register_of
from kontaktpunkt.usecases.contacts.rows import (
    ImportPage,
    ListKind,
    Proposed,
    Register,
    WithUsPage,
)
from kontaktpunkt.usecases.contacts.sheets import SheetFault
from kontaktpunkt.usecases.desk import Done
from kontaktpunkt.usecases.joining.joined import Looking, whole_person
from kontaktpunkt.usecases.keeping import access
from kontaktpunkt.usecases.keeping.renew import renew
from kontaktpunkt.usecases.keeping.workroom import Workroom
from kontaktpunkt.usecases.spreading import may_see_person

_LISTED = "lista över hos oss"


class ContactDesk(Office):
    """What is asked about units and contacts."""

    def register(self) -> Register:
        """Give all units and contacts; no person's data is in it."""
        with self.outside.store.reading() as store:
            return register_of(store)

    def with_us(self, person: UUID) -> WithUsPage:
        """Say who somebody is with us, or what her address proposes; part of her case's page."""
        with self.reading() as reading:
            return with_us_page(self._seen(reading, person), register_of(reading.store))

    def proposed_receivers(self, person: UUID, kind: MessageKind | None) -> tuple[Proposed, ...]:
        """Propose to whom a message of this kind about somebody is handed, her unit first."""
        today = day_kind(local_day(self.now()), self.rules.days)
        asked = asked_roles(self.profile().steps, kind, today)
        with self.reading() as reading:
            register = register_of(reading.store)
            page = with_us_page(self._seen(reading, person), register)
            staff = reading.store.staff_rows()
        unit = register.unit(page.own.unit_id) if page.own is not None else None
        return proposed_receivers(page, unit, asked, staff)

    def _seen(self, looking: Looking, person: UUID) -> PersonState:
        """Give the person as I may see her: of a protected one who is not mine only her unit."""
        whole = whole_person(looking, person) or PersonState()
        if may_see_person(looking, person, self.my_id):
            return whole
        own = whole.with_us or WithUs()
        unit = WithUs(unit_id=own.unit_id, unit=own.unit, unknown_to_us=own.unknown_to_us)
        return PersonState(protection=whole.protection, with_us=unit, deceased=whole.deceased)

    def save_unit(self, edit: UnitEdit) -> Done | Refused:
        """Let the register say of a unit and its people what a form says, in one act."""
        with self.room() as room:
            wishes = wishes_of(edit, register_of(room.store), room.tools.new_id)
            act = acting.perform(room, wishes)
            if isinstance(act, Refused):
                return act
            changed = renew(room)
        return Done(act=act, changed=changed, commands=tuple(wishes))

    def read_contact_list(self, data: bytes) -> ImportPage | SheetFault:
        """Show what a list of units, or of persons, would give; nothing is changed."""
        sheet = self.outside.read_sheet(data)
        with self.room() as room:
            found = read_list(room, sheet)
            if isinstance(found, SheetFault):
                return found
            _note(room, found.page)
            return found.page

    def take_contact_list(self, data: bytes) -> Done | Refused | SheetFault:
        """Read a list in: all its good lines in one act; a list of persons is noted."""
        sheet = self.outside.read_sheet(data)
        with self.room() as room:
            found = read_list(room, sheet)
            if isinstance(found, SheetFault):
                return found
            if not found.wishes:
                return Refused(reason=RefusalReason.NOTHING_NEW)
            _fetch(room, found)
            act = acting.perform(room, found.wishes)
            if isinstance(act, Refused):
                return act
            changed = renew(room)
            _note(room, found.page)
        return Done(act=act, changed=changed, commands=found.wishes)


def _fetch(room: Workroom, found: Readable) -> None:
    """Read in one go what the wishes are about."""
    contacts = (getattr(wish, "contact", None) for wish in found.wishes)
    persons = (getattr(wish, "person", None) for wish in found.wishes)
    room.fetch(contact_subject(each) for each in contacts if each is not None)
    room.fetch(person_subject(each) for each in persons if each is not None)


def _note(room: Workroom, page: ImportPage) -> None:
    """Note that a list of persons was looked at: it tells who is known here."""
    if page.kind is ListKind.PERSONS and page.lines:
        noted = AccessNoted(access=AccessKind.LIST, filter=_LISTED, count=len(page.lines))
        access.note(room, noted)
