"""What the region has invoiced, as somebody types or pastes it, held against our own basis."""

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import Final

from msgspec import Struct

from kontaktpunkt.domain.payment import PayerSum

_UNIT: Final = re.compile(r"(kr|kronor|sek|dygn|dagar)\.?$", re.IGNORECASE)
_SPACES: Final = re.compile(r"\s")
_GROUPED: Final = re.compile(r"-?\d{1,3}(\.\d{3})+(,\d+)?")
_MOST: Final = Decimal(10) ** 12
_FIELDS: Final = 3


class Invoiced(Struct, frozen=True):
    """What an invoice says of one municipality: days and kronor, None where it does not say."""

    days: Decimal | None = None
    amount: Decimal | None = None


class Difference(Struct, frozen=True):
    """What is invoiced above (or, negative, below) our basis; None where one of them is missing."""

    days: Decimal | None = None
    amount: Decimal | None = None


class PastedInvoice(Struct, frozen=True):
    """What pasted lines say by municipality, and the lines (from 1) that nobody could read."""

    by_payer: dict[str, Invoiced]
    unread: tuple[int, ...] = ()


def read_number(text: str) -> Decimal | None:
    """Read a number as people write it: "2 985 780,00 kr", "284,36", "1.250,50"; None = no number.

    A single point is a decimal one, as in "284.36"; points before groups of three with a comma or
    another point after them stand between thousands.
    """
    bare = _SPACES.sub("", _UNIT.sub("", text.strip()))
    if _GROUPED.fullmatch(bare) and ("," in bare or bare.count(".") > 1):
        bare = bare.replace(".", "")
    if not re.fullmatch(r"[-+]?\d+([.,]\d+)?", bare, re.ASCII):
        return None
    try:
        number = Decimal(bare.replace(",", "."))
    except InvalidOperation:
        return None
    return number if abs(number) < _MOST else None


def read_invoice(text: str) -> PastedInvoice:
    """Read pasted lines "municipality; days; kronor" (tab or semicolon); a head line is passed."""
    found: dict[str, Invoiced] = {}
    unread: list[int] = []
    for at, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        fields = [field.strip() for field in re.split(r"[\t;]", line)]
        numbers = [read_number(field) for field in fields[1:_FIELDS]]
        wrong = any(
            field and number is None for field, number in zip(fields[1:], numbers, strict=False)
        )
        if not fields[0] or wrong or not any(number is not None for number in numbers):
            if at > 1:  # the first line may be the headings
                unread.append(at)
            continue
        days, amount, *_ = (*numbers, None, None)
        found[fields[0]] = Invoiced(days, amount)
    return PastedInvoice(found, tuple(unread))


def payer_named(name: str, payers: Iterable[PayerSum]) -> str | None:
    """Find the payer that an invoice means: "Lidköpings kommun" is Lidköping."""
    wanted = _bare(name)
    return next((one.payer for one in payers if _bare(one.payer) == wanted), None)


def difference(ours: PayerSum, theirs: Invoiced) -> Difference:
    """Give what is invoiced above our basis."""
    return Difference(
        None if theirs.days is None else theirs.days - ours.days,
        None if theirs.amount is None or ours.amount is None else theirs.amount - ours.amount,
    )


def _bare(name: str) -> str:
    """Give a municipality's name without "kommun" and the s before it."""
    said = " ".join(name.casefold().split())
    bare = said.removesuffix(" kommun").removesuffix(" stad")
    return bare.removesuffix("s") if bare != said else said.removesuffix("s")
