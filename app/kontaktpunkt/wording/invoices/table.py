"""What was worked out as a file for a spreadsheet: semicolons, decimal comma, UTF-8 with mark."""

import csv
import io
from collections.abc import Mapping, Sequence

from kontaktpunkt.usecases.invoice_control import ControlPage, Invoiced
from kontaktpunkt.wording.invoices import saying
from kontaktpunkt.wording.invoices.rows import (
    MONTHS,
    PAYERS,
    STAYS,
    month_row,
    payer_rows,
    stay_row,
)

_FORMULA = ("=", "+", "@", "\t")
_NO_BREAK = "\N{NO-BREAK SPACE}"


def as_csv(page: ControlPage, invoiced: Mapping[str, Invoiced]) -> bytes:
    """Give three tables below each other, under a line that says it is no invoice."""
    found = page.basis
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([saying.head(page.profile)])
    tables = (
        (PAYERS, payer_rows(found.payers, invoiced)),
        (MONTHS, tuple(map(month_row, found.months))),
        (STAYS, tuple(map(stay_row, found.liabilities))),
    )
    for headings, rows in tables:
        writer.writerow([])
        writer.writerow(headings)
        writer.writerows(map(_harmless, rows))
    return out.getvalue().encode("utf-8-sig")


def _harmless(cells: Sequence[str]) -> list[str]:
    """Keep a cell of a list from becoming a formula, and let a spreadsheet read the numbers."""
    return [
        f"'{cell}" if cell.startswith(_FORMULA) and not _is_number(cell) else _plain(cell)
        for cell in cells
    ]


def _plain(cell: str) -> str:
    bare = cell.replace(_NO_BREAK, "")
    if not _is_number(bare):
        return cell.replace(_NO_BREAK, " ")
    return bare.removesuffix("kr").replace("\N{MINUS SIGN}", "-")


def _is_number(cell: str) -> bool:
    bare = cell.replace(_NO_BREAK, "").removesuffix("kr").lstrip("+\N{MINUS SIGN}")
    return bare.replace(",", "", 1).isdecimal()
