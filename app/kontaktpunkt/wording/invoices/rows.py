"""The rows of an invoice control, as they stand on screen, on paper and in a saved file."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from kontaktpunkt.domain.payment import Liability, MonthAverage, NoVerdict, PayerSum
from kontaktpunkt.usecases.invoice_control import Invoiced, difference
from kontaktpunkt.wording.invoices import saying
from kontaktpunkt.wording.invoices.numbers import days, kronor

STAYS: Final = ("Vårdtillfälle", "Start", "Betalar", "Dygn", "Belopp", "Varför inte")
MONTHS: Final = (
    "Kommun",
    "Månad",
    "Dagar",
    "Personer",
    "Med dag\N{NO-BREAK SPACE}noll",
    "Utan (SKR)",
    "Tre månader",
    "Avgörande",
    "Över nivån",
)
PAYERS: Final = (
    "Kommun",
    "Vårdtillfällen",
    "Dygn, underlag",
    "Belopp, underlag",
    "Dygn, faktura",
    "Belopp, faktura",
    "Skillnad dygn",
    "Skillnad kr",
    "Ingår inte",
)
_MINUS: Final = "\N{MINUS SIGN}"
_MISSING: Final = "belopp saknas"


def stay_row(one: Liability) -> tuple[str, ...]:
    """Give a stay: who, start, payer, days, amount, and the reason where one is missing."""
    return (
        one.id,
        one.start.isoformat() if one.start else "",
        saying.payer(one.payer),
        "" if one.days is None else str(one.days),
        "" if one.amount is None else kronor(one.amount),
        saying.reason(one),
    )


def month_row(one: MonthAverage) -> tuple[str, ...]:
    """Give a month: its days, persons and means by each definition, and the verdict."""
    pooled = one.pooled_mean
    return (
        saying.payer(one.municipality),
        saying.month_name(one.month),
        str(one.days),
        str(one.persons),
        saying.mean(one.mean_with_zero),
        saying.mean(one.mean_without_zero),
        "" if pooled is None else saying.mean(pooled),
        _judged(one),
        saying.excess(one),
    )


def _judged(one: MonthAverage) -> str:
    """Say the verdict and by which definition; a region without averages has none."""
    if one.no_verdict is NoVerdict.NO_AVERAGE_MODEL:
        return saying.verdict(one)
    return f"{saying.verdict(one)}; {saying.definition(one)}"


def payer_row(one: PayerSum, theirs: Invoiced) -> tuple[str, ...]:
    """Give a payer: our basis, what is invoiced, and the difference."""
    apart = difference(one, theirs)
    return (
        saying.payer(one.payer),
        str(one.stays),
        days(one.days),
        _MISSING if one.amount is None else kronor(one.amount),
        "" if theirs.days is None else days(theirs.days),
        "" if theirs.amount is None else kronor(theirs.amount),
        _signed(apart.days, ""),
        _signed(apart.amount, "kr"),
        saying.payer_note(one),
    )


def payer_rows(
    payers: tuple[PayerSum, ...], invoiced: Mapping[str, Invoiced]
) -> tuple[tuple[str, ...], ...]:
    """Give every payer with what is invoiced of it."""
    return tuple(payer_row(one, invoiced.get(one.payer, Invoiced())) for one in payers)


def _signed(number: Decimal | None, unit: str) -> str:
    """Say a difference with its sign; "stämmer" where there is none."""
    if number is None:
        return ""
    if number == 0:
        return "stämmer"
    said = kronor(abs(number)) if unit else days(abs(number))
    return f"{'+' if number > 0 else _MINUS}{said}"
