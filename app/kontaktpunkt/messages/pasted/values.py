"""Reads what stands after a label; what does not fit its label is not understood."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.pasted import PastedField, PastedLabels, as_label
from kontaktpunkt.domain.person.facts import Address, PersonNumber, Protection
from kontaktpunkt.domain.person.number import read_number
from kontaktpunkt.messages.found import cleaned
from kontaktpunkt.messages.pasted.clock_times import clock_time

TIMES: Final = frozenset(
    {
        PastedField.SENT_AT,
        PastedField.ADMITTED_AT,
        PastedField.EXPECTED_DISCHARGE,
        PastedField.READY_AT,
        PastedField.DISCHARGED_AT,
        PastedField.LEAVE_FROM,
        PastedField.LEAVE_UNTIL,
        PastedField.MEETING_AT,
    }
)
TYPED: Final = TIMES | {PastedField.NUMBER, PastedField.CONSENT, PastedField.KIND}
"""Fields whose value proves itself, so that a label without colon is enough."""

_YES_NO: Final = {"ja": True, "nej": False}
_NOT_PROTECTED: Final = frozenset({"nej", "ingen", "saknas", "-", "\N{EN DASH}", "0"})
_NOT_DENIED: Final = (
    r"(\b(?:ingen|inte|ej|utan) )?{label}:?(?: ?(nej\b|ingen\b|saknas\b|[-\u2013]))?"
)
_POSTAL: Final = re.compile(r"(?:SE-)?([0-9]{3}) ?([0-9]{2})\s+(\S.*)", re.DOTALL)
_LONGEST: Final = 500
_LONGEST_NUMBER: Final = 30

Value = str | int | bool | PersonNumber | MessageKind | Address | Protection


def value_of(field: PastedField, words: str, labels: PastedLabels, on: date) -> Value | None:
    """Give the value; None when the words are no such value."""
    if field is PastedField.NUMBER:
        return number_of(words, on)
    if field is PastedField.KIND:
        return labels.kinds.get(as_label(words))
    if field in TIMES:
        return clock_time(words)
    reader = _READERS.get(field, _plain)
    return reader(words)


def number_of(words: str, on: date) -> PersonNumber | None:
    """Give the number when its check digit or its pattern proves it."""
    if len(words) > _LONGEST_NUMBER:
        return None
    read = read_number(words, on)
    return read if isinstance(read, PersonNumber) else None


def protection_of(label: str) -> Protection:
    """Give the protection that a label names; the ordinary marking when it names no other."""
    if "folkbok" in label:
        return Protection.PROTECTED_REGISTRATION
    return Protection.ASSUMED_IDENTITY if "finger" in label else Protection.SECRECY_MARKING


def says_not_protected(words: str) -> bool:
    """Say whether what stands after a label of protection denies it."""
    return as_label(words) in _NOT_PROTECTED


def protection_in(text: str, labels: PastedLabels) -> Protection:
    """Give the strongest protection that is spoken of anywhere in a text, unless it is denied.

    To protect too many is the smaller fault, so a word in the middle of a sentence counts.
    """
    plain = " ".join(text.casefold().split())
    found = [Protection.NONE]
    for label, field in labels.fields.items():
        if field is PastedField.PROTECTION:
            spoken = re.finditer(_NOT_DENIED.format(label=re.escape(label)), plain)
            found += [protection_of(label) for told in spoken if not told[1] and not told[2]]
    return max(found, key=tuple(Protection).index)


def _plain(words: str) -> str | None:
    told = cleaned(words)
    return told if told and len(told) <= _LONGEST else None


def _name(words: str) -> str | None:
    told = _plain(words)
    # A name has no digits: what has is another column, or a number that got into this one.
    return None if told is None or any(sign.isdigit() for sign in told) else told


def _party(words: str) -> str | None:
    """Give who sent or received; "Från" and "Till" stand before times too."""
    return None if clock_time(words) is not None else _plain(words)


def _address(words: str) -> Address | None:
    told = _plain(words)
    if told is None:
        return None
    parts = [part.strip() for part in told.replace("\n", ",").split(",") if part.strip()]
    postal = _POSTAL.fullmatch(parts[-1]) if parts else None
    if postal is None:
        return Address(lines=tuple(parts)) if parts else None
    return Address(
        lines=tuple(parts[:-1]), postal_code=postal[1] + postal[2], city=postal[3].strip()
    )


def _consent(words: str) -> bool | None:
    return _YES_NO.get(as_label(words))


_READERS: Final[Mapping[PastedField, Callable[[str], Value | None]]] = {
    PastedField.NAME: _name,
    PastedField.GIVEN_NAME: _name,
    PastedField.FAMILY_NAME: _name,
    PastedField.ADDRESS: _address,
    PastedField.CONSENT: _consent,
    PastedField.SENDER: _party,
    PastedField.RECIPIENT: _party,
}
