"""Invoice control (fakturakontroll): a list or our own cases, worked out under one profile."""

from kontaktpunkt.usecases.invoice_control.comparing import (
    Difference,
    Invoiced,
    PastedInvoice,
    difference,
    payer_named,
    read_invoice,
    read_number,
)
from kontaktpunkt.usecases.invoice_control.page import ControlPage, ControlWish, page_of

__all__ = [
    "ControlPage",
    "ControlWish",
    "Difference",
    "Invoiced",
    "PastedInvoice",
    "difference",
    "page_of",
    "payer_named",
    "read_invoice",
    "read_number",
]
