"""Reading a list in: first as it would be, then in one act that can be undone as one."""

from msgspec import Struct

from kontaktpunkt.domain.commands import Command
from kontaktpunkt.usecases.contacts.columns import Heading, find_heading
from kontaktpunkt.usecases.contacts.person_list import PersonList
from kontaktpunkt.usecases.contacts.register import register_of
from kontaktpunkt.usecases.contacts.rows import (
    ImportLine,
    ImportPage,
    LineFate,
    LineFault,
    LineFaultReason,
    ListKind,
)
from kontaktpunkt.usecases.contacts.sheets import Sheet, SheetFault
from kontaktpunkt.usecases.contacts.unit_list import UnitList
from kontaktpunkt.usecases.keeping.workroom import Workroom


class Readable(Struct, frozen=True):
    """A list as it would be read in, and the wishes that it comes to."""

    page: ImportPage
    wishes: tuple[Command, ...]


def read_list(room: Workroom, sheet: Sheet | SheetFault) -> Readable | SheetFault:
    """Hold a table against the register, or say why it is no list that can be read in."""
    if isinstance(sheet, SheetFault):
        return sheet
    heading = find_heading(sheet.lines)
    if heading is None:
        return SheetFault.NO_HEADING
    register = register_of(room.store)
    taking = (
        UnitList(register, heading, room.keys.id_key)
        if heading.kind is ListKind.UNITS
        else PersonList(room, register, heading)
    )
    below = [line for line in sheet.lines if line.no > heading.line.no]
    lines = [taking.take(line) for line in below]
    if isinstance(taking, UnitList):
        lines = [taking.settled(line) for line in lines]
    if sheet.cut:
        lines.append(_cut(lines))
    return Readable(_page(sheet, heading, lines), tuple(taking.wishes()))


def _page(sheet: Sheet, heading: Heading, lines: list[ImportLine]) -> ImportPage:
    return ImportPage(
        kind=heading.kind,
        lines=tuple(lines),
        head="\t".join(heading.line.cells),
        unread_columns=heading.unread,
        sheet=sheet.name,
        other_sheets=sheet.others,
    )


def _cut(lines: list[ImportLine]) -> ImportLine:
    """Say that the list goes on beyond what is read at a time."""
    no = lines[-1].no + 1 if lines else 1
    return ImportLine(no=no, fate=LineFate.FAULTY, faults=(LineFault(LineFaultReason.TOO_LATE),))
