"""Gives an original as people can read it, for whoever fills in by hand what was set aside."""

from typing import Final

from kontaktpunkt.messages.found import NotUnderstood

LONGEST: Final = 200_000
"""Characters that are shown; the original is kept whole."""

_NO_CHARACTER: Final = "\N{REPLACEMENT CHARACTER}"
_LOOKED_AT: Final = 4_096


def legible(data: bytes) -> str:
    """Give the text of an original: a letter's words, a PDF's pages, any text as it stands.

    '' when nothing in it is text (a picture, a scanned page, what is locked). Total over any bytes.
    """
    # The readers of parcels are heavy and opened when somebody looks at one.
    from kontaktpunkt.messages.parcels.mail import is_mail, letter_text  # noqa: PLC0415  loaded when such an original comes
    from kontaktpunkt.messages.pasted.letters import plain_text  # noqa: PLC0415  loaded when such an original comes

    try:
        if b"%PDF-" in data[:1024]:
            from kontaktpunkt.messages.parcels.pdf_text import pdf_text  # noqa: PLC0415  loaded when such an original comes

            return _shown(pdf_text(data))
        if is_mail(data):
            return _shown(letter_text(data))
    except NotUnderstood:
        return ""
    text = plain_text(data)
    if text is None:
        if b"\0" in data[:_LOOKED_AT]:
            return ""
        text = data[: 4 * LONGEST].decode("utf-8-sig", errors="replace")
    return _shown(text)


def _shown(text: str) -> str:
    return text[:LONGEST].replace("\0", _NO_CHARACTER)
