"""Phone numbers as staff write them: kept as written, compared by their digits."""

from enum import StrEnum
from typing import Final

from msgspec import Struct

_SIGNS: Final = frozenset("0123456789+-()*# ")
_DASHES: Final = str.maketrans(dict.fromkeys("‐‑‒–—−", "-") | dict.fromkeys("\xa0\u202f\t", " "))
_LEAST, _MOST = 3, 15
"""From 112 up to fifteen digits (ITU-T E.164)."""


class PhoneFaultReason(StrEnum):
    """Why a text is no phone number."""

    LETTER = "letter"
    STRANGE_SIGN = "strange_sign"
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"


class PhoneFault(Struct, frozen=True):
    """A text that cannot be rung: the reason, and the text as it was written."""

    reason: PhoneFaultReason
    text: str


def read_phone(text: str) -> str | PhoneFault:
    """Give a number tidied of double spaces and odd dashes, or why it cannot be rung."""
    tidy = " ".join(text.translate(_DASHES).split())
    digits = digits_of(tidy)
    if any(sign.isalpha() for sign in tidy):
        return PhoneFault(PhoneFaultReason.LETTER, text.strip())
    if not _SIGNS.issuperset(tidy):
        return PhoneFault(PhoneFaultReason.STRANGE_SIGN, text.strip())
    if len(digits) < _LEAST:
        return PhoneFault(PhoneFaultReason.TOO_SHORT, text.strip())
    if len(digits) > _MOST:
        return PhoneFault(PhoneFaultReason.TOO_LONG, text.strip())
    return tidy


def digits_of(phone: str) -> str:
    """Give the digits that are dialled, +46 and 0046 as 0, so that one number is one."""
    digits = "".join(sign for sign in phone if "0" <= sign <= "9")
    if phone.lstrip().startswith("+46"):
        return "0" + digits[2:].lstrip("0")
    return "0" + digits[4:].lstrip("0") if digits.startswith("0046") else digits
