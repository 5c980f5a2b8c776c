"""Turns a key into groups to print and read aloud, and typed groups back into the key."""

from collections.abc import Sequence
from typing import Final

from kontaktpunkt.usecases.recovery_fault import RecoveryFault, RecoveryFlaw, RecoveryKind

# Crockford's base 32: no I, L, O or U, so that nothing is read as something else.
_ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MISREAD: Final = str.maketrans({"O": "0", "I": "1", "L": "1"})
# Whatever a keyboard, a word processor or a scanner puts between groups.
_BETWEEN: Final = " \t\r\n\u00a0\u2009\u202f\ufeff-\u2010\u2011\u2012\u2013\u2014\u2212_.,;:·"
_SPACED: Final = str.maketrans(dict.fromkeys(_BETWEEN, " "))
_KEY_BYTES: Final = 32
_SYMBOLS: Final = 52
"""260 bits: 256 of the key and four that are zero."""
_IN_GROUP: Final = 4
_SIZE: Final = _IN_GROUP + 1
GROUPS: Final = _SYMBOLS // _IN_GROUP


def to_groups(key: bytes, kind: RecoveryKind) -> tuple[str, ...]:
    """Give a key of 32 bytes as 13 groups of four characters and a check character."""
    assert len(key) == _KEY_BYTES, "a key has 32 bytes"  # noqa: S101  ours alone to get wrong
    number = int.from_bytes(key, "big") << (_SYMBOLS * 5 - _KEY_BYTES * 8)
    values = [(number >> (5 * (_SYMBOLS - 1 - place))) & 31 for place in range(_SYMBOLS)]
    return tuple(
        _group(values[start : start + _IN_GROUP], start // _IN_GROUP, kind)
        for start in range(0, _SYMBOLS, _IN_GROUP)
    )


def from_text(text: str, kind: RecoveryKind) -> bytes | RecoveryFault:
    """Read typed groups: capitals or not, spaces and dashes anywhere, O for 0, I and L for 1."""
    parts = text.upper().translate(_MISREAD).translate(_SPACED).split()
    typed = "".join(parts)
    if len(typed) != GROUPS * _SIZE:
        return RecoveryFault(RecoveryFlaw.WRONG_LENGTH, _odd_group(parts, kind))
    groups = [typed[start : start + _SIZE] for start in range(0, len(typed), _SIZE)]
    wrong = [place for place, group in enumerate(groups) if not _is_right(group, place, kind)]
    if wrong:
        other = next(one for one in RecoveryKind if one is not kind)
        if all(_is_right(group, place, other) for place, group in enumerate(groups)):
            return RecoveryFault(RecoveryFlaw.OTHER_KEY)
        return RecoveryFault(RecoveryFlaw.WRONG_GROUP, wrong[0] + 1)
    number = 0
    for group in groups:
        for letter in group[:_IN_GROUP]:
            number = number << 5 | _ALPHABET.index(letter)
    spare = _SYMBOLS * 5 - _KEY_BYTES * 8
    if number & ((1 << spare) - 1):
        return RecoveryFault(RecoveryFlaw.WRONG_GROUP, GROUPS)
    return (number >> spare).to_bytes(_KEY_BYTES, "big")


def _odd_group(parts: Sequence[str], kind: RecoveryKind) -> int:
    """Find the group that is too short or long, or missing, by the typist's own spaces; else 0."""
    odd = [place for place, part in enumerate(parts, start=1) if len(part) != _SIZE]
    if len(parts) == GROUPS:
        return odd[0]
    if odd or len(parts) < GROUPS - 1 or len(parts) > GROUPS + 1:
        return 0
    # One group too few or too many: from there on no group is right at its place.
    wrong = [place for place, part in enumerate(parts) if not _is_right(part, place, kind)]
    return wrong[0] + 1 if wrong else GROUPS


def _group(values: list[int], place: int, kind: RecoveryKind) -> str:
    return "".join(_ALPHABET[value] for value in [*values, _check(values, place, kind)])


def _is_right(group: str, place: int, kind: RecoveryKind) -> bool:
    if any(letter not in _ALPHABET for letter in group):
        return False
    values = [_ALPHABET.index(letter) for letter in group]
    return _check(values[:-1], place, kind) == values[-1]


def _check(values: list[int], place: int, kind: RecoveryKind) -> int:
    """Weigh the characters in the field of 32 elements.

    Every single wrong character, every two that changed places and every two groups that changed
    places give another check character: all weights differ and none is zero.
    """
    total = _times(place + 1, 1 << 4)
    for weight, value in enumerate(values, start=2):
        total ^= _times(value, weight)
    return total ^ (_KIND_MARK if kind is RecoveryKind.ID_KEY else 0)


_KIND_MARK: Final = 21


def _times(one: int, other: int) -> int:
    """Multiply in GF(32), modulo x^5 + x^2 + 1."""
    product = 0
    while other:
        if other & 1:
            product ^= one
        one <<= 1
        if one & 32:
            one ^= 0b100101
        other >>= 1
    return product
