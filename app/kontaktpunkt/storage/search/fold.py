"""Folds text for searching: å ä ö stay what they are, other accents and capitals go."""

import re
import unicodedata
from typing import Final

# Letters that are no base letter with an accent, or whose base letter is not what Swedes type.
_OWN: Final = str.maketrans(
    {
        "ø": "ö",
        "æ": "ä",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ħ": "h",
        "ŧ": "t",
        "ŋ": "n",
        "ı": "i",
        "œ": "oe",
        "ẞ": "ss",
    }
)
_KEPT: Final = frozenset("åäö")
_LOOSE: Final = str.maketrans("åäö", "aao")
_ORDER: Final = str.maketrans({"å": "{1", "ä": "{2", "ö": "{3"})
_WORD: Final = re.compile(r"[^\W_]+")
_DIGITS: Final = re.compile(r"\+?[0-9][0-9 +()/\-\u2013\u00a0]*")
# A person number as typed or as spoken: 6 or 8 digits, perhaps a sign, four more (letters in a
# reservnummer).
_NUMBER: Final = re.compile(r"([0-9]{6}(?:[0-9]{2})?)[-+\u2013]?([0-9a-zåäö]{4})")

SHORT: Final = 3
"""From so many characters a token is found anywhere in names and numbers, below only in front."""


class _Letters(dict[int, str]):
    """What each letter folds to, worked out when it is first met: str.translate asks by number."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _bare(chr(code))
        return folded


def _bare(letter: str) -> str:
    """Take the accents off one letter, except where the letter is one of å ä ö."""
    letter = letter.translate(_OWN)
    if letter.isascii() or letter in _KEPT:
        return letter
    parts = unicodedata.normalize("NFKD", letter)
    # Vietnamese and Sámi letters may carry two accents: ǟ is still an ä, and ǿ an ö.
    head = unicodedata.normalize("NFC", parts[:2]).translate(_OWN)
    if head in _KEPT:
        return head
    base = "".join(part for part in parts if not unicodedata.combining(part))
    return base.casefold().translate(_OWN)


_letters: Final = _Letters()


def fold(text: str) -> str:
    """Give the text as it is indexed: composed (NFC), without capitals and foreign accents."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFC", text).casefold().translate(_letters)


def words(text: str) -> list[str]:
    """Give the folded words of a text."""
    return _WORD.findall(fold(text))


def loose(word: str) -> str:
    """Give a folded word with å and ä as a, ö as o: the second try, when nothing else matches."""
    return word.translate(_LOOSE)


def phone_digits(text: str) -> str:
    """Give a phone number's digits as dialled in Sweden: +46 and 0046 become 0."""
    digits = "".join(letter for letter in text if letter.isdecimal() and letter.isascii())
    if text.strip().startswith("+46"):
        return "0" + digits[2:].removeprefix("0")
    return "0" + digits[4:].removeprefix("0") if digits.startswith("0046") else digits


def tokens(typed: str) -> list[str]:
    """Give the folded tokens of what somebody typed; numbers come as digits only, without signs.

    A text of nothing but digits, spaces and signs is one number; otherwise each word is a token,
    and a person number among words loses its sign.
    """
    text = unicodedata.normalize("NFC", typed).strip()
    if _DIGITS.fullmatch(text):
        return [phone_digits(text)]
    found: list[str] = []
    for chunk in fold(text).split():
        number = _NUMBER.fullmatch(chunk)
        found.extend(["".join(number.groups())] if number else _WORD.findall(chunk))
    return list(dict.fromkeys(found))


def sort_key(text: str) -> str:
    """Give a key that puts names in Swedish order: å ä ö after z."""
    return fold(text).translate(_ORDER)
