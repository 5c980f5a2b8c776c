"""Reads tables: CSV in any of the ways that Swedish programs write it, and XLSX."""

from kontaktpunkt.messages.sheets.reading import read_sheet

__all__ = ["read_sheet"]
