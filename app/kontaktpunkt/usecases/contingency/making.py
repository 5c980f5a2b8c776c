"""Makes the content of a contingency copy from what the store holds: everybody in hospital."""

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from kontaktpunkt.domain.events.case import CaseKind
from kontaktpunkt.domain.paper.form import FormDefinition
from kontaktpunkt.domain.paper.printout import ListDocument, PaperValue, PrintFoot
from kontaktpunkt.domain.person.number import shown
from kontaktpunkt.domain.times import local_day, to_local
from kontaktpunkt.usecases.contacts.register import filled_person
from kontaktpunkt.usecases.contingency.packet import (
    ContingencyPacket,
    PersonKept,
    StaffKept,
    kept,
)
from kontaktpunkt.usecases.joining.joined import whole_case, whole_person
from kontaktpunkt.usecases.ports import Word
from kontaktpunkt.usecases.rows import CaseRow
from kontaktpunkt.usecases.showing import todays_list
from kontaktpunkt.usecases.showing.filling import Ours, values_of_case, values_of_ours
from kontaktpunkt.usecases.showing.masking import mask_case_row, mask_person
from kontaktpunkt.usecases.showing.pages import Reading

PROTECTED: Final = "Skyddade personuppgifter"

_FILLED: Final = ("R5", "R7")
"""What the ward will tell by phone next of somebody in hospital."""

_BLANKS: Final = {"R1": 5, "R2": 10, "R3": 5, "R5": 5, "R7": 5, "R10": 5, "R13": 1}
"""What may be needed for anybody while the computers are down, and how many of each."""


class Making(Struct, frozen=True, kw_only=True):
    """What a copy is made with besides the store: who we are, forms, words, and the foot."""

    ours: Ours
    foot: PrintFoot
    forms: Sequence[FormDefinition]
    word: Word
    phone_lists: Sequence[ListDocument] = ()


def make_packet(reading: Reading, making: Making) -> ContingencyPacket:
    """Put together what the copy holds; nobody reads it now, so protected persons are masked."""
    ours = making.ours
    rows = [mask_case_row(row, None) for row in reading.store.cases_in_hospital()]
    in_order = sorted(rows, key=_place)
    return ContingencyPacket(
        made_at=ours.now,
        made_by=ours.me.name,
        municipality=ours.municipality,
        system=ours.system,
        demo=making.foot.demo,
        people=tuple(_person(reading, row, making) for row in in_order),
        staff=tuple(
            StaffKept(staff=row.staff, name=row.name, role=making.word(row.role), unit=row.unit)
            for row in reading.store.staff_rows()
        ),
        lists=(todays_list.document(in_order, making.foot, ours.now),),
        phone_lists=tuple(making.phone_lists),
        forms=tuple(making.forms),
        ours=kept(values_of_ours(ours)),
        blanks={number: count for number, count in _BLANKS.items() if _has(making, number)},
    )


def _person(reading: Reading, row: CaseRow, making: Making) -> PersonKept:
    today = local_day(making.ours.now)
    number = shown(row.number, today) if row.number else ""
    where = ", ".join(part for part in (row.hospital, row.ward, row.ward_phone) if part)
    return PersonKept(
        case=row.case,
        person=row.person,
        name=PROTECTED if row.masked else row.name,
        number=number,
        where="" if row.masked else where,
        how_far=_how_far(row),
        protected=row.masked,
        values=kept(_values(reading, row, making)),
        forms=() if row.masked else tuple(one for one in _FILLED if _has(making, one)),
    )


def _values(reading: Reading, row: CaseRow, making: Making) -> dict[str, PaperValue]:
    """Give what fills a form about somebody; of a protected person nothing at all is kept."""
    state = whole_case(reading, row.case)
    person = whole_person(reading, state.person) if state is not None else None
    if row.masked or state is None or person is None or person.is_protected:
        return {}
    seen = mask_person(filled_person(person, reading.store), may=True)
    return dict(values_of_case(state, seen, local_day(making.ours.now)))


def _how_far(row: CaseRow) -> str:
    if row.case_kind is CaseKind.EMERGENCY_STAY:
        return "23-timmars"
    if row.ready_sent_at is not None:
        return f"utskrivningsklar {to_local(row.ready_sent_at):%m-%d %H:%M}"
    if row.expected_discharge is not None:
        return f"beräknad {to_local(row.expected_discharge):%m-%d}"
    return (
        "inskriven" if row.admitted_at is None else f"inskriven {to_local(row.admitted_at):%m-%d}"
    )


def _has(making: Making, number: str) -> bool:
    return any(form.number == number for form in making.forms)


def _place(row: CaseRow) -> tuple[bool, bool, int, bool, str]:
    far = 1 << 62
    return (
        row.case_kind is not CaseKind.EMERGENCY_STAY,
        row.ready_sent_at is None,
        row.ready_sent_at or row.expected_discharge or far,
        row.masked,
        row.name,
    )
