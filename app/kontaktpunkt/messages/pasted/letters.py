"""Turns bytes into text where they are plain text, in the encodings that Swedish programs write."""

import codecs
from typing import Final

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LONGEST: Final = 4 * 1024 * 1024
_CONTROLS: Final = frozenset(map(chr, range(32))) - frozenset("\t\n\r\f\v")


def plain_text(data: bytes) -> str | None:
    """Give the text of a plain text file: UTF-8, UTF-16 with its mark, or Windows-1252; else None.

    What has control characters in it is no text, and a file of more than 4 MB is no message.
    """
    if len(data) > _LONGEST:
        return None
    named = next((name for mark, name in _MARKS if data.startswith(mark)), "")
    for encoding in (named,) if named else ("utf-8", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if _CONTROLS.intersection(text) else text
    return None
