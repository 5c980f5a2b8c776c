"""Takes the text out of a PDF, page by page and within stated bounds.

Bounds: 30 pages, 100 000 characters, 0.6 seconds of computing (looked at between pages). What is
on a page only as a picture is not read: nothing is guessed from a scanned page.
"""

from contextlib import closing
from time import process_time
from typing import Final, cast

import pypdfium2
from pypdfium2 import PdfDocument, PdfiumError, PdfPage

from kontaktpunkt.domain.message_kind import SetAsideReason
from kontaktpunkt.messages.found import NotUnderstood

MAX_PAGES: Final = 30
MAX_CHARACTERS: Final = 100_000
MAX_SECONDS: Final = 0.6

_HYPHENS: Final = {0xFFFE: "-", 0x02: "-", 0xAD: None, 0x00: None}
"""PDFium tells a hyphen at a line's end by a code point that is no character."""


def pdf_text(data: bytes) -> str:
    """Give the text of all pages, a line break between them; `NotUnderstood` says why not."""
    try:
        with closing(PdfDocument(data)) as document:
            return _text_of(document)
    except PdfiumError as fault:
        locked = getattr(fault, "err_code", None) == _wrong_password()
        reason = SetAsideReason.ENCRYPTED if locked else SetAsideReason.BROKEN_PDF
        raise NotUnderstood(reason) from None


def _wrong_password() -> int:
    return cast("int", pypdfium2.raw.FPDF_ERR_PASSWORD)


def _text_of(document: PdfDocument) -> str:
    count = len(document)
    if count > MAX_PAGES:
        raise NotUnderstood(SetAsideReason.TOO_MANY_PARTS)
    pages: list[str] = []
    until = process_time() + MAX_SECONDS
    length = 0
    for number in range(count):
        with closing(document[number]) as page:
            pages.append(_page_text(page))
        length += len(pages[-1])
        if length > MAX_CHARACTERS or process_time() > until:
            raise NotUnderstood(SetAsideReason.TOO_MANY_PARTS, f"sida {number + 1}")
    text = "\n".join(pages)
    if not text.strip():
        raise NotUnderstood(SetAsideReason.NO_TEXT)
    return text


def _page_text(page: PdfPage) -> str:
    with closing(page.get_textpage()) as text:
        if text.count_chars() > MAX_CHARACTERS:
            raise NotUnderstood(SetAsideReason.TOO_MANY_PARTS)
        return text.get_text_range().translate(_HYPHENS)
