"""The three typefaces of paper: which signs they have, how wide text is, what is fit to print."""

import unicodedata
from enum import Enum
from functools import cache
from typing import NamedTuple, cast

from reportlab.pdfbase.ttfonts import TTFont

from kontaktpunkt import assets

MISSING = "\ufffd"
"""Stands visibly where a sign cannot be printed: better a mark than a silent gap in a name."""

_PER_EM = 1000
_VARIATION_SELECTORS = range(0xFE00, 0xFE10)


class Face(Enum):
    """A typeface by the name of its file (DejaVu: complete for Swedish, Sámi and Polish names)."""

    REGULAR = "DejaVuSans"
    BOLD = "DejaVuSans-Bold"
    MONO = "DejaVuSansMono"

    # A member is itself and no other; Enum's own hash is Python's, and is asked for at each word.
    __hash__ = object.__hash__


class Ink(NamedTuple):
    """How text is set: typeface, size in points, grey (0 black, 1 white)."""

    face: Face
    size: float
    grey: float = 0.0


@cache
def font(face: Face) -> TTFont:
    """Read a typeface from its file, once per process (some 10 ms)."""
    return TTFont(face.value, str(assets.resources() / "fonts" / f"{face.value}.ttf"))


@cache
def _widths(face: Face) -> "_Widths":
    return _Widths(cast("dict[int, float]", font(face).face.charWidths))


class _Widths(dict[str, float]):
    """Width of each sign in thousandths of the size, looked up once."""

    def __init__(self, by_code: dict[int, float]) -> None:
        self._by_code = by_code

    def __missing__(self, sign: str) -> float:
        width = self[sign] = self._by_code.get(ord(sign), self._by_code[ord(MISSING)])
        return width


def width(text: str, face: Face, size: float) -> float:
    """Give the width in points of a text on one line."""
    return sum(map(_widths(face).__getitem__, text)) * size / _PER_EM


def fit_to_print(text: str) -> str:
    r"""Give the text as it can stand on paper: composed, no control signs, line ends as \n.

    Signs that the typefaces lack become U+FFFD, as do letters written from right to left: set in
    the wrong order and unjoined they would be a wrong name instead of a missing one.
    """
    if text.isascii() and text.isprintable():
        return text
    composed = unicodedata.normalize("NFC", text).replace("\r\n", "\n")
    return "".join(map(_signs().__getitem__, composed))


@cache
def _signs() -> "_Signs":
    known = cast("dict[int, int]", font(Face.REGULAR).face.charToGlyph)
    bold = cast("dict[int, int]", font(Face.BOLD).face.charToGlyph)
    return _Signs(known.keys() & bold.keys())


class _Signs(dict[str, str]):
    """What each sign becomes on paper, decided once per sign."""

    def __init__(self, printable: set[int]) -> None:
        self._printable = printable

    def __missing__(self, sign: str) -> str:
        # Only what was met is kept, and no more than there are signs in Unicode.
        shown = self[sign] = self._decide(sign)
        return shown

    def _decide(self, sign: str) -> str:
        if sign in "\n\r\v\f\x85\u2028\u2029":
            return "\n"
        if sign == "\t" or unicodedata.category(sign) == "Zs":
            return " "
        if unicodedata.category(sign) in ("Cc", "Cf") or ord(sign) in _VARIATION_SELECTORS:
            return ""
        right_to_left = unicodedata.bidirectional(sign) in ("R", "AL", "AN")
        return MISSING if right_to_left or ord(sign) not in self._printable else sign
