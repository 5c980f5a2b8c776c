"""Kontaktpunkt: the municipal side of coming home from hospital."""

__version__ = "0.1.0"
