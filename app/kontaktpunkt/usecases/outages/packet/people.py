"""Whom the packet of a stop is about: who is in hospital, what is known, what fills a form."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Final
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace

from kontaktpunkt.domain.paper.printout import PaperValue
from kontaktpunkt.domain.profile import PacketPeople
from kontaktpunkt.domain.stay import current
from kontaktpunkt.domain.times import Instant, local_day
from kontaktpunkt.usecases.contacts.register import filled_up, register_of
from kontaktpunkt.usecases.contacts.rows import Register
from kontaktpunkt.usecases.joining.joined import Looking, whole_case, whole_person
from kontaktpunkt.usecases.outages.packet.knowledge import Piece, pieces_of
from kontaktpunkt.usecases.rows import CaseRow
from kontaktpunkt.usecases.showing.filling import values_of_case
from kontaktpunkt.usecases.showing.masking import mask_case_row, mask_person, may_see
from kontaktpunkt.usecases.spreading import owners_in

_LAST: Final = timedelta(days=366)
_LAST_LETTERS: Final = str.maketrans("åäö", "{|}")
"""Å, Ä, Ö come last, in this order; the codes of the letters have Ä before Å."""


class PacketPerson(Struct, frozen=True, kw_only=True):
    """Somebody in hospital: her line as paper may show it, what is known, and what fills a form.

    `values` is None of a protected person for whoever does not answer for her: no form is filled
    in for her by a packet that lies open on a desk.
    """

    row: CaseRow
    phone_with_us: str = ""
    known: tuple[Piece, ...] = ()
    values: Mapping[str, PaperValue] | None = None
    name: str = ""
    surname: str = ""
    person: UUID | None = None
    is_protected: bool = False


def people_in_hospital(looking: Looking, me: UUID | None, now: Instant) -> tuple[PacketPerson, ...]:
    """Give everybody in hospital by surname; `me` is who prints."""
    rows = [row for row in looking.store.cases_in_hospital() if row.joined_into is None]
    register = register_of(looking.store)
    found = [_person(looking, row, register, (me, now)) for row in rows]
    return tuple(sorted(found, key=by_surname))


def standing_of(row: CaseRow, today: Instant, days: int | None) -> PacketPeople:
    """Say how far somebody has come; expected is who is planned to leave within so many days."""
    if row.homecoming.called_at is not None:
        return PacketPeople.CALLED_HOME
    if row.ready_sent_at is not None:
        return PacketPeople.READY
    expected = row.expected_discharge
    until = local_day(today) + (_LAST if days is None else timedelta(days=days))
    if expected is not None and local_day(expected) <= until:
        return PacketPeople.EXPECTED
    return PacketPeople.IN_HOSPITAL


def _person(
    looking: Looking, row: CaseRow, register: Register, by: tuple[UUID | None, Instant]
) -> PacketPerson:
    me, now = by
    shown = mask_case_row(row, None)
    state = whole_case(looking, row.case)
    person = whole_person(looking, state.person) if state is not None else None
    if state is None or person is None:
        return PacketPerson(row=shown)
    if person.with_us is not None and person.with_us.unit_id is not None:
        person = replace(person, with_us=filled_up(person.with_us, register))
    # Only of a protected person is it asked who answers for her: it takes several readings.
    may = not person.is_protected or may_see(person, me, owners_in(looking, row.case))
    seen = mask_person(person, may=may)
    ours = person.with_us
    return PacketPerson(
        row=shown,
        phone_with_us=ours.unit_phone if ours is not None and not shown.masked else "",
        known=pieces_of(state, current(state), now),
        values=values_of_case(state, seen, local_day(now)) if may else None,
        name=seen.name,
        surname=seen.family_name,
        person=state.person,
        is_protected=person.is_protected,
    )


def by_surname(one: PacketPerson) -> str:
    """Give by what people are put in order A-Ö; where no surname is kept the last name is it."""
    surname = one.surname or one.name.rpartition(" ")[2]
    return f"{surname} {one.name}".casefold().translate(_LAST_LETTERS)
