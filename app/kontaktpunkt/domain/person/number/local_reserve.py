"""The regions' own reserve numbers (lokala reservnummer): shapes, check digits, what they tell."""

import re
from collections.abc import Callable
from datetime import date
from enum import StrEnum

from kontaktpunkt.domain.person.check_digit import check_digit, digits_close
from kontaktpunkt.domain.person.facts import NumberKind, PersonNumber, Sex
from kontaktpunkt.domain.person.number.civil import date_from
from kontaktpunkt.domain.person.number.fault import NumberFault, NumberFaultReason


class ReserveIssuer(StrEnum):
    """Who issues a kind of local reserve number, by the OID of its series (Inera's list)."""

    STOCKHOLM = "1.2.752.97.3.1.3"
    VASTRA_GOTALAND = "1.2.752.113.11.0.2.1.1.1"
    VARMLAND = "1.2.752.74.9.2"
    CARELINK = "1.2.752.129.2.1.3.2"


_STOCKHOLM = re.compile(r"99[0-9]{10}")
_VASTRA_GOTALAND = re.compile(r"[0-9]{8}[KMX][0-9]{3}")
_VARMLAND = re.compile(r"[0-9]{8}S[FUXPL][0-9][0-9A-Z]")
_CARELINK = re.compile(r"(?:18|19|20)[0-9]{4}(?:3[2-9]|[45][0-9])[0-9]{4}")
_ANY_REGION = re.compile(r"(?:18|19|20)[0-9]{6}(?=.{0,3}[A-Z])[0-9A-Z]{4}")

_STOCKHOLM_YEARS = range(1980, 2300)
_LETTER_VALUES = {"K": 5, "M": 7, "X": 8}
_KNOWN_SEX_SERIALS = range(6, 80)
_UNKNOWN_SEX_SERIALS = range(80, 90)
_VARMLAND_KNOWN_DATE = "F"
_VARMLAND_UNKNOWN_SEX = frozenset("01")


def read_local(value: str) -> PersonNumber | NumberFault:
    """Judge twelve characters as a reserve number of a region; the shape says whose.

    A date followed by four signs with a letter among them, of no shape that we know, may be any
    region's (Skåne has it so): accepted without an issuer, and warned of as not checked.
    """
    for issuer, (shape, _) in _SERIES.items():
        if shape.fullmatch(value):
            return read_of(issuer, value)
    if not _ANY_REGION.fullmatch(value):
        return NumberFault(NumberFaultReason.NOT_A_NUMBER)
    return _no_such_date(value) or PersonNumber(NumberKind.LOCAL_RESERVE, value)


def read_of(issuer: ReserveIssuer, value: str) -> PersonNumber | NumberFault:
    """Judge twelve characters by the rules of one issuer."""
    shape, fault_in = _SERIES[issuer]
    if not shape.fullmatch(value):
        return NumberFault(NumberFaultReason.NOT_A_NUMBER)
    return fault_in(value) or PersonNumber(NumberKind.LOCAL_RESERVE, value, issuer.value)


def local_birth_date(number: PersonNumber) -> date | None:
    """Give the birth date where this kind of number tells one."""
    value = number.value
    match number.issuer:
        case ReserveIssuer.STOCKHOLM | ReserveIssuer.CARELINK:
            return None
        case ReserveIssuer.VARMLAND if value[9] != _VARMLAND_KNOWN_DATE:
            return None
        case _:
            return date_from(int(value[:4]), int(value[4:6]), int(value[6:8]))


def local_sex(number: PersonNumber) -> Sex | None:
    """Give the sex where this kind of number tells it."""
    value = number.value
    match number.issuer:
        case ReserveIssuer.VASTRA_GOTALAND:
            return {"K": Sex.WOMAN, "M": Sex.MAN}.get(value[8])
        case ReserveIssuer.VARMLAND if value[10] in _VARMLAND_UNKNOWN_SEX:
            return None
        case ReserveIssuer.STOCKHOLM | ReserveIssuer.VARMLAND:
            return Sex.MAN if int(value[10]) % 2 else Sex.WOMAN
        case _:
            return None


def is_test_number(number: PersonNumber) -> bool:
    """Tell whether the number belongs to a test system (Värmland: a digit last)."""
    return number.issuer == ReserveIssuer.VARMLAND and number.value[11].isdigit()


def _no_such_date(value: str) -> NumberFault | None:
    if date_from(int(value[:4]), int(value[4:6]), int(value[6:8])) is None:
        return NumberFault(NumberFaultReason.NO_SUCH_DATE, (value[:8],))
    return None


def _stockholm_fault(value: str) -> NumberFault | None:
    if int(value[2:6]) not in _STOCKHOLM_YEARS:
        return NumberFault(NumberFaultReason.YEAR_OF_ISSUE, (value[2:6],))
    return None if digits_close(value[4:]) else NumberFault(NumberFaultReason.CHECK_DIGIT)


def _vastra_gotaland_fault(value: str) -> NumberFault | None:
    letter, serial = value[8], int(value[9:11])
    allowed = _UNKNOWN_SEX_SERIALS if letter == "X" else _KNOWN_SEX_SERIALS
    wrong_sex = letter != "X" and (serial % 2 == 1) != (letter == "M")
    if serial not in allowed or wrong_sex:
        return NumberFault(NumberFaultReason.SEX_DIGITS)
    body = [_LETTER_VALUES.get(sign) or int(sign) for sign in value[2:11]]
    if check_digit(body) != int(value[11]):
        return NumberFault(NumberFaultReason.CHECK_DIGIT)
    return _no_such_date(value)


def _varmland_fault(value: str) -> NumberFault | None:
    if value[11] in "V0":
        return NumberFault(NumberFaultReason.FORBIDDEN_LETTER, (value[11],))
    return _no_such_date(value)


def _carelink_fault(value: str) -> NumberFault | None:
    if date_from(int(value[:4]), int(value[4:6]), 1) is None:
        return NumberFault(NumberFaultReason.NO_SUCH_DATE, (value[:8],))
    return None if digits_close(value[2:]) else NumberFault(NumberFaultReason.CHECK_DIGIT)


_SERIES: dict[ReserveIssuer, tuple[re.Pattern[str], Callable[[str], NumberFault | None]]] = {
    ReserveIssuer.STOCKHOLM: (_STOCKHOLM, _stockholm_fault),
    ReserveIssuer.VASTRA_GOTALAND: (_VASTRA_GOTALAND, _vastra_gotaland_fault),
    ReserveIssuer.VARMLAND: (_VARMLAND, _varmland_fault),
    ReserveIssuer.CARELINK: (_CARELINK, _carelink_fault),
}
