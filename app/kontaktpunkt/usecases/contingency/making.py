"""Makes the content of a contingency copy: what a stop's packet would hold, as values."""

from msgspec import Struct

from kontaktpunkt.domain.events.case import CaseKind
from kontaktpunkt.domain.person.number import shown
from kontaktpunkt.domain.times import Instant, local_day, to_local
from kontaktpunkt.usecases.contingency.packet import (
    ContingencyPacket,
    PersonKept,
    StaffKept,
    kept,
)
from kontaktpunkt.usecases.outages.packet.contents import (
    EXPECTED_DAYS,
    PEOPLE,
    Recipe,
    packet_contents,
)
from kontaktpunkt.usecases.outages.packet.lists import PROTECTED
from kontaktpunkt.usecases.outages.packet.people import PacketPerson, people_in_hospital
from kontaktpunkt.usecases.rows import CaseRow, StaffRow
from kontaktpunkt.usecases.showing.pages import Reading


class MadeBy(Struct, frozen=True, kw_only=True):
    """Who made a copy, and for which municipality."""

    me: StaffRow
    municipality: str


def make_packet(reading: Reading, recipe: Recipe, by: MadeBy) -> ContingencyPacket:
    """Put together what a copy holds, read in one transaction.

    Nobody knows who will open it, so the recipe has no `me`: the protected are masked, and no form
    is filled in for them.
    """
    people = people_in_hospital(reading, None, recipe.now)
    contents = packet_contents(reading, recipe, people)
    forms: dict[object, list[str]] = {}
    for one in contents.filled:
        forms.setdefault(one.case, []).append(one.form.number)
    return ContingencyPacket(
        made_at=recipe.now,
        made_by=by.me.name,
        municipality=by.municipality,
        demo=recipe.foot.demo,
        people=tuple(
            kept_person(one, tuple(forms.get(one.row.case, ())), recipe.now) for one in people
        ),
        expected_days=recipe.profile.count(EXPECTED_DAYS),
        staff=tuple(
            StaffKept(name=row.name, role=recipe.word(row.role))
            for row in reading.store.staff_rows()
        ),
        phone_lists=tuple(document for key, document in contents.lists if key != PEOPLE),
        forms=recipe.forms,
        ours=kept(recipe.ours),
        blanks={stock.form.number: stock.count for stock in contents.blanks if stock.count},
    )


def kept_person(one: PacketPerson, forms: tuple[str, ...], now: Instant) -> PersonKept:
    """Give somebody as the copy keeps her, with the forms that are filled in for her."""
    row = one.row
    number = shown(row.number, local_day(now)) if row.number else ""
    where = ", ".join(part for part in (row.hospital, row.ward, row.ward_phone) if part)
    return PersonKept(
        case=row.case,
        person=one.person,
        name=PROTECTED if row.masked else row.name,
        surname="" if row.masked else one.surname,
        number=number,
        where="" if row.masked else where,
        how_far=_how_far(row),
        protected=one.is_protected,
        row=row,
        phone_with_us=one.phone_with_us,
        known=one.known,
        values=kept(one.values or {}),
        forms=forms,
    )


def _how_far(row: CaseRow) -> str:
    if row.case_kind is CaseKind.EMERGENCY_STAY:
        return "23-timmars"
    if row.ready_sent_at is not None:
        return f"utskrivningsklar {to_local(row.ready_sent_at):%m-%d %H:%M}"
    if row.expected_discharge is not None:
        return f"beräknad {to_local(row.expected_discharge):%m-%d}"
    since = "" if row.admitted_at is None else f" {to_local(row.admitted_at):%m-%d}"
    return f"inskriven{since}"
