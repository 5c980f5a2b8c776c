"""Reads numbers in all the ways that staff type them, and in the ways that systems send them."""

import re
import unicodedata
from datetime import date

from kontaktpunkt.domain.person.facts import NumberKind, PersonNumber
from kontaktpunkt.domain.person.number.civil import OLDEST_AGE, read_ten, read_twelve
from kontaktpunkt.domain.person.number.fault import NumberFault, NumberFaultReason
from kontaktpunkt.domain.person.number.local_reserve import ReserveIssuer, read_local, read_of
from kontaktpunkt.domain.person.number.national_reserve import read_national
from kontaktpunkt.domain.person.organisation_number import closes_as_organisation

PERSONAL_OID = "1.2.752.129.2.1.3.1"
COORDINATION_OID = "1.2.752.129.2.1.3.3"
NATIONAL_RESERVE_OID = "1.2.752.74.9.1"

_HEALTH_SYSTEM = "http://electronichealth.se/identifier/"
_OIDS = {
    _HEALTH_SYSTEM + "personnummer": PERSONAL_OID,
    _HEALTH_SYSTEM + "samordningsnummer": COORDINATION_OID,
    _HEALTH_SYSTEM + "nationelltreservnummer": NATIONAL_RESERVE_OID,
}
_URN = "urn:oid:"
_CIVIL_OIDS = (PERSONAL_OID, COORDINATION_OID)
_KNOWN_OIDS = frozenset((*_CIVIL_OIDS, NATIONAL_RESERVE_OID, *ReserveIssuer))
_CIVIL = (NumberKind.PERSONAL, NumberKind.COORDINATION)

_SHORT, _LONG = 10, 12
_UNSEEN = ("Zs", "Zl", "Zp", "Cf", "Cc")
_HYPHENS = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))
_SPACED_DATE = re.compile(r"((?:[0-9]{2}){1,2})-([0-9]{2})-([0-9]{2})([+-]?)([0-9A-Z]{4})")
_TIDY = re.compile(r"[0-9A-Za-z+-]+")
_PARTS = re.compile(r"([0-9A-Z]*)([+-]?)([0-9A-Z]{4})")
_DATE_CENTURIES = ("18", "19", "20")
_LOOKALIKES = str.maketrans("OIL", "011")


def read_number(text: str, on: date) -> PersonNumber | NumberFault:
    """Read a number as staff type it: with or without century and sign, with spaces, any case.

    `on` is the day of reading: it decides centuries, and nobody is born after it.
    """
    tidy = _tidied(text)
    if isinstance(tidy, NumberFault):
        return tidy
    parts = _PARTS.fullmatch(_SPACED_DATE.sub(r"\1\2\3\4\5", tidy))
    if parts is None:
        signed = "+" in tidy or "-" in tidy
        return NumberFault(NumberFaultReason.MISPLACED_SIGN) if signed else _wrong_length(len(tidy))
    value, sign = parts[1] + parts[3], parts[2]
    if len(value) not in (_SHORT, _LONG):
        return _wrong_length(len(value))
    if value.isdigit():
        return _digits(value, sign, on)
    return _letter_for_digit(value, sign, on) or _with_letters(value, sign, on)


def other_century(text: str, on: date) -> PersonNumber | None:
    """Give the number of somebody a hundred years older that the same ten digits may mean.

    None where a sign or the century is written, and where nobody alive is that old. A child's
    number without sign is also that of one who turned 100: the two must not be taken for another.
    """
    tidy = _tidied(text)
    if isinstance(tidy, NumberFault) or len(tidy) != _SHORT or not tidy.isdigit():
        return None
    latest, older = _digits(tidy, "", on), _digits(tidy, "+", on)
    if isinstance(latest, NumberFault) or isinstance(older, NumberFault) or latest == older:
        return None
    return older if on.year - int(older.value[:4]) < OLDEST_AGE else None


def unchecked(text: str, issuer: str = "") -> PersonNumber | NumberFault:
    """Take any number as it stands, unchecked (okontrollerat): the last way, so care never waits.

    Spaces are left out. Only an empty text is refused.
    """
    value = _without_spaces(text)
    if not value:
        return NumberFault(NumberFaultReason.EMPTY)
    return PersonNumber(NumberKind.UNCHECKED, value, issuer)


def number_from_system(system: str, value: str, on: date) -> PersonNumber:
    """Turn an identifier of a message (FHIR system and value) into a number, always.

    A value that fails its check is kept as UNCHECKED with the OID as issuer; one of a system that
    we don't know is FOREIGN with the system as issuer. A samordningsnummer sent as personnummer,
    and the other way round, proves itself what it is.
    """
    oid = _oid(system)
    if oid not in _KNOWN_OIDS:
        return PersonNumber(NumberKind.FOREIGN, _without_spaces(value), system.strip())
    tidy = _tidied(value)
    reading = tidy if isinstance(tidy, NumberFault) else _read_as(oid, tidy, on)
    if isinstance(reading, NumberFault):
        return PersonNumber(NumberKind.UNCHECKED, _without_spaces(value), oid)
    return reading


def _read_as(oid: str, value: str, on: date) -> PersonNumber | NumberFault:
    if oid in _CIVIL_OIDS:
        reading = read_number(value, on)
        if isinstance(reading, NumberFault) or reading.kind in _CIVIL:
            return reading
        return NumberFault(NumberFaultReason.NOT_A_NUMBER)
    plain = value.replace("-", "")
    if oid == NATIONAL_RESERVE_OID:
        return read_national(plain, on)
    return read_of(ReserveIssuer(oid), plain)


def _oid(system: str) -> str:
    """Give the OID behind a system's name; any other name comes back as it is, in small letters."""
    name = system.strip().lower().rstrip("/")
    return _OIDS.get(name.replace("https://", "http://"), name.removeprefix(_URN))


def _without_spaces(text: str) -> str:
    """Drop spaces of all widths, line ends and marks that do not show."""
    if text.isascii() and text.isprintable():  # nearly always, and ten times as fast
        return text.replace(" ", "")
    kept = (sign for sign in text if unicodedata.category(sign) not in _UNSEEN)
    return "".join(kept)


def _tidied(text: str) -> str | NumberFault:
    if _TIDY.fullmatch(text):  # nearly always, and five times as fast
        return text.upper()
    plain = unicodedata.normalize("NFKC", _without_spaces(text)).translate(_HYPHENS)
    if not plain:
        return NumberFault(NumberFaultReason.EMPTY)
    for sign in plain:
        if not (sign.isascii() and (sign.isalnum() or sign in "+-")):
            return NumberFault(NumberFaultReason.STRANGE_CHARACTER, (sign,))
    return plain.upper()


def _digits(value: str, sign: str, on: date) -> PersonNumber | NumberFault:
    if len(value) == _SHORT:
        if closes_as_organisation(value):
            return NumberFault(NumberFaultReason.ORGANISATION_NUMBER)
        return read_ten(value, sign, on)
    local = read_local(value)
    if isinstance(local, PersonNumber) or local.reason is not NumberFaultReason.NOT_A_NUMBER:
        return local
    if value.startswith(_DATE_CENTURIES):
        return read_twelve(value, sign, on)
    if value.startswith("16") and closes_as_organisation(value[2:]):
        return NumberFault(NumberFaultReason.ORGANISATION_NUMBER)
    return NumberFault(NumberFaultReason.UNKNOWN_CENTURY, (value[:2],))


def _with_letters(value: str, sign: str, on: date) -> PersonNumber | NumberFault:
    if sign == "+":
        return NumberFault(NumberFaultReason.MISPLACED_SIGN)
    if len(value) == _SHORT:
        reserve = value[:6].isdigit()
        reason = (
            NumberFaultReason.RESERVE_NEEDS_TWELVE if reserve else NumberFaultReason.NOT_A_NUMBER
        )
        return NumberFault(reason)
    if value.startswith(_DATE_CENTURIES):
        return read_local(value)
    return read_national(value, on)


def _letter_for_digit(value: str, sign: str, on: date) -> NumberFault | None:
    """Notice O for zero and I or L for one, where the digit would make a civil number."""
    plain = value.translate(_LOOKALIKES)
    if not plain.isdigit():
        return None
    reading = _digits(plain, sign, on)
    if isinstance(reading, NumberFault) or reading.kind not in _CIVIL:
        return None
    letter = next(sign for sign in value if sign.isalpha())
    return NumberFault(NumberFaultReason.LETTER_FOR_DIGIT, (letter,))


def _wrong_length(length: int) -> NumberFault:
    return NumberFault(NumberFaultReason.WRONG_LENGTH, (str(length),))
