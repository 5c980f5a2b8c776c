"""What a contingency copy holds: values, never pages, so that paper is drawn when it is needed."""

from collections.abc import Mapping
from typing import cast
from uuid import UUID

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from kontaktpunkt.domain.paper.form import FormDefinition
from kontaktpunkt.domain.paper.printout import ListDocument, PaperValue, PrintFoot
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.outages.packet.knowledge import Piece
from kontaktpunkt.usecases.outages.packet.lists import people_list
from kontaktpunkt.usecases.outages.packet.people import PacketPerson
from kontaktpunkt.usecases.rows import CaseRow

KeptValue = str | bool | tuple[str | tuple[str, ...], ...]
"""A PaperValue as it is read back: chosen options and the rows of a table are both tuples."""


class PersonKept(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Somebody in hospital: as she stands on the screen, and what fills a form about her.

    A protected person has neither name nor number here, and no values that place her. `forms` are
    the numbers of those that are filled in for her when everything is printed; `row` and `known`
    make her line in the list, with the age of what is known when it is printed.
    """

    case: UUID
    person: UUID | None = None
    name: str
    surname: str = ""
    number: str = ""
    where: str = ""
    how_far: str = ""
    protected: bool = False
    row: CaseRow
    phone_with_us: str = ""
    known: tuple[Piece, ...] = ()
    values: Mapping[str, KeptValue] = {}
    forms: tuple[str, ...] = ()


class StaffKept(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Somebody who works here, with her role in words: it stands on the forms that she prints."""

    name: str
    role: str = ""


class ContingencyPacket(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """All that is needed to go on by phone and paper for a day, as it was when it was made.

    `ours` is what also a blank form says; `blanks` how many blank copies everything printed holds;
    `expected_days` within how many days somebody is expected to be ready.
    """

    made_at: Instant
    made_by: str = ""
    municipality: str = ""
    demo: bool = False
    people: tuple[PersonKept, ...] = ()
    staff: tuple[StaffKept, ...] = ()
    expected_days: int | None = None
    phone_lists: tuple[ListDocument, ...] = ()
    forms: tuple[FormDefinition, ...] = ()
    ours: Mapping[str, KeptValue] = {}
    blanks: Mapping[str, int] = {}

    def papers(self, foot: PrintFoot, now: Instant) -> tuple[ListDocument, ...]:
        """Give the lists as they are printed now: first who is in hospital, then whom to phone."""
        people = people_list([_line(one) for one in self.people], foot, now, self.expected_days)
        return (people, *(replace(each, foot=foot) for each in self.phone_lists))

    def form(self, number: str) -> FormDefinition | None:
        """Give a form by its number."""
        return next((one for one in self.forms if one.number == number), None)

    def of(self, case: UUID) -> PersonKept | None:
        """Give somebody by her case."""
        return next((one for one in self.people if one.case == case), None)


def _line(one: PersonKept) -> PacketPerson:
    return PacketPerson(
        row=one.row,
        phone_with_us=one.phone_with_us,
        known=one.known,
        name=one.name,
        surname=one.surname,
        person=one.person,
        is_protected=one.protected,
    )


def write_packet(packet: ContingencyPacket) -> bytes:
    """Give a packet as JSON."""
    return msgspec.json.encode(packet)


def read_packet(text: bytes) -> ContingencyPacket | None:
    """Read a packet; None when it is none, or of a newer program."""
    try:
        return msgspec.json.decode(text, type=ContingencyPacket)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


def kept(values: Mapping[str, PaperValue]) -> dict[str, KeptValue]:
    """Give values as a packet keeps them; an empty one says nothing and is left out."""
    return {key: value for key, value in values.items() if value not in ("", ())}


def on_paper(values: Mapping[str, KeptValue]) -> dict[str, PaperValue]:
    """Give kept values as paper takes them; `kept` let in nothing else."""
    return cast("dict[str, PaperValue]", dict(values))
