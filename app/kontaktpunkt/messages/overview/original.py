"""From bytes to text: what was pasted, saved as CSV on Windows, or printed to PDF."""

from datetime import date
from typing import Final

from kontaktpunkt.domain.overview import Overview
from kontaktpunkt.messages.overview.reading import read_overview

CAP: Final = 4 * 1024 * 1024
"""An overview of thousands is far smaller; a larger file is none."""
_PDF: Final = b"%PDF-"
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")


def read_overview_file(data: bytes, on: date) -> Overview:
    """Read an overview from the bytes of a file or a paste; total: what is no text holds nobody."""
    return read_overview(text_of(data), on)


def text_of(data: bytes) -> str:
    """Give the text of a file: of a PDF, of Unicode, else as Windows writes it."""
    if len(data) > CAP:
        return ""
    if _PDF in data[:1024]:
        # PDFium is loaded at the first PDF: nearly always the overview is pasted.
        from kontaktpunkt.messages.overview.pdf_layout import layout_text  # noqa: PLC0415 - late

        return layout_text(data)
    if data.startswith(_UTF_16):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
