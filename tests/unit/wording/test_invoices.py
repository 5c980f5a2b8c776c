"""The basis of an invoice control on paper and as a file: its sums, its sources, and its name."""

import csv
import io
from datetime import date
from decimal import Decimal

import pytest
from msgspec.structs import replace

from kontaktpunkt.domain.paper.printout import PrintFoot
from kontaktpunkt.domain.payment import PaidStay, grounds_of
from kontaktpunkt.paper import render_list
from kontaktpunkt.usecases.invoice_control import ControlPage, ControlWish, Invoiced, page_of
from kontaktpunkt.wording.invoices.evidence import ground_line, span_lines
from kontaktpunkt.wording.invoices.numbers import days, kronor
from kontaktpunkt.wording.invoices.paper import document
from kontaktpunkt.wording.invoices.table import as_csv
from unit.domain.payment.test_worked_cases import at, ended, profile, stay
from unit.paper.reading import texts

_FOOT = PrintFoot(printed_at="2026-03-24 08:40", printed_by="Anna Alm")
_SPACE = "\N{NO-BREAK SPACE}"


def a_page(stays: list[PaidStay], key: str = "lag-2017-612", **own: str) -> ControlPage:
    """Work stays out under a profile."""
    return page_of(ControlWish(data=b""), profile(key, **own), stays, (), date(2026, 4, 1))


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("3", "3"),
        ("284.36", "284,36"),
        ("1284.5", f"1{_SPACE}284,50"),
        ("2985780.00", f"2{_SPACE}985{_SPACE}780"),
        ("0", "0"),
        ("-0.50", "-0,50"),
    ],
)
def test_numbers_stand_as_swedish_readers_expect(number: str, said: str) -> None:
    """Decimal comma, a space between thousands, decimals only where there are any."""
    assert days(Decimal(number)) == said
    assert kronor(Decimal(number)) == f"{said}{_SPACE}kr"


def test_the_paper_says_that_it_is_no_invoice_and_by_which_rules() -> None:
    """Read back from the PDF: the name, the profile, the sum, the source, the difference."""
    page = a_page([stay("2019-06-03 10:00", id="V17", discharged=at("2019-06-09 13:00"))])
    invoiced = {"A": Invoiced(Decimal(4), Decimal(31200))}

    words = " ".join(texts(render_list(replace(document(page, invoiced), foot=_FOOT))))

    words = words.replace(_SPACE, " ")
    assert "Underlag, inte en faktura" in words
    assert "Enligt Lag (2017:612)" in words
    assert "V17" in words
    assert "23 400 kr" in words
    assert "31 200 kr" in words
    assert "+7 800 kr" in words
    assert (
        "https://lagen.nu/hslf-fs/2018:67" in words.replace(" ", "") or "HSLF-FS 2018:67" in words
    )


def test_the_paper_of_averages_names_definition_and_level() -> None:
    """The mean, by which definition, against which level, and the days above it."""
    by = {"amount__2026": '{"kronor": 10500, "instrument": "prov"}'}
    page = a_page(ended(3, 10, 3), "skane", **by)

    words = " ".join(texts(render_list(replace(document(page, {}), foot=_FOOT))))

    words = words.replace(_SPACE, " ")
    assert "3,33" in words
    assert "överskrider nivån 3" in words
    assert "dag noll räknad" in words
    assert "10 500 kr" in words


def test_the_file_can_be_read_by_a_spreadsheet_and_holds_no_formula() -> None:
    """Semicolons, plain numbers, and a name that begins as a formula is only a name."""
    page = a_page(
        [stay("2019-06-03 10:00", id="=1+1", discharged=at("2019-06-09 13:00"))],
    )

    text = as_csv(page, {"A": Invoiced(Decimal(2), None)}).decode("utf-8-sig")

    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert rows[0][0].startswith("Underlag, inte en faktura. Enligt Lag (2017:612)")
    assert rows[3][:7] == ["A", "1", "3", "23400", "2", "", "-1"]
    assert rows[-1] == ["'=1+1", "2019-06-06", "A", "3", "23400", ""]


def test_each_line_of_evidence_can_be_read_aloud() -> None:
    """What, when, which section, which source."""
    one = stay("2019-06-03 12:00:01", sip_needed=True, summons_sent=at("2019-06-09 10:00"))
    lines = [ground_line(ground) for ground in grounds_of(one, profile())]

    assert "Utskrivningsklar: 2019-06-03 12:00:01 · 5 kap. 3 §" in lines
    assert "Kallelse till SIP: 2019-06-09 10:00 (för sent) · 4 kap. 3 §" in lines
    assert "Insats från regionens öppna vård: finns · 5 kap. 5 §" in lines
    assert any(
        line.startswith("Dagar från underrättelse till start: 4 · 5 kap. 4 §") for line in lines
    )


def test_each_year_says_its_amount_and_its_instrument() -> None:
    """The days of a year without amount say so."""
    page = a_page([stay("2022-12-27 10:00", discharged=at("2023-01-02 10:00"))])

    lines = span_lines(page.basis.liabilities[0])

    assert lines[0].replace(_SPACE, " ").startswith("2 dygn från 2022-12-30: 9 300 × 2 = 18 600 kr")
    assert lines[1].startswith("1 dygn från 2023-01-01: belopp saknas")
