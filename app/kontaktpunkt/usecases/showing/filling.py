"""What a form or a list can be filled with from what is known of a case, as flat Swedish texts."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from kontaktpunkt.domain.paper.printout import PaperValue
from kontaktpunkt.domain.person.facts import Address
from kontaktpunkt.domain.person.number import shown
from kontaktpunkt.domain.staff import WithUs
from kontaktpunkt.domain.states import CaseState, PersonState
from kontaktpunkt.domain.stay import Stay, current
from kontaktpunkt.domain.times import Instant, local_day, to_local
from kontaktpunkt.usecases.rows import StaffRow

YES, NO = "yes", "no"


class Ours(Struct, frozen=True, kw_only=True):
    """Who we are, for the paper: municipality, who prints, the region's system and when."""

    municipality: str
    system: str
    me: StaffRow
    my_role: str
    now: Instant
    phone: str = ""


def values_of_ours(ours: Ours) -> dict[str, PaperValue]:
    """Give what also a blank form may say: who we are."""
    return {
        "our.municipality": ours.municipality,
        "our.unit": ours.me.unit or "Kontaktpunkten",
        "our.phone": ours.phone,
        "me.name": ours.me.name,
        "me.role": ours.my_role if ours.me.name else "",
        "now.date": day_of(ours.now),
        "now.time": clock_of(ours.now),
        "system.name": ours.system,
    }


def values_of_case(case: CaseState, person: PersonState, today: date) -> Mapping[str, PaperValue]:
    """Give everything known about a case and its person; empty texts where nothing is known."""
    return {
        **_person(person, today),
        **_stay(current(case)),
        **_with_us(person.with_us or WithUs()),
    }


def _person(person: PersonState, today: date) -> dict[str, PaperValue]:
    number = person.number
    address = person.addresses[0] if person.addresses else Address()
    return {
        "person.name": person.name,
        "person.number": shown(number, today) if number else "",
        "person.birth_date": person.birth_date.isoformat() if person.birth_date else "",
        "person.address": address_text(address),
        "person.phone": person.phone,
    }


def _stay(stay: Stay) -> dict[str, PaperValue]:
    consent = "" if stay.consent is None else (YES if stay.consent else NO)
    return {
        "stay.hospital": stay.hospital,
        "stay.ward": stay.ward,
        "stay.ward_phone": stay.ward_phone,
        "stay.admitted_on": day_of(stay.admitted_at),
        "stay.admitted_time": clock_of(stay.admitted_at),
        "stay.expected_discharge": day_of(stay.expected_discharge),
        "stay.ready_on": day_of(stay.ready_sent_at),
        "stay.ready_time": clock_of(stay.ready_sent_at),
        "stay.discharged_on": day_of(stay.discharged_at),
        "stay.discharged_time": clock_of(stay.discharged_at),
        "stay.discharged_to": stay.discharged_to,
        "stay.track": stay.track,
        "stay.consent": consent,
    }


def _with_us(us: WithUs) -> dict[str, PaperValue]:
    lines = {field: getattr(us, field) for field in us.__struct_fields__}
    return {f"with_us.{field}": text for field, text in lines.items() if isinstance(text, str)}


def address_text(address: Address) -> str:
    """Give an address on its lines."""
    town = " ".join(part for part in (address.postal_code, address.city) if part)
    return "\n".join(part for part in (*address.lines, town, address.country) if part)


def day_of(at: Instant | None) -> str:
    """Give the local day as 2026-03-24, or ''."""
    return "" if at is None else local_day(at).isoformat()


def clock_of(at: Instant | None) -> str:
    """Give the local time of day as 08:40, or ''."""
    return "" if at is None else to_local(at).strftime("%H:%M")


def moment_of(at: Instant) -> str:
    """Give local day and time as 2026-03-24 08:40."""
    return f"{day_of(at)} {clock_of(at)}"
