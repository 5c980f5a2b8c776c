"""Tables as Swedish programs write them: encodings, quotes, merged cells, formulas, and bombs."""

import io
import zipfile
from collections.abc import Callable, Sequence
from datetime import date, datetime
from time import process_time

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from kontaktpunkt.messages.sheets import read_sheet
from kontaktpunkt.usecases.contacts.sheets import Sheet, SheetFault

_MOMENT = datetime(2026, 3, 24, 8, 40)  # noqa: DTZ001  a workbook knows no zone
_TEXT = 'Enhet;Telefon\r\n"Åsens ""nya""\r\nboende";0510-1\r\n\r\n;;\r\nÖ;2\r\n'


def _lines(data: bytes) -> list[tuple[int, tuple[str, ...]]]:
    sheet = read_sheet(data)
    assert isinstance(sheet, Sheet), sheet
    return [(line.no, line.cells) for line in sheet.lines]


def _book(
    rows: Sequence[Sequence[object]], change: Callable[[Worksheet], None] | None = None
) -> bytes:
    book = Workbook()
    page = book.active
    assert isinstance(page, Worksheet)
    for row in rows:
        page.append(list(row))
    if change is not None:
        change(page)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_a_table_is_read_in_any_encoding_with_its_line_numbers(encoding: str) -> None:
    """å, ä and ö come through, a quoted cell may have two lines, and empty lines are counted."""
    assert _lines(_TEXT.encode(encoding)) == [
        (1, ("Enhet", "Telefon")),
        (2, ('Åsens "nya" boende', "0510-1")),
        (6, ("Ö", "2")),
    ]


@pytest.mark.parametrize("separator", [";", "\t", ",", "|"])
def test_what_parts_the_cells_is_found(separator: str) -> None:
    """Semicolon, tab, comma and bar are told apart by what the lines have most of."""
    text = "\n".join(separator.join(row) for row in (("Enhet", "Ort"), ("Norr", "Sjövik")))

    assert _lines(text.encode())[1] == (2, ("Norr", "Sjövik"))


def test_excels_own_first_line_is_believed() -> None:
    """A file that says what parts its cells is read so, and the line is counted."""
    assert _lines(b'sep=,\nEnhet,Ort\nNorr,"a;b"')[1] == (3, ("Norr", "a;b"))


def test_a_quote_that_is_never_closed_takes_only_its_own_line() -> None:
    """One slip of the hand does not swallow the rest of the list."""
    text = 'Enhet;Ort\n"Norr;Sjövik\n' + "".join(f"E{n};O{n}\n" for n in range(9))

    assert _lines(text.encode())[-1] == (11, ("E8", "O8"))


def test_a_workbook_is_read_as_staff_see_it() -> None:
    """Whole numbers without decimals, days as days, and a number is known for a number."""
    data = _book(
        [
            ("Enhet", "Telefon", "Dag", "Tid", "Ja"),
            ("Norr", 510770000, date(2026, 3, 24), _MOMENT, True),
            (None, None),
            ("Söder", 2.5, "", None, None),
        ]
    )

    sheet = read_sheet(data)

    assert isinstance(sheet, Sheet)
    assert [(line.no, line.cells) for line in sheet.lines] == [
        (1, ("Enhet", "Telefon", "Dag", "Tid", "Ja")),
        (2, ("Norr", "510770000", "2026-03-24", "2026-03-24 08:40", "ja")),
        (4, ("Söder", "2.5")),
    ]
    assert sheet.lines[1].numeric == (1,)


def test_cells_merged_downwards_hold_for_each_line() -> None:
    """A unit's name that stands once for three lines is that of all three."""

    def merge(page: Worksheet) -> None:
        page.merge_cells("A2:A4")

    rows = [("Enhet", "Ssk"), ("Norr", "Eva"), (None, "Åke"), (None, "Bo")]

    assert [cells for _, cells in _lines(_book(rows, merge))][1:] == [
        ("Norr", "Eva"),
        ("Norr", "Åke"),
        ("Norr", "Bo"),
    ]


def test_a_formula_without_its_answer_is_told() -> None:
    """A file that Excel has not worked out says so, instead of an empty cell."""
    sheet = read_sheet(_book([("Enhet", "Telefon"), ("Norr", "=A1&B1")]))

    assert isinstance(sheet, Sheet)
    assert (sheet.lines[1].cells, sheet.lines[1].formulas) == (("Norr",), (1,))


def test_the_first_sheet_with_anything_in_it_is_read_and_the_others_are_named() -> None:
    """An empty first sheet does not hide the list."""
    book = Workbook()
    assert book.active is not None
    book.active.title = "Tom"
    book.create_sheet("Enheter").append(["Enhet", "Ort"])
    kept = io.BytesIO()
    book.save(kept)

    sheet = read_sheet(kept.getvalue())

    assert isinstance(sheet, Sheet)
    assert (sheet.name, sheet.others) == ("Enheter", ("Tom",))


def _zipped(**members: bytes) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as parcel:
        for name, data in members.items():
            parcel.writestr(name, data)
    return kept.getvalue()


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", SheetFault.EMPTY),
        (b"\n\n;;\n", SheetFault.EMPTY),
        (bytes(range(32)), SheetFault.NOT_A_TABLE),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", SheetFault.OLD_WORKBOOK),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            SheetFault.LOCKED,
        ),
        (b"PK\x03\x04", SheetFault.BROKEN_WORKBOOK),
        (_zipped(a=b"b"), SheetFault.BROKEN_WORKBOOK),
        (_zipped(a=bytes(61 * 1024 * 1024)), SheetFault.TOO_LARGE),
        (_zipped(**{"xl/workbook.xml": b"<!DOCTYPE a>"}), SheetFault.BROKEN_WORKBOOK),
        (_zipped(**{str(n): b"" for n in range(1001)}), SheetFault.TOO_LARGE),
        (b"a" * (10 * 1024 * 1024 + 1), SheetFault.TOO_LARGE),
        (_book([]), SheetFault.EMPTY),
    ],
)
def test_what_is_no_table_says_what_it_is(data: bytes, fault: SheetFault) -> None:
    """A picture, a letter, a locked or an enormous file is told, and never opened further."""
    assert read_sheet(data) is fault


def test_a_cell_far_away_does_not_fill_the_memory() -> None:
    """A workbook that says it has a million lines is read as far as a list ever goes."""

    def far(page: Worksheet) -> None:
        page["XFD1048576"] = "långt bort"

    sheet = read_sheet(_book([("Enhet", "Ort"), ("Norr", "Sjövik")], far))

    assert isinstance(sheet, Sheet)
    assert len(sheet.lines) == 2


def test_ten_thousand_lines_take_seconds() -> None:
    """The longest list is read while one waits."""
    data = _book([(f"Enhet {n}", 510770000 + n, "Chef", "070-1") for n in range(10_000)])

    began = process_time()
    sheet = read_sheet(data)

    assert isinstance(sheet, Sheet)
    assert len(sheet.lines) == 10_000
    assert process_time() - began < 10
