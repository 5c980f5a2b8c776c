"""Keys as text for the recovery sheet: eighteen groups of four, each with its check character.

The text is Crockford's base 32: no I, L, O or U, and a reader who mistakes I or L for 1, or O for 0,
is right. A group is three characters and a check that also depends on the group's place, so a wrong
character, two swapped characters or two swapped groups are told by the group's number. 256 bits of
key and 14 bits of a digest fill the 54 characters; the digest catches what the checks let through.
"""

import hashlib
import string
from collections.abc import Sequence
from typing import Final

from kontaktpunkt.usecases.key_reasons import RecoveryFault, RecoveryFlaw

KEY_BYTES: Final = 32
GROUPS: Final = 18
_GROUP: Final = 4
_DATA: Final = _GROUP - 1
_BITS: Final = 5
_DIGEST_BITS: Final = GROUPS * _DATA * _BITS - KEY_BYTES * 8
_ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_VALUES: Final = {
    **{letter: value for value, letter in enumerate(_ALPHABET)},
    **{letter.lower(): value for value, letter in enumerate(_ALPHABET)},
    **dict.fromkeys("Oo", 0),
    **dict.fromkeys("IiLl", 1),
}
# Whatever a keyboard, a word processor or a scanner puts between groups.
_BETWEEN: Final = frozenset(
    string.whitespace + "\u00a0\u2009\u202f\ufeff-\u2010\u2011\u2012\u2013\u2014\u2212_.,;"
)
_FIELD: Final = 0b100101
"""x^5 + x^2 + 1, primitive: its root doubles through all 31 values of GF(32) but zero."""


def recovery_groups(key: bytes) -> tuple[str, ...]:
    """Write a key of 32 bytes as eighteen groups of four characters."""
    if len(key) != KEY_BYTES:
        raise ValueError(f"a key is {KEY_BYTES} bytes")
    number = int.from_bytes(key) << _DIGEST_BITS | _digest(key)
    values = [
        number >> _BITS * place & (1 << _BITS) - 1 for place in reversed(range(GROUPS * _DATA))
    ]
    return tuple(
        "".join(_ALPHABET[value] for value in (*data, _check(at, data)))
        for at in range(GROUPS)
        for data in (values[at * _DATA : (at + 1) * _DATA],)
    )


def recovery_code(key: bytes) -> str:
    """Give what the code on the sheet holds: the groups in one piece, as read_recovery reads it."""
    return "".join(recovery_groups(key))


def read_recovery(text: str) -> bytes | RecoveryFault:
    """Read a key as typed or scanned, with any case and spacing; answers a fault, never raises."""
    groups = _groups_of(text)
    number = 0
    for at, group in enumerate(groups[:GROUPS]):
        flaw = _flaw_of(at, group)
        if flaw is not None:
            return RecoveryFault(flaw, at + 1)
        for letter in group[:_DATA]:
            number = number << _BITS | _VALUES[letter]
    if len(groups) != GROUPS:
        few = len(groups) < GROUPS
        flaw = RecoveryFlaw.TOO_FEW_GROUPS if few else RecoveryFlaw.TOO_MANY_GROUPS
        return RecoveryFault(flaw, len(groups) + 1 if few else GROUPS + 1)
    key = (number >> _DIGEST_BITS).to_bytes(KEY_BYTES)
    if number & (1 << _DIGEST_BITS) - 1 != _digest(key):
        return RecoveryFault(RecoveryFlaw.WRONG_KEY)
    return key


def _groups_of(text: str) -> Sequence[str]:
    """Split at the typist's own spaces where they make groups, else after every fourth character."""
    spaced = "".join(" " if letter in _BETWEEN else letter for letter in text).split()
    if len(spaced) == GROUPS:
        return spaced
    joined = "".join(spaced)
    return [joined[at : at + _GROUP] for at in range(0, len(joined), _GROUP)]


def _flaw_of(at: int, group: str) -> RecoveryFlaw | None:
    """Say what is wrong with the group at a place, counted from 0."""
    if any(letter not in _VALUES for letter in group):
        return RecoveryFlaw.UNKNOWN_CHARACTER
    if len(group) != _GROUP:
        return RecoveryFlaw.WRONG_LENGTH
    *data, check = (_VALUES[letter] for letter in group)
    return None if _check(at, data) == check else RecoveryFlaw.WRONG_GROUP


def _check(at: int, data: Sequence[int]) -> int:
    """Weigh each value with another power of the field's root, and add the group's place.

    No weight is 0, so one wrong character always shows; no two are equal and none is 1, the check's
    own, so two swapped characters do; no two groups have the same place, so two swapped groups do.
    """
    total = 0
    for value in data:
        # Horner's rule from the left: the weights are the third, second and first power.
        total = _double(total ^ value)
    return total ^ at


def _double(value: int) -> int:
    doubled = value << 1
    return doubled ^ _FIELD if doubled >> _BITS else doubled


def _digest(key: bytes) -> int:
    digest = hashlib.sha256(b"kontaktpunkt recovery 1" + key).digest()
    return int.from_bytes(digest) >> len(digest) * 8 - _DIGEST_BITS
