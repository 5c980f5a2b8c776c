"""Invoice control (fakturakontroll): a list or our own cases, worked out under one profile."""

from kontaktpunkt.usecases.invoice_control.page import ControlPage, ControlWish, page_of

__all__ = ["ControlPage", "ControlWish", "page_of"]
