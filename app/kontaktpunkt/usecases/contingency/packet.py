"""What a contingency copy holds: values, never pages, so that paper is drawn when it is needed."""

from collections.abc import Mapping
from typing import cast
from uuid import UUID

import msgspec
from msgspec import Struct

from kontaktpunkt.domain.paper.form import FormDefinition
from kontaktpunkt.domain.paper.printout import ListDocument, PaperValue
from kontaktpunkt.domain.times import Instant

KeptValue = str | bool | tuple[str | tuple[str, ...], ...]
"""A PaperValue as it is read back: chosen options and the rows of a table are both tuples."""


class PersonKept(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Somebody in hospital: as she stands on the screen, and what fills a form about her.

    A protected person has neither name nor number here, and no values that place her. `forms` are
    the numbers of those that are filled in for her when everything is printed.
    """

    case: UUID
    person: UUID | None = None
    name: str
    number: str = ""
    where: str = ""
    how_far: str = ""
    protected: bool = False
    values: Mapping[str, KeptValue] = {}
    forms: tuple[str, ...] = ()


class StaffKept(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Somebody who works here, to know who used the copy; `role` in words."""

    staff: UUID
    name: str
    role: str = ""
    unit: str = ""


class ContingencyPacket(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """All that is needed to go on by phone and paper for a day, as it was when it was made.

    `lists` are about people, `phone_lists` about nobody in care. `ours` is what also a blank form
    says; `blanks` how many blank copies everything printed holds.
    """

    made_at: Instant
    made_by: str = ""
    municipality: str = ""
    system: str = ""
    demo: bool = False
    people: tuple[PersonKept, ...] = ()
    staff: tuple[StaffKept, ...] = ()
    lists: tuple[ListDocument, ...] = ()
    phone_lists: tuple[ListDocument, ...] = ()
    forms: tuple[FormDefinition, ...] = ()
    ours: Mapping[str, KeptValue] = {}
    blanks: Mapping[str, int] = {}

    @property
    def papers(self) -> tuple[ListDocument, ...]:
        """Give all lists: those about people first."""
        return (*self.lists, *self.phone_lists)

    def form(self, number: str) -> FormDefinition | None:
        """Give a form by its number."""
        return next((one for one in self.forms if one.number == number), None)

    def of(self, case: UUID) -> PersonKept | None:
        """Give somebody by her case."""
        return next((one for one in self.people if one.case == case), None)


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
