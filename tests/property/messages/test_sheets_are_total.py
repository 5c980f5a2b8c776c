"""Every file gets an answer from the reader of tables, and what is written is read back."""

import csv
import io
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from kontaktpunkt.messages.sheets import read_sheet
from kontaktpunkt.usecases.contacts.sheets import Sheet, SheetFault

pytestmark = pytest.mark.property

_CELL = st.text("abcåäöÅÉ 019;,\t|\"'-()/", max_size=12).map(lambda text: " ".join(text.split()))
_ROWS = st.lists(st.tuples(st.just("Norr"), _CELL, _CELL, st.just("sist")), min_size=1, max_size=8)


def _workbook() -> bytes:
    book = Workbook()
    assert book.active is not None
    for row in (("Enhet", "Telefon"), ("Norr", 510770000), ("Åsen", "=A1")):
        book.active.append(list(row))
    book.active.merge_cells("A2:A3")
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


WHOLE = _workbook()


@given(_ROWS)
def test_a_table_written_as_csv_is_read_back(rows: list[tuple[str, ...]]) -> None:
    """Whatever stands in a cell, quotes and separators too, stands there again."""
    kept = io.StringIO()
    csv.writer(kept, delimiter=";", quoting=csv.QUOTE_ALL).writerows(rows)

    sheet = read_sheet(kept.getvalue().encode())

    assert isinstance(sheet, Sheet)
    assert [line.cells for line in sheet.lines] == rows


@given(_ROWS)
@settings(max_examples=30)
def test_a_table_written_as_a_workbook_is_read_back(rows: list[tuple[str, ...]]) -> None:
    """What Excel keeps as text comes back as it was."""
    book = Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(list(row))
    kept = io.BytesIO()
    book.save(kept)

    sheet = read_sheet(kept.getvalue())

    assert isinstance(sheet, Sheet)
    assert [line.cells for line in sheet.lines] == rows


@given(st.binary(max_size=400))
def test_any_bytes_get_an_answer(data: bytes) -> None:
    """No file ends the program."""
    assert isinstance(read_sheet(data), Sheet | SheetFault)


@given(st.integers(0, 1 << 32))
@settings(deadline=None)
def test_a_damaged_workbook_gets_an_answer(seed: int) -> None:
    """A workbook with bytes changed, cut away or doubled is read or told to be broken."""
    chance = random.Random(seed)  # noqa: S311  a repeatable hunt
    data = bytearray(WHOLE)
    for _ in range(chance.randint(1, 12)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    if chance.random() < 0.3:
        del data[chance.randrange(len(data)) :]

    assert isinstance(read_sheet(bytes(data)), Sheet | SheetFault)
