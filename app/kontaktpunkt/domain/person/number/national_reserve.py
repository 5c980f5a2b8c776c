"""The national reserve number (nationellt reservnummer, NRID): twelve characters XXYYMMDDNNGC."""

import re
from datetime import date

from kontaktpunkt.domain.person.check_digit import check_digit
from kontaktpunkt.domain.person.facts import NumberKind, PersonNumber, Sex
from kontaktpunkt.domain.person.number.civil import date_from
from kontaktpunkt.domain.person.number.fault import NumberFault, NumberFaultReason

_SHAPE = re.compile(r"[0-9]{8}[A-Z]{2}[0-9A-Z][0-9]")
_FORBIDDEN = frozenset("IOQVW")  # too like digits or each other
_UNKNOWN_DATE = "00"
_RESERVED = range(1, 18)
_SERIAL_MONTHS = range(20, 100)
_SERIAL_DAYS = range(40, 60)


def read_national(value: str, on: date) -> PersonNumber | NumberFault:
    """Judge twelve characters as NRID (format of the national register of reserve numbers)."""
    fault = _shape_fault(value) or _date_fault(value, on)
    if fault is not None:
        return fault
    # A letter counts as its ASCII number, whole: A × 2 = 130 gives 1 + 3 + 0.
    body = (int(sign) if sign.isdigit() else ord(sign) for sign in value[:11])
    if check_digit(body) != int(value[11]):
        return NumberFault(NumberFaultReason.CHECK_DIGIT)
    return PersonNumber(NumberKind.NATIONAL_RESERVE, value)


def national_birth_date(value: str) -> date | None:
    """Give the birth date that the number holds; None where it was unknown."""
    if value[:2] == _UNKNOWN_DATE:
        return None
    # 19 + 3, + 6 … + 78 stands for 19, and so on for 20 and 21.
    century = (int(value[:2]) - 19) % 3 + 19
    return date_from(century * 100 + int(value[2:4]), int(value[4:6]), int(value[6:8]))


def national_sex(value: str) -> Sex | None:
    """Give the sex by the second last sign: odd a man, even a woman, a letter unknown."""
    if not value[10].isdigit():
        return None
    return Sex.MAN if int(value[10]) % 2 else Sex.WOMAN


def _shape_fault(value: str) -> NumberFault | None:
    if not _SHAPE.fullmatch(value):
        return NumberFault(NumberFaultReason.NOT_A_NUMBER)
    for letter in value[8:11]:
        if letter in _FORBIDDEN:
            return NumberFault(NumberFaultReason.FORBIDDEN_LETTER, (letter,))
    if int(value[:2]) in _RESERVED:
        return NumberFault(NumberFaultReason.RESERVED_PREFIX, (value[:2],))
    return None


def _date_fault(value: str, on: date) -> NumberFault | None:
    if value[:2] == _UNKNOWN_DATE:
        if int(value[4:6]) in _SERIAL_MONTHS and int(value[6:8]) in _SERIAL_DAYS:
            return None
        return NumberFault(NumberFaultReason.NO_SUCH_SERIAL)
    born = national_birth_date(value)
    if born is None:
        return NumberFault(NumberFaultReason.NO_SUCH_DATE, (value[2:8],))
    if born > on:
        return NumberFault(NumberFaultReason.BORN_LATER, (born.isoformat(),))
    return None
