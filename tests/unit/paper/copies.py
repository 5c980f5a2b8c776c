"""Copies of forms to put on paper: ordinary, longest, protected, blank, demo. All invented."""

from functools import cache
from pathlib import Path

from msgspec import structs

from kontaktpunkt import assets
from kontaktpunkt.domain.paper.form import FormDefinition
from kontaktpunkt.domain.paper.form_text import read_form
from kontaktpunkt.domain.paper.printout import PaperValue, PrintFoot, SheetValues
from kontaktpunkt.domain.paper.sheet_number import make

DATA = Path(__file__).parents[2] / "data" / "paper"

FOOT = PrintFoot(printed_at="2026-03-24 08:40", printed_by="A. Berg", data_from="2026-03-24 08:38")
NUMBER = make(1, 17).digits
US: dict[str, PaperValue] = {
    "our.municipality": "Lidköpings kommun",
    "our.unit": "Kontaktpunkten",
    "our.phone": "0510-77 00 00",
    "system.name": "SAMSA",
}
ORDINARY: dict[str, PaperValue] = {
    **US,
    "person.name": "Åsa Öberg",
    "person.number": "19400101-2399",
    "person.address": "Storgatan 1, 531 30 Lidköping",
    "person.phone": "0510-99 88 77",
    "stay.hospital": "Skaraborgs sjukhus Lidköping",
    "stay.ward": "Medicinavdelning 3",
    "stay.ward_phone": "0510-850 00",
    "stay.admitted_on": "2026-03-23",
    "stay.admitted_time": "14:10",
    "stay.expected_discharge": "2026-03-27",
    "stay.track": "gult",
    "stay.consent": "not_obtainable",
    "with_us.unit": "Hemvårdsgrupp Norra",
    "with_us.nurse": "K. Lind, 0510-77 01 02",
    "with_us.caseworker": "M. Ek, 0510-77 03 04",
    "me.name": "Anna Berg",
    "me.role": "Samordnare",
}
LONGEST: dict[str, PaperValue] = {
    **ORDINARY,
    "person.name": "Wilhelmina Małgorzata Fjällström-Ängsbäck-Łukaszewicz Ŋáŧŧe",
    "person.address": "c/o Familjehemmet Björkbacken, Södra Kungsgatsbackens samfällighetsväg "
    "128 C, lägenhet 1204, 531 98 Nedre Långholmsberga",
    "stay.hospital": "Universitetssjukhuset i Norra Västergötlandsregionen, Östra området",
    "stay.ward": "Akutvårdsavdelning 27B för äldre med flersjuklighet",
    "with_us.unit": "Hemvårdsgrupp Norra Råda-Ågårds centrum, natt och helg",
    "with_us.nurse": "Čearru Žiŋkusdatter, 0510-77 01 02, 070-123 45 67",
    "named_care_contact": "Wojciech Krzyżanowski-Żółkiewski, leg. läkare",
    "free_text": "Dottern hämtar nyckeln på fredag och möter upp hemma. " * 9,
}


@cache
def r2() -> FormDefinition:
    """Give form R2 as shipped."""
    return _form(assets.forms() / "R2.toml")


@cache
def plan() -> FormDefinition:
    """Give a form of more than one page, with a table and several choices."""
    return _form(DATA / "plan.toml")


def _form(file: Path) -> FormDefinition:
    form = read_form(file.read_text(encoding="utf-8"))
    assert isinstance(form, FormDefinition), form
    return form


def ordinary() -> SheetValues:
    """Give an ordinary person's copy."""
    return SheetValues(values=ORDINARY, number=NUMBER, foot=FOOT)


def longest() -> SheetValues:
    """Give a copy with the longest names and addresses that are met."""
    return structs.replace(ordinary(), values=LONGEST)


def protected() -> SheetValues:
    """Give a copy for somebody whose identity is protected."""
    return structs.replace(ordinary(), protected=True)


def blank() -> SheetValues:
    """Give a blank copy, made where values were at hand."""
    return structs.replace(ordinary(), blank=True)


def demo() -> SheetValues:
    """Give a copy of the demo day, before it has a number."""
    return structs.replace(ordinary(), number="", foot=structs.replace(FOOT, demo=True))


KINDS = {
    "ordinary": ordinary,
    "longest": longest,
    "protected": protected,
    "blank": blank,
    "demo": demo,
}
