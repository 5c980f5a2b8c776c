"""The first week's lists: units, numbers and contacts, and who each person is with us."""

import io
from collections.abc import Sequence

import pytest
from openpyxl import Workbook

from kontaktpunkt.domain.commands import DescribePerson, RetireContact, SetWithUs
from kontaktpunkt.domain.contacts.shapes import AreaKind, ContactRole, UnitKind
from kontaktpunkt.domain.events.office import AccessKind, AccessNoted
from kontaktpunkt.domain.ledger.subjects import SubjectKind
from kontaktpunkt.domain.person.facts import Protection
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.staff import WithUs
from kontaktpunkt.usecases.contacts.rows import (
    ImportPage,
    LineFate,
    LineFaultReason,
    LineNote,
    ListKind,
    Register,
    UnitLine,
)
from kontaktpunkt.usecases.contacts.sheets import SheetFault
from kontaktpunkt.usecases.desk import Done
from kontaktpunkt.wording.contact_lists import line_words
from samples import House, a_house, a_number, a_person, do, done, id_of

_NORTH = (
    "0510-77 00 00;Hemvårdsgrupp Norr;Hemvårdsgrupp;R. Sandin;070-174 06 70;K. Ek;070-174 06 71"
)
_SOUTH = "0510-77 00 01;Hemvårdsgrupp Söder;hemtjänst;R. Sandin;;Omar Haddad;070-174 06 74"
_UNITS = f"""\
Våra enheter 2026;;;;
Telefon;Enhet;Typ;Enhetschef;Telefon enhetschef;Omr.ssk;Telefon;Område
{_NORTH};531 30, 531 31
{_SOUTH};Storgatan i Vinninga
"""


def _page(house: House, text: str | bytes) -> ImportPage:
    data = text if isinstance(text, bytes) else text.encode()
    page = house.anna.read_contact_list(data)
    assert isinstance(page, ImportPage), page
    return page


def _take(house: House, text: str | bytes) -> Register:
    taken = house.anna.take_contact_list(text if isinstance(text, bytes) else text.encode())
    assert isinstance(taken, Done), taken
    return house.anna.register()


def _fates(page: ImportPage) -> list[LineFate]:
    return [line.fate for line in page.lines]


def _unit(register: Register, name: str) -> UnitLine:
    (unit,) = (line for line in register.units if line.facts.name == name)
    return unit


def _people(unit: UnitLine) -> list[tuple[ContactRole, str, tuple[str, ...]]]:
    return [(line.facts.role, line.facts.name, line.facts.phones) for line in unit.people]


def _workbook(rows: Sequence[Sequence[object]]) -> bytes:
    book = Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(list(row))
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def test_a_list_is_shown_before_it_is_read_in() -> None:
    """Whoever chooses a file sees what it would give, and nothing is changed by looking."""
    house = a_house()

    page = _page(house, _UNITS)

    assert page.kind is ListKind.UNITS
    assert [(line.no, line.fate, line.name) for line in page.lines] == [
        (3, LineFate.NEW, "Hemvårdsgrupp Norr"),
        (4, LineFate.NEW, "Hemvårdsgrupp Söder"),
    ]
    assert house.anna.register() == Register()


def test_columns_are_known_by_their_headings_in_any_order() -> None:
    """A list made at home is read as it is; "Telefon" after somebody's column is hers."""
    house = a_house()

    register = _take(house, _UNITS)

    north = _unit(register, "Hemvårdsgrupp Norr")
    assert north.facts.unit_kind is UnitKind.HOME_CARE_GROUP
    assert north.facts.phones == ("0510-77 00 00",)
    assert [(area.kind, area.text) for area in north.facts.areas] == [
        (AreaKind.POSTAL_CODE, "53130"),
        (AreaKind.POSTAL_CODE, "53131"),
    ]
    assert _people(north) == [
        (ContactRole.UNIT_MANAGER, "R. Sandin", ("070-174 06 70",)),
        (ContactRole.NURSE, "K. Ek", ("070-174 06 71",)),
    ]
    south = _unit(register, "Hemvårdsgrupp Söder")
    assert _people(south)[0] == (ContactRole.UNIT_MANAGER, "R. Sandin", ("070-174 06 70",))
    assert house.is_clean


def test_the_same_list_read_in_twice_changes_nothing() -> None:
    """A file that somebody is unsure of can be read in once more."""
    house = a_house()
    before = _take(house, _UNITS)

    assert _fates(_page(house, _UNITS)) == [LineFate.SAME, LineFate.SAME]
    assert house.anna.take_contact_list(_UNITS.encode()) == Refused(
        reason=RefusalReason.NOTHING_NEW
    )
    assert house.anna.register() == before


def test_reading_in_is_one_act_that_can_be_undone() -> None:
    """The wrong file is taken back with one key."""
    house = a_house()
    _take(house, _UNITS)

    done(house.anna.undo())

    assert house.anna.register() == Register()
    assert house.is_clean
    assert len(_take(house, _UNITS).units) == 2


def test_only_what_is_new_changes_and_an_empty_cell_takes_nothing_away() -> None:
    """A newer list renews a number and a name, and leaves alone what it does not speak of."""
    house = a_house()
    _take(house, _UNITS)
    newer = "Enhet;Telefon;Enhetschef\nhemvårdsgrupp  NORR;0510-77 99 99;P. Dahl\n"

    page = _page(house, newer)
    register = _take(house, newer)

    assert [(line.fate, line.changes) for line in page.lines] == [
        (LineFate.CHANGED, ("telefon", "enhetschef"))
    ]
    north = _unit(register, "Hemvårdsgrupp Norr")
    assert north.facts.phones == ("0510-77 99 99",)
    assert len(north.facts.areas) == 2
    assert [(role, name) for role, name, _ in _people(north)] == [
        (ContactRole.UNIT_MANAGER, "P. Dahl"),
        (ContactRole.NURSE, "K. Ek"),
    ]
    assert _people(_unit(register, "Hemvårdsgrupp Söder"))[0][1] == "R. Sandin"
    assert _fates(_page(house, newer)) == [LineFate.SAME]


def test_who_has_left_every_unit_is_no_longer_to_be_rung() -> None:
    """The one before stays readable, but stands in no list of whom to ring."""
    house = a_house()
    _take(house, _UNITS)

    register = _take(house, "Enhet;Omr.ssk\nHemvårdsgrupp Norr;Ny Sköterska\n")

    (gone,) = register.others
    assert (gone.facts.name, gone.retired) == ("K. Ek", True)


@pytest.mark.parametrize(
    ("line", "reason", "words"),
    [
        (
            "Norr;;07O-174 06 70;;",
            LineFaultReason.BAD_PHONE,
            "telefonnumret ”07O-174 06 70” innehåller en bokstav",
        ),
        ("Norr;;07;;", LineFaultReason.BAD_PHONE, "telefonnumret ”07” är för kort"),
        (";;070-174 06 70;;", LineFaultReason.NO_UNIT, "enheten saknas"),
        ("Norr;slott;;;", LineFaultReason.UNKNOWN_KIND, "typen ”slott” är okänd"),
        ("Norr;;;;5", LineFaultReason.BAD_AREA, "området ”5” är varken postnummer, gata eller ort"),
        (
            "Norr;;;tisdag;",
            LineFaultReason.BAD_DATE,
            "datumet ”tisdag” går inte att läsa; skriv det som 2026-03-24",
        ),
    ],
)
def test_a_line_that_cannot_be_read_says_why_and_holds_nobody_up(
    line: str, reason: LineFaultReason, words: str
) -> None:
    """The good lines are read in; each faulty one tells its number and what is wrong."""
    house = a_house()
    text = f"Enhet;Typ;Telefon;Senast kontrollerad;Område\nSöder;LSS;112;2026-03-01;\n{line}\n"

    page = _page(house, text)
    register = _take(house, text)

    assert _fates(page) == [LineFate.NEW, LineFate.FAULTY]
    assert [fault.reason for fault in page.lines[1].faults] == [reason]
    assert (page.lines[1].no, line_words(page.lines[1])) == (3, words)
    assert [unit.facts.name for unit in register.units] == ["Söder"]


def test_a_number_that_excel_shortened_gets_its_zero_back_and_it_is_told() -> None:
    """Excel drops the first zero of a phone number; nobody must put it back by hand."""
    house = a_house()
    data = _workbook([("Enhet", "Telefon"), ("Norr", 510770000), ("Söder", 90510)])

    page = _page(house, data)
    register = _take(house, data)

    assert page.lines[0].notes == (LineNote.ZERO_ADDED,)
    assert _unit(register, "Norr").facts.phones == ("0510770000",)
    assert _unit(register, "Söder").facts.phones == ("90510",)


def test_a_unit_on_several_lines_has_all_that_they_say() -> None:
    """Two nurses of one unit stand on a line each."""
    house = a_house()
    text = "Enhet;Sjuksköterska;Tel ssk\nNorr;Eva;111\nNorr;Åke;222\n"

    register = _take(house, text)

    assert _people(_unit(register, "Norr")) == [
        (ContactRole.NURSE, "Eva", ("111",)),
        (ContactRole.NURSE, "Åke", ("222",)),
    ]
    assert _fates(_page(house, text)) == [LineFate.SAME, LineFate.SAME]


def test_a_unit_on_several_lines_is_told_and_the_second_reading_changes_nothing() -> None:
    """Lines of one unit are laid together: what each leaves out is no change."""
    house = a_house()
    text = (
        "Enhet;Telefon;Enhetschef;Telefon enhetschef;Ansvarig;Område\n"
        "Norr;0510-770000;R. Sandin;070-174 06 70;Registrator;531 30\n"
        "Norr;0510-770001;R. Sandin;070-174 06 79;;531 31\n"
    )
    first = _page(house, text)
    _take(house, text)
    again = _page(house, text)

    assert [line.notes for line in first.lines] == [
        (),
        (LineNote.SAME_UNIT, LineNote.TWO_NUMBERS),
    ]
    assert _fates(again) == [LineFate.SAME, LineFate.SAME]
    assert [line.changes for line in again.lines] == [(), ()]


def test_a_unit_that_was_retired_is_in_use_again_when_a_list_names_it() -> None:
    """A list of today tells that the unit is there."""
    house = a_house()
    unit = _unit(_take(house, _UNITS), "Hemvårdsgrupp Norr").unit
    do(house.anna, RetireContact(contact=unit))
    assert _unit(house.anna.register(), "Hemvårdsgrupp Norr").retired

    page = _page(house, _UNITS)

    assert page.lines[0].changes == ("i bruk igen",)
    assert not _unit(_take(house, _UNITS), "Hemvårdsgrupp Norr").retired


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", SheetFault.EMPTY),
        (b"bara text\nutan rubriker", SheetFault.NO_HEADING),
        (b"PK\x03\x04trasig", SheetFault.BROKEN_WORKBOOK),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1gammal", SheetFault.OLD_WORKBOOK),
        (b"\x00\x01\x02\x03bild", SheetFault.NOT_A_TABLE),
    ],
)
def test_a_file_that_is_no_list_is_said_to_be_none(data: bytes, fault: SheetFault) -> None:
    """Whoever chose the wrong file is told what it is, and nothing is changed."""
    house = a_house()

    assert house.anna.read_contact_list(data) is fault
    assert house.anna.take_contact_list(data) is fault


# --- persons
_PERSONS = "Personnummer;Enhet;Handläggare\n{known};Hemvårdsgrupp Norr;M. Holm\n"


def _known(house: House, nth: int = 1) -> str:
    number = a_number(nth)
    do(house.anna, DescribePerson(person=id_of(f"p{nth}"), facts=a_person(nth, numbers=(number,))))
    return number.value


def test_a_list_of_persons_says_who_each_is_with_us() -> None:
    """Those known and those not yet known get their unit; what is the unit's stays the unit's."""
    house = a_house()
    _take(house, _UNITS)
    known, fresh = _known(house), a_number(2)
    text = (
        "Pnr;Enhet;Enhetschef;Handläggare;Tel handläggare\n"
        f"{known};hemvårdsgrupp norr;R. Sandin;M. Holm;0510-11\n"
        f"{fresh.value};okänd hos oss;;;\n"
    )

    page = _page(house, text)
    _take(house, text)

    assert page.kind is ListKind.PERSONS
    assert _fates(page) == [LineFate.NEW, LineFate.NEW]
    assert page.lines[1].notes == (LineNote.NEW_PERSON,)
    shown = house.anna.with_us(id_of("p1"))
    assert shown.own is not None
    assert shown.shown is not None
    assert (shown.own.unit_manager, shown.own.caseworker) == ("", "M. Holm")
    assert (shown.shown.unit_manager, shown.shown.unit_phone) == ("R. Sandin", "0510-77 00 00")
    hit = house.anna.find_person(fresh.value)
    assert hit is not None
    assert house.anna.with_us(hit.person).own == WithUs(unknown_to_us=True)
    assert _fates(_page(house, text)) == [LineFate.SAME, LineFate.SAME]
    assert house.is_clean


def test_a_line_about_nobody_or_nowhere_is_told_without_its_number() -> None:
    """A wrong number makes nobody known, and a unit must be in the register first."""
    house = a_house()
    _take(house, _UNITS)
    known = _known(house)
    text = (
        "Personnummer;Enhet\n"
        "18900102-9800;Hemvårdsgrupp Norr\n"
        f"{known};Hemvårdsgrupp Väst\n"
        f"{a_number(3).value};Hemvårdsgrupp Norr\n{a_number(3).value};Hemvårdsgrupp Söder\n"
    )

    page = _page(house, text)

    assert [[fault.reason for fault in line.faults] for line in page.lines] == [
        [LineFaultReason.BAD_NUMBER],
        [LineFaultReason.NO_SUCH_UNIT],
        [],
        [LineFaultReason.SAID_TWICE],
    ]
    assert not any("9800" in line_words(line) for line in page.lines)


def test_a_list_of_persons_is_noted_in_the_access_log_and_one_of_units_is_not() -> None:
    """A list tells who is known here, so that it was read is written down (HSLF-FS 2016:40 4:9)."""
    house = a_house()
    _take(house, _UNITS)
    _page(house, _PERSONS.format(known=a_number(1).value))

    with house.store.reading() as view:
        subjects = list(view.subjects(SubjectKind.ACCESS))
        noted = [event.body for one in subjects for event in view.events_of(one)]
    lists = [one for one in noted if isinstance(one, AccessNoted) and one.access is AccessKind.LIST]
    assert [(one.filter, one.count) for one in lists] == [("lista över hos oss", 1)]


def test_what_was_written_of_a_protected_person_is_not_told_by_a_list() -> None:
    """A list about her looks the same whether or not it says what we had."""
    house = a_house()
    _take(house, _UNITS)
    hidden = a_person(5, numbers=(a_number(5),), protection=Protection.SECRECY_MARKING)
    north = _unit(house.anna.register(), "Hemvårdsgrupp Norr")
    do(
        house.anna,
        DescribePerson(person=id_of("p5"), facts=hidden),
        SetWithUs(
            person=id_of("p5"), with_us=WithUs(unit_id=north.unit, unit="Hemvårdsgrupp Norr")
        ),
    )
    same = f"Personnummer;Enhet\n{a_number(5).value};Hemvårdsgrupp Norr\n"
    other = f"Personnummer;Enhet\n{a_number(5).value};Hemvårdsgrupp Söder\n"

    told = [_page(house, text).lines[0] for text in (same, other)]

    assert [(line.fate, line.changes) for line in told] == [(LineFate.CHANGED, ())] * 2


def test_lines_written_before_there_was_a_register_are_not_lost() -> None:
    """A caseworker of her own stays; what is the unit's is left to the unit."""
    house = a_house()
    _take(house, _UNITS)
    known = _known(house)
    before = WithUs(
        unit="hemvårdsgrupp norr",
        nurse="K. Ek",
        nurse_phone="070-174 06 71",
        caseworker="Egen Handläggare",
    )
    do(house.anna, SetWithUs(person=id_of("p1"), with_us=before))

    _take(house, f"Personnummer;Enhet\n{known};Hemvårdsgrupp Norr\n")

    own = house.anna.with_us(id_of("p1")).own
    assert own is not None
    assert (own.unit, own.nurse, own.caseworker) == ("Hemvårdsgrupp Norr", "", "Egen Handläggare")
