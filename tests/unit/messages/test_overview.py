"""Whole overviews in invented layouts: who stands there, with what, and what is left over."""

from datetime import date, time
from io import BytesIO

import pytest
from reportlab.pdfgen.canvas import Canvas

from kontaktpunkt.domain.overview import (
    LineFlaw,
    Overview,
    OverviewField,
    OverviewLine,
    OverviewMoment,
    OverviewStatus,
)
from kontaktpunkt.domain.times import at_local
from kontaktpunkt.messages.overview import read_overview, read_overview_file
from samples import a_number

ON = date(2026, 3, 24)
F, S, W = OverviewField, OverviewStatus, LineFlaw


def _n(nth: int) -> str:
    """Write a number as the regions' systems do."""
    value = a_number(nth).value
    return f"{value[:8]}-{value[8:]}"


def _at(day: int, clock: str = "") -> OverviewMoment:
    """Give a time in March 2026; a day alone stands at noon."""
    told = time.fromisoformat(clock or "12:00")
    return OverviewMoment(at_local(date(2026, 3, day), told), bool(clock))


TABBED = f"""\
Ärendeöversikt SAMSA
Personnummer\tNamn\tEnhet\tInskriven\tBeräknad utskrivning\tUtskrivningsklar\tStatus\tHemkommun
{_n(1)}\tAndersson, Anna Maria\tMedicin 3\t2026-03-20 14:10\t2026-03-26\t\tInskriven\tOrt
{_n(2)}\tBerg, Bo\tKirurg 51\t2026-03-20 08:00\t26/3 12:00\t2026-03-23 08:12\tUtskrivningsklar\tOrt
{_n(3)}\tEk, Eva\tKirurg 51\t2026-03-21 09:30\t\t-\tPermission\tOrt
Antal ärenden: 3
Sida 1 av 1
"""
GROUPED = f"""\
Ärendeöversikt
Urval: Pågående ärenden

Skaraborgs sjukhus

Medicinavdelning 3 (2)
Patient              Personnummer     Inskr.             Ber. utskr.   Utskr.klar
Andersson, Anna      {_n(1)}    2026-03-20 14:10   2026-03-26
Berg-                {_n(2)}    2026-03-20 08:00
  Bertilsson, Bo

Kirurgavdelning 51 (1)
Patient              Personnummer     Inskr.             Ber. utskr.   Utskr.klar
Ek, Eva              {_n(3)}    2026-03-21 09:30   2026-03-25    2026-03-23 10:00
"""
CSV = (
    '"Personnummer";"Efternamn";"Förnamn";"Avdelning";"Inskrivningsdatum";'
    '"Planerad utskrivning";"Utskrivningsklar skickad"\r\n'
    f'{_n(1)};Andersson;Anna;"Avd 3\r\nMedicin";2026-03-20;2026-03-26;\r\n'
    f"{_n(2)};Berg;Bo;Avd 51;2026-03-20 08:00;;2026-03-23 08:12:31\r\n"
)
BLOCKS = f"""\
Inskrivna (1)

Namn: Anna Andersson
Personnummer: {_n(1)}
Avdelning: Medicin 3,
  Lidköping
Inskriven: 2026-03-20 14:10   Beräknad utskrivning: 2026-03-26
Fast vårdkontakt: Eva Ek

Namn\tBo Berg
Personnummer\t{_n(2)}
Utskrivningsklar\tNej
"""


def test_a_table_with_tabs_is_read_by_its_headings() -> None:
    """The list copied from the screen gives each person with ward, times and status."""
    read = read_overview(TABBED, ON)

    assert [line.number.value for line in read.lines] == [a_number(n).value for n in (1, 2, 3)]
    anna, bo, eva = read.lines
    assert (anna.name, anna.family_name, anna.ward) == (
        "Anna Maria Andersson",
        "Andersson",
        "Medicin 3",
    )
    assert (anna.admitted, anna.expected_discharge) == (_at(20, "14:10"), _at(26))
    assert (anna.says_not_ready, anna.is_ready, anna.status) == (True, False, S.IN_HOSPITAL)
    assert (bo.expected_discharge, bo.ready_since) == (_at(26, "12:00"), _at(23, "08:12"))
    assert (bo.is_ready, bo.ready_is_sent, bo.line) == (True, False, 4)
    assert (eva.on_leave, eva.expected_discharge) == (True, None)
    assert (read.unread, read.unused, read.stated_count) == ((), ("Hemkommun",), 3)


def test_groups_and_columns_of_spaces_are_read() -> None:
    """A list grouped by ward gives each person her ward, and a wrapped name is whole."""
    read = read_overview(GROUPED, ON)

    assert [(line.name, line.hospital, line.ward) for line in read.lines] == [
        ("Anna Andersson", "Skaraborgs sjukhus", "Medicinavdelning 3"),
        ("Bo Berg-Bertilsson", "Skaraborgs sjukhus", "Medicinavdelning 3"),
        ("Eva Ek", "Skaraborgs sjukhus", "Kirurgavdelning 51"),
    ]
    assert read.lines[2].ready_since == _at(23, "10:00")
    assert read.lines[1].expected_discharge is None
    assert read.unread == ()


@pytest.mark.parametrize(
    "data",
    [
        CSV.encode("utf-8"),
        CSV.encode("utf-8-sig"),
        CSV.encode("utf-16"),
        CSV.encode("cp1252"),
        CSV.replace(";", ",").encode(),
        CSV.replace(";", "\t").replace("\r\n", "\n").encode(),
    ],
    ids=["utf-8", "bom", "utf-16", "windows", "commas", "tabs"],
)
def test_a_saved_file_is_read_however_it_was_saved(data: bytes) -> None:
    """A file saved by a spreadsheet on Windows says the same as the screen."""
    read = read_overview_file(data, ON)

    anna, bo = read.lines
    assert (anna.name, anna.ward) == ("Anna Andersson", "Avd 3 Medicin")
    assert (anna.given_name, anna.family_name) == ("Anna", "Andersson")
    assert anna.admitted == OverviewMoment(_at(20).at, has_clock=False)
    assert (bo.ready_since, bo.ready_is_sent) == (_at(23, "08:12"), True)
    assert read.unread == ()


def test_blocks_of_labels_are_read_one_person_each() -> None:
    """A list where each person takes several lines is read too, wrapped wards included."""
    read = read_overview(BLOCKS, ON)

    anna, bo = read.lines
    assert (anna.name, anna.ward) == ("Anna Andersson", "Medicin 3, Lidköping")
    assert (anna.admitted, anna.expected_discharge) == (_at(20, "14:10"), _at(26))
    assert (bo.name, bo.says_not_ready, anna.says_not_ready) == ("Bo Berg", True, False)
    assert anna.status is S.IN_HOSPITAL
    assert read.unused == ("Fast vårdkontakt",)


def _one(heading: str, cell: str) -> OverviewLine:
    read = read_overview(f"Personnummer\t{heading}\n{_n(1)}\t{cell}\n", ON)
    (line,) = read.lines
    return line


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Avd.", F.WARD),
        ("VÅRDENHET", F.WARD),
        ("Ber. utskr. datum", F.EXPECTED_DISCHARGE),
        ("Beräknat utskrivningsdatum ▲", F.EXPECTED_DISCHARGE),
        ("Inskriven sedan", F.ADMITTED),
        ("Utskr.klar kl", F.READY_SINCE),
        ("Utskrivningsklar meddelad", F.READY_SENT),
        ("Sjukhus/avdelning", F.PLACE),
        ("Ärendestatus:", F.STATUS),
    ],
)
def test_headings_are_known_by_their_many_names(heading: str, field: OverviewField) -> None:
    """Each region's own words for a column are understood, in any case and with any dots."""
    read = read_overview(f"Pers.nr\t{heading}\n{_n(1)}\tx\n", ON)

    assert [piece.field for piece in read.headings] == [F.NUMBER, field]


@pytest.mark.parametrize(
    ("cell", "moment"),
    [
        ("2026-03-20 14:10", _at(20, "14:10")),
        ("2026-03-20T14:10:00+01:00", _at(20, "14:10")),
        ("fre 20 mars 14.10", _at(20, "14:10")),
        ("20/3", _at(20)),
        ("260320", _at(20)),
        ("i går 09:00", _at(23, "09:00")),
        ("2026-03-20 (ändrad)", _at(20)),
    ],
)
def test_a_time_is_read_as_staff_write_it(cell: str, moment: OverviewMoment) -> None:
    """A day with or without clock is understood in the ways that systems write it."""
    assert _one("Inskriven", cell).admitted == moment


@pytest.mark.parametrize("cell", ["14:10", "kl 8", "fredag", "snart", "2026-02-30", "26/3", "0812"])
def test_a_time_that_is_not_clear_is_left_for_the_hand(cell: str) -> None:
    """A clock without its day, a day that never was or lies ahead: kept as a doubt, not guessed."""
    line = _one("Inskriven", cell)

    assert line.admitted is None
    assert [(piece.field, piece.text) for piece in line.doubts] == [(F.ADMITTED, cell)]


@pytest.mark.parametrize(
    ("cell", "status"),
    [
        ("Inskriven", S.IN_HOSPITAL),
        ("Planering pågår", S.IN_HOSPITAL),
        ("Utskrivningsklar", S.READY),
        ("Ej utskrivningsklar", S.NOT_READY),
        ("Utskrivningsklar återtagen", S.NOT_READY),
        ("Utskriven", S.DISCHARGED),
        ("Avslutad", S.DISCHARGED),
        ("Avliden", S.DECEASED),
    ],
)
def test_a_status_is_read_by_its_words(cell: str, status: OverviewStatus) -> None:
    """The words "ej utskrivningsklar" are never taken for "utskrivningsklar"."""
    assert _one("Status", cell).status is status


@pytest.mark.parametrize(
    ("row", "flaw"),
    [
        ("\tSkyddad identitet\tAvd 3\t2026-03-22", W.NO_NUMBER),
        ("\tEk, Eva\tAvd 3\t2026-03-22", W.NO_NUMBER),
        ("18900102-9800\tEk, Eva\tAvd 3\t2026-03-22", W.BAD_NUMBER),
        (f"{_n(1)} {_n(2)}\tEk, Eva\tAvd 3\t2026-03-22", W.SEVERAL_NUMBERS),
        (f"{_n(1)}\tEk\tEva\tAvd 3\t2026-03-22", W.NO_PLACE_FOR_IT),
    ],
)
def test_a_person_who_cannot_be_read_is_never_dropped(row: str, flaw: LineFlaw) -> None:
    """A line about somebody that does not hold together is shown whole, with why."""
    text = f"Personnummer\tNamn\tAvdelning\tInskriven\n{_n(3)}\tBerg, Bo\tAvd 5\t\n{row}\n"
    read = read_overview(text, ON)

    assert [line.number for line in read.lines] == [a_number(3)]
    assert [(one.flaw, one.text, one.line) for one in read.unread] == [(flaw, row.strip(), 3)]


def test_the_same_person_twice_is_read_once_or_left() -> None:
    """A row copied twice counts once; two rows that say different things are shown."""
    head = "Personnummer\tAvdelning\n"
    twice = read_overview(f"{head}{_n(1)}\tAvd 3\n{_n(1)}\tAvd 3\n", ON)
    apart = read_overview(f"{head}{_n(1)}\tAvd 3\n{_n(1)}\tAvd 5\n", ON)

    assert (len(twice.lines), twice.unread) == (1, ())
    assert [one.flaw for one in apart.unread] == [W.REPEATED]


def test_a_row_broken_in_a_cell_is_put_together() -> None:
    """A name that was wrapped over two lines when copied is one name."""
    text = f"Personnummer\tNamn\tAvdelning\tInskriven\n{_n(1)}\tBerg,\nBo\tAvd 5\t2026-03-20\n"
    (line,) = read_overview(text, ON).lines

    assert (line.name, line.ward, line.admitted) == ("Bo Berg", "Avd 5", _at(20))


def test_protection_in_the_list_is_seen() -> None:
    """A person whose name is replaced by a marking is protected, and the marking is no name."""
    line = _one("Namn", "Skyddad identitet")

    assert (line.protected, line.name) == (True, "")


def test_without_headings_only_numbers_are_read() -> None:
    """Cells that nothing names are not guessed at; a phone number is nobody."""
    read = read_overview(f"{_n(1)} Anna Avd 3 2026-03-20\nBo 0701234567\nhej\n", ON)

    assert [(line.number, line.name, line.ward) for line in read.lines] == [(a_number(1), "", "")]
    assert read.unread == ()


def test_nothing_holds_nobody() -> None:
    """An empty paste is an overview of nobody, not a fault."""
    nothing, noise = read_overview("", ON), read_overview_file(b"\x00\xff" * 100, ON)

    assert nothing == Overview()
    assert (noise.lines, noise.unread, noise.headings) == ((), (), ())


def _printed(rows: list[list[str]], places: tuple[int, ...]) -> bytes:
    """Print a table to PDF as a region's system would: each cell where its column begins."""
    file = BytesIO()
    page = Canvas(file, pagesize=(842, 595))
    page.setFont("Helvetica", 9)
    for line, row in enumerate(rows):
        if line and line % 20 == 0:
            page.showPage()
            page.setFont("Helvetica", 9)
        for place, cell in zip(places, row, strict=True):
            page.drawString(place, 560 - line % 20 * 16, cell)
    page.save()
    return file.getvalue()


def test_a_printed_overview_is_read_by_where_its_columns_stand() -> None:
    """A PDF of two pages gives the same people, also where cells in between are empty."""
    heads = ["Personnummer", "Namn", "Avdelning", "Inskriven", "Ber. utskr.", "Utskrivningsklar"]
    rows = [
        [_n(nth), f"Prov{nth} Provsson", "Avd 3", "2026-03-20 14:10", "", "2026-03-23 08:12"]
        if nth % 2
        else [_n(nth), f"Prov{nth} Provsson", "Avd 51", "", "2026-03-26", ""]
        for nth in range(1, 31)
    ]
    data = _printed([heads, *rows], (40, 150, 300, 420, 540, 660))

    read = read_overview_file(data, ON)

    assert [line.number for line in read.lines] == [a_number(nth) for nth in range(1, 31)]
    assert (read.unread, len(read.headings)) == ((), 6)
    for nth, line in enumerate(read.lines, start=1):
        odd = nth % 2 == 1
        assert (line.name, line.ward) == (f"Prov{nth} Provsson", "Avd 3" if odd else "Avd 51")
        assert (line.admitted, line.expected_discharge) == (
            (_at(20, "14:10"), None) if odd else (None, _at(26))
        )
        assert line.is_ready is odd


@pytest.mark.parametrize("data", [b"%PDF-1.7\nbroken", b"%PDF-" + b"\x00" * 500])
def test_a_broken_pdf_holds_nobody(data: bytes) -> None:
    """A file that was cut off is refused like any wrong paste; nothing is compared with nobody."""
    assert read_overview_file(data, ON) == Overview()
